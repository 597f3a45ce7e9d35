include!("../../tasks.rs");

pipeline! {
    pub async fn all(path: String) { load >> shout }
}

pipeline! {
    async fn other(path: String) { load >> shout }
}

fn main() {}
