//! Fragments of a user's `macro_rules!`, as in `$input: $type` and `$sum * 2`.
//!
//! They arrive in groups with invisible delimiters. The compiler ignores these groups in the output of a procedural macro, and
//! would read `1 + 2 * 2`.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use std::mem;
use syn::{
    Expr, ExprParen, Macro, Type, TypeParen,
    token::Paren,
    visit_mut::{self, VisitMut},
};

/// Removes the invisible groups around types and expressions, or writes parentheses in their place.
pub(crate) struct Ungroup;

impl VisitMut for Ungroup {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        while let Type::Group(group) = ty {
            let inner = mem::replace(&mut *group.elem, Type::Verbatim(TokenStream::new()));
            *ty = if matches!(inner, Type::TraitObject(_) | Type::ImplTrait(_)) {
                // `&dyn A + B` would be another type.
                Type::Paren(TypeParen { attrs: vec![], paren_token: Paren::default(), elem: Box::new(inner) })
            } else {
                inner
            };
        }
        visit_mut::visit_type_mut(self, ty);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        while let Expr::Group(group) = expr {
            let inner = mem::replace(&mut *group.expr, Expr::Verbatim(TokenStream::new()));
            *expr = if is_operation(&inner) || matches!(inner, Expr::Reference(_)) {
                // The span of a macro: no lint asks to remove them.
                let paren_token = Paren(Span::mixed_site());
                Expr::Paren(ExprParen { attrs: vec![], paren_token, expr: Box::new(inner) })
            } else {
                inner
            };
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_macro_mut(&mut self, invocation: &mut Macro) {
        invocation.tokens = parenthesized(mem::take(&mut invocation.tokens));
    }
}

/// Removes the invisible groups around a substituted expression, so that a literal is recognized.
pub(crate) fn ungrouped(mut expr: Expr) -> Expr {
    while let Expr::Group(group) = expr {
        expr = *group.expr;
    }
    expr
}

/// Writes parentheses around substituted operations in tokens that cannot be parsed.
pub(crate) fn parenthesized(tokens: TokenStream) -> TokenStream {
    if !has_invisible_groups(tokens.clone()) {
        return tokens;
    }
    let visible = |token| match token {
        TokenTree::Group(group) => regrouped(&group, parenthesized(group.stream())),
        other => other,
    };
    tokens.into_iter().map(visible).collect()
}

/// Returns `true` if there is a fragment in the tokens.
pub(crate) fn has_invisible_groups(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::None || has_invisible_groups(group.stream()),
        _ => false,
    })
}

/// A group with other contents. A substituted operation gets parentheses, as invisible delimiters would be lost.
pub(crate) fn regrouped(group: &Group, contents: TokenStream) -> TokenTree {
    let (delimiter, span) = if is_substituted_operation(group) {
        // The span of a macro: no lint asks to remove the parentheses.
        (Delimiter::Parenthesis, Span::mixed_site().located_at(group.span()))
    } else {
        (group.delimiter(), group.span())
    };
    let mut new = Group::new(delimiter, contents);
    new.set_span(span);
    new.into()
}

/// Returns `true` for the group around a substituted operation. A substituted type, pattern or item is not an operation.
fn is_substituted_operation(group: &Group) -> bool {
    group.delimiter() == Delimiter::None && syn::parse2(group.stream()).is_ok_and(|expr| is_operation(&expr))
}

/// Returns `true` if an operator beside the expression could bind to one operand alone.
fn is_operation(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Assign(_) | Expr::Binary(_) | Expr::Cast(_) | Expr::Closure(_) | Expr::Range(_) | Expr::Unary(_)
    )
}
