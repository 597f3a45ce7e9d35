include!("../../tasks.rs");

#[task(returns = [ok])]
async fn check(text: &str) -> bool {
    text.len() > 2
}

pipeline! {
    fn called(text: String) { if check(text) { shout } }
}

pipeline! {
    fn called_among_others(text: String) { if text.is_empty() || !(check(text)) { shout } }
}

pipeline! {
    fn named(text: String) { if check { shout } }
}

pipeline! {
    fn until(text: String) { repeat(max = 2) { shout } until(check(text)) }
}

fn is_long<T: From<bool>>(text: &str) -> T {
    (text.len() > 9).into()
}

// The type of a condition is inferred.
pipeline! {
    fn fine(text: String) { if is_long(text) { shout } }
}

fn main() {}
