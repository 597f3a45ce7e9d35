"""PyPI `websockets`: closes the connection after the first event, and prints the code with which the server closes it."""

import json
import sys

from websockets.sync.client import connect

with connect(sys.argv[1].replace("http", "ws"), subprotocols=["runnable.v1"]) as socket:
    socket.recv()
    socket.close(1000, "enough")
    print(json.dumps({"closed": socket.protocol.close_rcvd.code, "code": socket.close_code}))
