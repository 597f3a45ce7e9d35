include!("../../tasks.rs");

pipeline! { all(path: String) -> [words] { load >> count_words } }

pipeline! { another(path: String) { load } }

fn main() {
    drop((all(String::new()), another(String::new())));
}
