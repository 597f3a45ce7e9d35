//! The style of a text.

/// The style of a text: its width, its characters and its colours.
///
/// # Examples
/// ```
/// use runnable_view::TextStyle;
///
/// let style = TextStyle::new().width(100).ascii(true);
/// assert_eq!(style, TextStyle::new().ascii(true).width(100));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct TextStyle {
    pub(crate) width: usize,
    pub(crate) ascii: bool,
    pub(crate) colour: bool,
    pub(crate) unfold: bool,
}

impl TextStyle {
    /// The smallest width.
    pub const MIN_WIDTH: usize = 20;

    /// Returns a style of 80 columns with Unicode characters, without colours, and with folded maps.
    pub fn new() -> Self {
        Self { width: 80, ascii: false, colour: false, unfold: false }
    }

    /// Sets the number of columns. No line is wider; widths below [`MIN_WIDTH`](Self::MIN_WIDTH) count as that.
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.max(Self::MIN_WIDTH);
        self
    }

    /// Draws with plain ASCII. Text of the user is kept.
    pub fn ascii(mut self, ascii: bool) -> Self {
        self.ascii = ascii;
        self
    }

    /// Adds ANSI escape sequences for colours.
    pub fn colour(mut self, colour: bool) -> Self {
        self.colour = colour;
        self
    }

    /// Shows all items of maps. Otherwise, maps with more than three items show those that need attention.
    pub fn unfold(mut self, unfold: bool) -> Self {
        self.unfold = unfold;
        self
    }
}

impl Default for TextStyle {
    fn default() -> Self {
        Self::new()
    }
}
