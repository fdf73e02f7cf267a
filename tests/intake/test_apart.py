"""A reader in a process of its own: what it gives comes back, what a hostile file does to it stays there."""

import os
import pickle
import signal
import threading

import pytest

from pipeline.diagnostics import Diagnostic, InputError, Location, Message
from pipeline.intake.decoding import decode
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.sandbox_answers import answer_of, read_answer
from pipeline.intake.sandbox_fork import CAN_FORK, run_in_fork
from pipeline.intake.sandbox_limits import Bounds, bounds_of
from pipeline.intake.sandboxed import read_apart

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="no forks here")
SHORT = Bounds(1, 300_000_000)


def never_end():
    while True:
        pass


def test_a_reader_that_never_ends_is_ended():
    assert run_in_fork(never_end, SHORT) == ("time", None)


def test_a_reader_that_takes_all_memory_is_refused_it():
    assert run_in_fork(lambda: len(bytearray(600_000_000)), SHORT) == ("memory", None)


def test_what_a_long_lived_process_holds_takes_nothing_from_a_reader():
    held = b"x" * SHORT.memory
    assert run_in_fork(lambda: len(bytearray(SHORT.memory // 2)), SHORT).ended == "answered"
    assert run_in_fork(lambda: len(held) + len(bytearray(600_000_000)), SHORT) == ("memory", None)


def test_an_answer_larger_than_any_paper_is_not_taken():
    assert run_in_fork(lambda: b"x" * 100_000_000, SHORT).answer is None


def test_a_reader_that_breaks_down_takes_nothing_with_it(capfd):
    def break_down():
        os.write(2, b"core dumped")
        os.kill(os.getpid(), signal.SIGKILL)

    assert run_in_fork(break_down, SHORT) == ("broken", None)
    assert capfd.readouterr().err == ""


def test_values_and_records_come_back_as_they_were():
    given = {"งาน": [1, "๒", None, Location("a.xlsx", sheet="แผน", cell="D7")]}
    assert read_answer(answer_of(lambda: given)) == (given,)


def test_no_code_of_anybody_is_run_by_reading_an_answer():
    for call in ((os.system, ("true",)), (Bounds._make, ([1, 2],)), (threading.Event, ())):
        with pytest.raises(ValueError, match="no answer of ours"):
            read_answer(pickle.dumps((_Calls(*call),)))


class _Calls:
    def __init__(self, function, arguments):
        self._call = function, arguments

    def __reduce__(self):
        return self._call


def test_a_class_is_not_reached_through_a_module_of_ours_that_uses_it():
    stolen = b"\x80\x04\x8c\x18pipeline.intake.helpers\x8c\x10subprocess.Popen\x93."
    with pytest.raises(ValueError, match="no answer of ours"):
        read_answer(stolen.replace(b"\x18pipe", b"\x17pipe"))


@pytest.mark.parametrize("threads", [False, True])
def test_faults_and_answers_are_the_same_from_a_fork_and_from_a_helper(tmp_path, threads):
    path = tmp_path / "ข้อมูล.txt"
    path.write_bytes("งาน".encode())
    waits = threading.Event()
    other = threading.Thread(target=waits.wait, daemon=True)
    if threads:
        other.start()
    try:
        assert read_apart(path, ordinary_bytes, path, 3) == "ง".encode()
        with pytest.raises(InputError) as refused:
            read_apart(path, decode, "งาน".encode("utf-16"), str(path))
        assert refused.value.diagnostics[0].code == "encoding"
        with pytest.raises(InputError) as odd:
            read_apart(path, ordinary_bytes, tmp_path / "อื่น")
        assert odd.value.diagnostics[0].location == Location(str(path))
    finally:
        waits.set()


def test_bounds_grow_with_the_file():
    small, large = bounds_of(20_000), bounds_of(2_000_000)
    assert small.seconds <= 10
    assert small.memory <= 500_000_000
    assert large.seconds > small.seconds
    assert large.memory > small.memory


def test_a_fault_keeps_its_words():
    fault = Diagnostic("x", Message("ผิด", "wrong"), Message("แก้", "mend"), Location("a", 1))

    def refuse():
        raise InputError([fault])

    assert read_answer(answer_of(refuse)).faults == (fault,)
