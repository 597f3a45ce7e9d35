use super::{Boom, record};
use runnable::{ErrorKind, prelude::*};

#[task(returns = [text])]
async fn fetch(url: String, broken: bool) -> Result<String, Boom> {
    if broken { Err(Boom("no route")) } else { Ok(url) }
}

#[task(returns = [text])]
async fn cached(url: &str, error: &runnable::Error) -> String {
    assert_eq!(error.kind(), ErrorKind::Failed);
    format!("{url} from the cache: {}", error.message())
}

#[task(returns = [text])]
async fn shout(text: String) -> String {
    text.to_uppercase()
}

pipeline! {
    fn robust(url: String, broken: bool) -> [text, url] {
        try { fetch >> shout } else |error| { cached }
            >> again: shout
    }
}

#[tokio::test]
async fn a_recovered_step_stays_failed_while_the_run_succeeds() {
    let (ended, output) = record(robust("u".into(), true).execute_streaming()).await;
    assert_eq!(ended, [("fetch".into(), "failed"), ("cached".into(), "success"), ("again".into(), "success")]);
    assert_eq!(output.unwrap().text, "U FROM THE CACHE: NO ROUTE");

    let (ended, output) = record(robust("u".into(), false).execute_streaming()).await;
    assert_eq!(ended, [("fetch".into(), "success"), ("shout".into(), "success"), ("again".into(), "success")]);
    assert_eq!(output.unwrap().text, "U");
}

#[task(returns = [reason])]
async fn explain(reason: String) -> String {
    reason
}

pipeline! {
    fn branches(urls: Vec<String>, broken: bool) -> [reasons] {
        map(urls as url) {
            try {
                parallel { a: fetch, slow } -> [] >> explain(reason = "all is well".to_owned())
            } else |why| {
                failed: explain(reason = format!("{}: {}", why.path(), why.message()))
            }
        } -> [reason as reasons]
    }
}

#[task]
async fn slow() {
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
}

#[tokio::test(start_paused = true)]
async fn recovering_from_a_parallel_in_a_map_cancels_the_siblings_first() {
    let (ended, output) = record(branches(vec!["u".into()], true).execute_streaming()).await;
    assert_eq!(
        ended,
        [
            ("urls[0]/a/fetch".into(), "failed"),
            ("urls[0]/slow".into(), "cancelled"),
            ("urls[0]/failed".into(), "success"),
        ]
    );
    assert_eq!(output.unwrap().reasons, ["urls[0]/a/fetch: no route"]);
    let (_, output) = record(branches(vec!["u".into()], false).execute_streaming()).await;
    assert_eq!(output.unwrap().reasons, ["all is well"]);
}
