include!("../../tasks.rs");

pipeline! {
    fn all(self, path: String) { load }
}

fn main() {}
