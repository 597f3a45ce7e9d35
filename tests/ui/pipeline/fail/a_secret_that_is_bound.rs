use runnable::prelude::*;

#[task(returns = [page])]
async fn fetch(url: &str, api_key: Secret<String>) -> String {
    format!("{url} {}", api_key.expose())
}

pipeline! {
    fn crawl(url: String, token: String) -> [page] {
        fetch(api_key = token)
    }
}

fn main() {}
