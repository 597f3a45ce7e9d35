include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String) -> [report] { try { load } else |error| { count_words(text = "") -> [] } >> report }
}

pipeline! {
    fn inside(path: String) { try { load >> report } else |error| {} }
}

fn main() {}
