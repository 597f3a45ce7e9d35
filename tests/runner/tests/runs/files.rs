//! Files that steps read and write.

use super::*;
use runnable::store::{StoreErrorKind, catalog::CatalogStore};
use std::fs;
use tempfile::TempDir;

#[task(returns = [rows], put = ["out/*.csv"])]
async fn export(folder: String, rows: u32) -> Result<u32, String> {
    fs::create_dir_all(format!("{folder}/out")).map_err(|error| format!("{error:#}"))?;
    for row in 0..rows {
        fs::write(format!("{folder}/out/{row}.csv"), "a;b").map_err(|error| format!("{error:#}"))?;
    }
    Ok(rows)
}

#[task(returns = [text], get = ["out/0.csv"])]
async fn import(folder: &str) -> std::io::Result<String> {
    fs::read_to_string(format!("{folder}/out/0.csv"))
}

/// Deletes the exported files, so that only the catalog has them.
#[task]
async fn lose(folder: &str) -> std::io::Result<()> {
    fs::remove_dir_all(format!("{folder}/out"))
}

#[task(returns = [names])]
async fn list(catalog: Catalog) -> Result<Vec<String>, runnable::store::StoreError> {
    catalog.put_bytes("note.txt", "hello").await?;
    Ok(catalog.list().await?.into_iter().map(|file| file.name).collect())
}

pipeline! {
    fn files(folder: String, rows: u32) -> [rows, text, names] { export >> lose >> import >> list }
}

async fn with_files() -> (Runner, TempDir) {
    let folder = TempDir::new().expect("a folder");
    let runner = Runner::builder().run_log("memory:").catalog(CatalogStore::memory()).workspace(folder.path());
    (runner.build().await.expect("a runner"), folder)
}

#[tokio::test]
async fn files_are_stored_and_fetched_and_the_log_has_their_hashes() {
    let (runner, folder) = with_files().await;
    let path = folder.path().display().to_string();
    let output = runner.run(files(path, 2)).run_id("files").await.expect("it succeeds");
    assert_eq!(
        (output.text.as_str(), output.names),
        ("a;b", ["note.txt", "out/0.csv", "out/1.csv"].map(String::from).to_vec())
    );
    let all = runner.log().expect("a log").artifacts("files").await.expect("it can be read");
    let listed: Vec<_> = all.iter().map(|file| (file.step.as_str(), file.put, file.name.as_str(), file.size)).collect();
    assert_eq!(
        listed,
        [
            ("export", true, "out/0.csv", 3),
            ("export", true, "out/1.csv", 3),
            ("import", false, "out/0.csv", 3),
            ("list", true, "note.txt", 5),
        ]
    );
    assert_eq!(all[0].hash, all[1].hash);
    assert_eq!((all[0].hash.len(), all[0].media_type.as_str()), (64, "text/csv"));
}

#[tokio::test]
async fn a_missing_file_fails_the_step() {
    let (runner, folder) = with_files().await;
    let path = folder.path().display().to_string();
    let error = runner.run(files(path, 0)).await.expect_err("there is nothing to put");
    assert_eq!(error.path(), "export");
    let store = error.downcast_ref::<runnable::store::StoreError>().expect("the source is a store error");
    assert_eq!(store.kind(), StoreErrorKind::NotFound);
    assert!(format!("{error:#}").contains("out/*.csv"), "{error}");
}

#[tokio::test]
async fn a_failed_step_needs_no_files_and_a_file_may_be_empty() {
    #[task(put = ["*.txt"])]
    async fn fails() -> Result<(), String> {
        Err("first".to_owned())
    }
    #[task(put = ["*.txt"])]
    async fn empty(folder: String) -> std::io::Result<()> {
        fs::write(format!("{folder}/empty.txt"), "")
    }
    let (runner, folder) = with_files().await;
    let error = runner.run(Fails {}).await.expect_err("it fails");
    assert!(format!("{error:#}").ends_with("first"), "{error}");
    runner.run(Empty { folder: folder.path().display().to_string() }).run_id("empty").await.expect("it succeeds");
    assert_eq!(runner.log().expect("a log").artifacts("empty").await.expect("it can be read")[0].size, 0);
}

#[tokio::test]
async fn a_resumed_run_has_the_files_of_its_completed_steps() {
    #[task(get = ["out/*.csv"])]
    async fn take(name: &str) -> Result<(), String> {
        act(&format!("{name}/take"))
    }
    pipeline! { fn later(folder: String, rows: u32, name: String) { export >> lose >> take } }
    let (runner, folder) = with_files().await;
    let name = unique("files");
    break_at(&format!("{name}/take"));
    let run = later(folder.path().display().to_string(), 1, name.clone());
    runner.run(run).run_id(&*name).await.expect_err("it fails");
    fs::remove_dir_all(folder.path().join("out")).expect("it was got once");
    mend(&format!("{name}/take"));
    runner.resume::<Later>(&name).await.expect("it resumes");
    assert!(folder.path().join("out/0.csv").exists());
}

#[tokio::test]
async fn a_task_that_needs_a_catalog_fails_with_a_remedy_if_none_is_configured() {
    let error = List {}.execute().await.expect_err("there is none");
    assert!(format!("{error:#}").contains("help: run the pipeline with a `Runner`"), "{error}");
}
