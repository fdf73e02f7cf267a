"""Error handling of the command line: exceptions -> messages on the terminal and exit codes."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import click

from pipeline import __version__
from pipeline.cli.console import Console
from pipeline.cli.usage_errors import show_usage_error
from pipeline.diagnostics import Diagnostic, Message, SarabanError
from pipeline.diagnostics.exit_codes import ExitCode

_STOPPED = Message("หยุดตามที่สั่ง ไม่มีแฟ้มใดค้างครึ่งเดียว", "Stopped. No file is left half-written.")
_DETAILS = Message("ดูรายละเอียดทางเทคนิคด้วย -v", "For technical details run it again with -v.")


def run_command(work: Callable[[], object], console: Console) -> ExitCode:
    """Runs `work`, says what stopped it, if anything did, and gives the exit code."""
    try:
        result = work()
    except (click.Abort, KeyboardInterrupt):
        console.error(_STOPPED)
        return ExitCode.INTERRUPTED
    except click.ClickException as error:
        show_usage_error(error)
        return ExitCode.USAGE
    except SarabanError as error:
        print_diagnostics(error.diagnostics, console)
        _show_traceback(console)
        return error.exit_code
    except (OSError, MemoryError) as error:
        console.error(_of_the_system(error) if isinstance(error, OSError) else _NO_MEMORY)
        _show_traceback(console)
        code = ExitCode.ENVIRONMENT
    except Exception as error:
        _print_defect(error, console)
        _show_traceback(console)
        code = ExitCode.INTERNAL
    else:
        code = result if isinstance(result, ExitCode) else ExitCode.OK
    return code


def tell_lost_output(code: ExitCode, why: OSError | None, console: Console) -> ExitCode:
    """The exit code of a command some of whose output is lost, for the reason `why`.

    Files that were written stay, so that a command that writes files ends as it would have. Where the output
    is all, a program that reads it must know.
    """
    if why is None:
        return code
    console.error(
        Message(
            f"ข้อความบางส่วนแสดงไม่ได้ ({why.strerror})",
            f"some of the output could not be written ({why.strerror})",
        )
    )
    return ExitCode.OUTPUT if console.answers and code in (ExitCode.OK, ExitCode.FINDINGS) else code


def print_diagnostics(faults: tuple[Diagnostic, ...], console: Console) -> None:
    """Prints every fault, where errors go, and how many there are."""
    for fault in faults:
        click.echo(fault.text(console.lang), err=True)
    many = len(faults)
    console.error(Message(f"ต้องแก้ไข {many} แห่ง", f"{many} to mend" if many > 1 else "1 thing to mend"))


def _of_the_system(error: OSError) -> Message:
    """What the system refused, for reasons that no stage foresees: a disk that fails, a folder that goes."""
    name = f"{error.filename}: " if error.filename is not None else ""
    return Message(
        f"{name}ระบบของเครื่องไม่ยอมให้ทำ ({error.strerror or error})\n"
        "    → ตรวจที่ว่างของดิสก์ สิทธิ์ และการเชื่อมต่อ แล้วสั่งอีกครั้ง",
        f"{name}the system refuses ({error.strerror or error})\n"
        "    → check the disk, permissions and connections, and run it again",
    )


_NO_MEMORY = Message(
    "หน่วยความจำของเครื่องไม่พอ\n    → ปิดโปรแกรมอื่น หรือแบ่งงานให้เล็กลง แล้วสั่งอีกครั้ง",
    "the machine has not enough memory\n    → close other programs or divide the work, and run it again",
)


def _print_defect(error: Exception, console: Console) -> None:
    name = f"{type(error).__name__}: {error}"
    console.error(
        Message(
            "ข้อบกพร่องของโปรแกรม: งานหยุดด้วยเหตุที่ไม่ได้คาดไว้ ข้อมูลของท่านไม่ได้ผิด "
            f"โปรดแจ้งผู้พัฒนา พร้อมคำสั่งที่ใช้ แฟ้มข้อมูล รุ่น {__version__} และข้อความนี้: {name}",
            "A defect of the program: it stopped for a reason nobody foresaw; your data are not to blame. "
            f"Please report the command, the data files, version {__version__} and this: {name}",
        )
    )
    if not console.verbose:
        console.error(_DETAILS)


def _show_traceback(console: Console) -> None:
    if console.verbose:
        click.echo(traceback.format_exc(), err=True)
