// The critical path: the steps that nothing could have been quicker without.

/** Marks the nodes on the critical path: from the last step back, always the one that ended before the next started. */
export function markCritical(model, now) {
  for (const node of model.nodes.values()) node.critical = false;
  const stop = (node) => (node.steps.running ? now : node.stop);
  const follow = (siblings) => {
    const failed = siblings.filter((node) => node.status === "failed" || node.status === "recovered");
    // Nothing waited for a step that was cancelled because another failed.
    const waited = siblings.filter(
      (node) =>
        node.status !== "cancelled" || !failed.some((other) => other.start <= stop(node) && stop(other) >= node.start),
    );
    let start = Infinity;
    for (const node of waited.sort((a, b) => stop(b) - stop(a) || b.start - a.start)) {
      if (stop(node) > start) continue;
      start = node.start;
      node.critical = true;
      if (node.children.length) follow([...node.children]);
    }
  };
  follow([...model.root.children]);
}
