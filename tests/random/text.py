"""Writes a tree as Rust."""


def node_text(node, indent):
    name = node.name or node.policy_name
    head = "".join(f"#[{policy.word}{policy.options}] " for policy in node.policies) + (f"{name}: " if name else "")
    tail = ""
    if node.outputs is not None:
        tail = f" -> {outputs_text(node.outputs)}"
    return head + globals()[f"{node.kind}_text"](node, indent) + tail


def outputs_text(outputs):
    return "[" + ", ".join(i if i == o else f"{i} as {o}" for i, o in outputs) + "]"


def pass_text(node, indent):
    return "{}"


def step_text(node, indent):
    bound = ", ".join(name if e is None else f"{name} = {e.text}" for name, e in node.bindings.items())
    return node.sig.name + (f"({bound})" if bound else "")


def group_text(node, indent):
    return block("", node.chain, indent)


def parallel_text(node, indent):
    parts = [(f"{label}: " if label else "") + chain_text(chain, indent + 4) for label, chain in node.branches]
    return parts_text("parallel ", parts, indent)


def race_text(node, indent):
    parts = [(f"{label}: " if label else "") + chain_text(chain, indent + 4) for label, chain in node.branches]
    return parts_text("race ", parts, indent)


def map_text(node, indent):
    limit = f", limit = {node.limit.text}" if node.limit else ""
    index = f", index as {node.index}" if node.index else ""
    options = limit + index if node.limit_first else index + limit
    if node.collects:
        options += ", on_error = collect"
    return block(f"map({node.source.text} as {node.item}{options}) ", node.chain, indent)


def choice_text(node, indent):
    if node.source is not None:
        parts = [f"{arm.head} => {chain_text(arm.chain, indent + 4) or '{}'}" for arm in node.arms]
        return parts_text(f"match {node.source.text} ", parts, indent)
    # An empty `else` may be omitted.
    arms = node.arms if node.arms[-1].chain or node.limit else node.arms[:-1]
    return " else ".join(block(f"{arm.head} " if arm.head else "", arm.chain, indent) for arm in arms)


def repeat_text(node, indent):
    index = f", index as {node.item}" if node.item else ""
    return block(f"repeat(max = {node.source.text}{index}) ", node.chain, indent) + f" until({node.until.text})"


def recover_text(node, indent):
    error = f"|{node.item}| " if node.item else ""
    return block("try ", node.chain, indent) + block(f" else {error}", node.recovery, indent)


def block(head, chain, indent):
    return parts_text(head, [chain_text(chain, indent + 4)] if chain else [], indent)


def parts_text(head, parts, indent):
    if not parts:
        return head + "{}"
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
