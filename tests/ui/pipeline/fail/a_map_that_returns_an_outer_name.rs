include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> split >> map(items as path) { load } }
}

fn main() {}
