"""Writes the pipelines of `tests/runner/tests/model`: random, as those of `generate.py`, and each in two versions.

Their expressions also read a flag, a number and a list from their surroundings, which the test changes between the parts of
a run. The second version has another `limit`, or other options of a `retry` or a `timeout`, which keep the meaning of what
is recorded, or another binding or name.

    python3 tests/random/model.py              # writes the file of the test
"""

import copy
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import generate
import written
from grow import Generator
from interpret import Expr

SEED = 7
COUNT = 20
READS = re.compile(r"\b(flag|shift|items|shuffled)\(")


class Model(Generator):
    # Among several siblings, another may fail first when a run is resumed, so no step reads the error.
    NAMED_ERRORS = 0
    # The records of attempts that failed in a `retry` are not compared yet.
    COMPOSITES = {form: weight for form, weight in Generator.COMPOSITES.items() if form != "policed"}
    DECIDED, BACKOFFS = True, [1]


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
    policies = [policy for node in all_nodes for policy in node.policies]
    kind = rng.choice(["limit"] * bool(maps) + ["options"] * bool(policies) + ["binding"] * bool(bound) + ["name"])
    if kind == "limit":
        node = rng.choice(maps)
        node.limit = Expr("9" if node.limit is None or node.limit.text != "9" else "2", None)
        return top, True
    if kind == "options":
        policy = rng.choice(policies)
        # A longer backoff, or a limit that is as far from what it limits.
        policy.options = re.sub(r"(\d+)ms", lambda ms: f"{int(ms[1]) + 1}ms", policy.options)
        return top, True
    if kind == "binding":
        node, name = rng.choice(bound)
        node.bindings[name] = Expr(f"7 + {node.bindings[name].text}", None)
    elif steps:
        rng.choice(steps).name = "another_name"
    else:
        top.chain[0].name = "another_name"
    return top, False


def write(rng, _text, sig, _forms):
    text = generate.item_text("p", sig.params, sig.tree)
    if len(READS.findall(text)) < 3 or sum(node.kind == "step" for node in nodes(sig.tree.chain)) < 3:
        return None
    name, node = sig.name, sig.name.upper()
    first, second = generate.random_inputs(rng, sig), generate.random_inputs(rng, sig)
    make = f"|second| if second {{ {name}({second}) }} else {{ {name}({first}) }}"
    other, same = changed(rng, sig.tree)
    other_text = generate.item_text(name, sig.params, other).replace("    fn ", "    pub(super) fn ", 1)
    return (
        generate.item_text(name, sig.params, sig.tree)
        + f"mod {name}_changed {{\n    use super::*;\n    {other_text}}}\n"
        + f"#[tokio::test(flavor = \"multi_thread\", worker_threads = 1)]\nasync fn {name}_resumes() {{\n"
        + f"    resumes::<{node}, {name}_changed::{node}>(\"{name}\", {make}, {str(same).lower()}).await;\n}}\n"
    )


def resumed(seed, count):
    generate.Generator, written.environment = Model, True
    return (
        f"// Written by model.py from the seed {seed}; not to be edited.\n"
        "use super::{environment::*, resumes, tasks::*};\nuse runnable::prelude::*;\n\n"
        + "\n".join(generate.pipelines(seed, count, write))
    )


if __name__ == "__main__":
    generate.main("Writes the pipelines of the model test.", resumed, SEED, COUNT, "runner/tests/model/generated.rs")
