include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(paths as path)<load >> parallel<count_words>> }
}

fn main() {}
