include!("../../tasks.rs");

pipeline! {
    fn branches(path: String) { parallel { load, count_words } }
}

pipeline! {
    fn order(path: String) { count_words >> load }
}

fn main() {}
