// SPDX-License-Identifier: Apache-2.0
//! pipeline ENGINE NAMES.tsv ARTICLES.jsonl OUTPUT.graphml: what an expert would write. JSON that copies no text, the leftmost longest
//! names that are whole words, each pair of entities of an article once in a fast hash map, GraphML through one buffer.
use rivals::{is_whole, names_of, Automaton};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::io::{BufWriter, Result, Write};

#[derive(serde::Deserialize)]
struct Article<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="node" attr.name="label" attr.type="string"/>
<key id="a" for="node" attr.name="articles" attr.type="int"/>
<key id="w" for="edge" attr.name="weight" attr.type="int"/>
<graph edgedefault="undirected">
"#;

fn escaped(label: &str) -> Cow<'_, str> {
    if !label.contains(['&', '<', '>']) {
        return Cow::Borrowed(label);
    }
    Cow::Owned(label.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

fn write(path: &str, labels: &[&str], articles: &[u32], pairs: &FxHashMap<u64, u32>) -> Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, std::fs::File::create(path)?);
    out.write_all(HEAD.as_bytes())?;
    for (entity, count) in articles.iter().enumerate().filter(|(_, count)| **count > 0) {
        let label = escaped(labels[entity]);
        writeln!(out, "<node id=\"n{entity}\"><data key=\"l\">{label}</data><data key=\"a\">{count}</data></node>")?;
    }
    for (pair, weight) in pairs {
        writeln!(out, "<edge source=\"n{}\" target=\"n{}\"><data key=\"w\">{weight}</data></edge>", pair >> 32, *pair as u32)?;
    }
    out.write_all(b"</graph>\n</graphml>\n")
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let table = std::fs::read_to_string(&arguments[2]).unwrap();
    let (names, entities) = names_of(&table);
    let mut labels = vec![""; entities.iter().max().map_or(0, |most| *most as usize + 1)];
    for (name, entity) in names.iter().zip(&entities).rev() {
        labels[*entity as usize] = name; // the first name of an entity is its label
    }
    let automaton = Automaton::new(&arguments[1], &names, false);
    let json = std::fs::read(&arguments[3]).unwrap();
    let mut pairs: FxHashMap<u64, u32> = FxHashMap::default();
    let mut articles = vec![0u32; labels.len()];
    let mut named: Vec<u32> = vec![];
    for line in json.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let article: Article = serde_json::from_slice(line).unwrap();
        named.clear();
        automaton.longest(&article.text, |hit| {
            if is_whole(article.text.as_bytes(), hit) {
                named.push(entities[hit.2 as usize]);
            }
        });
        named.sort_unstable();
        named.dedup();
        for (at, one) in named.iter().enumerate() {
            articles[*one as usize] += 1;
            for other in &named[at + 1..] {
                *pairs.entry((*one as u64) << 32 | *other as u64).or_insert(0) += 1;
            }
        }
    }
    write(&arguments[4], &labels, &articles, &pairs).unwrap();
    println!("{} nodes, {} edges", articles.iter().filter(|count| **count > 0).count(), pairs.len());
}
