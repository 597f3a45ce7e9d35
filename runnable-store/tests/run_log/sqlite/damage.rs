//! The check of damaged SQLite files.

use super::*;

#[tokio::test]
async fn a_damaged_file_is_found_by_the_check() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"; 5], Some(RunStatus::Succeeded)).await;
    record(&log, "B", "O", &[], None).await;
    log.check().await.unwrap();
    let cases = [
        (
            "UPDATE log SET entries = json_remove(entries, '$[3]') WHERE id >> 32 = 1",
            "the row of the run `A` that ends at entry 7 has another number of entries than recorded",
        ),
        ("UPDATE log SET seq = 9 WHERE id >> 32 = 1", "the run `A` lacks events after number 0"),
        (
            r#"INSERT INTO log VALUES ((2 << 32) + 3, 2, 0, '[["failed",1,"fetch",1,[],[]]]')"#,
            "the run `B` ended attempt 1 of `fetch`, which was not open",
        ),
        ("INSERT INTO log VALUES (7 << 32, 0, 0, '[]')", "belongs to no run"),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM definitions",
            "a row of `runs` refers to a missing row of `definitions`",
        ),
    ];
    for (damage, problem) in cases {
        raw(&path).await.execute(damage).await.unwrap();
        let error = log.check().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt);
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[tokio::test]
async fn rows_that_cannot_be_read_are_damage() {
    let directory = tempfile::tempdir().unwrap();
    let intact = directory.path().join("intact.db");
    let log = SqliteLog::open(&intact).await.unwrap();
    record(&log, "A", "O", &["chunk"; 5], None).await;
    let file = runnable_store::Write::Artifact(crate::support::artifact("a.csv"));
    let steps = [crate::support::started("a", 1), file, crate::support::ended("a", 1), run_ended(RunStatus::Succeeded)];
    log.append(&of("A", steps)).await.unwrap();
    log.compact(crate::support::later()).await.unwrap();
    record(&log, "B", "O", &["chunk"], Some(RunStatus::Failed)).await;
    log.close().await.unwrap();
    let entries = [
        "'x'",
        "NULL",
        "x'ff'",
        "12",
        "''",
        "'{}'",
        "'[1]'",
        "'[[]]'",
        "'[[1]]'",
        r#"'[["event",1,["a"],1]]'"#,
        r#"'[["event",1,"a",1,"chunk"]]'"#,
        r#"'[["event","now",["a"],1,"chunk"]]'"#,
        r#"'[["event",1,["a"],-1,"chunk"]]'"#,
        r#"'[["events",1,["a"],1,"chunk",[["x"]]]]'"#,
        r#"'[["lost",1,"a",1]]'"#,
        r#"'[["started",1,"a"]]'"#,
        r#"'[["failed",1,"a",1,[]]]'"#,
        r#"'[["put",1,"a",1,{"name":1}]]'"#,
        "CAST(x'5bff5d' AS TEXT)",
    ];
    let mut damages: Vec<String> = entries.iter().map(|text| format!("UPDATE log SET entries = {text}")).collect();
    let columns = ["status = 'lost'", "input = '{'", "output = 'x'", "error = ''", "code = '[]'", "started = 'now'"];
    damages.extend(columns.iter().map(|column| format!("UPDATE runs SET {column} WHERE id = 'A'")));
    damages.extend(
        ["UPDATE log SET seq = 'x'", "UPDATE log SET n = 'x'", "UPDATE definitions SET body = '{'"].map(Into::into),
    );
    damages
        .extend(["seq = -9223372036854775808", "n = -9223372036854775808"].map(|set| format!("UPDATE log SET {set}")));
    for damage in damages {
        let path = directory.path().join("damaged.db");
        std::fs::copy(&intact, &path).unwrap();
        let log = SqliteLog::open(&path).await.unwrap();
        log.check().await.unwrap();
        let mut connection = raw(&path).await;
        connection.execute("PRAGMA ignore_check_constraints = ON").await.unwrap();
        // `NOT NULL` of the column stays: the row is replaced by one of a table without it.
        if damage.contains("NULL") {
            let schema = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'entries TEXT NOT NULL', 'entries TEXT') \
                          WHERE name = 'log'; PRAGMA writable_schema = RESET";
            connection.execute(schema).await.unwrap();
        }
        connection.execute(sqlx::AssertSqlSafe(damage.clone())).await.unwrap();
        let error = log.check().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt, "{damage}: {error}");
        assert!(error.to_string().contains("is damaged"), "{damage}: {error}");
        connection.close().await.unwrap();
        log.close().await.unwrap();
        drop(log);
    }
}
