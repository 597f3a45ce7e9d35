//! The facts about a pipeline that a runner derives from its type, once.

use crate::{Runnable, definition::Definition, history::task_of};
use runnable_core::{
    hooks::Codecs,
    recording::{Recorded, definition_of, has_plain_input},
};
use runnable_graph::Graph;
use runnable_store::{Json, NewRun, secrets::Redactor};
use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// The pipelines that a runner has met, by type. A clone is the same list.
#[derive(Default, Clone)]
pub(crate) struct Pipelines(Arc<Mutex<HashMap<TypeId, Arc<Facts>>>>);

/// A pipeline without its type, so that what needs only this is compiled once, and not for each pipeline.
pub(crate) struct Known {
    pub(crate) name: &'static str,
    pub(crate) facts: Arc<Facts>,
    graph: fn() -> Graph,
    recorded: fn(&Facts) -> &RecordedFacts,
}

/// The facts about a pipeline.
pub(crate) struct Facts {
    pub(crate) codecs: Arc<Codecs>,
    /// Known once something has asked for it.
    graph: OnceLock<Arc<Graph>>,
    /// Known once a run was recorded.
    recorded: OnceLock<RecordedFacts>,
}

/// The facts about a pipeline that only recording needs.
pub(crate) struct RecordedFacts {
    pub(crate) definition: Definition,
    /// True if its input reads back the same, as far as the types of its parameters show.
    pub(crate) has_plain_input: bool,
}

impl Pipelines {
    /// Returns the facts about `P`; `verify` is the configured default of its tasks.
    pub(crate) fn of<P: Recorded>(&self, verify: bool) -> Arc<Facts> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let codecs = || Arc::new(Codecs::of::<P>().verified(verify));
        let facts = || Facts { codecs: codecs(), graph: OnceLock::new(), recorded: OnceLock::new() };
        Arc::clone(all.entry(TypeId::of::<P>()).or_insert_with(|| Arc::new(facts())))
    }
}

impl Facts {
    fn graph(&self, build: fn() -> Graph) -> &Arc<Graph> {
        self.graph.get_or_init(|| Arc::new(build()))
    }

    pub(crate) fn recorded<P: Runnable>(&self) -> &RecordedFacts {
        self.recorded.get_or_init(|| RecordedFacts {
            definition: Definition::of(&definition_of::<P>(&self.codecs), self.graph(P::graph)),
            has_plain_input: has_plain_input::<P>(),
        })
    }
}

impl Known {
    pub(crate) fn of<P: Runnable>(facts: Arc<Facts>) -> Self {
        Self { name: P::NAME, graph: P::graph, facts, recorded: Facts::recorded::<P> }
    }

    pub(crate) fn graph(&self) -> &Arc<Graph> {
        self.facts.graph(self.graph)
    }

    pub(crate) fn recorded(&self) -> &RecordedFacts {
        (self.recorded)(&self.facts)
    }

    /// Returns whether a step is declared `effect = "once"`.
    pub(crate) fn is_once(&self, path: &str) -> bool {
        task_of(self.graph(), path).is_some_and(|task| self.facts.codecs.is_once(task))
    }

    /// Returns the record of a new run with this recorded input.
    pub(crate) fn new_run(&self, redactor: &Redactor, id: &str, input: Json) -> NewRun {
        let definition = &self.recorded().definition;
        let text = redactor.redact_json(&definition.text);
        let mut run = NewRun::new(id, self.name, definition.hash.clone(), text, input);
        run.graph = Some(redactor.redact_json(&definition.graph));
        run
    }
}
