//! Behaviour that every run log has: the tests are written once, and run for each log.

mod cancels;
mod fencing;
mod leases;
mod lists;
mod records;
mod steps;

/// Makes a test of each of these functions for each log.
macro_rules! conformance {
    ($($name:ident)*) => {
        mod memory {
            $(#[tokio::test]
            async fn $name() {
                super::$name(std::sync::Arc::new(runnable_store::MemoryLog::new())).await;
            })*
        }
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                let directory = tempfile::tempdir().unwrap();
                let log = std::sync::Arc::new(runnable_store::SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
                super::$name(log.clone()).await;
                runnable_store::RunLog::check(&*log).await.unwrap();
            })*
        }
        #[cfg(feature = "postgres")]
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                if let Some(log) = crate::postgres::log(stringify!($name)).await {
                    super::$name(log.clone()).await;
                    runnable_store::RunLog::check(&*log).await.unwrap();
                }
            })*
        }
    };
}
pub(crate) use conformance;
