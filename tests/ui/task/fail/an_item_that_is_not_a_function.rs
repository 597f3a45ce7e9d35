use runnable::prelude::*;

#[task]
struct Count;

fn main() {}
