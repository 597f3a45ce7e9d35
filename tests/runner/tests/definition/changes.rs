//! Two versions of a pipeline, and whether a run of the first can be resumed by the second.

use super::lines;
use runnable::prelude::*;

/// Defines the tasks and the pipeline `work` of one version; a version replaces what it lists.
macro_rules! versions {
    ($($name:ident {
        $(first: { $($first:tt)* })?
        $(second: { $($second:tt)* })?
        $(work: { $($work:tt)* })?
    })*) => {
        $(mod $name {
            use super::*;
            versions! { @or [$($($first)*)?] {
                #[task(returns = [b])]
                pub async fn first(a: u32) -> u32 { a }
            } }
            versions! { @or [$($($second)*)?] {
                #[task(returns = [c, d])]
                pub async fn second(b: u32, t: u32) -> (u32, String) { (b + t, String::new()) }
            } }
            versions! { @pipeline [$($($work)*)?] {
                pub fn work(a: u32, k: u32 = 7, xs: Vec<u32>) -> [c, ys] {
                    first
                        >> map(xs as a, limit = 4) { each: first -> [b as y] }
                        >> if a > 3 && !xs.is_empty() { second(t = a + k) } else { other: second(t = 1) }
                        >> match c { 0 => {}, n if *n > 9 => last: first(a = *n) -> [b as z], _ => {} }
                        >> repeat(max = 3, index as i) { again: first(a = i as u32 + b) } until(b > 100)
                        >> tail: map(xs as x) { final_one: first(a = x) -> [b as z] } -> [z as ys]
                }
            } }
        })*
        fn version(name: &str) -> String {
            match name {
                $(stringify!($name) => lines::<$name::Work>(),)*
                _ => panic!("no version {name}"),
            }
        }
    };
    (@or [] { $($default:tt)* }) => { $($default)* };
    (@or [$($given:tt)+] { $($default:tt)* }) => { $($given)+ };
    (@pipeline [] { $($default:tt)* }) => { pipeline! { $($default)* } };
    (@pipeline [$($given:tt)+] { $($default:tt)* }) => { pipeline! { $($given)+ } };
}

versions! {
    base {}

    // Changes without a meaning.
    written_differently {
        work: {
            pub fn work(a: u32, k: u32=7, xs: Vec < u32 >,) -> [c, ys,] {
                // A comment.
                first(a = a,) -> [b]
                    >> map(xs as a, limit = 4) { { each: first(a) -> [b as y,] } }
                    >> if a>3&&! xs.is_empty() { second(t = a+k, b) -> [c, d] } else { other: second(t = 1,) }
                    >> match c { 0 => {} n if *n>9 => last: first(a = *n) -> [b as z], _ => {}, }
                    >> repeat(max = 3, index as i) { again: first(a = i as u32+b) } until(b > 100)
                    >> tail: map(xs as x) { final_one: first(a = x) -> [b as z] } -> [z as ys]
            }
        }
    }
    limits {
        work: {
            pub fn work(a: u32, k: u32 = 7, xs: Vec<u32>) -> [c, ys] {
                first
                    >> map(xs as a) { each: first -> [b as y] }
                    >> if a > 3 && !xs.is_empty() { second(t = a + k) } else { other: second(t = 1) }
                    >> match c { 0 => {}, n if *n > 9 => last: first(a = *n) -> [b as z], _ => {} }
                    >> repeat(max = 3, index as i) { again: first(a = i as u32 + b) } until(b > 100)
                    >> tail: map(xs as x, limit = k as usize) { final_one: first(a = x) -> [b as z] } -> [z as ys]
            }
        }
    }
    documented {
        first: {
            /// Returns its input.
            #[task(returns = [b])]
            pub async fn first(a: u32) -> u32 { a }
        }
        work: {
            /// Works.
            pub fn work(
                /// A number.
                a: u32,
                /// Another number.
                k: u32 = 7,
                xs: Vec<u32>,
            ) -> [c, ys] {
                first
                    >> map(xs as a, limit = 4) { each: first -> [b as y] }
                    >> if a > 3 && !xs.is_empty() { second(t = a + k) } else { other: second(t = 1) }
                    >> match c { 0 => {}, n if *n > 9 => last: first(a = *n) -> [b as z], _ => {} }
                    >> repeat(max = 3, index as i) { again: first(a = i as u32 + b) } until(b > 100)
                    >> tail: map(xs as x) { final_one: first(a = x) -> [b as z] } -> [z as ys]
            }
        }
    }
    spawned { first: { #[task(returns = [b], spawn)] pub async fn first(a: u32) -> u32 { a } } }
    on_a_thread { first: { #[task(returns = [b], blocking)] pub fn first(a: u32) -> u32 { a } } }
    retried {
        first: { #[task(returns = [b], retry(3, backoff = "1s"), timeout = "5s")] pub async fn first(a: u32) -> u32 { a } }
    }
    another_body { first: { #[task(returns = [b])] async fn first(a: u32) -> u32 { a.max(1) } } }
    another_struct { first: { #[task(returns = [b], node = FirstStep)] pub async fn first(a: u32) -> u32 { a } } }
    fallible { first: { #[task(returns = [b])] pub async fn first(a: u32) -> Result<u32, String> { Ok(a) } } }
    borrowed { first: { #[task(returns = [b])] pub async fn first(a: &u32) -> u32 { *a } } }
    reordered {
        second: {
            #[task(returns = [c, d])]
            pub async fn second(t: u32, b: u32) -> (u32, String) { (b + t, String::new()) }
        }
    }
    with_more_from_the_run { first: { #[task(returns = [b])] pub async fn first(a: u32, _attempt: runnable::Attempt) -> u32 { a } } }

    // Changes of tasks with a meaning.
    return_type { first: { #[task(returns = [b])] pub async fn first(a: u32) -> std::primitive::u32 { a } } }
    unread_return_type {
        second: {
            #[task(returns = [c, d])]
            pub async fn second(b: u32, t: u32) -> (u32, Vec<u8>) { (b + t, vec![]) }
        }
    }
    alias {
        second: {
            type Text = Vec<char>;
            #[task(returns = [c, d])]
            pub async fn second(b: u32, t: u32) -> (u32, Text) { (b + t, vec![]) }
        }
    }
    same_alias_as_string {
        second: {
            type Text = String;
            #[task(returns = [c, d])]
            pub async fn second(b: u32, t: u32) -> (u32, Text) { (b + t, String::new()) }
        }
    }
    returns_swapped {
        second: {
            #[task(returns = [d, c])]
            pub async fn second(b: u32, t: u32) -> (String, u32) { (String::new(), b + t) }
        }
    }
    once { first: { #[task(returns = [b], effect = "once")] pub async fn first(a: u32) -> u32 { a } } }
    parameter_type { second: {
        #[task(returns = [c, d])]
        pub async fn second(b: std::primitive::u32, t: u32) -> (u32, String) { (b + t, String::new()) }
    } }
}

/// Versions of a small pipeline, each with one change of its text.
macro_rules! texts {
    ($($name:ident { $($text:tt)* })*) => {
        $(#[allow(unused_variables, reason = "a parameter that only some versions read")]
        mod $name {
            use super::base::*;
            use super::*;
            pipeline! { $($text)* }
        })*
        fn texts() -> Vec<(&'static str, String)> {
            vec![$((stringify!($name), lines::<$name::Work>())),*]
        }
    };
}

texts! {
    original { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    default { pub fn work(a: u32, f: bool = false) -> [b] {
        first >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    no_default { pub fn work(a: u32, f: bool) -> [b] {
        first >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    type_of_a_parameter { pub fn work(a: std::primitive::u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    binding { pub fn work(a: u32, f: bool = true) -> [b] {
        first(a = a + 50) >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    condition { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if !f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    arms { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { r: first } else { l: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    name_of_a_step { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { left: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    until { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 8) -> [b]
    } }
    turns { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: first } >> repeat(max = 4) { first(a = b) } until(b > 9) -> [b]
    } }
    output { pub fn work(a: u32, f: bool = true) -> [b as c] {
        first >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    renamed { pub fn work(a: u32, f: bool = true) -> [b] {
        first -> [b as a] >> if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    another_step { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: first } >> more: first >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    step_less { pub fn work(a: u32, f: bool = true) -> [b] {
        if f { l: first } else { r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    another_task { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: super::spawned::first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    recovered { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> if f { l: first } else { r: first } >> try { repeat(max = 3) { first(a = b) } until(b > 9) -> [b] } else {}
    } }
    matched { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> match f { true => l: first, false => r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    matched_otherwise { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> match f { false => l: first, true => r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    guarded { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> match f { true if a > 1 => l: first, _ => r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    guarded_otherwise { pub fn work(a: u32, f: bool = true) -> [b] {
        first >> match f { true if a > 2 => l: first, _ => r: first } >> repeat(max = 3) { first(a = b) } until(b > 9) -> [b]
    } }
    at_once { pub fn work(a: u32, f: bool = true) -> [b] { parallel { x: first -> [b as c], first } } }
    raced { pub fn work(a: u32, f: bool = true) -> [b] { race { x: first, first } } }
    timed { pub fn work(a: u32, f: bool = true) -> [b] { #[timeout("1s")] first } }
    timed_together { pub fn work(a: u32, f: bool = true) -> [b] { #[timeout("1s")] { first } } }
    tried_again { pub fn work(a: u32, f: bool = true) -> [b] { #[retry(3)] first } }
    tried_again_together { pub fn work(a: u32, f: bool = true) -> [b] { #[retry(3)] { first } } }
    raced_otherwise { pub fn work(a: u32, f: bool = true) -> [b] { race { first, x: first } } }
    one_by_one { pub fn work(a: u32, f: bool = true) -> [b] { x: first -> [b as c] >> first } }
    items { pub fn work(a: u32, f: bool = true) -> [bs] { map((0..a) as a) { first } -> [b as bs] } }
    items_in_order { pub fn work(a: u32, f: bool = true) -> [bs] { map((0..a) as a, index as i) { first(a = a + i as u32) } -> [b as bs] } }
    items_in_another_order { pub fn work(a: u32, f: bool = true) -> [bs] { map((0..a) as a, index as j) { first(a = a + j as u32) } -> [b as bs] } }
    items_that_may_fail { pub fn work(a: u32, f: bool = true) -> [bs] { map((0..a) as a, on_error = collect) { first } -> [b as bs] } }
    parts { pub fn work(a: u32, f: bool = true) -> [bs] { map(([(a, f)]) as (a, _)) { first } -> [b as bs] } }
    other_parts { pub fn work(a: u32, f: bool = true) -> [bs] { map(([(a, f)]) as (a, ..)) { first } -> [b as bs] } }
    other_items { pub fn work(a: u32, f: bool = true) -> [bs] { map((1..a) as a) { first } -> [b as bs] } }
}

#[test]
fn changes_without_a_meaning_keep_the_definition() {
    let base = version("base");
    for name in [
        "limits",
        "documented",
        "spawned",
        "on_a_thread",
        "retried",
        "another_body",
        "another_struct",
        "fallible",
        "borrowed",
        "reordered",
        "with_more_from_the_run",
    ] {
        assert_eq!(version(name), base, "{name}");
    }
}

#[test]
fn spacing_comments_and_explicit_bindings_keep_the_definition() {
    // The inner braces are a group of their own.
    let grouped = version("written_differently").replace("\n    group\n      each", "\n    each");
    let grouped = grouped.replace("\n      -> [y]", "");
    assert_eq!(grouped, version("base"));
}

#[test]
fn changes_of_a_task_change_the_definition() {
    let base = version("base");
    for name in [
        "return_type",
        "unread_return_type",
        "alias",
        "same_alias_as_string",
        "returns_swapped",
        "once",
        "parameter_type",
    ] {
        assert_ne!(version(name), base, "{name}");
    }
    assert_ne!(version("alias"), version("same_alias_as_string"), "an alias of another type");
}

#[test]
fn changes_of_a_pipeline_change_the_definition() {
    let all = texts();
    for (i, (name, text)) in all.iter().enumerate() {
        for (other, earlier) in all.iter().take(i) {
            assert_ne!(text, earlier, "{name} and {other}");
        }
    }
}

mod longer {
    use super::*;

    pipeline! {
        pub fn work(a: u32) -> [b] { #[timeout("1m")] { super::base::first } }
    }
}

mod shorter {
    use super::*;

    pipeline! {
        pub fn work(a: u32) -> [b] { #[timeout(std::time::Duration::from_secs(1))] { super::base::first } }
    }
}

#[test]
fn another_timeout_keeps_the_definition() {
    assert_eq!(lines::<longer::Work>(), lines::<shorter::Work>());
}

mod more_often {
    use super::*;

    pipeline! {
        pub fn work(a: u32) -> [b] { #[retry(9, backoff = "1m", when = |_| true)] { super::base::first } }
    }
}

mod less_often {
    use super::*;

    pipeline! {
        pub fn work(a: u32) -> [b] { #[retry] { super::base::first } }
    }
}

#[test]
fn other_options_of_a_retry_keep_the_definition() {
    assert_eq!(lines::<more_often::Work>(), lines::<less_often::Work>());
}
