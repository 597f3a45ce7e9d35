// npm `ws`: reads the events as frames up to the close, and resumes after a lost connection.
import WebSocket from "ws";

function connect(after) {
  const socket = new WebSocket(`${process.argv[2].replace("http", "ws")}?after=${after}`, "runnable.v1");
  socket.on("message", (data) => {
    const { id, seq } = JSON.parse(data);
    after = seq;
    console.log(JSON.stringify({ id, data: data.toString() }));
  });
  // A lost connection may also be an error; the close event follows in any case.
  socket.on("error", () => {});
  socket.on("close", (code) => {
    if (code === 1006) {
      connect(after);
    } else {
      console.log(JSON.stringify({ closed: code, protocol: socket.protocol }));
    }
  });
}

connect(0);
