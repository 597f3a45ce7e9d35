//! Values by type.

use super::{ParameterInfo, ParameterKind};
use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
    fmt,
    sync::Arc,
};

/// What a run may use that is no data: clients, pools, handles; one of each type.
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
    /// Without any.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `value`, in place of another one of its type. A run gets a clone of it.
    pub fn insert<T: Any + Clone + Send + Sync>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Resource { value: Arc::new(value), type_name: type_name::<T>() });
    }

    /// A clone of the one of type `T`.
    #[must_use]
    pub fn get<T: Any + Clone>(&self) -> Option<T> {
        self.0.get(&TypeId::of::<T>())?.value.downcast_ref().cloned()
    }

    /// The resources among `parameters` that are not here.
    pub fn missing<'a>(&self, parameters: &'a [ParameterInfo]) -> impl Iterator<Item = &'a ParameterInfo> {
        parameters
            .iter()
            .filter(|parameter| matches!(parameter.kind, ParameterKind::Resource(id) if !self.0.contains_key(&id)))
    }
}

/// Names the types; the values may be secrets.
impl fmt::Debug for Resources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<_> = self.0.values().map(|resource| resource.type_name).collect();
        names.sort_unstable();
        write!(f, "Resources({})", names.join(", "))
    }
}
