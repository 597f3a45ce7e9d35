// A run while the page shows it: its model, its record and its connection, and what is drawn from them once per frame.
import { get, query, runPath, skew } from "./api.mjs";
import { markCritical } from "./critical.mjs";
import { follow } from "./follow.mjs";
import { loadGraph, lightUp } from "./graph.mjs";
import { RunModel } from "./model.mjs";

/**
 * The time between two looks at the record of a run, in milliseconds. It changes without an event if its process dies.
 */
const LOOK = 2000;
/** The time between two frames in which only clocks change, in milliseconds. */
const TICK = 100;
/** The number of steps from which the critical path of an active run is not computed with every event. */
const OFTEN = 2000;
/** The number of steps in a page. */
const STEPS = 1000;
/** The number of times that the picture of a graph is loaded at most. */
const DRAWINGS = 8;

/** Everything of a run that is not drawn by preact. */
export class LiveRun {
  constructor(id, changed) {
    Object.assign(this, {
      id,
      changed,
      model: new RunModel(),
      connection: { kind: "loading", since: Date.now() },
      record: null,
      version: 0,
      drawn: 0,
    });
    this.options = {};
    this.begin();
    this.look();
    // A run that failed may be resumed elsewhere.
    this.looking = setInterval(() => this.status !== "succeeded" && this.look(), LOOK);
    this.ticking = setInterval(() => this.isActive && this.connection.kind === "live" && this.draw(), TICK);
  }

  begin() {
    this.stop?.();
    this.stop = follow(this.id, this.model, {
      add: (events) => {
        events.forEach((event) => this.model.add(event));
        if (events.some(({ type }) => type === "run.finished" || type === "run.resumed")) this.look();
        this.draw();
      },
      state: (connection) => {
        // Times stand still while nothing is known.
        if (connection.kind === "lost") this.still = this.now;
        this.connection = connection;
        if (connection.kind === "ended") this.refine();
        if (connection.kind === "live" || connection.kind === "gone") this.look();
        this.draw();
      },
      restart: () => {
        this.model = new RunModel();
        this.lanes?.clear();
        this.begin();
      },
    });
  }

  /** Follows a run that had ended. */
  again() {
    this.model.ended = this.model.end = null;
    this.begin();
  }

  /** Reads the record of the run. Its state can change without an event: its process may die. */
  async look() {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      const { record } = this;
      // The summary has no values, which may be large.
      const options = { signal: AbortSignal.timeout(5 * LOOK) };
      const { error: _, ...brief } = record ? await this.summary(options) : {};
      const isSame =
        record &&
        (brief.status === "running" || (brief.status === record.status && brief.last_seq === record.last_seq));
      this.record = isSame ? { ...record, ...brief } : await get(runPath(this.id), options);
      // Another tab, or another program, has resumed it.
      if (
        this.connection.kind === "ended" &&
        (this.record.status === "running" || this.record.last_seq > this.model.seq)
      )
        this.again();
    } catch (error) {
      if (error.status) this.problem = error;
    }
    this.isLooking = false;
    this.draw();
  }

  /** Reads the summary of the run. Other runs may have an id that begins with the whole id of this run. */
  async summary(options) {
    const { runs } = await get(`runs${query({ id: this.id })}`, options);
    return runs.find(({ id }) => id === this.id) ?? {};
  }

  /** Reads what the events do not have, if anything failed or was interrupted. */
  async refine() {
    const { model } = this;
    if (!model.failures && !model.resumes && this.status !== "interrupted") return;
    const all = [];
    for (let after = 0; after != null;) {
      const page = await get(runPath(this.id, `/steps${query({ after, limit: STEPS, brief: 1 })}`)).catch(() => null);
      if (!page) return;
      all.push(...page.steps);
      after = page.next;
    }
    if (model !== this.model || !model.end) return;
    model.records(all);
    this.draw();
  }

  get status() {
    return (
      this.model.end?.status ??
      (this.model.resumes && this.record?.status !== "interrupted" ? "running" : this.record?.status) ??
      "running"
    );
  }

  get isActive() {
    return this.status === "running" || this.status === "interrupted";
  }

  get now() {
    const { model } = this;
    if (model.ended) return model.ended;
    if (this.connection.kind === "lost") return this.still;
    return this.status === "running" && this.connection.kind === "live"
      ? Math.max(model.last ?? 0, Date.now() - skew.ms)
      : (model.last ?? 0);
  }

  /** Draws with the next frame, once. */
  draw() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      const { model, options } = this;
      if (this.status === "interrupted" && model.last) model.interrupt(model.last);
      if (options.critical !== undefined || this.marked !== model.seq) this.mark();
      this.timeline?.show(model, this.now, options);
      this.lanes?.show(model, options.step);
      if (this.graph) lightUp(this.graph, model);
      if (this.graph?.lacks) this.drawGraph();
      // The header shows tenths of seconds at most.
      const now = performance.now();
      if (now - (this.told ?? -Infinity) >= TICK || !this.isActive) {
        this.told = now;
        clearTimeout(this.later);
        this.later = null;
        this.changed(++this.version);
      } else this.later ??= setTimeout(() => this.draw(), TICK);
    });
  }

  /** Loads the picture of the graph, again if it lacks something: the service has the layout. */
  async drawGraph() {
    if (this.drawn >= DRAWINGS || this.drawing) return;
    this.drawing = true;
    this.drawn++;
    try {
      this.graph = await loadGraph(this.box, this.id, this.open);
    } catch (problem) {
      if (!this.graph) this.box.replaceChildren(problem.message);
    }
    this.draw();
    setTimeout(() => {
      this.drawing = false;
    }, LOOK);
  }

  mark() {
    const isOften =
      this.isActive && this.model.nodes.size > OFTEN && performance.now() - (this.markedAt ?? -Infinity) < 1000;
    if (isOften || this.marked === this.model.seq) return;
    this.marked = this.model.seq;
    this.markedAt = performance.now();
    markCritical(this.model, this.now);
  }

  end() {
    this.stop();
    clearInterval(this.looking);
    clearInterval(this.ticking);
    clearTimeout(this.later);
    cancelAnimationFrame(this.frame);
    this.timeline?.remove();
  }
}
