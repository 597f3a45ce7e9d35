//! `-> [x as y, z]`.

use super::foreign;
use proc_macro2::Ident;
use syn::{
    Result, Token, bracketed,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token,
};

/// The full list of the outputs of a node or a pipeline.
pub(crate) struct Outputs {
    /// In the order written.
    pub(crate) names: Vec<Renamed>,
}

/// `name as as_name`, or `name`.
pub(crate) struct Renamed {
    /// The name inside.
    pub(crate) name: Ident,
    /// The name outside.
    pub(crate) outer: Ident,
}

impl Parse for Outputs {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![->]>()?;
        if !input.peek(token::Bracket) {
            return Err(foreign::no_list(input));
        }
        let list;
        bracketed!(list in input);
        let names = Punctuated::<Renamed, Token![,]>::parse_terminated(&list)?;
        Ok(Self { names: names.into_iter().collect() })
    }
}

impl Parse for Renamed {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name: Ident = input.parse()?;
        let outer = if input.peek(Token![as]) {
            input.parse::<Token![as]>()?;
            input.parse()?
        } else if input.is_empty() || input.peek(Token![,]) {
            name.clone()
        } else {
            let help = if input.peek(Token![:]) {
                format!("write `-> [{name}]`: the step that returns `{name}` has its type")
            } else {
                "to rename an output, write `-> [name as another_name]`".to_owned()
            };
            return Err(input.error(format!("expected `as` or `,`\nhelp: {help}")));
        };
        Ok(Self { name, outer })
    }
}
