#![doc = include_str!("../docs/secrets.md")]

mod dotenv;
mod redactor;
mod secret;
mod secrets;
mod source;

pub use self::{
    dotenv::DotEnv,
    redactor::Redactor,
    secret::Secret,
    secrets::Secrets,
    source::{Env, Fixed, Folder, SecretSource},
};
