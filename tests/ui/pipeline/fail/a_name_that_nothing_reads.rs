include!("../../tasks.rs");

#[deny(unused_variables)]
mod strict {
    use super::*;

    pipeline! {
        fn parameter(path: String, size: u32) { load }
    }

    pipeline! {
        fn redefined(path: String, text: String) { load >> count_words }
    }

    pipeline! {
        fn item(path: String, paths: Vec<String>) { map(paths as other) { load(path = path.clone()) } }
    }

    pipeline! {
        fn iteration(path: String) { repeat(max = 2, index as turn) { load } until(!text.is_empty()) }
    }

    pub fn expression(paths: Vec<String>) {
        let _ = pipeline! { map(paths as other) { load(path = String::new()) } };
    }

    pipeline! {
        fn pattern(size: Option<u32>, path: String) { match size { Some(size) => load, None => other: load } }
    }

    pub struct Person {
        pub name: String,
    }

    pipeline! {
        fn field(person: Person, path: String) { match person { Person { name } => load } }
    }

    pipeline! {
        fn error(path: String) { try { load } else |error| { again: load } }
    }

    pipeline! {
        fn part(table: Vec<(String, u32)>) { map(table as (path, size)) { load } }
    }

    pipeline! {
        fn field_of_an_item(people: Vec<Person>, path: String) { map(people as Person { name }) { load(path = path.clone()) } }
    }

    pipeline! {
        fn index(paths: Vec<String>) { map(paths as path, index as i) { load } }
    }

    pub fn part_in_an_expression(table: Vec<(String, u32)>) {
        let _ = pipeline! { map(table as (path, size), index as i) { load } };
    }

    pipeline! {
        fn fine(path: String, _size: u32, size: Option<u32>) {
            match size { Some(size) if *size > 3 => load, _ => other: load }
                >> try { third: load } else |_error| { fourth: load }
                >> try { fifth: load } else |_| { sixth: load }
        }
    }
}

fn main() {}
