//! Everything that the README quotes is in the project.
use std::{fs, path::Path};

/// Returns the blocks of the README that begin with `fence`, from `heading` on.
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
fn quoted_compiler_output_matches_the_ui_case_it_names() {
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
fn the_page_of_errors_quotes_each_of_its_ui_cases_as_the_compiler_writes_it() {
    let page = read("src/docs/guide/errors.md");
    let quotes: Vec<_> = page.split("```text\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/errors/fail");
    for file in fs::read_dir(cases).expect("the cases are in a folder") {
        let file = file.expect("the folder can be read").path();
        if file.extension().is_some_and(|extension| extension == "rs") {
            let case = format!("tests/ui/errors/fail/{}", file.file_stem().expect("a case has a name").display());
            let place = format!("--> {case}.rs:");
            let quote = quotes.iter().find(|quote| quote.contains(&place));
            let quote = quote.unwrap_or_else(|| panic!("the page of errors does not quote {case}"));
            let stderr = read(&format!("{case}.stderr"));
            assert!(stderr.contains(quote), "the page quotes\n{quote}\nbut {case}.stderr is\n{stderr}");
        }
    }
}

#[test]
fn quoted_programs_match_the_files_that_are_compiled() {
    let mut programs = blocks("# runnable", "```rust,ignore");
    for of in ["runnable-cli", "runnable-cluster"] {
        let compiled = read(&format!("{of}/src/docs/crate.md"));
        for line in programs.remove(1).lines() {
            let message = "which the documentation of the crate does not compile";
            assert!(compiled.contains(line), "the README shows `{line}` of `{of}`, {message}");
        }
    }
    let files = ["recorded", "by_hand", "with_pipeline"];
    assert_eq!(programs.len(), files.len());
    for (program, file) in programs.iter().zip(files) {
        let whole = read(&format!("tests/comparison/{file}.rs"));
        assert!(whole.ends_with(program.as_str()), "the README shows\n{program}\nbut {file}.rs is\n{whole}");
    }
}

#[test]
fn the_endpoint_in_the_llm_server_readme_is_in_its_routes() {
    let readme = read("examples/llm_server/README.md");
    let (_, rest) = readme.split_once("```rust,ignore\n").expect("the README quotes an endpoint");
    let (endpoint, _) = rest.split_once("```").expect("the quote ends");
    assert!(read("examples/llm_server/src/routes.rs").contains(endpoint), "{endpoint}");
}

#[test]
fn linked_files_exist() {
    let readme = read("README.md");
    let links: Vec<_> = readme.split("](").skip(1).filter_map(|rest| rest.split_once(')')).collect();
    assert!(links.len() > 10, "{links:?}");
    for (link, _) in links {
        let file = link.split('#').next().unwrap_or(link);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        assert!(path.exists(), "the README links to `{file}`, which does not exist");
    }
}

#[test]
fn every_example_is_in_the_table() {
    let readme = read("README.md");
    let (_, table) = readme.split_once("| example |").expect("the README has the table");
    let (table, _) = table.split_once("\n\n").expect("the table ends");
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).expect("there are examples") {
        let name = entry.expect("a readable entry").path().file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(
            table.contains(&format!("`{name}`")) || readme.contains(&format!("--example {name} ")),
            "the README lacks the example `{name}`"
        );
    }
}

#[test]
fn the_compiler_version_is_that_of_the_manifest() {
    let manifest = read("Cargo.toml");
    let (_, version) = manifest.split_once("rust-version = \"").expect("the manifest has a `rust-version`");
    let (version, _) = version.split_once('"').expect("the version ends");
    let readme = read("README.md");
    let mentions: Vec<_> = readme.split("Rust 1.").skip(1).map(|rest| &rest[..2]).collect();
    assert!(!mentions.is_empty());
    assert!(mentions.iter().all(|minor| format!("1.{minor}") == version), "{mentions:?}, but {version}");
}
