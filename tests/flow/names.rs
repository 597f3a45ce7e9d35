//! A name with several meanings: passed through an arm, bound by its pattern, and returned by its
//! steps.
use super::Boom;
use runnable::prelude::*;

#[task(returns = [list])]
async fn push(mut list: Vec<i64>, n: i64) -> Vec<i64> {
    list.push(n);
    list
}

#[task(returns = [sum])]
async fn sum(list: &[i64]) -> i64 {
    list.iter().sum()
}

#[task(returns = [list, sum])]
async fn both(list: Vec<i64>, sum: i64) -> (Vec<i64>, i64) {
    (list, sum)
}

#[task(returns = [sum])]
async fn fail(list: &[i64]) -> Result<i64, Boom> {
    if list.is_empty() { Ok(0) } else { Err(Boom("always")) }
}

pipeline! {
    fn by_pattern(list: Vec<i64>, sum: i64, more: Vec<i64>) -> [list, sum] {
        match &more[..] {
            [] => both,
            [_first, list @ ..] => sum,
        }
    }
}

#[tokio::test]
async fn a_name_that_an_arm_passes_through_is_not_the_binding_of_its_pattern() {
    let output = by_pattern(vec![1], 0, vec![5, 6, 7]).execute().await.unwrap();
    assert_eq!((output.list, output.sum), (vec![1], 13));
}

pipeline! {
    fn by_step(list: Vec<i64>, sum: i64) -> [list, sum] {
        if sum == 0 { push(n = 9) >> sum } else { both }
    }
}

#[tokio::test]
async fn a_name_that_an_arm_passes_through_is_not_the_return_of_an_inner_step() {
    let output = by_step(vec![1], 0).execute().await.unwrap();
    assert_eq!((output.list, output.sum), (vec![1], 10));
}

pipeline! {
    fn by_error(list: Vec<i64>, _sum: i64) -> [list, sum] {
        try { fail >> both(list = vec![]) } else |list| { sum(list = vec![i64::try_from(list.message().len()).unwrap()]) }
    }
}

#[tokio::test]
async fn a_name_that_a_recovery_passes_through_is_not_the_error() {
    let output = by_error(vec![1], 0).execute().await.unwrap();
    assert_eq!((output.list, output.sum), (vec![1], 6));
}

pipeline! {
    fn slices(list: Vec<i64>) -> [sum] {
        match &list[..] {
            [first, rest @ ..] if rest.len() > 1 => sum(list = rest.iter().map(|n| n * first).collect::<Vec<_>>()),
            _ => total: sum,
        }
    }
}

#[tokio::test]
async fn an_expression_can_use_a_slice_bound_by_a_pattern() {
    assert_eq!(slices(vec![2, 3, 4]).execute().await.unwrap().sum, 14);
    assert_eq!(slices(vec![2, 3]).execute().await.unwrap().sum, 5);
}

pipeline! {
    fn own(list: Vec<i64>) -> [list] {
        if let Some(first) = list.first() { push(n = first * 1_000) }
            >> again: push(n = { let first = list.iter().sum::<i64>(); first * 10 })
    }
}

#[tokio::test]
async fn an_expression_may_rebind_a_name_that_an_earlier_arm_bound() {
    assert_eq!(own(vec![7]).execute().await.unwrap().list, [7, 7_000, 70_070]);
}

pipeline! {
    fn unread(list: Vec<i64>) -> [sums] {
        map(list as n) {
            if n > 1 { push(list = vec![]) } -> [list as unread]
                >> sum(list = vec![n, n])
        } -> [sum as sums]
    }
}

#[tokio::test]
async fn an_unread_name_does_not_prevent_a_move() {
    assert_eq!(unread(vec![1, 2]).execute().await.unwrap().sums, [2, 4]);
}

/// A type with the default name of the pipeline's struct.
#[derive(Debug, Clone, PartialEq)]
struct Analysis(i64);

#[task(returns = [analysis])]
async fn analyse(n: &i64) -> Analysis {
    Analysis(*n)
}

pipeline! {
    /// A pipeline whose struct has another name.
    #[node = AnalysisPipeline]
    fn analysis(n: i64) -> [analysis] { analyse }
}

pipeline! {
    fn uses_it(n: i64) -> [analysis] { analysis }
}

#[tokio::test]
async fn a_pipeline_may_name_its_struct() {
    let output: AnalysisPipelineOutput = AnalysisPipeline { n: 3 }.execute().await.unwrap();
    assert_eq!(output, analysis(3).execute().await.unwrap());
    assert_eq!(uses_it(3).execute().await.unwrap().analysis, Analysis(3));
}

#[task(returns = [sum])]
async fn add_up(a: i64, b: i64) -> i64 {
    a + b
}

pipeline! {
    /// In an expression, a `Copy` name is a value, whatever its origin; any other name is a
    /// reference.
    fn mixed(borrowed: &i64, owned: i64, text: &str, some: Option<i64>) -> [sum] {
        match some { Some(bound) => add_up(a = borrowed + owned, b = bound * 2 + i64::from(text == "abc") * 3), None => none: add_up(a = owned, b = borrowed) }
    }
}

#[tokio::test]
async fn a_copy_name_is_a_value_in_an_expression() {
    assert_eq!(mixed(&1, 2, "abc", Some(4)).execute().await.unwrap().sum, 14);
    assert_eq!(mixed(&1, 2, "abc", None).execute().await.unwrap().sum, 3);
}

#[derive(Debug, Clone, Copy)]
enum Size {
    Known(i64),
    Unknown,
}

#[task(returns = [n])]
async fn add(n: i64, more: i64) -> i64 {
    n + more
}

pipeline! {
    fn starred(n: i64, size: Size, more: Option<i64>, text: String) -> [n] {
        match size {
            Size::Known(k) if *k > 8 && k > 9 => known: add(more = *k),
            Size::Known(more) => little: add,
            Size::Unknown => {}
        }
        >> if let Some(k) = &more && *k > 1 && *n > 1 { some: add(more = *k * *n) }
        >> match text.as_str() { t if *t == *"long" && matches!(*size, Size::Known(_)) => long: add(more = 1000), _ => {} }
        >> repeat(max = usize::try_from(*n).unwrap(), index as turn) { one: add(more = *turn as i64) } until(*turn > 1)
    }
}

#[tokio::test]
async fn dereferencing_a_name_works_for_values_and_references() {
    let run = |size, text: &str| starred(2, size, Some(3), text.to_owned()).execute();
    assert_eq!(run(Size::Known(10), "long").await.unwrap().n, 12 + 36 + 1000 + 3);
    assert_eq!(run(Size::Known(1), "short").await.unwrap().n, 3 + 9 + 3);
    assert_eq!(run(Size::Unknown, "long").await.unwrap().n, 2 + 6 + 3);
}
