//! Types without serde, and borrowed static ones, run with every feature on. Only recording asks for more.

use runnable::prelude::*;
use std::rc::Rc;

struct Plain(u32);

struct Holder {
    name: &'static str,
}

type Text = &'static str;

#[task(returns = [text])]
async fn fixed() -> &'static str {
    "fixed"
}

#[task(returns = [texts, plain])]
async fn several(text: &'static str) -> (Vec<&'static str>, Plain) {
    (vec![text], Plain(1))
}

#[task(returns = [holder, shared])]
async fn more(texts: Vec<&'static str>, plain: Plain) -> (Holder, Rc<str>) {
    (Holder { name: texts[0] }, Rc::from(plain.0.to_string()))
}

#[task(returns = [alias])]
async fn last(holder: Holder, shared: Rc<str>) -> Text {
    let _ = shared;
    holder.name
}

pipeline! {
    fn all() -> [alias, text] { fixed >> several >> more >> last }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let output = runtime.block_on(all().execute()).unwrap();
    assert_eq!((output.alias, output.text), ("fixed", "fixed"));
}
