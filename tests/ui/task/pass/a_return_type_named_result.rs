//! A type of the user's with the name of the standard library's.

use runnable::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Result {
    score: u32,
}

#[task(returns = [grade])]
async fn grade(score: u32) -> Result {
    Result { score }
}

#[task(returns = [score])]
async fn improve(grade: Result) -> std::result::Result<u32, String> {
    grade.score.checked_add(1).ok_or_else(|| "too good".to_owned())
}

mod formatted {
    use runnable::prelude::*;
    use std::fmt::Result;

    #[task]
    pub async fn check(score: u32) -> Result {
        if score == 0 { Err(std::fmt::Error) } else { Ok(()) }
    }
}

pipeline! {
    fn twice(score: u32) -> [grade, score] { grade >> improve }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let output = runtime.block_on(twice(1).execute()).unwrap();
    assert!(runtime.block_on(formatted::Check { score: 0 }.execute()).is_err());
    assert_eq!((output.grade, output.score), (Result { score: 1 }, 2));
}
