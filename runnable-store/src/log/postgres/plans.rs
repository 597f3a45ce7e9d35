//! Tests of the plans by which PostgreSQL lists runs.

#[path = "../../../tests/run_log/server.rs"]
mod server;

use super::{
    log::PostgresLog,
    read::{DIALECT, LISTED, rows, summary_columns},
    view::View,
};
use crate::log::{
    api::{RunFilter, RunStatus},
    entries::Selection,
};
use serde_json::Value;
use sqlx::{Connection, Executor, PgConnection, Row};
use std::time::{Duration, UNIX_EPOCH};

/// 20,000 runs, which started a second after each other.
const RUNS: &str = "INSERT INTO runnable.definitions VALUES ('h', '{}'); \
    INSERT INTO runnable.runs (id, pipeline, definition, status, input, tag, started, ended) \
    SELECT '01J' || lpad(n::TEXT, 6, '0'), 'p' || n % 7, 'h', CASE WHEN n % 10 = 0 THEN 'failed' WHEN n % 10 = 1 THEN \
    'interrupted' ELSE 'succeeded' END, '{}', CASE WHEN n % 50 < 4 THEN 'nightly' END, n * 1000, n * 1000 + 1 \
    FROM generate_series(1, 20000) AS n; ANALYZE runnable.runs";

/// Returns the number of rows that the scans of a plan read, and fails if one of them reads a whole table.
fn rows_read(plan: &Value) -> f64 {
    let kind = plan["Node Type"].as_str().unwrap_or_default();
    let table = plan["Relation Name"].as_str().unwrap_or_default();
    assert!(kind != "Seq Scan" || !["runs", "log"].contains(&table), "{plan:#}");
    let number = |name: &str| plan[name].as_f64().unwrap_or_default();
    let own = if kind.contains("Scan") && !kind.contains("Subquery") {
        (number("Actual Rows") + number("Rows Removed by Filter")) * number("Actual Loops")
    } else {
        0.0
    };
    own + plan["Plans"].as_array().into_iter().flatten().map(rows_read).sum::<f64>()
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_read_little_more_than_they_return() {
    let Some(url) = server::database("plans").await else { return };
    let log = PostgresLog::connect(&url).await.expect("a log");
    let mut connection = PgConnection::connect(&url).await.expect("a connection");
    connection.execute(RUNS).await.expect("runs");
    let (since, until) = (UNIX_EPOCH + Duration::from_mins(15), UNIX_EPOCH + Duration::from_mins(250));
    let all = RunFilter::new().limit(50);
    let failed = all.clone().status(RunStatus::Failed);
    for filter in [
        all.clone(),
        failed.clone(),
        failed.clone().status(RunStatus::Interrupted),
        all.clone().since(since),
        all.clone().until(until),
        failed.clone().since(since).until(until).status(RunStatus::Running),
        all.clone().pipeline("p3"),
        failed.clone().pipeline("p3").since(since),
        all.clone().tag("nightly"),
        all.clone().id_prefix("01J01999"),
        all.id_prefix("01J"),
    ] {
        for before in [None, Some((14_000_000, 14_000))] {
            let few = filter.id_prefix.as_ref().is_some_and(|prefix| prefix.len() > 3);
            for view in [View::recorded(), View::now(log.outage(false))] {
                let selection = Selection { filter: &filter, before, few, dead: view.dead.as_deref() };
                let mut list = DIALECT.list(selection, &summary_columns(&view, true), LISTED);
                list.sql.insert_str(0, "EXPLAIN (ANALYZE, FORMAT JSON) ");
                let rows = log.bound(&list).rows(&mut connection).await.expect("a plan");
                let plan: Value = serde_json::from_str(&rows[0].get_unchecked::<String, _>(0)).expect("JSON");
                let read = rows_read(&plan[0]["Plan"]);
                // The planner may expect to find the runs of a page soon among others. A plan that sorts reads 4,000.
                assert!(read <= 1000.0, "{filter:?} reads {read} rows: {plan:#}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rows_of_a_run_are_a_range_of_the_log() {
    let Some(url) = server::database("plans_of_rows").await else { return };
    let log = PostgresLog::connect(&url).await.expect("a log");
    let mut connection = PgConnection::connect(&url).await.expect("a connection");
    connection.execute(RUNS).await.expect("runs");
    let entries = "INSERT INTO runnable.log (run, position, seq, n, entries) \
        SELECT no, step, 0, 0, '[]' FROM runnable.runs, generate_series(1, 3) AS step; ANALYZE runnable.log";
    connection.execute(entries).await.expect("rows");
    for containing in [false, true] {
        let sql = format!("EXPLAIN (ANALYZE, FORMAT JSON) {}", rows(containing));
        let sql = log.schema.sql(&sql).find("01J000700");
        let sql = if containing { sql.find("\"fetch\"") } else { sql };
        let plan = sql.rows(&mut connection).await.expect("a plan");
        let plan: Value = serde_json::from_str(&plan[0].get_unchecked::<String, _>(0)).expect("JSON");
        let read = rows_read(&plan[0]["Plan"]);
        // The run and its 3 rows of 60,000, which a bitmap counts twice.
        assert!(read <= 7.0, "{read} rows are read: {plan:#}");
    }
}
