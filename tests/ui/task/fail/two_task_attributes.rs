use runnable::prelude::*;

#[task(returns = [text])]
#[task(retry(3))]
async fn read(path: String) -> std::io::Result<String> {
    Ok(path)
}

pipeline! {
    fn all(path: String) -> [text] { read }
}

fn main() {
    drop(all(String::new()));
}
