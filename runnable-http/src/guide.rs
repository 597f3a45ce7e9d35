//! Guides to streaming runs to a browser, the protocols of front ends, reconnecting, authentication, proxies, and clusters.

#[doc = include_str!("docs/guide/browser.md")]
pub mod browser {}

#[doc = include_str!("docs/guide/front_ends.md")]
pub mod front_ends {}

#[doc = include_str!("docs/guide/ai_sdk.md")]
pub mod ai_sdk {}

#[doc = include_str!("docs/guide/ag_ui.md")]
pub mod ag_ui {}

#[doc = include_str!("docs/guide/reconnecting.md")]
#[doc = "```js"]
#[doc = include_str!("docs/guide/reader.mjs")]
#[doc = "```"]
pub mod reconnecting {}

#[doc = include_str!("docs/guide/authentication.md")]
pub mod authentication {}

#[doc = include_str!("docs/guide/proxy.md")]
pub mod proxy {}

#[cfg(feature = "cluster")]
#[doc = include_str!("docs/guide/cluster.md")]
pub mod cluster {}
