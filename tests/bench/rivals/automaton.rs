// SPDX-License-Identifier: Apache-2.0
//! The automata of two crates behind one face, and what a whole word is.
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder, MatchKind};

/// A name at its place: first byte, the byte behind it, its number.
pub type Hit = (usize, usize, u32);

/// Letters, digits and "_"; beyond ASCII all but punctuation, which is U+2000 to U+206F.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_punctuation(lead: &[u8]) -> bool {
    lead.len() >= 2 && lead[0] == 0xE2 && (lead[1] | 1) == 0x81
}

pub fn is_whole(text: &[u8], (begin, end, _): Hit) -> bool {
    let open = begin == 0 || match text[begin - 1] {
        byte if byte < 0x80 => !is_word(byte),
        _ => begin >= 3 && is_punctuation(&text[begin - 3..]),
    };
    open && (end == text.len() || match text[end] {
        byte if byte < 0x80 => !is_word(byte),
        _ => is_punctuation(&text[end..]),
    })
}

pub enum Automaton {
    AhoCorasick(AhoCorasick),
    Bytewise(DoubleArrayAhoCorasick<u32>),
    Charwise(CharwiseDoubleArrayAhoCorasick<u32>),
}

impl Automaton {
    /// `all`: finds every name, also those that overlap; otherwise the leftmost longest.
    pub fn new(engine: &str, names: &[&str], all: bool) -> Automaton {
        let kind = if all { MatchKind::Standard } else { MatchKind::LeftmostLongest };
        match engine {
            "aho-corasick" => Automaton::AhoCorasick(
                AhoCorasick::builder()
                    .match_kind(if all { aho_corasick::MatchKind::Standard } else { aho_corasick::MatchKind::LeftmostLongest })
                    .kind(Some(AhoCorasickKind::ContiguousNFA))
                    .build(names)
                    .unwrap(),
            ),
            "daachorse" => Automaton::Bytewise(DoubleArrayAhoCorasickBuilder::new().match_kind(kind).build(names).unwrap()),
            _ => Automaton::Charwise(CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(kind).build(names).unwrap()),
        }
    }

    /// Calls `see` for every name.
    pub fn all(&self, text: &str, mut see: impl FnMut(Hit)) {
        match self {
            Automaton::AhoCorasick(of) => of.find_overlapping_iter(text).for_each(|m| see((m.start(), m.end(), m.pattern().as_u32()))),
            Automaton::Bytewise(of) => of.find_overlapping_iter(text).for_each(|m| see((m.start(), m.end(), m.value()))),
            Automaton::Charwise(of) => of.find_overlapping_iter(text).for_each(|m| see((m.start(), m.end(), m.value()))),
        }
    }

    /// Calls `see` for the leftmost longest names.
    pub fn longest(&self, text: &str, mut see: impl FnMut(Hit)) {
        match self {
            Automaton::AhoCorasick(of) => of.find_iter(text).for_each(|m| see((m.start(), m.end(), m.pattern().as_u32()))),
            Automaton::Bytewise(of) => of.leftmost_find_iter(text).for_each(|m| see((m.start(), m.end(), m.value()))),
            Automaton::Charwise(of) => of.leftmost_find_iter(text).for_each(|m| see((m.start(), m.end(), m.value()))),
        }
    }

    /// The form that is written to a file, and what opens it again; None where the crate has none.
    pub fn written(&self) -> Option<Vec<u8>> {
        match self {
            Automaton::AhoCorasick(_) => None,
            Automaton::Bytewise(of) => Some(of.serialize()),
            Automaton::Charwise(of) => Some(of.serialize()),
        }
    }

    pub fn open(&self, written: &[u8]) -> Automaton {
        // Safe, for the bytes are those that written() gave.
        match self {
            Automaton::Charwise(_) => Automaton::Charwise(unsafe { CharwiseDoubleArrayAhoCorasick::deserialize_unchecked(written).0 }),
            _ => Automaton::Bytewise(unsafe { DoubleArrayAhoCorasick::deserialize_unchecked(written).0 }),
        }
    }
}

/// The names of a table of lines "name, tab, number of its entity", and these numbers.
pub fn names_of(table: &str) -> (Vec<&str>, Vec<u32>) {
    table.lines().filter_map(|row| row.split_once('\t')).map(|(name, entity)| (name, entity.parse::<u32>().unwrap())).unzip()
}
