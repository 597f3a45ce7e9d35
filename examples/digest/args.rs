//! Command-line arguments.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The arguments of the program.
#[derive(Debug)]
pub(crate) struct Args {
    /// The document.
    pub(crate) path: PathBuf,
    /// The maximum length of the summary, in characters.
    pub(crate) limit: usize,
    /// Prints the events of the run to stdout instead of the summary.
    pub(crate) json: bool,
}

impl Args {
    /// Parses the arguments after the program name.
    ///
    /// # Errors
    ///
    /// Fails if two files are given, an option is unknown, or the limit is not a positive number.
    pub(crate) fn parse(mut args: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (mut path, mut limit, mut json) = (None, 600, false);
        while let Some(arg) = args.next() {
            match arg.to_str() {
                Some("--json") => json = true,
                Some("--limit") => limit = parse_limit(args.next().unwrap_or_default().to_str())?,
                Some(option) if option.starts_with("--limit=") => limit = parse_limit(option.get(8..))?,
                Some(option) if option.starts_with('-') => return Err(format!("unknown option `{option}`")),
                _ if path.is_some() => return Err("more than one file".to_owned()),
                _ => path = Some(PathBuf::from(arg)),
            }
        }
        let path = path.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
        Ok(Self { path, limit, json })
    }
}

/// Parses the value of `--limit`.
fn parse_limit(text: Option<&str>) -> Result<usize, String> {
    let limit = text.and_then(|text| text.parse().ok()).filter(|&limit| limit > 0);
    limit.ok_or_else(|| "`--limit` expects a positive number of characters, such as `--limit 600`".to_owned())
}
