//! "Did you mean", and the remedy for a name that does not exist.

pub(crate) use runnable_graph::__private::{did_you_mean, nearest};

/// Names for a message: `a`, `b`.
pub(crate) fn list<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}

/// The remedy for an unknown name: the name that was meant, or `all` names, or `none` if no name is known.
pub(crate) fn remedy<S: AsRef<str>>(name: &str, known: &[S], all: &str, none: &str) -> String {
    did_you_mean(name, known.iter().map(AsRef::as_ref))
        .unwrap_or_else(|| if known.is_empty() { none.to_owned() } else { format!("{all} {}", list(known)) })
}

/// The error for an option that `of` does not have.
pub(crate) fn unknown_option(option: &proc_macro2::Ident, of: &str, known: &[&str]) -> syn::Error {
    let help = remedy(&option.to_string(), known, "the options are", "it has no options");
    syn::Error::new(option.span(), format!("{of} has no option `{option}`\nhelp: {help}"))
}
