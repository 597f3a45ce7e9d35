include!("../../tasks.rs");

pipeline! {
    fn all<T: Clone>(path: T) { load }
}

fn main() {}
