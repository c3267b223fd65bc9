# SPDX-License-Identifier: Apache-2.0
"""The rows of bench_all: each function measures one kind of work, prints what it saw and adds rows to the table of aims."""
import re
import subprocess

from fetch import has
from measure import Rival, printed_by, ratios, run, short, spread

# name, what runs it, its engine, most names that it is given, megabytes of text that it searches
RIVALS = [
    ("vectorscan", "vectorscan", "", 100_000, 0),
    ("daachorse", "rust", "daachorse", 5_000_000, 0),
    ("daachorse, by habit", "rust", "daachorse-habit", 5_000_000, 0),
    ("aho-corasick", "rust", "aho-corasick", 1_000_000, 0),
    ("aho-corasick, by habit", "rust", "aho-corasick-habit", 1_000_000, 0),
    ("ahocorasick-rs", "python", "", 1_000_000, 20),
    ("pyahocorasick", "python", "", 1_000_000, 10),
    ("FlashText", "python", "", 100_000, 4),
    ("spaCy PhraseMatcher", "python", "", 100_000, 0.5),
]


def command_of(bench, rival, size, text):
    """What starts a rival; None if it cannot be had or is not for so many names."""
    name, kind, engine, most, megabytes = rival
    files = [bench.made(f"names-{size}.tsv"), bench.made(f"{text}.txt")]
    if size > most or not bench.has[kind]:
        return None
    if kind == "vectorscan":
        return [bench.has[kind], *files]
    if kind == "rust":
        return [bench.has[kind] / "matching", engine, *files]
    return [bench.has[kind], "-B", bench.here / "rivals" / "matching.py", name, *files, str(min(megabytes, bench.most_megabytes))]


def started(bench, size, text):
    for rival in [rival for rival in RIVALS if text == "news" or rival[1] != "python"]:
        command = command_of(bench, rival, size, text)
        try:
            if command:
                yield Rival(rival[0], command)
        except RuntimeError as error:
            print(f"  left out: {error}")


def speed_of(line):
    return float(re.search(r"([\d.]+) MB/s", line)[1])


def words_and_names(bench, text, size):
    """MB a second of text: words, their language, and the names."""
    return speed_of(printed_by(bench.program("bench_words"), bench.made(f"{text}.jsonl"), "--gazetteer", bench.compiled(size),
                               "--rounds", "1", "--only", "names", cwd=bench.project).splitlines()[-1])


def tag(bench, articles, size, threads=1):
    return run(bench.entente, "tag", articles, "--gazetteer", bench.compiled(size), "--threads", str(threads), "--quiet")


def matching(bench):
    """Bare matching by rivals beside our words and names, and beside `entente tag` whole."""
    for size in bench.sizes:
        bench.attempt(f"matching {size} names", match_in, size, "news")
    if not bench.text:
        bench.attempt("matching in fresh text", match_in, bench.usual_size, "fresh")


def match_in(bench, size, text):
    articles = bench.made(f"{text}.jsonl")
    megabytes = bench.made(f"{text}.txt").stat().st_size / 1e6
    bench.compiled(size)
    names, whole, held = [], [], []
    rivals = list(started(bench, size, text))
    try:
        for _ in range(bench.rounds):
            used = tag(bench, articles, size)
            whole.append(megabytes / used.cpu)
            held.append(used.megabytes)
            names.append(words_and_names(bench, text, size))
            for rival in rivals:
                rival.search()
    finally:
        for rival in rivals:
            rival.end()
    print(f"\n{size:,} names in {megabytes:.0f} MB of {text}; MB of text a second of CPU time")
    print(f"  {'':24} {'MB/s':28} build s  open s    MB  found in a MB, sum")
    print(f"  {'entente tag, whole':24} {str(spread(whole)):28} {bench.compilings[size].cpu:7.2f} {'':7} {max(held):5.0f}")
    print(f"  {'entente, words and names':24} {spread(names)}")
    for rival in rivals:
        last = rival.rounds[-1]
        opening = f"{rival.opening:.4f}" if rival.opening else ""
        print(f"  {rival.name:24} {str(spread(rival.speeds())):28} {rival.build:7.2f} {opening:>7} {rival.memory:5.0f}"
              f"  {last['found'] / rival.megabytes:.1f}, {last['sum']}")
    bench.speeds[f"entente tag, {size:,} names, {text}"] = (1e-6 * articles.stat().st_size / megabytes, spread(whole).median)
    compare(bench, f"{size:,} names, {text}", size, names, whole, rivals)


FLOORS = {1000: (3, 4), 100_000: (6, 9), 1_000_000: (7, 10), 5_000_000: (7, 10)}  # and aims, of words and names


def compare(bench, what, size, names, whole, rivals):
    """Rows against the fastest; rivals in Python never are."""
    fast = [rival for rival in rivals if rival.name.startswith(("vectorscan", "daachorse", "aho-corasick"))]
    if len({rival.rounds[-1]["sum"] for rival in fast if "habit" not in rival.name}) > 1:
        raise RuntimeError("exact rivals do not find the same names at the same places")
    best = max(fast, key=lambda rival: spread(rival.speeds()).median, default=None)
    against = f"{what}, against {best.name if best else 'the best rival'}"
    bench.row(f"words and names, {against}", best and ratios(names, best.speeds()), *FLOORS.get(size, (None, None)))
    if size == bench.usual_size:
        bench.row(f"entente tag whole, {against}", best and ratios(whole, best.speeds()), 1.5, 3)


def instructions(bench):
    """Words by each set of instructions of this machine."""
    speeds = {}
    for _ in range(bench.rounds):
        for line in printed_by(bench.program("bench_words"), bench.made("part.jsonl"), "--rounds", "1", "--only", "words, ",
                               cwd=bench.project).splitlines()[1:]:
            name = re.match(r"words, (\S+) ", line)
            if name and name[1] != "language":
                speeds.setdefault(name[1], []).append(speed_of(line))
    print("\nwords alone, MB/s:", "; ".join(f"{name} {spread(of)}" for name, of in speeds.items()))
    for one, other, floor, aim in [("AVX2", "AVX-512", 0.6, 0.75), ("plain", "AVX2", 0.3, 0.5)]:
        both = one in speeds and other in speeds
        bench.row(f"words, {one} against {other}", ratios(speeds[one], speeds[other]) if both else None, floor, aim)


def feeds(bench):
    """Text in capitals and in small letters, which hide where names are."""
    seconds = {kind: [] for kind in ["part", "upper", "lower"]}
    for _ in range(bench.rounds):
        for kind, of in seconds.items():
            of.append(tag(bench, bench.made(f"{kind}.jsonl"), bench.usual_size).cpu)
    print("\nentente tag, seconds:", "; ".join(f"{kind} {spread(of)}" for kind, of in seconds.items()))
    for kind, name in [("upper", "ALL CAPS"), ("lower", "small letters")]:
        bench.row(f"entente tag, {name} against the same as it is", ratios(seconds["part"], seconds[kind]), 1 / 3, None)


def compiling(bench):
    """A table of a million names."""
    size = bench.largest_to_compile
    table, image = bench.made(f"names-{size}.csv"), bench.folder / "compiling.entente"
    commands = {"entente": [bench.entente, "gazetteer", "compile", table, "-o", image, "--quiet"]}
    if bench.has["rust"]:
        for engine in ["daachorse", "daachorse-charwise"]:
            commands[engine] = [bench.has["rust"] / "matching", engine, bench.made(f"names-{size}.tsv")]
    used = {name: [] for name in commands}
    for _ in range(bench.rounds):
        for name, command in commands.items():
            used[name].append(run(*command))
    print(f"\ncompiling {size:,} names; the file has {image.stat().st_size / 1e6:.0f} MB")
    for name, of in used.items():
        print(f"  {name:20} {spread([one.cpu for one in of])} s of CPU time, {short(max(one.megabytes for one in of))} MB")
    rivals = [of for name, of in used.items() if name != "entente"]
    fastest = min(rivals, key=lambda of: spread([one.cpu for one in of]).median, default=None)
    smallest = min(rivals, key=lambda of: max(one.megabytes for one in of), default=None)
    for what, rival, key, floor, aim in [("time", fastest, "cpu", 10, 20), ("peak memory", smallest, "megabytes", 10, 15)]:
        ratio = rival and ratios([getattr(one, key) for one in rival], [getattr(one, key) for one in used["entente"]])
        bench.row(f"compiling {size:,} names, {what}, against daachorse", ratio, floor, aim)


def opening(bench):
    """Start, opening and the first article, as somebody waits who asks about one."""
    size = bench.largest_to_compile
    image = bench.compiled(size)
    used = [run(bench.entente, "tag", bench.made("first.jsonl"), "--gazetteer", image, "--threads", "1", "--quiet")
            for _ in range(20)]
    print(f"\nfirst article, {size:,} names: {spread([1e3 * one.cpu for one in used])} ms of CPU time, "
          f"{spread([1e3 * one.clock for one in used])} by the clock")
    bench.row(f"opening {size:,} names, first article, ms of CPU time", spread([1e3 * one.cpu for one in used]), 30, 5, less=True)


def pipeline(bench, articles, commands):
    """Runs each in turns; prints and returns what they took."""
    used = {name: [] for name in commands}
    for _ in range(bench.rounds):
        for name, command in commands.items():
            used[name].append(run(*command, cwd=bench.folder))
    print(f"\nfrom articles to GraphML, {articles} of {bench.made(articles + '.jsonl').stat().st_size / 1e6:.0f} MB")
    own = [one.cpu for one in used["entente build"]]
    for name, of in used.items():
        print(f"  {name:32} {spread([one.cpu for one in of])} s, {short(max(one.megabytes for one in of))} MB; "
              f"{ratios([one.cpu for one in of], own)} times as long")
    return {name: [one.cpu for one in of] for name, of in used.items()}


def pipelines(bench):
    """`entente build` whole beside what an expert of Rust and users of Python write."""
    bench.attempt("pipeline in Rust", beside_rust)
    bench.attempt("scripts in Python", beside_scripts)


def build(bench, articles):
    return [bench.entente, "build", bench.made(f"{articles}.jsonl"), "--gazetteer", bench.compiled(bench.usual_size), "--threads", "1",
            "--quiet", "-o", "ours.graphml"]


def beside_rust(bench):
    names, articles = bench.made(f"names-{bench.usual_size}.tsv"), bench.made("long.jsonl")
    commands = {"entente build": build(bench, "long")}
    if bench.has["rust"]:
        for engine in ["daachorse", "aho-corasick"]:
            commands[f"Rust, {engine}"] = [bench.has["rust"] / "pipeline", engine, names, articles, "rust.graphml"]
    used = pipeline(bench, "long", commands)
    own = used.pop("entente build")
    bench.speeds[f"entente build, {bench.usual_size:,} names, long"] = (1, 1e-6 * articles.stat().st_size / spread(own).median)
    best = min(used.values(), key=lambda of: spread(of).median, default=None)
    bench.row("articles to GraphML, long, against Rust", best and ratios(best, own), 3, 8)


SCRIPTS = [  # automaton, its module, what writes the graph, floor, aim
    ("ahocorasick-rs", "ahocorasick_rs", "igraph", 15, 40),
    ("FlashText", "flashtext", "networkx", 80, 200),
    ("pyahocorasick", "ahocorasick", "networkx", 80, 200),
]


def beside_scripts(bench):
    python, names, articles = bench.has["python"], bench.made(f"names-{bench.usual_size}.tsv"), bench.made("news.jsonl")
    ours = build(bench, "news")
    commands = {"entente build": ours, "entente build --duplicates each": [*ours, "--duplicates", "each"]}
    for engine, module, package, _, _ in SCRIPTS:
        if has(python, module, package):
            commands[f"{engine} + {package}"] = [python, "-B", bench.here / "rivals" / "pipeline.py", engine, names, articles,
                                                 "script.graphml"]
    used = pipeline(bench, "news", commands)
    for engine, _, package, floor, aim in SCRIPTS:
        of = used.get(f"{engine} + {package}")
        bench.row(f"articles to GraphML, news, against {engine} + {package}", of and ratios(of, used["entente build"]), floor, aim)


def threads(bench):
    """One thread and two, by the clock."""
    clocks = {"tag": ([], []), "build": ([], [])}
    for _ in range(bench.rounds):
        for command, of in clocks.items():
            for number in (1, 2):
                output = ["-o", bench.folder / "threads.graphml"] if command == "build" else []
                of[number - 1].append(run(bench.entente, command, bench.made("news.jsonl"), "--gazetteer", bench.compiled(bench.usual_size),
                                          "--threads", str(number), "--quiet", *output).clock)
    for command, (one, two) in clocks.items():
        print(f"\nentente {command} by the clock: {spread(one)} s on one thread, {spread(two)} s on two")
        bench.row(f"entente {command}, two threads against one, by the clock", ratios(two, one), 0.6, 0.52, less=True)


def told(pattern, printed):
    """The numbers of a line that another program printed: median, least, most; or one."""
    numbers = re.findall(pattern, printed)
    if not numbers:
        raise RuntimeError(f"nothing printed looks like {pattern}")
    return [spread(sorted(map(float, of if isinstance(of, tuple) else [of]))) for of in numbers]


RATIO = r"([\d.]+) \(([\d.]+) to ([\d.]+)\)"


def counting(bench):
    """Pairs of entities, beside a flat hash map: bench_pairs has the texts and the rounds."""
    articles = "20000" if bench.quick else "1000000"
    printed = printed_by(bench.program("bench_pairs"), "--articles", articles, "--rounds", str(bench.rounds))
    print(f"\ncounting pairs\n{printed}", end="")
    if "times as fast" not in printed:
        return
    bench.row("counting pairs, against a flat hash map", told("times as fast: " + RATIO, printed)[0], 7, 12)
    own, other = told(r"counting added (\d+) MB", printed)
    bench.row("counting pairs, memory, against a flat hash map", ratios(other[:1], own[:1]), 10, 12)


def export(bench):
    """Files of a network, beside Boost, igraph and networkx: export.py has the network and the rounds."""
    sizes = ["3000", "30000"] if bench.quick else ["100000", "1000000"]
    if not bench.has["python"]:
        raise RuntimeError("the Python rivals are missing")
    printed = printed_by(bench.has["python"], "-B", bench.here / "export.py", bench.program("bench_export"), bench.folder / "export",
                         *sizes, str(bench.rounds))
    print(f"\nwriting a network\n{printed}", end="")
    for name, *ratio in re.findall(r"(?m)^(\S+-\S+) .* " + RATIO.replace(r" \(", r" times ours \("), printed):
        for rival, floor, aim in [("boost", 15, 35), ("igraph", 18, 40), ("networkx", 200, 450)]:
            if name.startswith(rival):
                bench.row(f"writing, against {name}", spread(sorted(map(float, ratio))), floor, aim)


def memory(bench):
    """Articles from a pipe, with many names: what is held must not grow with what is read."""
    size = bench.largest_to_compile
    names = bench.folder / "named.txt"
    with open(bench.made(f"names-{size}.tsv"), encoding="utf-8") as rows:
        names.write_text("".join(row.split("\t")[0] + "\n" for row, _ in zip(rows, range(300))), encoding="utf-8")
    articles = str(max(1, int(bench.gigabytes * 1e9 / 3000)))
    image = bench.compiled(size)
    with subprocess.Popen([bench.program("random_news"), articles, names], stdout=subprocess.PIPE) as news:
        used = run(bench.entente, "build", "-", "--input-format", "jsonl", "--gazetteer", image, "--quiet", "-o",
                   bench.folder / "memory.json", stdin=news.stdout)
    print(f"\n{bench.gigabytes:g} GB of articles, {size:,} names: {short(used.megabytes)} MB, {short(used.cpu)} s of CPU time, "
          f"{short(used.clock)} s by the clock")
    bench.row(f"memory of {bench.gigabytes:g} GB of articles with {size:,} names, MB", spread([used.megabytes]), 500, 300, less=True)


def limits(bench):
    """GB a second that no reader of these bytes can beat, and the share of them that ours has. JSON is read, and UTF-8 is checked."""
    rows = [line.split() for line in printed_by(bench.program("bench_limits"), bench.made("news.jsonl")).splitlines()]
    print("\nshare of the limits of this machine: " + ", ".join(f"{name} {rate} GB/s" for name, rate in rows))
    for work, (of_json, speed) in bench.speeds.items():  # MB of JSON for each MB of text
        shares = ", ".join(f"{name} {1e-3 * of_json * speed / float(rate):.2%}" for name, rate in rows)
        print(f"  {work:44} {short(of_json * speed)} MB of JSON a second: {shares}")


ROWS = {function.__name__: function for function in [matching, instructions, feeds, compiling, opening, pipelines, threads,
                                                     counting, export, memory, limits]}
