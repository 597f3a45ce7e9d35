include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load -> [text -> page] }
}

fn main() {}
