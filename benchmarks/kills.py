"""Kills commands at arbitrary moments and runs them again: the same files, and no other beside them.

    python -m benchmarks.kills [KILLS A COMMAND] [SEED] [COMMAND]

Half of the kills fall anywhere in a run, half while it writes. Real processes, SIGKILL; needs POSIX and the
extra `saraban[sign]`. It ends with 1 if any run was not ended by the next.
"""

from __future__ import annotations

import datetime
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12

from pipeline.papers.build import prepare

SARABAN = (sys.executable, "-c", "from pipeline.cli.main import main; main()")
MEMO = Path(__file__).resolve().parents[1] / "input" / "memo-example"
KILLS = 12
UNITS = 8
LEDGER = ".saraban.sqlite"
SIGNED = ".signed.pdf"
PASSPHRASE = "for-this-run-alone"


@dataclass(frozen=True)
class Command:
    """A command that writes into `{to}`; `before` puts there what it starts from."""

    name: str
    arguments: tuple[str, ...]
    before: Callable[[Path], None] = lambda _: None


def made(folder: Path) -> tuple[Command, ...]:
    """The commands, and what they need, made in `folder`."""
    batch = _batch(folder / "batch.yaml", "")
    changed = _batch(folder / "changed.yaml", "ใหม่ ")
    key = _key(folder)
    done, signing = folder / "done", folder / "signing"
    _run(("batch", str(batch), "-o", str(done), "--no-embed"))
    _run(("render", str(MEMO), "-o", str(signing), "--format", "pdf"))

    def from_done(to: Path) -> None:
        shutil.copytree(done, to)

    def from_signing(to: Path) -> None:
        shutil.copytree(signing, to)

    paper = "{to}/memo-example/memo.pdf"
    return (
        Command("batch", ("batch", str(changed), "-o", "{to}", "--no-embed", "--jobs", "2"), from_done),
        Command("render", ("render", str(MEMO), "-o", "{to}")),
        Command("bundle", ("bundle", str(done), "-o", "{to}/sign.pdf")),
        Command("convert", ("convert", str(MEMO), "{to}/yaml")),
        Command("sign", ("sign", paper, "--key", str(key), "--role", "proposer"), from_signing),
    )


def _batch(path: Path, before: str) -> Path:
    units = ", ".join(f"{{id: หน่วย {n}, set: {{memo.number: '{before}{n}'}}}}" for n in range(UNITS))
    path.write_text(f"{{kind: batch, title: ชุดทดลอง, base: {MEMO}, units: [{units}]}}", encoding="utf-8")
    return path


def _key(folder: Path) -> Path:
    """A key and a certificate in the name of the memo's proposer."""
    key = ec.generate_private_key(ec.SECP256R1())
    person = prepare(MEMO).office_input.memo.proposer.person  # type: ignore[union-attr]
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, person.full_name)])
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(False, None), critical=True)
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    path = folder / "key.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"key", key, certificate, None, locked))
    return path


def _started(arguments: tuple[str, ...]) -> subprocess.Popen[bytes]:
    known = os.environ | {"SARABAN_KEY_PASSPHRASE": PASSPHRASE}
    return subprocess.Popen(
        [*SARABAN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=known
    )


def _run(arguments: tuple[str, ...]) -> tuple[int, str]:
    with _started(arguments) as process:
        said, _ = process.communicate()
    return process.returncode, said.decode("utf-8", "replace")


def _filled(command: Command, to: Path) -> tuple[str, ...]:
    return tuple(part.replace("{to}", str(to)) for part in command.arguments)


def standing(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones too. Of a ledger that it is sound, of a report all but the seconds, of a
    signed paper what was signed: a signature is another one each time.
    """
    return {
        path.relative_to(folder).as_posix(): _told(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _told(path: Path) -> bytes:
    if path.name == LEDGER:
        with sqlite3.connect(path) as ledger:
            return str(ledger.execute("PRAGMA integrity_check").fetchone()[0]).encode()
    if path.name == "report.html":
        return b""  # the same as report.json, with its seconds
    if path.name == "report.json":
        return _report(path)
    if path.name.endswith(SIGNED):
        return path.read_bytes()[: path.with_name(path.name.replace(SIGNED, ".pdf")).stat().st_size]
    return path.read_bytes()


def _report(path: Path) -> bytes:
    report = json.loads(path.read_bytes())
    for each in [*report["documents"], report["totals"]]:
        each.pop("seconds", None)
    return json.dumps(report).encode()


def _killed(command: Command, to: Path, seconds: float, writing: bool, choose: random.Random) -> bool:
    """Starts the command and kills it; whether it was still at work."""
    command.before(to)
    before = _seen(to)
    began = time.monotonic()
    with _started(_filled(command, to)) as process:
        wait = choose.uniform(0.0, 1.1 * seconds)
        while process.poll() is None and time.monotonic() - began < wait:
            if writing and _seen(to) != before:
                time.sleep(choose.uniform(0.0, 0.04))
                break
            time.sleep(0.0005 if writing else wait / 50)
            if writing:
                wait = 10 * seconds
        alive = process.poll() is None
        process.kill()
        process.communicate()  # until the workers, who hold its output, are gone too
    return alive


def _seen(folder: Path) -> list[tuple[str, int]]:
    """Names and sizes, to see that something is being written."""
    found = []
    for path in folder.rglob("*"):
        try:
            found.append((str(path), path.stat().st_size))
        except OSError:
            continue
    return sorted(found)


def tried(command: Command, folder: Path, kills: int, choose: random.Random) -> list[str]:
    """Kills a command so often; what went wrong, in words."""
    undisturbed = folder / f"{command.name}-undisturbed"
    command.before(undisturbed)
    began = time.monotonic()
    code, said = _run(_filled(command, undisturbed))
    seconds = time.monotonic() - began
    if code:
        return [f"{command.name} undisturbed: {code} {said}"]
    whole, wrong, alive = standing(undisturbed), [], 0
    for number in range(kills):
        to = folder / f"{command.name}-{number}"
        alive += _killed(command, to, seconds, number % 2 == 1, choose)
        signed = command.name == "sign" and any(to.rglob(f"*{SIGNED}"))
        code, said = _run(_filled(command, to))
        found = standing(to)
        if code and not (signed and code == 6):  # it had signed; nothing is signed over
            wrong.append(f"{command.name} {number}: {code} {said}")
        elif found != whole:
            differ = sorted(name for name in {*found, *whole} if found.get(name) != whole.get(name))
            wrong.append(f"{command.name} {number}: {', '.join(differ)}")
        shutil.rmtree(to)
    print(f"{command.name}: {kills} kills, {alive} at work, {len(wrong)} not ended by the next", flush=True)
    return wrong


def main(kills: str = str(KILLS), seed: str = "1", only: str = "") -> int:
    """Tries every command, or the one of that name; how many runs were not ended by the next."""
    choose = random.Random(int(seed))
    with tempfile.TemporaryDirectory(prefix="saraban-kills-") as name:
        commands = [each for each in made(Path(name)) if only in ("", each.name)]
        wrong = [line for each in commands for line in tried(each, Path(name), int(kills), choose)]
    print(*wrong, sep="\n")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
