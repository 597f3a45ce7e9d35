//! Summaries of the sentences that are most relevant to the keywords.

use crate::keywords::Keyword;
use crate::read::{Pieces, ReadError};
use crate::sentences::for_each_sentence;
use crate::words::{length, normalize, ratio, words};
use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::{io::BufRead, ops::ControlFlow};

/// A sentence that may become part of the summary; a greater candidate is better.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(crate) struct Candidate {
    score: f64,
    index: u64,
    sentence: String,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.index.cmp(&self.index))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

/// Chooses the sentences that are most relevant to the keywords; holds at most `limit` of them.
#[derive(Debug)]
pub(crate) struct Summarizer {
    weights: HashMap<String, f64>,
    limit: usize,
    index: u64,
    best: BinaryHeap<Reverse<Candidate>>,
}

impl Summarizer {
    /// Creates a summarizer that chooses the best `limit` sentences.
    pub(crate) fn new(keywords: &[Keyword], limit: usize) -> Self {
        let most = keywords.iter().map(|keyword| keyword.count).max().unwrap_or(1).max(1);
        let weights = keywords.iter().map(|keyword| (keyword.word.clone(), ratio(keyword.count, most))).collect();
        Self { weights, limit, index: 0, best: BinaryHeap::new() }
    }

    /// Considers the next sentence of the text.
    pub(crate) fn sentence(&mut self, sentence: &str) {
        let index = self.index;
        self.index += 1;
        let score = self.score(sentence, index);
        let full = self.best.len() >= self.limit;
        // An equal score does not displace an earlier sentence.
        if full && self.best.peek().is_none_or(|Reverse(worst)| score <= worst.score) {
            return;
        }
        if full {
            self.best.pop();
        }
        self.best.push(Reverse(Candidate { score, index, sentence: sentence.to_owned() }));
    }

    /// Returns the chosen sentences, best first.
    pub(crate) fn finish(self) -> Vec<Candidate> {
        self.best.into_sorted_vec().into_iter().map(|Reverse(candidate)| candidate).collect()
    }

    /// Scores a sentence: the weights of its distinct keywords, damped by its length, raised near
    /// the start.
    fn score(&self, sentence: &str, index: u64) -> f64 {
        let mut length = 0;
        let mut seen = HashSet::new();
        let mut weight = 0.0;
        for word in words(sentence) {
            length += 1;
            let term = normalize(word);
            if let Some(term_weight) = self.weights.get(&term)
                && seen.insert(term)
            {
                weight += term_weight;
            }
        }
        // A sentence of fewer than five words is a heading or an exclamation, not a statement.
        let shape = if length < 5 { 0.25 } else { 1.0 };
        let position = 1.0 + 0.5 / (1.0 + ratio(index, 5));
        shape * position * weight / ratio(length.max(8), 1).sqrt()
    }
}

/// Returns the `count` sentences of a text that are most relevant to the keywords, best first.
///
/// # Errors
///
/// Fails if the input is empty, is not text, or cannot be read.
pub(crate) fn best_sentences(
    pieces: Pieces<impl BufRead>,
    keywords: &[Keyword],
    count: usize,
) -> Result<Vec<Candidate>, ReadError> {
    let mut summarizer = Summarizer::new(keywords, count);
    for_each_sentence(pieces, |sentence| {
        summarizer.sentence(sentence);
        ControlFlow::Continue(())
    })?;
    Ok(summarizer.finish())
}

/// Returns a summary in reading order without its worst `less` candidates. At least one sentence
/// stays, cut if it is longer than `limit` characters.
pub(crate) fn without_worst(best: &[Candidate], less: usize, limit: usize) -> Vec<String> {
    let kept = best.len().saturating_sub(less).max(1);
    let mut kept: Vec<_> = best.iter().take(kept).collect();
    kept.sort_unstable_by_key(|candidate| candidate.index);
    match kept[..] {
        [only] => vec![cut(&only.sentence, limit)],
        _ => kept.into_iter().map(|candidate| candidate.sentence.clone()).collect(),
    }
}

/// Cuts `sentence` to the words that fit into `limit` characters together with `…` and a line
/// break.
fn cut(sentence: &str, limit: usize) -> String {
    if length(sentence) <= limit {
        return sentence.to_owned();
    }
    let room = limit.saturating_sub(2);
    let end = sentence.char_indices().nth(room).map_or(sentence.len(), |(at, _)| at);
    let end = if sentence[end..].starts_with(' ') { end } else { sentence[..end].rfind(' ').unwrap_or(end) };
    format!("{}…", sentence[..end].trim_end())
}
