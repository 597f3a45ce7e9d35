include!("../../tasks.rs");

pipeline! {
    fn with_in(paths: Vec<String>) { map(path in paths) { load } }
}

pipeline! {
    fn item_first(paths: Vec<String>) { map(path as paths) { load } }
}

pipeline! {
    fn item_with_another_name(paths: Vec<String>) { map(paths as p) { load } }
}

pipeline! {
    fn steps_in_parentheses(paths: Vec<String>) { map(paths as path, load) }
}

pipeline! {
    fn limit_without_its_name(paths: Vec<String>) { map(paths as path, 4) { load } }
}

pipeline! {
    fn no_items_at_all(paths: Vec<String>) { map(paths as path, limit = 0) { load } }
}

fn main() {}
