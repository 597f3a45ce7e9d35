// npm `ws`: the events as frames, up to the close.
import WebSocket from "ws";

const socket = new WebSocket(process.argv[2].replace("http", "ws"), "runnable.v1");
socket.on("open", () => console.error(socket.protocol));
socket.on("message", (data) => console.log(JSON.stringify({ id: JSON.parse(data).id, data: data.toString() })));
socket.on("close", (code) => console.log(JSON.stringify({ closed: code })));
