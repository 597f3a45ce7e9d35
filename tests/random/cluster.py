"""Writes the pipelines of `tests/cluster/src/bin/random`: random, as those of `generate.py`, and each with its output.

Siblings run on other workers, so no two of them fail, and no step reads an error that depends on their order.

    python3 tests/random/cluster.py            # writes the file of the program
"""

import re
import sys

sys.dont_write_bytecode = True

import generate
from grow import Generator
from interpret import Failure, Interpreter, Undetermined

SEED = 11
COUNT = 10


class Alone(Interpreter):
    def siblings(self, work, in_order=True, limited=False):
        failed = []

        def noting(run):
            try:
                return run()
            except Failure:
                failed.append(run)
                raise

        results = super().siblings([lambda run=run: noting(run) for run in work], in_order, limited)
        return results if len(failed) < 2 else self.undetermined()

    def undetermined(self):
        raise Undetermined


class Spread(Generator):
    NAMED_ERRORS = 0
    # Which attempt fails, and what runs out of time, would depend on the workers. `runnable-cluster/src/unit/tests.rs` has races.
    COMPOSITES = {form: weight for form, weight in Generator.COMPOSITES.items() if form not in ("race", "policed")}


def write(_rng, text, sig, forms):
    if forms["map"] < 1 or forms["step"] < 3:
        return None
    item, test = text.split("#[tokio::test", 1)
    node, expected = re.search(r"check!\((.*), ((?:Ok|Err)\(.*\)), \d+\.\.=\d+, \[", test).groups()
    return item, f"    check!(all, {sig.name.upper()}, {node}, {expected});\n"


def spread(seed, count):
    generate.Generator, generate.Interpreter = Spread, Alone
    written = generate.pipelines(seed, count, write)
    return (
        f"// Written by cluster.py from the seed {seed}; not to be edited.\n"
        "use super::{check, tasks::*};\nuse runnable::prelude::*;\n\n"
        + "\n".join(item for item, _ in written)
        + "\n/// Checks every pipeline.\npub(super) async fn each(all: &mut super::All) {\n"
        + "".join(check for _, check in written)
        + "}\n"
    )


if __name__ == "__main__":
    generate.main("Writes the random pipelines of a cluster.", spread, SEED, COUNT, "cluster/src/bin/random/generated.rs")
