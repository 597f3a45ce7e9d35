include!("../../tasks.rs");

struct Client;

#[task(returns = [page])]
async fn fetch(path: String, client: &Client) -> String {
    let _ = client;
    path
}

pipeline! {
    fn all(path: String, #[resource] client: Client) -> [page] { fetch }
}

fn main() {
    drop(All { path: String::new(), client: Client });
}
