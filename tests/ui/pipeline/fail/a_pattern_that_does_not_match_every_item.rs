include!("../../tasks.rs");

pipeline! {
    fn some(paths: Vec<Option<String>>) { map(paths as Some(path)) { load } }
}

pipeline! {
    fn ok(paths: Vec<Result<String, String>>) { map(paths as Result::Ok(path)) { load } }
}

pipeline! {
    fn literal(table: Vec<(u32, String)>) { map(table as (1, path)) { load } }
}

pipeline! {
    fn range(table: Vec<((u32, u32), String)>) { map(table as ((_, 2..=4), path)) { load } }
}

pipeline! {
    fn none(table: Vec<(Option<u32>, String)>) { map(table as (None, path)) { load } }
}

fn main() {}
