//! The interface of run logs: the trait [`RunLog`] and the records.

mod arm;
mod artifact;
mod event;
mod filter;
mod json;
mod past;
mod run;
mod run_log;
mod status;
mod step;
mod step_filter;
mod summary;
mod write;

pub use self::{
    arm::ArmRecord,
    artifact::ArtifactRecord,
    event::EventRecord,
    filter::RunFilter,
    json::{Json, JsonMembers, json},
    past::RunPast,
    run::{CodeIdentity, NewRun, RunProgress, RunRecord},
    run_log::{BoxFuture, RunLog},
    status::{RunStatus, StepStatus},
    step::{HashedInput, StepRecord},
    step_filter::{StepFilter, StepPage},
    summary::{RunCounts, RunFailure, RunSummary, StepCounts},
    write::{Write, Writes},
};
