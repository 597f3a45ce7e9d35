//! Half-typed tasks and pipelines keep the items that other code names.

use super::{closing, lower};
use crate::{pipeline, task};
use proc_macro2::TokenStream;
use quote::quote;

/// The part of a form that is written so far, after `generate >>`, with one further step `translate`.
const HALF_TYPED: &[&str] = &[
    "translate >>",
    "translate(text = ",
    "translate -> ",
    "translate -> [text as ",
    "translate >> other:",
    "{ translate >>",
    "parallel { es: translate >>",
    "parallel { es: translate fr",
    "race { es: translate >>",
    "map(items as item) { translate >>",
    "map(items as ) { translate }",
    "map(items) { translate",
    "map() { translate }",
    "map(items as item, limit = ) { translate }",
    "map(items as (key, A::)) { translate",
    "map(items as item, index as ) { translate }",
    "map(items as item, index) { translate }",
    "map(items as item, on_error = ) { translate }",
    "#[timeout(\"3s\")] translate >>",
    "#[timeout] translate >>",
    "#[retry(3, when = )] translate >>",
    "#[retry(3)] { translate >>",
    "#[timeout(\"3s\")] { translate >>",
    "match kind { A => translate, B",
    "match kind { A => translate, B if ",
    "match kind { A => translate >>",
    "if ready { translate } else",
    "if ready { translate } else if",
    "if ready { translate >>",
    "repeat(max = 3) { translate } until",
    "repeat(max = 3) { translate",
    "repeat(max = ) { translate } until(true)",
    "try { translate } else",
    "try { translate } else |error",
    "try { translate >> ",
];

#[test]
fn a_half_typed_pipeline_keeps_its_node_its_outputs_and_its_events() {
    let sigs = quote! {
        { node = Generate params = [value prompt] returns = [full_text] events = true }
        { node = Translate params = [borrow full_text] returns = [text] events = true }
    };
    let signatures = [
        ("fn p(prompt: String, other: ) -> [full_text] { generate >> translate }", ["prompt", "full_text"]),
        ("fn p(prompt: String, other) -> [full_text] { generate >> translate }", ["prompt", "full_text"]),
        ("fn p(prompt: String) -> { generate >> translate }", ["prompt", "text"]),
        ("fn p(prompt: String) -> [full_text as ] { generate >> translate }", ["prompt", "text"]),
        ("fn p(prompt: String) -> [full_text]", ["prompt", "full_text"]),
        ("fn p(prompt: String)", ["prompt", "prompt"]),
    ];
    for form in HALF_TYPED {
        let source = format!("fn p(prompt: String) -> [full_text, text] {{ generate >> {form}");
        assert_kept(&sigs, form, &source, &["prompt : String", "full_text :", "text :", "Generate (", "Translate ("]);
    }
    for (source, [input, output]) in signatures {
        assert_kept(&sigs, source, source, &[&format!("{input} : String"), &format!("{output} :")]);
    }
}

/// Checks that an item which is not complete is an error, and has its items with these texts in them.
fn assert_kept(sigs: &TokenStream, form: &str, source: &str, texts: &[&str]) {
    let tokens: TokenStream = format!("{source}{}", closing(source)).parse().unwrap();
    let collected = pipeline::collect(quote!([::runnable] #tokens)).to_string();
    assert!(collected.contains("compile_error"), "{form}: no error in {collected}");
    let lowered = lower(sigs, &tokens).to_string();
    for text in ["struct P {", "struct POutput {", "enum PEvent {", "fn p ("].iter().chain(texts) {
        assert!(lowered.contains(text), "{form}: no `{text}` in {lowered}");
    }
}

#[test]
fn a_half_typed_task_keeps_its_node_and_its_output() {
    for (source, field) in [
        ("async fn load(path: String) -> String { path.", "path : String"),
        ("async fn load(path: String) -> String { let text = ", "path : String"),
        ("async fn load(path: String) -> String { if path.is_empty() { ", "path : String"),
        ("async fn load(path: String) -> { path }", "path : String"),
        ("async fn load(path: String) -> Result< { path }", "path : String"),
        ("async fn load(path: String, limit: ) -> String { path }", "path : String"),
        ("async fn load(path: String, limit) -> String { path }", "path : String"),
        ("pub async fn load(path: HashMap<String, u8>, #[inp] limit: &) -> String { path }", "HashMap < String , u8 >"),
        ("fn load(path: String) -> impl Stream<Item = > { stream! { yield ", "path : String"),
    ] {
        let item: TokenStream = format!("{source}{}", closing(source)).parse().unwrap();
        let written = task::expand(quote!(returns = [text], crate = ::runnable), item).to_string();
        for text in ["struct Load {", "struct LoadOutput {", "text :", field] {
            assert!(written.contains(text), "{source}: no `{text}` in {written}");
        }
    }
}
