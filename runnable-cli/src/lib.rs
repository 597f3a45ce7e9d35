#![doc = include_str!("docs/crate.md")]

mod app;
mod arguments;
mod commands;
mod failure;
mod launch;
mod progress;
mod source;
mod terminal;
mod types;

pub use app::Cli;
#[doc(hidden)]
pub use app::rnbl;

/// Defines `main`: a command line for these pipelines and tasks, without resources. With resources, use [`Cli`].
///
/// # Examples
/// ```no_run
/// use runnable::prelude::*;
///
/// #[task(returns = [text])]
/// async fn shout(text: String) -> String {
///     text.to_uppercase()
/// }
///
/// pipeline! {
///     /// Shouts a text.
///     fn shout_it(text: String) { shout }
/// }
///
/// runnable_cli::main!(shout_it, shout);
/// ```
#[macro_export]
macro_rules! main {
    ($($pipeline:path),+ $(,)?) => {
        fn main() -> ::std::process::ExitCode {
            $crate::Cli::new()$(.pipeline::<$pipeline>())+.main()
        }
    };
}
