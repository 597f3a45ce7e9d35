//! Tables with ragged columns and without boxes.

use super::{Look, Paint, columns, cut};

/// A table. Its last column may be cut.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<(String, Option<Paint>)>>,
}

impl Table {
    /// Returns a table with these titles.
    pub(crate) fn new(titles: &[&str]) -> Self {
        let row = titles.iter().map(|title| ((*title).to_owned(), Some(Paint::Dim))).collect();
        Self { rows: vec![row] }
    }

    /// Adds a row. Its texts have no control characters.
    pub(crate) fn row(&mut self, cells: Vec<(String, Option<Paint>)>) {
        self.rows.push(cells);
    }

    /// Returns the lines, each at most `width` columns wide if there is a width.
    pub(crate) fn lines(&self, look: Look, width: Option<usize>) -> Vec<String> {
        let count = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|(text, _)| columns(text)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..count).map(widest).collect();
        self.rows.iter().map(|row| line(row, &widths, look, width)).collect()
    }
}

fn line(row: &[(String, Option<Paint>)], widths: &[usize], look: Look, width: Option<usize>) -> String {
    let (mut line, mut used) = (String::new(), 0);
    let last = row.iter().rposition(|(text, _)| !text.is_empty()).unwrap_or(0);
    for (at, ((text, paint), column)) in row.iter().zip(widths).enumerate().take(last + 1) {
        let room = width.map_or(usize::MAX, |width| width.saturating_sub(used));
        let text = cut(text, room, look);
        used += columns(&text);
        match paint {
            Some(paint) => line.push_str(&look.paint(*paint, &text)),
            None => line.push_str(&text),
        }
        if at < last {
            let gap = (column + 2).saturating_sub(columns(&text)).min(room.saturating_sub(columns(&text)));
            line.extend(std::iter::repeat_n(' ', gap));
            used += gap;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_the_last_is_cut() {
        let mut table = Table::new(&["RUN", "WHY"]);
        table.row(vec![("01JD7K".into(), None), ("it took far too long".into(), None)]);
        table.row(vec![("你".into(), None), (String::new(), None)]);
        let lines = table.lines(Look { colour: false, unicode: true }, Some(16));
        assert_eq!(lines, ["RUN     WHY", "01JD7K  it took…", "你"]);
    }
}
