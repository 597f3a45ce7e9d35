"""The tree of a pipeline, and an interpreter that ignores moves, borrows and concurrency."""

from dataclasses import dataclass, field
from typing import Callable

from tasks import Refused, Sig


@dataclass
class Expr:
    text: str
    value: Callable  # names -> value


@dataclass
class Arm:
    head: str
    test: Callable  # names -> bindings of the pattern, or None if the arm does not match
    chain: list


@dataclass
class Node:
    kind: str  # step, group, parallel, map, choice, repeat, recover, pass
    name: str | None = None
    outputs: list | None = None  # (inner, outer)
    gives: list = field(default_factory=list)
    sig: Sig | None = None
    bindings: dict = field(default_factory=dict)  # parameter -> Expr, or None for `a(x)`
    chain: list = field(default_factory=list)
    branches: list = field(default_factory=list)  # (label, chain)
    source: Expr | None = None  # the items, the matched value, or the maximum
    item: str | None = None  # the name or the pattern of an item, or the name of an iteration's number or of an error
    parts: Callable | None = None  # an item -> the bindings of its pattern
    index: str | None = None
    limit_first: bool = False  # before the index
    collects: bool = False
    segment: str = ""
    limit: Expr | None = None
    arms: list = field(default_factory=list)
    until: Expr | None = None
    recovery: list = field(default_factory=list)

    def chains(self):
        return [self.chain, self.recovery, *(chain for _, chain in self.branches), *(arm.chain for arm in self.arms)]


class TooLong(Exception):
    """The pipeline has more steps than a test should have."""


class Undetermined(Exception):
    """Two siblings fail in an order that is not deterministic."""


@dataclass
class Failure(Exception):
    path: str
    message: str


@dataclass
class Log:
    """The deterministic part of a run: the progress of a failed step's siblings is not."""

    least: int = 0  # steps that start, including loops
    most: int = 0
    failed: list = field(default_factory=list)  # paths
    recovered: int = 0
    after: int = 0  # the number of certain suspensions before the failure

    def absorb(self, other, reached=True):
        self.most += other.most
        if reached:
            self.least += other.least
            self.failed += other.failed
            self.recovered += other.recovered
            self.after += other.after


class Interpreter:
    def __init__(self):
        self.log = Log()

    def chain(self, nodes, env, path):
        """Returns the returns of the last node, and all names at the end."""
        env, gives = dict(env), {}
        for node in nodes:
            if node.kind != "pass":
                gives = getattr(self, node.kind)(node, env, path)
                env.update(gives)
        return gives, env

    def start(self, path, fails_late=False):
        self.log.least += 1
        self.log.most += 1
        self.log.after += 1 + fails_late
        if self.log.most > 300:
            raise TooLong

    def fail(self, path, message):
        path = "/".join(path)
        self.log.failed.append(path)
        raise Failure(path, message)

    def step(self, node, env, path):
        path = [*path, node.name or node.sig.name]
        values = []
        for name, _, _ in node.sig.params:
            bound = node.bindings.get(name)
            values.append(bound.value(env) if bound else env[name])
        names = [name for name, _ in node.sig.returns]
        if node.sig.tree:
            inner = dict(zip((name for name, _, _ in node.sig.params), values))
            gives = self.group(node.sig.tree, inner, path)
        else:
            self.start(path, node.sig.suspends)
            try:
                gives = dict(zip(names, node.sig.call(*values)))
            except Refused as refused:
                self.fail(path, str(refused))
        return pick(node.outputs, gives, gives)

    def group(self, node, env, path):
        gives, inside = self.chain(node.chain, env, below(path, node.name))
        return pick(node.outputs, gives, inside)

    def parallel(self, node, env, path):
        path, union = below(path, node.name), {}
        work = [lambda label=label, chain=chain: self.chain(chain, env, below(path, label))[0]
                for label, chain in node.branches]
        for gives in self.siblings(work):
            assert not union.keys() & gives.keys()
            union.update(gives)
        return pick(node.outputs, union, union)

    def map(self, node, env, path):
        def one(i, item):
            bound = node.parts(item) if node.parts else {node.item: item}
            if node.index:
                bound[node.index] = i
            gives, inside = self.chain(node.chain, {**env, **bound}, [*path, f"{node.segment}[{i}]"])
            return pick(node.outputs, gives, inside)

        def collected(i, item):
            try:
                return one(i, item)
            except Failure as failure:
                self.log.recovered += 1
                return {name: failure for name in node.gives}

        items, run = node.source.value(env), collected if node.collects else one
        if node.limit and node.limit.text == "1":
            each = [run(i, item) for i, item in enumerate(items)]
        else:
            work = [lambda i=i, item=item: run(i, item) for i, item in enumerate(items)]
            each = self.siblings(work, in_order=False)
        return {name: [gives[name] for gives in each] for name in node.gives}

    def siblings(self, work, in_order=True):
        """Runs all chains: the first failure is the result, unless the order is not deterministic."""
        before, logs, results, failures = self.log, [], [], []
        for i, run in enumerate(work):
            self.log = Log()
            logs.append(self.log)
            try:
                results.append(run())
            except Failure as failure:
                failures.append((i, failure))
            if before.most + sum(log.most for log in logs) > 300:
                raise TooLong
        self.log = before
        if not failures:
            for log in logs:
                before.absorb(log)
            return results
        first, failure = failures[0]
        # No later branch overtakes a branch that fails in its first step without suspending; a later item may.
        if len(failures) > 1 and (logs[first].after > 1 or not in_order):
            raise Undetermined
        for i, log in enumerate(logs):
            before.absorb(log, i == first)
        raise failure

    def choice(self, node, env, path):
        path = below(path, node.name)
        for arm in node.arms:
            bound = arm.test(env)
            if bound is not None:
                gives, _ = self.chain(arm.chain, {**env, **bound}, path)
                return merged(node, gives, env)
        raise AssertionError("a choice is exhaustive")

    def repeat(self, node, env, path):
        path = [*path, node.segment]
        self.start(path)
        most, turn, now = node.source.value(env), 0, env
        try:
            while True:
                inner = {**now, node.item: turn} if node.item else now
                gives, end = self.chain(node.chain, inner, [*path[:-1], f"{node.segment}[{turn}]"])
                turn += 1
                if node.until.value(end) or turn >= most:
                    return pick(node.outputs, gives, end)
                now = {name: end[name] for name in env}
        except Failure:
            # The loop is a step, and fails with its body.
            self.log.failed.append("/".join(path))
            raise

    def recover(self, node, env, path):
        path = below(path, node.name)
        try:
            gives, _ = self.chain(node.chain, env, path)
        except Failure as failure:
            self.log.recovered += 1
            named = {node.item: failure} if node.item else {}
            gives, _ = self.chain(node.recovery, {**env, **named}, path)
        return merged(node, gives, env)


def below(path, name):
    return [*path, name] if name else path


def pick(outputs, gives, visible):
    return dict(gives) if outputs is None else {outer: visible[inner] for inner, outer in outputs}


def merged(node, gives, env):
    """Returns the returns of a chosen chain; it passes through outer names that it does not return."""
    outputs = [(name, name) for name in node.gives] if node.outputs is None else node.outputs
    return {outer: gives[inner] if inner in gives else env[inner] for inner, outer in outputs}
