//! The shapes of values behind their types.

use super::lines;
use runnable::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Defines a pipeline `work` that takes and returns `Value`, for each version of the types.
macro_rules! versions {
    ($($name:ident { $($types:tt)* })*) => {$(
        mod $name {
            use super::*;
            $($types)*
            #[task(returns = [made])]
            async fn make(value: Value) -> Value { value }
            pipeline! { pub fn work(value: Value) -> [made] { make } }
        }
    )*};
}

versions! {
    fields {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Pair { pub a: u32, pub b: u32 }
        pub type Value = Vec<Option<Pair>>;
    }
    swapped {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Pair { #[serde(rename = "b")] pub a: u32, #[serde(rename = "a")] pub b: u32 }
        pub type Value = Vec<Option<Pair>>;
    }
    widened {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Pair { pub a: u32, pub b: i64 }
        pub type Value = Vec<Option<Pair>>;
    }
    with_another_field {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Pair { pub a: u32, pub b: u32, #[serde(default)] pub c: bool }
        pub type Value = Vec<Option<Pair>>;
    }
    documented {
        /// Two numbers.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub struct Pair {
            /// The first.
            pub a: u32,
            /// The second.
            pub b: u32,
        }
        pub type Value = Vec<Option<Pair>>;
    }
    variants {
        #[derive(Clone, Serialize, Deserialize)]
        pub enum Shape { Circle { x: u8, y: u8 }, Point(u8, u8), Empty }
        pub type Value = HashMap<String, Shape>;
    }
    swapped_in_a_variant {
        #[derive(Clone, Serialize, Deserialize)]
        pub enum Shape { Circle { #[serde(rename = "y")] x: u8, #[serde(rename = "x")] y: u8 }, Point(u8, u8), Empty }
        pub type Value = HashMap<String, Shape>;
    }
    swapped_variants {
        #[derive(Clone, Serialize, Deserialize)]
        pub enum Shape { Circle { x: u8, y: u8 }, #[serde(rename = "Empty")] Point(u8, u8), #[serde(rename = "Point")] Empty }
        pub type Value = HashMap<String, Shape>;
    }
    recursive {
        #[derive(Clone, Serialize, Deserialize)]
        pub enum Tree { Both(Box<Tree>, Box<Tree>), Many { of: Vec<Tree> }, Named(BTreeMap<String, Tree>), Leaf(Option<Box<Leaf>>) }
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Leaf { value: i16, next: Option<Box<Leaf>> }
        pub type Value = Tree;
    }
    endless {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Endless { pub within: Box<Endless>, pub after: u8 }
        pub type Value = Endless;
    }
    endless_newtype {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Endless(pub Box<Endless>);
        pub type Value = Endless;
    }
    endless_in_turns {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct One(pub Box<Two>);
        #[derive(Clone, Serialize, Deserialize)]
        pub enum Two { Again(Box<One>), Pair(Box<One>, Box<Two>), Fields { of: Box<(One, Two)> } }
        pub type Value = (u8, One, u16);
    }
    endless_in_general {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Around<T>(pub T);
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Endless { pub a: Around<Box<Endless>>, pub b: Box<(Endless, Endless, Endless)>, pub c: u64 }
        pub type Value = Option<Around<Endless>>;
    }
    deep_options {
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Link(pub Option<Box<Link>>);
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Chain(pub Vec<Chain>);
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Pairs { pub link: Link, pub chain: Chain, pub map: BTreeMap<String, Pairs> }
        pub type Value = Pairs;
    }
    refusing {
        #[derive(Clone, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct Never;
        impl From<Never> for String { fn from(_: Never) -> Self { Self::new() } }
        impl TryFrom<String> for Never {
            type Error = &'static str;
            fn try_from(_: String) -> Result<Self, Self::Error> { Err("never") }
        }
        #[derive(Clone, Serialize, Deserialize)]
        pub enum Color { Red, Green(u8) }
        #[derive(Clone, Serialize, Deserialize)]
        pub struct Mixed { pub first: Never, pub second: Color, pub third: Never, pub fourth: (bool, char) }
        pub type Value = Mixed;
    }
    panicking {
        #[derive(Clone, Serialize)]
        pub struct Loud { pub a: u8 }
        impl<'de> Deserialize<'de> for Loud {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                assert!(String::deserialize(from)?.is_empty(), "it was not empty");
                Ok(Self { a: 0 })
            }
        }
        pub type Value = Loud;
    }
}

fn has(lines: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(lines.lines().any(|line| line == *wanted), "`{wanted}` is missing:\n{lines}");
    }
}

#[test]
fn the_fields_of_a_return_and_of_a_parameter_are_in_the_definition() {
    has(
        &lines::<fields::Work>(),
        &[
            "make -> made: list",
            "make -> made[]: option",
            "make -> made[]?: struct Pair { a, b }",
            "work(value)[]?: struct Pair { a, b }",
            "Pair.a: u32",
            "Pair.b: u32",
        ],
    );
}

#[test]
fn fields_that_swap_their_names_change_the_definition() {
    assert_ne!(lines::<swapped::Work>(), lines::<fields::Work>());
    assert_ne!(lines::<swapped_in_a_variant::Work>(), lines::<variants::Work>());
    assert_ne!(lines::<swapped_variants::Work>(), lines::<variants::Work>());
}

#[test]
fn a_field_of_another_type_and_another_field_change_the_definition() {
    assert_ne!(lines::<widened::Work>(), lines::<fields::Work>());
    assert_ne!(lines::<with_another_field::Work>(), lines::<fields::Work>());
}

#[test]
fn derives_and_docs_of_a_type_keep_the_definition() {
    assert_eq!(lines::<documented::Work>(), lines::<fields::Work>());
}

#[test]
fn every_variant_is_in_the_definition() {
    has(
        &lines::<variants::Work>(),
        &[
            "make -> made{key}: string",
            "make -> made{}: enum Shape { Circle, Point, Empty }",
            "Shape::Circle: { x, y }",
            "Shape::Circle.x: u8",
            "Shape::Circle.y: u8",
            "Shape::Point.0: u8",
            "Shape::Point.1: u8",
        ],
    );
}

#[test]
fn recursive_types_end() {
    has(
        &lines::<recursive::Work>(),
        &[
            "Tree::Both.1: enum Tree { Both, Many, Named, Leaf }",
            "Tree::Many.of: list",
            "Tree::Named.0{}: enum Tree { Both, Many, Named, Leaf }",
            "Leaf.value: i16",
            "Leaf.next?: struct Leaf { value, next }",
        ],
    );
    has(&lines::<endless::Work>(), &["make -> made: struct Endless { within, after }"]);
}

#[test]
fn types_that_only_contain_themselves_end_in_a_small_stack() {
    let lines = || {
        [lines::<endless_newtype::Work>(), lines::<endless_in_turns::Work>(), lines::<endless_in_general::Work>()]
            .join("\n")
    };
    let thread = std::thread::Builder::new().stack_size(1024 * 1024).spawn(lines).expect("a thread");
    let text = thread.join().expect("it ends");
    has(
        &text,
        &[
            "make -> made: struct Endless(..1)",
            "Endless.0: struct Endless(..1)",
            "make -> made: tuple of 3",
            "One.0: enum Two { Again, Pair, Fields }",
            "Two::Pair.0: struct One(..1)",
            "Two::Fields.of.0: struct One(..1)",
            "Endless.c: u64",
        ],
    );
}

#[test]
fn options_and_lists_end_types_that_contain_themselves() {
    has(
        &lines::<deep_options::Work>(),
        &[
            "Link.0: option",
            "Link.0?: struct Link(..1)",
            "Chain.0: list",
            "Chain.0[]: struct Chain(..1)",
            "Pairs.map: map",
            "Pairs.map{}: struct Pairs { link, chain, map }",
        ],
    );
}

#[test]
fn a_field_that_refuses_every_value_hides_no_other_field() {
    has(
        &lines::<refusing::Work>(),
        &[
            "make -> made: struct Mixed { first, second, third, fourth }",
            "Mixed.first: string",
            "Mixed.second: enum Color { Red, Green }",
            "Color::Green.0: u8",
            "Mixed.third: string",
            "Mixed.fourth.0: bool",
            "Mixed.fourth.1: char",
        ],
    );
}

#[test]
fn a_type_that_panics_is_described_as_far_as_it_goes() {
    has(&lines::<panicking::Work>(), &["make -> made: string"]);
}

#[test]
fn the_same_types_give_the_same_definition_again() {
    for _ in 0..20 {
        assert_eq!(lines::<refusing::Work>(), lines::<refusing::Work>());
        assert_eq!(lines::<recursive::Work>(), lines::<recursive::Work>());
    }
}
