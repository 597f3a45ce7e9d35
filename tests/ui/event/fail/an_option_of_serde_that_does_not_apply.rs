use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
#[serde(untagged)]
enum Token {
    Chunk {
        #[serde(skip)]
        cache: String,
        #[serde(flatten)]
        rest: String,
        #[serde(with = "module")]
        at: u64,
        #[serde(rename = "type")]
        kind: String,
        #[serde(rename = "at")]
        again: u64,
    },
    #[serde(rename_all = "Camel Case")]
    Done { text: String },
}

fn main() {}
