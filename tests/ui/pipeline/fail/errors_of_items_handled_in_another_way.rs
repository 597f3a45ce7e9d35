include!("../../tasks.rs");

pipeline! {
    fn another_word(paths: Vec<String>) { map(paths as path, on_error = continue) { load } }
}

pipeline! {
    fn a_text(paths: Vec<String>) { map(paths as path, on_error = "collect") { load } }
}

pipeline! {
    fn with_as(paths: Vec<String>) { map(paths as path, on_error as collect) { load } }
}

pipeline! {
    fn twice(paths: Vec<String>) { map(paths as path, on_error = collect, on_error = collect) { load } }
}

pipeline! {
    fn another_option(paths: Vec<String>) { map(paths as path, on_err = collect) { load } }
}

#[task(returns = [all])]
async fn join(text: Vec<String>) -> String {
    text.concat()
}

pipeline! {
    fn results_as_values(paths: Vec<String>) { map(paths as path, on_error = collect) { load } >> join }
}

fn main() {}
