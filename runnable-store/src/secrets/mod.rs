#![doc = include_str!("../docs/secrets.md")]

mod dotenv;
mod redactor;
mod secret;
mod source;
mod taken;

pub use dotenv::DotEnv;
pub use redactor::Redactor;
pub use secret::Secret;
pub use source::{Env, Fixed, Folder, SecretSource};
pub use taken::Secrets;
