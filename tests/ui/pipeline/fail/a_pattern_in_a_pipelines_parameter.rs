include!("../../tasks.rs");

pipeline! {
    fn all((path, other): (String, String)) { load }
}

fn main() {}
