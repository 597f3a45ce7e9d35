//! The tasks of random pipelines; `tasks.py` has the same functions with the same names.

use runnable::{Attempt, BoxError, FromRun, StepContext, prelude::*};
use std::{cell::RefCell, collections::BTreeMap, fs::OpenOptions, io::Write as _, time::Duration};

const M: i64 = 10_007;

/// The error of a task.
#[derive(Debug)]
pub(crate) struct Refused(String);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

fn unless<T>(refused: bool, message: String, value: T) -> Result<T, Refused> {
    if refused { Err(Refused(message)) } else { Ok(value) }
}

#[task(returns = [a])]
pub(crate) async fn add_one(a: i64) -> i64 {
    (a + 1).rem_euclid(M)
}

#[task(returns = [b])]
pub(crate) async fn double(a: &i64) -> i64 {
    (a * 2).rem_euclid(M)
}

#[task(returns = [c])]
pub(crate) async fn negate(b: i64) -> i64 {
    tokio::task::yield_now().await;
    (-b).rem_euclid(M)
}

#[task(returns = [d])]
pub(crate) async fn mix(a: i64, b: &i64) -> i64 {
    (3 * a + b).rem_euclid(M)
}

#[task(returns = [a])]
pub(crate) async fn blend(c: &i64, d: i64) -> i64 {
    tokio::task::yield_now().await;
    (c - 5 * d).rem_euclid(M)
}

thread_local! {
    /// The bodies of `digits` that began, by run and path.
    pub(crate) static EFFECTS: RefCell<BTreeMap<(String, String), u32>> = const { RefCell::new(BTreeMap::new()) };
}

/// Counts a body that begins, outside of the record of its run.
pub(crate) struct Effect;

impl<E> FromRun<E> for Effect {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let body = (step.run_id().to_string(), step.path().to_string());
        // A process that may be killed counts in a file. A single write leaves no half of a line.
        if let Some(file) = std::env::var_os("RUNNABLE_EFFECTS") {
            let mut file = OpenOptions::new().create(true).append(true).open(file)?;
            file.write_all(format!("{} {}\n", body.0, body.1).as_bytes())?;
            return Ok(Self);
        }
        EFFECTS.with_borrow_mut(|effects| *effects.entry(body).or_default() += 1);
        Ok(Self)
    }
}

#[task(returns = [b, c], effect = "once")]
pub(crate) async fn digits(a: i64, #[from_run] _effect: Effect) -> (i64, i64) {
    digits_of(a)
}

pub(crate) fn digits_of(a: i64) -> (i64, i64) {
    (a.div_euclid(10).rem_euclid(M), a.rem_euclid(10))
}

#[task(returns = [a, b, d])]
pub(crate) async fn turn(b: &i64, c: i64, d: &i64) -> (i64, i64, i64) {
    ((b + c).rem_euclid(M), (c + d).rem_euclid(M), (d + b).rem_euclid(M))
}

#[task(returns = [xs])]
pub(crate) async fn up_to(a: i64) -> Vec<i64> {
    (0..a.rem_euclid(4)).collect()
}

#[task(returns = [ys])]
pub(crate) async fn grow(mut xs: Vec<i64>, a: &i64) -> Vec<i64> {
    xs.push(a.rem_euclid(M));
    xs
}

#[task(returns = [xs])]
pub(crate) async fn push(mut xs: Vec<i64>, a: i64) -> Vec<i64> {
    xs.push(a.rem_euclid(M));
    last_five(xs)
}

fn last_five(mut xs: Vec<i64>) -> Vec<i64> {
    xs.split_off(xs.len().saturating_sub(5))
}

#[task(returns = [ys])]
pub(crate) async fn weave(ys: Vec<i64>, xs: &[i64]) -> Vec<i64> {
    tokio::task::yield_now().await;
    xs.iter().copied().chain(ys).take(5).collect()
}

#[task(returns = [c])]
pub(crate) async fn total(xs: &[i64]) -> i64 {
    xs.iter().sum::<i64>().rem_euclid(M)
}

#[task(returns = [zs, b])]
pub(crate) async fn zip_up(xs: Vec<i64>, ys: &[i64]) -> (Vec<i64>, i64) {
    (xs.iter().zip(ys).map(|(x, y)| (x + 2 * y).rem_euclid(M)).collect(), (xs.len() + ys.len()) as i64)
}

#[task(returns = [xs, zs])]
pub(crate) async fn halves(mut ys: Vec<i64>) -> (Vec<i64>, Vec<i64>) {
    tokio::task::yield_now().await;
    let second = ys.split_off(ys.len() / 2);
    (ys, second)
}

#[task(returns = [grid])]
pub(crate) async fn rows(xs: &[i64], b: i64) -> Vec<Vec<i64>> {
    (0..b.rem_euclid(3)).map(|i| xs.iter().map(|x| (x + i).rem_euclid(M)).collect()).collect()
}

#[task(returns = [xs])]
pub(crate) async fn flatten(grid: Vec<Vec<i64>>) -> Vec<i64> {
    grid.into_iter().flatten().take(5).collect()
}

#[task(returns = [zs, c])]
pub(crate) async fn heads(grid: &[Vec<i64>]) -> (Vec<i64>, i64) {
    (grid.iter().map(|row| row.first().copied().unwrap_or(-1)).collect(), grid.len() as i64)
}
#[task(returns = [b])]
pub(crate) async fn half(a: i64) -> Result<i64, Refused> {
    unless(a.rem_euclid(4) == 3, format!("{a} is refused"), a.div_euclid(2).rem_euclid(M))
}

#[task(returns = [d])]
pub(crate) async fn nth(xs: &[i64], b: &i64) -> Result<i64, Refused> {
    let i = b.rem_euclid(5) as usize;
    let missing = || Refused(format!("no item {i} of {}", xs.len()));
    xs.get(i).map(|x| x.rem_euclid(M)).ok_or_else(missing)
}

#[task(returns = [ys])]
pub(crate) async fn behead(mut ys: Vec<i64>) -> Result<Vec<i64>, Refused> {
    let rest = ys.split_off(ys.len().min(1));
    unless(ys.is_empty(), "nothing to take".to_owned(), rest)
}

#[task(returns = [a, c])]
pub(crate) async fn late(a: i64, c: &i64) -> Result<(i64, i64), Refused> {
    tokio::task::yield_now().await;
    let both = ((a + c).rem_euclid(M), (a - c).rem_euclid(M));
    unless((a + c).rem_euclid(4) == 0, format!("{a} and {c} came late"), both)
}

#[task(returns = [xs])]
pub(crate) async fn stamp(mut xs: Vec<i64>, round: &usize) -> Vec<i64> {
    xs.push(*round as i64);
    last_five(xs)
}

#[task(returns = [a])]
pub(crate) async fn age(a: i64, round: usize) -> i64 {
    (a + 3 * round as i64).rem_euclid(M)
}

#[task(returns = [b])]
pub(crate) async fn weigh(error: &runnable::Error, a: i64) -> i64 {
    (a + error.message().len() as i64).rem_euclid(M)
}

#[task(returns = [c, d])]
pub(crate) async fn bury(error: runnable::Error) -> (i64, i64) {
    (error.message().len() as i64, error.path().to_string().len() as i64)
}

type Results = Vec<runnable::Result<i64>>;

#[task(returns = [xs, c])]
pub(crate) async fn sift(results: Results, others: &Results) -> (Vec<i64>, i64) {
    tokio::task::yield_now().await;
    let both = results.iter().zip(others);
    assert!(both.clone().all(|(result, other)| result.is_ok() == other.is_ok()), "an item has a value and an error");
    let values = both.filter_map(|(result, other)| Some((result.as_ref().ok()? + other.as_ref().ok()?).rem_euclid(M)));
    (last_five(values.collect()), results.iter().filter(|result| result.is_err()).count() as i64)
}

#[task(returns = [b])]
pub(crate) async fn blame(results: &Results) -> i64 {
    let texts = |error: &runnable::Error| (error.message().len() + error.path().to_string().len()) as i64;
    results.iter().filter_map(|result| result.as_ref().err()).map(texts).sum::<i64>().rem_euclid(M)
}

#[task]
pub(crate) async fn pause(ms: i64) {
    tokio::time::sleep(Duration::from_millis(ms.unsigned_abs())).await;
}

/// Fails at its first attempts.
#[task]
pub(crate) async fn trip(times: i64, attempt: Attempt) -> Result<(), Refused> {
    unless(i64::from(attempt.get()) <= times, format!("tripped {times} times"), ())
}

/// Is slow at its first attempts.
#[task]
pub(crate) async fn dawdle(ms: i64, times: i64, attempt: Attempt) {
    let ms = if i64::from(attempt.get()) <= times { ms } else { 0 };
    tokio::time::sleep(Duration::from_millis(ms.unsigned_abs())).await;
}
