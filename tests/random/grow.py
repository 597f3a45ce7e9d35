"""Random trees that obey the scope rules of `pipeline!`."""

from collections import Counter
from dataclasses import dataclass

import written
from interpret import Arm, Expr, Node, Policy
from tasks import BLAME, DAWDLE, ERROR, PAUSE, SIFT, TASKS, TRIP, USIZE
from written import of_type

DEPTH = 3
NAMES = "a b c d xs ys zs grid e f g h u w".split()
BOUND = "n m first rest last a b e xs".split()


@dataclass(frozen=True)
class Var:
    ty: int
    nameable: bool = True  # false for expressions, whose type an output cannot name


class Stuck(Exception):
    """The rules do not allow the tree to be completed."""


class Generator:
    NAMED_ERRORS = 0.75
    COLLECTS = 0.3
    COMPOSITES = {
        "group": 1, "parallel": 2, "map": 2.5, "match": 1.5, "if": 1.5, "repeat": 1.5, "recover": 3, "race": 2,
        "policed": 5.5,
    }
    POLICIES = [["retry"], ["retry"], ["timeout"], ["retry", "timeout"], ["timeout", "retry"]]
    # True if the clock and the parts of a run decide nothing: only one branch of a race ends with success, a step below
    # a `retry` fails always, or not in the last attempt, and a step below a `timeout` is quick or takes an hour.
    DECIDED = False
    BACKOFFS = [None, None, 1, 7, 40, 250]
    HOUR = 3_600_000

    def __init__(self, rng, library):
        self.rng, self.library, self.fresh, self.weight, self.nesting = rng, library, 0, 0, 0
        self.forms = Counter()
        self.trying, self.sure, self.retrying = 0, 0, 0

    def chance(self, p):
        return self.rng.random() < p

    def unique(self, prefix):
        self.fresh += 1
        return f"{prefix}_{self.fresh}"

    def free(self, taken):
        names = [name for name in NAMES if name not in taken]
        return self.rng.choice(names) if names else self.unique("n")

    def chain(self, scope, level, depth, length, named=True):
        """Returns nodes, the returns of the last node, and all names at the end; `named` allows the first node a name."""
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
        kinds = {"step": 14}
        if depth < DEPTH:
            kinds |= self.COMPOSITES
        kind = self.any_of(kinds)
        if not named and kind in ("match", "if", "recover", "repeat") and self.chance(0.5):
            kind = "step"
        before = (self.weight, self.trying, self.sure, self.retrying, Counter(self.forms))
        try:
            node, gives = self.of_kind(kind, scope, level, depth, named)
        except Stuck:
            self.weight, self.trying, self.sure, self.retrying, self.forms = before
            kind = "step"
            node, gives = self.step(scope, level, depth, named)
        self.forms[{"recover": "try"}.get(kind, kind)] += kind != "policed"
        self.nesting = max(self.nesting, depth + (kind != "step"))
        node.gives = list(gives)
        return node, gives

    def any_of(self, kinds):
        return self.rng.choices(list(kinds), list(kinds.values()))[0]

    def of_kind(self, kind, scope, level, depth, named):
        return getattr(self, {"if": "if_", "match": "match_"}.get(kind, kind))(scope, level, depth, named)

    def segment(self, node, level, prefix, named, chance):
        """Returns an optional name, and the prefix of the paths below it."""
        if not (named and self.chance(chance)):
            return level
        node.name = self.unique(prefix)
        level.add(node.name)
        return set()

    # Steps.

    def step(self, scope, level, depth, named):
        pool = tasks = [sig for sig in TASKS if not (self.sure and sig.fallible or self.retrying and sig.once)]
        if not self.sure and self.library and self.chance(0.16):
            pool = [sig for sig in self.library if not (self.retrying and sig.once)]
        if self.trying and not self.sure and self.chance(0.5):
            pool = [sig for sig in tasks if sig.fallible]
        known = {var.ty for var in scope.values()}
        usable = [sig for sig in pool if (named or sig.name not in level) and not (sig.fallible and self.chance(0.3))]
        usable = [sig for sig in usable if ERROR in known or not any(ty == ERROR for _, ty, _ in sig.params)]
        # Prefer steps whose inputs exist, and rare steps.
        fitting = [sig for sig in usable if all(ty in known for _, ty, _ in sig.params)]
        rare = [sig for sig in fitting if any(ty < 0 for _, ty, _ in sig.params)]
        choices = rare if rare and self.chance(0.35) else fitting or usable
        others = [sig for sig in tasks if sig.name not in level and not sig.params[0][1] < 0]
        sig = self.rng.choice(choices or others)
        if sig.tree:
            self.forms["sub-pipeline"] += 1
        node = Node("step", sig=sig)
        if sig.name in level or (named and self.chance(0.1)):
            node.name = self.unique("step")
            self.forms["step name"] += 1
        level.add(node.name or sig.name)
        self.weight += sig.weight
        for name, ty, _ in sig.params:
            self.bind(node, name, ty, of_type(scope, ty), scope)
        gives = {name: Var(ty) for name, ty in sig.returns}
        if self.chance(0.25):
            gives = self.listed(node, gives, gives, set(), False)
        return node, gives

    def bind(self, node, name, ty, there, scope):
        if name in there and self.chance(0.65):
            if self.chance(0.12):
                node.bindings[name] = None
                self.forms["a(x)"] += 1
        elif there and self.chance(0.6):
            other = self.rng.choice(there)
            node.bindings[name] = Expr(other, lambda env: env[other])
            self.forms["a(x = y)"] += 1
        else:
            node.bindings[name] = written.value(self.rng, scope, ty)
            self.forms["a(x = expr)"] += 1

    def listed(self, node, visible, natural, forbidden, twice):
        """Returns an output list without forbidden names."""
        visible = {name: var for name, var in visible.items() if var.ty >= 0}
        names = list(natural) + [name for name in visible if name not in natural and self.chance(0.15)]
        names = [name for name in names if self.chance(0.8)] or list(natural)[:1] or list(visible)[:1]
        self.rng.shuffle(names)
        if names and twice and self.chance(0.15):
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

    # Composites that run all of their chains.

    def group(self, scope, level, depth, named):
        node = Node("group")
        level = self.segment(node, level, "group", named, 0.4)
        node.chain, gives, inside = self.chain(scope, level, depth + 1, self.rng.randint(1, 3))
        if self.chance(0.4):
            gives = self.listed(node, inside, gives, set(), True)
        return node, gives

    def parallel(self, scope, level, depth, named):
        node, union = Node("parallel"), {}
        level = self.segment(node, level, "both", named, 0.3)
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
        if union and self.chance(0.35):
            union = self.listed(node, union, union, set(), False)
        return node, union

    def renamed(self, chain, gives, taken, scope):
        """Renames the returns of a branch that another branch returns as well."""
        if not gives.keys() & taken:
            return gives
        last = [node for node in chain if node.kind != "pass"][-1]
        outputs, result = [], {}
        for inner, outer in last.outputs or [(name, name) for name in gives]:
            new = outer
            if outer in taken:
                new = self.free(scope.keys() | taken | gives.keys() | result.keys())
                # A map may not return a name that its own chain sees.
                if last.kind == "map":
                    new = self.unique("n")
                self.forms["as"] += 1
            outputs.append((inner, new))
            result[new] = gives[outer]
        last.outputs = outputs
        last.gives = list(result)
        return result

    def map(self, scope, level, depth, named):
        node, nameable, parts = Node("map"), True, {}
        lists = [name for name, var in scope.items() if var.ty >= 1 and (var.ty < 2 or self.chance(0.7))]
        segment = None
        if self.chance(0.2):
            node.source, node.item, node.parts, parts = written.parts(self.rng, scope)
            segment = "map"
            self.forms["pattern"] += 1
        elif lists and self.chance(0.75):
            name = self.rng.choice(lists)
            ty, nameable = scope[name].ty - 1, scope[name].nameable
            node.source, segment = Expr(name, lambda env: env[name]), name
            if self.chance(0.1):
                node.source.text, segment = f"({name})", None
        else:
            ty, nameable = 0, False
            node.source = written.value(self.rng, scope, 1)
            if self.chance(0.2):
                node.source = Expr("0..3_i64", lambda env: range(3))
            node.source.text = f"({node.source.text})"
        if not node.item:
            items = [("a", 0), ("b", 0), ("xs", 1), ("ys", 1), ("grid", 2), ("e", ty)]
            node.item = self.rng.choice([name for name, t in items if t == ty])
            parts = {node.item: ty}
        node.segment = segment or node.item
        if node.segment in level and not named:
            # The name of the first node of an unlabelled branch would be its label.
            raise Stuck
        if node.segment in level or (named and self.chance(0.15)):
            node.segment = node.name = self.unique("each")
        level.add(node.segment)
        if self.chance(0.4):
            k = self.rng.randint(1, 4)
            node.limit = Expr(str(k), lambda env: k)
            if of_type(scope, 1) and self.chance(0.3):
                node.limit = Expr(f"{self.rng.choice(of_type(scope, 1))}.len() + 1", lambda env: k)
            self.forms["limit"] += 1
        inner = {**scope, **{name: Var(ty, nameable and not node.parts) for name, ty in parts.items()}}
        if self.chance(0.3):
            node.index, node.limit_first = self.rng.choice(["round", "round", "i"]), self.chance(0.5)
            inner[node.index] = Var(USIZE)
            self.forms["index"] += 1
        collects = self.chance(self.COLLECTS)
        self.trying += collects
        node.chain, gives, inside = self.chain(inner, set(), depth + 1, self.rng.randint(1, 3))
        self.trying -= collects
        if collects:
            return self.collecting(node, gives, level)
        if gives.keys() & scope.keys() or self.chance(0.2):
            gives = self.listed(node, inside, gives, set(scope), True)
        return node, {name: Var(var.ty + 1, var.nameable) for name, var in gives.items()}

    def collecting(self, node, gives, level):
        """Returns a group of the `map` and the steps that read its results."""
        names = [name for name, var in gives.items() if var.ty == 0][:2]
        node.collects, node.gives = True, [self.unique("result") for _ in names]
        node.outputs = list(zip(names, node.gives))
        self.forms["collect"] += 1
        group, returns = Node("group", chain=[node]), {}
        if not names:
            return group, returns
        for sig in [BLAME, SIFT] if self.chance(self.NAMED_ERRORS) else [SIFT]:
            step = Node("step", sig=sig, name=self.unique(sig.name))
            for (parameter, _, _), name in zip(sig.params, [node.gives[0], node.gives[-1]]):
                step.bindings[parameter] = Expr(name, lambda env, name=name: env[name])
            level.add(step.name)
            self.weight += sig.weight
            group.chain.append(step)
            returns = {name: Var(ty) for name, ty in sig.returns}
            step.gives = list(returns)
        return group, returns

    def race(self, scope, level, depth, named):
        node, ways = Node("race"), []
        level = self.segment(node, level, "first", named, 0.3)
        count = self.rng.choice([2, 2, 3])
        winner = self.rng.randrange(count) if self.DECIDED else None
        at_once = None if self.DECIDED or self.chance(0.4) else self.rng.randrange(count)
        for i in range(count):
            if i == at_once:
                label, chain, gives = self.single(scope, level, depth)
            else:
                label, below = self.unique("lost" if self.DECIDED and i != winner else "racer"), set()
                level.add(label)
                self.sure += i == winner
                chain, gives, _ = self.chain(scope, below, depth + 1, self.rng.choice([1, 2, 2, 3]))
                self.sure -= i == winner
                if i != winner:
                    self.pause(chain, below)
            node.branches.append((label, chain))
            ways.append(gives)
        return node, self.merge(node, ways, scope)

    def single(self, scope, level, depth):
        """Returns a branch that is a step."""
        label = self.unique("racer") if self.chance(0.5) else None
        if label:
            level.add(label)
        step, gives = self.step(scope, set() if label else level, depth, label is not None)
        step.gives = list(gives)
        return label, [step], gives

    def pause(self, chain, level):
        ms = self.HOUR if self.DECIDED else self.rng.randint(1, 500)
        self.insert(chain, level, PAUSE, [ms], self.rng.randrange(len(chain)))

    def insert(self, chain, level, sig, values, at):
        """Inserts a step without returns."""
        step = Node("step", sig=sig, name=self.unique(sig.name))
        step.bindings = {name: Expr(str(value), lambda env, value=value: value)
                         for (name, _, _), value in zip(sig.params, values)}
        level.add(step.name)
        chain.insert(at, step)

    # Policies.

    def policed(self, scope, level, depth, named):
        """Returns a node with policies."""
        words, below = self.rng.choice(self.POLICIES), set()
        kinds = {**self.COMPOSITES, "step": 3, "group": 12}
        del kinds["policed"]
        self.retrying += "retry" in words
        node, gives = self.of_kind(self.any_of(kinds), scope, below, depth, False)
        self.retrying -= "retry" in words
        if node.policies:
            raise Stuck
        segment = node.sig.name if node.kind == "step" else words[0]
        if segment in level or (named and self.chance(0.3)):
            if not named:
                raise Stuck
            segment = node.policy_name = self.unique("tries" if words[0] == "retry" else "within")
        level.add(segment)
        node.policies = [self.tried(scope) if word == "retry" else self.limited(scope) for word in words]
        for policy, name in zip(node.policies, [segment, *words[1:]]):
            policy.segment = name
            self.forms[policy.word] += 1
        # Which attempt of a branch of a `race` fails would decide its winner.
        chains = [node.chain] + [chain for label, chain in node.branches if label and node.kind == "parallel"]
        chains = [chain for chain in chains if chain]
        if chains and self.chance(0.85):
            self.gate(node.policies, self.rng.choice(chains), below)
        return node, gives

    def tried(self, scope):
        attempts, options = self.rng.choice([2, 2, 3, 3, 4]), []
        backoff, when = self.rng.choice(self.BACKOFFS), lambda env, failure: failure.retryable
        if backoff:
            options.append(f'backoff = "{backoff}ms"')
        if not self.DECIDED and self.chance(0.3):
            text, when = written.retryable(self.rng, scope)
            options.append(f"when = {text}")
            self.forms["when"] += 1
        if options or attempts != 3 or self.chance(0.7):
            options.insert(0, str(attempts))
        text = f"({', '.join(options)})" if options else ""
        return Policy("retry", text, attempts=attempts, backoff=backoff or 100, when=when)

    def limited(self, scope):
        limit = written.milliseconds(2 * self.HOUR) if self.DECIDED else written.duration(self.rng, scope)
        return Policy("timeout", limit.text, limit=limit)

    def gate(self, policies, chain, level):
        """Inserts a step that decides how the attempts end, or how long they take."""
        policy, attempts = self.rng.choice(policies), max(policy.attempts for policy in policies)
        at, may_fail = self.rng.randrange(len(chain)), self.trying or self.chance(0.08)
        times = self.rng.randint(1, attempts - 1) if attempts else 0
        if policy.word == "retry":
            self.insert(chain, level, TRIP, [attempts if may_fail and not self.DECIDED else times], at)
        elif not self.DECIDED:
            ms = self.rng.randint(200, 500) if may_fail or times else self.rng.randint(1, 20)
            self.insert(chain, level, DAWDLE, [ms, 9 if may_fail else times or 9], at)
        elif not self.sure and self.chance(0.5):
            policy.limit = written.milliseconds(2)
            policy.options = policy.limit.text
            self.insert(chain, level, PAUSE, [self.HOUR], 0)

    # Composites that run a single chain.

    def bound(self):
        names = list(BOUND)
        self.rng.shuffle(names)
        return names.pop

    def match_(self, scope, level, depth, named):
        forms = ["number", "number", "pair"] if of_type(scope, 0) else []
        forms += ["slice", "slice", "list", "option"] if of_type(scope, 1) else []
        if not forms:
            raise Stuck
        node = Node("choice")
        level = self.segment(node, level, "by", named, 0.25)
        node.source, heads, last = written.arms_of(self.rng, scope, self.rng.choice(forms), self.bound())
        ways = []
        for text, test, types in [*heads, last]:
            arm = Arm(text, lambda env, test=test: test(node.source.value(env), env), [])
            arm.chain, gives, _ = self.way({**scope, **unnameable(types)}, level, depth, 0.2)
            node.arms.append(arm)
            ways.append(gives)
        return node, self.merge(node, ways, scope)

    def if_(self, scope, level, depth, named):
        node = Node("choice")
        level = self.segment(node, level, "by", named, 0.25)
        ways = []
        for i in range(self.rng.choice([1, 1, 2, 3])):
            if of_type(scope, 1) and self.chance(0.4):
                text, test, types = written.binding_condition(self.rng, scope, self.bound())
                self.forms["if let"] += 1
            else:
                condition = written.condition(self.rng, scope)
                text, types = condition.text, {}
                test = lambda env, condition=condition: {} if condition.value(env) else None
            arm = Arm(f"if {text}", test, [])
            arm.chain, gives, _ = self.way({**scope, **unnameable(types)}, level, depth, 0.1)
            node.arms.append(arm)
            ways.append(gives)
        chain, gives, _ = self.way(scope, level, depth, 0.4)
        node.arms.append(Arm("", lambda env: {}, chain))
        ways.append(gives)
        return node, self.merge(node, ways, scope)

    def recover(self, scope, level, depth, named):
        node = Node("recover")
        level = self.segment(node, level, "attempt", named, 0.25)
        self.trying += 1
        node.chain, tried, _ = self.chain(scope, level, depth + 1, self.rng.choice([1, 2, 2, 3]))
        self.trying -= 1
        error = {}
        if self.chance(self.NAMED_ERRORS):
            node.item = self.rng.choice(["error", "error", "why", "e", "a", "xs"])
            error = {node.item: Var(ERROR)}
        node.recovery, instead, _ = self.way({**scope, **error}, level, depth, 0.15)
        return node, self.merge(node, [tried, instead], scope)

    def way(self, scope, level, depth, nothing):
        """Returns the chain of an arm, which may be empty."""
        if self.chance(nothing):
            return [], {}, scope
        if self.chance(0.1):
            node = Node("group")
            gives = self.listed(node, scope, {}, set(), True)
            if node.outputs:
                self.forms["{} -> [..]"] += 1
                return [node], gives, scope
        return self.chain(scope, level, depth + 1, self.rng.choice([1, 1, 1, 2, 2, 3]))

    def merge(self, node, ways, scope):
        """Returns the names that all arms return or pass through with the same type."""
        visible, differ = {}, False
        for name in {**{name: None for way in ways for name in way}, **scope}:
            column = [way.get(name, scope.get(name)) for way in ways]
            if all(column):
                if len({var.ty for var in column}) == 1 and column[0].ty >= 0:
                    visible[name] = Var(column[0].ty, any(var.nameable for var in column))
                else:
                    differ |= any(name in way for way in ways)
        natural = {name: visible[name] for way in ways for name in way if name in visible}
        if differ or self.chance(0.3):
            if not visible:
                raise Stuck
            return self.listed(node, visible, natural, set(), True)
        return natural

    def repeat(self, scope, level, depth, named):
        node = Node("repeat")
        node.segment = "repeat"
        if named and ("repeat" in level or self.chance(0.2)):
            node.segment = node.name = self.unique("again")
        if node.segment in level:
            raise Stuck
        level.add(node.segment)
        k = self.rng.randint(1, 4)
        node.source = Expr(str(k), lambda env: k)
        if self.chance(0.35):
            node.source = written.value(self.rng, scope, USIZE)
        index = {}
        if self.chance(0.5):
            node.item = self.rng.choice(["round", "round", "round", "i", "b"])
            index = {node.item: Var(USIZE)}
        node.chain, gives, end = self.chain({**scope, **index}, set(), depth + 1, self.rng.randint(1, 3))
        carried = [name for name, var in scope.items() if name not in index and end[name] is not var]
        if any(end[name].ty != scope[name].ty for name in carried):
            raise Stuck
        self.forms["carried"] += len(carried)
        node.until = written.condition(self.rng, end)
        if self.chance(0.4):
            gives = self.listed(node, end, gives, set(), True)
        return node, gives


def unnameable(types):
    return {name: Var(ty, False) for name, ty in types.items()}
