//! Opens the configured sources of secrets.

use crate::{SecretProvider, SecretsConfig};
use runnable_store::secrets::{DotEnv, Env, Folder, Secrets};

/// Returns the secrets of the configured providers, in their order.
pub(crate) fn secrets(config: &SecretsConfig) -> Secrets {
    config.providers.iter().fold(Secrets::new(), |secrets, provider| match provider {
        SecretProvider::Env => secrets.with_source(Env::prefixed(&config.prefix)),
        SecretProvider::Dotenv => secrets.with_source(DotEnv::new(&config.file)),
        SecretProvider::Directory => secrets.with_source(Folder::new(&config.directory)),
    })
}
