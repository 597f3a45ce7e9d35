//! The query of a request.

use crate::service::{
    access::{Problem, meant},
    openapi::Parameter,
};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
};
use percent_encoding::percent_decode_str;
use std::{fmt, str::FromStr};

/// The parameters of a resource, which reads them from the query of a request.
pub(super) trait FromQuery: Sized {
    /// The parameters, which the OpenAPI document describes.
    const PARAMETERS: &'static [Parameter];

    /// Reads the parameters.
    fn from_query(query: &Query) -> Result<Self, Problem>;
}

/// The parameters of a resource that has none.
impl FromQuery for () {
    const PARAMETERS: &'static [Parameter] = &[];

    fn from_query(_: &Query) -> Result<Self, Problem> {
        Ok(())
    }
}

/// The query of a request. A parameter that is unknown, repeated or invalid is an error.
pub(super) struct QueryOf<T>(pub(super) T);

impl<T: FromQuery, S: Send + Sync> FromRequestParts<S> for QueryOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = Query::parse(parts.uri.query().unwrap_or_default(), T::PARAMETERS)?;
        T::from_query(&query).map(Self)
    }
}

/// The values of the parameters.
pub(super) struct Query(Vec<(&'static str, String)>);

impl Query {
    fn parse(text: &str, parameters: &'static [Parameter]) -> Result<Self, Problem> {
        let mut values = Vec::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').map_or((pair, None), |(name, value)| (name, Some(value)));
            let name = decoded(name)?;
            let known = parameters.iter().map(|parameter| parameter.name).find(|known| *known == name);
            let Some(known) = known else { return Err(unknown(&name, parameters)) };
            let Some(value) = value else { return Err(invalid(format!("write a value: `{known}=..`"))) };
            if values.iter().any(|(other, _)| *other == known) {
                return Err(invalid(format!("the query parameter `{known}` is repeated")));
            }
            values.push((known, decoded(value)?));
        }
        Ok(Self(values))
    }

    /// Returns a parameter, or `None` if the query does not have it.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn number<T: FromStr>(&self, name: &str) -> Result<Option<T>, Problem> {
        let Some(text) = self.text(name) else { return Ok(None) };
        // `parse` would accept a sign.
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse().ok()).flatten();
        number.map(Some).ok_or_else(|| Self::unexpected(name, "a number that is not too large", text))
    }

    /// Returns a parameter that is on or off.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.text(name) {
            None | Some("0" | "false") => Ok(false),
            Some("1" | "true") => Ok(true),
            Some(other) => Err(Self::unexpected(name, "`1` or `0`", other)),
        }
    }

    /// Returns the error of a parameter with an invalid value.
    pub(super) fn unexpected(name: &str, expected: impl fmt::Display, found: &str) -> Problem {
        invalid(format!("the query parameter `{name}` must be {expected}, not ")).quoting(found, "")
    }
}

/// Returns the error of a query.
pub(super) fn invalid(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "invalid-query", "Invalid query", detail)
}

fn unknown(name: &str, parameters: &[Parameter]) -> Problem {
    let names: Vec<_> = parameters.iter().map(|parameter| parameter.name).collect();
    let suggestion = meant(name, &names);
    let rest = match &names[..] {
        _ if !suggestion.is_empty() => suggestion,
        [] => "; the resource has no query parameters".to_owned(),
        _ => format!("; the query parameters are `{}`", names.join("`, `")),
    };
    invalid("unknown query parameter ").quoting(name, rest)
}

fn decoded(text: &str) -> Result<String, Problem> {
    let malformed = || invalid("the query has `%` without two hexadecimal digits, or is not UTF-8");
    let escapes = text.split('%').skip(1);
    for escape in escapes {
        if !escape.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
            return Err(malformed());
        }
    }
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8().map(Into::into).map_err(|_| malformed())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMETERS: &[Parameter] =
        &[Parameter::number("after", ""), Parameter::flag("flat", ""), Parameter::number("limit", "")];

    fn parsed(text: &str) -> Option<Query> {
        Query::parse(text, PARAMETERS).map_err(|problem| assert_eq!(problem.status(), 400)).ok()
    }

    #[test]
    fn values_are_decoded() {
        for (text, expected) in [("after=a", "a"), ("&af%74er=%41+b&", "A b"), ("after=", ""), ("after=a=b%26", "a=b&")]
        {
            assert_eq!(parsed(text).expect("it is valid").text("after"), Some(expected));
        }
        assert!(parsed("").is_some_and(|query| query.text("after").is_none()));
    }

    #[test]
    fn names_that_are_unknown_or_repeated_and_malformed_pairs_are_refused() {
        for text in [
            "afterwards=1",
            "After=1",
            "=1",
            "x",
            "after",
            "after=1&after=1",
            "after=1&%61fter=2",
            "after=%",
            "after=%4",
        ] {
            assert!(parsed(text).is_none(), "{text}");
        }
        for text in ["after=%zz", "after=%ff", "%=1", "after[]=1", "after=1?flat=1&x=1", "after=%+1"] {
            assert!(parsed(text).is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_and_flags_are_strict() {
        for text in ["", "-1", "+1", "1.5", " 1", "1e3", "0x1", "١", "99999999999999999999"] {
            let query = Query(vec![("limit", text.to_owned())]);
            assert!(query.number::<u64>("limit").is_err(), "{text}");
        }
        for (text, expected) in [("1", true), ("true", true), ("0", false), ("false", false)] {
            assert_eq!(Query(vec![("flat", text.to_owned())]).flag("flat").ok(), Some(expected));
        }
        for text in ["", "2", "yes", "True", "01"] {
            assert!(Query(vec![("flat", text.to_owned())]).flag("flat").is_err(), "{text}");
        }
    }
}
