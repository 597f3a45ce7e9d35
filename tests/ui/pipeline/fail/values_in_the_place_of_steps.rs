include!("../../tasks.rs");

pipeline! {
    fn call_of_a_type(mode: u32, text: String) -> [text] { match mode { 0 => shout, _ => String::new() } }
}

pipeline! {
    fn call_with_values(text: String) -> [text] { shout >> String::from("loud") }
}

pipeline! {
    fn variant(text: String) -> [text] { if text.is_empty() { Some(text) } else { shout } }
}

pipeline! {
    fn constant(text: String) { shout >> std::f64::consts::PI }
}

pipeline! {
    fn node(text: String) { Shout }
}

pipeline! {
    fn sleep_of_tokio(text: String) -> [words] { race { count_words, tokio::time::sleep(std::time::Duration::from_secs(3)) } }
}

pipeline! {
    fn macro_of_rust(text: String) -> [text] { shout >> todo!() }
}

fn main() {}
