include!("../../tasks.rs");

pipeline! {
    fn all(#[cfg(unix)] path: String) { load }
}

fn main() {}
