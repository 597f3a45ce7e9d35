//! `match expr { pat => a, _ => {} }` and `if expr { a } else { b }`.

use super::{
    chain::group,
    foreign,
    pattern::{self, Bindings, Fields},
    tree::{Arm, Block, Chain, Choice, Head},
};
use crate::util::text::readable;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{
    Expr, Pat, Result, Token, braced,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
    token,
    visit::Visit as _,
};

impl Choice {
    /// Parses a `match`.
    pub(crate) fn parse_match(input: ParseStream<'_>) -> Result<Self> {
        let word: Token![match] = input.parse()?;
        let scrutinee = Expr::parse_without_eager_brace(input)?;
        if !input.peek(token::Brace) {
            return Err(input.error("expected the arms in braces\nhelp: write `match value { pattern => a, _ => {} }`"));
        }
        let body;
        braced!(body in input);
        let mut arms = Vec::new();
        while !body.is_empty() {
            arms.push(body.parse()?);
        }
        Ok(Self { span: word.span, scrutinee: Some(scrutinee), arms })
    }

    /// Parses an `if` with everything that follows it.
    pub(crate) fn parse_if(input: ParseStream<'_>) -> Result<Self> {
        let first: Token![if] = input.parse()?;
        let (mut arms, mut word) = (Vec::new(), first.span);
        loop {
            let condition = Expr::parse_without_eager_brace(input)?;
            if let Some(error) = spelt_out(&condition, input) {
                return Err(error);
            }
            let chain = braces(input, "if condition { a }")?;
            arms.push(Arm { head: Head::Condition(Box::new(condition)), chain, span: word, end: word });
            if !input.peek(Token![else]) {
                arms.push(Arm { head: Head::Else, chain: Chain::default(), span: first.span, end: first.span });
                break;
            }
            let other: Token![else] = input.parse()?;
            if !input.peek(Token![if]) {
                let chain = braces(input, "else { b }")?;
                arms.push(Arm { head: Head::Else, chain, span: other.span, end: other.span });
                break;
            }
            word = input.parse::<Token![if]>()?.span;
        }
        Ok(Self { span: first.span, scrutinee: None, arms })
    }
}

impl Parse for Arm {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if let Some(error) = foreign::attribute_of_arm(input) {
            return Err(error);
        }
        let begin = input.span();
        let pattern = Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            Some(Box::new(input.parse()?))
        } else {
            None
        };
        if !input.peek(Token![=>]) {
            return Err(input.error("expected `=>` and the steps of this arm\nhelp: write `pattern => a >> b`"));
        }
        input.parse::<Token![=>]>()?;
        let braced = input.peek(token::Brace);
        if !braced && (input.is_empty() || input.peek(Token![,])) {
            return Err(input.error("expected the steps of this arm\nhelp: for an arm without steps, write `_ => {}`"));
        }
        let begin_of_chain = input.fork();
        let chain = Chain::parse(input, Block::Braces);
        let end = last_span(&begin_of_chain, input);
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else if input.peek(Token![!]) {
            return Err(foreign::after_step(input, "`,`"));
        } else if !(input.is_empty() || braced) {
            return Err(input.error("expected `,` or `>>`\nhelp: write `,` between two arms, `>>` between two steps"));
        }
        let span = pattern.to_token_stream().into_iter().next().map_or(begin, |first| first.span());
        Ok(Self { head: Head::Pattern(Box::new(pattern), guard), chain, span, end })
    }
}

impl Arm {
    /// Returns the arm as text for messages.
    pub(crate) fn title(&self) -> String {
        match &self.head {
            Head::Pattern(pattern, None) => readable(&pattern.to_token_stream()),
            Head::Pattern(pattern, Some(guard)) => {
                format!("{} if {}", readable(&pattern.to_token_stream()), readable(&guard.to_token_stream()))
            }
            Head::Condition(condition) => format!("if {}", readable(&condition.to_token_stream())),
            Head::Else => "else".to_owned(),
        }
    }
}

/// The error for a condition with an operator that is a word: `not on`, `a and b`.
fn spelt_out(condition: &Expr, next: ParseStream<'_>) -> Option<syn::Error> {
    let word = next.fork().call(Ident::parse_any).ok()?;
    if let Expr::Path(path) = condition
        && path.path.is_ident("not")
    {
        let message = format!("expected a condition, found `not`\nhelp: write `if !{word} {{ .. }}`");
        return Some(syn::Error::new_spanned(condition, message));
    }
    let operator = match word.to_string().as_str() {
        "and" => "&&",
        "or" => "||",
        _ => return None,
    };
    Some(next.error(format!("expected the steps in braces, found `{word}`\nhelp: write `{operator}`")))
}

/// The last token of what was parsed between two positions.
fn last_span(from: ParseStream<'_>, to: ParseStream<'_>) -> Span {
    let mut last = from.span();
    while from.cursor() != to.cursor() {
        match from.parse::<TokenTree>() {
            Ok(tree) => last = tree.span(),
            Err(_) => break,
        }
    }
    last
}

/// `{ a >> b }`, and nothing else.
fn braces(input: ParseStream<'_>, example: &str) -> Result<Chain> {
    if input.peek(token::Brace) {
        return group(input);
    }
    Err(input.error(format!("expected the steps in braces\nhelp: write `{example}`")))
}

impl Head {
    /// Returns the names that it binds, each once. Upper-case identifiers are constants.
    pub(crate) fn bindings(&self) -> Vec<Ident> {
        match self {
            Self::Pattern(pattern, _) => pattern::bindings(pattern),
            Self::Condition(condition) => {
                let mut names = Bindings(Vec::new());
                names.in_condition(condition);
                names.0
            }
            Self::Else => Vec::new(),
        }
    }

    /// Returns `true` if the head itself may use a name that it binds.
    pub(crate) fn uses(&self, name: &Ident) -> bool {
        match self {
            Self::Pattern(_, guard) => guard.as_ref().is_some_and(|guard| mentions(guard.to_token_stream(), name)),
            Self::Condition(condition) => !matches!(**condition, Expr::Let(_)),
            Self::Else => false,
        }
    }

    /// Returns `true` if it binds a name as a field, as in `Person { name }`.
    pub(crate) fn is_field(&self, name: &Ident) -> bool {
        match self {
            Self::Pattern(pattern, _) => pattern::is_field(pattern, name),
            Self::Condition(condition) => {
                let mut fields = Fields(name, false);
                fields.visit_expr(condition);
                fields.1
            }
            Self::Else => false,
        }
    }
}

/// Returns `true` if a name is among the tokens, also in the text of a literal.
fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Literal(literal) => literal.to_string().contains(&name.to_string()),
        TokenTree::Punct(_) => false,
    })
}
