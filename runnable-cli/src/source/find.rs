//! Finds runs by the start of their ids.

use super::Source;
use crate::failure::{Code, Failure, Result};
use runnable_graph::__private::did_you_mean;
use runnable_store::{RunFilter, RunRecord, RunStatus};

/// The number of runs that an error lists.
const LISTED: usize = 5;

impl Source {
    /// Returns a run by the start of its id, `@last` or `@failed`.
    pub(crate) async fn find(&self, text: &str) -> Result<RunRecord> {
        if let Some(run) = self.run(text).await? {
            return Ok(run);
        }
        let filter = match text {
            "@last" => RunFilter::new().limit(1),
            "@failed" => RunFilter::new().status(RunStatus::Failed).limit(1),
            _ if text.starts_with('@') => {
                let help = did_you_mean(text, ["@last", "@failed"]);
                let help = help.unwrap_or_else(|| "write `@last`, `@failed`, or the start of an id".to_owned());
                return Err(Failure::usage(format!("`{text}` does not stand for a run\nhelp: {help}")));
            }
            "" => return Err(Failure::usage("the id of the run is empty")),
            prefix => RunFilter::new().id_prefix(prefix).limit(LISTED + 1),
        };
        let mut runs = self.list(&filter).await?;
        if runs.is_empty() && text != text.to_uppercase() && !text.starts_with('@') {
            // Generated ids are in upper case.
            runs = self.list(&RunFilter::new().id_prefix(text.to_uppercase()).limit(LISTED + 1)).await?;
        }
        match &runs[..] {
            [] => Err(self.unknown(text).await?),
            [run] => self.run(&run.id).await?.ok_or_else(|| self.missing(text)),
            several => {
                let ids: Vec<_> = several.iter().take(LISTED).map(|run| format!("`{}`", run.id)).collect();
                let more = if several.len() > LISTED { " and others" } else { "" };
                let message = format!("`{text}` is the start of several ids: {}{more}", ids.join(", "));
                Err(Failure::usage(format!("{message}\nhelp: write more of the id")))
            }
        }
    }

    async fn unknown(&self, text: &str) -> Result<Failure> {
        let runs = self.list(&RunFilter::new()).await?;
        let near = did_you_mean(text, runs.iter().map(|run| &run.id));
        // Generated ids are long: compare what the user wrote with as much of each.
        let near = near.or_else(|| {
            let starts = runs.iter().filter_map(|run| run.id.get(..text.len()));
            did_you_mean(&text.to_uppercase(), starts).filter(|_| text.len() >= 4)
        });
        let Failure { code, message } = self.missing(text);
        Ok(Failure::new(code, near.map_or(message.clone(), |near| format!("{message}\nhelp: {near}"))))
    }

    fn missing(&self, text: &str) -> Failure {
        let place = self.name();
        let what = match text {
            "@last" => format!("{place} has no runs"),
            "@failed" => format!("{place} has no failed run"),
            text => format!("{place} has no run `{text}`"),
        };
        Failure::new(Code::NoRun, what)
    }
}
