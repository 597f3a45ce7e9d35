include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> count_words }
}

#[deny(unused_must_use)]
fn start() {
    all("a.txt".to_owned());
    All { path: "a.txt".to_owned() };
    Load { path: "a.txt".to_owned() };
}

fn main() {
    start();
}
