//! The implementations of a node: the function that pipelines call, and the node that runs alone.
//!
//! A macro rather than generated code: the compiler expands it much faster than it reads tokens of a procedural macro.

/// Writes the structs of a task or a pipeline, with their implementations.
///
/// An input is `position name "name" Kind "Type" "docs" [default]: FieldType => pass variable: ParameterType,`, a return
/// `position name "name" Kind: Type,`. The kinds are those of `__private::recording`. A primitive type follows `=`
/// instead of `:`, since it has every trait. `pass` says how the function takes the value: as a `value`, or as a `borrow`. The
/// macro after the form writes the future of the work: each level of macros counts towards the `recursion_limit` of a pipeline.
/// The names in brackets are those of a receiver, a plain context, a context and a lifetime that no token of the user has. The
/// function that pipelines call has two type parameters, of such names, if it `lifts` events into the run.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement {
    (
        $form:ident $step:ident [$($vis:tt)*] $node:ident $output:ident $title:literal $($docs:literal)?
        [$this:ident $plain:ident $cx:ident $a:lifetime]
        types { $($type:item)* }
        events { $event:ty }
        inputs { $(
            $i:tt $input:ident $name:literal $kind:ident $text:literal $($about:literal)? [$($default:expr)?]
                $(: $ty:ty)? $(= $basic:ty)? => $pass:ident $value:ident: $param:ty,
        )* }
        returns { $($r:tt $return:ident $key:literal $stored:ident $(: $returned:ty)? $(= $simple:ty)?,)* }
        shape { $($shape:expr)? }
        recorded { $($recorded:tt)* }
        $call:ident($context:ty $(, lifts $run:ident $lift:ident)?) $once:literal { $($before:tt)* } { $($work:tt)* }
        alone { $alone:expr }
        hidden { $d:tt $macro:ident $function:ident $alias:ident $events:literal $(#[$export:ident])? }
    ) => {
        $(
            #[allow(
                dead_code, missing_docs, unreachable_pub, non_camel_case_types, unused_qualifications, private_interfaces
            )]
            // Without Clippy, the compiler compares each of its lints with the names of all lints.
            #[cfg_attr(clippy, allow(clippy::all, clippy::pedantic, clippy::nursery))]
            $type
        )*
        impl $crate::__private::Sealed for $node {}

        $crate::__fields! { $node { $($i $input $name $(: $ty)? $(= $basic)?,)* } }
        $crate::__output! { $output { $($r $return $key $(: $returned)? $(= $simple)?,)* } }
        $crate::__recording! {
            $node $output $($docs)?,
            inputs { $($i $input $name $kind $text $($about)? [$($default)?]: $($ty)? $($basic)?,)* }
            returns { $($r $return $key $stored: $($returned)? $($simple)?,)* }
        }
        $crate::__recorded! { $node $output $($recorded)* }
        $crate::__schema! {
            $node
            inputs { $($i $name $kind $text $($about)? [$($default)?]: $($ty)? $($basic)?,)* }
            returns { $($r $key: $($returned)? $($simple)?,)* }
        }
        $($crate::__returns! { $form $node $r $($returned)? $($simple)? })*

        // The work has expressions and patterns of the user, whose lints would point into the expansion.
        #[allow(
            unused_imports, unused_qualifications, unused_variables, clippy::all, clippy::pedantic, clippy::nursery
        )]
        impl $node {
            #[doc(hidden)]
            #[inline]
            $($vis)* fn $call<$a $(, $run: $crate::RunData, $lift: $crate::__private::Lift<$event, $run>)?>(
                $cx: $context,
                $($value: $param),*
            ) -> impl ::core::future::Future<Output = $crate::Result<$output>> + use<$a $(, $run, $lift)?> {
                $($before)*
                $crate::$step!($plain, $cx, $once, $node { $($input $name $pass $value,)* }, $($work)*)
            }
        }

        impl $crate::Node for $node {
            const NAME: &'static ::core::primitive::str = $title;
            type Event = $event;
            type Data = $crate::__data!($form $event);
            type Output = $output;
            $(const SHAPE: $crate::__private::Shape<'static> = $shape;)?
            fn call(
                $this,
                $cx: $crate::__private::StepCx<'_, Self::Data, $crate::__private::Same>,
            ) -> impl ::core::future::Future<Output = $crate::Result<$output>> {
                $alone
            }
        }

        $crate::__awaited! { $form $node $output }

        // Carries the signature to `pipeline!`: calls the next macro of the chain that `pipeline!` starts.
        #[allow(unused_macros)]
        #[doc(hidden)]
        $(#[$export])?
        macro_rules! $macro {
            (@runnable [$d($d signatures:tt)*] $d source:tt [$d($d next:tt)*] $d($d rest:tt)*) => {
                $d($d next)* ! {
                    @runnable [$d($d signatures)* {
                        node = $node params = [$($pass $input),*] returns = [$($return),*] events = $events
                    }] $d source $d($d rest)*
                }
            };
            ($d($d tokens:tt)*) => {
                ::core::compile_error! { ::core::concat!(
                    "`", ::core::stringify!($function), "` is a ", ::core::stringify!($form), ", not a macro\n\
                     help: use it as a step in `pipeline!`, or call it as a function: `",
                    ::core::stringify!($function), "(..)`"
                ) }
            };
        }
        #[allow(unused_imports, unreachable_pub)]
        #[doc(hidden)]
        $($vis)* use $macro as $alias;
    };
}

/// Defines a macro that adds the collected signatures of some steps to those that it gets: a part of a long pipeline.
#[doc(hidden)]
#[macro_export]
macro_rules! __part {
    (@runnable [$($signatures:tt)*] [$d:tt $name:ident]) => {
        macro_rules! $name {
            (@runnable [$d($d earlier:tt)*] $d source:tt [$d($d next:tt)*] $d($d rest:tt)*) => {
                $d($d next)* ! { @runnable [$d($d earlier)* $($signatures)*] $d source $d($d rest)* }
            };
        }
    };
}

/// The data of the events of a run of the node alone: only the event enum of a pipeline holds the events of the run itself.
#[doc(hidden)]
#[macro_export]
macro_rules! __data {
    (task $event:ty) => {
        ::core::option::Option<$event>
    };
    (pipeline $event:ty) => {
        $event
    };
}

/// Explains that a pipeline is executed, where it is awaited, spawned or joined: the bound never holds, and says what to write.
#[doc(hidden)]
#[macro_export]
macro_rules! __awaited {
    (task $node:ident $output:ident) => {};
    (pipeline $node:ident $output:ident) => {
        #[doc(hidden)]
        impl ::core::future::Future for $node
        where
            for<'__r> ($node,): $crate::__private::fields::Executed<'__r, $node>,
        {
            type Output = $crate::Result<$output>;
            fn poll(
                self: ::core::pin::Pin<&mut Self>,
                _: &mut ::core::task::Context<'_>,
            ) -> ::core::task::Poll<$crate::Result<$output>> {
                ::core::task::Poll::Pending
            }
        }
    };
}

/// Writes `Returns` for a return.
#[doc(hidden)]
#[macro_export]
macro_rules! __returns {
    (task $node:ident $r:tt $returned:ty) => {
        impl $crate::__private::Returns<$r> for $node {
            type Ty = $returned;
        }
    };
    // The return may have the type of a private task, which may not be named in `type Ty`; see `Is`.
    (pipeline $node:ident $r:tt $returned:ty) => {
        impl<__RunnableReturn> $crate::__private::Returns<$r> for $node
        where
            $returned: $crate::__private::fields::Is<$node, Ty = __RunnableReturn>,
        {
            type Ty = __RunnableReturn;
        }
    };
}
