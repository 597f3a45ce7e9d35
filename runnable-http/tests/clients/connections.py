"""Reconnects after the last event until the server answers 204, as a program around a parser does."""

import json
import sys

import httpx


def connections(parse):
    last = ""
    while True:
        with httpx.stream("GET", sys.argv[1], headers={"last-event-id": last}) as response:
            if response.status_code == 204:
                return
            try:
                for event in parse(response):
                    last = event.id
                    print(json.dumps({"id": event.id, "data": event.data}))
            except httpx.RemoteProtocolError:
                pass  # The connection was lost.
