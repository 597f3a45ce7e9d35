"""Writes generated.rs: random pipelines with the output that a plain interpreter computes for each.

Regenerate (Python 3.11, nothing else needed), after a change here or to the tasks in `tests/random.rs`:

    python3 tests/random/generate.py           # writes generated.rs next to this file
    python3 tests/random/generate.py --check   # fails where generated.rs is not what SEED gives

Types are numbers: 0 is `i64`, 1 is `Vec<i64>`, and so on. A tree is generated under the scope rules of `pipeline!`, then
run by `run_chain` (which knows nothing of moves, borrows or concurrency) and written as Rust by `text_chain`.
"""

import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

SEED = 20_261
COUNT = 200
DEPTH = 3
M = 10_007
NAMES = "a b c d xs ys zs grid e f g h u w".split()


# The tasks of tests/random.rs.
@dataclass
class Sig:
    name: str
    params: list  # (name, type, borrowed)
    returns: list  # (name, type)
    call: Callable  # values in the order of the parameters -> values in the order of the returns
    weight: int = 1
    nesting: int = 0


def _rows(xs, b):
    return ([[(x + i) % M for x in xs] for i in range(b % 3)],)


TASKS = [
    Sig("add_one", [("a", 0, False)], [("a", 0)], lambda a: ((a + 1) % M,)),
    Sig("double", [("a", 0, True)], [("b", 0)], lambda a: (a * 2 % M,)),
    Sig("negate", [("b", 0, False)], [("c", 0)], lambda b: (-b % M,)),
    Sig("mix", [("a", 0, False), ("b", 0, True)], [("d", 0)], lambda a, b: ((3 * a + b) % M,)),
    Sig("blend", [("c", 0, True), ("d", 0, False)], [("a", 0)], lambda c, d: ((c - 5 * d) % M,)),
    Sig("digits", [("a", 0, False)], [("b", 0), ("c", 0)], lambda a: (a // 10 % M, a % 10)),
    Sig("turn", [("b", 0, True), ("c", 0, False), ("d", 0, True)], [("a", 0), ("b", 0), ("d", 0)],
        lambda b, c, d: ((b + c) % M, (c + d) % M, (d + b) % M)),
    Sig("up_to", [("a", 0, False)], [("xs", 1)], lambda a: (list(range(a % 4)),)),
    Sig("grow", [("xs", 1, False), ("a", 0, True)], [("ys", 1)], lambda xs, a: (xs + [a % M],)),
    Sig("total", [("xs", 1, True)], [("c", 0)], lambda xs: (sum(xs) % M,)),
    Sig("zip_up", [("xs", 1, False), ("ys", 1, True)], [("zs", 1), ("b", 0)],
        lambda xs, ys: ([(x + 2 * y) % M for x, y in zip(xs, ys)], len(xs) + len(ys))),
    Sig("halves", [("ys", 1, False)], [("xs", 1), ("zs", 1)], lambda ys: (ys[: len(ys) // 2], ys[len(ys) // 2 :])),
    Sig("rows", [("xs", 1, True), ("b", 0, False)], [("grid", 2)], _rows),
    Sig("flatten", [("grid", 2, False)], [("xs", 1)], lambda grid: ([x for row in grid for x in row][:5],)),
    Sig("heads", [("grid", 2, True)], [("zs", 1), ("c", 0)],
        lambda grid: ([row[0] if row else -1 for row in grid], len(grid))),
]


# The tree.
@dataclass
class Expr:
    text: str
    value: Callable  # names -> value


@dataclass
class Node:
    kind: str  # step, group, parallel, map, pass
    name: str | None = None
    outputs: list | None = None  # (inner, outer)
    sig: Sig | None = None
    bindings: dict = field(default_factory=dict)  # parameter -> Expr, or None for `a(x)`
    chain: list = field(default_factory=list)
    branches: list = field(default_factory=list)  # (label, chain)
    source: Expr | None = None
    item: str = ""
    limit: Expr | None = None


@dataclass(frozen=True)
class Var:
    ty: int
    nameable: bool = True  # the items of a written source have no type that an output could name


# The interpreter.
class TooLong(Exception):
    pass


class Interpreter:
    """`runs` counts the tasks that ran, those of sub-pipelines too."""

    runs = 0

    def chain(self, nodes, env):
        """What the last node gives, and all names at the end."""
        env, gives = dict(env), {}
        for node in nodes:
            if node.kind != "pass":
                gives = self.node(node, env)
                env.update(gives)
        return gives, env

    def node(self, node, env):
        if node.kind == "step":
            if node.sig in TASKS:
                Interpreter.runs += 1
            if Interpreter.runs > 400:
                raise TooLong
            values = []
            for name, _, _ in node.sig.params:
                bound = node.bindings.get(name)
                values.append(bound.value(env) if bound else env[name])
            gives = dict(zip((name for name, _ in node.sig.returns), node.sig.call(*values)))
            return pick(node.outputs, gives, gives)
        if node.kind == "group":
            gives, inside = self.chain(node.chain, env)
            return pick(node.outputs, gives, inside)
        if node.kind == "parallel":
            union = {}
            for _, chain in node.branches:
                gives, _ = self.chain(chain, env)
                assert not union.keys() & gives.keys()
                union.update(gives)
            return pick(node.outputs, union, union)
        each = []
        for item in node.source.value(env):
            gives, inside = self.chain(node.chain, {**env, node.item: item})
            each.append(pick(node.outputs, gives, inside))
        return {name: [gives[name] for gives in each] for name in node.gives}


def pick(outputs, gives, visible):
    return dict(gives) if outputs is None else {outer: visible[inner] for inner, outer in outputs}


# The generator: scope rules.
class Generator:
    def __init__(self, rng, library):
        self.rng, self.library, self.fresh, self.weight, self.nesting = rng, library, 0, 0, 0
        self.forms = Counter()

    def chance(self, p):
        return self.rng.random() < p

    def unique(self, prefix):
        self.fresh += 1
        return f"{prefix}_{self.fresh}"

    def free(self, taken):
        names = [name for name in NAMES if name not in taken]
        return self.rng.choice(names) if names else self.unique("n")

    def of_type(self, scope, ty):
        return [name for name, var in scope.items() if var.ty == ty]

    def expr(self, scope, ty):
        """An expression of a type that is no bare name."""
        rng = self.rng
        numbers, lists = self.of_type(scope, 0), self.of_type(scope, 1)
        k = rng.randint(0, 9)
        if ty == 0:
            choices = [Expr(str(k), lambda env: k)]
            if numbers:
                x, y = rng.choice(numbers), rng.choice(numbers)
                choices += [
                    Expr(f"{x} + {k}", lambda env: env[x] + k),
                    Expr(f"{x} * {y} % 1_009 + {k}", lambda env: int_rem(env[x] * env[y], 1_009) + k),
                    Expr(f"{{ let first = {x} * {k}; first - {y} }}", lambda env: env[x] * k - env[y]),
                ]
            if lists:
                l = rng.choice(lists)
                choices += [
                    Expr(f"{l}.len() as i64", lambda env: len(env[l])),
                    Expr(f"{l}.iter().map(|item| item % 10).sum::<i64>()", lambda env: sum(int_rem(i, 10) for i in env[l])),
                ]
            return rng.choice(choices)
        if ty == 1:
            choices = [Expr(f"vec![{k}, {k + 1}]", lambda env: [k, k + 1])]
            if numbers:
                x, y = rng.choice(numbers), rng.choice(numbers)
                choices.append(Expr(f"vec![{x} + {k}, {y} * 2]", lambda env: [env[x] + k, env[y] * 2]))
            if lists:
                l, l2 = rng.choice(lists), rng.choice(lists)
                choices += [
                    Expr(f"{l}.to_vec()", lambda env: list(env[l])),
                    Expr(f"{l}.iter().map(|item| item + {k}).collect::<Vec<i64>>()", lambda env: [i + k for i in env[l]]),
                    Expr(f"{l}.iter().rev().chain({l2}.iter()).take(5).copied().collect::<Vec<i64>>()",
                         lambda env: (env[l][::-1] + env[l2])[:5]),
                ]
            return rng.choice(choices)
        if ty == 2:
            choices = [Expr(f"vec![vec![{k}], vec![]]", lambda env: [[k], []])]
            if lists:
                l = rng.choice(lists)
                choices.append(Expr(f"vec![{l}.to_vec(), vec![{k}]]", lambda env: [list(env[l]), [k]]))
            return rng.choice(choices)
        inner = self.expr(scope, ty - 1)
        return Expr(f"vec![{inner.text}]", lambda env: [inner.value(env)])

    def chain(self, scope, level, depth, length, named=True):
        """Nodes, with what the last one gives, and all names at the end; `named`: whether the first may have a name."""
        scope, nodes, gives = dict(scope), [], {}
        for i in range(length):
            if i and self.chance(0.04):
                self.forms["pass-through"] += 1
                nodes.append(Node("pass"))
            node, gives = self.node(scope, level, depth, named or i > 0)
            nodes.append(node)
            scope.update(gives)
        return nodes, gives, scope

    def node(self, scope, level, depth, named):
        kinds = {"step": 11}
        if depth < DEPTH:
            kinds |= {"group": 2, "parallel": 3, "map": 4}
        kind = self.rng.choices(list(kinds), list(kinds.values()))[0]
        node, gives = getattr(self, kind)(scope, level, depth, named)
        self.forms[kind] += 1
        self.nesting = max(self.nesting, depth + (kind != "step"))
        node.gives = list(gives)
        return node, gives

    def step(self, scope, level, depth, named):
        pool = TASKS
        if self.library and self.chance(0.16):
            pool = self.library
        pool = [sig for sig in pool if named or sig.name not in level]
        # Rather one whose types are there.
        known = {var.ty for var in scope.values()}
        sig = self.rng.choice([sig for sig in pool if all(p[1] in known for p in sig.params)] or pool)
        if pool[0] is not TASKS[0] and sig in self.library:
            self.forms["sub-pipeline"] += 1
        node = Node("step", sig=sig)
        if sig.name in level or (named and self.chance(0.1)):
            node.name = self.unique("step")
            self.forms["step name"] += 1
        level.add(node.name or sig.name)
        self.weight += sig.weight
        for name, ty, _ in sig.params:
            there = self.of_type(scope, ty)
            if name in there and self.chance(0.65):
                if self.chance(0.12):
                    node.bindings[name] = None
                    self.forms["a(x)"] += 1
            elif there and self.chance(0.6):
                other = self.rng.choice(there)
                node.bindings[name] = Expr(other, lambda env, other=other: env[other])
                self.forms["a(x = y)"] += 1
            else:
                node.bindings[name] = self.expr(scope, ty)
                self.forms["a(x = expr)"] += 1
        gives = {name: Var(ty) for name, ty in sig.returns}
        if self.chance(0.25):
            gives = self.listed(node, gives, gives, set(), False)
        return node, gives

    def listed(self, node, visible, natural, forbidden, twice):
        """A list after a node, none of whose names is forbidden."""
        names = list(natural) + [name for name in visible if name not in natural and self.chance(0.15)]
        names = [name for name in names if self.chance(0.8)] or [names[0]]
        self.rng.shuffle(names)
        if twice and self.chance(0.15):
            names.append(names[0])
        node.outputs, gives = [], {}
        for name in names:
            outer = name
            if name in forbidden or name in gives or self.chance(0.4):
                outer = self.free(forbidden | gives.keys() | set(names))
                self.forms["as"] += 1
            node.outputs.append((name, outer))
            gives[outer] = visible[name]
        self.forms["-> [..]"] += 1
        return gives

    def group(self, scope, level, depth, named):
        node = Node("group")
        if named and self.chance(0.4):
            node.name = self.unique("group")
            level.add(node.name)
            level = set()
        node.chain, gives, inside = self.chain(scope, level, depth + 1, self.rng.randint(1, 3))
        if self.chance(0.4):
            gives = self.listed(node, inside, gives, set(), True)
        return node, gives

    def parallel(self, scope, level, depth, named):
        node, union = Node("parallel"), {}
        if named and self.chance(0.3):
            node.name = self.unique("both")
            level.add(node.name)
            level = set()
        for _ in range(self.rng.randint(2, 3)):
            label, below = None, level
            if self.chance(0.6):
                label, below = self.unique("branch"), set()
                level.add(label)
            chain, gives, _ = self.chain(scope, below, depth + 1, self.rng.choice([1, 1, 2, 3]), named=label is not None)
            self.forms["labelled" if label else "unlabelled"] += 1
            gives = self.renamed(chain, gives, union.keys(), scope)
            union.update(gives)
            node.branches.append((label, chain))
        if self.chance(0.35):
            union = self.listed(node, union, union, set(), False)
        return node, union

    def renamed(self, chain, gives, taken, scope):
        """Renames what the last node of a branch gives where another branch gives it."""
        if not gives.keys() & taken:
            return gives
        last = [node for node in chain if node.kind != "pass"][-1]
        outputs, result = [], {}
        for inner, outer in last.outputs or [(name, name) for name in gives]:
            new = outer
            if outer in taken:
                new = self.free(scope.keys() | taken | gives.keys() | result.keys())
                # A map may not give a name that its own chain sees.
                if last.kind == "map":
                    new = self.unique("n")
                self.forms["as"] += 1
            outputs.append((inner, new))
            result[new] = gives[outer]
        last.outputs = outputs
        last.gives = list(result)
        return result

    def map(self, scope, level, depth, named):
        node, nameable = Node("map"), True
        lists = [name for name, var in scope.items() if var.ty >= 1 and (var.ty < 2 or self.chance(0.7))]
        segment = None
        if lists and self.chance(0.75):
            name = self.rng.choice(lists)
            ty, nameable = scope[name].ty - 1, scope[name].nameable
            node.source, segment = Expr(name, lambda env: env[name]), name
            if self.chance(0.1):
                node.source.text, segment = f"({name})", None
        else:
            ty, nameable = 0, False
            node.source = self.expr(scope, 1)
            if self.chance(0.2):
                node.source = Expr("0..3_i64", lambda env: range(3))
            node.source.text = f"({node.source.text})"
        node.item = self.rng.choice([name for name, t in [("a", 0), ("b", 0), ("xs", 1), ("ys", 1), ("grid", 2), ("e", ty)] if t == ty])
        segment = segment or node.item
        if segment in level and not named:
            # An unlabelled branch begins here: its name would be a label.
            return self.step(scope, level, depth, named)
        if segment in level or (named and self.chance(0.15)):
            segment = node.name = self.unique("each")
        level.add(segment)
        if self.chance(0.4):
            k = self.rng.randint(1, 4)
            node.limit = Expr(str(k), lambda env: k)
            if self.of_type(scope, 1) and self.chance(0.3):
                node.limit = Expr(f"{self.rng.choice(self.of_type(scope, 1))}.len() + 1", lambda env: k)
            self.forms["limit"] += 1
        inner = {**scope, node.item: Var(ty, nameable)}
        node.chain, gives, inside = self.chain(inner, set(), depth + 1, self.rng.randint(1, 3))
        if gives.keys() & scope.keys() or self.chance(0.2):
            gives = self.listed(node, inside, gives, set(scope), True)
        return node, {name: Var(var.ty + 1, var.nameable) for name, var in gives.items()}


def int_rem(a, b):
    """Rust's `%`."""
    return a % b if a >= 0 else -(-a % b)


# The text.
def node_text(node, indent):
    head = f"{node.name}: " if node.name else ""
    tail = ""
    if node.outputs is not None:
        tail = " -> [" + ", ".join(i if i == o else f"{i} as {o}" for i, o in node.outputs) + "]"
    if node.kind == "pass":
        return "{}"
    if node.kind == "step":
        bound = ", ".join(name if e is None else f"{name} = {e.text}" for name, e in node.bindings.items())
        return head + node.sig.name + (f"({bound})" if bound else "") + tail
    if node.kind == "parallel":
        parts = [(f"{label}: " if label else "") + chain_text(chain, indent + 4) for label, chain in node.branches]
        return head + block("parallel ", parts, indent) + tail
    body = chain_text(node.chain, indent + 4)
    if node.kind == "group":
        return head + block("", [body], indent) + tail
    limit = f", limit = {node.limit.text}" if node.limit else ""
    return head + block(f"map({node.source.text} as {node.item}{limit}) ", [body], indent) + tail


def block(head, parts, indent):
    flat = head + "{ " + ", ".join(parts) + " }"
    if "\n" not in flat and len(flat) + indent < 100:
        return flat
    pad = " " * (indent + 4)
    return head + "{\n" + "".join(f"{pad}{part},\n" for part in parts) + " " * indent + "}"


def chain_text(nodes, indent):
    flat = " >> ".join(node_text(node, indent) for node in nodes)
    if "\n" not in flat and len(flat) + indent < 110:
        return flat
    pad = "\n" + " " * (indent + 4) + ">> "
    return pad.join(node_text(node, indent + 4 if i else indent) for i, node in enumerate(nodes))


def type_text(ty, borrowed=False):
    if borrowed:
        return "&i64" if ty == 0 else f"&[{type_text(ty - 1)}]"
    return "i64" if ty == 0 else f"Vec<{type_text(ty - 1)}>"


def value_text(value, borrowed=False):
    if not isinstance(value, list):
        return f"{'&' if borrowed else ''}{value}"
    return ("&[" if borrowed else "vec![") + ", ".join(value_text(v) for v in value) + "]"


def leaves(value):
    return 1 + sum(map(leaves, value)) if isinstance(value, list) else 1


def random_value(rng, ty):
    return rng.randint(0, 99) if ty == 0 else [random_value(rng, ty - 1) for _ in range(rng.choice([0, 1, 2, 2, 3, 4]))]


def pipeline(rng, number, library):
    """One pipeline as text and signature, with the forms in it; `None` where it is too large."""
    gen = Generator(rng, library)
    inputs = rng.sample([("a", 0), ("b", 0), ("c", 0), ("xs", 1), ("ys", 1), ("grid", 2)], rng.randint(1, 3))
    params = [(name, ty, gen.chance(0.35)) for name, ty in inputs]
    nodes, gives, scope = gen.chain({n: Var(t) for n, t, _ in params}, set(), 0, rng.randint(1, 5))
    top = Node("group", chain=nodes)
    if gen.chance(0.4) or not all(var.nameable for var in gives.values()):
        visible = {name: var for name, var in scope.items() if var.nameable}
        gives = gen.listed(top, visible, {n: v for n, v in gives.items() if v.nameable} or visible, set(), True)
    if gen.weight > 14:
        return None
    values = [random_value(rng, ty) for _, ty, _ in params]
    names = [name for name, _, _ in params]

    def call(*args):
        result = Interpreter().node(top, dict(zip(names, args)))
        return tuple(result[name] for name in gives)

    Interpreter.runs = 0
    try:
        expected = call(*values)
    except TooLong:
        return None
    if leaves(list(expected)) > 40:
        return None
    name = f"p{number}"
    takes = ", ".join(f"{n}: {type_text(t, borrowed)}" for n, t, borrowed in params)
    listed = ""
    if top.outputs is not None:
        listed = " -> [" + ", ".join(i if i == o else f"{i} as {o}" for i, o in top.outputs) + "]"
    args = ", ".join(value_text(v, borrowed) for v, (_, _, borrowed) in zip(values, params))
    fields = ", ".join(f"{n}: {value_text(v)}" for n, v in zip(gives, expected))
    text = (
        f"pipeline! {{\n    fn {name}({takes}){listed} {{\n        {chain_text(nodes, 8)}\n    }}\n}}\n"
        f"#[tokio::test]\nasync fn {name}_gives() {{\n    check!({name}({args}), P{number}Output {{ {fields} }}, {Interpreter.runs});\n}}\n"
    )
    nesting = max([sig.nesting for sig in used(nodes)], default=-1) + 1
    sig = Sig(name, params, [(n, var.ty) for n, var in gives.items()], call, gen.weight, nesting)
    gen.forms[f"nesting {gen.nesting}"] += 1
    return text, sig, gen.forms


def used(nodes):
    for node in nodes:
        if node.kind == "step" and node.sig not in TASKS:
            yield node.sig
        yield from used(node.chain)
        for _, chain in node.branches:
            yield from used(chain)


def generate():
    rng, texts, library, forms = random.Random(SEED), [], [], Counter()
    while len(texts) < COUNT:
        made = pipeline(rng, len(texts), library[-25:])
        if made is None:
            continue
        text, sig, has = made
        texts.append(text)
        forms += has
        if sig.weight <= 6 and sig.nesting <= 2:
            library.append(sig)
    about = ", ".join(f"{count} {form}" for form, count in sorted(forms.items()))
    return (
        f"//! Written by generate.py from the seed {SEED}; not to be edited.\n//!\n//! In {COUNT} pipelines: {about}.\n"
        "use super::tasks::*;\nuse runnable::prelude::*;\n\n" + "\n".join(texts)
    )


if __name__ == "__main__":
    path = Path(__file__).with_name("generated.rs")
    if "--check" in sys.argv:
        sys.exit(path.read_text() != generate() and "generated.rs is not what generate.py writes")
    path.write_text(generate())
