//! Requests to cancel runs.

use super::conformance;
use crate::support::{LEASE, new_run, of, run_ended};
use runnable_store::{RunLog, RunStatus, StoreErrorKind};
use std::{sync::Arc, time::Duration};

conformance! {
    the_owner_of_a_run_sees_a_request_to_cancel_it
    a_request_ends_with_the_part_of_the_run
    a_run_that_is_not_running_cannot_be_cancelled
}

async fn the_owner_of_a_run_sees_a_request_to_cancel_it(log: Arc<dyn RunLog>) {
    for owner in ["O", "P"] {
        log.renew_lease(owner, LEASE).await.unwrap();
    }
    for (id, owner) in [("A", "O"), ("B", "O"), ("C", "P")] {
        log.create(&new_run(id), owner).await.unwrap();
    }
    assert!(log.cancel_requests("O").await.unwrap().is_empty());
    for id in ["B", "B", "C"] {
        log.request_cancel(id).await.unwrap();
    }
    assert_eq!(log.cancel_requests("O").await.unwrap(), ["B"]);
    assert_eq!(log.cancel_requests("P").await.unwrap(), ["C"]);
    assert!(log.cancel_requests("nobody\0").await.unwrap().is_empty());
    // The request changes nothing that the owner has to know.
    log.append(&of("B", [run_ended(RunStatus::Cancelled)])).await.unwrap();
    assert!(log.cancel_requests("O").await.unwrap().is_empty());
}

async fn a_request_ends_with_the_part_of_the_run(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&new_run("A"), "O").await.unwrap();
    log.request_cancel("A").await.unwrap();
    log.append(&of("A", [run_ended(RunStatus::Failed)])).await.unwrap();
    log.claim("A", "O").await.unwrap();
    assert!(log.cancel_requests("O").await.unwrap().is_empty());
    log.request_cancel("A").await.unwrap();
    assert_eq!(log.cancel_requests("O").await.unwrap(), ["A"]);
}

async fn a_run_that_is_not_running_cannot_be_cancelled(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    for id in ["A", "B"] {
        log.create(&new_run(id), "O").await.unwrap();
    }
    log.append(&of("A", [run_ended(RunStatus::Succeeded)])).await.unwrap();
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    for (id, kind) in
        [("A", StoreErrorKind::Invalid), ("B", StoreErrorKind::Interrupted), ("C", StoreErrorKind::NotFound)]
    {
        let error = log.request_cancel(id).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(&format!("`{id}`")), "{error}");
    }
}
