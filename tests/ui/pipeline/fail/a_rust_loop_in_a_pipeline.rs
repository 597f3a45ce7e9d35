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

pipeline! {
    fn left(text: String) { repeat(max = 3) { shout >> if text.len() > 9 { break } } until(false) }
}

fn main() {}
