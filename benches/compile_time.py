#!/usr/bin/env python3
"""Measures how long programs with tasks and pipelines take to compile.

    benches/compile_time.py                  every table
    benches/compile_time.py ratios           the ratios to plain structs alone
    benches/compile_time.py instructions     the same in instructions under valgrind, for a busy machine
    benches/compile_time.py tables [steps ..]  the other tables, for 10, 50 and 100 steps by default

Generates a crate for each case, builds its dependencies with cargo, and then times the `rustc` command that cargo runs for
the crate itself, without incremental compilation. Prints Markdown tables; needs Python 3.11 and nothing else.
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
# Pipelines of these lengths are tried against the compiler's recursion limit.
LONG = [123, 124, 125, 150, 200]
# The number of tasks in the chain that the ratios measure, and of the structs that it is compared with.
TASKS, STRUCTS = 120, 240
# The largest acceptable ratios: without features to `derive(Clone, Debug)`, with `runner` also to serde's derives.
LIMITS = {"": 5.0, "runner": 1.0}
# The fields of the structs. The limits were set when the ratios were 13 and 1.8 (commit e01c1bd). In that commit these
# fields give 13.4 and 1.9; a single `u64` gives 36 and 2.7, and the four fields give 1.45 with `runner`.
FIELDS = {
    "": "pub id: u64, pub name: String, pub ready: bool, pub values: Vec<u64>,",
    "runner": "pub first: u64, pub second: u64,",
}

MANIFEST = """\
[package]
name = "case"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
runnable = {{ path = "{root}", default-features = false, features = [{features}] }}
serde = {{ version = "1", features = ["derive"] }}
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

STREAMED = """\
pipeline! {{ fn all(v0: u64) {{ {chain} }} }}

async fn run(v: u64) -> u64 {{
    let (mut run, mut seen) = (all(v).execute_streaming(), 0);
    while let Some(event) = run.next().await {{
        match event.data() {{
            AllEvent::Lifecycle(lifecycle) => seen += lifecycle.event_type().len() as u64,
        }}
    }}
    run.output().await.expect("a result").{last} + seen
}}
"""

STRUCT = """\
#[derive({derives})]
pub struct S{i} {{
    {fields}
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


def streamed(steps):
    """A sequence whose events are read one by one."""
    tasks, _, chain, last = sequence(steps)
    return MAIN.format(head="#![allow(dead_code)]\n", tasks=tasks, program=STREAMED.format(chain=chain, last=last))


def structs(count, derives, fields):
    """Plain structs with derived traits."""
    items = "".join(STRUCT.format(derives=derives, i=i, fields=fields) for i in range(count))
    head = "#![allow(dead_code)]\n" + ("use serde::{Deserialize, Serialize};\n" if "Serialize" in derives else "")
    return head + items + "fn main() {}\n"


def processor_time():
    """The processor time of all finished child processes, in seconds: in user mode, and in all."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime, used.ru_utime + used.ru_stime


class Crate:
    """The generated crate. Cargo builds it once for each profile and set of features; after that, rustc runs alone."""

    def __init__(self, profile="debug", features=""):
        self.path = WORK / "case"
        (self.path / "src").mkdir(parents=True, exist_ok=True)
        quoted = ", ".join(f'"{feature}"' for feature in features.split())
        (self.path / "Cargo.toml").write_text(MANIFEST.format(root=ROOT, features=quoted))
        lock = ROOT / "Cargo.lock"
        if lock.exists():
            shutil.copy(lock, self.path / "Cargo.lock")
        self.write(MAIN.format(head="", tasks="", program=ALONE))
        self.environment, self.command = self.learn(profile)

    def write(self, source):
        (self.path / "src/main.rs").write_text(source)

    def learn(self, profile):
        """Builds the dependencies, and takes the command for the crate itself from cargo's output."""
        command = {"check": ["check"], "debug": ["build"], "release": ["build", "--release"]}[profile]
        environment = os.environ | {"CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": str(WORK / "target")}
        built = subprocess.run(
            ["cargo", *command, "-vv"], cwd=self.path, env=environment, capture_output=True, text=True
        )
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

    def runs(self, source):
        """The seconds of each compilation: by the clock, of user time, and of processor time in all."""
        self.write(source)
        runs = []
        for _ in range(REPEATS):
            begun, (user, total) = time.monotonic(), processor_time()
            built = self.rustc()
            clock, (user_after, total_after) = time.monotonic() - begun, processor_time()
            if built.returncode != 0:
                sys.exit(built.stderr)
            runs.append((clock, user_after - user, total_after - total))
        return runs

    def seconds(self, source):
        """The medians by the clock and of processor time."""
        runs = self.runs(source)
        return statistics.median(run[0] for run in runs), statistics.median(run[2] for run in runs)

    def best(self, source):
        """The shortest user time."""
        return min(run[1] for run in self.runs(source))

    def instructions(self, source):
        """The instructions that rustc executes, in millions, as valgrind counts them: other programs do not change them."""
        self.write(source)
        sysroot = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True).stdout.strip()
        rustc = [f"{sysroot}/bin/rustc" if Path(word).name == "rustc" else word for word in self.command]
        counting = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *rustc]
        counted = subprocess.run(counting, cwd=self.path, env=self.environment, capture_output=True, text=True)
        if counted.returncode != 0:
            sys.exit(counted.stderr)
        return int(re.search(r"Collected : (\d+)", counted.stderr)[1]) / 1e6

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
        crate = Crate(profile)
        print(f"\n| {profile} | tasks alone | awaited by hand | in a pipeline | the pipeline adds | adds to by hand |")
        print("|---|---:|---:|---:|---:|---:|")
        for (name, n), variants in sources.items():
            alone, by_hand, pipeline = (crate.seconds(source) for source in variants)
            row = [alone, by_hand, pipeline, minus(pipeline, alone), minus(pipeline, by_hand)]
            cells = " | ".join(f"{clock:.2f} ({processors:.2f})" for clock, processors in row)
            print(f"| {name} of {n} | {cells} |", flush=True)
    crate = Crate()
    print("\n| size | source, bytes a step | expansion, bytes a step | LLVM IR, lines a step | the same by hand |")
    print("|---|---:|---:|---:|---:|")
    for (name, n), (alone, by_hand, pipeline) in sources.items():
        base, hand, ours = crate.size(alone), crate.size(by_hand), crate.size(pipeline)
        source = (len(pipeline) - len(alone)) / n
        print(f"| {name} of {n} | {source:.0f} | {(ours[0] - base[0]) / n:.0f} | {(ours[1] - base[1]) / n:.0f}"
              f" | {(hand[1] - base[1]) / n:.0f} |", flush=True)


def ratios(measure=Crate.best, unit="s", part="ms"):
    """The chain against plain structs: user seconds of `cargo check`, the best of the runs; fails above the limits."""
    print(f"\n| features | {TASKS} tasks, streamed | per task | {STRUCTS} structs | ratio | at most |")
    print("|---|---:|---:|---|---:|---:|", flush=True)
    failed = False
    for features, limit in LIMITS.items():
        crate = Crate("check", features)
        derives = "Clone, Debug" + (", Serialize, Deserialize" if features else "")
        empty = measure(crate, MAIN.format(head="", tasks="", program=ALONE))
        plain, ours = measure(crate, structs(STRUCTS, derives, FIELDS[features])), measure(crate, streamed(TASKS))
        ratio, task = ours / plain, (ours - empty) / TASKS * 1000
        failed |= ratio > limit
        print(f"| {features or 'none'} | {ours:.2f} {unit} | {task:.1f} {part} | `{derives}`: {plain:.2f} {unit} | **{ratio:.1f}** | {limit} |", flush=True)
    return failed


def limits():
    """Whether long pipelines compile, and what rustc says where they do not."""
    crate = Crate()
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
    kind, *steps = sys.argv[1:] or ["all"]
    if kind not in ("all", "ratios", "instructions", "tables"):
        sys.exit(__doc__)
    if kind == "instructions":
        sys.exit("a ratio is above its limit" if ratios(Crate.instructions, "M", "k") else 0)
    if kind != "ratios":
        measure([int(count) for count in steps] or [10, 50, 100])
        limits()
    if kind != "tables" and ratios():
        sys.exit("a ratio is above its limit")
