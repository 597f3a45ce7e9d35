include!("../../tasks.rs");

pipeline! {
    #[timeout("30s")]
    fn limited(path: String) -> [text] { load }
}

pipeline! {
    /// Tries again.
    #[retry(3)]
    pub fn retried(path: String) -> [text] { limited }
}

fn main() {}
