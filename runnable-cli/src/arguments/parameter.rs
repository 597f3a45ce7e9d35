//! The flag of a parameter.

use runnable_runner::{ParameterInfo, ParameterKind};

/// The flags of `run` itself. A parameter with such a name has the flag `--param.NAME`.
pub(crate) const OWN: [&str; 8] = ["config", "events", "help", "log", "params", "progress", "run-id", "tag"];

/// The flag of a parameter. Every parameter can also be written as `--param.NAME`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flag(pub(crate) &'static ParameterInfo);

/// The form of a parameter's values, by its type as the signature has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `bool`: `--flag` and `--no-flag`.
    Switch,
    /// A list: the flag once for each item, or once with a JSON list.
    List,
    /// Any other type: a value, read as environment parameters are.
    Single,
}

impl Flag {
    /// Returns the flags of the parameters that are data.
    pub(crate) fn of(parameters: &'static [ParameterInfo]) -> impl Iterator<Item = Self> {
        let is_data = |parameter: &&ParameterInfo| matches!(parameter.kind, ParameterKind::Input);
        parameters.iter().filter(is_data).map(Self)
    }

    /// Returns the name of the flag: the name of the parameter with `-` for `_`.
    pub(crate) fn name(self) -> String {
        let dashed = dashed(self.0.name);
        if OWN.contains(&&*dashed) { format!("param.{}", self.0.name) } else { dashed }
    }

    /// Returns true if this is a name of the flag, as a user may write it.
    pub(crate) fn is(self, name: &str) -> bool {
        match name.strip_prefix("param.") {
            Some(name) => name == self.0.name || dashed(self.0.name) == name,
            None => {
                !OWN.contains(&name) && (name == self.0.name && !OWN.contains(&&*dashed(name)) || name == self.name())
            }
        }
    }

    pub(crate) fn form(self) -> Form {
        let ty = plain_type(self.0.ty);
        let outer = ty.split('<').next().unwrap_or_default();
        let is_list = matches!(
            outer.rsplit("::").next().unwrap_or_default(),
            "Vec" | "VecDeque" | "LinkedList" | "HashSet" | "BTreeSet" | "IndexSet" | "BinaryHeap"
        );
        match &*ty {
            "bool" => Form::Switch,
            ty if is_list || ty.starts_with('[') => Form::List,
            _ => Form::Single,
        }
    }

    /// Returns true if an item of the list is a text, so that `7` is the text `7`.
    pub(crate) fn has_text_items(self) -> bool {
        let ty = plain_type(self.0.ty);
        let item = ty.split_once('<').map_or("", |(_, item)| item.trim_end_matches('>'));
        matches!(item.rsplit("::").next(), Some("String" | "PathBuf"))
    }
}

/// A parameter `_x` keeps its first character, so that each parameter has a flag of its own.
fn dashed(name: &str) -> String {
    let rest = name.trim_start_matches('_');
    format!("{}{}", &name[..name.len() - rest.len()], rest.replace('_', "-"))
}

/// Returns a type without spaces, without a reference, and without what does not change its JSON: `Option`, `Box`, `Arc`.
fn plain_type(ty: &str) -> String {
    let mut ty: String = ty.chars().filter(|char| !char.is_whitespace()).collect();
    loop {
        let inner = ["Option<", "Box<", "Arc<", "Rc<"].iter().find_map(|wrapper| {
            let path = ty.strip_suffix('>')?.find(wrapper)?;
            let is_path = ty[..path].is_empty() || ty[..path].ends_with("::") && !ty[..path].contains('<');
            is_path.then(|| ty[path + wrapper.len()..ty.len() - 1].to_owned())
        });
        match inner {
            Some(inner) => ty = inner,
            None if ty.starts_with('&') => drop(ty.remove(0)),
            None => return ty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(name: &'static str, ty: &'static str) -> Flag {
        Flag(Box::leak(Box::new(ParameterInfo::input(name, ty, false))))
    }

    #[test]
    fn the_form_depends_on_the_type_as_written() {
        for (ty, form) in [
            ("bool", Form::Switch),
            ("Option<bool>", Form::Switch),
            ("Vec<String>", Form::List),
            ("std::vec::Vec < u32 >", Form::List),
            ("Option<HashSet<String>>", Form::List),
            ("std::option::Option<Vec<u8>>", Form::List),
            ("[u32; 3]", Form::List),
            ("Arc<[String]>", Form::List),
            ("Vec<Option<bool>>", Form::List),
            ("HashMap<String, Vec<u8>>", Form::Single),
            ("String", Form::Single),
            ("Boxes<Vec<u8>>", Form::Single),
            ("(bool, bool)", Form::Single),
        ] {
            assert_eq!(flag("x", ty).form(), form, "{ty}");
        }
        assert!(flag("x", "Vec<String>").has_text_items() && !flag("x", "Vec<u8>").has_text_items());
    }

    #[test]
    fn a_parameter_named_like_a_flag_of_ours_has_the_prefix() {
        assert_eq!(flag("tag", "String").name(), "param.tag");
        assert_eq!(flag("run_id", "String").name(), "param.run_id");
        assert_eq!(flag("max_len", "u8").name(), "max-len");
        assert_eq!(flag("_x_y", "u8").name(), "_x-y");
        for (name, written, expected) in [
            ("tag", "tag", false),
            ("tag", "param.tag", true),
            ("run_id", "run-id", false),
            ("run_id", "run_id", false),
            ("run_id", "param.run-id", true),
            ("max_len", "max_len", true),
            ("max_len", "param.max_len", true),
        ] {
            assert_eq!(flag(name, "String").is(written), expected, "{name} as {written}");
        }
    }
}
