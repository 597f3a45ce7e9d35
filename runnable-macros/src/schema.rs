//! What describes nodes and their events as JSON Schemas, where the types allow it.

use crate::{conditional::Conditional, parameters::Parameter};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

fn name(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// `Described` for a node with these parameters and returns.
pub(crate) fn described(
    krate: &TokenStream,
    head: &TokenStream,
    node: &Ident,
    params: &[Parameter<'_>],
    returns: &[(Ident, TokenStream)],
) -> TokenStream {
    let private = quote!(#krate::__private);
    let data: Vec<_> = params.iter().filter(|parameter| !parameter.resource).collect();
    let inputs = data.iter().enumerate().map(|(index, parameter)| {
        let (info, ty, default) = (parameter.info(&private), &parameter.ty, &parameter.default);
        let default = default.map_or_else(
            || quote!(::core::option::Option::None),
            |default| quote!(::core::option::Option::Some(|| #default)),
        );
        quote!(<#ty as Given<'_, #index>>::describe(&mut schema, &#info, #default);)
    });
    let given = data.iter().enumerate().map(|(index, Parameter { ty, .. })| quote!(for<'__r> #ty: Given<'__r, #index>));
    let outputs = returns.iter().enumerate().map(|(index, (ident, ty))| {
        let name = name(ident);
        quote!(<#ty as Returned<'_, #index>>::describe(&mut schema, #name);)
    });
    let returned = returns.iter().enumerate().map(|(index, (_, ty))| quote!(for<'__r> #ty: Returned<'__r, #index>));
    let usize = quote!(::core::primitive::usize);
    quote! {
        #private::__schema! {
            #head
            const _: () = {
                trait Given<'r, const I: #usize>: ::core::marker::Sized {
                    fn describe(
                        schema: &mut #private::InputSchema,
                        info: &#private::ParameterInfo,
                        default: ::core::option::Option<fn() -> Self>,
                    );
                }
                impl<T, const I: #usize> Given<'_, I> for T
                where
                    T: #private::schemars::JsonSchema + #private::serde::Serialize + #private::serde::de::DeserializeOwned,
                {
                    fn describe(
                        schema: &mut #private::InputSchema,
                        info: &#private::ParameterInfo,
                        default: ::core::option::Option<fn() -> Self>,
                    ) {
                        let default = default.and_then(|default| #private::serde_json::to_value(default()).ok());
                        schema.parameter::<T>(info, default);
                    }
                }
                trait Returned<'r, const I: #usize> {
                    fn describe(schema: &mut #private::InputSchema, name: &'static ::core::primitive::str);
                }
                impl<T: #private::schemars::JsonSchema, const I: #usize> Returned<'_, I> for T {
                    fn describe(schema: &mut #private::InputSchema, name: &'static ::core::primitive::str) {
                        schema.property::<T>(name);
                    }
                }
                trait Sent<'r> { fn schema() -> #private::schemars::Schema; }
                impl<T: #private::EventSchema> Sent<'_> for T {
                    fn schema() -> #private::schemars::Schema { #private::event_schema::<T>() }
                }
                impl #private::Described for #node
                where
                    for<'__r> <#node as #private::Node>::Event: Sent<'__r>,
                    #(#given,)*
                    #(#returned,)*
                {
                    fn input_schema() -> #private::schemars::Schema {
                        #[allow(unused_mut)]
                        let mut schema = #private::InputSchema::new(<Self as #private::Node>::NAME);
                        #(#inputs)*
                        schema.finish()
                    }
                    fn output_schema() -> #private::schemars::Schema {
                        #[allow(unused_mut)]
                        let mut schema = #private::InputSchema::new(<Self as #private::Node>::NAME);
                        #(#outputs)*
                        schema.finish()
                    }
                    fn event_schema() -> #private::schemars::Schema {
                        <<Self as #private::Node>::Event as Sent<'_>>::schema()
                    }
                }
            };
        }
    }
}

/// `EventSchema` for an enum whose variants have these names on the wire, and these fields.
pub(crate) fn of_variants(
    krate: &TokenStream,
    head: &TokenStream,
    of: &Ident,
    variants: &[(String, Vec<(Ident, TokenStream)>)],
) -> TokenStream {
    let private = quote!(#krate::__private);
    let types: Vec<_> = variants.iter().flat_map(|(_, fields)| fields).map(|(_, ty)| ty.clone()).collect();
    let method = quote! {
        fn field(
            kind: &mut #private::Kind,
            generator: &mut #private::schemars::SchemaGenerator,
            name: &'static ::core::primitive::str,
        )
    };
    let given = quote!(#method { kind.field::<Self>(generator, name); });
    let conditional = Conditional::of(&types, &quote!(#private::schemars::JsonSchema), &quote!(#method;), &given);
    let mut index = 0_usize;
    let kinds = variants.iter().map(|(wire, fields)| {
        let fields: Vec<_> = fields
            .iter()
            .map(|(ident, ty)| {
                let (name, number) = (name(ident), index);
                index += 1;
                quote!(<#ty as At<'_, #number>>::field(&mut kind, generator, #name);)
            })
            .collect();
        quote!({
            #[allow(unused_mut)]
            let mut kind = #private::Kind::new(#wire);
            #(#fields)*
            to.push(kind.finish());
        })
    });
    let kinds: Vec<_> = kinds.collect();
    events(&private, head, of, &conditional, &quote!(#(#kinds)*))
}

/// `EventSchema` for the enum of a pipeline whose steps have events of these types.
pub(crate) fn of_steps(krate: &TokenStream, head: &TokenStream, of: &Ident, types: &[TokenStream]) -> TokenStream {
    let private = quote!(#krate::__private);
    let method = quote! {
        fn add(
            generator: &mut #private::schemars::SchemaGenerator,
            to: &mut ::std::vec::Vec<#private::serde_json::Value>,
        )
    };
    let given = quote!(#method { <T as #private::EventSchema>::variants(generator, to); });
    let conditional = Conditional::of(types, &quote!(#private::EventSchema), &quote!(#method;), &given);
    let index = 0..types.len();
    events(&private, head, of, &conditional, &quote!(#(<#types as At<'_, #index>>::add(generator, to);)*))
}

fn events(
    private: &TokenStream,
    head: &TokenStream,
    of: &Ident,
    conditional: &Conditional,
    body: &TokenStream,
) -> TokenStream {
    let body = quote! {
        fn variants(
            generator: &mut #private::schemars::SchemaGenerator,
            to: &mut ::std::vec::Vec<#private::serde_json::Value>,
        ) {
            let _ = (&generator, &to);
            #body
        }
    };
    let implementation = conditional.implement(head, &quote!(#private::EventSchema), of, &body);
    quote!(#private::__schema! { #implementation })
}
