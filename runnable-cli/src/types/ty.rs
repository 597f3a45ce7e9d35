//! A type as text, put together with others.

use std::fmt;

/// A type of TypeScript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ty {
    text: String,
    form: Form,
}

/// The operator of a type outside of all brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Simple,
    Union,
    Intersection,
}

impl Ty {
    /// Returns a type without an operator outside of brackets.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), form: Form::Simple }
    }

    pub(super) fn unknown() -> Self {
        Self::new("unknown")
    }

    pub(super) fn never() -> Self {
        Self::new("never")
    }

    /// Returns the union of types, without those that occur twice.
    pub(super) fn union(types: impl IntoIterator<Item = Self>) -> Self {
        let mut all: Vec<Self> = Vec::new();
        for ty in types {
            if ty == Self::unknown() {
                return ty;
            }
            if ty != Self::never() && !all.contains(&ty) {
                all.push(ty);
            }
        }
        Self::joined(all, " | ", Form::Union).unwrap_or_else(Self::never)
    }

    /// Returns the intersection of types.
    pub(super) fn intersection(types: impl IntoIterator<Item = Self>) -> Self {
        let mut all: Vec<Self> = Vec::new();
        for ty in types {
            if ty != Self::unknown() && !all.contains(&ty) {
                all.push(ty);
            }
        }
        Self::joined(all, " & ", Form::Intersection).unwrap_or_else(Self::unknown)
    }

    fn joined(mut all: Vec<Self>, operator: &str, form: Form) -> Option<Self> {
        if all.len() <= 1 {
            return all.pop();
        }
        // A union within a union needs no brackets.
        let texts: Vec<_> = all.iter().map(|ty| if ty.form == form { ty.text.clone() } else { ty.operand() }).collect();
        Some(Self { text: texts.join(operator), form })
    }

    /// Returns the list of a type.
    pub(super) fn list(&self) -> Self {
        Self::new(format!("{}[]", self.operand()))
    }

    fn operand(&self) -> String {
        if self.form == Form::Simple { self.text.clone() } else { format!("({})", self.text) }
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
