//! A graph as SVG.

use super::{
    layout::{Box, Layout, Line, LineStyle, layout},
    picture::{GraphPicture, Texts, clipped},
    tree::Tree,
    xml::xml,
};
use runnable_graph::{__private::title, Node, NodeKind};
use std::fmt::Write as _;

/// The style of all pictures, for light and dark surroundings.
const STYLE: &str = include_str!("graph.css");

impl GraphPicture<'_> {
    /// Returns the graph as an SVG image. Its colours follow the reader's preference for light or dark.
    #[must_use]
    pub fn svg(&self) -> String {
        svg(self, &Tree::new(self.graph))
    }
}

/// Returns the picture as an SVG image.
fn svg(picture: &GraphPicture<'_>, tree: &Tree<'_>) -> String {
    let texts = picture.texts();
    let layout = layout(tree, &texts);
    let Layout { width, height, .. } = layout;
    let (name, steps) = (xml(picture.graph.name()), picture.graph.steps().count());
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"title desc\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">\n\
         <title id=\"title\">{name}</title>\n<desc id=\"desc\">The graph of the pipeline {name}, which has {steps} steps.</desc>\n\
         <style>{STYLE}</style>\n\
         <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" \
         orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" class=\"tip\"/></marker></defs>\n\
         <rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n"
    );
    for ((node, place), texts) in picture.graph.nodes().iter().zip(&layout.boxes).zip(&texts) {
        self::node(&mut text, picture, node, *place, texts);
    }
    layout.lines.iter().for_each(|line| self::line(&mut text, line));
    text.push_str("</svg>\n");
    text
}

/// Returns the class of a node in the style.
fn class(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::Input | NodeKind::Output => "port",
        NodeKind::Task { .. } => "task",
        NodeKind::Pipeline { .. } => "pipeline",
        NodeKind::Parallel => "parallel",
        NodeKind::Map { .. } => "map",
        NodeKind::Race => "race",
        NodeKind::Match { .. } | NodeKind::If => "choice",
        NodeKind::Arm { .. } => "arm",
        NodeKind::Repeat { .. } => "repeat",
        NodeKind::Try => "try",
        NodeKind::Else => "else",
        _ => "group",
    }
}

fn node(text: &mut String, picture: &GraphPicture<'_>, node: &Node, place: Box, texts: &Texts) {
    let Box { x, y, w, h, header, footer, .. } = place;
    let status = picture.state(node.id()).map(|state| state.status().name()).unwrap_or_default();
    let (class, kind) = (class(node.kind()), node.kind());
    let radius = if matches!(kind, NodeKind::Input | NodeKind::Output) { 16 } else { 5 };
    let said = if status.is_empty() { String::new() } else { format!(", {status}") };
    let _ = writeln!(
        text,
        "<g class=\"{class} {status}\" data-id=\"{}\"><title>{}{said}</title>",
        xml(node.id()),
        xml(&clipped(&title(node), 400))
    );
    if class == "map" {
        // The cards behind the first: the contents run once for each item.
        for behind in [4, 2] {
            let _ = writeln!(text, "<path class=\"card\" d=\"M{} {}h{w}v{h}\"/>", x + behind, y - behind);
        }
    }
    let _ = writeln!(text, "<rect class=\"box\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{radius}\"/>");
    for (y, h) in [(y, header), (y + h - footer, footer)].into_iter().filter(|(_, h)| *h > 0) {
        let _ = writeln!(text, "<rect class=\"head\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"5\"/>");
    }
    let (tx, anchor) = if header > 0 { (x + 12, "start") } else { (x + w / 2, "middle") };
    let mut put = |y: i32, class: &str, shown: &str| {
        if !shown.is_empty() {
            let _ = writeln!(
                text,
                "<text class=\"{class}\" x=\"{tx}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
                xml(shown)
            );
        }
    };
    put(y + if header > 0 { 16 } else { 20 }, "name", &texts.title);
    put(y + if header > 0 { 32 } else { 37 }, "note", &texts.note);
    put(y + h - 6, "note", &texts.footer);
    text.push_str("</g>\n");
}

fn line(text: &mut String, line: &Line) {
    let Line { points, style, names, label } = line;
    let class = match style {
        LineStyle::Flow => "flow",
        LineStyle::Value => "value",
        LineStyle::Back => "back",
        LineStyle::Error => "error",
    };
    text.push_str("<path class=\"line ");
    let _ = write!(text, "{class}\" marker-end=\"url(#arrow)\" d=\"");
    for (i, (x, y)) in points.iter().enumerate() {
        let _ = write!(text, "{}{x} {y}", if i == 0 { 'M' } else { 'L' });
    }
    let title = match style {
        LineStyle::Back => "again",
        LineStyle::Error => "on error",
        _ => names,
    };
    let _ = writeln!(text, "\"><title>{}</title></path>", xml(title));
    if let Some((x, y)) = label {
        let _ = writeln!(text, "<text class=\"value\" x=\"{x}\" y=\"{y}\">{}</text>", xml(names));
    }
}
