//! Tokens as text in a normal form: equal tokens give equal text with every version of the compiler.
//!
//! `TokenStream::to_string` promises no such thing, so the text that a resumed run compares is written here. Only the tokens
//! count: not their spacing, their spans, doc comments, or a comma at the end of a list. The text reads as rustfmt would write
//! it on one line, and lexes to the same tokens.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::iter::Peekable;
use syn::Type;

/// The operators of more than one character, the longest first.
const OPERATORS: [&str; 24] = [
    "<<=", ">>=", "...", "..=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "..", "+=", "-=", "*=", "/=",
    "%=", "^=", "&=", "|=", "<<", ">>",
];

/// Words after which an operand follows, so that an operator is unary and parentheses are not a call.
const BEFORE_OPERAND: [&str; 22] = [
    "as", "async", "break", "const", "dyn", "else", "for", "if", "impl", "in", "let", "loop", "match", "move", "mut",
    "ref", "return", "static", "unsafe", "where", "while", "yield",
];

/// Returns the normal form of tokens.
pub(crate) fn normal(tokens: &TokenStream) -> String {
    let mut text = String::new();
    write(&pieces(tokens.clone()), &mut text);
    text
}

/// A token; operators are whole.
enum Piece {
    /// An identifier, a literal or a lifetime.
    Word(String),
    Operator(String),
    Group(Delimiter, Vec<Piece>),
}

impl Piece {
    fn is(&self, operator: &str) -> bool {
        matches!(self, Self::Operator(this) if this == operator)
    }
}

fn pieces(tokens: TokenStream) -> Vec<Piece> {
    let (mut all, mut tokens) = (Vec::new(), tokens.into_iter().peekable());
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => add_group(&group, &mut all),
            TokenTree::Ident(word) => all.push(Piece::Word(word.to_string())),
            TokenTree::Literal(word) => all.push(Piece::Word(word.to_string())),
            TokenTree::Punct(sign) if sign.as_char() == '\'' => {
                let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
                all.push(Piece::Word(format!("'{name}")));
            }
            TokenTree::Punct(sign) if sign.as_char() == '#' && is_doc(tokens.peek()) => {
                tokens.next();
            }
            TokenTree::Punct(sign) => all.push(Piece::Operator(operator(sign.as_char(), &mut tokens))),
        }
    }
    all
}

/// Returns the longest operator that begins here. The spacing of its characters does not count: it may change on the way
/// through macros.
fn operator(first: char, tokens: &mut Peekable<impl Iterator<Item = TokenTree>>) -> String {
    let mut text = String::from(first);
    while let Some(TokenTree::Punct(next)) = tokens.peek() {
        text.push(next.as_char());
        if !OPERATORS.contains(&text.as_str()) {
            text.pop();
            break;
        }
        tokens.next();
    }
    text
}

/// Returns `true` for the brackets of `#[doc = ".."]`.
fn is_doc(token: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(group)) = token else { return false };
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word == "doc")
}

fn add_group(group: &Group, to: &mut Vec<Piece>) {
    let mut inner = pieces(group.stream());
    let delimiter = group.delimiter();
    if delimiter == Delimiter::None {
        // A fragment that a macro substituted: parentheses keep its operands together.
        if inner.len() > 1 && inner.iter().any(|piece| matches!(piece, Piece::Operator(sign) if !in_path(sign))) {
            to.push(Piece::Group(Delimiter::Parenthesis, inner));
        } else {
            to.append(&mut inner);
        }
        return;
    }
    if inner.last().is_some_and(|last| last.is(",")) && !(delimiter == Delimiter::Parenthesis && is_single(&inner, to))
    {
        inner.pop();
    }
    to.push(Piece::Group(delimiter, inner));
}

/// Returns `true` for the operators of types and paths, which need no parentheses.
fn in_path(sign: &str) -> bool {
    matches!(sign, "::" | "<" | ">" | ">>" | "," | "&" | "." | "!" | "?")
}

/// Returns `true` for `(a,)`, unless it is the list of a call: without its comma, it is not a tuple.
fn is_single(inner: &[Piece], before: &[Piece]) -> bool {
    let call = match before.last() {
        Some(Piece::Word(word)) => !is_before_operand(word),
        Some(Piece::Group(delimiter, _)) => *delimiter != Delimiter::Brace,
        Some(Piece::Operator(_)) | None => false,
    };
    !call && inner.iter().filter(|piece| piece.is(",")).count() == 1
}

fn is_before_operand(word: &str) -> bool {
    BEFORE_OPERAND.contains(&word)
}

/// The kind of the last token in the text.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// Nothing, or an operator that the next token adheres to.
    Open,
    /// An operator or a word before an operand.
    Spaced,
    /// A word or a group that ends an operand.
    Operand,
    /// The name of a macro with its `!`.
    Macro,
}

/// The state of writing the tokens of one group.
struct Writer<'t> {
    text: &'t mut String,
    last: Last,
    /// The number of open `<`.
    angles: usize,
    /// `true` between the bars of a closure's parameters.
    bars: bool,
}

fn write(pieces: &[Piece], to: &mut String) {
    let mut writer = Writer { text: to, last: Last::Open, angles: 0, bars: false };
    for (i, piece) in pieces.iter().enumerate() {
        let (before, next) = (i.checked_sub(1).and_then(|i| pieces.get(i)), pieces.get(i + 1));
        // A comma before the end of a list in angle brackets ends nothing.
        if piece.is(",") && writer.angles > 0 && next.is_some_and(|next| next.is(">") || next.is(">>")) {
            continue;
        }
        match piece {
            Piece::Word(word) => writer.word(word),
            Piece::Operator(sign) => writer.operator(sign, before, next),
            Piece::Group(delimiter, inner) => writer.group(*delimiter, inner),
        }
    }
}

impl Writer<'_> {
    fn add(&mut self, spaced: bool, text: &str, last: Last) {
        if spaced && self.last != Last::Open {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.last = last;
    }

    fn word(&mut self, word: &str) {
        let last = if is_before_operand(word) { Last::Spaced } else { Last::Operand };
        self.add(true, word, last);
    }

    fn group(&mut self, delimiter: Delimiter, inner: &[Piece]) {
        let call = delimiter != Delimiter::Brace && matches!(self.last, Last::Operand | Last::Macro);
        let [open, close] = match delimiter {
            Delimiter::Brace if inner.is_empty() => ["{", "}"],
            Delimiter::Brace => ["{ ", " }"],
            Delimiter::Bracket => ["[", "]"],
            Delimiter::Parenthesis | Delimiter::None => ["(", ")"],
        };
        self.add(!call, open, Last::Open);
        write(inner, self.text);
        self.text.push_str(close);
        self.last = Last::Operand;
    }

    fn operator(&mut self, sign: &str, before: Option<&Piece>, next: Option<&Piece>) {
        let prefix = matches!(self.last, Last::Open | Last::Spaced);
        match sign {
            "," | ";" | ":" => self.add(false, sign, Last::Spaced),
            "::" | ".." | "..=" | "..." | "." => {
                // `1.` is a number.
                let number = self.text.ends_with('.');
                self.add(number || self.last == Last::Spaced, sign, Last::Open);
            }
            "?" if prefix => self.add(true, sign, Last::Open),
            "?" => self.add(false, sign, Last::Operand),
            "!" if !prefix && matches!(next, Some(Piece::Group(..))) => self.add(false, sign, Last::Macro),
            "#" | "$" | "~" => self.add(true, sign, Last::Open),
            "||" if prefix => self.add(true, sign, Last::Spaced),
            "|" if self.bars => {
                self.bars = false;
                self.add(false, sign, Last::Spaced);
            }
            "|" if prefix => {
                self.bars = true;
                self.add(true, sign, Last::Open);
            }
            "<" if prefix || opens_generics(before) => {
                self.angles += 1;
                self.add(prefix, sign, Last::Open);
            }
            ">" | ">>" if self.angles > 0 => {
                self.angles = self.angles.saturating_sub(sign.len());
                self.add(false, sign, Last::Operand);
            }
            "&" | "&&" | "*" | "-" | "!" if prefix => self.add(true, sign, Last::Open),
            _ => self.add(true, sign, Last::Spaced),
        }
    }
}

/// Returns `true` if `<` begins a list of generic arguments, as far as tokens show it.
fn opens_generics(before: Option<&Piece>) -> bool {
    match before {
        Some(Piece::Word(word)) => {
            word.starts_with(char::is_uppercase) || matches!(word.as_str(), "fn" | "for" | "impl")
        }
        Some(Piece::Operator(sign)) => sign == "::",
        _ => false,
    }
}

/// `dyn Trait`, in parentheses or not.
pub(crate) fn trait_object(ty: &Type) -> Option<&Type> {
    match ty {
        Type::TraitObject(_) => Some(ty),
        Type::Paren(inner) => trait_object(&inner.elem),
        Type::Group(inner) => trait_object(&inner.elem),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens as rustfmt writes them.
    const TEXTS: [&str; 36] = [
        "a + 50",
        "-a - -b * !c",
        "Vec<Vec<i64>>",
        "HashMap<String, Vec<(u8, &'static str)>>",
        "&mut [T; 4]",
        "Box<dyn Fn(u32) -> Result<String, io::Error> + Send + 'static>",
        "<T as Trait>::Output",
        "impl Stream<Item = u8> + ?Sized",
        "std::string::String",
        "xs.iter().map(|item| item % 10).sum::<i64>()",
        "|a, (b, _)| a == b",
        "|| 1",
        "move || x",
        "vec![8, 9]",
        "format!(\"{a:?} is, {{}}\")",
        "{ let first = b * 6; first - b }",
        "if a < b { a } else { b }",
        "match x { Some(n) if n > 3 => n, _ => 0 }",
        "first @ 2..=40",
        "0..n",
        "1 | 4",
        "Mood::Angry { level, .. }",
        "*score > 8 && !done || a >= b",
        "a << 2 >> 1",
        "x as i64 < 3",
        "f(a)?.b",
        "(a,)",
        "return (a,)",
        "()",
        "r#type.r#fn",
        "b'\\n' == b\"x\"[0]",
        "1. + 2.5e3",
        "&&x",
        "a[1](2)",
        "#[cold] || {}",
        "S { a: 1, ..s }",
    ];

    fn normal_of(text: &str) -> String {
        normal(&text.parse().expect("tokens"))
    }

    /// The tokens alone: no spacing, no delimiters without a sign.
    fn flat(tokens: TokenStream) -> Vec<String> {
        let mut all = Vec::new();
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    all.push(format!("{:?}", group.delimiter()));
                    all.extend(flat(group.stream()));
                    all.push("end".to_owned());
                }
                TokenTree::Punct(sign) => all.push(sign.as_char().to_string()),
                other => all.push(other.to_string()),
            }
        }
        all
    }

    #[test]
    fn tokens_are_written_as_rustfmt_writes_them() {
        for text in TEXTS {
            assert_eq!(normal_of(text), text);
        }
    }

    #[test]
    fn the_text_lexes_to_the_same_tokens() {
        let odd = [
            "1. .. 2.",
            "a<-b",
            "x as Vec<u8>>=y",
            "- - a",
            "& & a",
            "a ? . b",
            "'a: 'b",
            "$ crate :: x",
            "a.0.1",
            "| A | B",
        ];
        for text in TEXTS.into_iter().chain(odd) {
            let tokens: TokenStream = text.parse().expect("tokens");
            let again: TokenStream = normal(&tokens).parse().expect("tokens");
            assert_eq!(flat(again), flat(tokens), "{text} became {}", normal_of(text));
        }
    }

    #[test]
    fn spacing_comments_and_final_commas_do_not_count() {
        for (one, other) in [
            ("a+50", "a  +\n  50 // comment"),
            ("Vec<Vec<u8>>", "Vec < Vec < u8 , > , >"),
            ("f(a, b)", "f(a, /* which */ b,)"),
            ("f(a)", "f(a,)"),
            ("[1, 2]", "[1, 2,]"),
            ("{ 1 }", "{ /// About.\n 1 }"),
            ("S { a }", "S { a, }"),
            ("a >= b", "a >=b"),
        ] {
            assert_eq!(normal_of(one), normal_of(other));
        }
    }

    #[test]
    fn different_tokens_stay_different() {
        for (one, other) in [
            ("(a,)", "(a)"),
            ("a - b", "a -- b"),
            ("ab", "a b"),
            ("\"a b\"", "\"a  b\""),
            ("1", "1u8"),
            ("r#a", "a"),
            ("a . b", "a .. b"),
            ("return (a,)", "return (a)"),
        ] {
            assert_ne!(normal_of(one), normal_of(other));
        }
    }

    #[test]
    fn substituted_operands_stay_together() {
        let sum: TokenStream = "a + b".parse().expect("tokens");
        let group = TokenTree::from(Group::new(Delimiter::None, sum));
        let product = TokenStream::from_iter([group]).into_iter().chain("* c".parse::<TokenStream>().expect("tokens"));
        assert_eq!(normal(&product.collect()), "(a + b) * c");
        let path = Group::new(Delimiter::None, "Vec<u8>".parse().expect("tokens"));
        assert_eq!(normal(&TokenTree::from(path).into()), "Vec<u8>");
    }
}
