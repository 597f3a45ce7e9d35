//! Fewer and smaller rows for a finished run.

use super::{
    BYTES, Page,
    read::{Entry, entries},
};
use crate::{StoreError, log::entries::rows::damaged};

/// Consecutive events of a step and a type.
#[derive(Default)]
struct Group {
    /// `"type"`, `attempt` and `["path"]` as they are.
    of: Option<(String, String, String)>,
    /// What each of them is, `[at, data?]`.
    each: Vec<String>,
}

/// The same entries in as few rows as can be, where events that follow each other and are of one step and type are one entry.
/// `rows` is `(position, seq, n, entries)`.
pub(crate) fn fold(rows: &[(i64, i64, i64, String)]) -> Result<Vec<Page>, StoreError> {
    let mut pages = Vec::new();
    let mut page = Page::default();
    let mut group = Group::default();
    let mut size = 0;
    for (position, seq, n, text) in rows {
        for entry in entries(text)? {
            match entry.kind() {
                r#""event""# => group.add(&entry, vec![one(&entry)?], &mut page)?,
                r#""events""# => {
                    let each: Vec<&serde_json::value::RawValue> =
                        serde_json::from_str(entry.part(5)?.get()).map_err(damaged)?;
                    group.add(&entry, each.into_iter().map(|one| one.get().to_owned()).collect(), &mut page)?;
                }
                _ => {
                    group.close(&mut page);
                    push(&mut page, &whole(&entry)?);
                }
            }
        }
        (page.position, page.seq, page.n) = (*position, *seq, page.n + n);
        size += text.len();
        if size >= BYTES {
            group.close(&mut page);
            pages.push(std::mem::take(&mut page));
            size = 0;
        }
    }
    group.close(&mut page);
    if !page.entries.is_empty() {
        pages.push(page);
    }
    Ok(pages)
}

fn push(page: &mut Page, entry: &str) {
    page.entries.push(if page.entries.is_empty() { b'[' } else { b',' });
    page.entries.extend_from_slice(entry.as_bytes());
}

/// An entry as it was.
fn whole(entry: &Entry<'_>) -> Result<String, StoreError> {
    let mut text = format!("[{}", entry.part(0)?.get());
    for part in (1..).map_while(|place| entry.part(place).ok()) {
        text.push(',');
        text.push_str(part.get());
    }
    text.push(']');
    Ok(text)
}

/// An event without what it has in common with others.
fn one(event: &Entry<'_>) -> Result<String, StoreError> {
    let at = event.part(1)?.get();
    Ok(event.part(5).map_or_else(|_| format!("[{at}]"), |data| format!("[{at},{}]", data.get())))
}

impl Group {
    fn add(&mut self, entry: &Entry<'_>, each: Vec<String>, page: &mut Page) -> Result<(), StoreError> {
        let of = (entry.part(4)?.get().to_owned(), entry.part(3)?.get().to_owned(), entry.part(2)?.get().to_owned());
        if self.of.as_ref() != Some(&of) {
            self.close(page);
            self.of = Some(of);
        }
        self.each.extend(each);
        Ok(())
    }

    fn close(&mut self, page: &mut Page) {
        let Some((kind, attempt, path)) = self.of.take() else { return };
        let each = std::mem::take(&mut self.each);
        // The first one's time is the entry's, for people.
        let at = each.first().and_then(|one| one.trim_start_matches('[').split([',', ']']).next()).unwrap_or("0");
        push(page, &format!(r#"["events",{at},{path},{attempt},{kind},[{}]]"#, each.join(",")));
    }
}
