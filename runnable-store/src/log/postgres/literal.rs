//! Values as literals of SQL.

use std::fmt::Write as _;

/// A value that can be written into a statement.
pub(super) trait Literal {
    /// Appends the value; returns `false` if PostgreSQL has no such value.
    fn write(&self, to: &mut String) -> bool;
}

/// Appends a text in the form whose escapes do not depend on `standard_conforming_strings`.
impl Literal for str {
    fn write(&self, to: &mut String) -> bool {
        to.push_str("E'");
        let mut rest = self;
        while let Some(at) = rest.find(['\'', '\\']) {
            to.push_str(&rest[..at]);
            to.push_str(if rest[at..].starts_with('\'') { "''" } else { "\\\\" });
            rest = &rest[at + 1..];
        }
        to.push_str(rest);
        to.push('\'');
        !self.contains('\0')
    }
}

impl Literal for String {
    fn write(&self, to: &mut String) -> bool {
        self.as_str().write(to)
    }
}

impl Literal for i64 {
    fn write(&self, to: &mut String) -> bool {
        write!(to, "'{self}'::BIGINT").is_ok()
    }
}

impl Literal for f64 {
    fn write(&self, to: &mut String) -> bool {
        write!(to, "'{self}'::FLOAT8").is_ok()
    }
}

impl<T: Literal> Literal for Option<T> {
    fn write(&self, to: &mut String) -> bool {
        match self {
            Some(value) => value.write(to),
            None => {
                to.push_str("NULL");
                true
            }
        }
    }
}

impl<T: Literal + ?Sized> Literal for &T {
    fn write(&self, to: &mut String) -> bool {
        (**self).write(to)
    }
}

/// A list of numbers is a single literal, so that statistics of statements count lists of all
/// lengths as the same statement.
impl Literal for [i64] {
    fn write(&self, to: &mut String) -> bool {
        to.push_str("'{");
        for (index, number) in self.iter().enumerate() {
            if index > 0 {
                to.push(',');
            }
            to.push_str(itoa::Buffer::new().format(*number));
        }
        to.push_str("}'::BIGINT[]");
        true
    }
}

impl Literal for Vec<i64> {
    fn write(&self, to: &mut String) -> bool {
        self.as_slice().write(to)
    }
}

impl Literal for Vec<Option<i64>> {
    fn write(&self, to: &mut String) -> bool {
        to.push_str("'{");
        for (index, number) in self.iter().enumerate() {
            if index > 0 {
                to.push(',');
            }
            match number {
                Some(number) => to.push_str(itoa::Buffer::new().format(*number)),
                None => to.push_str("NULL"),
            }
        }
        to.push_str("}'::BIGINT[]");
        true
    }
}

macro_rules! lists_of_texts {
    ($($text:ty),*) => {$(
        impl Literal for [$text] {
            fn write(&self, to: &mut String) -> bool {
                to.push_str("ARRAY[");
                let mut valid = true;
                for (index, text) in self.iter().enumerate() {
                    if index > 0 {
                        to.push(',');
                    }
                    valid &= text.write(to);
                }
                to.push_str("]::TEXT[]");
                valid
            }
        }

        impl Literal for Vec<$text> {
            fn write(&self, to: &mut String) -> bool {
                self.as_slice().write(to)
            }
        }
    )*};
}

lists_of_texts!(String, &str, Option<String>);

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(value: impl Literal) -> String {
        let mut text = String::new();
        assert!(value.write(&mut text));
        text
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(literal("it's"), "E'it''s'");
        assert_eq!(literal(r"\'; DROP TABLE runs; --"), r"E'\\''; DROP TABLE runs; --'");
        assert_eq!(literal(vec![Some(r"a\".to_owned()), None]), r"ARRAY[E'a\\',NULL]::TEXT[]");
        assert_eq!(literal(vec![1, -2]), "'{1,-2}'::BIGINT[]");
        assert_eq!(literal(vec![Some(1), None]), "'{1,NULL}'::BIGINT[]");
        assert!(!"a\0b".write(&mut String::new()));
    }
}
