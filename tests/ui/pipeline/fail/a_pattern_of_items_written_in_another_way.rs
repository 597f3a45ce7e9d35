include!("../../tasks.rs");

pipeline! {
    fn mutable(table: Vec<(String, u32)>) { map(table as (mut path, _)) { load } }
}

pipeline! {
    fn a_reference(paths: Vec<String>) { map(paths as ref path) { load } }
}

pipeline! {
    fn nothing(paths: Vec<String>) { map(paths as ) { load } }
}

pipeline! {
    fn a_keyword(paths: Vec<String>) { map(paths as type) { load } }
}

pipeline! {
    fn no_parentheses(table: Vec<(String, u32)>) { map(table as path, size) { load } }
}

pipeline! {
    fn of_another_type(table: Vec<(String, u32)>) { map(table as (path, size, more)) { load } }
}

pipeline! {
    fn a_name_outside(table: Vec<(String, u32)>) { map(table as (path, size)) { load } >> again: load }
}

pipeline! {
    fn an_unknown_collection(table: Vec<(String, u32)>) { map(tabel as (path, size)) { load } }
}

fn main() {}
