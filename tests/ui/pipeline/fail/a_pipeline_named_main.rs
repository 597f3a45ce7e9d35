mod inside {
    include!("../../tasks.rs");

    pipeline! {
        fn main() { load(path = "a.txt".to_owned()) }
    }
}

fn main() {}
