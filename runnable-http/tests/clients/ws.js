// npm `ws`: the events as frames, up to the close; after a cut from the last one on.
import WebSocket from "ws";

function connect(after) {
  const socket = new WebSocket(`${process.argv[2].replace("http", "ws")}?after=${after}`, "runnable.v1");
  socket.on("message", (data) => {
    const { id, seq } = JSON.parse(data);
    after = seq;
    console.log(JSON.stringify({ id, data: data.toString() }));
  });
  // A cut may be an error, too; what follows is told by the close.
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
