//! The path to the `runnable` crate, as the user's crate sees it.

use proc_macro_crate::{FoundCrate, crate_name};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

/// The path to the crate.
///
/// It is in most of what `quote!` writes. Token by token it is copied here; a stream would be copied by the compiler.
#[derive(Clone)]
pub(crate) struct Krate(Vec<TokenTree>);

impl Krate {
    /// Returns `::runnable`, or its name in `Cargo.toml`; `None` if it is not a direct dependency.
    pub(crate) fn find() -> Option<Self> {
        match crate_name("runnable").ok()? {
            FoundCrate::Itself => Some(quote!(::runnable)),
            FoundCrate::Name(name) => {
                let name = format_ident!("{name}");
                Some(quote!(::#name))
            }
        }
        .map(Self::from)
    }
}

impl From<TokenStream> for Krate {
    fn from(path: TokenStream) -> Self {
        Self(path.into_iter().collect())
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
