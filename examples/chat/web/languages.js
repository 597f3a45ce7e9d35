// The languages into which the agent translates, at the same time. `?languages=` chooses others.
export const languages = (new URLSearchParams(location.search).get("languages") ?? "spanish,french")
  .split(",")
  .filter(Boolean);

/** Returns the heading of a part, for the path of the step that wrote it. */
export function heading(path) {
  const item = /^languages\[(\d+)\]$/.exec(path[0]);
  return item ? languages[item[1]] : "answer";
}
