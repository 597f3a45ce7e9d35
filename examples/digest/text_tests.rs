//! Tests of the text functions.
use std::io::{BufReader, Read};

use super::*;

/// A text that repeats `unit` up to `length` bytes without ever being in memory.
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
fn lists_that_are_searched_are_in_order() {
    for list in [ABBREVIATIONS, NUMBERED, STOP_WORDS] {
        assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[0] > pair[1]));
    }
}

#[test]
fn empty_and_blank_inputs_are_errors() {
    for text in ["", " \n\t\n", "\u{feff}"] {
        let error = Stats::read(text.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "the input is empty: there is no text to read");
    }
}

#[test]
fn a_nul_byte_is_an_error_that_says_where() {
    let error = keywords(&b"some\ntext\0"[..], 3).unwrap_err();
    assert_eq!(error.to_string(), "the input is binary, not text: NUL byte at offset 9");
}

#[test]
fn invalid_utf8_is_an_error_that_says_where() {
    for (bytes, at) in [(&b"one\ntwo \xff three"[..], 8), (&b"cut short \xe2\x82"[..], 10)] {
        let error = sentences_around(bytes, "x").unwrap_err();
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
    let error = Stats::read(BufReader::new(Broken)).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "unplugged");
}

#[test]
fn pieces_of_a_long_line_add_up_to_the_line() {
    for unit in ["naïve café ", "日本語", "x"] {
        let line = unit.repeat(20_000);
        let mut pieces = Pieces::new(BufReader::with_capacity(7, line.as_bytes()));
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
    let text = "Dr. No came. \"Why?\" he asked… Nobody knew! It was no. 5.\n\n* * *\n\nThe end".repeat(40);
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
    let stats = Stats::read(text.as_bytes()).unwrap();
    assert_eq!(stats, Stats { words: 8, sentences: 2, syllables: 8 });
    let ease = stats.reading_ease().unwrap();
    assert!((ease - 118.175).abs() < 1e-9, "{ease}");
    assert_eq!(Stats::default().reading_ease(), None);
}

#[test]
fn keywords_are_the_frequent_words_that_mean_something() {
    let text = "The pump and the valve. The pump's seal; a PUMP, a valve, 1234 1234 1234 1234.";
    let found = keywords(text.as_bytes(), 2).unwrap();
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
        sentences_around(text.as_bytes(), "pump").unwrap(),
        ["One pump.", "Two: the Pump's seal.", "Three PUMP!"],
    );
    assert_eq!(sentences_around(text.as_bytes(), "pump seal").unwrap(), ["Two: the Pump's seal."]);
    assert!(sentences_around(text.as_bytes(), " ").unwrap().is_empty());
}

#[test]
fn nothing_is_read_after_the_third_sentence_is_found() {
    let text = format!("{}\0", "The pump runs.\n".repeat(2_000));
    assert_eq!(sentences_around(text.as_bytes(), "pump").unwrap().len(), MAX_AROUND);
}

#[test]
fn a_summary_has_the_best_sentences_in_reading_order() {
    let text = "It rained all day in the old town. The valve protects the pump from high pressure. \
        Nobody came to the market on Monday. The pump feeds the valve with clean water. Pump! Good night.";
    let keywords = keywords(text.as_bytes(), 2).unwrap();
    assert_eq!(
        summarize(text.as_bytes(), &keywords, 2).unwrap(),
        ["The valve protects the pump from high pressure.", "The pump feeds the valve with clean water."],
    );
    assert!(summarize(text.as_bytes(), &keywords, 0).unwrap().is_empty());
    assert_eq!(summarize(text.as_bytes(), &[], 1).unwrap(), ["It rained all day in the old town."]);
}

#[test]
fn one_enormous_line_is_read_to_its_end() {
    let length = 4 * 1024 * 1024;
    let stats = Stats::read(repeated("The quick pump runs. ", length)).unwrap();
    assert_eq!(stats.sentences, length.div_ceil(21));
    let unbroken = Stats::read(repeated("x", length)).unwrap();
    assert_eq!(unbroken.sentences, length / MAX_SENTENCE as u64);
}
