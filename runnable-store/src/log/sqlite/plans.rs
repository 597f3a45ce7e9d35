//! Tests of the plans by which SQLite lists and counts runs.

use super::{
    log::SqliteLog,
    read::{DIALECT, query, rows},
    schema::View,
};
use crate::log::{
    api::{RunFilter, RunStatus},
    entries::{Selection, Statement, Value},
};
use sqlx::Row;
use std::time::{Duration, UNIX_EPOCH};

async fn plan(log: &SqliteLog, mut statement: Statement) -> Vec<String> {
    statement.sql.insert_str(0, "EXPLAIN QUERY PLAN ");
    let rows = query(&statement).fetch_all(&log.readers).await.expect("a plan");
    rows.iter().map(|row| row.get(3)).collect()
}

/// The filters of the command line and the service, alone and together.
fn filters() -> Vec<RunFilter> {
    let (since, until) = (UNIX_EPOCH + Duration::from_secs(9), UNIX_EPOCH + Duration::from_secs(90));
    let all = RunFilter::new();
    let failed = all.clone().status(RunStatus::Failed);
    vec![
        all.clone(),
        failed.clone(),
        failed.clone().status(RunStatus::Interrupted),
        all.clone().since(since),
        all.clone().until(until),
        failed.clone().since(since).until(until).status(RunStatus::Running),
        all.clone().pipeline("digest"),
        failed.clone().pipeline("digest").since(since),
        all.clone().tag("nightly"),
        failed.tag("nightly").pipeline("digest").until(until),
        all.id_prefix("01JD"),
    ]
}

#[tokio::test]
async fn lists_and_counts_read_neither_the_table_nor_more_than_they_return() {
    let directory = tempfile::tempdir().expect("a directory");
    let log = SqliteLog::open(directory.path().join("runs.db")).await.expect("a log");
    for filter in filters() {
        for before in [None, Some((70_000, 7))] {
            let few = filter.id_prefix.is_some();
            let selection = Selection { filter: &filter, before, few, dead: None };
            let columns = log.schema.summary(&View::recorded());
            let list = plan(&log, DIALECT.list(selection, &columns, log.schema.listed())).await;
            // The runs of the page are sorted at the end, and before that the few runs with a prefix.
            let sorts = list.iter().filter(|line| line.contains("TEMP B-TREE")).count();
            assert!(sorts <= 1 + usize::from(few), "{list:#?}");
            let mut lines = list.clone();
            if before.is_none() && !few {
                lines.extend(plan(&log, DIALECT.count(selection)).await);
            }
            for line in lines.iter().filter(|line| line.starts_with("SCAN runs") || line.starts_with("SEARCH runs")) {
                // Without a filter, the list is the index from its end.
                let is_index =
                    line.contains("USING COVERING INDEX") || (few && line.contains("sqlite_autoindex_runs_1"));
                let is_range = line.starts_with("SEARCH") || filter == RunFilter::new();
                assert!(is_index && is_range, "{filter:?}: {list:#?}");
            }
        }
    }
}

#[tokio::test]
async fn a_log_that_is_only_read_looks_for_dead_owners_among_running_runs_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let log = SqliteLog::open(directory.path().join("runs.db")).await.expect("a log");
    let view = View::at(1, &["A".to_owned(), "it's".to_owned()]);
    for filter in filters() {
        let few = filter.id_prefix.is_some();
        let selection = Selection { filter: &filter, before: None, few, dead: view.dead.as_deref() };
        let mut lines = plan(&log, DIALECT.list(selection, &log.schema.summary(&view), log.schema.listed())).await;
        if !few {
            lines.extend(plan(&log, DIALECT.count(selection)).await);
        }
        for line in &lines {
            assert!(!line.starts_with("SCAN owners"), "{filter:?}: {lines:#?}");
            // Without a filter, the list is the index from its end.
            let is_range = !line.starts_with("SCAN runs") || (filter == RunFilter::new() && line.contains("COVERING"));
            assert!(is_range, "{filter:?}: {lines:#?}");
        }
    }
}

#[tokio::test]
async fn the_rows_of_a_run_are_a_range_of_the_log() {
    let directory = tempfile::tempdir().expect("a directory");
    let log = SqliteLog::open(directory.path().join("runs.db")).await.expect("a log");
    for containing in [false, true] {
        let mut rows = Statement { sql: rows(containing).to_owned(), values: vec![Value::Number(1), Value::Number(2)] };
        rows.values.extend(containing.then(|| Value::Text("\"fetch\"".to_owned())));
        let plan = plan(&log, rows).await;
        assert_eq!(plan, ["SEARCH log USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"]);
    }
}
