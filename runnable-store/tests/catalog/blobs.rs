//! Contents are stored once, and read back whole.

use super::counting::Counting;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, future::join_all, stream};
use runnable_store::{StoreErrorKind, catalog::CatalogStore};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tempfile::TempDir;

/// Two parts of an upload, and several chunks of a read.
const LARGE: usize = (9 << 20) + 17;

fn large(seed: u8) -> Vec<u8> {
    (0..=250).cycle().map(|byte: u8| byte ^ seed).take(LARGE).collect()
}

fn local() -> (TempDir, CatalogStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = CatalogStore::open(folder.path().join("catalog").to_str().unwrap()).unwrap();
    (folder, store)
}

/// All files of a local catalog.
fn stored(store: &CatalogStore) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(store.root().unwrap()).sort_by_file_name();
    entries
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Returns the message of an error and of its causes.
fn report(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn blob_path(store: &CatalogStore, hash: &str) -> PathBuf {
    store.root().unwrap().join("blobs").join(&hash[..2]).join(hash)
}

async fn read(store: &CatalogStore, hash: &str) -> Vec<u8> {
    let content: Vec<Bytes> = store.open_blob(hash).await.unwrap().try_collect().await.unwrap();
    content.concat()
}

/// Asserts that contents of several sizes are stored and read back.
async fn assert_round_trip(store: &CatalogStore, folder: &Path) {
    for (at, content) in [vec![], b"x".to_vec(), large(1)].into_iter().enumerate() {
        let file = folder.join(format!("file{at}"));
        fs::write(&file, &content).unwrap();
        let blob = store.put_file(&file).await.unwrap();
        assert_eq!((blob.size, &*blob.hash), (content.len() as u64, &*blake3::hash(&content).to_hex()));
        assert!(store.contains(&blob.hash).await.unwrap());
        assert!(read(store, &blob.hash).await == content);
        let to = folder.join(format!("deep/er/copy{at}"));
        assert_eq!(store.get_to(&blob.hash, &to).await.unwrap(), blob.size);
        assert!(fs::read(&to).unwrap() == content);
        assert_eq!(store.put_bytes(content.clone()).await.unwrap(), blob);
        let chunks = content.chunks(999_983).map(|chunk| Ok(Bytes::copy_from_slice(chunk)));
        assert_eq!(store.put_stream(stream::iter(chunks.collect::<Vec<_>>())).await.unwrap(), blob);
    }
}

#[tokio::test]
async fn contents_of_any_size_come_back_from_a_folder() {
    let (folder, store) = local();
    assert_round_trip(&store, folder.path()).await;
    assert_eq!(stored(&store).len(), 3, "{:?}", stored(&store));
}

#[tokio::test]
async fn contents_of_any_size_come_back_from_memory() {
    let folder = tempfile::tempdir().unwrap();
    assert_round_trip(&CatalogStore::open("memory:").unwrap(), folder.path()).await;
}

#[tokio::test]
async fn large_bytes_and_streams_that_are_new_are_stored() {
    let (_folder, store) = local();
    let blob = store.put_bytes(large(2)).await.unwrap();
    assert!(read(&store, &blob.hash).await == large(2));
    let chunks: Vec<_> = large(3).chunks(1 << 19).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
    let blob = store.put_stream(stream::iter(chunks)).await.unwrap();
    assert!(read(&store, &blob.hash).await == large(3));
    assert_eq!(stored(&store).len(), 2);
}

#[tokio::test]
async fn an_existing_content_is_not_uploaded_again() {
    let objects = Arc::new(Counting::default());
    let store = CatalogStore::from_object_store(objects.clone(), "counting");
    let first = store.put_bytes("same").await.unwrap();
    assert_eq!(store.put_bytes("same").await.unwrap(), first);
    store.put_bytes("other").await.unwrap();
    assert_eq!(objects.uploads.load(Ordering::SeqCst), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_concurrent_puts_of_a_content_upload_it_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    for content in [b"small".to_vec(), large(4)] {
        fs::write(&file, &content).unwrap();
        let objects = Arc::new(Counting::default());
        let store = CatalogStore::from_object_store(objects.clone(), "counting");
        let puts = (0..100).map(|_| {
            let (store, file) = (store.clone(), file.clone());
            tokio::spawn(async move { store.put_file(&file).await.unwrap().hash })
        });
        let expected = blake3::hash(&content).to_hex();
        assert!(join_all(puts).await.into_iter().all(|hash| hash.unwrap() == *expected));
        assert_eq!(objects.uploads.load(Ordering::SeqCst), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_reader_never_sees_a_partial_content() {
    let (folder, store) = local();
    let content = large(5);
    let hash = blake3::hash(&content).to_hex().to_string();
    // Two stores are like two processes: they do not wait for each other.
    let again = CatalogStore::open(store.root().unwrap().to_str().unwrap()).unwrap();
    let (blob, to) = (blob_path(&store, &hash), folder.path().join("copy"));
    let done = Arc::new(AtomicBool::new(false));
    let looks = tokio::task::spawn_blocking({
        let (files, done) = ([blob, to.clone()], Arc::clone(&done));
        move || {
            let mut seen = 0;
            while !done.load(Ordering::SeqCst) {
                for about in files.iter().filter_map(|file| fs::metadata(file).ok()) {
                    assert_eq!(about.len(), LARGE as u64);
                    seen += 1;
                }
            }
            seen
        }
    });
    let writes = [&store, &again].map(|store| store.put_bytes(content.clone()));
    assert!(join_all(writes).await.into_iter().all(|blob| blob.unwrap().hash == hash));
    assert!(join_all((0..4).map(|_| store.get_to(&hash, &to))).await.into_iter().all(|copy| copy.is_ok()));
    done.store(true, Ordering::SeqCst);
    assert!(looks.await.unwrap() > 0);
    assert!(fs::read(&to).unwrap() == content);
}

#[tokio::test]
async fn a_damaged_content_is_an_error_and_is_never_written_to_a_file() {
    let (folder, store) = local();
    let blob = store.put_bytes("the truth").await.unwrap();
    fs::write(blob_path(&store, &blob.hash), "the trvth").unwrap();
    let to = folder.path().join("out/file");
    let error = store.get_to(&blob.hash, &to).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Corrupt);
    assert!(error.to_string().contains(&blob.hash) && error.to_string().contains("damaged"), "{error}");
    assert_eq!(fs::read_dir(to.parent().unwrap()).unwrap().count(), 0);
    let last = store.open_blob(&blob.hash).await.unwrap().collect::<Vec<_>>().await.pop().unwrap();
    assert_eq!(last.unwrap_err().kind(), StoreErrorKind::Corrupt);
}

#[tokio::test]
async fn a_truncated_content_is_replaced_by_the_next_put() {
    let (_folder, store) = local();
    for content in [b"the truth".to_vec(), large(6)] {
        let blob = store.put_bytes(content.clone()).await.unwrap();
        fs::write(blob_path(&store, &blob.hash), "the").unwrap();
        store.put_bytes(content.clone()).await.unwrap();
        assert!(read(&store, &blob.hash).await == content);
    }
}

#[tokio::test]
async fn missing_contents_invalid_hashes_and_missing_files_are_errors() {
    let (folder, store) = local();
    let hash = "0".repeat(64);
    let missing = store.open_blob(&hash).await.unwrap_err();
    assert_eq!(missing.kind(), StoreErrorKind::NotFound);
    assert!(missing.to_string().contains(&hash), "{missing}");
    assert!(!store.contains(&hash).await.unwrap());
    for wrong in ["", "../../etc/passwd", "abc", &"A".repeat(64), &"é".repeat(32)] {
        assert_eq!(store.open_blob(wrong).await.unwrap_err().kind(), StoreErrorKind::Invalid, "{wrong}");
    }
    let missing = store.put_file(&folder.path().join("nothing.csv")).await.unwrap_err();
    assert_eq!(missing.kind(), StoreErrorKind::NotFound);
    assert!(missing.to_string().contains("nothing.csv"), "{missing}");
    assert_eq!(store.put_file(folder.path()).await.unwrap_err().kind(), StoreErrorKind::Invalid);
}

#[tokio::test]
async fn an_upload_that_fails_is_aborted_and_leaves_nothing() {
    let objects = Arc::new(Counting::default());
    let store = CatalogStore::from_object_store(objects.clone(), "counting");
    objects.parts_fail.store(true, Ordering::SeqCst);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, large(7)).unwrap();
    let error = store.put_file(&file).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Full, "{error}");
    assert_eq!(objects.aborted.load(Ordering::SeqCst), 1);
    assert!(!store.contains(&blake3::hash(&large(7)).to_hex()).await.unwrap());
}

#[tokio::test]
async fn a_stream_that_fails_leaves_nothing() {
    let (_folder, store) = local();
    let mut chunks: Vec<_> = large(8).chunks(1 << 20).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
    chunks.push(Err(std::io::Error::other("the line is dead")));
    let error = store.put_stream(stream::iter(chunks)).await.unwrap_err();
    assert!(report(&error).contains("the line is dead"), "{error}");
    assert_eq!(stored(&store), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_dropped_put_leaves_the_whole_content_or_nothing_under_the_hash() {
    let (folder, store) = local();
    let file = folder.path().join("file");
    fs::write(&file, large(9)).unwrap();
    let hash = blake3::hash(&large(9)).to_hex().to_string();
    let mut cut = 0;
    for polls in 0..200 {
        let mut put = Box::pin(store.put_file(&file));
        let mut done = false;
        for _ in 0..polls {
            let step = tokio::time::timeout(Duration::from_millis(1), &mut put).await;
            done = step.is_ok();
            if done {
                break;
            }
        }
        drop(put);
        match fs::metadata(blob_path(&store, &hash)) {
            // The blocking thread may have renamed the file already.
            Ok(about) => {
                assert_eq!(about.len(), LARGE as u64);
                break;
            }
            Err(_) => {
                assert!(!done);
                cut += 1;
            }
        }
    }
    assert!(cut > 0);
    store.put_file(&file).await.unwrap();
    assert!(read(&store, &hash).await == large(9));
}

#[tokio::test]
async fn a_sweep_deletes_the_remains_of_a_crash_and_no_content() {
    let (_folder, store) = local();
    let blob = store.put_bytes("kept").await.unwrap();
    let staged = PathBuf::from(format!("{}#1", blob_path(&store, &blob.hash).display()));
    let spool = store.root().unwrap().join("tmp/spool");
    fs::create_dir_all(spool.parent().unwrap()).unwrap();
    fs::write(&staged, "ha").unwrap();
    fs::write(&spool, "lf").unwrap();
    assert_eq!(store.sweep(Duration::from_hours(1)).await.unwrap(), 0, "another process may write them");
    assert_eq!(store.sweep(Duration::ZERO).await.unwrap(), 2);
    assert_eq!(stored(&store), [blob_path(&store, &blob.hash)]);
    assert_eq!(CatalogStore::memory().sweep(Duration::ZERO).await.unwrap(), 0);
}

#[tokio::test]
async fn the_error_for_an_invalid_address_does_not_contain_its_password() {
    for (address, part) in [
        ("", "empty"),
        ("ftp://host/path", "ftp://"),
        ("s3://key:hunter2@bucket/prefix", "environment"),
        ("s3://bucket/prefix?key=hunter2", "`?`"),
        ("s3://[hunter2", "not a URL"),
    ] {
        let error = CatalogStore::open(address).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid);
        assert!(error.to_string().contains(part) && !error.to_string().contains("hunter2"), "{error}");
    }
    let folder = tempfile::tempdir().unwrap();
    let url = format!("file://{}/catalog", folder.path().display());
    CatalogStore::open(&url).unwrap().put_bytes("x").await.unwrap();
    assert!(folder.path().join("catalog/blobs").is_dir());
    fs::write(folder.path().join("file"), "").unwrap();
    assert!(CatalogStore::open(folder.path().join("file").to_str().unwrap()).is_err());
}

#[cfg(unix)]
#[tokio::test]
async fn a_downloaded_file_has_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, store) = local();
    let blob = store.put_bytes("x").await.unwrap();
    store.get_to(&blob.hash, &folder.path().join("got")).await.unwrap();
    fs::write(folder.path().join("any"), "x").unwrap();
    let mode = |name| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("got"), mode("any"));
}
