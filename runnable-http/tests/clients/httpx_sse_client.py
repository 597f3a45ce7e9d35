"""PyPI `httpx-sse`, which dispatches an empty event for some keep-alive comments."""

from connections import connections
from httpx_sse import EventSource

connections(lambda response: EventSource(response).iter_sse())
