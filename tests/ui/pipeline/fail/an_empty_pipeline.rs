include!("../../tasks.rs");

pipeline! {}

fn main() {
    let _ = pipeline!();
}
