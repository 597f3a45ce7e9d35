use runnable::prelude::*;

#[task(get = ["../model.bin", "/etc/passwd", ""], put = "out/*.csv")]
async fn train() {}

#[task(put = [])]
async fn export() {}

#[task(put = [out])]
async fn write() {}

fn main() {}
