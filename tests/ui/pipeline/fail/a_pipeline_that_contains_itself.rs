include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> all }
}

// Around another pipeline, too, and with one error.
pipeline! {
    fn outer(path: String) { load >> inner }
    fn inner(text: String) { shout >> outer }
}

async fn uses() {
    let _ = (all(String::new()), outer(String::new()));
}

fn main() {}
