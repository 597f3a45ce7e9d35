//! Expansions of the macros as snapshots.

mod half_typed;
mod random;

use crate::{pipeline, task};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// Formats items. The number in the name of a hidden macro depends on the tests that ran before, so it becomes `N`. The long
/// `#[allow(..)]` before every item is shortened.
fn pretty(items: TokenStream) -> String {
    let items = without_counters(items);
    let text = items.to_string();
    syn::parse2(items).map_or_else(|error| format!("{error}\n{text}"), |file| prettyplease::unparse(&file))
}

/// Formats an expression.
fn pretty_expression(expression: &TokenStream) -> String {
    pretty(quote!(fn expression() { #expression }))
}

fn without_counters(tokens: TokenStream) -> TokenStream {
    let tree = |tree| match tree {
        TokenTree::Group(group) if is_long_allow(&group) => {
            TokenTree::Group(Group::new(group.delimiter(), quote!(allow(..))))
        }
        TokenTree::Group(group) => TokenTree::Group(Group::new(group.delimiter(), without_counters(group.stream()))),
        TokenTree::Ident(ident) => TokenTree::Ident(match ident.to_string().rsplit_once('_') {
            Some((name, count)) if name.starts_with("__runnable_") && count.parse::<usize>().is_ok() => {
                Ident::new(&format!("{name}_N"), ident.span())
            }
            _ => ident,
        }),
        other => other,
    };
    in_place(tokens).into_iter().map(tree).collect()
}

/// Replaces each placeholder by the items that the compiler puts in its place: see `surface::in_module`.
fn in_place(tokens: TokenStream) -> TokenStream {
    let mut trees = tokens.into_iter().peekable();
    let mut replaced = TokenStream::new();
    while let Some(tree) = trees.next() {
        if let (TokenTree::Punct(_), Some(TokenTree::Group(attribute))) = (&tree, trees.peek())
            && attribute.delimiter() == Delimiter::Bracket
            && let Some(items) = placed(attribute.stream())
        {
            replaced.extend(items);
            // `[..] struct __Runnable ;`
            trees.by_ref().take(4).for_each(drop);
            continue;
        }
        replaced.extend([tree]);
    }
    replaced
}

/// Returns the items in `::runnable::__private::items(..)`.
fn placed(attribute: TokenStream) -> Option<TokenStream> {
    let mut before = None;
    for tree in attribute {
        match (&tree, before) {
            (TokenTree::Group(group), Some(TokenTree::Ident(last))) if last == "items" => return Some(group.stream()),
            _ => before = Some(tree),
        }
    }
    None
}

/// Returns `true` for the `[allow(..)]` before every generated item.
fn is_long_allow(group: &Group) -> bool {
    let text = group.to_string();
    group.delimiter() == Delimiter::Bracket && text.starts_with("[allow") && text.contains("nursery")
}

/// `pipeline_lower!` for these signatures and this source.
fn lower(sigs: &TokenStream, source: &TokenStream) -> TokenStream {
    pipeline::lower(quote!(@runnable [#sigs] [[::runnable] #source]))
}

#[test]
fn a_plain_task() {
    let function = quote! {
        /// Greets somebody.
        pub async fn greet(name: String, title: &str) -> String {
            format!("Hello, {title} {name}!")
        }
    };
    insta::assert_snapshot!(
        "a_plain_task",
        pretty(task::expand(quote!(returns = [greeting], crate = ::runnable), function))
    );
}

#[test]
fn a_stream_task() {
    let function = quote! {
        fn generate(prompt: String) -> impl Stream<Item = Token> {
            stream! { yield Token::Done { full_text: prompt }; }
        }
    };
    insta::assert_snapshot!(
        "a_stream_task",
        pretty(task::expand(quote!(returns = [full_text], crate = ::runnable), function))
    );
}

#[test]
fn a_stream_task_with_every_option() {
    let options = quote! {
        returns = [full_text: String, r#type: u32],
        stream_end = "finished",
        name = "write",
        node = Writer,
        retry(3, backoff = "200ms", when = is_transient),
        timeout = "1m",
        idle_timeout = limits::IDLE,
        spawn,
        crate = other::runnable,
    };
    let function = quote! {
        #[cfg(feature = "writing")]
        pub(crate) fn generate(
            prompt: String,
            #[from_run] clock: Clock,
            #[input] attempt: Attempt,
            run: RunId,
        ) -> impl Stream<Item = Result<DynEvent, Failure>> {
            try_stream! { yield DynEvent::done(); }
        }
    };
    insta::assert_snapshot!("a_stream_task_with_every_option", pretty(task::expand(options, function)));
}

#[test]
fn a_blocking_task_with_events() {
    let function = quote! {
        fn count(text: String, events: Emitter<Counting>) -> Result<(usize, usize), Failure> {
            Ok((text.len(), 1))
        }
    };
    let options = quote!(returns = [bytes, words], blocking, crate = ::runnable);
    insta::assert_snapshot!("a_blocking_task_with_events", pretty(task::expand(options, function)));
}

#[test]
fn a_task_where_the_crate_is_no_dependency() {
    let function = quote!(
        async fn greet() {}
    );
    insta::assert_snapshot!("a_task_where_the_crate_is_no_dependency", pretty(task::expand(quote!(spawn,), function)));
}

#[test]
fn a_sequence() {
    let sigs = quote! {
        { node = Process params = [value text] returns = [processed_text] events = false }
        { node = Analyze params = [borrow processed_text] returns = [word_count] events = true }
    };
    let source = quote! {
        /// Processes a text, then analyzes it.
        pub fn text_processing(text: String) -> [processed_text, word_count] { process >> analyze }
    };
    insta::assert_snapshot!("a_sequence_asks_its_steps", pretty(pipeline::collect(quote!([::runnable] #source))));
    insta::assert_snapshot!("a_sequence", pretty(lower(&sigs, &source)));
}

#[test]
fn parallel_branches() {
    let sigs = quote! {
        { node = TranslateSpanish params = [borrow text] returns = [spanish] events = true }
        { node = TranslateFrench params = [value text] returns = [french] events = true }
        { node = Polish params = [value french] returns = [french] events = false }
    };
    let source = quote! {
        fn translate_both(text: String) -> [spanish, french as fr] {
            parallel { es: translate_spanish, fr: tasks::translate_french >> polish }
        }
    };
    insta::assert_snapshot!("parallel_branches", pretty(lower(&sigs, &source)));
}

#[test]
fn a_race() {
    let sigs = quote! {
        { node = Ask params = [borrow prompt] returns = [answer] events = true }
        { node = Search params = [value prompt] returns = [pages] events = false }
        { node = Read params = [value pages] returns = [answer] events = false }
    };
    let source = quote! {
        fn answer(prompt: String) -> [answer] { race { ask, found: search >> read, other: ask } }
    };
    insta::assert_snapshot!("a_race", running(&sigs, &source));
}

#[test]
fn mistakes_in_a_race_have_a_remedy() {
    let sigs = quote! {
        { node = Ask params = [borrow prompt] returns = [answer] events = true }
        { node = Search params = [value prompt] returns = [pages] events = false }
        { node = Read params = [value pages] returns = [answer] events = false }
    };
    let said = |chain: TokenStream| lower(&sigs, &quote!(fn p(prompt: String) -> [answer] { #chain })).to_string();
    for (chain, message) in [
        (quote!(race { ask, search >> read }), "needs a label, unless it is a single step"),
        (quote!(race { ask, { search >> read } }), "needs a label, unless it is a single step"),
        (quote!(race { ask, search }), "the branch `search` of the `race` does not return it"),
        (quote!(race { ask, ask }), "two steps here have the path `ask`"),
    ] {
        assert!(said(chain.clone()).contains(message), "{chain}: {}", said(chain.clone()));
    }
    let said = |chain: TokenStream| pipeline::collect(quote!([::runnable] fn p(prompt: String) { #chain })).to_string();
    assert!(said(quote!(race {})).contains("expected at least one branch"));
    assert!(said(quote!(race [ask, search])).contains("expected the branches of `race` in braces"));
}

#[test]
fn a_timeout() {
    let sigs = quote! {
        { node = Ask params = [borrow prompt] returns = [answer] events = true }
        { node = Read params = [value answer] returns = [text] events = false }
    };
    let source = quote! {
        fn answer(prompt: String, limit: Duration) -> [text] {
            #[timeout("1m 30s")] slow: { #[timeout(limit * 2)] ask >> read }
        }
    };
    insta::assert_snapshot!("a_timeout", running(&sigs, &source));
}

/// Returns the messages for a chain with the task `ask`.
fn said(chain: &str) -> String {
    let sigs = quote! {
        { node = Ask params = [borrow prompt] returns = [answer] events = true }
    };
    let chain: TokenStream = chain.parse().unwrap();
    let collected = pipeline::collect(quote!([::runnable] fn p(prompt: String) { #chain })).to_string();
    collected + &lower(&sigs, &quote!(fn p(prompt: String) { #chain })).to_string()
}

#[test]
fn mistakes_in_a_timeout_have_a_remedy() {
    for (chain, message) in [
        ("#[timeout] ask", "expected the limit in parentheses"),
        (r#"#[timeout = "3s"] ask"#, "expected the limit in parentheses"),
        ("#[timeout()] ask", "expected a duration"),
        (r#"#[timeout("soon")] ask"#, "expected a duration"),
        ("#[timeout(30)] ask", "expected a duration"),
        (r#"#[timeout("0s")] ask"#, "expected a duration"),
        (r#"#[timeout("3s", "4s")] ask"#, "`timeout` takes one duration"),
        (r#"#[timeout("3s")] #[timeout("4s")] ask"#, "`timeout` is set twice"),
        ("#[cfg(test)] ask", "a step cannot have this attribute"),
        (r#"#[timeout("3s")]"#, "expected a step"),
        (r#"#[timeout("3s")] { ask } >> #[timeout("3s")] { again: ask }"#, "`#[timeout(..)] another_name: { .. }`"),
        (r#"#[timeout("3s")] ask >> #[timeout("3s")] ask"#, "`#[timeout(..)] another_name: ask`"),
        (r#"match prompt { #[timeout("3s")] _ => ask, }"#, "an arm cannot have a policy"),
        (r#"timeout("3s") { ask }"#, "`timeout` is an attribute"),
        (r#"ask.timeout("3s")"#, r#"write `#[timeout(\"30s\")] step`"#),
        (r#"race { #[timeout("3s")] ask, other: ask }"#, "needs a label, unless it is a single step"),
    ] {
        assert!(said(chain).contains(message), "{chain}: {}", said(chain));
    }
}

#[test]
fn a_retry() {
    let sigs = quote! {
        { node = Ask params = [borrow prompt] returns = [answer] events = true }
        { node = Read params = [value answer, value prompt] returns = [text] events = false }
    };
    let source = quote! {
        fn answer(prompt: String, pause: Duration) -> [text] {
            #[retry(3, backoff = pause.every(), when = is_busy)] #[timeout("30s")] ask >> #[retry] { read }
        }
    };
    insta::assert_snapshot!("a_retry", running(&sigs, &source));
}

#[test]
fn mistakes_in_a_retry_have_a_remedy() {
    for (chain, message) in [
        ("#[retry()] ask", "expected the number of attempts"),
        ("#[retry = 3] ask", "expected the number of attempts in parentheses after `retry`"),
        ("#[retry[3]] ask", "expected the number of attempts in parentheses after `retry`"),
        ("#[retry(0)] ask", "expected one number of attempts, at least 1"),
        ("#[retry(1)] ask", "nothing is retried"),
        (r#"#[retry("3")] ask"#, "expected one number of attempts"),
        ("#[retry(3, wen = is_busy)] ask", "did you mean `when`"),
        ("#[retry(3, backoff = 3)] ask", "expected a duration or a backoff strategy"),
        ("#[retry(3)] #[retry(4)] ask", "`retry` is set twice"),
        ("#[retry(3)]", "expected a step"),
        ("#[retry(3)] { ask } >> #[retry(3)] { again: ask }", "`#[retry(..)] another_name: { .. }`"),
        ("match prompt { #[retry(3)] _ => ask, }", "an arm cannot have a policy"),
        ("retry(3) { ask }", "`retry` is an attribute"),
        ("ask.retry(3)", "write `#[retry(3)] step`"),
    ] {
        assert!(said(chain).contains(message), "{chain}: {}", said(chain));
    }
}

#[test]
fn a_map() {
    let sigs = quote! {
        { node = Generate params = [value prompt] returns = [full_text] events = true }
        { node = Translate params = [borrow full_text, value language] returns = [translation] events = false }
    };
    let source = quote! {
        fn translate_all(prompt: String, languages: Vec<String>) -> [full_text, translation] {
            generate >> map(languages as language, limit = 8) { translate }
        }
    };
    insta::assert_snapshot!("a_map", pretty(lower(&sigs, &source)));
}

#[test]
fn a_map_that_collects() {
    let sigs = quote! {
        { node = Translate params = [value language] returns = [translation, words] events = false }
    };
    let source = quote! {
        fn translate_all(languages: Vec<String>) -> [translation, words] {
            map(languages as language, on_error = collect) { translate }
        }
    };
    insta::assert_snapshot!("a_map_that_collects", pretty(lower(&sigs, &source)));
}

#[test]
fn a_map_with_a_pattern_and_an_index() {
    let sigs = quote! {
        { node = Translate params = [borrow text, value language, value i] returns = [translation] events = false }
    };
    let source = quote! {
        fn translate_all(table: Vec<(String, (u8, String))>) -> [translation] {
            map(table as (language, (_, text)), index as i, limit = 8) { translate }
        }
    };
    insta::assert_snapshot!("a_map_with_a_pattern_and_an_index", pretty(lower(&sigs, &source)));
}

/// Returns only the body of a pipeline, since the snapshots above show the rest.
fn running(sigs: &TokenStream, source: &TokenStream) -> String {
    let file: syn::File = syn::parse2(without_counters(lower(sigs, source))).unwrap();
    let body = file.items.into_iter().find_map(|item| match item {
        syn::Item::Macro(it) if it.mac.path.segments.last()?.ident == "__implement" => Some(it.mac.tokens),
        _ => None,
    });
    let is = |token: &TokenTree, name: &str| matches!(token, TokenTree::Ident(ident) if ident == name);
    let work =
        body.unwrap().into_iter().skip_while(|token| !is(token, "__call")).take_while(|token| !is(token, "alone"));
    let work: TokenStream = work.skip(1).collect();
    pretty(quote!(__call! { #work }))
}

/// Signatures of `measure`, `shout`, `whisper` and `explain`.
fn flow() -> TokenStream {
    quote! {
        { node = Measure params = [borrow text] returns = [length] events = false }
        { node = Shout params = [value text] returns = [text] events = false }
        { node = Whisper params = [value text] returns = [text] events = false }
        { node = Explain params = [value error] returns = [text] events = false }
    }
}

#[test]
fn a_match() {
    let source = quote! {
        fn by_mood(mood: Mood, text: String) -> [text, length] {
            measure >> match mood { Mood::Angry(level) if level > length => shout, Mood::Named(text) => whisper, _ => {} }
        }
    };
    insta::assert_snapshot!("a_match", running(&flow(), &source));
}

#[test]
fn an_if() {
    let source = quote! {
        fn by_length(text: String) -> [text] {
            measure >> if length > 3 { shout } else if let Some(text) = text.strip_prefix("x") { whisper }
        }
    };
    insta::assert_snapshot!("an_if", running(&flow(), &source));
}

#[test]
fn a_repeat() {
    let source = quote! {
        fn shorten(text: String) -> [text, length] {
            repeat(max = 5, index as turn) { shout >> measure } until(length < 3 + turn) -> [text, length]
        }
    };
    insta::assert_snapshot!(
        "a_repeat",
        running(
            &quote!({ node = Shout params = [value text] returns = [text] events = false } { node = Measure params = [borrow text] returns = [length] events = false }),
            &source
        )
    );
}

#[test]
fn a_try() {
    let source = quote! {
        fn robust(text: String) -> [text] { try { shout >> measure -> [] } else |error| { explain } -> [text] }
    };
    let sigs = quote! {
        { node = Shout params = [value text] returns = [text] events = false }
        { node = Measure params = [borrow text] returns = [length] events = false }
        { node = Explain params = [value error] returns = [text] events = false }
    };
    insta::assert_snapshot!("a_try", running(&sigs, &source));
}

#[test]
fn an_expression() {
    let sigs = quote!({ node = Shout params = [value text] returns = [text] events = false });
    let source = quote!(shout(text = format!("{greeting}!")) >> again: shout -> [text as shouted]);
    insta::assert_snapshot!("an_expression", pretty_expression(&lower(&sigs, &source)));
}

#[test]
fn half_typed_input() {
    let mut found = String::new();
    // `map(` reaches a macro as `map()`, since an editor or rustc closes the brackets.
    for source in [
        "generate >>",
        "map()",
        "map(items)",
        "map(items as )",
        "map(items as item)",
        "map(items as item, ) {",
        "parallel",
        "parallel { a: }",
        "parallel { a: generate, b }",
        "parallel { generate >> }",
        "race { a: generate >> b",
        "generate(",
        "generate(prompt = )",
        "generate -> ",
        "generate -> [full_text as ]",
        "tasks::",
        "name:",
        "fn p() { generate >> }",
        "fn p(text: ) { generate }",
        "fn p() -> [] { parallel { a: } }",
        "pub fn",
        "match kind {}",
        "match kind",
        "match kind { A",
        "match kind { A =>",
        "match kind { A => generate, B if",
        "if",
        "if ready",
        "if ready {} else",
        "if let Some(text) =",
        "repeat",
        "repeat(max =",
        "repeat(max = 3) {",
        "repeat(max = 3) { generate } until",
        "try {",
        "try {} else",
        "try {} else |error",
    ] {
        let closed = format!("{source}{}", closing(source));
        let tokens: TokenStream = closed.parse().unwrap();
        let written = pipeline::collect(quote!([::runnable] #tokens));
        found += &["// ", source, "\n", &pretty_expression(&written), "\n"].concat();
    }
    insta::assert_snapshot!("half_typed_input", found);
}

/// Returns the brackets that close those open at the end of `source`.
fn closing(source: &str) -> String {
    let mut open = Vec::new();
    for char in source.chars() {
        match char {
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' => _ = open.pop(),
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}
