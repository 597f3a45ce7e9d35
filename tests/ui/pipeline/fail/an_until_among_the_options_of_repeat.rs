include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { repeat(max = 3, until = path.is_empty()) { load } }
}

fn main() {}
