//! The values of a `repeat`, some of which pass to the next iteration.

use super::{
    Joint, Kind,
    walk::{Source, Walk, text},
};
use crate::pipeline::plan::{Repeat, VarId};

impl<'p> Walk<'p> {
    pub(super) fn repeat(&mut self, repeat: &'p Repeat, parent: usize) {
        let kind = Kind::Repeat(text(&repeat.max.expr), text(&repeat.until.expr));
        let node = self.node(parent, Some(repeat.place), kind);
        self.written(&repeat.max, (node, 0));
        for carried in &repeat.carried {
            self.follow(Some(carried.var), [carried.initial.var]);
            self.sources.entry(carried.var).or_default().push(Source::Carried(carried.var));
        }
        self.body(&repeat.body, node);
        self.written(&repeat.until, (node, 1));
        self.give(&[&repeat.body], &repeat.outs);

        let pending = std::mem::take(&mut self.pending);
        for (var, to, name) in pending {
            if !carries(repeat, var) {
                self.pending.push((var, to, name));
                continue;
            }
            for source in self.made(repeat, var) {
                match source {
                    Source::Made(node, out) => {
                        self.wires.push(Joint { from: (node, out), to, name: name.clone(), back: true });
                    }
                    Source::Carried(outer) => self.pending.push((outer, to, name.clone())),
                }
            }
        }
        for out in repeat.outs.iter().flatten() {
            self.settle(repeat, *out);
        }
    }

    /// Replaces carried values by their origins, now that the loop is complete.
    fn settle(&mut self, repeat: &Repeat, out: VarId) {
        let mut settled: Vec<Source> = vec![];
        for source in self.sources.remove(&out).unwrap_or_default() {
            let made = match source {
                Source::Carried(var) if carries(repeat, var) => self.made(repeat, var),
                other => vec![other],
            };
            for source in made {
                if !settled.contains(&source) {
                    settled.push(source);
                }
            }
        }
        self.sources.insert(out, settled);
    }

    /// Returns the origins of a carried value, regardless of the iteration.
    fn made(&self, repeat: &Repeat, var: VarId) -> Vec<Source> {
        let (mut made, mut seen, mut ahead) = (vec![], vec![], vec![var]);
        while let Some(var) = ahead.pop() {
            let Some(carried) = repeat.carried.iter().find(|carried| carried.var == var) else { continue };
            if seen.contains(&var) {
                continue;
            }
            seen.push(var);
            for source in self.sources.get(&carried.next.var).into_iter().flatten() {
                if let Source::Carried(var) = source
                    && carries(repeat, *var)
                {
                    ahead.push(*var);
                } else if !made.contains(source) {
                    made.push(*source);
                }
            }
        }
        made
    }
}

/// Returns `true` if a loop carries a variable from iteration to iteration.
fn carries(repeat: &Repeat, var: VarId) -> bool {
    repeat.carried.iter().any(|carried| carried.var == var)
}
