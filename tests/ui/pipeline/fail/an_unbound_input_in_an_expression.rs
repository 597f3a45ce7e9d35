include!("../../tasks.rs");

fn expression() {
    let _ = pipeline!(load >> count_words);
}

fn main() {}
