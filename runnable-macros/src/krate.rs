//! The path to the `runnable` crate, as the user's crate sees it.

use proc_macro_crate::{FoundCrate, crate_name};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use std::{env, fs, path::Path, sync::Mutex, time::SystemTime};
use toml_edit::{DocumentMut, Item};

const NAME: &str = "runnable";

/// The path to the crate.
///
/// It is in most of what `quote!` writes. Token by token it is copied here; a stream would be copied by the compiler.
#[derive(Clone)]
pub(crate) struct Krate(Vec<TokenTree>);

impl Krate {
    /// Returns `::runnable`, or its name in `Cargo.toml`; `None` if it is not a direct dependency.
    pub(crate) fn find() -> Option<Self> {
        if plain_dependency() == Some(true) {
            return Some(quote!(::runnable).into());
        }
        match crate_name(NAME).ok()? {
            FoundCrate::Itself => Some(quote!(::runnable).into()),
            FoundCrate::Name(name) => {
                let name = format_ident!("{name}");
                Some(quote!(::#name).into())
            }
        }
    }
}

/// Returns `true` if the manifest depends on the crate under its own name. `crate_name` knows all other cases, but starts a
/// process to find the workspace, which takes as long as the expansion of ten tasks.
fn plain_dependency() -> Option<bool> {
    static LAST: Mutex<Option<(String, SystemTime, bool)>> = Mutex::new(None);
    let directory = env::var("CARGO_MANIFEST_DIR").ok()?;
    let manifest = Path::new(&directory).join("Cargo.toml");
    let changed = fs::metadata(&manifest).and_then(|metadata| metadata.modified()).ok()?;
    let mut last = LAST.lock().ok()?;
    if let Some((of, at, plain)) = &*last
        && (of, at) == (&directory, &changed)
    {
        return Some(*plain);
    }
    let plain = depends(&fs::read_to_string(&manifest).ok()?);
    *last = Some((directory, changed, plain));
    Some(plain)
}

/// Returns `true` if a manifest has a dependency under the name of the crate, which no workspace can rename.
fn depends(manifest: &str) -> bool {
    let Ok(manifest) = manifest.parse::<DocumentMut>() else { return false };
    let is_plain = |dependency: &Item| dependency.get("package").is_none() && dependency.get("workspace").is_none();
    let itself = manifest.get("package").and_then(|package| package.get("name")?.as_str()) == Some(NAME);
    let tables =
        ["dependencies", "dev-dependencies"].map(|table| manifest.get(table).and_then(|table| table.get(NAME)));
    !itself && tables.into_iter().flatten().any(is_plain)
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

#[cfg(test)]
mod tests {
    use super::depends;

    #[test]
    fn only_a_dependency_that_has_the_name_of_the_crate_is_plain() {
        for plain in ["runnable = \"1\"", "runnable = { path = \"..\" }", "runnable.version = \"1\""] {
            assert!(depends(&format!("[dependencies]\n{plain}")) && depends(&format!("[dev-dependencies]\n{plain}")));
        }
        assert!(depends("[dependencies.runnable]\nversion = \"1\""));
        for other in
            ["runnable.workspace = true", "runnable = { package = \"other\" }", "other = { package = \"runnable\" }"]
        {
            assert!(!depends(&format!("[dependencies]\n{other}")), "{other}");
        }
        assert!(!depends("[package]\nname = \"runnable\"\n[dev-dependencies]\nrunnable.path = \".\""));
        assert!(!depends("[metadata]\nrunnable = \"1\"") && !depends("not a manifest"));
    }
}
