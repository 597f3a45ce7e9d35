//! Pictures in the documentation.

use runnable::{Node, graph::Graph, prelude::*};
use runnable_view::GraphPicture;
use std::{env, fs, path::Path};

#[task(returns = [pages])]
async fn search(question: &str) -> Vec<String> {
    vec![question.to_owned()]
}

#[task(returns = [facts])]
async fn read(page: String) -> Result<String, String> {
    Ok(page)
}

#[task(returns = [answer])]
async fn recall(question: &str) -> String {
    question.to_owned()
}

#[task(returns = [answer])]
async fn sum_up(facts: Vec<runnable::Result<String>>) -> String {
    facts.into_iter().flatten().collect()
}

pipeline! {
    fn ask(question: String) -> [answer] {
        race {
            known: recall,
            found: search >> map(pages as page, on_error = collect, limit = 4) { read } -> [facts] >> sum_up,
        }
    }
}

pipeline! {
    fn answer(question: String) -> [answer] {
        try {
            #[timeout("30s")] #[retry(3, backoff = "1s")] {
                search >> map(pages as page, limit = 4) { read } -> [facts] >> conclude
            }
        } else {
            recall
        }
    }
}

#[task(returns = [answer])]
async fn conclude(facts: Vec<String>) -> String {
    facts.concat()
}

#[test]
fn the_picture_of_a_race_is_the_graph_of_its_pipeline() {
    check("race.svg", &Ask::graph());
}

#[test]
fn the_picture_of_a_retried_group_with_a_limit_is_the_graph_of_its_pipeline() {
    check("retry.svg", &Answer::graph());
}

fn check(name: &str, graph: &Graph) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures").join(name);
    let picture = GraphPicture::new(graph).svg();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &picture).expect("the picture can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == picture, "the picture is old: run this test with `UPDATE_DOCS=1`");
}
