include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [txt] { load }
}

fn main() {}
