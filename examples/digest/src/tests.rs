//! Tests of reading, splitting and summarizing.
use crate::keywords::{Keyword, MAX_AROUND, MAX_TERMS, TermCounts, keywords, sentences_around};
use crate::read::{Format, MAX_PIECE, Piece, Pieces, ReadError};
use crate::sentences::{ABBREVIATIONS, MAX_SENTENCE, NUMBERED, Splitter, for_each_sentence};
use crate::stop_words::STOP_WORDS;
use crate::summary::{best_sentences, without_worst};
use crate::words::{Size, Stats, syllables};
use crate::{digest, document::Document};
use runnable::prelude::*;
use runnable_view::GraphPicture;
use std::error::Error;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::{fs, path::Path};

/// Reads plain text.
fn plain<R: BufRead>(reader: R) -> Pieces<R> {
    Pieces::new(reader, Format::Plain)
}

/// Measures a whole text.
fn measure(reader: impl BufRead) -> Result<Stats, ReadError> {
    let mut stats = Stats::default();
    for_each_sentence(plain(reader), |sentence| {
        stats.add_sentence(sentence);
        ControlFlow::Continue(())
    })?;
    Ok(stats)
}

/// Splits a text into its sentences.
fn sentences(text: &str, format: Format) -> Vec<String> {
    let mut sentences = vec![];
    for_each_sentence(Pieces::new(text.as_bytes(), format), |sentence| {
        sentences.push(sentence.to_owned());
        ControlFlow::Continue(())
    })
    .unwrap();
    sentences
}

fn split_sentences(text: &str) -> Vec<String> {
    sentences(text, Format::Plain)
}

/// Returns a text that repeats `unit` up to `length` bytes without holding it in memory.
fn repeated(unit: &'static str, length: u64) -> impl BufRead {
    struct Repeat(&'static [u8], usize);
    impl Read for Repeat {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let part = &self.0[self.1..];
            let used = part.len().min(buffer.len());
            buffer[..used].copy_from_slice(&part[..used]);
            self.1 = (self.1 + used) % self.0.len();
            Ok(used)
        }
    }
    BufReader::new(Repeat(unit.as_bytes(), 0).take(length))
}

#[test]
fn word_lists_are_sorted_for_binary_search() {
    for list in [ABBREVIATIONS, NUMBERED, STOP_WORDS] {
        assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[0] > pair[1]));
    }
}

#[test]
fn empty_and_blank_inputs_are_errors() {
    for text in ["", " \n\t\n", "\u{feff}"] {
        let error = measure(text.as_bytes()).unwrap_err();
        assert!(error.to_string().starts_with("the file contains no text; name a file"), "{error}");
    }
}

#[test]
fn a_nul_byte_is_an_error_with_its_offset() {
    let error = keywords(plain(&b"some\ntext\0"[..]), 3).unwrap_err();
    assert!(error.to_string().starts_with("the file is binary: NUL byte at offset 9; "), "{error}");
}

#[test]
fn invalid_utf8_is_an_error_with_its_offset() {
    for (bytes, at) in [(&b"one\ntwo \xff three"[..], 8), (&b"cut short \xe2\x82"[..], 10)] {
        let error = sentences_around(plain(bytes), "x").unwrap_err();
        assert!(matches!(error, ReadError::NotUtf8 { offset } if offset == at), "{error}");
    }
}

#[test]
fn a_failing_reader_is_the_source_of_the_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("unplugged"))
        }
    }
    let error = measure(BufReader::new(Broken)).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "unplugged");
}

#[test]
fn pieces_of_a_long_line_add_up_to_the_line() {
    for unit in ["naïve café ", "日本語", "x"] {
        let line = unit.repeat(20_000);
        let mut pieces = plain(BufReader::with_capacity(7, line.as_bytes()));
        let mut joined = String::new();
        while let Some(piece) = pieces.next_piece().unwrap() {
            assert!(piece.text.len() <= MAX_PIECE);
            joined.push_str(piece.text);
        }
        assert_eq!(joined, line);
    }
}

#[test]
fn sentences_end_at_marks_and_empty_lines() {
    assert_eq!(
        split_sentences("A title\n\nIt works! Does it?\nYes, on\r\nthree lines… \"Good.\" (Fine.) End"),
        ["A title", "It works!", "Does it?", "Yes, on three lines…", "\"Good.\"", "(Fine.)", "End"],
    );
    assert_eq!(split_sentences("これは本です。「はい。」そう！"), ["これは本です。", "「はい。」", "そう！"]);
}

#[test]
fn abbreviations_initials_and_numbers_do_not_end_sentences() {
    let whole = [
        "Dr. Smith met Mrs. J. R. Jones at 3.14 p.m. sharp.",
        "See fig. 3 and e.g. Section 2.",
        "1. The first item.",
        "They sell nails, screws etc. in boxes.",
        "\"Really?\" he asked.",
    ];
    for text in whole {
        assert_eq!(split_sentences(text), [text]);
    }
    assert_eq!(split_sentences("He said no. Then he left."), ["He said no.", "Then he left."]);
    assert_eq!(split_sentences("So do I. We agree."), ["So do I.", "We agree."]);
}

#[test]
fn sentences_do_not_depend_on_how_the_text_arrives() {
    let text = "Dr. No came. \"Why?\" he asked… Nobody knew! See no. 5.\n\n* * *\n\nThe end".repeat(40);
    let mut splitter = Splitter::default();
    let mut sentences = Vec::new();
    for (at, c) in text.char_indices() {
        let piece = Piece { text: &text[at..at + c.len_utf8()], ends_line: c == '\n' };
        splitter.push(piece, |sentence| sentences.push(sentence.to_owned()));
    }
    splitter.finish(|sentence| sentences.push(sentence.to_owned()));
    assert_eq!(sentences, split_sentences(&text));
}

#[test]
fn an_endless_sentence_is_cut_between_words() {
    for unit in ["word ", "日本語", "... ", "......", "?) "] {
        for sentence in split_sentences(&unit.repeat(10_000)) {
            assert!(sentence.len() <= MAX_SENTENCE);
            assert!(unit != "word " || sentence.ends_with("word"));
        }
    }
}

#[test]
fn syllables_are_close_for_common_words() {
    for (word, count) in
        [("cat", 1), ("make", 1), ("table", 2), ("reading", 2), ("walked", 1), ("wanted", 2), ("the", 1), ("Café", 2)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn statistics_span_lines() {
    let text = "The cat sat\non the mat. It slept.\n";
    let stats = measure(text.as_bytes()).unwrap();
    assert_eq!(stats, Stats { words: 8, sentences: 2, syllables: 8, characters: 34 });
    let ease = stats.reading_ease().unwrap();
    assert!((ease - 118.175).abs() < 1e-9, "{ease}");
    assert_eq!(Stats::default().reading_ease(), None);
}

#[test]
fn keywords_are_the_most_frequent_words_without_stop_words() {
    let text = "The pump and the valve. The pump's seal; a PUMP, a valve, 1234 1234 1234 1234.";
    let found = keywords(plain(text.as_bytes()), 2).unwrap();
    let expected = [("pump", 3), ("valve", 2)].map(|(word, count)| Keyword { word: word.into(), count });
    assert_eq!(found, expected);
}

#[test]
fn term_counts_stay_bounded_and_keep_the_frequent_words() {
    let mut counts = TermCounts::default();
    for n in 0..150_000 {
        counts.add(&format!("word{n} signal"));
        assert!(counts.counts.len() <= MAX_TERMS);
    }
    assert_eq!(counts.top(1), [Keyword { word: "signal".into(), count: 150_000 }]);
}

#[test]
fn sentences_around_a_keyword_are_the_first_three_with_the_whole_word() {
    let text = "A pumpkin. One pump. Two: the Pump's seal. None. Three PUMP! Four pump.";
    assert_eq!(
        sentences_around(plain(text.as_bytes()), "pump").unwrap(),
        ["One pump.", "Two: the Pump's seal.", "Three PUMP!"],
    );
    assert_eq!(sentences_around(plain(text.as_bytes()), "pump seal").unwrap(), ["Two: the Pump's seal."]);
    assert!(sentences_around(plain(text.as_bytes()), " ").unwrap().is_empty());
}

#[test]
fn reading_stops_after_the_third_matching_sentence() {
    let text = format!("{}\0", "The pump runs.\n".repeat(2_000));
    assert_eq!(sentences_around(plain(text.as_bytes()), "pump").unwrap().len(), MAX_AROUND);
}

/// Summarizes a fixed text in at most `count` sentences, less the worst `less`.
fn summary(count: usize, keywords_: usize, less: usize, limit: usize) -> Vec<String> {
    let text = "It rained all day in the old town. The valve protects the pump from high pressure. \
        Nobody came to the market on Monday. The pump feeds the valve with clean water. Pump! Good night.";
    let keywords = keywords(plain(text.as_bytes()), keywords_).unwrap();
    let best = best_sentences(plain(text.as_bytes()), &keywords, count).unwrap();
    without_worst(&best, less, limit)
}

#[test]
fn a_summary_has_the_best_sentences_in_reading_order() {
    let both = ["The valve protects the pump from high pressure.", "The pump feeds the valve with clean water."];
    assert_eq!(summary(2, 2, 0, 600), both);
    assert_eq!(summary(3, 2, 1, 600), both);
    assert_eq!(summary(1, 0, 0, 600), ["It rained all day in the old town."]);
}

#[test]
fn a_summary_keeps_one_sentence_and_cuts_it_between_words() {
    assert_eq!(summary(5, 2, 4, 48), ["The valve protects the pump from high pressure."]);
    assert_eq!(summary(5, 2, 9, 47), ["The valve protects the pump from high…"]);
    assert_eq!(summary(5, 2, 9, 12), ["The valve…"]);
    assert_eq!(summary(5, 2, 9, 11), ["The valve…"]);
    assert_eq!(summary(5, 2, 9, 10), ["The…"]);
    assert_eq!(summary(5, 2, 9, 1), ["…"]);
}

#[test]
fn a_text_that_fits_is_short_and_a_long_one_gets_a_longer_summary() {
    let text = |sentences, characters| Stats { sentences, characters, ..Stats::default() };
    assert_eq!(text(9, 600).size(600), Size::Short);
    assert_eq!(text(9, 601).size(600), Size::Long { count: 5 });
    assert_eq!(text(900, 9_000).size(600), Size::Long { count: 15 });
}

/// Returns the sentences of a Markdown text.
fn prose(text: &str) -> Vec<String> {
    sentences(text, Format::Markdown)
}

#[test]
fn fenced_code_is_skipped() {
    assert_eq!(prose("Before\n```rust,ignore\nCode. More.\n```\nafter."), ["Before", "after."]);
    assert_eq!(prose("Before.\n~~~~\n~~~\n```\nCode.\n~~~~~ \nAfter."), ["Before.", "After."]);
    assert_eq!(prose("1. Item.\n   ```\n   Code.\n   ```\n- ```\n  Code.\n  ```\nAfter."), ["1. Item.", "After."]);
    assert_eq!(prose("> ```\n> Code.\nAfter."), ["After."]);
    assert_eq!(
        prose("A ``` in a line. ```Three``` ticks.\n``` a `b` ```\nGo."),
        ["A ``` in a line.", "```Three``` ticks.", "``` a `b` ``` Go."]
    );
    assert_eq!(prose("Before.\n```\nCode without an end."), ["Before."]);
}

#[test]
fn comments_and_tables_are_skipped() {
    assert_eq!(
        prose("One\n<!-- A comment. -->\ntwo\n<!-- It continues\nhere. --> still\nthree"),
        ["One", "two", "three"]
    );
    assert_eq!(
        prose("Title\n=====\nText.\n\n| a. | b. |\n|----|:--:|\n| c. | d. |\n\nEnd."),
        ["Title", "Text.", "End."]
    );
    assert_eq!(prose("a | b\n--- | ---\nEnd."), ["a | b", "End."]);
}

#[test]
fn front_matter_is_skipped() {
    assert_eq!(prose("---\ntitle: A. B.\n\ntags: c\n---\nText."), ["Text."]);
    assert_eq!(prose("+++\ntitle = 1\n---\n+++\nText.\n---\nMore."), ["Text.", "More."]);
    assert_eq!(prose("---\n\nA thematic break. Text."), ["A thematic break.", "Text."]);
    assert_eq!(prose("Text.\n\n---\nno: front matter\n---\n"), ["Text.", "no: front matter"]);
}

#[test]
fn plain_text_keeps_fences() {
    assert_eq!(split_sentences("A.\n\n```\nCode.\n```\nB."), ["A.", "``` Code.", "``` B."]);
}

#[test]
fn markdown_is_skipped_in_lines_of_any_length() {
    let long = "word ".repeat(MAX_PIECE);
    let text = format!("```\n{long}\n```\n<!-- {long} -->\n| {long}\nA line. The {long}");
    let (first, rest) = sentences(&text, Format::Markdown).into_iter().partition::<Vec<_>, _>(|s| s == "A line.");
    assert_eq!(first.len(), 1);
    assert_eq!(rest.iter().map(|s| s.split(' ').count()).sum::<usize>(), MAX_PIECE + 1);
    let error = keywords(Pieces::new(&b"```\ncode\n```\n"[..], Format::Markdown), 3).unwrap_err();
    assert!(matches!(error, ReadError::Empty));
}

#[test]
fn one_enormous_line_is_read_to_its_end() {
    let length = 4 * 1024 * 1024;
    let stats = measure(repeated("The quick pump runs. ", length)).unwrap();
    assert_eq!(stats.sentences, length.div_ceil(21));
    let unbroken = measure(repeated("x", length)).unwrap();
    assert_eq!(unbroken.sentences, length / MAX_SENTENCE as u64);
}

#[test]
fn the_picture_in_the_readme_is_the_graph_of_the_pipeline() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures/digest.svg");
    let picture = GraphPicture::new(&crate::Digest::graph()).svg();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &picture).expect("the picture can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == picture, "the picture is old: run this test with `UPDATE_DOCS=1`");
}

#[test]
fn a_document_is_digested_from_its_path() {
    let text = "The pump runs. ".repeat(3);
    let file = std::env::temp_dir().join(format!("digest_{}.txt", std::process::id()));
    fs::write(&file, text).expect("the text can be written");
    let document: Document = serde_json::from_value(file.to_str().into()).expect("the file exists");
    let report = runnable::test::run(digest(document, 600)).paused();
    fs::remove_file(&file).expect("the text can be removed");
    let output = report.output().expect("the run succeeds");
    assert_eq!((output.stats.words, &*output.summary.join(" ")), (9, "The pump runs. The pump runs. The pump runs."));
    let missing = serde_json::from_value::<Document>("no such file".into()).expect_err("no such file");
    assert!(missing.to_string().starts_with("no such file; check the path"), "{missing}");
}
