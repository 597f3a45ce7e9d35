//! Properties of pictures of random graphs.

use super::{
    GraphPicture,
    font::text_width,
    layout::{Box, Layout, Line, layout},
    picture::Texts,
    tree::Tree,
};
use runnable_graph::{
    __private::{Form, Piece, Shape, Wire},
    Graph,
};

/// A generator of numbers, by `xorshift`.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("a small number")
    }
}

const NAMES: [&str; 8] =
    ["a", "load", "translate", "日本語", "<b>\"&'", "with_a_very_long_name_that_must_be_shortened_somewhere", "x", "i"];

/// Returns a graph of nested composites of all kinds, with values between its steps.
fn random(seed: u64, size: usize) -> Graph {
    let (mut random, mut pieces) = (Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1), Vec::<Piece<'_>>::new());
    let names: Vec<_> = (0..size).map(|i| format!("{}{i}", NAMES[i % NAMES.len()])).collect();
    // The numbers of composites that take further nodes.
    let mut open = vec![0];
    while pieces.len() < size {
        let (up, name) = (open[random.below(open.len())], names[pieces.len()].as_str());
        let mut add = |up: usize, name, form| {
            pieces.push(Piece(up, name, form));
            pieces.len()
        };
        match random.below(12) {
            0 => {
                let at = add(up, "", Form::Parallel);
                open.extend([add(at, name, Form::Branch), add(at, "", Form::Branch)]);
            }
            1 => open.push(add(up, name, Form::Map)),
            2 => {
                let at = add(up, "", Form::Match("kind(\"a\") <&> b"));
                open.extend([add(at, "", Form::Arm("Some(_)")), add(at, "", Form::Arm("None"))]);
            }
            3 => open.push(add(up, name, Form::Repeat("5", "score > 0.9 && \u{1b}[31m"))),
            4 => {
                let at = add(up, "", Form::Try);
                open.extend([add(at, "", Form::Group), add(at, "", Form::Else)]);
            }
            5 => open.push(add(up, "", Form::Group)),
            _ => {
                add(up, name, Form::Step(Shape::Task(name)));
            }
        }
    }
    let steps: Vec<_> = (1..=pieces.len()).filter(|i| matches!(pieces[i - 1].2, Form::Step(_))).collect();
    let wires: Vec<_> = (0..steps.len() * 2)
        .map(|i| {
            let (a, b) = (steps[random.below(steps.len())], steps[random.below(steps.len())]);
            Wire::Data(a.min(b), 0, a.max(b), 0, NAMES[i % NAMES.len()])
        })
        .filter(|wire| !matches!(wire, Wire::Data(a, _, b, ..) if a == b))
        .collect();
    Graph::new(Shape::Pipeline("random", &pieces, &wires))
}

fn contains(outer: Box, inner: Box) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.w <= outer.x + outer.w
        && inner.y + inner.h <= outer.y + outer.h
}

fn disjoint(a: Box, b: Box) -> bool {
    a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
}

/// Returns `true` if a line crosses the inside of a box.
fn crosses(line: &Line, place: Box) -> bool {
    line.points.windows(2).any(|pair| {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        x1.min(x2) < place.x + place.w && x1.max(x2) > place.x && y1.min(y2) < place.y + place.h && y1.max(y2) > place.y
    })
}

/// Returns the place of a text at its baseline, with its ascenders and descenders.
fn text_box((x, y): (i32, i32), text: &str) -> Box {
    Box { x, y: y - 10, w: text_width(text), h: 13, ..Box::default() }
}

/// Returns the places of all texts beside lines, and in headers and footers.
fn labels(places: &Layout, texts: &[Texts]) -> Vec<(String, Box)> {
    let of_lines =
        places.lines.iter().filter_map(|line| Some((line.names.clone(), text_box(line.label?, &line.names))));
    let composites = places.boxes.iter().zip(texts).filter(|(place, _)| place.header > 0);
    let of_boxes = composites.flat_map(|(place, texts)| {
        let at = |y: i32, text: &String| (text.clone(), text_box((place.x + 12, y), text));
        let bottom = place.y + place.h;
        [at(place.y + 16, &texts.title), at(place.y + 32, &texts.note), at(bottom - 6, &texts.footer)]
    });
    of_lines.chain(of_boxes).filter(|(text, _)| !text.is_empty()).collect()
}

/// Returns `true` if a point is on the border of a box, or of its header or its footer.
fn touches(place: Box, (x, y): (i32, i32)) -> bool {
    let inside = x >= place.x && x <= place.x + place.w && y >= place.y && y <= place.y + place.h;
    let edge = [place.x, place.x + place.w].contains(&x)
        || [place.y, place.y + place.h, place.y + place.header, place.y + place.h - place.footer].contains(&y);
    inside && edge
}

fn check(graph: &Graph) {
    let picture = GraphPicture::new(graph);
    let (tree, texts) = (Tree::new(graph), picture.texts());
    let places = layout(&tree, &texts);
    for (a, place) in places.boxes.iter().enumerate() {
        let text = &texts[a];
        let widest = [&text.title, &text.note, &text.footer].map(|text| text_width(text)).into_iter().max();
        assert!(widest.expect("texts") <= place.w, "the text of {a} is in its box");
        assert!(place.x >= 0 && place.x + place.w <= places.width && place.y + place.h <= places.height);
        if let Some(parent) = tree.parent(a) {
            let around = places.boxes[parent];
            assert!(contains(around, *place) && place.y >= around.y + around.header, "{a} is inside {parent}");
        }
        for sibling in tree.inside(tree.parent(a)).iter().filter(|sibling| **sibling != a) {
            assert!(disjoint(*place, places.boxes[*sibling]), "{a} and {sibling} overlap");
        }
    }
    for line in &places.lines {
        for end in [line.points[0], line.points[line.points.len() - 1]] {
            assert!(places.boxes.iter().any(|place| touches(*place, end)), "{line:?} ends on a box");
        }
        // No line leads through a step.
        for (at, place) in places.boxes.iter().enumerate().filter(|(at, _)| tree.inside(Some(*at)).is_empty()) {
            assert!(!crosses(line, *place), "{line:?} leads through {at}");
        }
    }
    for (text, label) in labels(&places, &texts) {
        assert!(label.x + label.w <= places.width, "{text:?} is in the picture");
        for line in &places.lines {
            assert!(!crosses(line, label), "{line:?} leads through the text {text:?}");
        }
        for place in places.boxes.iter().filter(|place| place.header == 0) {
            assert!(disjoint(label, *place), "the text {text:?} is outside of steps");
        }
    }
    let svg = picture.svg();
    assert_eq!(svg, GraphPicture::new(graph).svg());
    assert!(!svg.chars().any(|c| c.is_control() && c != '\n'), "no control characters");
    well_formed(&svg);
    let dot = picture.dot();
    assert_eq!(dot, GraphPicture::new(graph).dot());
    assert_eq!(clusters(&dot), 0);
}

/// Checks that elements are closed in order, and that `<` and `&` are used for markup only.
fn well_formed(xml: &str) {
    let mut open = vec![];
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        assert!(!text.contains('>') || text.trim_start().starts_with('.'), "{text}");
        for entity in text.split('&').skip(1).chain(tag.split('&').skip(1)) {
            let name = entity.split_once(';').expect("an entity ends").0;
            assert!(["amp", "lt", "gt", "quot", "#39"].contains(&name), "{name}");
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split([' ', '\n']).next().expect("a name")),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// Reads a file of Graphviz: quoted strings, with balanced braces outside. Returns the number of open braces.
fn clusters(dot: &str) -> i32 {
    let (mut open, mut quoted, mut escaped) = (0, false, false);
    for character in dot.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' if !quoted => open += 1,
            '}' if !quoted => open -= 1,
            _ => {}
        }
    }
    assert!(!quoted, "a string ends");
    open
}

#[test]
fn boxes_of_random_graphs_do_not_overlap_and_no_line_leads_through_a_step_or_a_text() {
    for seed in 0..300 {
        check(&random(seed, 1 + usize::try_from(seed % 60).expect("small")));
    }
    check(&random(1, 500));
}

#[test]
fn text_of_the_user_is_quoted() {
    let pieces = [
        Piece(0, "", Form::Match("a\\\"\n</title><script>")),
        Piece(1, "", Form::Arm("\"x\\")),
        Piece(2, "s", Form::Step(Shape::Task("]]>\u{1b}\u{ffff}"))),
    ];
    let graph = Graph::new(Shape::Pipeline("\"}\\", &pieces, &[]));
    check(&graph);
    let (dot, svg) = (GraphPicture::new(&graph).dot(), GraphPicture::new(&graph).svg());
    assert!(dot.starts_with("digraph \"\\\"}\\\\\" {"), "{dot}");
    assert!(!svg.contains("<script"), "{svg}");
}

#[test]
fn an_empty_graph_and_a_task_have_pictures() {
    check(&Graph::new(Shape::Task("shout")));
    check(&Graph::new(Shape::Pipeline("empty", &[], &[])));
}
