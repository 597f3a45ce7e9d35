"""Writes the pipelines of `tests/guards.rs`: random, as those of `generate.py`, with more that runs concurrently.

Each `try` and the group of each `race` have a name. A step that finds nothing of the cancelled work alive
begins each `else` and each attempt of a `retry`, and follows each `race`.

    python3 tests/random/guards.py             # writes the file of the test
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

import generate
import written
from grow import Generator, Stuck
from interpret import Node, Policy
from tasks import Sig

SEED = 14
COUNT = 100
NONE_ALIVE = Sig("none_alive", [], [], lambda: ())


class Guards(Generator):
    COMPOSITES = {
        "group": 1, "parallel": 5, "map": 4, "match": 1, "if": 1, "repeat": 2, "recover": 5, "race": 5, "policed": 6
    }
    BACKOFFS = [1]

    def segment(self, node, level, prefix, named, chance):
        if prefix != "attempt":
            return super().segment(node, level, prefix, named, chance)
        if not named:
            raise Stuck
        return super().segment(node, level, prefix, named, 1.1)

    def recover(self, scope, level, depth, named):
        node, gives = super().recover(scope, level, depth, named)
        node.recovery.insert(0, self.check())
        return node, gives

    def race(self, scope, level, depth, named):
        if not named:
            raise Stuck
        group = Node("group", name=self.unique("first"))
        level.add(group.name)
        node, gives = super().race(scope, set(), depth, False)
        node.gives = list(gives)
        group.chain = [node, self.check()]
        group.outputs = [(name, name) for name in gives] or None
        return group, gives

    def pause(self, chain, level):
        """The guards decide the winner."""

    def limited(self, scope):
        limit = written.milliseconds(self.rng.randint(1, 9))
        return Policy("timeout", limit.text, limit=limit)

    def gate(self, policies, chain, level):
        """The guards decide how an attempt ends."""
        if any(policy.word == "retry" for policy in policies):
            chain.insert(0, self.check())

    def check(self):
        return Node("step", sig=NONE_ALIVE, name=self.unique("check"))


def write(rng, _text, sig, forms):
    if forms["parallel"] + forms["map"] + forms["try"] + forms["sub-pipeline"] < 2:
        return None
    return (
        generate.item_text(sig.name, sig.params, sig.tree)
        + "#[tokio::test(flavor = \"multi_thread\", worker_threads = 2)]\n"
        + f"async fn {sig.name}_leaves_no_guard() {{\n"
        + f"    leaves_no_guard!({sig.name}({generate.random_inputs(rng, sig)}));\n}}\n"
    )


def guarded(seed, count):
    generate.Generator = Guards
    return (
        f"// Written by guards.py from the seed {seed}; not to be edited.\n"
        "use super::tasks::*;\nuse runnable::prelude::*;\n\n" + "\n".join(generate.pipelines(seed, count, write))
    )


if __name__ == "__main__":
    generate.main("Writes the pipelines of the test of guards.", guarded, SEED, COUNT, "guards/generated.rs")
