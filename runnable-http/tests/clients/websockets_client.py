"""PyPI `websockets`: the events as frames, up to the close."""

import json
import sys

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

with connect(sys.argv[1].replace("http", "ws"), subprotocols=["runnable.v1"]) as socket:
    assert socket.subprotocol == "runnable.v1"
    try:
        while True:
            data = socket.recv()
            print(json.dumps({"id": json.loads(data)["id"], "data": data}))
    except ConnectionClosed as closed:
        print(json.dumps({"closed": closed.rcvd.code}))
