#!/usr/bin/env python3
"""What `pipeline!` adds to a build: benches/compile_time.py [steps ...] (10, 50 and 100 unless told).

Generates a crate for each case, builds its dependencies with cargo, and then times the very `rustc` that cargo would run on
the crate itself, three times, not incrementally; the median counts. Each case is there three times: the tasks alone, the
tasks awaited by hand, and the tasks in a pipeline. Prints Markdown tables; needs Python 3.11 and nothing else.
"""

import os
import re
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve() / "compile_time"
REPEATS = 3
# With how many steps the limits of the compiler are tried.
LONG = [123, 124, 125, 150, 200]

MANIFEST = """\
[package]
name = "case"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
runnable = {{ path = "{root}" }}
tokio = {{ version = "1", features = ["rt", "time"] }}
"""

MAIN = """\
{head}use runnable::prelude::*;

{tasks}
{program}

fn main() {{
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    println!("{{}}", runtime.block_on(run(1)));
}}
"""

ALONE = "async fn run(v: u64) -> u64 { v }"


def task(name, parameters, returns, body):
    """One task: cheap for the compiler, so that the composition is what is seen."""
    return f"#[task(returns = [{returns}])]\nasync fn {name}({parameters}) -> u64 {{ {body} }}\n"


def sequence(steps):
    """The tasks, the same by hand, and the pipeline, of so many steps one after the other."""
    tasks = [task(f"step{i}", f"v{i}: u64", f"v{i + 1}", f"v{i} + 1") for i in range(steps)]
    by_hand = [f"let v{i + 1} = step{i}(v{i}).await;" for i in range(steps)]
    chain = " >> ".join(f"step{i}" for i in range(steps))
    return "".join(tasks), "\n".join(by_hand), chain, f"v{steps}"


def mixed(steps):
    """Ten tasks at a time: a sequence, a `parallel`, a `map` and a `match`."""
    tasks, by_hand, chain = [], [], []
    for block in range(steps // 10):
        a, m, z = f"v{block}", f"m{block}_", f"v{block + 1}"
        s = f"step{block}_"
        tasks += [
            task(f"{s}0", f"{a}: u64", f"{m}0", f"{a} + 1"),
            task(f"{s}1", f"{m}0: u64", f"{m}1", f"{m}0 + 1"),
            task(f"{s}2", f"{m}1: u64", f"{m}2", f"{m}1 * 2"),
            task(f"{s}3", f"{m}1: u64", f"{m}3", f"{m}1 * 3"),
            task(f"{s}4", f"{m}2: u64, {m}3: u64", f"{m}4", f"({m}2 + {m}3) % 5"),
            task(f"{s}5", f"{m}4: u64, i: u64", f"{m}5", f"{m}4 + i"),
            task(f"{s}6", f"{m}5: Vec<u64>", f"{m}6", f"{m}5.into_iter().sum()"),
            task(f"{s}7", f"{m}6: u64", f"{m}7", f"{m}6 / 2"),
            task(f"{s}8", f"{m}6: u64", f"{m}7", f"{m}6 + 1"),
            task(f"{s}9", f"{m}7: u64", z, f"{m}7 + 1"),
        ]
        by_hand.append(
            f"let {m}0 = {s}0({a}).await; let {m}1 = {s}1({m}0).await;\n"
            f"let ({m}2, {m}3) = ({s}2({m}1).await, {s}3({m}1).await);\n"
            f"let {m}4 = {s}4({m}2, {m}3).await;\n"
            f"let mut {m}5 = vec![]; for i in 0..4 {{ {m}5.push({s}5({m}4, i).await); }}\n"
            f"let {m}6 = {s}6({m}5).await;\n"
            f"let {m}7 = match {m}6 % 2 {{ 0 => {s}7({m}6).await, _ => {s}8({m}6).await }};\n"
            f"let {z} = {s}9({m}7).await;"
        )
        chain.append(
            f"{s}0 >> {s}1 >> parallel {{ {s}2, {s}3 }} >> {s}4 >> each{block}: map((0..4_u64) as i) {{ {s}5 }} >> {s}6\n"
            f">> match {m}6 % 2 {{ 0 => {s}7, _ => {s}8 }} >> {s}9"
        )
    return "".join(tasks), "\n".join(by_hand), "\n>> ".join(chain), f"v{steps // 10}"


def programs(shape, steps):
    """The source of a case without, by hand and with a pipeline."""
    tasks, by_hand, chain, last = shape(steps)
    pipeline = f"pipeline! {{ fn all(v0: u64) {{ {chain} }} }}\n"
    run = f"async fn run(v: u64) -> u64 {{ all(v).execute().await.expect(\"a result\").{last} }}"
    hand = f"async fn run(v0: u64) -> u64 {{\n{by_hand}\n{last} }}"
    head = "#![allow(dead_code)]\n"
    return [MAIN.format(head=head, tasks=tasks, program=program) for program in (ALONE, hand, pipeline + run)]


def processor_time():
    """What all compilers so far have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Crate:
    """The generated crate, built by cargo once for a profile; after that by the same rustc."""

    def __init__(self, release):
        self.path = WORK / "case"
        (self.path / "src").mkdir(parents=True, exist_ok=True)
        (self.path / "Cargo.toml").write_text(MANIFEST.format(root=ROOT))
        lock = ROOT / "Cargo.lock"
        if lock.exists():
            shutil.copy(lock, self.path / "Cargo.lock")
        self.write(MAIN.format(head="", tasks="", program=ALONE))
        self.environment, self.command = self.learn(release)

    def write(self, source):
        (self.path / "src/main.rs").write_text(source)

    def learn(self, release):
        """Builds the dependencies, and takes the command for the crate itself from what cargo says that it runs."""
        cargo = ["cargo", "build", "-vv"] + (["--release"] if release else [])
        environment = os.environ | {"CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": str(WORK / "target")}
        built = subprocess.run(cargo, cwd=self.path, env=environment, capture_output=True, text=True)
        if built.returncode != 0:
            sys.exit(built.stderr)
        line = next(line for line in built.stderr.splitlines() if re.search(r"Running `.*--crate-name case ", line))
        words = shlex.split(line.strip().removeprefix("Running `").removesuffix("`"))
        first = next(i for i, word in enumerate(words) if "=" not in word)
        settings = dict(word.split("=", 1) for word in words[:first])
        keep = [w for w in words[first:] if not w.startswith(("--error-format", "--json"))]
        return environment | settings, keep

    def rustc(self, *more, nightly=False):
        environment = self.environment | ({"RUSTC_BOOTSTRAP": "1"} if nightly else {})
        return subprocess.run([*self.command, *more], cwd=self.path, env=environment, capture_output=True, text=True)

    def seconds(self, source):
        """How long rustc takes for it by the clock, and how much of the processors' time: the medians."""
        self.write(source)
        clock, processors = [], []
        for _ in range(REPEATS):
            begun, used = time.monotonic(), processor_time()
            built = self.rustc()
            clock.append(time.monotonic() - begun)
            processors.append(processor_time() - used)
            if built.returncode != 0:
                sys.exit(built.stderr)
        return statistics.median(clock), statistics.median(processors)

    def size(self, source):
        """Bytes of the source after expansion, and lines of LLVM IR before optimisation.

        Only a nightly compiler shows expansions; `RUSTC_BOOTSTRAP` makes this one show it too, for this measurement alone.
        """
        self.write(source)
        expanded = self.rustc("-Zunpretty=expanded", nightly=True)
        ir = WORK / "case.ll"
        emitted = self.rustc(f"--emit=llvm-ir={ir}", "-Ccodegen-units=1")
        if expanded.returncode or emitted.returncode:
            sys.exit(expanded.stderr + emitted.stderr)
        with ir.open() as lines:
            return len(expanded.stdout), sum(1 for _ in lines)


def minus(a, b):
    return a[0] - b[0], a[1] - b[1]


def measure(steps):
    """The tables of time, in seconds by the clock (and of the processors), and of size."""
    cases = [(name, shape, n) for name, shape in (("sequence", sequence), ("mixed", mixed)) for n in steps]
    sources = {(name, n): programs(shape, n) for name, shape, n in cases}
    for profile in ("debug", "release"):
        crate = Crate(profile == "release")
        print(f"\n| {profile} | tasks alone | awaited by hand | in a pipeline | the pipeline adds | adds to by hand |")
        print("|---|---:|---:|---:|---:|---:|")
        for (name, n), variants in sources.items():
            alone, by_hand, pipeline = (crate.seconds(source) for source in variants)
            row = [alone, by_hand, pipeline, minus(pipeline, alone), minus(pipeline, by_hand)]
            cells = " | ".join(f"{clock:.2f} ({processors:.2f})" for clock, processors in row)
            print(f"| {name} of {n} | {cells} |", flush=True)
    crate = Crate(release=False)
    print("\n| size | source, bytes a step | expansion, bytes a step | LLVM IR, lines a step | the same by hand |")
    print("|---|---:|---:|---:|---:|")
    for (name, n), (alone, by_hand, pipeline) in sources.items():
        base, hand, ours = crate.size(alone), crate.size(by_hand), crate.size(pipeline)
        source = (len(pipeline) - len(alone)) / n
        print(f"| {name} of {n} | {source:.0f} | {(ours[0] - base[0]) / n:.0f} | {(ours[1] - base[1]) / n:.0f}"
              f" | {(hand[1] - base[1]) / n:.0f} |", flush=True)


def limits():
    """Whether long pipelines compile, and what rustc says where they do not."""
    crate = Crate(release=False)
    print("\n| steps | as it is | with `#![recursion_limit = \"512\"]` |")
    print("|---:|---|---|")
    for steps in LONG:
        source = programs(sequence, steps)[2]
        said = [outcome(crate, head + source) for head in ("", '#![recursion_limit = "512"]\n')]
        print(f"| {steps} | {said[0]} | {said[1]} |", flush=True)


def outcome(crate, source):
    crate.write(source)
    built = crate.rustc()
    if built.returncode == 0:
        return "compiles"
    lines = (line.strip(" =") for line in built.stderr.splitlines())
    told = [line for line in lines if re.search(r"^error: rec|^error\[|help:.*recursion_limit", line)]
    return "; ".join(dict.fromkeys(told))


if __name__ == "__main__":
    measure([int(steps) for steps in sys.argv[1:]] or [10, 50, 100])
    limits()
