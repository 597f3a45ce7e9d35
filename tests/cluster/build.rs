//! Copies the pipelines of the program `random`, which `cargo xtask soak` replaces by others.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-env-changed=RUNNABLE_CLUSTER_PIPELINES");
    let file = env::var("RUNNABLE_CLUSTER_PIPELINES").unwrap_or_else(|_| "src/bin/random/generated.rs".to_owned());
    println!("cargo::rerun-if-changed={file}");
    let folder = env::var("OUT_DIR").expect("cargo sets it");
    fs::copy(&file, Path::new(&folder).join("pipelines.rs")).expect("the pipelines can be copied");
}
