// Texts for times, sizes and values, as the command line writes them.

export const MARKS = {
  running: "●",
  succeeded: "✓",
  failed: "✗",
  cancelled: "⊘",
  interrupted: "↯",
  recovered: "↷",
};
export const STATUSES = Object.keys(MARKS);
/** The size from which only the first part of a value is shown, in characters. */
export const LARGE = 64 * 1024;

export const duration = (ms) => {
  if (!(ms >= 0)) return "–";
  if (ms < 1) return "<1 ms";
  if (ms < 1000) return `${Math.floor(ms)} ms`;
  if (ms < 10_000) return `${(Math.floor(ms / 10) / 100).toFixed(2)}s`;
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)}s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.floor(ms / 1000) % 60} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.floor(ms / 60_000) % 60} min`;
};

export const ago = (ms) => {
  if (ms < 5000) return "now";
  if (ms < 60_000) return `${Math.floor(ms / 1000)} s ago`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ago`;
  if (ms < 86_400_000) return `${Math.floor(ms / 3_600_000)} h ago`;
  return `${Math.floor(ms / 86_400_000)} d ago`;
};

export const bytes = (n) => {
  if (n < 1024) return `${n} B`;
  return n < 1024 * 1024 ? `${(n / 1024).toFixed(1)} KiB` : `${(n / 1024 / 1024).toFixed(1)} MiB`;
};

export const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

export const clock = (text) => {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? String(text) : time.toISOString().replace("T", " ").replace("Z", " UTC");
};

/** Returns a value as people read it: a text as it is, everything else as JSON. */
export const pretty = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 2));

/** Returns the whole seconds since a moment. */
export const since = (moment) => `${Math.floor((Date.now() - moment) / 1000)} s ago`;
