"""`saraban sign`: each signer in the place that the paper keeps, and nothing lost of what was there."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from certificates import PASSPHRASE, Holder, issued
from cryptography.hazmat.primitives import serialization
from foreign_signing import signed_elsewhere
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from signed_papers import ENDORSER, PROPOSER, invoked, rendered

from pipeline import api
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.signing import extra, keys

VALIDATE = Path(__file__).resolve().parents[2] / "tools" / "verapdf" / "validate"
CANNOT_RUN = 77


@pytest.fixture(scope="module")
def authority() -> Holder:
    return issued("ศูนย์ออกใบรับรองทดสอบ")


@pytest.fixture(scope="module")
def proposer(authority) -> Holder:
    return issued(PROPOSER, authority)


@pytest.fixture(scope="module")
def endorser(authority) -> Holder:
    return issued(ENDORSER, authority)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> bytes:
    return rendered(tmp_path_factory.mktemp("paper")).read_bytes()


@pytest.fixture
def paper(tmp_path, made) -> Path:
    path = tmp_path / "memo.pdf"
    path.write_bytes(made)
    return path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch) -> None:
    monkeypatch.setenv("SARABAN_KEY_PASSPHRASE", PASSPHRASE)


def signed(paper: Path, holder: Holder, *options: object) -> Path:
    result = invoked("sign", paper, "--key", holder.pkcs12(paper.parent), *options)
    assert result.exit_code == 0, result.output
    return Path(result.output.splitlines()[0])


def fault(*arguments: object, code: ExitCode = ExitCode.INPUT, **more) -> str:
    result = invoked("sign", *arguments, "--lang", "en", **more)
    assert result.exit_code == code, result.output
    return result.output


def test_two_sign_one_after_another_and_nothing_before_them_changes(paper, made, proposer, endorser):
    once = signed(paper, proposer)
    assert once == paper.with_name("memo.signed.pdf")
    first = once.read_bytes()
    assert signed(once, endorser) == once
    second = once.read_bytes()
    assert first.startswith(made)
    assert second.startswith(first)
    assert paper.read_bytes() == made
    with pikepdf.open(once) as pdf:
        fields = {str(one.T): one.V for one in pdf.Root.AcroForm.Fields}
    assert set(fields) == {"proposer", "endorser-1"}


def test_the_place_shows_who_signed_and_when_in_thai(paper, proposer):
    with pikepdf.open(signed(paper, proposer)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        shown = text_of_looks(field)
        when = str(field.V.M)
    year = int(when[2:6]) + 543
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    assert shown.startswith(f"ลงนามอิเล็กทรอนิกส์โดย {PROPOSER}")
    assert str(year).translate(thai) in shown
    assert shown.rstrip().endswith("น.")


def text_of_looks(field) -> str:
    looks = field.AP.N
    told = ""
    maps = {name: unicode_of(font) for name, font in looks.Resources.Font.items()}
    font = {}
    for operands, operator in pikepdf.parse_content_stream(looks):
        if str(operator) == "Tf":
            font = maps[str(operands[0])]
        elif str(operator) == "TJ":
            codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
            told += "".join(font[codes[at : at + 2]] for at in range(0, len(codes), 2))
    return told


def unicode_of(font) -> dict[bytes, str]:
    lines = [line.split() for line in font.ToUnicode.read_bytes().decode().splitlines() if "> <" in line]
    return {
        bytes.fromhex(code[1:-1]): bytes.fromhex(text[1:-1]).decode("utf-16-be")
        for code, text in lines
        if code != "<0000>"
    }


def test_the_looks_bring_their_fonts_and_fill_the_field(paper, proposer):
    with pikepdf.open(signed(paper, proposer)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        left, bottom, right, top = map(float, field.Rect)
        box = [float(corner) for corner in field.AP.N.BBox]
        assert box[2:] == pytest.approx([right - left, top - bottom], abs=1)  # pyHanko counts whole pt
        for font in field.AP.N.Resources.Font.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


@pytest.mark.parametrize("name", ["นาย" + "ยาว" * 20, "A", "นายสมมติ (Somsak) ทดลอง ที่ปรึกษา"])
def test_any_name_fits_its_place(paper, authority, name):
    options = ("--role", "proposer", "--reason", "ปฏิบัติราชการแทน")
    with pikepdf.open(signed(paper, issued(name, authority), *options)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        heights = [
            float(operands[5])
            for operands, operator in pikepdf.parse_content_stream(field.AP.N)
            if str(operator) == "Tm"
        ]
        assert squeezed(text_of_looks(field)).startswith(squeezed(f"ลงนามอิเล็กทรอนิกส์โดย{name}"))
    assert 0 <= min(heights) <= max(heights) <= float(field_height(field_of(paper)))


def squeezed(text: str) -> str:
    return "".join(text.split())


def field_of(paper: Path) -> list[float]:
    with pikepdf.open(paper) as pdf:
        return [float(corner) for corner in pdf.Root.AcroForm.Fields[0].Rect]


def field_height(rect: list[float]) -> float:
    return rect[3] - rect[1]


def test_a_paper_in_arabic_digits_is_signed_in_them(tmp_path, proposer):
    paper = rendered(tmp_path, digits="arabic")
    with pikepdf.open(signed(paper, proposer)) as pdf:
        shown = text_of_looks(pdf.Root.AcroForm.Fields[0])
    assert any(letter in "0123456789" for letter in shown)
    assert not any(letter in "๐๑๒๓๔๕๖๗๘๙" for letter in shown)


@pytest.mark.parametrize("locked", ["", PASSPHRASE])
def test_a_pem_key_signs_with_its_certificate_inside_or_beside(tmp_path, made, proposer, locked):
    beside = tmp_path / "certificate.pem"
    beside.write_bytes(proposer.certificate_pem)
    for number, (inside, more) in enumerate([(True, ()), (False, ("--certificate", beside))]):
        paper = tmp_path / f"{number}.pdf"
        paper.write_bytes(made)
        key = proposer.pem(tmp_path, certificate=inside, passphrase=locked)
        assert invoked("sign", paper, "--key", key, *more).exit_code == 0


def test_the_passphrase_is_asked_for_or_read_from_a_file(paper, proposer, monkeypatch):
    monkeypatch.delenv("SARABAN_KEY_PASSPHRASE")
    key = proposer.pkcs12(paper.parent)
    asked = invoked("sign", paper, "--key", key, input=f"{PASSPHRASE}\n")
    assert asked.exit_code == 0, asked.output
    assert PASSPHRASE not in asked.output
    file = paper.with_name("passphrase")
    file.write_text(f"{PASSPHRASE}\nสิ่งอื่น\n", encoding="utf-8")
    again = invoked(
        "sign", paper, "--key", key, "--passphrase-file", file, "-o", paper.with_name("other.pdf")
    )
    assert again.exit_code == 0, again.output


@pytest.mark.parametrize("data", [b"\xff\xfe\x00s", b"\x89PNG\x0d", b""])
def test_a_file_that_is_no_text_is_no_passphrase(paper, proposer, data):
    (file := paper.with_name("passphrase")).write_bytes(data)
    fault(paper, "--key", proposer.pkcs12(paper.parent), "--passphrase-file", file)
    assert not paper.with_name("memo.signed.pdf").exists()


def test_a_passphrase_saved_by_notepad_is_read_without_its_mark(paper, proposer):
    (file := paper.with_name("passphrase")).write_bytes(b"\xef\xbb\xbf" + f"{PASSPHRASE}\r\n".encode())
    signed = invoked("sign", paper, "--key", proposer.pkcs12(paper.parent), "--passphrase-file", file)
    assert signed.exit_code == 0, signed.output


@pytest.mark.parametrize("kind", ["p12", "pem"])
def test_a_wrong_passphrase_is_said_and_nothing_is_written(paper, proposer, kind):
    folder = paper.parent
    key = proposer.pkcs12(folder) if kind == "p12" else proposer.pem(folder, passphrase=PASSPHRASE)
    said = fault(paper, "--key", key, env={"SARABAN_KEY_PASSPHRASE": "ผิด"})
    assert "the passphrase of the key is wrong" in said
    assert not paper.with_name("memo.signed.pdf").exists()


@pytest.mark.parametrize(
    ("days", "told"), [((-30, -1), "has expired"), ((1, 30), "is not valid yet")], ids=["expired", "early"]
)
def test_a_certificate_out_of_its_time_does_not_sign(paper, authority, days, told):
    key = issued(PROPOSER, authority, days=days).pkcs12(paper.parent)
    assert told in fault(paper, "--key", key)


def test_a_certificate_for_something_else_does_not_sign(paper, authority):
    key = issued(PROPOSER, authority, signs=False).pkcs12(paper.parent)
    assert "not issued for signing" in fault(paper, "--key", key)


def test_a_key_that_no_verifier_takes_does_not_sign(paper, made, authority):
    holder = issued(PROPOSER, authority, bits=1_024)
    assert "the key is too short" in fault(paper, "--key", holder.pkcs12(paper.parent))
    assert not paper.with_name("memo.signed.pdf").exists()
    (once := paper.with_name("elsewhere.pdf")).write_bytes(signed_elsewhere(made, holder))
    trust = paper.with_name("trust.pem")
    trust.write_bytes(authority.certificate_pem)
    said = invoked("verify", once, "--trust", trust, "--lang", "en")
    assert said.exit_code == ExitCode.FINDINGS
    assert "its key is too short, or of a kind given up" in said.output


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"common_name": "นายก ข", "surname": "ข"}, "นายก ข"),
        ({"surname": "ใจดี", "given_name": "สมชาย", "organization_name": "กรม"}, "สมชาย ใจดี"),
        ({"organization_name": "กรม", "country_name": "TH"}, "กรม"),
        ({"country_name": "TH"}, "Country: TH"),
    ],
)
def test_a_certificate_names_its_holder_by_what_it_has(told, name):
    assert keys.name_in(asn1_x509.Name.build(told)) == name


def test_a_key_without_its_certificate_does_not_sign(paper, proposer, endorser):
    alone = proposer.pem(paper.parent, certificate=False)
    assert "no certificate of this key" in fault(paper, "--key", alone)
    alone.write_bytes(alone.read_bytes() + endorser.certificate_pem)
    assert "no certificate of this key" in fault(paper, "--key", alone)


@pytest.mark.parametrize(
    "content",
    [b"", b"no key", b"\x30\x03\x02\x01\x03", b"-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----"],
)
def test_what_is_no_key_is_said_to_be_none(paper, content):
    key = paper.with_name("key")
    key.write_bytes(content)
    assert "holds no key that signs" in fault(paper, "--key", key)
    assert "there is no such file" in fault(paper, "--key", paper.with_name("missing"))


def test_the_place_is_known_by_the_name_or_named_by_the_role(paper, authority, proposer):
    stranger = issued("นายคนอื่น ไม่เกี่ยวข้อง", authority).pkcs12(paper.parent)
    said = fault(paper, "--key", stranger)
    assert "proposer" in said
    assert "endorser-1" in said
    assert "nobody signs as 'director'" in fault(paper, "--key", stranger, "--role", "director")
    once = signed(paper, proposer)
    assert "has signed already" in fault(once, "--key", stranger, "--role", "proposer")
    acting = ("--reason", "รักษาราชการแทนผู้อำนวยการสำนักงานทดสอบ")
    assert invoked("sign", once, "--key", stranger, *acting).exit_code == 0
    assert "everybody has signed already" in fault(once, "--key", stranger)


def test_a_pdf_of_somebody_else_is_not_signed(paper, proposer):
    key = proposer.pkcs12(paper.parent)
    with pikepdf.open(paper) as pdf:
        pdf.save(paper.with_name("locked.pdf"), encryption=pikepdf.Encryption(owner="a", user="b"))
        pdf.save(paper.with_name("owned.pdf"), encryption=pikepdf.Encryption(owner="a", user=""))
        del pdf.Root.Names
        pdf.save(paper.with_name("foreign.pdf"))
    other = paper.with_name("text.pdf")
    other.write_text("ไม่ใช่ PDF", encoding="utf-8")
    assert "encrypted" in fault(paper.with_name("locked.pdf"), "--key", key)
    assert "encrypted" in fault(paper.with_name("owned.pdf"), "--key", key)
    assert "holds no data of ours" in fault(paper.with_name("foreign.pdf"), "--key", key)
    assert "it is no PDF" in fault(other, "--key", key)
    assert "there is no such file" in fault(paper.with_name("missing.pdf"), "--key", key)


def test_a_paper_without_signers_has_no_place_to_sign(tmp_path, proposer):
    assert invoked("specimen", "-o", tmp_path, "--format", "pdf").exit_code == 0
    root = Path(__file__).resolve().parents[2]
    result = invoked("render", root / "input" / "agreement-2547", "-o", tmp_path, "--format", "pdf")
    assert result.exit_code == 0
    annexes = next(tmp_path.rglob("annexes.pdf"))
    assert "no place to sign" in fault(annexes, "--key", proposer.pkcs12(tmp_path))


def test_a_file_that_was_edited_is_never_overwritten_unless_forced(paper, proposer, endorser):
    once = signed(paper, proposer)
    kept = once.read_bytes()
    key = endorser.pkcs12(paper.parent)
    said = fault(paper, "--key", key, code=ExitCode.OUTPUT)
    assert "another file of this name exists" in said
    assert once.read_bytes() == kept
    assert invoked("sign", paper, "--key", key, "--force").exit_code == 0
    assert once.read_bytes() != kept
    assert not list(paper.parent.glob(".saraban-*"))


def test_a_full_disk_leaves_nothing_behind(paper, proposer, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    key = proposer.pkcs12(paper.parent)
    before = sorted(paper.parent.iterdir())
    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in fault(paper, "--key", key, code=ExitCode.OUTPUT)
    assert sorted(paper.parent.iterdir()) == before
    monkeypatch.undo()
    assert signed(paper, proposer, "--passphrase-file", secret(paper)).is_file()


def secret(paper: Path) -> Path:
    (file := paper.with_name("passphrase")).write_text(PASSPHRASE, encoding="utf-8")
    return file


KILLED = """
import os, sys
from pathlib import Path
from pipeline.output import new_file

name = sys.argv[2]
original = getattr(os, name)
def die(*given):
    original(*given) if sys.argv[3] == "after" else None
    os._exit(9)
setattr(os, name, die)
new_file.write_new(Path(sys.argv[1]), sys.stdin.buffer.read())
"""


@pytest.mark.parametrize(("call", "when"), [("fsync", "before"), ("link", "before"), ("link", "after")])
def test_a_run_that_was_killed_is_run_again_and_leaves_nothing(paper, proposer, call, when):
    """Killed at each step of writing; the signed file stands whole or not at all."""
    made = signed(paper, proposer)
    content = made.read_bytes()
    made.unlink()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, made, call, when], input=content, timeout=60, check=False
    )
    assert done.returncode == 9
    assert list(paper.parent.glob(".saraban-*"))
    assert made.exists() == (when == "after")
    assert signed(paper, proposer) == made
    assert not list(paper.parent.glob(".saraban-*"))
    assert (made.read_bytes() == content) == (when == "after")


def test_a_timestamp_server_confirms_the_moment(paper, proposer, authority, monkeypatch):
    stamper = issued("บริการประทับเวลาทดสอบ", authority, stamps=True)
    server = DummyTimeStamper(as_asn1(stamper), key_as_asn1(stamper))
    monkeypatch.setattr("pipeline.cli.sign.TimestampServer", lambda _: server)
    once = signed(paper, proposer, "--timestamp", "http://tsa.example/")
    trust = paper.with_name("trust.pem")
    trust.write_bytes(authority.certificate_pem)
    said = invoked("verify", once, "--trust", trust, "--lang", "en")
    assert said.exit_code == 0, said.output
    assert "confirmed by a timestamp server" in said.output
    assert (
        "(by a timestamp server; whether to trust it is not known)"
        in invoked("verify", once, "--lang", "en").output
    )
    other = paper.with_name("other.pem")
    other.write_bytes(issued("ผู้ออกรายอื่น").certificate_pem)
    assert (
        "by a timestamp server that you do not trust"
        in invoked("verify", once, "--trust", other, "--lang", "en").output
    )


def as_asn1(holder: Holder) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(holder.certificate.public_bytes(serialization.Encoding.DER))


def key_as_asn1(holder: Holder) -> asn1_keys.PrivateKeyInfo:
    data = holder.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return asn1_keys.PrivateKeyInfo.load(data)


def test_a_timestamp_server_that_gives_none_is_said_and_nothing_is_written(paper, proposer, monkeypatch):
    class Silent(DummyTimeStamper):
        async def async_request_tsa_response(self, _):
            raise TimestampRequestError("no answer")

    holder = proposer
    monkeypatch.setattr(
        "pipeline.cli.sign.TimestampServer", lambda _: Silent(as_asn1(holder), key_as_asn1(holder))
    )
    key = proposer.pkcs12(paper.parent)
    said = fault(paper, "--key", key, "--timestamp", "http://tsa.example/", code=ExitCode.ENVIRONMENT)
    assert "no answer" in said
    assert not paper.with_name("memo.signed.pdf").exists()
    assert "http" in fault(paper, "--key", key, "--timestamp", "tsa.example", code=ExitCode.USAGE)


def test_without_the_extra_it_says_how_to_get_it(paper, proposer, monkeypatch):
    monkeypatch.setattr(extra, "find_spec", lambda _: None)
    said = fault(paper, "--key", proposer.pkcs12(paper.parent), code=ExitCode.ENVIRONMENT)
    assert "pip install 'saraban[sign]'" in said


@pytest.mark.interop
def test_verapdf_finds_a_signed_paper_as_archival_as_before(paper, proposer, endorser):
    once = signed(signed(paper, proposer), endorser)
    agreement = rendered(paper.parent / "b", "--conformance", "3b")
    loose = signed(agreement, proposer)
    for profiles, file in (("3a,ua1", once), ("3b", loose)):
        done = subprocess.run(  # noqa: PLW1510 (the code is looked at)
            [VALIDATE, profiles, file], capture_output=True, text=True, timeout=300, env=os.environ
        )
        if done.returncode == CANNOT_RUN:
            pytest.skip(done.stdout.strip())
        assert done.stdout.splitlines()[-1] == f"{profiles}: 1 files, 0 failures", done.stdout + done.stderr


def test_title_and_dates_of_the_paper_stay_its_own(paper, made, proposer):
    with pikepdf.open(io.BytesIO(made)) as before, pikepdf.open(signed(paper, proposer)) as after:
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert dict(before.docinfo.items()) == dict(after.docinfo.items())


def test_a_copy_for_the_public_is_not_signed_and_is_called_what_it_is(paper, proposer):
    root = Path(__file__).resolve().parents[2]
    made = api.render(root / "input" / "memo-example", options=api.render_options(public=True))
    paper.write_bytes(made.papers[0].files["pdf"])
    told = fault(paper, "--key", proposer.pkcs12(paper.parent))
    assert "a copy for the public" in told
    assert not paper.with_name("memo.signed.pdf").exists()
