include!("../../tasks.rs");

pipeline! {
    fn named(path: String) -> [words] { page: #[timeout("1s")] load >> count_words }
}

pipeline! {
    fn group(path: String) { page: #[timeout(std::time::Duration::MAX)] { load >> count_words } }
}

pipeline! {
    fn conditional(path: String) { page: #[cfg(test)] load }
}

fn main() {}
