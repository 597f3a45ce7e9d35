//! The files of a run.

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use runnable_store::{
    ArtifactRecord, BoxFuture, StoreErrorKind,
    catalog::{Catalog, CatalogStore, Records, Workspace},
};
use std::{
    fs,
    sync::{Arc, Mutex},
    time::{Duration, UNIX_EPOCH},
};
use tempfile::TempDir;

#[derive(Debug, Default)]
struct List(Mutex<Vec<ArtifactRecord>>);

impl Records for List {
    fn artifacts(&self) -> BoxFuture<'_, Vec<ArtifactRecord>> {
        Box::pin(async { Ok(self.0.lock().unwrap().clone()) })
    }
    fn record(&self, artifact: ArtifactRecord) -> BoxFuture<'_, ()> {
        Box::pin(async {
            self.0.lock().unwrap().push(artifact);
            Ok(())
        })
    }
}

struct Run {
    folder: TempDir,
    list: Arc<List>,
    catalog: Catalog,
}

impl Run {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (store, list) = (CatalogStore::memory(), Arc::new(List::default()));
        let workspace = Workspace::open(folder.path()).unwrap();
        let catalog = Catalog::new(store, workspace, list.clone(), "export", 2);
        Self { folder, list, catalog }
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    fn recorded(&self) -> Vec<(String, bool)> {
        self.list.0.lock().unwrap().iter().map(|record| (record.name.clone(), record.put)).collect()
    }
}

#[tokio::test]
async fn a_put_and_a_get_are_recorded_with_the_step() {
    let run = Run::new();
    run.write("out/a.csv", "1,2\n");
    let put = run.catalog.put("out/a.csv").await.unwrap();
    assert_eq!((put.name.as_str(), put.step.as_str(), put.attempt, put.put), ("out/a.csv", "export", 2, true));
    assert_eq!((put.hash.as_str(), put.size), (&*blake3::hash(b"1,2\n").to_hex(), 4));
    assert_eq!(put.media_type, "text/csv");
    assert!(put.at > UNIX_EPOCH + Duration::from_secs(1_600_000_000));
    fs::remove_file(run.folder.path().join("out/a.csv")).unwrap();
    let got = run.catalog.get_to_workspace("out/a.csv").await.unwrap();
    assert_eq!((got.put, got.hash), (false, put.hash));
    assert_eq!(run.read("out/a.csv"), "1,2\n");
    assert_eq!(run.recorded(), [("out/a.csv".into(), true), ("out/a.csv".into(), false)]);
}

#[tokio::test]
async fn the_latest_put_of_a_name_counts() {
    let run = Run::new();
    run.catalog.put_bytes("b", "old").await.unwrap();
    run.catalog.put_bytes("a", "other").await.unwrap();
    let chunks = stream::iter(["n", "ew"].map(|chunk| Ok(Bytes::from(chunk))));
    run.catalog.put_stream("b", chunks).await.unwrap();
    assert_eq!(run.catalog.get("b").await.unwrap(), "new");
    let streamed: Vec<_> = run.catalog.stream("b").await.unwrap().try_collect().await.unwrap();
    assert_eq!(streamed.concat(), b"new");
    let list = run.catalog.list().await.unwrap();
    assert_eq!(list.iter().map(|file| (&*file.name, file.size)).collect::<Vec<_>>(), [("a", 5), ("b", 3)]);
    assert_eq!(list[0].media_type, "application/octet-stream");
}

#[tokio::test]
async fn patterns_put_and_get_all_their_files() {
    let run = Run::new();
    for name in ["out/a.csv", "out/b.csv", "out/c.txt", "model.bin"] {
        run.write(name, name);
    }
    let put = run.catalog.put_globs(&["out/*.csv", "model.bin"]).await.unwrap();
    assert_eq!(put.iter().map(|file| &*file.name).collect::<Vec<_>>(), ["model.bin", "out/a.csv", "out/b.csv"]);
    run.write("out/a.csv", "changed");
    let got = run.catalog.get_globs(&["out/*", "out/a.*"]).await.unwrap();
    assert_eq!(got.iter().map(|file| &*file.name).collect::<Vec<_>>(), ["out/a.csv", "out/b.csv"]);
    assert_eq!(run.read("out/a.csv"), "out/a.csv");
}

#[tokio::test]
async fn a_missing_file_or_pattern_fails_before_anything_is_stored() {
    let run = Run::new();
    run.write("out/a.csv", "x");
    let put = run.catalog.put_globs(&["out/*.csv", "out/*.json"]).await.unwrap_err();
    assert!(put.kind() == StoreErrorKind::NotFound && put.to_string().contains("out/*.json"), "{put}");
    assert_eq!(run.catalog.put("nothing").await.unwrap_err().kind(), StoreErrorKind::NotFound);
    run.catalog.put_bytes("there", "x").await.unwrap();
    let get = run.catalog.get_globs(&["there", "*.bin"]).await.unwrap_err();
    assert!(get.kind() == StoreErrorKind::NotFound && get.to_string().contains("*.bin"), "{get}");
    for error in [
        run.catalog.get("nothing").await.unwrap_err(),
        run.catalog.stream("nothing").await.unwrap_err(),
        run.catalog.get_to_workspace("nothing").await.unwrap_err(),
    ] {
        assert!(error.kind() == StoreErrorKind::NotFound && error.to_string().contains("`nothing`"), "{error}");
    }
    assert_eq!(run.recorded(), [("there".into(), true)]);
}

#[tokio::test]
async fn a_name_that_leaves_the_workspace_is_refused_by_every_method() {
    let run = Run::new();
    let catalog = &run.catalog;
    for name in ["../x", "/x", "a/../x"] {
        let errors = [
            catalog.put(name).await.err(),
            catalog.put_bytes(name, "x").await.err(),
            catalog.put_stream(name, stream::empty()).await.err(),
            catalog.put_globs(&[name]).await.err(),
            catalog.get(name).await.err(),
            catalog.stream(name).await.err(),
            catalog.get_to_workspace(name).await.err(),
            catalog.get_globs(&[name]).await.err(),
        ];
        assert!(errors.iter().all(|error| error.as_ref().unwrap().kind() == StoreErrorKind::Invalid), "{errors:?}");
    }
    assert_eq!(run.recorded(), []);
}

#[tokio::test]
async fn a_name_in_the_log_that_leaves_the_workspace_is_not_written() {
    let run = Run::new();
    let mut record = run.catalog.put_bytes("x", "x").await.unwrap();
    record.name = "../escaped".into();
    run.list.0.lock().unwrap().push(record);
    let error = run.catalog.get_globs(&["**"]).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    assert!(!run.folder.path().join("../escaped").exists());
}

#[tokio::test]
async fn a_get_beyond_the_limit_recommends_a_stream() {
    let run = Run::new();
    let size = usize::try_from(Catalog::MAX_IN_MEMORY).unwrap() + 1;
    run.catalog.put_bytes("big", vec![0; size]).await.unwrap();
    let error = run.catalog.get("big").await.unwrap_err();
    assert!(error.kind() == StoreErrorKind::Invalid && error.to_string().contains("`stream`"), "{error}");
    let mut stream = run.catalog.stream("big").await.unwrap();
    let mut read = 0;
    while let Some(chunk) = stream.next().await {
        read += chunk.unwrap().len();
    }
    assert_eq!((read, stream.size()), (size, size as u64));
}

#[tokio::test]
async fn a_catalog_within_its_workspace_does_not_put_itself() {
    let run = Run::new();
    run.write("a.txt", "x");
    let store = CatalogStore::open(run.folder.path().join("catalog").to_str().unwrap()).unwrap();
    store.put_bytes("a content").await.unwrap();
    let workspace = Workspace::open(run.folder.path()).unwrap();
    let catalog = Catalog::new(store, workspace, run.list.clone(), "export", 1);
    assert_eq!(catalog.put_globs(&["**"]).await.unwrap().len(), 1);
}
