include!("../../tasks.rs");

#[task(returns = [ok])]
async fn check(text: &str) -> Result<bool, String> {
    Ok(text.len() > 2)
}

pipeline! {
    fn in_an_if(text: String) { if check(text).await == Ok(true) { shout } }
}

pipeline! {
    fn in_a_match(text: String) { match crate::check(text).await { Ok(true) => shout, _ => {} } }
}

pipeline! {
    fn in_a_macro(text: String) { if matches!(check(text).await, Ok(true)) { shout } }
}

pipeline! {
    fn in_a_binding(path: String) { load >> count_words(text = load(path.clone()).await) }
}

pipeline! {
    fn another_future(text: String, ready: Vec<std::future::Ready<bool>>) { if ready[0].clone().await { shout } }
}

// Blocks of their own await what they want.
pipeline! {
    fn fine(path: String) { load(path = { drop(async { std::future::ready(1).await }); path.clone() }) }
}

fn main() {}
