include!("../../tasks.rs");

fn expression() {
    let _ = pipeline!(1 + 1);
}

fn main() {}
