// Functions that run in a page, and write lines of JSON to its console.

// Reads with `EventSource` until it stops.
export const events = ([url]) =>
  new Promise((resolve) => {
    const source = new EventSource(url);
    source.onmessage = ({ lastEventId, data }) => console.log(JSON.stringify({ id: lastEventId, data }));
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) {
        console.log(JSON.stringify({ closed: true }));
        resolve();
      }
    };
  });

// Reads a WebSocket to the close, and resumes after a lost connection.
export const socket = ([url]) =>
  new Promise((resolve) => {
    const connect = (after) => {
      const socket = new WebSocket(`${url.replace("http", "ws")}?after=${after}`, "runnable.v1");
      socket.onmessage = ({ data }) => {
        const { id, seq } = JSON.parse(data);
        after = seq;
        console.log(JSON.stringify({ id, data }));
      };
      socket.onclose = ({ code, wasClean }) => {
        if (code === 1006) {
          connect(after);
        } else {
          console.log(JSON.stringify({ closed: code, wasClean, protocol: socket.protocol }));
          resolve();
        }
      };
    };
    connect(0);
  });

// Closes a WebSocket after the first event.
export const close = ([url]) =>
  new Promise((resolve) => {
    const socket = new WebSocket(url.replace("http", "ws"), "runnable.v1");
    socket.onmessage = () => socket.close(1000, "enough");
    socket.onclose = ({ code, wasClean }) => {
      console.log(JSON.stringify({ closed: code, wasClean }));
      resolve();
    };
  });

// Runs the guide's reader, whose text is the argument.
export const reader = async ([url, text]) => {
  const { read } = await import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  const texts = await read(url, ({ type, path }) => console.log(JSON.stringify({ type, path })));
  console.log(JSON.stringify({ type: "end", texts }));
};
