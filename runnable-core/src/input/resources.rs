//! Resources by type.

use super::parameter::{ParameterInfo, ParameterKind};
use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
    fmt,
    sync::Arc,
};

/// Clients, pools and other handles that a run may use, at most one of each type.
///
/// # Examples
/// ```
/// use runnable_core::input::Resources;
///
/// #[derive(Clone, PartialEq, Debug)]
/// struct Client(&'static str);
///
/// let mut resources = Resources::new();
/// resources.insert(Client("https://example.com"));
/// assert_eq!(resources.get::<Client>(), Some(Client("https://example.com")));
/// assert_eq!(resources.get::<String>(), None);
/// ```
#[derive(Clone, Default)]
pub struct Resources(HashMap<TypeId, Resource>);

#[derive(Clone)]
struct Resource {
    value: Arc<dyn Any + Send + Sync>,
    type_name: &'static str,
}

impl Resources {
    /// Returns an empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `value`. Replaces an earlier value of its type. Each run gets a clone.
    pub fn insert<T: Any + Clone + Send + Sync>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Resource { value: Arc::new(value), type_name: type_name::<T>() });
    }

    /// Returns a clone of the resource of type `T`.
    #[must_use]
    pub fn get<T: Any + Clone>(&self) -> Option<T> {
        self.0.get(&TypeId::of::<T>())?.value.downcast_ref().cloned()
    }

    /// Returns the resources among `parameters` that are missing.
    pub fn missing<'a>(&self, parameters: &'a [ParameterInfo]) -> impl Iterator<Item = &'a ParameterInfo> {
        parameters
            .iter()
            .filter(|parameter| matches!(parameter.kind, ParameterKind::Resource(id) if !self.0.contains_key(&id)))
    }
}

/// Prints only the types, as the values may be secrets.
impl fmt::Debug for Resources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<_> = self.0.values().map(|resource| resource.type_name).collect();
        names.sort_unstable();
        write!(f, "Resources({})", names.join(", "))
    }
}
