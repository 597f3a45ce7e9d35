"""PyPI `httpx-sse`: an empty event would be one of a heartbeat."""

from connections import connections
from httpx_sse import EventSource

connections(lambda response: EventSource(response).iter_sse())
