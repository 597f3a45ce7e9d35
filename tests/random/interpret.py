"""The tree of a pipeline, and an interpreter that ignores moves, borrows and concurrency."""

from collections import Counter
from dataclasses import dataclass, field, replace
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
class Policy:
    """An attribute before a node: a step around it."""

    word: str  # retry, timeout
    options: str
    segment: str = ""
    attempts: int = 0
    backoff: int = 0  # milliseconds before the second attempt
    when: Callable | None = None  # names and a failure -> whether another attempt follows
    limit: Expr | None = None


@dataclass
class Node:
    kind: str  # step, group, parallel, race, map, choice, repeat, recover, pass
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
    policies: list = field(default_factory=list)
    policy_name: str | None = None

    def chains(self):
        return [self.chain, self.recovery, *(chain for _, chain in self.branches), *(arm.chain for arm in self.arms)]


class TooLong(Exception):
    """The pipeline has more steps than a test should have."""


class Undetermined(Exception):
    """Two siblings fail, two branches of a race succeed, or a limit runs out and its work ends, in either order."""


@dataclass
class Failure(Exception):
    path: str
    message: str
    branches: list = field(default_factory=list)  # the failures of a race
    retryable: bool = True

    def text(self):
        at = f"step `{self.path}`" if self.path else "the run"
        return ": ".join([f"{at} failed: {self.message}", *(branch.text() for branch in self.branches)])


@dataclass
class Log:
    """The deterministic part of a run: the progress of a failed step's siblings is not."""

    starts: list = field(default_factory=list)  # the steps that start, including loops: the time, and whether it is certain
    failures: list = field(default_factory=list)  # times and paths
    recovered: int = 0
    repeated: int = 0  # attempts after a first
    expired: int = 0  # limits
    counted: list = field(default_factory=list)  # the times and paths of the steps that know their attempt
    after: int = 0  # the number of certain suspensions before the failure

    @property
    def least(self):
        return sum(certain for _, certain in self.starts)

    @property
    def most(self):
        return len(self.starts)

    @property
    def failed(self):
        return [path for _, path in self.failures]

    def absorb(self, other, reached=True):
        self.starts += [(time, certain and reached) for time, certain in other.starts]
        self.counted += other.counted
        if reached:
            self.failures += other.failures
            self.recovered += other.recovered
            self.repeated += other.repeated
            self.expired += other.expired
            self.after += other.after

    def until(self, end):
        """The log of work that is cancelled at this time."""
        return replace(
            self,
            starts=[(time, certain and time < end) for time, certain in self.starts if time <= end],
            failures=[(time, path) for time, path in self.failures if time < end],
            after=0,
        )


class Interpreter:
    def __init__(self):
        self.log = Log()
        self.time = 0  # in milliseconds: steps that do not wait take none
        self.attempts = None  # the attempts of each path in the outermost retry
        self.unsure = set()  # paths which may or may not have begun

    def chain(self, nodes, env, path):
        """Returns the returns of the last node, and all names at the end."""
        env, gives = dict(env), {}
        for node in nodes:
            if node.kind != "pass":
                gives = self.governed(node, node.policies, env, path)
                env.update(gives)
        return gives, env

    def governed(self, node, policies, env, path):
        """Runs a node below the steps that its policies are."""
        if not policies:
            return getattr(self, node.kind)(node, env, path)
        path = [*path, policies[0].segment]
        return getattr(self, policies[0].word)(
            policies[0], env, path, lambda: self.governed(node, policies[1:], env, path)
        )

    def retry(self, policy, env, path, work):
        def attempts():
            delay = policy.backoff
            for attempt in range(1, policy.attempts + 1):
                try:
                    return work()
                except Failure as failure:
                    failure.retryable = policy.when(env, failure)
                    if attempt == policy.attempts or not failure.retryable:
                        raise
                self.log.repeated += 1
                self.time += delay
                delay *= 2

        if self.attempts is not None:
            return self.composite(path, attempts)
        self.attempts, self.unsure = Counter(), set()
        try:
            return self.composite(path, attempts)
        finally:
            self.attempts = None

    def timeout(self, policy, env, path, work):
        self.start(path)
        log, began, end, gives, failure = self.log, self.time, self.time + policy.limit.value(env), None, None
        self.log = Log()
        try:
            gives = work()
        except Failure as failed:
            failure = failed
        inner, self.log = self.log, log
        if log.most + inner.most > 300:
            raise TooLong
        if self.time == end:
            raise Undetermined
        if self.time > end:
            log.absorb(self.cut(inner, began, end))
            log.expired += 1
            self.time = end
            self.fail(path, f"took longer than {end - began}ms")
        log.absorb(inner)
        if failure:
            log.failures.append((self.time, "/".join(path)))
            raise failure
        return gives

    def attempt(self, path):
        """Returns the number of the attempt that a step makes, of all since the outermost retry around it began."""
        if self.attempts is None:
            return 1
        if path in self.unsure:
            raise Undetermined
        self.attempts[path] += 1
        self.log.counted.append((self.time, path))
        return self.attempts[path]

    def cut(self, log, began, end):
        """Returns the log of work that is cancelled at this time."""
        if end > began and any(time == end for time, _ in log.failures):
            raise Undetermined
        self.forget(log, end)
        return log.until(end)

    def forget(self, log, end):
        """Takes back the attempts that begin after this time."""
        if self.attempts is not None:
            self.attempts.subtract(path for time, path in log.counted if time > end)
            self.unsure.update(path for time, path in log.counted if time == end)
        log.counted = [(time, path) for time, path in log.counted if time <= end]

    def start(self, path, fails_late=False):
        self.log.starts.append((self.time, True))
        self.log.after += 1 + fails_late
        if self.log.most > 300:
            raise TooLong

    def fail(self, path, message):
        path = "/".join(path)
        self.log.failures.append((self.time, path))
        raise Failure(path, message)

    def composite(self, path, run):
        """Runs what is a step in the events, and fails with its steps."""
        self.start(path)
        try:
            return run()
        except Failure:
            self.log.failures.append((self.time, "/".join(path)))
            raise

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
            values += [self.attempt("/".join(path))] if node.sig.counts else []
            self.time += node.sig.waits(*values) if node.sig.waits else 0
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

    def race(self, node, env, path):
        path, before, began, ran = below(path, node.name), self.log, self.time, []
        for label, chain in node.branches:
            self.log, self.time, gives, failure = Log(), began, None, None
            try:
                gives = self.contender(chain, env, below(path, label))
            except Failure as failed:
                failure = failed
            ran.append((self.time, self.log, gives, failure))
            if before.most + sum(log.most for _, log, _, _ in ran) > 300:
                raise TooLong
        self.log = before
        succeeded = [one for one in ran if one[3] is None]
        if not succeeded:
            self.time = max(time for time, *_ in ran)
            for _, log, _, _ in ran:
                before.absorb(log)
            failures = [failure for *_, failure in ran]
            retryable = any(failure.retryable for failure in failures)
            raise Failure("/".join(path), "no branch of the `race` succeeded", failures, retryable)
        winner = min(succeeded, key=lambda one: one[0])
        self.time = winner[0]
        if sum(time == self.time for time, *_ in succeeded) > 1:
            raise Undetermined
        for one in ran:
            before.absorb(one[1] if one is winner else self.cut(one[1], began, self.time))
        return merged(node, winner[2], env)

    def contender(self, chain, env, path):
        run = lambda: self.chain(chain, env, path)[0]
        if len(chain) > 1 or chain[0].kind != "step" or chain[0].policies:
            return self.composite(path, run)
        step = chain[0]
        return self.composite([*path, step.name or step.sig.name], run) if step.sig.tree else run()

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
            each = self.siblings(work, in_order=False, limited=node.limit is not None)
        return {name: [gives[name] for gives in each] for name in node.gives}

    def siblings(self, work, in_order=True, limited=False):
        """Runs all chains: the first failure is the result, unless the order is not deterministic."""
        before, began, ends, logs, results, failures = self.log, self.time, [], [], [], []
        for i, run in enumerate(work):
            self.log, self.time = Log(), began
            logs.append(self.log)
            try:
                results.append(run())
            except Failure as failure:
                failures.append((self.time, i, failure))
            ends.append(self.time)
            if before.most + sum(log.most for log in logs) > 300:
                raise TooLong
        self.log, self.time = before, max(ends, default=began)
        if limited and self.time > began:
            raise Undetermined
        if not failures:
            for log in logs:
                before.absorb(log)
            return results
        self.time, first, failure = min(failures, key=lambda failed: failed[:2])
        together = sum(time == self.time for time, *_ in failures)
        # No later branch overtakes a branch that fails in its first step without suspending; a later item may.
        if together > 1 and (logs[first].after > 1 or not in_order or self.time > began):
            raise Undetermined
        for i, log in enumerate(logs):
            if i != first:
                self.forget(log, self.time)
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
        def turns():
            most, turn, now = node.source.value(env), 0, env
            while True:
                inner = {**now, node.item: turn} if node.item else now
                gives, end = self.chain(node.chain, inner, [*path, f"{node.segment}[{turn}]"])
                turn += 1
                if node.until.value(end) or turn >= most:
                    return pick(node.outputs, gives, end)
                now = {name: end[name] for name in env}

        return self.composite([*path, node.segment], turns)

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
