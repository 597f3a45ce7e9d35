"""Writes generated.rs: random pipelines with the output that a plain interpreter computes for each.

Regenerate (Python 3.11, nothing else needed), after a change here or to the tasks in `tests/random.rs`:

    python3 tests/random/generate.py           # writes generated.rs next to this file
    python3 tests/random/generate.py --check   # fails unless generated.rs matches SEED

A tree is made under the scope rules of `pipeline!` (`grow.py`), run by an interpreter which knows nothing of moves,
borrows or concurrency (`interpret.py`), and written as Rust (`text.py`). Some tasks fail for some values: then the run's
output is an error, unless a `try` recovers. Others fail or are slow in their first attempts, which a `retry`
repeats, and for which the time of a `timeout` may run out, on a paused clock.
"""

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from grow import Generator, Var
from interpret import Failure, Interpreter, Node, TooLong, Undetermined
from tasks import Sig
from text import chain_text, outputs_text, type_text, value_text

SEED = 20_261
COUNT = 200


def leaves(value):
    return 1 + sum(map(leaves, value)) if isinstance(value, list) else 1


def random_value(rng, ty):
    return rng.randint(0, 99) if ty == 0 else [random_value(rng, ty - 1) for _ in range(rng.choice([0, 1, 2, 2, 3, 4]))]


def run(top, env):
    """The values or the failure, and the log."""
    interpreter = Interpreter()
    try:
        return interpreter.group(top, env, []), interpreter.log
    except Failure as failure:
        return failure, interpreter.log


def pipeline(rng, number, library):
    """Returns a pipeline as text and signature with its forms, or `None` if it is too large or not deterministic."""
    gen = Generator(rng, library)
    inputs = rng.sample([("a", 0), ("b", 0), ("c", 0), ("xs", 1), ("ys", 1), ("grid", 2)], rng.randint(1, 3))
    params = [(name, ty, gen.chance(0.35)) for name, ty in inputs]
    nodes, gives, scope = gen.chain({n: Var(t) for n, t, _ in params}, set(), 0, rng.randint(1, 5))
    top = Node("group", chain=nodes)
    if gen.chance(0.4) or not all(var.nameable for var in gives.values()):
        visible = {name: var for name, var in scope.items() if var.nameable}
        gives = gen.listed(top, visible, {n: v for n, v in gives.items() if v.nameable} or visible, set(), True)
    if gen.weight > 16:
        return None
    values = {name: random_value(rng, ty) for name, ty, _ in params}
    try:
        expected, log = run(top, values)
    except (TooLong, Undetermined):
        return None
    if not isinstance(expected, Failure) and leaves(list(expected.values())) > 40:
        return None
    name = f"p{number}"
    text = item_text(name, params, top) + test_text(name, params, values, expected, log, gives)
    nesting = max([sig.nesting for sig in used(nodes)], default=-1) + 1
    once = any(sig.once for sig in used(nodes, every=True))
    returns = [(n, var.ty) for n, var in gives.items()]
    sig = Sig(name, params, returns, None, tree=top, weight=gen.weight, nesting=nesting, once=once)
    gen.forms[f"nesting {gen.nesting}"] += 1
    gen.forms["runs that fail"] += isinstance(expected, Failure)
    gen.forms["runs that recover"] += log.recovered > 0
    gen.forms["runs that try again"] += log.repeated > 0
    gen.forms["runs in which a limit runs out"] += log.expired > 0
    gen.forms["failures among siblings"] += log.least != log.most
    return text, sig, gen.forms


def item_text(name, params, top):
    takes = ", ".join(f"{n}: {type_text(t, borrowed)}" for n, t, borrowed in params)
    listed = "" if top.outputs is None else f" -> {outputs_text(top.outputs)}"
    return f"pipeline! {{\n    fn {name}({takes}){listed} {{\n        {chain_text(top.chain, 8)}\n    }}\n}}\n"


def test_text(name, params, values, expected, log, gives):
    args = ", ".join(value_text(values[n], borrowed) for n, _, borrowed in params)
    if isinstance(expected, Failure):
        result = f'Err(("{expected.path}", "{expected.message}"))'
    else:
        fields = ", ".join(f"{n}: {value_text(expected[n])}" for n in gives)
        result = f"Ok(P{name[1:]}Output {{ {fields} }})"
    failed = ", ".join(f'"{path}"' for path in log.failed)
    return (
        f"#[tokio::test(start_paused = true)]\nasync fn {name}_gives() {{\n"
        f"    check!({name}({args}), {result}, {log.least}..={log.most}, [{failed}]);\n}}\n"
    )


def used(nodes, every=False):
    """Returns the sub-pipelines, or every step."""
    for node in nodes:
        if node.kind == "step" and (every or node.sig.tree):
            yield node.sig
        for chain in node.chains():
            yield from used(chain, every)


def random_inputs(rng, sig):
    return ", ".join(value_text(random_value(rng, ty), borrowed) for _, ty, borrowed in sig.params)


def pipelines(seed, count, write):
    """Returns what `write` makes of `count` random pipelines; it returns `None` for a pipeline that is of no use."""
    rng, texts, library = random.Random(seed), [], []
    while len(texts) < count:
        made = pipeline(rng, len(texts), library[-25:])
        text = write(rng, *made) if made else None
        if text is None:
            continue
        texts.append(text)
        sig = made[1]
        if sig.weight <= 6 and sig.nesting <= 2 and sig.returns:
            library.append(sig)
    return texts


def generate(seed, count):
    forms = Counter()

    def write(_rng, text, _sig, has):
        forms.update(has)
        return text

    texts = pipelines(seed, count, write)
    about = ", ".join(f"{count} {form}" for form, count in sorted((+forms).items()))
    return (
        f"//! Written by generate.py from the seed {seed}; not to be edited.\n//!\n//! In {count} pipelines: {about}.\n"
        "use super::tasks::*;\nuse runnable::prelude::*;\n\n" + "\n".join(texts)
    )


def main(description, generate, seed, count, output):
    """Runs a command that writes, or checks, the text that `generate` makes from a seed and a count."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--output", type=Path, default=Path(__file__).parent.parent / output)
    parser.add_argument("--check", action="store_true", help="compares the file instead of writing it")
    arguments = parser.parse_args()
    text = generate(arguments.seed, arguments.count)
    if arguments.check:
        sys.exit(arguments.output.read_text() != text and f"{arguments.output} differs from what is generated")
    arguments.output.write_text(text)


if __name__ == "__main__":
    main("Writes random pipelines with their expected outputs.", generate, SEED, COUNT, "random/generated.rs")
