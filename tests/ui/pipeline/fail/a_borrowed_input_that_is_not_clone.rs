use runnable::prelude::*;

struct Client;

#[task(returns = [page])]
async fn get(client: &Client, url: String) -> String {
    let _ = client;
    url
}

pipeline! {
    fn all(#[resource] client: &Client, url: String) -> [page] { get }
}

fn main() {}
