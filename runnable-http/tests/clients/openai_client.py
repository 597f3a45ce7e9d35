"""The decoder of PyPI `openai`, which is strict about the text between blocks."""

from connections import connections
from openai._streaming import SSEDecoder

connections(lambda response: SSEDecoder().iter_bytes(response.iter_bytes()))
