"""The decoder of PyPI `openai`, which is strict on what stands between blocks."""

import json
import sys

import httpx
from openai._streaming import SSEDecoder

with httpx.stream("GET", sys.argv[1]) as response:
    for event in SSEDecoder().iter_bytes(response.iter_bytes()):
        print(json.dumps({"id": event.id, "data": event.data}))
