include!("../../tasks.rs");

pipeline! {
    fn all(table: Vec<(String, u32)>) { map(table as (path, size)) { load } }
}

fn main() {}
