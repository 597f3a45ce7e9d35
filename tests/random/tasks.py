"""The tasks of `tests/random.rs` with the same names: their inputs, returns and errors.

Types are numbers: 0 is `i64`, 1 is `Vec<i64>`, and so on. `ERROR`, `USIZE` and `RESULTS` are names that only `else |error|`,
`index as` and `on_error = collect` make; no pipeline takes or gives them.
"""

from dataclasses import dataclass
from typing import Any, Callable

M = 10_007
ERROR, USIZE, RESULTS = -1, -2, -3


class Refused(Exception):
    """The error of a task."""


@dataclass
class Sig:
    name: str
    params: list  # (name, type, borrowed)
    returns: list  # (name, type)
    call: Callable | None  # values in the order of the parameters -> values in the order of the returns
    suspends: bool = False
    fallible: bool = False
    waits: Callable | None = None  # values -> milliseconds
    counts: bool = False  # takes the number of its attempt as its last value
    once: bool = False  # its effect must not be repeated
    tree: Any = None  # of a pipeline
    weight: int = 1
    nesting: int = 0


def rows(xs, b):
    return ([[(x + i) % M for x in xs] for i in range(b % 3)],)


def unless(refused, message, value):
    if refused:
        raise Refused(message)
    return value


def half(a):
    return unless(a % 4 == 3, f"{a} is refused", (a // 2 % M,))


def nth(xs, b):
    i = b % 5
    return unless(i >= len(xs), f"no item {i} of {len(xs)}", (xs[i] % M if i < len(xs) else 0,))


def behead(ys):
    return unless(not ys, "nothing to take", (ys[1:],))


def late(a, c):
    return unless((a + c) % 4 == 0, f"{a} and {c} came late", ((a + c) % M, (a - c) % M))


def is_error(result):
    return not isinstance(result, int)


def sift(results, others):
    assert [is_error(result) for result in results] == [is_error(other) for other in others]
    values = [(result + other) % M for result, other in zip(results, others) if not is_error(result)]
    return (values[-5:], sum(map(is_error, results)))


def blame(results):
    return (sum(len(result.message) + len(result.path) for result in results if is_error(result)) % M,)


def trip(times, attempt):
    return unless(attempt <= times, f"tripped {times} times", ())


def number(name, borrowed=False):
    return (name, 0, borrowed)


def numbers(name, borrowed=False):
    return (name, 1, borrowed)


def grid(borrowed=False):
    return ("grid", 2, borrowed)


TASKS = [
    Sig("add_one", [number("a")], [("a", 0)], lambda a: ((a + 1) % M,)),
    Sig("double", [number("a", True)], [("b", 0)], lambda a: (a * 2 % M,)),
    Sig("negate", [number("b")], [("c", 0)], lambda b: (-b % M,), suspends=True),
    Sig("mix", [number("a"), number("b", True)], [("d", 0)], lambda a, b: ((3 * a + b) % M,)),
    Sig("blend", [number("c", True), number("d")], [("a", 0)], lambda c, d: ((c - 5 * d) % M,), suspends=True),
    Sig("digits", [number("a")], [("b", 0), ("c", 0)], lambda a: (a // 10 % M, a % 10), once=True),
    Sig("turn", [number("b", True), number("c"), number("d", True)], [("a", 0), ("b", 0), ("d", 0)],
        lambda b, c, d: ((b + c) % M, (c + d) % M, (d + b) % M)),
    Sig("up_to", [number("a")], [("xs", 1)], lambda a: (list(range(a % 4)),)),
    Sig("grow", [numbers("xs"), number("a", True)], [("ys", 1)], lambda xs, a: (xs + [a % M],)),
    Sig("push", [numbers("xs"), number("a")], [("xs", 1)], lambda xs, a: ((xs + [a % M])[-5:],)),
    Sig("weave", [numbers("ys"), numbers("xs", True)], [("ys", 1)], lambda ys, xs: ((xs + ys)[:5],), suspends=True),
    Sig("total", [numbers("xs", True)], [("c", 0)], lambda xs: (sum(xs) % M,)),
    Sig("zip_up", [numbers("xs"), numbers("ys", True)], [("zs", 1), ("b", 0)],
        lambda xs, ys: ([(x + 2 * y) % M for x, y in zip(xs, ys)], len(xs) + len(ys))),
    Sig("halves", [numbers("ys")], [("xs", 1), ("zs", 1)], lambda ys: (ys[: len(ys) // 2], ys[len(ys) // 2 :]),
        suspends=True),
    Sig("rows", [numbers("xs", True), number("b")], [("grid", 2)], rows),
    Sig("flatten", [grid()], [("xs", 1)], lambda grid: ([x for row in grid for x in row][:5],)),
    Sig("heads", [grid(True)], [("zs", 1), ("c", 0)],
        lambda grid: ([row[0] if row else -1 for row in grid], len(grid))),
    Sig("half", [number("a")], [("b", 0)], half, fallible=True),
    Sig("nth", [numbers("xs", True), number("b", True)], [("d", 0)], nth, fallible=True),
    Sig("behead", [numbers("ys")], [("ys", 1)], behead, fallible=True),
    Sig("late", [number("a"), number("c", True)], [("a", 0), ("c", 0)], late, suspends=True, fallible=True),
    Sig("stamp", [numbers("xs"), ("round", USIZE, True)], [("xs", 1)], lambda xs, round: ((xs + [round])[-5:],)),
    Sig("age", [number("a"), ("round", USIZE, False)], [("a", 0)], lambda a, round: ((a + 3 * round) % M,)),
    Sig("weigh", [("error", ERROR, True), number("a")], [("b", 0)], lambda error, a: ((a + len(error.message)) % M,)),
    Sig("bury", [("error", ERROR, False)], [("c", 0), ("d", 0)], lambda error: (len(error.message), len(error.path))),
]

# The tasks that take what a `map` has collected; only the second reads the errors.
SIFT = Sig("sift", [("results", RESULTS, False), ("others", RESULTS, True)], [("xs", 1), ("c", 0)], sift, suspends=True)
BLAME = Sig("blame", [("results", RESULTS, True)], [("b", 0)], blame)

# The task that decides which branch of a `race` wins.
PAUSE = Sig("pause", [("ms", 0, False)], [], lambda ms: (), suspends=True, waits=lambda ms: ms, weight=0)

# The tasks that decide which attempts of a `retry` fail, and which are too slow for a `timeout`.
TRIP = Sig("trip", [("times", 0, False)], [], trip, fallible=True, counts=True, weight=0)
DAWDLE = Sig("dawdle", [("ms", 0, False), ("times", 0, False)], [], lambda ms, times, attempt: (), suspends=True,
             waits=lambda ms, times, attempt: ms if attempt <= times else 0, counts=True, weight=0)
