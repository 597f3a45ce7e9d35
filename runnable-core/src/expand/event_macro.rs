//! The traits of event enums: those of `derive(TaskEvent)`, and those of pipelines.

/// Writes the traits of an enum with `derive(TaskEvent)`.
///
/// A variant is `number Name "type" ["field", ..] { fields }`, a field `number position name "key": Type,`: its number in the
/// variant, its position among the fields of all variants, and its key in JSON. A list of declared meanings may follow:
/// `"type" Meaning ["part" "key", ..],`.
#[doc(hidden)]
#[macro_export]
macro_rules! __task_event {
    ($events:ident { $($v:literal $variant:ident $type:literal [$($own:literal),*] {
        $($f:literal $i:tt $field:ident $name:literal: $ty:ty,)*
    })* } $([$($declared:literal $meaning:ident [$($part:literal $key:literal),*],)*])?) => {
        impl $crate::__private::Sealed for $events {}

        impl $crate::TaskEvent for $events {
            const VARIANTS: &'static [(
                &'static ::core::primitive::str,
                &'static [&'static ::core::primitive::str],
            )] = &[$(($type, &[$($own),*])),*];

            fn event_type(&self) -> &::core::primitive::str {
                match *self { $(Self::$variant { .. } => $type,)* }
            }
        }

        $($(impl $crate::__private::Field<$v, $f> for $events {
            type Ty = $ty;
            fn get(&self) -> ::core::option::Option<&Self::Ty> {
                match self {
                    Self::$variant { $field: __value, .. } => ::core::option::Option::Some(__value),
                    _ => ::core::option::Option::None,
                }
            }
        })*)*

        impl $crate::WireEvent for $events
        where
            $($(for<'__r> $crate::__private::fields::At<'__r, $ty, $i>: $crate::__private::serde::Serialize,)*)*
        {
            fn event_type(&self) -> &::core::primitive::str {
                <Self as $crate::TaskEvent>::event_type(self)
            }
            fn serialize_data<__RunnableSerializer: $crate::__private::serde::Serializer>(
                &self,
                __to: __RunnableSerializer,
            ) -> ::core::result::Result<__RunnableSerializer::Ok, __RunnableSerializer::Error> {
                match *self {
                    $(Self::$variant { .. } => {
                        #[allow(unused_mut)]
                        let mut __map = $crate::__private::serde::Serializer::serialize_map(
                            __to,
                            ::core::option::Option::Some(<[&::core::primitive::str]>::len(&[$($name),*])),
                        )?;
                        $($crate::__entry!(__map, self, $variant, $i $field $name);)*
                        $crate::__private::serde::ser::SerializeMap::end(__map)
                    })*
                }
            }
            $(fn meanings(__to: &mut ::std::vec::Vec<$crate::DeclaredMeaning>) {
                $(__to.push($crate::DeclaredMeaning::new(
                    $declared,
                    $crate::EventMeaning::$meaning,
                    &[$(($part, $key)),*],
                ));)*
            })?
        }

        impl $crate::__private::serde::Serialize for $events
        where
            $($(for<'__r> $crate::__private::fields::At<'__r, $ty, $i>: $crate::__private::serde::Serialize,)*)*
        {
            fn serialize<__RunnableSerializer: $crate::__private::serde::Serializer>(
                &self,
                __to: __RunnableSerializer,
            ) -> ::core::result::Result<__RunnableSerializer::Ok, __RunnableSerializer::Error> {
                match *self {
                    $(Self::$variant { .. } => {
                        let mut __map = $crate::__private::serde::Serializer::serialize_map(
                            __to,
                            ::core::option::Option::Some(<[&::core::primitive::str]>::len(&["type", $($name),*])),
                        )?;
                        $crate::__private::serde::ser::SerializeMap::serialize_entry(&mut __map, "type", $type)?;
                        $($crate::__entry!(__map, self, $variant, $i $field $name);)*
                        $crate::__private::serde::ser::SerializeMap::end(__map)
                    })*
                }
            }
        }

        $crate::__event_schema! { $events { $($type { $($i $name: $ty,)* })* } }
    };
}

/// Writes its tokens if runs can be recorded.
#[cfg(feature = "runner")]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_recorded {
    ($($tokens:tt)*) => {
        $($tokens)*
    };
}

/// Without the feature `runner`, nothing is recorded.
#[cfg(not(feature = "runner"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_recorded {
    ($($tokens:tt)*) => {};
}

/// Writes a field of the variant that `self` is known to be.
#[doc(hidden)]
#[macro_export]
macro_rules! __entry {
    ($map:ident, $event:expr, $variant:ident, $i:tt $field:ident $name:literal) => {
        #[allow(irrefutable_let_patterns)]
        if let Self::$variant { $field: __value, .. } = $event {
            $crate::__private::serde::ser::SerializeMap::serialize_entry(
                &mut $map,
                $name,
                &$crate::__private::fields::At::<_, $i>::new(__value),
            )?;
        }
    };
}

/// Writes the traits of a pipeline's event enum. A variant is `number position, Name: Task,`.
#[doc(hidden)]
#[macro_export]
macro_rules! __events {
    ($events:ident { $($v:literal $i:tt, $variant:ident: $task:ty,)* }) => {
        impl $crate::__private::Sealed for $events {}

        impl $crate::RunData for $events {
            fn lifecycle(__event: $crate::Lifecycle) -> Self {
                Self::Lifecycle(__event)
            }
        }

        // The events are named by a parameter: a private task may not be named in `type Data`.
        $(impl<__RunnableEvent> $crate::__private::Variant<$v> for $events
        where
            $task: $crate::Node<Event = __RunnableEvent>,
        {
            type Data = __RunnableEvent;
            fn wrap(__data: __RunnableEvent) -> Self {
                Self::$variant(__data)
            }
        })*

        #[automatically_derived]
        impl ::core::clone::Clone for $events
        where
            $(for<'__r> <$task as $crate::Node>::Event: $crate::__private::fields::CloneAt<'__r, $i>,)*
        {
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant(__event) => {
                        Self::$variant($crate::__private::fields::CloneAt::<'_, $i>::clone_at(__event))
                    })*
                    Self::Lifecycle(__event) => Self::Lifecycle(::core::clone::Clone::clone(__event)),
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $events
        where
            $(for<'__r> $crate::__private::fields::At<'__r, <$task as $crate::Node>::Event, $i>: ::core::fmt::Debug,)*
        {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(__event) => $crate::__private::fields::Fields::variant(
                        __f,
                        ::core::stringify!($variant),
                        &$crate::__private::fields::At::<_, $i>::new(__event),
                    ),)*
                    Self::Lifecycle(__event) => $crate::__private::fields::Fields::variant(__f, "Lifecycle", __event),
                }
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq for $events
        where
            $(for<'__r> $crate::__private::fields::At<'__r, <$task as $crate::Node>::Event, $i>: ::core::cmp::PartialEq,)*
        {
            fn eq(&self, __other: &Self) -> ::core::primitive::bool {
                match (self, __other) {
                    $((Self::$variant(__event), Self::$variant(__other)) => {
                        $crate::__private::fields::At::<_, $i>::new(__event) == $crate::__private::fields::At::<_, $i>::new(__other)
                    })*
                    (Self::Lifecycle(__event), Self::Lifecycle(__other)) => ::core::cmp::PartialEq::eq(__event, __other),
                    #[allow(unreachable_patterns)]
                    _ => false,
                }
            }
        }

        impl $crate::WireEvent for $events
        where
            $(for<'__r> <$task as $crate::Node>::Event: $crate::__private::fields::WireAt<'__r, $i>,)*
        {
            fn event_type(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant(__event) => $crate::__private::fields::WireAt::<'_, $i>::type_at(__event),)*
                    Self::Lifecycle(__event) => $crate::WireEvent::event_type(__event),
                }
            }
            fn serialize_data<__RunnableSerializer: $crate::__private::serde::Serializer>(
                &self,
                __to: __RunnableSerializer,
            ) -> ::core::result::Result<__RunnableSerializer::Ok, __RunnableSerializer::Error> {
                match self {
                    $(Self::$variant(__event) => $crate::__private::fields::WireAt::<'_, $i>::data_at(__event, __to),)*
                    Self::Lifecycle(__event) => $crate::WireEvent::serialize_data(__event, __to),
                }
            }
            $crate::__if_recorded! {
                fn check(&self) -> ::core::result::Result<(), $crate::BoxError> {
                    match self {
                        $(Self::$variant(__event) => $crate::__private::fields::WireAt::<'_, $i>::check_at(__event),)*
                        Self::Lifecycle(_) => ::core::result::Result::Ok(()),
                    }
                }
            }
            fn meanings(__to: &mut ::std::vec::Vec<$crate::DeclaredMeaning>) {
                $(<<$task as $crate::Node>::Event as $crate::__private::fields::WireAt<'_, $i>>::meanings_at(__to);)*
            }
        }

        impl $crate::__private::serde::Serialize for $events
        where
            $(for<'__r> $crate::__private::fields::At<'__r, <$task as $crate::Node>::Event, $i>: $crate::__private::serde::Serialize,)*
        {
            fn serialize<__RunnableSerializer: $crate::__private::serde::Serializer>(
                &self,
                __to: __RunnableSerializer,
            ) -> ::core::result::Result<__RunnableSerializer::Ok, __RunnableSerializer::Error> {
                match self {
                    $(Self::$variant(__event) => $crate::__private::serde::Serialize::serialize(&$crate::__private::fields::At::<_, $i>::new(__event), __to),)*
                    Self::Lifecycle(__event) => $crate::__private::fields::Fields::lifecycle(__event, __to),
                }
            }
        }

        $crate::__events_schema! { $events { $($i $task,)* } }
    };
}

/// Writes `EventSchema` for an enum with `derive(TaskEvent)`.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __event_schema {
    ($events:ident { $($type:literal { $($i:tt $name:literal: $ty:ty,)* })* }) => {
        impl $crate::input::EventSchema for $events
        where
            $($(for<'__r> $ty: $crate::__private::schema::OutputSchemaAt<'__r, $i>,)*)*
        {
            fn variants(
                __generator: &mut $crate::__private::schema::schemars::SchemaGenerator,
                __to: &mut ::std::vec::Vec<$crate::__private::schema::serde_json::Value>,
            ) {
                $(
                    #[allow(unused_mut)]
                    let mut __kind = $crate::input::EventKindSchema::new($type);
                    $(__kind.field(
                        $name,
                        <$ty as $crate::__private::schema::OutputSchemaAt<'_, $i>>::schema_at(__generator),
                    );)*
                    __to.push(__kind.finish());
                )*
            }
        }
    };
}

/// Without the feature `schema`, nothing is described.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __event_schema {
    ($($tokens:tt)*) => {};
}

/// Writes `EventSchema` for the event enum of a pipeline.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __events_schema {
    ($events:ident { $($i:tt $task:ty,)* }) => {
        impl $crate::input::EventSchema for $events
        where
            $(for<'__r> <$task as $crate::Node>::Event: $crate::__private::schema::EventSchemaAt<'__r, $i>,)*
        {
            fn variants(
                __generator: &mut $crate::__private::schema::schemars::SchemaGenerator,
                __to: &mut ::std::vec::Vec<$crate::__private::schema::serde_json::Value>,
            ) {
                $($crate::input::events_of(<$task as $crate::Node>::NAME, __to, |__to| {
                    <<$task as $crate::Node>::Event as $crate::__private::schema::EventSchemaAt<'_, $i>>::variants_at(
                        __generator,
                        __to,
                    );
                });)*
            }
        }
    };
}

/// Without the feature `schema`, nothing is described.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __events_schema {
    ($($tokens:tt)*) => {};
}
