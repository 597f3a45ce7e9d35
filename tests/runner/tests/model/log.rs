//! The run logs of the trials.

use super::server;
use runnable::runner::{Config, Runner};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use std::{path::PathBuf, time::Duration};
use tokio::sync::OnceCell;

/// The log of a run, whose parts are cut short in one of three ways.
pub(crate) enum Log {
    /// In memory; the parts are dropped.
    Memory(Option<Runner>),
    /// In a database, which each part opens anew; the parts are dropped.
    Database(Database, Option<Runner>),
    /// In a database; each part runs in a process of its own, which is killed.
    Killed(Database, Killing),
}

/// The database of a log.
#[derive(Debug, Clone)]
pub(crate) struct Database {
    pub(crate) url: String,
}

/// The processes of a run.
#[derive(Debug)]
pub(crate) struct Killing {
    /// The name of the test that the processes execute.
    pub(crate) test: String,
    /// The folder of the files that they share.
    pub(crate) folder: PathBuf,
    pub(crate) killed: u32,
}

impl Log {
    pub(crate) async fn of(trial: u64, name: &str, folder: &tempfile::TempDir) -> Self {
        static POSTGRES: OnceCell<Option<String>> = OnceCell::const_new();
        let url = match trial % 24 {
            0 | 2 | 12 | 14 => format!("sqlite:{}", folder.path().join("runs.db").display()),
            1 | 3 | 13 => match POSTGRES.get_or_init(|| server::database("model")).await {
                Some(url) => url.clone(),
                None => return Self::Memory(None),
            },
            _ => return Self::Memory(None),
        };
        let database = Database { url };
        if trial % 12 < 2 {
            return Self::Database(database, None);
        }
        let test = format!("generated::{name}_resumes");
        Self::Killed(database, Killing { test, folder: folder.path().to_owned(), killed: 0 })
    }

    /// Returns the number of processes that were killed.
    pub(crate) fn killed(&self) -> u32 {
        if let Self::Killed(_, killing) = self { killing.killed } else { 0 }
    }

    pub(crate) async fn runner(&mut self) -> Runner {
        match self {
            Self::Memory(Some(runner)) => runner.clone(),
            Self::Memory(open) => open.insert(runner("memory:").await).clone(),
            Self::Database(database, open) => {
                if let Some(runner) = open.take() {
                    runner.shutdown().await.expect("it stops");
                }
                open.insert(runner(&database.url).await).clone()
            }
            Self::Killed(database, _) => runner(&database.url).await,
        }
    }

    /// Replaces the recorded input of a run. Returns false if the log is in memory.
    pub(crate) async fn change_input(&mut self, run: &str, input: &str) -> bool {
        let (Self::Database(Database { url }, _) | Self::Killed(Database { url }, _)) = self else { return false };
        if let Some(file) = url.strip_prefix("sqlite:") {
            let options =
                sqlx::sqlite::SqliteConnectOptions::new().filename(file).busy_timeout(Duration::from_secs(30));
            let mut database = SqliteConnection::connect_with(&options).await.expect("it connects");
            let update = sqlx::query("UPDATE runs SET input = ? WHERE id = ?").bind(input).bind(run);
            update.execute(&mut database).await.expect("it is changed");
            database.close().await.expect("it closes");
            return true;
        }
        let mut database = PgConnection::connect(url).await.expect("it connects");
        let schema = "SELECT table_schema::text FROM information_schema.tables WHERE table_name = 'runs'";
        let schema: String = sqlx::query_scalar(schema).fetch_one(&mut database).await.expect("it has the table");
        let update = AssertSqlSafe(format!("UPDATE {schema}.runs SET input = $1 WHERE id = $2"));
        sqlx::query(update).bind(input).bind(run).execute(&mut database).await.expect("it is changed");
        database.close().await.expect("it closes");
        true
    }
}

/// Returns a runner whose lease ends soon after its process.
pub(crate) async fn runner(url: &str) -> Runner {
    let mut config = Config::default();
    config.run_log.lease = Duration::from_millis(500);
    Runner::builder().config(config).run_log(url).build().await.expect("a runner")
}
