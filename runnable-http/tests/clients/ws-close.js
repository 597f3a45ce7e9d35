// npm `ws`: closes the connection after the first event, and prints the code with which the server closes it.
import WebSocket from "ws";

const socket = new WebSocket(process.argv[2].replace("http", "ws"), "runnable.v1");
socket.once("message", () => socket.close(1000, "enough"));
socket.on("close", (code) => console.log(JSON.stringify({ closed: code })));
