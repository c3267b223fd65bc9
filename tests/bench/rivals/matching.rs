// SPDX-License-Identifier: Apache-2.0
//! matching ENGINE NAMES.tsv [TEXT.txt]: an automaton as a rival of bench_all.
//!
//! ENGINE is aho-corasick, daachorse or daachorse-charwise: finds all names, drops those that are no whole words and keeps the leftmost
//! longest of the rest. With "-habit" behind it, it does what most users do: takes the leftmost longest and drops what is no whole
//! word, which loses names. Without a text it only builds. With one it prints a line of JSON when it is ready, and searches
//! the text once for each line that it reads, and prints a line for it.
use rivals::{is_whole, names_of, Automaton, Hit};
use std::io::{BufRead, Write};
use std::time::Duration;

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}
extern "C" {
    fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
}

/// CPU time of this process: other programs of the machine do not count.
fn cpu() -> Duration {
    let mut time = Timespec { seconds: 0, nanoseconds: 0 };
    unsafe { clock_gettime(2, &mut time) };
    Duration::new(time.seconds as u64, time.nanoseconds as u32)
}

fn since(begin: Duration) -> f64 {
    (cpu() - begin).as_secs_f64()
}

#[derive(Default)]
struct Found {
    names: u64,
    sum: u64,
}

impl Found {
    fn add(&mut self, (begin, _, name): Hit) {
        self.names += 1;
        self.sum = self.sum.wrapping_add((name as u64 + 1).wrapping_mul(begin as u64 | 1));
    }
}

fn search(automaton: &Automaton, text: &str, habit: bool) -> Found {
    let mut found = Found::default();
    let bytes = text.as_bytes();
    if habit {
        automaton.longest(text, |hit| if is_whole(bytes, hit) { found.add(hit) });
        return found;
    }
    let mut hits: Vec<Hit> = vec![];
    automaton.all(text, |hit| if is_whole(bytes, hit) { hits.push(hit) });
    hits.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut free = 0;
    for hit in hits {
        if hit.0 >= free {
            free = hit.1;
            found.add(hit);
        }
    }
    found
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (engine, habit) = match arguments[1].strip_suffix("-habit") {
        Some(engine) => (engine, true),
        None => (arguments[1].as_str(), false),
    };
    let table = std::fs::read_to_string(&arguments[2]).unwrap();
    let (names, _) = names_of(&table);
    let begin = cpu();
    let automaton = Automaton::new(engine, &names, !habit);
    let build = since(begin);
    let Some(path) = arguments.get(3) else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let mut open = 0.0;
    if let Some(written) = automaton.written() {
        let begin = cpu();
        let opened = automaton.open(&written);
        open = since(begin);
        drop(opened);
    }
    println!("{{\"build\":{build:.4},\"open\":{open:.5},\"bytes\":{}}}", text.len());
    for _ in std::io::stdin().lock().lines() {
        let begin = cpu();
        let found = search(&automaton, &text, habit);
        println!("{{\"seconds\":{:.5},\"found\":{},\"sum\":\"{:016x}\"}}", since(begin), found.names, found.sum);
        std::io::stdout().flush().unwrap();
    }
}
