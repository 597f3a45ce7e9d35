"""Writes generated.rs: types of all shapes that serde derives, each with a function that makes values.

Regenerate (Python 3.11, nothing else needed), after a change here:

    python3 tests/runner/tests/values/shapes/generate.py           # writes generated.rs next to this file
    python3 tests/runner/tests/values/shapes/generate.py --check   # fails unless generated.rs matches SEED

The test makes values of each type, among them those that JSON does not keep, and records them. The types are chosen without
regard to whether they read back: that is for the runner to find out. Only types with an attribute that hides a part from
the serializer are marked as such.
"""

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path

SEED = 20_261
COUNT = 300

LEAVES = [
    "bool", "u8", "u16", "u32", "u64", "u128", "i8", "i16", "i32", "i64", "i128", "f32", "f64", "char", "String", "()",
    "Cow<'static, str>", "Unit", "Bytes", "OnlyBytes", "Value", "Duration", "Name", "Color", "Chain", "Tree", "IpAddr",
]
KEYS = ["String", "String", "u8", "i64", "u128", "bool", "char", "Name", "Color", "IpAddr", "Option<u8>", "(u8, u8)"]
DEFAULTED = ("Option<", "Vec<", "BTreeMap<", "HashMap<", "String", "u", "i")
NAMES = ["alpha", "beta", "gamma", "delta", "kind", "content", "value", "type_name", "x1", "longer_name"]


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.forms = Counter()
        self.structs, self.all, self.hiding = [], [], set()
        self.hidden = False

    def chance(self, p):
        return self.rng.random() < p

    def leaf(self):
        return self.rng.choice(LEAVES)

    def key(self):
        return self.rng.choice(KEYS)

    def type(self, depth=0):
        """A type of a field."""
        if depth > 2 or self.chance(0.45):
            return self.leaf()
        if self.all and self.chance(0.25):
            return self.rng.choice(self.all)
        inner = lambda: self.type(depth + 1)
        form = self.rng.choice(["option", "option", "option option", "vec", "box", "array", "tuple", "btree", "hash", "set",
                                "hashset", "deque", "result", "option unit"])
        self.forms[form] += 1
        match form:
            case "option": return f"Option<{inner()}>"
            case "option option": return f"Option<Option<{inner()}>>"
            case "option unit": return self.rng.choice(["Option<()>", "Option<Unit>", "Option<Value>", "Option<Box<()>>"])
            case "vec": return f"Vec<{inner()}>"
            case "deque": return f"VecDeque<{inner()}>"
            case "box": return f"Box<{inner()}>"
            case "array": return f"[{inner()}; {self.rng.choice([0, 1, 3])}]"
            case "tuple": return self.rng.choice([f"({inner()},)", f"({inner()}, {inner()})"])
            case "btree": return f"BTreeMap<{self.key()}, {inner()}>"
            case "hash": return f"HashMap<{self.key()}, {inner()}>"
            case "set": return f"BTreeSet<{self.key()}>"
            case "hashset": return f"HashSet<{self.key()}>"
            case "result": return f"Result<{inner()}, {inner()}>"

    def field(self, name, flatten):
        """A field with its attributes."""
        attributes, ty = [], self.type()
        if flatten and self.chance(0.35):
            form = self.rng.choice(["struct", "map", "option struct", "any"])
            self.forms["flatten " + form] += 1
            match form:
                case "struct" if self.structs: ty = self.rng.choice(self.structs)
                case "option struct" if self.structs: ty = f"Option<{self.rng.choice(self.structs)}>"
                case "any" if self.all: ty = self.rng.choice(self.all)
                case _: ty = f"{self.rng.choice(['BTreeMap', 'HashMap'])}<String, {self.type(1)}>"
            return name, f"#[serde(flatten)] pub(super) {name}: {ty}"
        if self.chance(0.12):
            attributes.append(f'rename = "{self.rng.choice(["@", "", "Type", "type", "kind"])}{name}"')
        if self.chance(0.15) and ty.startswith("Option<"):
            attributes += ["default", 'skip_serializing_if = "Option::is_none"']
            self.forms["skip_serializing_if"] += 1
        elif self.chance(0.08) and ty.startswith(DEFAULTED):
            attributes.append("default")
        elif self.chance(0.08) and ty.startswith(DEFAULTED):
            attributes.append("skip")
            self.hidden = True
            self.forms["skip"] += 1
        if self.chance(0.1) and ty.startswith("Option<Option<"):
            attributes = ["default", 'with = "double_option"', 'skip_serializing_if = "Option::is_none"']
            self.forms["double option"] += 1
        return name, (f"#[serde({', '.join(attributes)})] " if attributes else "") + f"pub(super) {name}: {ty}"

    def fields(self, flatten=True, most=4):
        names = self.rng.sample(NAMES, self.rng.randint(0 if self.chance(0.1) else 1, most))
        return [self.field(name, flatten) for name in names]

    def shape(self, number):
        name = f"S{number}"
        self.hidden = False
        form = self.rng.choice(["struct"] * 5 + ["tuple", "newtype", "transparent", "unit"] + ["enum"] * 6)
        attributes = []
        if self.chance(0.2):
            attributes.append(f'rename_all = "{self.rng.choice(["camelCase", "kebab-case", "SCREAMING_SNAKE_CASE"])}"')
        default = False
        match form:
            case "struct":
                fields = self.fields()
                default = self.chance(0.1)
                if default: attributes.append("default")
                if self.chance(0.1) and not any("flatten" in text for _, text in fields): attributes.append("deny_unknown_fields")
                body, made = f"struct {name} {{ {', '.join(text for _, text in fields)} }}", made_fields("Self", fields)
            case "tuple":
                types = [self.type() for _ in range(self.rng.randint(2, 4))]
                body, made, attributes = f"struct {name}({', '.join(types)});", made_tuple("Self", types), []
            case "newtype":
                body, made, attributes = f"struct {name}({self.type()});", "Self(r.make())", []
            case "transparent":
                field = self.rng.choice(NAMES)
                body, made, attributes = f"struct {name} {{ {field}: {self.type()} }}", f"Self {{ {field}: r.make() }}", ["transparent"]
            case "unit":
                body, made = self.rng.choice([(f"struct {name};", "Self"), (f"struct {name}();", "Self()"), (f"struct {name} {{}}", "Self {}")])
                attributes = []
            case "enum":
                form, body, made = self.enumeration(name, attributes)
        self.forms[form] += 1
        hides = self.hidden or any(word in self.hiding for word in re.findall(r"\bS\d+\b", body) if word != name)
        if hides:
            self.hiding.add(name)
        if form == "struct" and not hides:
            self.structs.append(name)
        # Most types have none in them that hide a part, or nearly all would.
        if not hides or self.chance(0.1):
            self.all.append(name)
        attribute = f"#[serde({', '.join(attributes)})]\n" if attributes else ""
        use = "r" if "r." in made else "_"
        text = f"#[derive(Debug, PartialEq, Serialize, Deserialize)]\n{attribute}pub(super) {body}\n\n"
        text += f"impl Make for {name} {{\n    fn make({use}: &mut Rng) -> Self {{\n        {made}\n    }}\n}}\n"
        if default:
            text += f"\nimpl Default for {name} {{\n    fn default() -> Self {{\n        Rng::new(7).make()\n    }}\n}}\n"
        return text

    def enumeration(self, name, attributes):
        tagging = self.rng.choice(["external", "external", "internal", "internal", "internal", "adjacent", "adjacent", "untagged"])
        tag = None
        match tagging:
            case "internal":
                tag = self.rng.choice(["type", "kind", "alpha"])
                attributes.append(f'tag = "{tag}"')
            case "adjacent": attributes += [f'tag = "{self.rng.choice(["type", "t"])}"', 'content = "content"']
            case "untagged": attributes.append("untagged")
        variants, made = [], []
        for letter in "ABCDE"[: self.rng.randint(1, 5)]:
            forms = ["unit", "newtype", "struct", "struct"] + (["tuple"] if tagging != "internal" else [])
            match self.rng.choice(forms):
                case "unit":
                    variants.append(letter)
                    made.append(f"Self::{letter}")
                case "newtype":
                    ty = self.rng.choice(self.structs) if tagging == "internal" and self.structs and self.chance(0.8) else self.type()
                    variants.append(f"{letter}({ty})")
                    made.append(f"Self::{letter}(r.make())")
                case "tuple":
                    types = [self.type(), self.type()]
                    variants.append(f"{letter}({', '.join(types)})")
                    made.append(made_tuple(f"Self::{letter}", types))
                case "struct":
                    fields = self.fields(flatten=self.chance(0.2), most=3)
                    fields = [(field, text) for field, text in fields if field != tag and f'"{tag}' not in text]
                    variants.append(f"{letter} {{ {', '.join(text.replace('pub(super) ', '') for _, text in fields)} }}")
                    made.append(made_fields(f"Self::{letter}", fields))
        arms = " ".join(f"{number} => {value}," for number, value in enumerate(made[:-1]))
        chosen = f"match r.below({len(made)}) {{ {arms} _ => {made[-1]}, }}" if len(made) > 1 else made[0]
        return tagging, f"enum {name} {{ {', '.join(variants)} }}", chosen


def made_fields(path, fields):
    return f"{path} {{ {', '.join(f'{name}: r.make()' for name, _ in fields)} }}"


def made_tuple(path, types):
    return f"{path}({', '.join('r.make()' for _ in types)})"


def generated(seed, count):
    writer = Writer(random.Random(seed))
    shapes = [writer.shape(number) for number in range(count)]
    hiding = ", ".join(str(number) for number in range(count) if f"S{number}" in writer.hiding)
    forms = "\n".join(f"//   {name}: {number}" for name, number in sorted(writer.forms.items()))
    variants = "".join(f"    S{number}(Box<S{number}>),\n" for number in range(count))
    arms = "".join(f"            {number} => Self::S{number}(r.make()),\n" for number in range(count - 1))
    return (
        f"// Written by generate.py, with seed {seed}. The number of times that each form occurs:\n{forms}\n\n"
        "use super::support::*;\n\n"
        f"/// The number of shapes.\npub(super) const COUNT: u32 = {count};\n\n"
        "/// The shapes with an attribute that hides a part from the serializer, or with such a shape in them.\n"
        f"pub(super) const HIDING: &[u32] = &[{hiding}];\n\n"
        "/// A value of each shape.\n#[derive(Debug, PartialEq, Serialize, Deserialize)]\n"
        f"pub(super) enum Shape {{\n{variants}}}\n\n"
        "impl Shape {\n    /// Makes a value of the shape with this number.\n"
        f"    pub(super) fn make(number: u32, r: &mut Rng) -> Self {{\n        match number {{\n{arms}"
        f"            _ => Self::S{count - 1}(r.make()),\n        }}\n    }}\n}}\n\n"
        + "\n".join(shapes)
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--output", type=Path, default=Path(__file__).with_name("generated.rs"))
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    text = generated(arguments.seed, arguments.count)
    if arguments.check:
        sys.exit(0 if arguments.output.read_text() == text else f"{arguments.output} differs: run {Path(__file__).name}")
    arguments.output.write_text(text)


if __name__ == "__main__":
    main()
