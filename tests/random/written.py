"""Rust expressions in a pipeline: values, conditions and patterns."""

from interpret import Arm, Expr
from tasks import ERROR, USIZE


# True if expressions may read what changes between two parts of a run: see `model.py`.
environment = False


def int_rem(a, b):
    """Rust's `%`."""
    return a % b if a >= 0 else -(-a % b)


def of_type(scope, ty):
    return [name for name, var in scope.items() if var.ty == ty]


def value(rng, scope, ty):
    """Returns an expression of a type that is more than a name."""
    write = {0: number, 1: numbers, 2: grid, USIZE: size}.get(ty)
    if write:
        expr = rng.choice(write(rng, scope))
        return surrounded(rng, scope, ty, expr) if environment and rng.random() < 0.7 else expr
    if ty == ERROR:
        name = rng.choice(of_type(scope, ERROR))
        return Expr(name, lambda env: env[name])
    inner = value(rng, scope, ty - 1)
    return Expr(f"vec![{inner.text}]", lambda env: [inner.value(env)])


def surrounded(rng, scope, ty, expr):
    """Returns an expression that reads the surroundings; here, they add nothing."""
    if ty == 0:
        return Expr(f"shift() + {expr.text}", expr.value)
    if ty == 1:
        return rng.choice([
            Expr("items()", lambda env: [4, 7]),
            Expr(f"shuffled(&{expr.text})", expr.value),
        ])
    if ty == USIZE:
        return Expr(f"usize::from(flag()) + {expr.text}", expr.value)
    return expr


def number(rng, scope):
    k = rng.randint(0, 9)
    choices = [Expr(str(k), lambda env: k)]
    if names := of_type(scope, 0):
        x, y = rng.choice(names), rng.choice(names)
        choices += [
            Expr(f"{x} + {k}", lambda env: env[x] + k),
            Expr(f"{x} * {y} % 1_009 + {k}", lambda env: int_rem(env[x] * env[y], 1_009) + k),
            Expr(f"{{ let first = {x} * {k}; first - {y} }}", lambda env: env[x] * k - env[y]),
        ]
    if names := of_type(scope, 1):
        l = rng.choice(names)
        choices += [
            Expr(f"{l}.len() as i64", lambda env: len(env[l])),
            Expr(f"{l}.iter().map(|item| item % 10).sum::<i64>()", lambda env: sum(int_rem(i, 10) for i in env[l])),
        ]
    if names := of_type(scope, ERROR):
        e = rng.choice(names)
        choices += [
            Expr(f"{e}.message().len() as i64", lambda env: len(env[e].message)),
            Expr(f'format!("{{{e}:#}}").len() as i64', lambda env: len(env[e].text())),
        ]
    if names := of_type(scope, USIZE):
        t = rng.choice(names)
        choices.append(Expr(f"{k} - {t} as i64", lambda env: k - env[t]))
    return choices


def numbers(rng, scope):
    k = rng.randint(0, 9)
    choices = [Expr(f"vec![{k}_i64, {k + 1}]", lambda env: [k, k + 1])]
    if names := of_type(scope, 0):
        x, y = rng.choice(names), rng.choice(names)
        choices.append(Expr(f"vec![{x} + {k}, {y} * 2]", lambda env: [env[x] + k, env[y] * 2]))
    if names := of_type(scope, 1):
        l, m = rng.choice(names), rng.choice(names)
        choices += [
            Expr(f"{l}.to_vec()", lambda env: list(env[l])),
            Expr(f"{l}.iter().map(|item| item + {k}).collect::<Vec<i64>>()", lambda env: [i + k for i in env[l]]),
            Expr(f"{l}.iter().rev().chain({m}.iter()).take(5).copied().collect::<Vec<i64>>()",
                 lambda env: (env[l][::-1] + env[m])[:5]),
        ]
    return choices


def grid(rng, scope):
    k = rng.randint(0, 9)
    choices = [Expr(f"vec![vec![{k}_i64], vec![]]", lambda env: [[k], []])]
    if names := of_type(scope, 1):
        l = rng.choice(names)
        choices.append(Expr(f"vec![{l}.to_vec(), vec![{k}]]", lambda env: [list(env[l]), [k]]))
    return choices


def parts(rng, scope):
    """Returns a collection of tuples, a pattern for its items, its bindings of an item, and their types."""
    of, (x, y, l) = value(rng, scope, 1), rng.sample(["a", "b", "c", "e"], 2) + [rng.choice(["xs", "ys"])]
    if rng.random() < 0.6:
        source = Expr(f"({of.text}.iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>())",
                      lambda env: [(int_rem(i, 10), i + 1) for i in of.value(env)])
        patterns = [
            (f"({x}, {y})", lambda item: {x: item[0], y: item[1]}, {x: 0, y: 0}),
            (f"({x}, _)", lambda item: {x: item[0]}, {x: 0}),
            (f"(.., {y})", lambda item: {y: item[1]}, {y: 0}),
        ]
    else:
        source = Expr(f"({of.text}.iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>())",
                      lambda env: [((int_rem(i, 10), [i, 3]), [i, 1]) for i in of.value(env)])
        patterns = [
            (f"(({x}, [{y}, _]), {l})", lambda item: {x: item[0][0], y: item[0][1][0], l: item[1]}, {x: 0, y: 0, l: 1}),
            (f"((_, [.., {y}]), {l})", lambda item: {y: item[0][1][1], l: item[1]}, {y: 0, l: 1}),
        ]
    return source, *rng.choice(patterns)


def size(rng, scope):
    k = rng.randint(1, 3)
    choices = [Expr(str(k), lambda env: k)]
    if names := of_type(scope, 0):
        x = rng.choice(names)
        choices.append(Expr(f"({x} % 3).unsigned_abs() as usize", lambda env: abs(int_rem(env[x], 3))))
    if names := of_type(scope, 1):
        l = rng.choice(names)
        choices.append(Expr(f"{l}.len()", lambda env: len(env[l])))
    if names := of_type(scope, USIZE):
        t = rng.choice(names)
        choices.append(Expr(f"{t} + 1", lambda env: env[t] + 1))
    return choices


def condition(rng, scope):
    """Returns a condition without bindings."""
    k, choices = rng.randint(2, 4), [Expr("true", lambda env: True), Expr("false", lambda env: False)]
    if names := of_type(scope, 0):
        x, y = rng.choice(names), rng.choice(names)
        choices = [
            Expr(f"{x} % {k} == 0", lambda env: int_rem(env[x], k) == 0),
            Expr(f"{x} % {k} == 1", lambda env: int_rem(env[x], k) == 1),
            Expr(f"{x} - {y} < {k}", lambda env: env[x] - env[y] < k),
        ]
    if names := of_type(scope, 1):
        l, m = rng.choice(names), rng.choice(names)
        choices += [
            Expr(f"{l}.is_empty()", lambda env: not env[l]),
            Expr(f"{l}.len() + 1 > {m}.len() && {l}.len() < {k}", lambda env: len(env[l]) + 1 > len(env[m]) and len(env[l]) < k),
        ]
    if names := of_type(scope, USIZE):
        t = rng.choice(names)
        choices.append(Expr(f"{t} > {k - 2}", lambda env: env[t] > k - 2))
    chosen = rng.choice(choices)
    if environment and rng.random() < 0.6:
        return rng.choice([Expr("flag()", lambda env: False), Expr(f"flag() || {chosen.text}", chosen.value)])
    return chosen


def retryable(rng, scope):
    """Returns a `when` of a `retry` as text, and as a function of names and a failure."""
    choices = [
        ("|_| true", lambda env, failure: True),
        ("|_| false", lambda env, failure: False),
        ("runnable::Error::is_retryable", lambda env, failure: failure.retryable),
        ("|error| error.message().len() % 2 == 0", lambda env, failure: len(failure.message) % 2 == 0),
    ]
    if names := of_type(scope, 0):
        x = rng.choice(names)
        choices.append((f"|_| {x} % 2 == 0", lambda env, failure: int_rem(env[x], 2) == 0))
    return rng.choice(choices)


def duration(rng, scope):
    """Returns the parenthesized limit of a `timeout`, with its milliseconds."""
    k, names = rng.randint(1, 300), of_type(scope, 0)
    if names and rng.random() < 0.3:
        x = rng.choice(names)
        text = f"(std::time::Duration::from_millis(({x} % 100).unsigned_abs() + {k}))"
        return Expr(text, lambda env: abs(int_rem(env[x], 100)) + k)
    return milliseconds(k)


def milliseconds(ms):
    return Expr(f'("{ms}ms")', lambda env: ms)


def arms_of(rng, scope, matched, bound):
    """Returns a matched value with the heads of arms (text, test, types of bindings); the last head always matches.

    `matched` is one of the forms below, `bound` gives names for what patterns bind.
    """
    return globals()[f"by_{matched}"](rng, scope, bound)


def always(name=None, ty=0):
    if name is None:
        return ("_", lambda value, env: {}, {})
    return (name, lambda value, env: {name: value}, {name: ty})


def by_number(rng, scope, bound):
    k, n, m = rng.randint(2, 4), bound(), bound()
    x = rng.choice(of_type(scope, 0))
    source = rng.choice([Expr(x, lambda env: env[x]), Expr(f"{x} % {k}", lambda env: int_rem(env[x], k))])
    guards = [(f"{n} % {k} == 1", lambda value, env: int_rem(value, k) == 1)]
    others = [name for name in of_type(scope, 0) if name != n]
    if others:
        y = rng.choice(others)
        guards.append((f"{n} - {y} < {k}", lambda value, env: value - env[y] < k))
    text, guard = rng.choice(guards)
    heads = [
        ("0", lambda value, env: {} if value == 0 else None, {}),
        (f"1 | {k}", lambda value, env: {} if value in (1, k) else None, {}),
        (f"{m} @ 2..=40", lambda value, env: {m: value} if 2 <= value <= 40 else None, {m: 0}),
        (f"{n} if {text}", lambda value, env: {n: value} if guard(value, env) else None, {n: 0}),
    ]
    return source, some(rng, heads), always(rng.choice([None, n]))


def by_slice(rng, scope, bound):
    ty = rng.choice([1, 1, 2] if of_type(scope, 2) else [1])
    l, item, first, rest, last = rng.choice(of_type(scope, ty)), ty - 1, bound(), bound(), bound()
    source = rng.choice([Expr(f"&{l}[..]", lambda env: env[l])])
    heads = [
        ("[]", lambda value, env: {} if not value else None, {}),
        (f"[{first}]", lambda value, env: {first: value[0]} if len(value) == 1 else None, {first: item}),
        (f"[{first}, {rest} @ ..]", lambda value, env: {first: value[0], rest: value[1:]} if value else None,
         {first: item, rest: ty}),
        (f"[{first}, .., {last}]", lambda value, env: {first: value[0], last: value[-1]} if len(value) > 1 else None,
         {first: item, last: item}),
        (f"{rest} if {rest}.len() > 2", lambda value, env: {rest: value} if len(value) > 2 else None, {rest: ty}),
    ]
    return source, some(rng, heads), always(rng.choice([None, rest]), ty)


def by_list(rng, scope, bound):
    l, list_ = rng.choice(of_type(scope, 1)), bound()
    heads = [(f"{list_} if {list_}.len() > 1", lambda value, env: {list_: value} if len(value) > 1 else None, {list_: 1})]
    return Expr(l, lambda env: env[l]), heads, always(rng.choice([None, list_]), 1)


def by_option(rng, scope, bound):
    l, e = rng.choice(of_type(scope, 1)), bound()
    source = rng.choice([
        Expr(f"{l}.first()", lambda env: env[l][0] if env[l] else None),
        Expr(f"{l}.last().copied()", lambda env: env[l][-1] if env[l] else None),
        Expr(f"{l}.iter().max()", lambda env: max(env[l], default=None)),
    ])
    heads = [
        (f"Some({e}) if {e} % 2 == 0", lambda value, env: {e: value} if value is not None and value % 2 == 0 else None, {e: 0}),
        ("None", lambda value, env: {} if value is None else None, {}),
        (f"Some({e})", lambda value, env: {e: value} if value is not None else None, {e: 0}),
    ]
    return source, some(rng, heads), always()


def by_pair(rng, scope, bound):
    x, y, r = rng.choice(of_type(scope, 0)), rng.choice(of_type(scope, 0)), bound()
    source = Expr(f"({x} % 2 == 0, {y} % 3)", lambda env: (int_rem(env[x], 2) == 0, int_rem(env[y], 3)))
    heads = [
        ("(true, 0)", lambda value, env: {} if value == (True, 0) else None, {}),
        (f"(true, {r})", lambda value, env: {r: value[1]} if value[0] else None, {r: 0}),
        (f"(_, {r}) if {r} > 0", lambda value, env: {r: value[1]} if value[1] > 0 else None, {r: 0}),
    ]
    return source, some(rng, heads), always()


def some(rng, heads):
    heads = [head for head in heads if rng.random() < 0.6] or heads[:1]
    rng.shuffle(heads)
    return heads[:3]


def binding_condition(rng, scope, bound):
    """Returns a condition that binds by `let`: (text, test, types of bindings)."""
    l, e, rest = rng.choice(of_type(scope, 1)), bound(), bound()
    return rng.choice([
        (f"let Some({e}) = {l}.first()", lambda env: {e: env[l][0]} if env[l] else None, {e: 0}),
        (f"let [{e}, {rest} @ ..] = &{l}[..] && {e} % 2 == 0",
         lambda env: {e: env[l][0], rest: env[l][1:]} if env[l] and env[l][0] % 2 == 0 else None, {e: 0, rest: 1}),
        (f"!{l}.is_empty() && let Some({e}) = {l}.iter().min()", lambda env: {e: min(env[l])} if env[l] else None, {e: 0}),
    ])


