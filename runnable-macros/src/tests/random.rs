//! No input makes a macro panic.

use super::lower;
use crate::{event, pipeline, task};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Random tokens from a fixed seed (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn tokens(&mut self, depth: usize) -> TokenStream {
        let length = self.below(9);
        (0..length).flat_map(|_| self.piece(depth)).collect()
    }

    /// A token, or a few that belong together.
    fn piece(&mut self, depth: usize) -> TokenStream {
        const NAMES: &[&str] =
            &["a", "b", "text", "item", "items", "generate", "String", "Stream", "r#type", "r#map", "_"];
        const WORDS: &[&str] = &[
            "map", "parallel", "race", "repeat", "limit", "as", "match", "if", "try", "fn", "pub", "async", "impl",
            "self", "Self", "super", "crate", "mut", "dyn", "for", "where", "true", "enum", "struct", "const",
            "unsafe", "return", "loop",
        ];
        const OPTIONS: &[&str] = &[
            "returns",
            "stream_end",
            "name",
            "node",
            "retry",
            "timeout",
            "idle_timeout",
            "spawn",
            "blocking",
            "crate",
            "backoff",
            "when",
            "event",
            "rename",
        ];
        const SIGNS: &[&str] = &[
            ">>", ">>", "->", "::", ":", ",", ",", "=", "<", ">", "&", "#", ";", ".", "..", "?", "|", "!", "=>", "$",
            "@", "-", "*", "'a", ">>=", "<<",
        ];
        const VALUES: &[&str] =
            &["\"{a} {b:?}\"", "\"30s\"", "\"{\"", "r#\"{text}\"#", "b\"x\"", "1", "0", "1.5", "'c'", "99999999999u8"];
        const FORMS: &[&str] = &[
            "a >> b",
            "a: b",
            "map(items as item) { a }",
            "items as (item, a), index as b",
            "parallel { a: b }",
            "race { a, b: c >> d }",
            "parallel<a, b>",
            "a(text = 1)",
            "-> [a as b]",
            "fn a(text: String) { b }",
            "fn a(text: &str) -> impl Stream<Item = A> {}",
            "enum A { B { c: D } }",
            "{ a }",
            "#[timeout(\"3s\")] a",
        ];
        let text = match self.below(if depth == 0 { 8 } else { 12 }) {
            0 | 1 => self.pick(NAMES),
            2 => self.pick(WORDS),
            3 => self.pick(OPTIONS),
            4 | 5 => self.pick(SIGNS),
            6 => self.pick(VALUES),
            7 => self.pick(FORMS),
            kind => {
                let delimiter = match kind {
                    8 => Delimiter::Parenthesis,
                    9 => Delimiter::Brace,
                    10 => Delimiter::Bracket,
                    _ => Delimiter::None,
                };
                return TokenTree::Group(Group::new(delimiter, self.tokens(depth - 1))).into();
            }
        };
        text.parse().unwrap()
    }
}

/// Signatures for any steps.
fn signatures() -> TokenStream {
    (0..40)
        .map(|index| match index % 4 {
            0 => quote!({ node = A params = [value text, borrow a] returns = [b] events = true }),
            1 => quote!({ node = B params = [value b] returns = [text, items] events = false }),
            2 => quote!({ node = C params = [] returns = [] events = true }),
            _ => quote!({ node = D params = [borrow item] returns = [a] events = false }),
        })
        .collect()
}

#[test]
fn no_tokens_make_a_macro_panic() {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut random = Random(SEED);
    let sigs = signatures();
    let mut panics = Vec::new();
    for _ in 0..2_000 {
        let (some, more, kind) = (random.tokens(3), random.tokens(2), random.below(3));
        let item = match kind {
            0 => more,
            1 => quote!(async fn a(text: String, #more) -> (A, B) {}),
            _ => quote!(fn a(#[input] text: &str) -> #more {}),
        };
        let mut check = |name: &str, expand: &dyn Fn() -> TokenStream| {
            if catch_unwind(AssertUnwindSafe(|| drop(expand().to_string()))).is_err() {
                panics.push(format!("{name}: {some} / {item}"));
            }
        };
        check("task", &|| task::expand(quote!(crate = ::runnable, #some), item.clone()));
        check("task without a crate", &|| task::expand(some.clone(), item.clone()));
        check("event", &|| event::expand(some.clone()));
        check("event at", &|| event::expand_at(quote!([::runnable] enum A { #some })));
        check("event at anything", &|| event::expand_at(some.clone()));
        check("collect anything", &|| pipeline::collect(some.clone()));
        check("collect", &|| pipeline::collect(quote!([::runnable] #some)));
        check("collect an item", &|| pipeline::collect(quote!([::runnable] fn a(text: String) { #some })));
        check("lower anything", &|| pipeline::lower(some.clone()));
        check("lower signatures", &|| pipeline::lower(quote!([{ #some }] [[::runnable] a])));
        check("lower", &|| lower(&sigs, &some));
        check("lower an item", &|| lower(&sigs, &quote!(fn a(text: String, items: Vec<Item>) { #some })));
    }
    assert!(
        panics.is_empty(),
        "{} panics, of which the shortest: {:?}",
        panics.len(),
        panics.iter().min_by_key(|it| it.len())
    );
}

/// A chain that parses, so that the stages after the parser are reached.
fn chain(random: &mut Random, depth: usize) -> TokenStream {
    let nodes: Vec<_> = (0..=random.below(4)).map(|_| node(random, depth)).collect();
    quote!(#(#nodes)>>*)
}

fn node(random: &mut Random, depth: usize) -> TokenStream {
    const STEPS: &[&str] =
        &["a", "b", "c", "d", "m::a", "r#type", "a(text)", "b(b = text.len())", "d(item = f(\"{a}\", items))"];
    let label: TokenStream = random.pick(&["", "", "x:", "y:", "z:", "r#fn:"]).parse().unwrap();
    let outputs: TokenStream = random.pick(&["", "", "", "-> []", "-> [a]", "-> [b as a, text]"]).parse().unwrap();
    let kind = match random.below(if depth == 0 { 3 } else { 10 }) {
        3 => {
            let (left, right) = (chain(random, depth - 1), chain(random, depth - 1));
            if random.below(2) == 0 {
                quote!(parallel { p: #left, q: #right, })
            } else {
                quote!(race { p: #left, q: #right, })
            }
        }
        4 => {
            let body = chain(random, depth - 1);
            let head: TokenStream = random
                .pick(&[
                    "items as item",
                    "text as text",
                    "(a.b) as a",
                    "a as b, limit = n",
                    "items as (item, A { text, .. }), index as b",
                    "(a) as _, limit = 2, index as a",
                    "items as b, on_error = collect",
                    "a as Some(b)",
                ])
                .parse()
                .unwrap();
            quote!(map(#head) { #body })
        }
        5 => {
            let body = chain(random, depth - 1);
            quote!({ #body })
        }
        6 => {
            let (one, other) = (chain(random, depth - 1), chain(random, depth - 1));
            let head: TokenStream =
                random.pick(&["A", "A(a)", "A { text } | B { text }", "n if n > a"]).parse().unwrap();
            quote!(match text.kind() { #head => { #one } _ => #other })
        }
        7 => {
            let (one, other) = (chain(random, depth - 1), chain(random, depth - 1));
            let (head, tail): (TokenStream, _) =
                (random.pick(&["a > 3", "let Some(b) = text && b.ready()"]).parse().unwrap(), random.below(2));
            let other = (tail > 0).then(|| quote!(else { #other }));
            quote!(if #head { #one } #other)
        }
        8 => {
            let body = chain(random, depth - 1);
            let head: TokenStream =
                random.pick(&["max = 3", "max = a, index as b", "index as text, max = 1,"]).parse().unwrap();
            quote!(repeat(#head) { #body } until(a > b))
        }
        9 => {
            let (one, other) = (chain(random, depth - 1), chain(random, depth - 1));
            quote!(try { #one } else |a| { #other })
        }
        _ => random.pick(STEPS).parse().unwrap(),
    };
    let policy: TokenStream = random
        .pick(&[
            "",
            "",
            "",
            "",
            "#[timeout(\"3s\")]",
            "#[timeout(a * 2)]",
            "#[retry(2)]",
            "#[retry(2, when = |_| a)] #[timeout(a)]",
        ])
        .parse()
        .unwrap();
    quote!(#policy #label #kind #outputs)
}

#[test]
fn no_chain_makes_the_lowering_panic() {
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    let sigs = signatures();
    let mut panics = Vec::new();
    let mut sound = 0;
    for _ in 0..2_000 {
        let chain = chain(&mut random, 3);
        let outputs: TokenStream = random.pick(&["", "", "-> [a]", "-> [text as t, b]", "-> []"]).parse().unwrap();
        let item = quote!(pub fn p(text: String, a: &str, #[resource] items: Vec<Item>) #outputs { #chain });
        // The hidden macro of a pipeline has a `compile_error!` for other uses.
        for (source, explained) in [(chain, 0), (item, 1)] {
            match catch_unwind(AssertUnwindSafe(|| lower(&sigs, &source).to_string())) {
                Ok(written) => sound += usize::from(written.matches("compile_error").count() == explained),
                Err(_) => panics.push(source.to_string()),
            }
        }
    }
    assert!(
        panics.is_empty(),
        "{} panics, of which the shortest: {:?}",
        panics.len(),
        panics.iter().min_by_key(|it| it.len())
    );
    assert!(sound > 50, "only {sound} of 4,000 are sound");
}
