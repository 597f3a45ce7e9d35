//! The facts about a pipeline that a runner derives from its type, once.

use crate::{Runnable, definition::Definition};
use runnable_core::{
    hooks::Codecs,
    recording::{Recorded, has_plain_input},
};
use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// The pipelines that a runner has met, by type. A clone is the same list.
#[derive(Default, Clone)]
pub(crate) struct Pipelines(Arc<Mutex<HashMap<TypeId, Arc<Facts>>>>);

/// The facts about a pipeline.
pub(crate) struct Facts {
    pub(crate) codecs: Arc<Codecs>,
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
        let facts = || Facts { codecs: Arc::new(Codecs::of::<P>().verified(verify)), recorded: OnceLock::new() };
        Arc::clone(all.entry(TypeId::of::<P>()).or_insert_with(|| Arc::new(facts())))
    }
}

impl Facts {
    pub(crate) fn recorded<P: Runnable>(&self) -> &RecordedFacts {
        self.recorded.get_or_init(|| RecordedFacts {
            definition: Definition::of::<P>(&self.codecs),
            has_plain_input: has_plain_input::<P>(),
        })
    }
}
