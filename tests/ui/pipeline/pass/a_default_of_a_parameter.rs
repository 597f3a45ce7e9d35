use runnable::prelude::*;

#[task(returns = [n], effect = "once", get = ["in/*.txt"], put = ["out/*.csv", "report.txt"])]
async fn count(languages: Vec<String>, client: &Option<u32>) -> usize {
    let _ = client;
    languages.len()
}

pipeline! {
    fn counts(languages: Vec<String> = vec!["es".to_owned()], #[resource] client: Option<u32>) { count }
}

fn main() {
    let _ = counts(vec![], None);
}
