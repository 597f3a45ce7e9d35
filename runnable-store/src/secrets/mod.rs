#![doc = include_str!("../docs/secrets.md")]

mod dotenv;
mod fingerprint;
mod forms;
mod json;
mod known;
mod panics;
mod redactor;
mod reference;
mod restorer;
mod secret;
mod secrets;
mod source;
mod views;

pub use self::{
    dotenv::DotEnv,
    redactor::Redactor,
    restorer::Restorer,
    secret::Secret,
    secrets::Secrets,
    source::{Env, Fixed, Folder, SecretSource},
};
