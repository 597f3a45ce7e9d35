//! What a struct of inputs or returns implements, each trait where every field has it.

use crate::conditional::Conditional;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

/// `Clone` and `Debug`; for an output also `PartialEq` and `Serialize`. `head` holds the attributes of each.
pub(crate) fn implementations(
    krate: &TokenStream,
    head: &TokenStream,
    of: &Ident,
    fields: &[(&Ident, TokenStream)],
    output: bool,
) -> TokenStream {
    let mut all = vec![clone(head, of, fields), debug(head, of, fields)];
    if output {
        all.extend([eq(head, of, fields), serialize(krate, head, of, fields), recall(krate, head, of, fields)]);
    }
    quote!(#(#all)*)
}

/// The types of fields.
fn types(all: &[(&Ident, TokenStream)]) -> Vec<TokenStream> {
    all.iter().map(|(_, ty)| ty.clone()).collect()
}

/// `Clone`.
fn clone(head: &TokenStream, of: &Ident, all: &[(&Ident, TokenStream)]) -> TokenStream {
    let parts =
        all.iter().enumerate().map(|(index, (name, ty))| quote!(#name: <#ty as At<'_, #index>>::at(&self.#name)));
    let body = quote!(fn clone(&self) -> Self { Self { #(#parts),* } });
    Conditional::clone(&types(all)).implement(head, &quote!(::core::clone::Clone), of, &body)
}

/// `Debug`.
fn debug(head: &TokenStream, of: &Ident, all: &[(&Ident, TokenStream)]) -> TokenStream {
    let title = of.to_string();
    let calls = all.iter().enumerate().map(|(index, (name, ty))| {
        let text = name.unraw().to_string();
        quote!(.field(#text, <#ty as At<'_, #index>>::at(&self.#name)))
    });
    let body = quote! {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(f, #title) #(#calls)* .finish()
        }
    };
    Conditional::debug(&types(all)).implement(head, &quote!(::core::fmt::Debug), of, &body)
}

/// `PartialEq`.
fn eq(head: &TokenStream, of: &Ident, all: &[(&Ident, TokenStream)]) -> TokenStream {
    let parts = all
        .iter()
        .enumerate()
        .map(|(index, (name, ty))| quote!(&& <#ty as At<'_, #index>>::at(&self.#name, &other.#name)));
    let body = quote!(fn eq(&self, other: &Self) -> bool { let _ = other; true #(#parts)* });
    Conditional::eq(&types(all)).implement(head, &quote!(::core::cmp::PartialEq), of, &body)
}

/// `Serialize`.
fn serialize(krate: &TokenStream, head: &TokenStream, of: &Ident, all: &[(&Ident, TokenStream)]) -> TokenStream {
    let serde = quote!(#krate::__private::serde);
    let (title, count) = (of.to_string(), all.len());
    let entries = all.iter().enumerate().map(|(index, (name, _))| {
        let text = name.unraw().to_string();
        quote!(#serde::ser::SerializeStruct::serialize_field(&mut to, #text, &Part::<_, #index>(&self.#name))?;)
    });
    let body = quote! {
        fn serialize<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
            let mut to = #serde::Serializer::serialize_struct(to, #title, #count)?;
            #(#entries)*
            #serde::ser::SerializeStruct::end(to)
        }
    };
    Conditional::serialize(krate, &types(all)).implement(head, &quote!(#serde::Serialize), of, &body)
}

/// `Recall`: what was returned, written down and read again.
fn recall(krate: &TokenStream, head: &TokenStream, of: &Ident, all: &[(&Ident, TokenStream)]) -> TokenStream {
    let name = |name: &Ident| name.unraw().to_string();
    let told = all.iter().enumerate().map(|(index, (field, ty))| {
        let text = name(field);
        quote!(<#ty as At<'_, #index>>::tell(&self.#field, #text, to)?;)
    });
    let read = all.iter().enumerate().map(|(index, (field, ty))| {
        let text = name(field);
        quote!(#field: <#ty as At<'_, #index>>::recall(#text, from)?)
    });
    let private = quote!(#krate::__private);
    let result = |ty| quote!(::core::result::Result<#ty, #private::BoxError>);
    let (done, made) = (result(quote!(())), result(quote!(Self)));
    let body = quote! {
        fn tell(&self, to: &mut #private::Told) -> #done {
            let _ = &to;
            #(#told)*
            ::core::result::Result::Ok(())
        }
        fn recall(from: &#private::Recalled<'_>) -> #made {
            let _ = &from;
            ::core::result::Result::Ok(Self { #(#read),* })
        }
    };
    let implementation = Conditional::recall(krate, &types(all)).implement(head, &quote!(#private::Recall), of, &body);
    quote!(#private::__recording! { #implementation })
}

/// `Recorded`: its output, and all that its `steps` give, can be written down and read again.
pub(crate) fn recorded(
    krate: &TokenStream,
    head: &TokenStream,
    node: &Ident,
    output: &Ident,
    steps: &[TokenStream],
) -> TokenStream {
    let private = quote!(#krate::__private);
    let index = 0..steps.len();
    quote! {
        #private::__recording! {
            #head
            const _: () = {
                trait At<'r, const I: ::core::primitive::usize> {}
                impl<T: #private::Recorded, const I: ::core::primitive::usize> At<'_, I> for T {}
                trait Gives<'r> {
                    fn told(&self) -> ::core::result::Result<::std::string::String, #private::BoxError>;
                }
                impl<T: #private::Recall> Gives<'_> for T {
                    fn told(&self) -> ::core::result::Result<::std::string::String, #private::BoxError> {
                        #private::told(self)
                    }
                }
                impl #private::Recorded for #node
                where
                    for<'__r> #output: Gives<'__r>,
                    #(for<'__r> #steps: At<'__r, #index>),*
                {
                    fn output(output: &#output) -> ::core::result::Result<::std::string::String, #private::BoxError> {
                        <#output as Gives<'_>>::told(output)
                    }
                }
            };
        }
    }
}
