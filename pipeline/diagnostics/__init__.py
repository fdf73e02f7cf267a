"""User-correctable errors: bilingual message, help and source location.

Every fault that a user can mend is a `Diagnostic`: a place, what is wrong, what to do, each in Thai and
English. `diagnose(code, place, name=value)` makes it from the catalogue of messages (`messages/`), so that
no code that raises holds any wording. Stages collect faults and raise them together as one `SarabanError`,
so that a user sees all of them at once. Its subclasses say which part of the work refused, and how a command
ends by it (`exit_code`). Anything else that is raised is a defect of the program.
"""

from pipeline.diagnostics.catalogue import Unplaced, diagnose
from pipeline.diagnostics.diagnostic import Diagnostic, Lang, Location, Message, locations_text, one_of
from pipeline.diagnostics.errors import (
    AuditError,
    InputError,
    MachineError,
    OutputError,
    PageError,
    RequestError,
    SarabanError,
    TemplateError,
)

__all__ = [
    "AuditError",
    "Diagnostic",
    "InputError",
    "Lang",
    "Location",
    "MachineError",
    "Message",
    "OutputError",
    "PageError",
    "RequestError",
    "SarabanError",
    "TemplateError",
    "Unplaced",
    "diagnose",
    "locations_text",
    "one_of",
]
