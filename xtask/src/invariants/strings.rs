//! Finds strings that belong to one place of the code.

use super::Source;
use crate::syntax::{attributes, is_test};
use proc_macro2::{TokenStream, TokenTree};
use runnable_wire::Kind;
use std::path::Path;
use syn::{Attribute, Item, LitStr, visit::Visit};

/// Returns the places where a kind of lifecycle event is a string, in code that is not a test.
pub(super) fn kinds(source: &Source) -> Result<Vec<String>, String> {
    let found = literals(source)?.into_iter().filter_map(|(line, text)| {
        let kind = Kind::ALL.into_iter().find(|kind| text.contains(kind.as_str()))?;
        Some(format!(
            "{}:{line}: `{}` is a string here; help: match on or write `Kind::{kind:?}`",
            source.path,
            kind.as_str()
        ))
    });
    Ok(found.collect())
}

/// Checks that one file defines the version of the envelope and that nothing else writes a number for it.
pub(super) fn versions(sources: &[Source]) -> Result<Vec<String>, String> {
    let definers: Vec<_> =
        sources.iter().filter(|source| source.text.contains("const VERSION:")).map(|source| &*source.path).collect();
    let mut problems = vec![];
    if definers.len() != 1 {
        problems.push(format!("the envelope's `VERSION` is defined in {} files: {definers:?}", definers.len()));
    }
    for source in sources.iter().filter(|source| !definers.contains(&&*source.path)) {
        let fixed = literals(source)?.into_iter().filter(|(_, text)| text == "v" || has_fixed_version(text));
        problems.extend(
            fixed
                .filter(|(line, text)| has_fixed_version(text) || !line_of(source, *line).contains("VERSION"))
                .map(|(line, _)| format!("{}:{line}: the envelope's version is written here as well", source.path)),
        );
    }
    Ok(problems)
}

/// Returns whether a text has `"v":` with a digit.
fn has_fixed_version(text: &str) -> bool {
    let compact: String = text.chars().filter(|character| !character.is_whitespace() && *character != '\\').collect();
    compact.split("\"v\":").skip(1).any(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
}

fn line_of(source: &Source, line: usize) -> &str {
    source.text.lines().nth(line.saturating_sub(1)).unwrap_or_default()
}

/// Returns the string literals of a file with their lines, without those of tests and doc comments.
fn literals(source: &Source) -> Result<Vec<(usize, String)>, String> {
    if Path::new(&source.path).extension().is_none_or(|extension| extension != "rs") {
        return Ok((1..).zip(source.text.lines().map(str::to_owned)).collect());
    }
    if is_test_file(&source.path) {
        return Ok(vec![]);
    }
    let file = syn::parse_file(&source.text).map_err(|error| format!("cannot parse {}: {error}", source.path))?;
    let mut literals = Literals(vec![]);
    literals.visit_file(&file);
    Ok(literals.0)
}

/// Returns whether a file is a module of tests.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

struct Literals(Vec<(usize, String)>);

impl<'ast> Visit<'ast> for Literals {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    /// Skips doc comments.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if !attribute.path().is_ident("doc") {
            syn::visit::visit_attribute(self, attribute);
        }
    }

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.0.push((literal.span().start().line, literal.value()));
    }

    fn visit_lit_byte_str(&mut self, literal: &'ast syn::LitByteStr) {
        self.0.push((literal.span().start().line, String::from_utf8_lossy(&literal.value()).into_owned()));
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
    }
}

impl Literals {
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => match syn::Lit::new(literal) {
                    syn::Lit::Str(literal) => self.visit_lit_str(&literal),
                    syn::Lit::ByteStr(literal) => self.visit_lit_byte_str(&literal),
                    _ => {}
                },
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.into(), text: text.into() }
    }

    #[test]
    fn a_kind_is_found_in_code_macros_and_sql_but_not_in_tests_or_docs() {
        let text = "/// \"run.started\"\nfn f() { g(\"step.reset\");\nmatches!(x, b\"run.finished\"); }\n\
            #[cfg(test)] mod tests { const X: &str = \"step.started\"; }";
        let found = kinds(&source("a/src/a.rs", text)).unwrap();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("a/src/a.rs:2: `step.reset`") && found[0].ends_with("`Kind::StepReset`"));
        assert!(found[1].starts_with("a/src/a.rs:3: `run.finished`"));
        assert_eq!(kinds(&source("a/m.sql", "SELECT 'step.finished'")).unwrap().len(), 1);
    }

    #[test]
    fn the_version_has_one_place() {
        let wire = || source("a/wire.rs", "pub const VERSION: u8 = 1; fn f() { field(\"v\", &VERSION) }");
        assert!(versions(&[wire()]).unwrap().is_empty());
        assert!(versions(&[wire(), source("b.rs", "fn f() { field(\"v\", &VERSION) }")]).unwrap().is_empty());
        for other in ["fn f() { field(\"v\", &1) }", "fn f() { write!(to, r#\"{{\"v\": 2}}\"#) }"] {
            assert_eq!(versions(&[wire(), source("b.rs", other)]).unwrap().len(), 1, "{other}");
        }
        assert_eq!(versions(&[wire(), wire()]).unwrap().len(), 1);
        assert_eq!(versions(&[]).unwrap().len(), 1);
    }
}
