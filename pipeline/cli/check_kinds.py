"""`saraban check --templates DIR`: an office's own kinds, before anybody fills them in."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.cli.check_json import doubt_json, fault_json
from pipeline.cli.console import Console, say_json
from pipeline.cli.error_handling import print_diagnostics
from pipeline.cli.remarks import say_doubts, say_remarks
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers.kind_proofs import Proof, prove_kinds
from pipeline.papers.own_looks import unused_looks


def check_kinds(console: Console, folder: Path, *, as_json: bool) -> ExitCode:
    """Says what is wrong with the kinds of a folder, as text or JSON, and that nothing is.

    It ends as the first thing that is wrong says.
    """
    proof = prove_kinds(folder)
    if as_json:
        _say_json(proof, folder, console)
    else:
        say_remarks(proof.remarks, console)
        say_doubts(proof.doubts, console)
        if proof.faults:
            print_diagnostics(proof.faults, console)
        else:
            names = ", ".join(proof.names)
            console.print(
                Message(f"ไม่พบข้อผิดพลาดในชนิดเอกสาร: {names}", f"No errors found in these kinds: {names}")
            )
    return proof.refused[0].exit_code if proof.refused else ExitCode.OK


def _say_json(proof: Proof, folder: Path, console: Console) -> None:
    """Remarks, too, which a program would not see otherwise: files that nothing uses among them."""
    remarks = (*unused_looks(folder), *proof.remarks)
    told = [fault_json(fault, console) for fault in proof.faults]
    told += [doubt_json(doubt, console) for doubt in proof.doubts]
    told += [fault_json(remark, console) | {"severity": "remark"} for remark in dict.fromkeys(remarks)]
    say_json(json.dumps(told, ensure_ascii=False, indent=2))
