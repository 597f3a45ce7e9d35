include!("../../tasks.rs");

pipeline! {
    fn once(path: String) { #[retry(1)] load }
}

pipeline! {
    fn named(path: String) { #[retry(3, wait = "1s")] load }
}

pipeline! {
    fn twice(path: String) { #[retry(3)] #[retry(2)] load }
}

pipeline! {
    fn selected(path: String) { #[retry(3, when = |error: &String| error.is_empty())] load }
}

fn main() {}
