# SPDX-License-Identifier: Apache-2.0
"""Gets the rivals of bench_all by pip and cargo into a folder, once. What cannot be had is left out, saying so."""
import os
import pathlib
import shutil
import subprocess
import venv

RIVALS = pathlib.Path(__file__).parent / "rivals"
PACKAGES = ["ahocorasick-rs==1.0.3", "pyahocorasick==2.3.1", "flashtext==2.7", "networkx==3.6.1", "igraph==1.0.0", "spacy==3.8.18"]


def is_done(folder, wanted):
    """Whether what is wanted now was made before."""
    return (folder / "made.txt").exists() and (folder / "made.txt").read_text(encoding="utf-8") == wanted


def done(folder, wanted):
    (folder / "made.txt").write_text(wanted, encoding="utf-8")


def packages(folder):
    """The Python that has the packages; each is tried by itself, so that one that is missing hides no other."""
    python = folder / "bin" / "python3"
    if is_done(folder, "\n".join(PACKAGES)):
        return python
    venv.create(folder, with_pip=True)
    missing = [package for package in PACKAGES
               if subprocess.run([python, "-m", "pip", "install", "-q", "--prefer-binary", package]).returncode != 0]
    if missing:
        print(f"left out: {', '.join(missing)}, which pip cannot install")
    else:
        done(folder, "\n".join(PACKAGES))
    return python


def crate(folder):
    """The folder of the Rust programs."""
    sources = [RIVALS / name for name in ["Cargo.toml", "automaton.rs", "matching.rs", "pipeline.rs"]]
    wanted = "".join(source.read_text(encoding="utf-8") for source in sources)
    programs = folder / "target" / "release"
    if is_done(folder, wanted):
        return programs
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copy(source, folder)
    flags = {**os.environ, "RUSTFLAGS": "-C target-cpu=native", "CARGO_TARGET_DIR": str(folder / "target")}
    subprocess.run(["cargo", "build", "--release", "-q"], check=True, cwd=folder, env=flags)
    done(folder, wanted)
    return programs


def has(python, *modules):
    command = [python, "-c", f"import {', '.join(modules)}"]
    return python is not None and subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0


def rivals(folder):
    """(Python with the packages, folder of the Rust programs), None for what cannot be had."""
    had = []
    for what, get in [("python", packages), ("rust", crate)]:
        try:
            had.append(get(folder / what))
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"left out: the rivals in {what}: {error}")
            had.append(None)
    return had
