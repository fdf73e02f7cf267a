"""`saraban verify FILE.pdf`: who signed, and whether anything was changed, in whatever way it was done."""

import io
import json
import random
from pathlib import Path

import pikepdf
import pytest
from certificates import PASSPHRASE, Holder, issued
from docx import Document
from foreign_signing import signed_elsewhere
from signed_papers import ENDORSER, MEMO, PROPOSER, invoked, rendered, updated

from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers import provenance as making
from pipeline.render.pdf.readback import page_lines
from pipeline.resources import resource
from pipeline.verify import pdf as pdf_verification


@pytest.fixture(scope="module")
def authority() -> Holder:
    return issued("ศูนย์ออกใบรับรองทดสอบ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("papers")


@pytest.fixture(scope="module")
def trust(folder, authority) -> Path:
    path = folder / "trust.pem"
    path.write_bytes(authority.certificate_pem)
    return path


@pytest.fixture(scope="module")
def unsigned(folder) -> bytes:
    return rendered(folder).read_bytes()


def signed_by(pdf: bytes, holder: Holder, folder: Path) -> bytes:
    paper = folder / "to-sign.pdf"
    paper.write_bytes(pdf)
    out = folder / "signed.pdf"
    key = holder.pkcs12(folder, passphrase=PASSPHRASE)
    variables = {"SARABAN_KEY_PASSPHRASE": PASSPHRASE}
    result = invoked("sign", paper, "--key", key, "--output", out, "--force", env=variables)
    assert result.exit_code == 0, result.output
    return out.read_bytes()


@pytest.fixture(scope="module")
def once(unsigned, folder, authority) -> bytes:
    return signed_by(unsigned, issued(PROPOSER, authority), folder)


@pytest.fixture(scope="module")
def twice(once, folder, authority) -> bytes:
    return signed_by(once, issued(ENDORSER, authority), folder)


def verified(pdf: bytes, folder: Path, *options: object) -> dict:
    path = folder / "returned.pdf"
    path.write_bytes(pdf)
    result = invoked("verify", path, "--json", *options)
    assert result.exit_code in (ExitCode.OK, ExitCode.FINDINGS), result.output
    said = json.loads(result.stdout)
    assert said["sound"] == (result.exit_code == ExitCode.OK)
    return said


def said_of(pdf: bytes, folder: Path, *options: object, code: ExitCode) -> str:
    path = folder / "returned.pdf"
    path.write_bytes(pdf)
    result = invoked("verify", path, "--lang", "en", *options)
    assert result.exit_code == code, result.output
    return result.output


def test_two_signers_are_told_with_what_each_signed(twice, tmp_path, trust):
    told = verified(twice, tmp_path, "--trust", trust)
    first, second = told["signatures"]
    assert [one["name"] for one in (first, second)] == [PROPOSER, ENDORSER]
    assert [one["role"] for one in (first, second)] == ["proposer", "endorser-1"]
    assert [one["covers"] for one in (first, second)] == ["revision", "whole"]
    assert [one["revision"] for one in (first, second)] == [2, 3]
    for one in (first, second):
        assert one["issuer"] == "ศูนย์ออกใบรับรองทดสอบ"
        assert (one["intact"], one["changed"], one["trust"]) == (True, False, "trusted")
    assert (told["text"], told["waiting"], told["sound"]) == ("as-made", [], True)


def test_it_is_told_in_words_of_both_languages(once, tmp_path, trust):
    english = said_of(once, tmp_path, "--trust", trust, code=ExitCode.OK)
    assert "not changed since it was signed" in english
    assert f"Not signed: ลายมือชื่อ {ENDORSER}" in english
    assert "Nothing is wrong." in english
    thai = invoked("verify", tmp_path / "returned.pdf").output
    assert f"ลายมือชื่อที่ 1: {PROPOSER} (proposer)" in thai
    assert "ยังไม่ได้ตรวจว่าผู้ออกใบรับรองเชื่อถือได้" in thai


def test_a_paper_that_nobody_signed_is_held_against_its_data(unsigned, tmp_path):
    told = verified(unsigned, tmp_path)
    assert (told["signatures"], told["text"], told["sound"]) == ([], "as-made", True)
    assert [one["role"] for one in told["waiting"]] == ["proposer", "endorser-1"]


def signed_bytes(pdf: bytes) -> list[range]:
    """The ranges that the first signature covers."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        start, length, second, more = map(int, opened.Root.AcroForm.Fields[0].V.ByteRange)
    return [range(start, start + length), range(second, second + more)]


@pytest.mark.parametrize("seed", range(12))
def test_one_changed_byte_anywhere_under_a_signature_is_found(twice, tmp_path, seed):
    chance = random.Random(seed)
    covered = signed_bytes(twice)
    at = chance.choice(covered[0] if seed else covered[1])
    changed = bytearray(twice)
    changed[at] ^= 1 << chance.randrange(8)
    path = tmp_path / "returned.pdf"
    path.write_bytes(changed)
    result = invoked("verify", path, "--lang", "en")
    assert result.exit_code in (ExitCode.FINDINGS, ExitCode.INPUT), result.output
    assert "CHANGED since it was signed" in result.output or "damaged" in result.output


def test_a_changed_byte_of_the_page_breaks_every_signature_over_it(twice, tmp_path, trust):
    changed = bytearray(twice)
    changed[changed.index(b"/Filter/FlateDecode") + 60] ^= 1
    for one in verified(bytes(changed), tmp_path, "--trust", trust)["signatures"]:
        assert (one["intact"], one["trust"], one["sound"]) == (False, "broken", False)


def test_what_is_drawn_over_a_signed_page_is_found(once, tmp_path):
    told = verified(updated(once), tmp_path)
    (signature,) = told["signatures"]
    assert (signature["intact"], signature["changed"]) == (True, True)
    assert "CHANGED since" in said_of(updated(once), tmp_path, code=ExitCode.FINDINGS)


def test_what_was_drawn_before_it_was_signed_is_found(unsigned, authority, tmp_path):
    signed = signed_elsewhere(updated(unsigned), issued(PROPOSER, authority))
    told = verified(signed, tmp_path)
    assert told["signatures"][0]["sound"]
    assert (told["text"], told["sound"]) == ("edited", False)


def test_an_edited_paper_without_signatures_is_found(unsigned, tmp_path):
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        pdf.docinfo["/Title"] = "เรื่องอื่น"
        pdf.save(tmp_path / "edited.pdf")
    assert verified((tmp_path / "edited.pdf").read_bytes(), tmp_path)["text"] == "edited"


def test_other_text_is_shown_with_its_page(unsigned, tmp_path):
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        shown = content.rindex(b"TJ")
        begin = content.rindex(b"[", 0, shown)
        pdf.pages[0].Contents = pdf.make_stream(content[:begin] + b"[]" + content[shown:])
        pdf.save(tmp_path / "edited.pdf")
    told = verified((tmp_path / "edited.pdf").read_bytes(), tmp_path)
    assert told["text"] == "other-text"
    assert told["differences"][0]["page"] == 1
    assert told["differences"][0]["expected"] != told["differences"][0]["found"]
    assert "the text is not that of the data inside" in said_of(
        (tmp_path / "edited.pdf").read_bytes(), tmp_path, code=ExitCode.FINDINGS
    )


def test_data_that_were_exchanged_are_found(unsigned, once, tmp_path):
    """The text of one paper with the data of another."""
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        file = pdf.attachments["saraban-data.json"]
        record = file.get_file().read_bytes().decode()
        altered = record.replace("เรียนมาเพื่อทราบ", "เรียนมาเพื่ออนุมัติ").encode()
        del pdf.attachments["saraban-data.json"]
        pdf.attachments["saraban-data.json"] = pikepdf.AttachedFileSpec(pdf, altered)
        pdf.save(tmp_path / "edited.pdf")
    told = verified((tmp_path / "edited.pdf").read_bytes(), tmp_path)
    assert told["text"] == "other-text"


def test_who_vouches_for_a_signer_is_told_when_asked(once, tmp_path, trust):
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(issued("ผู้ออกรายอื่น").certificate_pem)
    assert verified(once, tmp_path)["signatures"][0]["trust"] == "not-asked"
    refused = verified(once, tmp_path, "--trust", stranger)
    assert (refused["signatures"][0]["trust"], refused["sound"]) == ("unknown-issuer", False)
    assert "do not trust" in said_of(once, tmp_path, "--trust", stranger, code=ExitCode.FINDINGS)
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    assert "holds no PEM certificate" in said_of(once, tmp_path, "--trust", empty, code=ExitCode.INPUT)


def test_the_data_inside_are_compared_with_an_input(once, folder, tmp_path):
    data = folder / "บันทึก"
    assert verified(once, tmp_path, data)["same_data"]
    other = tmp_path / "อื่น"
    other.mkdir()
    text = MEMO.format(digits="thai").replace("เรียนมาเพื่อทราบ", "เรียนมาเพื่อพิจารณา")
    (other / "memo.yaml").write_text(text, encoding="utf-8")
    told = verified(once, tmp_path, other)
    assert (told["same_data"], told["sound"]) == (False, False)


def test_a_paper_of_another_version_is_held_by_its_text(once, tmp_path, monkeypatch):
    monkeypatch.setattr(making, "__version__", "0.0.9")
    told = verified(once, tmp_path)
    assert (told["text"], told["sound"]) == ("same-text", True)
    assert [one["code"] for one in told["reasons"]] == ["record-version"]


@pytest.mark.parametrize("version", [None, "0.0.9"])
def test_what_was_laid_over_an_unsigned_page_is_found_whatever_version_made_it(
    unsigned, tmp_path, monkeypatch, version
):
    """The text is all there; a white square hides it, or a note does."""
    if version:
        monkeypatch.setattr(making, "__version__", version)
        assert verified(unsigned, tmp_path)["text"] == "same-text"
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[90, 500, 400, 600])
    for hidden in ("square", "note"):
        with pikepdf.open(io.BytesIO(unsigned)) as pdf:
            if hidden == "square":
                pdf.pages[0].contents_add(b"1 g 0 0 600 400 re f")
            else:
                pdf.pages[0].Annots = pdf.make_indirect([*pdf.pages[0].get("/Annots", []), note])
            pdf.save(tmp_path / "edited.pdf")
        told = verified((tmp_path / "edited.pdf").read_bytes(), tmp_path)
        assert (told["text"], told["sound"]) == ("edited", False)
    assert verified(unsigned + b"% nothing\n", tmp_path)["text"] == "edited"


def long_memo(folder: Path, word: str, right: int) -> bytes:
    """A memo of some pages whose lines are shorter the wider its right margin is."""
    styles = folder / "templates" / "styles"
    styles.mkdir(parents=True)
    shipped = resource("templates", "styles", "memo.yaml").read_text("utf-8")
    looks = shipped.replace(
        "{first_top: 1.5, catchword: true}", f"{{first_top: 1.5, catchword: true, right: {right}}}"
    )
    (styles / "memo.yaml").write_text(looks, encoding="utf-8")
    data = folder / "บันทึก"
    data.mkdir()
    said = f"ตามที่สำนักงานทดสอบได้{word}ให้จัดโครงการอบรมการเขียนหนังสือราชการสำหรับบุคลากรที่บรรจุใหม่ทุกคน นั้น"
    body = "".join(f"  - ย่อหน้าที่ {n} {said}\n" for n in range(30))
    (data / "memo.yaml").write_text(
        MEMO.format(digits="thai").replace("  - เรียนมาเพื่อทราบ\n", body), encoding="utf-8"
    )
    options = ("-o", folder / "out", "--format", "pdf", "--templates", folder / "templates")
    assert invoked("render", data, *options).exit_code == 0
    return (folder / "out" / "บันทึก" / "memo.pdf").read_bytes()


def test_a_paper_whose_lines_now_end_elsewhere_still_says_the_same(tmp_path, monkeypatch):
    """As after years, when the program has learnt more words."""
    then, now = (long_memo(tmp_path / str(right), "อนุมัติ", right) for right in (2, 4))
    altered = long_memo(tmp_path / "altered", "งดเว้น", 2)
    assert page_lines(then) != page_lines(now)
    monkeypatch.setattr(pdf_verification, "made_here", lambda *_: now)
    assert (verified(then, tmp_path)["text"], verified(altered, tmp_path)["text"]) == (
        "same-text",
        "other-text",
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "empty"), (b"%PDF-1.7 nothing", "no PDF"), ("ไม่ใช่".encode(), "no PDF")],
    ids=["empty", "cut", "text"],
)
def test_what_is_no_pdf_is_said_to_be_none(tmp_path, content, told):
    assert told in said_of(content, tmp_path, code=ExitCode.INPUT)


def test_somebody_elses_pdf_and_an_encrypted_one_are_refused(unsigned, tmp_path):
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        del pdf.Root.Names
        pdf.save(tmp_path / "foreign.pdf")
    locked, foreign = ((tmp_path / f"{name}.pdf").read_bytes() for name in ("locked", "foreign"))
    assert "encrypted" in said_of(locked, tmp_path, code=ExitCode.INPUT)
    assert "holds no data of ours" in said_of(foreign, tmp_path, code=ExitCode.INPUT)
    missing = invoked("verify", tmp_path / "missing.pdf", "--lang", "en")
    assert missing.exit_code == ExitCode.INPUT


def test_a_docx_needs_its_data_and_a_pdf_does_not(tmp_path):
    Document().save(str(tmp_path / "memo.docx"))
    (tmp_path / "memo.odt").write_bytes(b"PK")
    result = invoked("verify", tmp_path / "memo.docx", "--lang", "en")
    assert result.exit_code == ExitCode.USAGE
    assert "give the data too" in result.output
    odd = invoked("verify", tmp_path / "memo.odt", "--lang", "en")
    assert ".docx, .pdf" in odd.output
