"""Connection limits: incomplete requests end in time, and never fill all connections."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from pipeline.desk.settings import Patience

MOST_UNASKED = 200
"""So many connections may be open without a whole request: for another, the oldest goes."""
_UNREADABLE = "อ่านคำขอนี้ไม่ได้ · This request cannot be read."
_LATE = "คำขอมาไม่ครบภายในเวลาที่ให้ · The request did not come whole in time."


def patient(patience: Patience) -> type[H11Protocol]:
    """HTTP that waits for the head of a request as long as `patience` says; for its body see `bodies`."""
    return type("Patient", (_Patient,), {"patience": patience})


class _Patient(H11Protocol):
    patience: Patience
    _since = 0.0
    _clock: asyncio.TimerHandle | None = None

    @property
    def asking(self) -> bool:
        """Whether a request came whole and its answer is not sent yet."""
        return self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body

    @property
    def idle(self) -> bool:
        """Whether it is open and no request came whole."""
        return not self.asking and not self.transport.is_closing()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._since = self.loop.time()
        self._wait()
        unasked = [each for each in self.connections if isinstance(each, _Patient) and each.idle]
        if len(unasked) > MOST_UNASKED:
            min(unasked, key=lambda each: each._since).transport.abort()

    def data_received(self, data: bytes) -> None:
        if self._clock is None and (self.cycle is None or self.cycle.response_complete):
            self._since = self.loop.time()
            self._wait()
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        self._rest()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        self._rest()
        super().on_response_complete()

    def _wait(self) -> None:
        self._clock = self.loop.call_later(self.patience.head, self._late)

    def _rest(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _late(self) -> None:
        """Ends a connection whose request did not come: with a word, if it had begun."""
        if self.transport.is_closing():
            return
        if self.conn.trailing_data[0] and self.conn.our_state is h11.IDLE:
            self._say(408, _LATE)
        else:
            self.transport.close()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002
        """Says that a request cannot be read."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            self._say(400, _UNREADABLE)
        else:
            self.transport.close()

    def _say(self, status: int, words: str) -> None:
        data = words.encode()
        headers = [
            ("content-type", "text/plain; charset=utf-8"),
            ("content-length", str(len(data))),
            ("connection", "close"),
        ]
        reply = (
            h11.Response(status_code=status, headers=headers, reason=HTTPStatus(status).phrase.encode()),
            h11.Data(data=data),
            h11.EndOfMessage(),
        )
        self.transport.write(b"".join(self.conn.send(event) or b"" for event in reply))
        self.transport.close()
