"""PyPI `httpx-sse`: an empty event would be one of a heartbeat."""

import json
import sys

import httpx
from httpx_sse import connect_sse

with httpx.Client() as client, connect_sse(client, "GET", sys.argv[1]) as source:
    for event in source.iter_sse():
        print(json.dumps({"id": event.id, "data": event.data}))
