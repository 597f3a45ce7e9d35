//! A run as one HTML file.

mod data;
mod pack;

use crate::model::RunModel;
use data::{Page, VALUES};
use pack::packed;

/// The size of the packed data that a page aims at, in bytes.
const SIZE: usize = 560_000;
/// Data that is this many times larger is not packed at all: the attempt would take long, and fail.
const RATIO: usize = 12;

const HEAD: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

impl RunModel<'_> {
    /// Returns the run as one HTML file: a timeline with folded maps, attempts, the critical path and the inputs and outputs of
    /// steps, shortened. It loads nothing, works offline, and follows the reader's preference for light or dark.
    ///
    /// Text of the user is data: nothing in a value is executed.
    #[must_use]
    pub fn html(&self) -> String {
        let data = self.data();
        let title = crate::graph::xml(&format!("{} {}", self.run().pipeline, self.run().id));
        let mut html = String::with_capacity(HEAD.len() + STYLE.len() + SCRIPT.len() + data.len());
        // In parts, since a value may contain the name of a part.
        for (at, part) in HEAD.split("<!---->").enumerate() {
            html.push_str(part);
            match at {
                0 => html.push_str(&title),
                1 => html.push_str(STYLE.trim_end()),
                2 => html.push_str(&data),
                3 => html.push_str(SCRIPT.trim_end()),
                _ => {}
            }
        }
        html
    }

    /// Returns the packed data of the page, with values as long as the page has room for.
    fn data(&self) -> String {
        let mut smallest = String::new();
        for most in VALUES {
            let data = serde_json::to_string(&Page::new(self, most)).unwrap_or_else(|_| "{}".to_owned());
            if data.len() > RATIO * SIZE && most > 0 {
                continue;
            }
            smallest = packed(&data);
            if smallest.len() <= SIZE {
                break;
            }
        }
        smallest
    }
}
