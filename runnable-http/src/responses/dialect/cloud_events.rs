//! CloudEvents 1.0.

use super::{
    Protocol,
    json::Messages,
    open::name,
    seen::{Seen, What},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use runnable_wire::Timestamp;

/// Each event as a `CloudEvent`. Nothing depends on earlier events, so a reader may begin anywhere.
#[derive(Debug, Default)]
pub(crate) struct CloudEvents {
    /// The last run, and its address.
    source: (String, String),
}

impl Protocol for CloudEvents {
    fn event(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        let gap = event.what == What::Gap;
        if !gap && self.source.0 != event.run() {
            let run = event.run();
            self.source = (run.to_owned(), format!("/runs/{}", utf8_percent_encode(run, NON_ALPHANUMERIC)));
        }
        to.object(|object| {
            object.value("specversion", "1.0");
            if gap {
                // The events that are missing have no numbers of their own.
                let (run, from) = gap_of(event.data);
                object.value("id", format_args!("{run}:gap:{from}"));
                object.value("source", format_args!("/runs/{}", utf8_percent_encode(&run, NON_ALPHANUMERIC)));
            } else {
                object.value("id", event.id).value("source", &self.source.1);
            }
            object.value("type", format_args!("dev.runnable.{}", event.event_type));
            if event.path.len() > "[]".len() {
                object.value("subject", name(event.path));
            }
            if !gap {
                object.value("time", Timestamp::from_nanos(event.millis * 1_000_000).as_str());
                object.value("sequence", format_args!("{:020}", event.seq)).value("attempt", event.attempt);
            }
            if let Some(data) = event.data {
                object.value("datacontenttype", "application/json").json("data", data);
            }
        });
    }
}

/// Returns the run and the first number of a gap.
fn gap_of(data: Option<&str>) -> (String, u64) {
    #[derive(serde::Deserialize)]
    struct Missing {
        run: String,
        from: u64,
    }
    let missing = data.and_then(|data| serde_json::from_str::<Missing>(data).ok());
    missing.map_or_else(|| (String::new(), 0), |missing| (missing.run, missing.from))
}
