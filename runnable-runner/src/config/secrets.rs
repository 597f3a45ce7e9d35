//! `[secrets]`.

use super::fields;
use serde::Deserialize;
use std::path::PathBuf;

/// `[secrets]`: where secrets come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct SecretsConfig {
    /// The providers, asked in this order; the first that knows a secret gives it. The default is the environment alone.
    #[serde(rename = "provider", deserialize_with = "fields::one_or_more")]
    pub providers: Vec<SecretProvider>,
    /// The file of [`SecretProvider::Dotenv`]. The default is `.env`.
    #[serde(deserialize_with = "fields::path")]
    pub file: PathBuf,
    /// The folder of [`SecretProvider::Directory`]. The default is `/run/secrets`.
    #[serde(deserialize_with = "fields::path")]
    pub directory: PathBuf,
    /// What comes before a secret's name where it is looked up. Nothing by default.
    pub prefix: String,
}

impl Default for SecretsConfig {
    fn default() -> Self {
        Self {
            providers: vec![SecretProvider::Env],
            file: PathBuf::from(".env"),
            directory: PathBuf::from("/run/secrets"),
            prefix: String::new(),
        }
    }
}

/// Where secrets come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SecretProvider {
    /// Variables of the environment.
    Env,
    /// A file of lines `NAME=value`.
    Dotenv,
    /// A folder with a file for each secret.
    Directory,
}
