include!("../../tasks.rs");

pipeline! {
    fn each(paths: Vec<String>) { for path in paths { load } }
}

pipeline! {
    fn again(path: String) { load >> while text.is_empty() { shout } }
}

pipeline! {
    fn forever(path: String) { load >> loop { shout } }
}

fn main() {}
