// Requests to the service, whose resources are beside the folder of the page.

const root = new URL("../", location.href);
const TOKEN = "runnable-token";
let unauthorized = () => {};
/** The difference between the clocks of the browser and of the service, in milliseconds, if it matters. */
export const skew = { ms: 0 };

/** An error that the service reports, as of RFC 9457. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `the service answered ${status}`);
    Object.assign(this, { status, code: body.type?.split(":").at(-1), errors: body.errors ?? [] });
  }
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN),
  set: (text) => (text ? sessionStorage.setItem(TOKEN, text) : sessionStorage.removeItem(TOKEN)),
};
export const onUnauthorized = (call) => {
  unauthorized = call;
};

/** Sends a request. A status of 400 or more is a `Problem`, and a service that cannot be reached a `TypeError`. */
export async function send(path, { headers, ...options } = {}) {
  const bearer = token.get();
  const response = await fetch(new URL(path, root), {
    cache: "no-store",
    ...options,
    headers: { accept: "application/json", ...(bearer && { authorization: `Bearer ${bearer}` }), ...headers },
  });
  const off = Date.now() - Date.parse(response.headers.get("date"));
  skew.ms = Math.abs(off) > 5000 ? off : 0;
  if (response.ok) return response;
  const problem = new Problem(response.status, await response.json().catch(() => ({})));
  if (problem.status === 401) unauthorized();
  throw problem;
}

export const get = async (path, options) => (await send(path, options)).json();

/** Sends a change. A request that is repeated with the same key has its effect once. */
export const post = async (path, body, { key } = {}) =>
  (
    await send(path, {
      method: "POST",
      body: JSON.stringify(body ?? {}),
      headers: { "content-type": "application/json", prefer: "respond-async", ...(key && { "idempotency-key": key }) },
    })
  ).json();

export const runPath = (id, rest = "") => `runs/${encodeURIComponent(id)}${rest}`;
export const query = (parameters) =>
  `?${new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null && value !== ""))}`;

/** Yields the lines of a response as they arrive, as lists: those that arrived together. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let rest = "", part; !(part = await reader.read()).done;) {
      const all = (rest + part.value).split("\n");
      rest = all.pop();
      yield all.filter((line) => line.trim());
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Saves the whole of a value as a file. The browser's own download would not send the token. */
export async function download(path, name) {
  const url = URL.createObjectURL(await (await send(path)).blob());
  const anchor = Object.assign(document.createElement("a"), { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
