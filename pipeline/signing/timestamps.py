"""A timestamp server (RFC 3161), whose word on the moment makes a signature PAdES B-T."""

from __future__ import annotations

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper

SECONDS = 20
"""How long an answer is waited for."""


class TimestampServer(HTTPTimeStamper):
    """Asks the server at a URL; an answer that is none is an error of the server's."""

    def __init__(self, url: str) -> None:
        super().__init__(url, timeout=SECONDS)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The server's answer. Raises `TimestampRequestError`, an `OSError`."""
        try:
            answer = await super().async_request_tsa_response(req)
            _ = answer.native
        except ValueError as error:
            raise TimestampRequestError("the answer is no timestamp") from error
        return answer
