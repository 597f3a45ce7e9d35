//! The progress of a trace: the fields and variants that were seen.

use std::collections::HashMap;

/// The highest number of values in one pass.
const VALUES: usize = 4_096;

/// The fields and variants of each type, by the description of the type.
#[derive(Debug, Default)]
pub(super) struct State {
    types: HashMap<String, Vec<Part>>,
    /// The types around the current value, each with the part that is read.
    open: Vec<(String, usize)>,
    /// The number of values in this pass.
    values: usize,
    /// The number of parts that were seen at least once.
    seen: usize,
    /// The number of parts.
    parts: usize,
    /// True if a value was refused, or the pass was ended early.
    refused: bool,
}

/// A field or a variant.
#[derive(Debug, Default, Clone)]
struct Part {
    visits: usize,
    /// True if the type refused its value.
    failed: bool,
    /// True if the type occurs again inside.
    recursive: bool,
}

impl State {
    pub(super) fn begin_pass(&mut self) {
        (self.values, self.refused) = (0, false);
        self.open.clear();
    }

    pub(super) fn seen(&self) -> usize {
        self.seen
    }

    /// Returns true if all parts have been seen, and the last pass went through all fields.
    pub(super) fn is_complete(&self) -> bool {
        self.seen == self.parts && !self.refused
    }

    /// Counts a value. Returns false if it is too deep, or the pass has had too many.
    pub(super) fn count(&mut self, too_deep: bool) -> bool {
        self.values += 1;
        let refused = too_deep || self.values > VALUES;
        self.refused |= refused;
        !refused
    }

    /// Enters a type. Returns true if it occurs inside itself.
    pub(super) fn enter(&mut self, kind: &str, parts: usize) -> bool {
        if !self.types.contains_key(kind) {
            self.types.insert(kind.to_owned(), vec![Part::default(); parts]);
            self.parts += parts;
        }
        let around: Vec<_> = self.open.iter().filter(|(open, _)| open == kind).map(|(_, index)| *index).collect();
        for index in &around {
            if let Some(part) = self.part(kind, *index) {
                part.recursive = true;
            }
        }
        self.open.push((kind.to_owned(), 0));
        !around.is_empty()
    }

    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    /// Returns the fields of a type: new fields first, those that fail last, so that no failure hides another field.
    pub(super) fn fields(&self, kind: &str) -> Vec<usize> {
        let parts = self.types.get(kind).map_or(&[][..], Vec::as_slice);
        let mut fields: Vec<_> = (0..parts.len()).collect();
        fields.sort_by_key(|i| {
            parts.get(*i).map(|part| (part.visits > 0, part.failed, if part.failed { part.visits } else { 0 }))
        });
        fields
    }

    /// Returns the next variant of a type: a new variant first. Inside itself, a variant that ends.
    pub(super) fn variant(&self, kind: &str, again: bool) -> usize {
        let parts = self.types.get(kind).map_or(&[][..], Vec::as_slice);
        let order = |part: &Part| if again { usize::from(part.recursive || part.failed) } else { part.visits };
        parts.iter().enumerate().min_by_key(|(_, part)| order(part)).map_or(0, |(i, _)| i)
    }

    /// Notes that a part of the innermost type is read. Inside itself, where lists are empty, it does not count as seen.
    pub(super) fn visit(&mut self, kind: &str, index: usize, again: bool) {
        if let Some((_, current)) = self.open.last_mut() {
            *current = index;
        }
        if again {
            return;
        }
        if let Some(part) = self.part(kind, index) {
            part.visits += 1;
            self.seen += usize::from(self.part(kind, index).is_some_and(|part| part.visits == 1));
        }
    }

    /// Notes that the type refused a value of this part.
    pub(super) fn fail(&mut self, kind: &str, index: usize) {
        self.refused = true;
        if let Some(part) = self.part(kind, index) {
            part.failed = true;
        }
    }

    fn part(&mut self, kind: &str, index: usize) -> Option<&mut Part> {
        self.types.get_mut(kind)?.get_mut(index)
    }
}
