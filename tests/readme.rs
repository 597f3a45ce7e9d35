//! What the README quotes is what the project has.
use std::{fs, path::Path};

/// The blocks of the README that begin with this fence, from this heading on.
fn blocks(heading: &str, fence: &str) -> Vec<String> {
    let readme = read("README.md");
    let begin = format!("{fence}\n");
    let (_, from) = readme.split_once(heading).expect("the README has the heading");
    let blocks = from.split(&begin).skip(1);
    blocks.map(|rest| rest.split_once("```").map_or(rest, |(block, _)| block).to_owned()).collect()
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn quoted_compiler_output_is_that_of_the_case_it_names() {
    let quotes = blocks("# runnable", "```text");
    assert_eq!(quotes.len(), 3);
    for quote in quotes {
        let (_, place) = quote.split_once("--> ").expect("a quote names its case");
        let (case, _) = place.split_once(".rs:").expect("a case is a file");
        let stderr = read(&format!("{case}.stderr"));
        assert!(stderr.contains(&quote), "the README quotes\n{quote}\nbut {case}.stderr is\n{stderr}");
    }
}

#[test]
fn compared_programs_are_those_that_are_compared() {
    let programs = blocks("## By hand", "```rust,ignore");
    assert_eq!(programs.len(), 2);
    for (program, file) in programs.iter().zip(["by_hand", "with_pipeline"]) {
        let whole = read(&format!("tests/comparison/{file}.rs"));
        assert!(whole.ends_with(program.as_str()), "the README shows\n{program}\nbut {file}.rs is\n{whole}");
    }
}
