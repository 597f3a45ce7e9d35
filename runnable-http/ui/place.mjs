// The state of the page is its address: every view can be linked to, and "back" undoes a step.

const readers = new Set();

/** Returns the parameters of the address. */
export const place = () => Object.fromEntries(new URLSearchParams(location.search));

const address = (parameters) => {
  const search = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value != null && value !== ""),
  ).toString();
  return search ? `?${search}` : location.pathname;
};

/** Returns the address of the same place with other parameters. */
export const link = (changes, from = {}) => address({ ...from, ...changes });

/** Changes parameters of the address. Typing in a field replaces the entry of the history. */
export const go = (changes, { from = place(), replace = false } = {}) => {
  history[replace ? "replaceState" : "pushState"](null, "", address({ ...from, ...changes }));
  readers.forEach((read) => read());
};

export const onPlace = (read) => {
  readers.add(read);
  return () => readers.delete(read);
};

addEventListener("popstate", () => readers.forEach((read) => read()));
