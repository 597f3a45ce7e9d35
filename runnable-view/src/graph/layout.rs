//! The layout of a graph: sizes from the inside out, positions from the outside in.
//!
//! A pipeline is series-parallel, so chains are columns, and alternatives and branches are rows, and no line of the flow crosses
//! another or a box.

use super::{
    font::text_width,
    lanes::{Flow, flows},
    picture::{Texts, clipped},
    tree::{Arrangement, Tree},
};
use runnable_graph::NodeKind;
use std::collections::HashMap;

const PAD: i32 = 12;
const HEADER: i32 = 24;
const FOOTER: i32 = 20;
const LINE: i32 = 16;
const GAP: i32 = 28;
const END: i32 = 14;
const LANE: i32 = 8;
const BACK: i32 = 16;

/// A box. `cx` is the line through its contents, relative to its left side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Box {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) w: i32,
    pub(super) h: i32,
    pub(super) cx: i32,
    /// The height of the header, which is a box of its own; 0 for a step.
    pub(super) header: i32,
    /// The height of the footer, which is a box of its own; 0 without a footer.
    pub(super) footer: i32,
}

/// A line with an arrow, by its corners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) points: Vec<(i32, i32)>,
    pub(super) style: LineStyle,
    /// The names of the values that pass.
    pub(super) names: String,
    /// The place of the names.
    pub(super) label: Option<(i32, i32)>,
}

/// The style of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineStyle {
    Flow,
    Value,
    Back,
    Error,
}

/// The places of all nodes and lines.
pub(super) struct Layout {
    pub(super) boxes: Vec<Box>,
    pub(super) lines: Vec<Line>,
    pub(super) width: i32,
    pub(super) height: i32,
}

pub(super) struct Layouter<'t, 'g> {
    tree: &'t Tree<'g>,
    flows: HashMap<Option<usize>, Flow>,
    texts: &'t [Texts],
    boxes: Vec<Box>,
    lines: Vec<Line>,
}

/// Returns the layout of a graph with these texts.
pub(super) fn layout(tree: &Tree<'_>, texts: &[Texts]) -> Layout {
    let mut this =
        Layouter { tree, flows: flows(tree), texts, boxes: vec![Box::default(); texts.len()], lines: vec![] };
    for at in (0..texts.len()).rev() {
        let sized = this.sized(at);
        if let Some(place) = this.boxes.get_mut(at) {
            *place = sized;
        }
    }
    let all = this.column(None, 0);
    this.place_column(None, Box { x: PAD, y: PAD, ..all });
    for at in 0..texts.len() {
        let place = this.of(at);
        match this.tree.arrangement(Some(at)) {
            _ if this.tree.inside(Some(at)).is_empty() => {}
            Arrangement::Chain => this.place_column(Some(at), place),
            Arrangement::Row => this.place_row(at, place),
        }
    }
    Layout { boxes: this.boxes, lines: this.lines, width: all.w + 2 * PAD, height: all.h + 2 * PAD }
}

/// Returns at most `most` characters of the names of values.
fn names<'n>(names: impl IntoIterator<Item = &'n String>, most: usize) -> String {
    let all = names.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    clipped(&all, most)
}

impl Layouter<'_, '_> {
    fn of(&self, at: usize) -> Box {
        self.boxes.get(at).copied().unwrap_or_default()
    }

    fn sized(&self, at: usize) -> Box {
        let texts = self.texts.get(at).cloned().unwrap_or_default();
        let title = text_width(&texts.title).max(text_width(&texts.note)).max(text_width(&texts.footer)) + 2 * PAD;
        let note = if texts.note.is_empty() { 0 } else { LINE };
        if self.tree.inside(Some(at)).is_empty() {
            return Box { w: title, h: 32 + note, cx: title / 2, ..Box::default() };
        }
        let header = HEADER + note;
        let footer = if texts.footer.is_empty() { 0 } else { FOOTER };
        let inner = match self.tree.arrangement(Some(at)) {
            Arrangement::Chain => self.column(Some(at), END),
            Arrangement::Row => self.row(at),
        };
        let w = (inner.w + 2 * PAD).max(title);
        // A title wider than the contents adds to both sides, so that the contents stay in the middle.
        let cx = inner.cx + PAD + (w - inner.w - 2 * PAD) / 2;
        Box { w, h: header + inner.h + footer, cx, header, footer, ..Box::default() }
    }

    /// Returns the size of the nodes of a chain, with `end` pixels above and below.
    fn column(&self, of: Option<usize>, end: i32) -> Box {
        let flow = self.flows.get(&of);
        let (mut left, mut right, mut h) = (0, 0, 2 * end);
        let children = self.tree.inside(of);
        for (i, child) in children.iter().enumerate() {
            let place = self.of(*child);
            (left, right) = (left.max(place.cx), right.max(place.w - place.cx));
            let label = flow.and_then(|flow| flow.next.get(child)).map_or(0, |label| text_width(&names(label, 28)) + 8);
            right = right.max(label);
            h += place.h + if i == 0 { 0 } else { GAP };
        }
        let lanes = flow.map_or(0, |flow| i32::try_from(flow.lanes).unwrap_or(0));
        right += if lanes > 0 { LANE * (lanes + 1) } else { 0 };
        left += if self.is_loop(of) { BACK } else { 0 };
        Box { w: left + right, h, cx: left, ..Box::default() }
    }

    fn row(&self, of: usize) -> Box {
        let children = self.tree.inside(Some(of));
        let w = children.iter().map(|child| self.of(*child).w).sum::<i32>();
        let h = children.iter().map(|child| self.of(*child).h).max().unwrap_or(0);
        let gaps = i32::try_from(children.len().saturating_sub(1)).unwrap_or(0) * GAP;
        Box { w: w + gaps, h: h + 2 * END, cx: i32::midpoint(w, gaps), ..Box::default() }
    }

    fn is_loop(&self, of: Option<usize>) -> bool {
        matches!(of.and_then(|of| self.tree.kind(of)), Some(NodeKind::Repeat { .. }))
    }

    fn put(&mut self, at: usize, x: i32, y: i32) -> Box {
        let Some(place) = self.boxes.get_mut(at) else { return Box::default() };
        (place.x, place.y) = (x, y);
        *place
    }

    fn line(&mut self, points: Vec<(i32, i32)>, style: LineStyle) -> &mut Line {
        self.lines.push(Line { points, style, names: String::new(), label: None });
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn place_column(&mut self, of: Option<usize>, place: Box) {
        let children = self.tree.inside(of).to_vec();
        let cx = place.x + place.cx;
        let body = place.y + place.header;
        let mut y = if of.is_some() { body + END } else { body };
        let mut before: Option<(usize, Box)> = None;
        let flow = self.flows.remove(&of).unwrap_or_default();
        let mut right = cx;
        for child in &children {
            let size = self.of(*child);
            let put = self.put(*child, cx - size.cx, y);
            right = right.max(put.x + put.w);
            y += put.h + GAP;
            let above = before.map_or(body, |(_, before)| before.y + before.h);
            if before.is_some() || of.is_some() {
                let label = before.and_then(|(before, _)| flow.next.get(&before));
                let text = label.map(|label| names(label, 28)).unwrap_or_default();
                let line = self.line(vec![(cx, above), (cx, put.y)], LineStyle::Flow);
                line.label = (!text.is_empty()).then_some((cx + 6, above + GAP / 2 + 4));
                line.names = text;
            }
            if let Some(label) = before.and_then(|(before, _)| flow.next.get(&before)) {
                right = right.max(cx + 8 + text_width(&names(label, 28)));
            }
            before = Some((*child, put));
        }
        if let (Some(of), Some((last, put))) = (of, before) {
            // The footer decides about the next iteration; no line leads through its text.
            let bottom = place.y + place.h - place.footer;
            self.line(vec![(cx, put.y + put.h), (cx, bottom)], LineStyle::Flow);
            if self.is_loop(Some(of)) {
                let first = self.of(children.first().copied().unwrap_or(last));
                let left = children.iter().map(|child| self.of(*child).x).min().unwrap_or(cx) - BACK + 4;
                let (from, to) = ((put.x, put.y + put.h * 2 / 3), (first.x, first.y + first.h / 3));
                self.line(vec![from, (left, from.1), (left, to.1), to], LineStyle::Back);
            }
        }
        for bus in flow.buses {
            let x = right + LANE * (i32::try_from(bus.lane).unwrap_or(0) + 1);
            let from = self.of(bus.from);
            let start = (from.x + from.w, from.y + from.h * 2 / 3);
            for (to, label) in bus.to {
                let to = self.of(to);
                let end = (to.x + to.w, to.y + to.h / 3);
                self.line(vec![start, (x, start.1), (x, end.1), end], LineStyle::Value).names = names(&label, 200);
            }
        }
    }

    fn place_row(&mut self, of: usize, place: Box) {
        let children = self.tree.inside(Some(of)).to_vec();
        let body = place.y + place.header;
        let bottom = place.y + place.h;
        let mut x = place.x + place.cx - self.row(of).cx;
        let mut before: Option<Box> = None;
        let is_try = matches!(self.tree.kind(of), Some(NodeKind::Try));
        for child in children {
            let put = self.put(child, x, body + END);
            x += put.w + GAP;
            let cx = put.x + put.cx;
            match before {
                Some(before) if is_try => {
                    let y = put.y + put.h.min(before.h) / 2;
                    self.line(vec![(before.x + before.w, y), (put.x, y)], LineStyle::Error);
                }
                _ => {
                    self.line(vec![(cx, body), (cx, put.y)], LineStyle::Flow);
                }
            }
            self.line(vec![(cx, put.y + put.h), (cx, bottom)], LineStyle::Flow);
            before = Some(put);
        }
    }
}
