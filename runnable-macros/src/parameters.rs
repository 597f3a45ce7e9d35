//! A node that is built from values by name, and written down as such.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Expr, ext::IdentExt};

/// A field of a node.
pub(crate) struct Parameter<'p> {
    /// Its name.
    pub(crate) name: &'p Ident,
    /// The type of the field.
    pub(crate) ty: TokenStream,
    /// The type as its user wrote it.
    pub(crate) text: String,
    /// Whether it is no data.
    pub(crate) resource: bool,
    /// What it is where no value is given.
    pub(crate) default: Option<&'p Expr>,
}

impl Parameter<'_> {
    /// Its `ParameterInfo`.
    pub(crate) fn info(&self, private: &TokenStream) -> TokenStream {
        let (name, ty, text, has_default) = (name(self.name), &self.ty, &self.text, self.default.is_some());
        if self.resource {
            quote!(#private::ParameterInfo::resource::<#ty>(#name, #text))
        } else {
            quote!(#private::ParameterInfo::input(#name, #text, #has_default))
        }
    }
}

/// `FromParameters` and `IntoParameters`, where the types of the parameters allow it.
pub(crate) fn implementations(
    krate: &TokenStream,
    head: &TokenStream,
    node: &Ident,
    all: &[Parameter<'_>],
) -> TokenStream {
    let private = quote!(#krate::__private);
    let (from, into) = (from(&private, head, node, all), into(&private, head, node, all));
    quote!(#private::__recording! { #from #into })
}

fn name(ident: &Ident) -> String {
    ident.unraw().to_string()
}

fn from(private: &TokenStream, head: &TokenStream, node: &Ident, all: &[Parameter<'_>]) -> TokenStream {
    let infos = all.iter().map(|parameter| parameter.info(private));
    let bounds = all.iter().enumerate().map(|(index, parameter)| {
        let (ty, bound) = (&parameter.ty, if parameter.resource { quote!(Supplied) } else { quote!(At) });
        quote!(for<'__r> #ty: #bound<'__r, #index>)
    });
    // Each is taken before any is missed, so that all that is wrong is told at once.
    let taken = all.iter().enumerate().map(|(index, Parameter { name, ty, resource, default, .. })| {
        let info = quote!(&<Self as #private::FromParameters>::PARAMETERS[#index]);
        match (resource, default) {
            (true, _) => quote!(let #name = <#ty as Supplied<'_, #index>>::supplied(source, #info);),
            (false, Some(default)) => quote!(let #name = <#ty as At<'_, #index>>::take_or(source, #info, || #default);),
            (false, None) => quote!(let #name = <#ty as At<'_, #index>>::take(source, #info);),
        }
    });
    let names: Vec<_> = all.iter().map(|parameter| parameter.name).collect();
    let (source, info) = (quote!(source: &mut #private::InputSource<'_>), quote!(info: &#private::ParameterInfo));
    let made = quote!(-> ::core::option::Option<Self>);
    quote! {
        #head
        const _: () = {
            trait At<'r, const I: ::core::primitive::usize>: ::core::marker::Sized {
                fn take(#source, #info) #made;
                fn take_or(#source, #info, default: fn() -> Self) #made;
            }
            impl<T: #private::serde::de::DeserializeOwned, const I: ::core::primitive::usize> At<'_, I> for T {
                fn take(#source, #info) #made { source.take(info) }
                fn take_or(#source, #info, default: fn() -> Self) #made { source.take_or(info, default) }
            }
            trait Supplied<'r, const I: ::core::primitive::usize>: ::core::marker::Sized {
                fn supplied(#source, #info) #made;
            }
            impl<T, const I: ::core::primitive::usize> Supplied<'_, I> for T
            where
                T: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                fn supplied(#source, #info) #made { source.resource(info) }
            }
            impl #private::FromParameters for #node where #(#bounds),* {
                const PARAMETERS: &'static [#private::ParameterInfo] = &[#(#infos),*];
                fn from_parameters(#source) #made {
                    let _ = &source;
                    #(#taken)*
                    ::core::option::Option::Some(Self { #(#names: #names?),* })
                }
            }
        };
    }
}

fn into(private: &TokenStream, head: &TokenStream, node: &Ident, all: &[Parameter<'_>]) -> TokenStream {
    let data: Vec<_> = all.iter().filter(|parameter| !parameter.resource).collect();
    let bounds = data.iter().enumerate().map(|(index, Parameter { ty, .. })| quote!(for<'__r> #ty: At<'__r, #index>));
    let told = data.iter().enumerate().map(|(index, Parameter { name: ident, ty, .. })| {
        let text = name(ident);
        quote!(<#ty as At<'_, #index>>::tell(&self.#ident, #text, to)?;)
    });
    let head_of_tell = quote! {
        fn tell(&self, name: &'static ::core::primitive::str, to: &mut #private::Told)
            -> ::core::result::Result<(), #private::BoxError>
    };
    quote! {
        #head
        const _: () = {
            trait At<'r, const I: ::core::primitive::usize> { #head_of_tell; }
            impl<T: #private::serde::Serialize, const I: ::core::primitive::usize> At<'_, I> for T {
                #head_of_tell { to.add(name, self) }
            }
            impl #private::IntoParameters for #node where #(#bounds),* {
                fn tell(&self, to: &mut #private::Told) -> ::core::result::Result<(), #private::BoxError> {
                    let _ = &to;
                    #(#told)*
                    ::core::result::Result::Ok(())
                }
            }
        };
    }
}
