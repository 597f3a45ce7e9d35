include!("../../tasks.rs");

pipeline! {
    fn all(path: String, client: &dyn Send) { load }
}

fn main() {
    drop(load);
}
