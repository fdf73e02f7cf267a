"""A round follows a round: the next begun from the last, and one held against the other (`docs/rounds.md`).

`rolling` begins the next round of an input, `last_rounds` says what it keeps of the last. What is asked of
stale rounds stands with the other doubts, in `model.doubts.rules`.
`signed` notes in a folder's ledger which papers came back signed; `history` finds a year's rounds again.
"""
