//! The remains of a killed process, and the memory that a transfer takes.

use futures_util::StreamExt;
use runnable_store::catalog::CatalogStore;
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    time::{Duration, UNIX_EPOCH},
};

const FOLDER: &str = "RUNNABLE_TEST_FOLDER";
const SIZE: usize = 9 << 20;

/// Returns a command that runs one test of this program with a folder; without a folder, the test does nothing.
fn inner(test: &str, folder: &std::path::Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(FOLDER, folder).stdout(Stdio::piped());
    command
}

fn folder() -> Option<PathBuf> {
    env::var_os(FOLDER).map(PathBuf::from)
}

fn blobs(store: &CatalogStore) -> Vec<PathBuf> {
    let blobs = walkdir::WalkDir::new(store.root().unwrap()).into_iter().map(Result::unwrap);
    blobs.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

#[tokio::test]
async fn inner_puts_until_it_is_killed() {
    let Some(folder) = folder() else { return };
    let store = CatalogStore::open(folder.to_str().unwrap()).unwrap();
    let mut content = vec![1; SIZE];
    loop {
        let now = UNIX_EPOCH.elapsed().unwrap().as_nanos();
        content[..16].copy_from_slice(&now.to_le_bytes());
        store.put_bytes(content.clone()).await.unwrap();
        println!("\nstored");
    }
}

#[test]
fn a_killed_process_leaves_no_partial_content_and_a_sweep_removes_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    for wait in 0..12 {
        let mut process = inner("crash::inner_puts_until_it_is_killed", folder.path()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap() == "stored"));
        std::thread::sleep(Duration::from_millis(wait * 5));
        process.kill().unwrap();
        process.wait().unwrap();
    }
    let store = CatalogStore::open(folder.path().to_str().unwrap()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(store.sweep(Duration::ZERO)).unwrap();
    let blobs = blobs(&store);
    assert!(blobs.len() >= 12);
    for blob in blobs {
        let content = fs::read(&blob).unwrap();
        assert_eq!(*blake3::hash(&content).to_hex(), *blob.file_name().unwrap().to_str().unwrap());
    }
}

/// Returns the peak memory of this process in megabytes.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn inner_transfers_a_large_file() {
    let Some(folder) = folder() else { return };
    let before = peak();
    let size = 400 << 20;
    let file = folder.join("file");
    // A sparse file, which is created at once.
    fs::File::create(&file).unwrap().set_len(size).unwrap();
    let store = CatalogStore::open(folder.join("catalog").to_str().unwrap()).unwrap();
    let blob = store.put_file(&file).await.unwrap();
    assert_eq!(store.get_to(&blob.hash, &folder.join("copy")).await.unwrap(), size);
    let chunk = bytes::Bytes::from(vec![1; 1 << 20]);
    let chunks = futures_util::stream::iter(0..size >> 20).map(|_| Ok(chunk.clone()));
    assert_eq!(store.put_stream(chunks).await.unwrap().size, size);
    println!("\ntook {} MB", peak() - before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_and_a_stream_take_much_less_memory_than_their_size() {
    let folder = tempfile::tempdir().unwrap();
    let output = inner("crash::inner_transfers_a_large_file", folder.path()).output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let took = text.lines().find_map(|line| line.strip_prefix("took ")?.strip_suffix(" MB")).unwrap();
    assert!(took.parse::<u64>().unwrap() < 200, "{took} MB");
    println!("took {took} MB");
}
