include!("../../tasks.rs");

struct All;

pipeline! {
    fn all(path: String) { load }
}

fn main() {}
