"""Writes the pipelines of `tests/guards.rs`: random, as those of `generate.py`, with more that runs concurrently.

Each `try` has a name, and its `else` begins with a step that finds nothing of the cancelled work alive.

    python3 tests/random/guards.py             # writes the file of the test
"""

import argparse
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import generate
from grow import Generator, Stuck
from interpret import Node
from tasks import Sig

SEED = 14
COUNT = 100
NONE_ALIVE = Sig("none_alive", [], [], lambda: ())


class Guards(Generator):
    COMPOSITES = {"group": 1, "parallel": 5, "map": 4, "match": 1, "if": 1, "repeat": 2, "recover": 5}

    def segment(self, node, level, prefix, named, chance):
        if prefix != "attempt":
            return super().segment(node, level, prefix, named, chance)
        if not named:
            raise Stuck
        return super().segment(node, level, prefix, named, 1.1)

    def recover(self, scope, level, depth, named):
        node, gives = super().recover(scope, level, depth, named)
        node.recovery.insert(0, Node("step", sig=NONE_ALIVE, name=self.unique("check")))
        return node, gives


def pipelines(seed, count):
    rng, texts, library = random.Random(seed), [], []
    generate.Generator = Guards
    while len(texts) < count:
        number = len(texts)
        made = generate.pipeline(rng, number, library[-25:])
        if made is None:
            continue
        _, sig, forms = made
        if forms["parallel"] + forms["map"] + forms["try"] + forms["sub-pipeline"] < 2:
            continue
        args = ", ".join(
            generate.value_text(generate.random_value(rng, ty), borrowed) for _, ty, borrowed in sig.params
        )
        texts.append(
            generate.item_text(sig.name, sig.params, sig.tree)
            + "#[tokio::test(flavor = \"multi_thread\", worker_threads = 2)]\n"
            + f"async fn {sig.name}_leaves_no_guard() {{\n    leaves_no_guard!({sig.name}({args}));\n}}\n"
        )
        if sig.weight <= 6 and sig.nesting <= 2 and sig.returns:
            library.append(sig)
    return texts


def main():
    parser = argparse.ArgumentParser(description="Writes the pipelines of the test of guards.")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--output", type=Path, default=Path(__file__).parent.parent / "guards/generated.rs")
    arguments = parser.parse_args()
    texts = pipelines(arguments.seed, arguments.count)
    arguments.output.write_text(
        f"// Written by guards.py from the seed {arguments.seed}; not to be edited.\n"
        "use super::tasks::*;\nuse runnable::prelude::*;\n\n" + "\n".join(texts)
    )


if __name__ == "__main__":
    main()
