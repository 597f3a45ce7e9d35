// A run as a tree of steps, built from its events: the same whether they arrive live or were recorded long ago.
import { STATUSES } from "./format.mjs";

/** The text of a lane that is kept, in characters: the end of it. */
const KEPT = 64 * 1024;

/** A step, or a part of the path of steps: a sub-pipeline, all items of a map, an item. */
class StepNode {
  constructor(parent, name, index) {
    this.parent = parent;
    this.index = index;
    this.name = index == null ? name : `[${index}]`;
    this.depth = parent ? parent.depth + 1 : -1;
    this.path = !parent?.path ? this.name : parent.path + (index == null ? "/" : "") + this.name;
    // The id of its node in the graph: its path without indices.
    this.id = !parent?.id ? (name ?? "") : index == null ? `${parent.id}/${name}` : parent.id;
    this.children = [];
    this.byName = new Map();
    this.attempts = [];
    this.status = "succeeded";
    // The numbers of steps at and below this node, and of the items directly below, by status.
    this.steps = {};
    this.items = null;
    this.start = Infinity;
    this.stop = -Infinity;
    this.events = 0;
    this.lane = null;
    this.open = null;
    this.critical = false;
  }
}

const worst = (counts) =>
  ["running", "failed", "interrupted", "cancelled", "recovered"].find((status) => counts[status] > 0) ?? "succeeded";

export class RunModel {
  constructor() {
    this.root = new StepNode(null, "");
    this.nodes = new Map();
    // The state of the nodes of the graph, by their ids.
    this.graph = new Map();
    this.lanes = [];
    this.gaps = [];
    this.missing = [];
    this.seq = 0;
    this.started = null;
    this.last = null;
    this.ended = null;
    this.end = null;
    // The end of the part before, until the run is resumed.
    this.before = null;
    this.resumes = 0;
    this.failures = 0;
    // Changes with the set of nodes.
    this.shape = 0;
  }

  /** Returns the node with the path of an event or of a record. */
  node(path) {
    const key = Array.isArray(path) ? path.join("/") : path;
    let node = this.nodes.get(key);
    if (node) return node;
    node = this.root;
    for (const segment of Array.isArray(path) ? path : path.split("/")) {
      const [, name, index] = segment.match(/^(.*?)(?:\[(\d+)\])?$/s);
      node = this.child(node, name, null);
      if (index !== undefined) node = this.child(node, name, Number(index));
    }
    this.nodes.set(key, node);
    return node;
  }

  child(parent, name, index) {
    const key = index ?? name;
    let node = parent.byName.get(key);
    if (!node) {
      node = new StepNode(parent, name, index);
      parent.byName.set(key, node);
      if (index == null) parent.children.push(node);
      else {
        // Items start in any order, and are shown by their numbers.
        parent.items ??= {};
        let at = parent.children.length;
        while (at > 0 && parent.children[at - 1].index > index) at--;
        parent.children.splice(at, 0, node);
      }
      this.nodes.set(node.path, node);
      this.shape++;
    }
    return node;
  }

  /** Sets the status of a node's last attempt, and of the nodes around it. */
  set(node, status) {
    const before = node.counted;
    if (before === status) return;
    node.counted = status;
    const state = this.graph.get(node.id) ?? {};
    this.graph.set(node.id, state);
    for (const [name, by] of [
      [before, -1],
      [status, 1],
    ]) {
      if (!name) continue;
      state[name] = (state[name] ?? 0) + by;
      for (let at = node; at; at = at.parent) at.steps[name] = (at.steps[name] ?? 0) + by;
    }
    for (let at = node; at; at = at.parent) {
      const old = at.shown;
      at.status = at.shown = at.attempts.length ? at.attempts.at(-1).status : worst(at.steps);
      if (at.index == null || old === at.shown) continue;
      if (old) at.parent.items[old]--;
      at.parent.items[at.shown] = (at.parent.items[at.shown] ?? 0) + 1;
    }
  }

  reach(node, time) {
    for (let at = node; at; at = at.parent) {
      if (time < at.start) at.start = time;
      if (time > at.stop) at.stop = time;
    }
  }

  /** Starts an attempt. A step that was reset already has it. */
  attempt(node, number, start) {
    const last = node.attempts.at(-1);
    if (last?.status === "running") last.number = number;
    else node.attempts.push({ number, start, stop: null, status: "running", error: null });
    this.reach(node, start);
    this.set(node, "running");
  }

  close(node, status, stop, error = null) {
    const attempt = node.attempts.at(-1);
    if (!attempt) return;
    if (status === "failed") this.failures++;
    Object.assign(attempt, { status, stop, error });
    this.reach(node, stop);
    this.set(node, status);
  }

  /** Adds an event. Events that are known are left out: after a lost connection, nothing counts twice. */
  add(event) {
    if (event.type === "gap") {
      this.missing.push([event.from, event.to]);
      this.seq = Math.max(this.seq, event.to);
      return;
    }
    if (event.seq <= this.seq) return;
    this.seq = event.seq;
    const time = Date.parse(event.ts);
    if (event.type === "run.resumed") this.resume(time);
    this.started ??= time;
    this.last = time;
    const outcome = { success: "succeeded", failed: "failed", cancelled: "cancelled" }[event.data?.outcome];
    if (event.type === "run.finished") {
      this.ended = time;
      this.end = { status: outcome, error: event.data?.error ?? null };
      this.before = outcome;
    }
    if (!event.path?.length) return;
    const node = this.node(event.path);
    switch (event.type) {
      case "step.started":
        this.attempt(node, event.attempt ?? 1, time);
        break;
      case "step.reset":
        this.reset(node, time, event.data?.error);
        break;
      case "step.finished":
        this.close(node, outcome ?? "succeeded", time, event.data?.error);
        break;
      default:
        if (!event.type.startsWith("run.") && !event.type.startsWith("step.") && !event.type.startsWith("loop."))
          this.own(node, event);
    }
  }

  /** Adds an event of the step itself. The text of its `chunk` events is a lane, as it is in the terminal. */
  own(node, event) {
    node.events++;
    const last = node.attempts.at(-1);
    if (last) last.number = Math.max(last.number, event.attempt ?? 1);
    if (event.type !== "chunk") return;
    const text = event.data?.truncated ? `… ${event.data.size} bytes …` : event.data?.text;
    if (typeof text !== "string") return;
    if (!node.lane) {
      node.lane = { node, text: "", length: 0, version: 0, fresh: "", attempt: event.attempt ?? 1 };
      this.lanes.push(node.lane);
    }
    const lane = node.lane;
    lane.length += text.length;
    lane.text = (lane.text + text).slice(-KEPT);
    lane.fresh += text;
    // A hidden page draws no frames.
    if (lane.fresh.length > KEPT) Object.assign(lane, { fresh: "", version: lane.version + 1 });
  }

  /** Starts the next attempt of a step that failed or was interrupted. The wait between them counts as part of it. */
  reset(node, time, error) {
    const last = node.attempts.at(-1);
    if (last?.status === "running") this.close(node, "failed", time, error);
    if (last?.status === "failed" || last?.status === "interrupted") this.attempt(node, last.number + 1, time);
    this.clear(node);
  }

  /** Voids the text of a step that starts again, and of the steps below. */
  clear(node) {
    for (const lane of this.lanes) {
      for (let at = lane.node; at; at = at.parent) {
        if (at === node) Object.assign(lane, { text: "", fresh: "", length: 0, version: lane.version + 1 });
      }
    }
  }

  /** Starts the next part of the run: attempts that were running were interrupted. */
  resume(time) {
    this.resumes++;
    const from = this.last ?? time;
    this.gaps.push({ from, until: time, why: this.before ?? "process died" });
    this.ended = this.end = this.before = null;
    this.interrupt(from);
  }

  interrupt(time) {
    for (const node of this.nodes.values())
      if (node.attempts.at(-1)?.status === "running") this.close(node, "interrupted", time);
  }

  /** Replaces attempts by their records, which know more than events: that a failure was recovered, for instance. */
  records(records) {
    const known = new Set();
    for (const { path, attempt: number, status, started, ended, error } of records) {
      const node = this.node(path);
      if (!known.has(node)) node.attempts = [];
      known.add(node);
      const [start, stop] = [Date.parse(started), ended ? Date.parse(ended) : null];
      node.attempts.push({ number, start, stop, status, error: error ?? null });
      this.started ??= start;
      this.last = Math.max(this.last ?? 0, stop ?? start);
      this.reach(node, start);
      // An interrupted attempt ends when its run is resumed.
      if (stop && status !== "interrupted") this.reach(node, stop);
    }
    for (const node of known) this.set(node, node.attempts.at(-1).status);
  }

  /** Returns the milliseconds of work from the start of the run to a moment, without the dead times. */
  axis(time) {
    let dead = 0;
    for (const gap of this.gaps) if (time > gap.from) dead += Math.min(time, gap.until) - gap.from;
    return Math.max(0, time - (this.started ?? time) - dead);
  }

  /** Returns the nodes in the order of a tree, without what is folded. */
  rows({ fold, critical, find }) {
    const rows = [];
    const walk = (node) => {
      for (const child of node.children) {
        const shown = find ? child.path.toLowerCase().includes(find) : !critical || child.critical;
        if (shown) rows.push(child);
        if (find || (child.open ?? !(fold && child.items && child.children.length > 4))) walk(child);
      }
    };
    walk(this.root);
    return rows;
  }
}

/** Returns the numbers by status as a short text, such as `7 ✓  1 ✗`. */
export const tally = (counts, marks) =>
  STATUSES.filter((status) => counts?.[status] > 0)
    .map((status) => `${counts[status]} ${marks[status]}`)
    .join("  ");
export const worstOf = worst;
