"""Writes the pipelines of `tests/runner/tests/model`: random, as those of `generate.py`, and each in two versions.

Their expressions also read a flag, a number and a list from their surroundings, which the test changes between the parts of
a run. The second version has another `limit`, which keeps the meaning of what is recorded, or another binding or name.

    python3 tests/random/model.py              # writes the file of the test
"""

import argparse
import copy
import random
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import generate
import written
from grow import Generator
from interpret import Expr
from text import value_text

SEED = 7
COUNT = 20
READS = re.compile(r"\b(flag|shift|items|shuffled)\(")


class Model(Generator):
    # Among several siblings, another may fail first when a run is resumed, so no step reads the error.
    NAMED_ERRORS = 0


def nodes(chain):
    for node in chain:
        yield node
        for inner in node.chains():
            yield from nodes(inner)


def changed(rng, top):
    """Returns another version of a tree, and whether recorded steps keep their meaning."""
    top = copy.deepcopy(top)
    all_nodes = list(nodes(top.chain))
    maps = [node for node in all_nodes if node.kind == "map"]
    steps = [node for node in all_nodes if node.kind == "step"]
    bound = [(node, name) for node in steps for name, ty, _ in node.sig.params if ty == 0 and node.bindings.get(name)]
    kind = rng.choice(["limit"] * bool(maps) + ["binding"] * bool(bound) + ["name"])
    if kind == "limit":
        node = rng.choice(maps)
        node.limit = Expr("9" if node.limit is None or node.limit.text != "9" else "2", None)
        return top, True
    if kind == "binding":
        node, name = rng.choice(bound)
        node.bindings[name] = Expr(f"7 + {node.bindings[name].text}", None)
    elif steps:
        rng.choice(steps).name = "another_name"
    else:
        top.chain[0].name = "another_name"
    return top, False


def pipelines(seed, count):
    rng, texts, library = random.Random(seed), [], []
    generate.Generator, written.environment = Model, True
    while len(texts) < count:
        number = len(texts)
        made = generate.pipeline(rng, number, library[-25:])
        if made is None:
            continue
        _, sig, _ = made
        text = generate.item_text("p", sig.params, sig.tree)
        if len(READS.findall(text)) < 3 or sum(node.kind == "step" for node in nodes(sig.tree.chain)) < 3:
            continue
        name = f"p{number}"
        first, second = (
            ", ".join(value_text(generate.random_value(rng, ty), borrowed) for _, ty, borrowed in sig.params)
            for _ in range(2)
        )
        make = f"|second| if second {{ {name}({second}) }} else {{ {name}({first}) }}"
        other, same = changed(rng, sig.tree)
        other_text = generate.item_text(name, sig.params, other).replace("    fn ", "    pub(super) fn ", 1)
        texts.append(
            generate.item_text(name, sig.params, sig.tree)
            + f"mod {name}_changed {{\n    use super::*;\n    {other_text}}}\n"
            + f"#[tokio::test(flavor = \"multi_thread\", worker_threads = 1)]\nasync fn {name}_resumes() {{\n"
            + f"    resumes::<P{number}, {name}_changed::P{number}>(\"{name}\", {make}, {str(same).lower()}).await;\n}}\n"
        )
        if sig.weight <= 6 and sig.nesting <= 2 and sig.returns:
            library.append(sig)
    return texts


def main():
    parser = argparse.ArgumentParser(description="Writes the pipelines of the model test.")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    default = Path(__file__).parent.parent / "runner/tests/model/generated.rs"
    parser.add_argument("--output", type=Path, default=default)
    arguments = parser.parse_args()
    texts = pipelines(arguments.seed, arguments.count)
    arguments.output.write_text(
        f"// Written by model.py from the seed {arguments.seed}; not to be edited.\n"
        "use super::{environment::*, resumes, tasks::*};\nuse runnable::prelude::*;\n\n" + "\n".join(texts)
    )


if __name__ == "__main__":
    main()
