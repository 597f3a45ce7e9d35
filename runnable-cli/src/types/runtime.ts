/** An event in its envelope, as a service sends it. */
export interface Envelope {
  v: 1;
  /** The `Last-Event-ID` of the event: `RUN:NUMBER`. */
  id: string;
  /** The number of the event in its run, from 1. */
  seq: number;
  run: string;
  type: string;
  /** The time at which the event was sent. */
  ts: string;
  /** The path of the step, with the numbers of items: `["languages[2]", "translate"]`. */
  path: string[];
  /** The attempt of the step, from 1. */
  attempt: number;
  data?: unknown;
}

/**
 * An event that a task sends. A service sends the data of events of more than 256 KiB, or of its own limit, as `Truncated`.
 */
export interface EventOf<Step extends string, Type extends string, Data = undefined> extends Envelope {
  /** The path of the step without the numbers of items: `languages/translate`. */
  step: Step;
  type: Type;
  data: Data;
}

/** An event that the runtime sends. */
export type LifecycleEvent =
  | Lifecycle<"run.started">
  | Lifecycle<"run.resumed">
  | Lifecycle<"run.finished", { outcome: "success"; result?: unknown } | { outcome: "cancelled" } | { outcome: "failed"; error: Failure }>
  | Lifecycle<"step.started">
  | Lifecycle<"step.reset", { error: Failure }>
  | Lifecycle<"step.finished", { outcome: "success" | "cancelled" | "failed"; error?: Failure; turns?: number; exhausted?: boolean }>
  | Gap;

/** Stands for events that the reader has missed. A service sends it only if it does not wait for slow readers. */
export interface Gap {
  v: 1;
  run: string;
  type: "gap";
  data: { from: number; to: number };
}

export interface Lifecycle<Type extends string, Data = undefined> extends Envelope {
  step: string;
  type: Type;
  data: Data;
}

/** The error of a run or a step. */
export interface Failure {
  code: string;
  message: string;
  causes?: string[];
  retryable?: boolean;
}

/** A mark in the place of a large value, whose address is `url`. */
export interface Truncated {
  truncated: true;
  size: number;
  url: string;
}

/** Returns the event if a task sent it, and `undefined` if the runtime did. */
export function taskEvent<Name extends keyof Pipelines>(_: Name, event: Envelope): Pipelines[Name]["event"] | undefined {
  return isLifecycle(event) ? undefined : ({ ...event, step: stepOf(event) } as unknown as Pipelines[Name]["event"]);
}

/** Returns the event if the runtime sent it, and `undefined` if a task did. */
export function lifecycleEvent(event: Envelope): LifecycleEvent | undefined {
  return isLifecycle(event) ? ({ ...event, step: stepOf(event) } as unknown as LifecycleEvent) : undefined;
}

// Tasks cannot send events with these types.
const isLifecycle = ({ type }: Envelope): boolean => /^(run|step)\.|^gap$/.test(type);

const stepOf = ({ path = [] }: Partial<Envelope>): string => path.map((name) => name.replace(/\[\d+\]$/, "")).join("/");
