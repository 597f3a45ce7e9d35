include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load::<u32> }
}

fn main() {}
