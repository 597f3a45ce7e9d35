include!("../../tasks.rs");

#[task(returns = [receipt], effect = "once")]
async fn pay(text: String) -> Result<u32, String> {
    text.len().try_into().map_err(|_| "too much".to_owned())
}

pipeline! {
    fn checkout(path: String) { load >> pay }
}

pipeline! {
    fn of_a_task(path: String) { #[retry(3)] { load >> pay } }
}

pipeline! {
    fn of_a_pipeline(path: String) { #[retry(3)] map((vec![path.clone()]) as path) { checkout } }
}

pipeline! {
    fn around(path: String) { #[retry(3)] load >> pay }
}

fn main() {}
