"""PyPI `websockets`: reads the events as frames up to the close, and resumes after a lost connection."""

import json
import sys

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

address = sys.argv[1].replace("http", "ws")
after, closed = 0, None
while closed is None:
    with connect(f"{address}?after={after}", subprotocols=["runnable.v1"]) as socket:
        assert socket.subprotocol == "runnable.v1"
        try:
            while True:
                data = socket.recv()
                event = json.loads(data)
                after = event["seq"]
                print(json.dumps({"id": event["id"], "data": data}))
        except ConnectionClosed as end:
            closed = end.rcvd
print(json.dumps({"closed": closed.code}))
