use runnable::prelude::*;

#[task]
#[test]
async fn check() {}

#[task]
#[tokio::main]
async fn main() {}
