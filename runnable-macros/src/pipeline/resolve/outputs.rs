//! The rules for lists of outputs: `-> [a, b as c]`.

use super::{
    Resolver,
    scope::{Given, Scope},
};
use crate::{pipeline::syntax::Outputs, util::suggest::remedy};
use proc_macro2::Ident;

impl Resolver<'_> {
    /// The outputs of a list, among all names that are visible.
    pub(super) fn listed(&mut self, outputs: &Outputs, scope: &Scope) -> Vec<Given> {
        let mut gives: Vec<Given> = Vec::new();
        for renamed in &outputs.names {
            let (inner, outer) = (renamed.name.to_string(), renamed.outer.to_string());
            let Some(var) = scope.get(&inner) else {
                self.unknown_output(&renamed.name, &scope.names(), scope.why_hidden(&inner));
                continue;
            };
            if gives.iter().any(|given| given.name == outer) {
                self.twice(&renamed.outer);
                continue;
            }
            gives.push(Given { name: outer, var, span: renamed.outer.span() });
        }
        gives
    }

    pub(super) fn unknown_output(&mut self, name: &Ident, known: &[String], hidden: Option<&str>) {
        if let Some(why) = hidden {
            self.errors.push(name, format!("`{name}` is listed, but {why}"));
            return;
        }
        let help = remedy(&name.to_string(), known, "the names here are", "no step here returns a value");
        self.errors.push(name, format!("no value here is named `{name}`\nhelp: {help}"));
    }

    /// Reports an output with a name that the list has already.
    pub(super) fn twice(&mut self, outer: &Ident) {
        let message = format!("two outputs are named `{outer}`\nhelp: rename one of the two: `.. as another_name`");
        self.errors.push(outer, message);
    }
}
