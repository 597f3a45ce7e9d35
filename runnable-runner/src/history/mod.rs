//! The recorded history of a run, from which a resumed or forked run continues.

mod arms;
mod assumption;
mod canonical;
mod compare;
mod history;
mod inputs;
mod learned;
mod path;
mod recall;
mod status;
mod taken;
mod void;

pub(crate) use self::{
    arms::NewArm,
    assumption::{Assumption, check_assumptions, task_of},
    history::{History, error_of},
    inputs::split,
    path::is_below,
    recall::Recall,
    taken::Taken,
    void::Retries,
};
