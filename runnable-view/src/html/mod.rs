//! A run as one HTML file.

mod data;

use crate::model::RunModel;
use data::Page;

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
        let page = Page::new(self);
        let data = serde_json::to_string(&page).unwrap_or_else(|_| "{}".to_owned());
        let title = crate::graph::xml(&format!("{} {}", self.run().pipeline, self.run().id));
        let mut html = String::with_capacity(HEAD.len() + STYLE.len() + SCRIPT.len() + data.len());
        // In parts, since a value may contain the name of a part.
        for (at, part) in HEAD.split("<!---->").enumerate() {
            html.push_str(part);
            match at {
                0 => html.push_str(&title),
                1 => html.push_str(STYLE.trim_end()),
                // `<` would end the element or open a comment in it.
                2 => html.push_str(&data.replace('<', "\\u003c")),
                3 => html.push_str(SCRIPT.trim_end()),
                _ => {}
            }
        }
        html
    }
}
