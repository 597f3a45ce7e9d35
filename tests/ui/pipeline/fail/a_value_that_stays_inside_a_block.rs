include!("../../tasks.rs");

#[task(returns = [report])]
async fn compare(text: &str, words: usize) -> String {
    format!("{text}: {words}")
}

#[task(returns = [report])]
async fn compare_all(text: Vec<String>, words: Vec<usize>) -> String {
    format!("{text:?}: {words:?}")
}

pipeline! {
    fn in_a_group(path: String) -> [report] { { load >> count_words } >> compare }
}

pipeline! {
    fn in_a_map(paths: Vec<String>) -> [report] {
        map(paths as path) { load >> count_words } >> compare_all
    }
}

pipeline! {
    fn in_a_map_of_groups(paths: Vec<String>) -> [report] {
        map(paths as path) { { load >> count_words } } >> compare_all
    }
}

pipeline! {
    fn in_a_branch(path: String) -> [report] {
        parallel { a: load >> count_words, b: {} } >> compare
    }
}

pipeline! {
    fn in_a_repeat(path: String) -> [report] {
        repeat(max = 2) { load >> count_words } until(*words > 1) >> compare
    }
}

pipeline! {
    fn in_an_arm(path: String, long: bool) -> [report] {
        if *long { load >> count_words } else { other: load >> guess_words } >> compare
    }
}

pipeline! {
    fn in_a_try(path: String) -> [report] {
        try { load >> count_words } else { other: load >> guess_words } >> compare
    }
}

pipeline! {
    fn renamed(path: String) -> [words] { { load } -> [text as title] >> count_words }
}

pipeline! {
    fn of_an_item(paths: Vec<String>) -> [text] { map(paths as path) { load -> [text as texts] } >> load }
}

fn main() {}
