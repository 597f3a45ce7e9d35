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
        fn fine(path: String, _size: u32) { load }
    }
}

fn main() {}
