#![deny(warnings)]

include!("../../tasks.rs");

mod shapes {
    #[derive(Debug, Clone)]
    pub struct File {
        pub path: String,
        pub text: String,
        pub size: u32,
    }

    #[derive(Debug, Clone)]
    pub struct Pair(pub String, pub (u32, String));
}
use shapes::File;

#[task(returns = [line])]
async fn number(i: usize, text: &str) -> String {
    format!("{i}: {text}")
}

pipeline! {
    fn options_in_any_order(texts: Vec<String>, others: Vec<String>) -> [lines, more] {
        parallel {
            map(texts as text, index as i, limit = 2,) { number } -> [line as lines],
            map(others as text, limit = 2, index as i) { number } -> [line as more],
        }
    }
}

pipeline! {
    fn tuples(table: Vec<(String, u32)>) -> [keys, texts] {
        map(table as (path, _)) { load } -> [path as keys, text as texts]
    }
}

pipeline! {
    fn structs(files: Vec<File>) { map(files as File { path, .. }) { load } }
}

pipeline! {
    fn renamed_fields(files: Vec<File>) {
        map(files as File { path: from, text: _, size: _size }, index as _i) { load(path = from) }
    }
}

pipeline! {
    fn tuple_structs(pairs: Vec<shapes::Pair>) -> [words, texts] {
        map(pairs as shapes::Pair(path, (size, text))) { load -> [text as loaded] >> count_words(text = format!("{text}{size}")) }
            -> [words, loaded as texts]
    }
}

pipeline! {
    fn arrays(rows: Vec<[String; 2]>) { map(rows as [path, ..]) { load } }
}

pipeline! {
    fn of_either_kind(rows: Vec<Result<String, String>>) { map(rows as (Ok(path) | Err(path))) { load } }
}

pipeline! {
    fn ignored(paths: Vec<String>) { map(paths as _) { load(path = String::new()) } }
}

pipeline! {
    fn a_collection_named_index(index: Vec<String>) { map(index as path, index as i) { load(path = format!("{i}{path}")) } }
}

pipeline! {
    fn in_angles(table: Vec<(String, u32)>) { map(table as (path, _size), index as _i)<load> }
}

fn main() {
    let table = [(1, "a"), (2, "b")];
    let _one = pipeline!(map((table) as (i, text)) { number }).execute();
    let _other = pipeline!(map((table.iter()) as (_, text), index as i) { number(i, text = format!("{text}")) }).execute();
}
