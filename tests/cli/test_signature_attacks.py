"""What may be done to a signed paper, and who may sign it that should not: each is told, and nothing else."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from certificates import NOW, Holder, issued
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import ExtendedKeyUsageOID
from foreign_signing import added, dictionary, signed_elsewhere
from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from signed_papers import ENDORSER, PROPOSER, invoked, rendered

from pipeline.diagnostics import InputError
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.signing.checking import signatures_of

pytestmark = pytest.mark.slow  # each signs papers anew

YEAR = datetime.timedelta(days=365)
Change = Callable[..., None]


@pytest.fixture(scope="module")
def authority() -> Holder:
    return issued("ศูนย์ออกใบรับรองทดสอบ")


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory) -> bytes:
    return rendered(tmp_path_factory.mktemp("paper")).read_bytes()


@pytest.fixture(scope="module")
def once(unsigned, authority) -> bytes:
    return signed_elsewhere(unsigned, issued(PROPOSER, authority))


def told(pdf: bytes, folder: Path, *trusted: Holder) -> dict:
    """What verifying finds, as JSON; with the issuers whom one trusts."""
    (path := folder / "returned.pdf").write_bytes(pdf)
    (trust := folder / "trust.pem").write_bytes(b"".join(one.certificate_pem for one in trusted))
    result = invoked("verify", path, "--json", *(("--trust", trust) if trusted else ()))
    assert result.exit_code in (ExitCode.OK, ExitCode.FINDINGS), result.output
    said = json.loads(result.stdout)
    assert said["sound"] == (result.exit_code == ExitCode.OK)
    return said


def refused_or_unsound(pdf: bytes, folder: Path) -> str:
    """What verifying says of a file that nobody should rely on."""
    (path := folder / "returned.pdf").write_bytes(pdf)
    result = invoked("verify", path, "--lang", "en")
    assert result.exit_code in (ExitCode.FINDINGS, ExitCode.INPUT), result.output
    return result.output


def changed(holder, **entries) -> None:
    holder.update(dictionary(**entries))


def in_catalog(**entries) -> Change:
    def change(writer) -> None:
        changed(writer.root, **entries)
        writer.update_root()

    return change


def in_properties(**entries) -> Change:
    def change(writer) -> None:
        held = writer.trailer.raw_get("/Info").reference
        own = generic.Reference(held.idnum, held.generation, writer)
        changed(writer.get_object(own), **entries)
        writer.mark_update(own)

    return change


titled = in_properties(Title="เรื่องอื่น")


def in_xmp(old: bytes, new: bytes) -> Change:
    def change(writer) -> None:
        packet = writer.root["/Metadata"]
        packet._data = packet.data.replace(old, new)
        packet._encoded_data = None
        writer.mark_update(writer.root.raw_get("/Metadata").reference)

    return change


def first_page(writer):
    return writer.root["/Pages"]["/Kids"][0]


def field_of(writer, name: str):
    fields = [one.get_object() for one in writer.root["/AcroForm"]["/Fields"]]
    return next(one for one in fields if one["/T"] == name)


def square(writer):
    """A filled square, to be put over something."""
    looks = dictionary(Subtype="/Form", BBox=[0, 0, 9, 9])
    return writer.add_object(generic.StreamObject(looks, stream_data=b"1 g 0 0 9 9 re f"))


def on_page(writer, note) -> None:
    page = first_page(writer)
    page[generic.NameObject("/Annots")] = generic.ArrayObject([*page.get("/Annots", ()), note])
    writer.mark_update(page.container_ref)


def covered(writer) -> None:
    """A white square over the text, as an annotation."""
    looks = dictionary(N=square(writer))
    note = dictionary(Type="/Annot", Subtype="/Square", Rect=[90, 500, 400, 600], F=4, AP=looks)
    on_page(writer, writer.add_object(note))


def with_page(writer) -> None:
    pages = writer.root["/Pages"]
    new = dictionary(Type="/Page", MediaBox=[0, 0, 595, 842], Parent=writer.root.raw_get("/Pages"))
    pages["/Kids"].append(writer.add_object(new))
    pages[generic.NameObject("/Count")] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.mark_update(writer.root.raw_get("/Pages").reference)


def other_data(writer) -> None:
    """The data inside are exchanged."""
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = names[1].get_object()["/EF"]["/F"]
    stream._data, stream._encoded_data = b"{}", None
    writer.mark_update(stream.container_ref)


def text_field(writer) -> None:
    form = writer.root["/AcroForm"]
    field = dictionary(FT="/Tx", T="หมายเหตุ", V="ไม่อนุมัติ", Subtype="/Widget", Rect=[0, 0, 99, 99])
    form["/Fields"].append(writer.add_object(field))
    writer.mark_update(form.container_ref)
    writer.update_root()


def empty_field(writer) -> None:
    """A signature field that nobody signed, with looks over the page."""
    looks = dictionary(N=square(writer))
    box = [90, 500, 400, 600]
    field = dictionary(FT="/Sig", T="cover", Type="/Annot", Subtype="/Widget", Rect=box, F=4, AP=looks)
    reference = writer.add_object(field)
    form = writer.root["/AcroForm"]
    form["/Fields"].append(reference)
    on_page(writer, reference)
    writer.mark_update(form.container_ref)
    writer.update_root()


def other_looks(writer) -> None:
    """What the signed field shows is exchanged."""
    field = field_of(writer, "proposer")
    field[generic.NameObject("/AP")] = dictionary(N=square(writer))
    writer.mark_update(field.container_ref)


def overridden_page(writer) -> None:
    content = first_page(writer)["/Contents"]
    content._data, content._encoded_data = content.data + b" 1 g 0 0 600 400 re f", None
    writer.mark_update(content.container_ref)


SCRIPT = dictionary(S="/JavaScript", JS="app.alert(1)")
LAYER = dictionary(D=dictionary(Order=[]), OCGs=[])
LATER: dict[str, Change] = {
    "title": titled,
    "XMP title": in_xmp("ทดสอบการลงนาม".encode(), "เรื่องอื่น".encode()),
    "action": in_catalog(OpenAction=SCRIPT),
    "script": in_catalog(Names=dictionary(JavaScript=dictionary(Names=["a", SCRIPT]))),
    "outline": in_catalog(Outlines=dictionary(Type="/Outlines", Count=0)),
    "page labels": in_catalog(PageLabels=dictionary(Nums=[])),
    "hidden layers": in_catalog(OCProperties=LAYER),
    "annotation": covered,
    "page": with_page,
    "data inside": other_data,
    "text field": text_field,
    "empty field": empty_field,
    "looks of a signature": other_looks,
    "page content": overridden_page,
}


@pytest.mark.parametrize("change", LATER.values(), ids=LATER)
def test_what_is_changed_behind_a_signature_is_told(once, change):
    (signature,) = signatures_of(added(once, change), "memo.pdf").signatures
    assert (signature.intact, signature.changed, signature.sound) == (True, True, False)


def test_a_change_is_told_in_words(once, tmp_path):
    assert "CHANGED since" in refused_or_unsound(added(once, covered), tmp_path)


def test_signatures_that_were_taken_out_leave_an_edited_file(once, tmp_path):
    found = told(added(once, in_catalog(AcroForm=dictionary(Fields=[], SigFlags=3))), tmp_path)
    assert (found["signatures"], found["text"], found["sound"]) == ([], "edited", False)


def test_changed_properties_are_called_so(once, tmp_path):
    for name in ("title", "XMP title"):
        (signature,) = told(added(once, LATER[name]), tmp_path)["signatures"]
        assert (signature["changed"], signature["changes"], signature["sound"]) == (True, ["metadata"], False)


def test_a_moment_of_saving_is_no_change(once, unsigned, authority, tmp_path):
    assert told(added(once, in_properties(ModDate="D:20261201000000Z")), tmp_path)["sound"]
    both = signed_elsewhere(once, issued(ENDORSER, authority), "endorser-1")
    assert told(both, tmp_path)["sound"]


UNFIT = {
    "expired": ({"days": (-400, -10)}, NOW - YEAR / 2),
    "not-yet-valid": ({"days": (-1, 400)}, NOW - YEAR / 2),
    "usage": ({"signs": False}, None),
}


@pytest.mark.parametrize("lack", UNFIT)
def test_a_certificate_that_may_not_sign_is_told_whoever_issued_it(unsigned, authority, tmp_path, lack):
    options, moment = UNFIT[lack]
    signed = signed_elsewhere(unsigned, issued(PROPOSER, authority, **options), at=moment)
    for trusted in ((), (authority,)):
        found = told(signed, tmp_path, *trusted)
        assert lack in found["signatures"][0]["unfit"]
        assert not found["sound"]


def test_the_certificate_of_an_issuer_signs_nothing(unsigned, tmp_path):
    root = issued(PROPOSER)
    (signature,) = told(signed_elsewhere(unsigned, root), tmp_path, root)["signatures"]
    assert "authority" in signature["unfit"]
    (paper := tmp_path / "memo.pdf").write_bytes(unsigned)
    assert "issuer (CA)" in refusal(paper, root)


def purposed(holder: Holder, by: Holder, *purposes: x509.ObjectIdentifier) -> Holder:
    """The holder with a certificate for these purposes."""
    old = holder.certificate
    builder = (
        x509.CertificateBuilder(old.issuer, old.subject, old.public_key(), old.serial_number)
        .not_valid_before(old.not_valid_before_utc)
        .not_valid_after(old.not_valid_after_utc)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    )
    for one in old.extensions:
        builder = builder.add_extension(one.value, critical=one.critical)
    return Holder(holder.key, builder.sign(by.key, hashes.SHA256()))


def test_a_certificate_signs_for_the_purposes_that_it_names(unsigned, authority, tmp_path):
    person = issued(PROPOSER, authority)
    server = purposed(person, authority, ExtendedKeyUsageOID.SERVER_AUTH)
    assert told(signed_elsewhere(unsigned, server), tmp_path)["signatures"][0]["unfit"] == ["usage"]
    (paper := tmp_path / "memo.pdf").write_bytes(unsigned)
    assert "not issued for signing" in refusal(paper, server)
    mail, client = ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.CLIENT_AUTH
    signer = purposed(person, authority, mail, client)
    assert told(signed_elsewhere(unsigned, signer), tmp_path, authority)["sound"]


def test_a_certificate_bound_to_something_unknown_does_not_sign(unsigned, authority, tmp_path):
    """Verifiers refuse a critical extension that they do not know (RFC 5280 §4.2)."""
    person = issued(PROPOSER, authority)
    old = person.certificate
    builder = x509.CertificateBuilder(old.issuer, old.subject, old.public_key(), old.serial_number)
    builder = builder.not_valid_before(old.not_valid_before_utc).not_valid_after(old.not_valid_after_utc)
    bound = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")
    bound_person = Holder(
        person.key, builder.add_extension(bound, critical=True).sign(authority.key, hashes.SHA256())
    )
    assert told(signed_elsewhere(unsigned, bound_person), tmp_path)["signatures"][0]["unfit"] == ["usage"]
    (paper := tmp_path / "memo.pdf").write_bytes(unsigned)
    assert "not issued for signing" in refusal(paper, bound_person)


def test_a_digest_that_was_given_up_is_told(unsigned, authority, tmp_path):
    signed = signed_elsewhere(unsigned, issued(PROPOSER, authority), md_algorithm="sha1")
    found = told(signed, tmp_path)
    assert not found["sound"]


def server_of(authority: Holder) -> DummyTimeStamper:
    stamper = issued("บริการประทับเวลาทดสอบ", authority, stamps=True)
    written = stamper.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return DummyTimeStamper(
        asn1_x509.Certificate.load(stamper.certificate.public_bytes(serialization.Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(written),
        fixed_dt=NOW - YEAR / 2,
    )


def test_a_timestamp_proves_that_a_certificate_had_not_expired(unsigned, tmp_path):
    """The issuer and the server are old enough; the signer's certificate ended ten days ago."""
    authority = issued("ศูนย์ออกใบรับรองเก่า", days=(-800, 800))
    person = issued(PROPOSER, authority, days=(-400, -10))
    stamper = server_of(authority)
    proven = signed_elsewhere(unsigned, person, at=NOW - YEAR / 2, timestamper=stamper)
    found = told(proven, tmp_path, authority)
    assert (found["signatures"][0]["unfit"], found["signatures"][0]["timestamp"]) == ([], "confirmed")
    assert (found["signatures"][0]["trust"], found["sound"]) == ("trusted", True)


def test_a_certificate_that_a_list_inside_revokes_is_told(unsigned, authority, tmp_path):
    person = issued(PROPOSER, authority)
    entry = x509.RevokedCertificateBuilder(person.certificate.serial_number, NOW - YEAR / 100).build()
    made = (
        x509.CertificateRevocationListBuilder(authority.certificate.subject, NOW, NOW + YEAR)
        .add_revoked_certificate(entry)
        .sign(authority.key, hashes.SHA256())
    )
    revoked = asn1_crl.CertificateList.load(made.public_bytes(serialization.Encoding.DER))
    signed = signed_elsewhere(unsigned, person)

    def with_list(writer) -> None:
        DocumentSecurityStore.supply_dss_in_writer(writer, None, crls=[revoked])

    found = told(added(signed, with_list), tmp_path)
    assert (found["signatures"][0]["trust"], found["signatures"][0]["changed"]) == ("revoked", False)


def test_a_moment_that_cannot_be_is_told(unsigned, authority, tmp_path):
    person = issued(PROPOSER, authority)
    (signature,) = told(signed_elsewhere(unsigned, person, at=NOW + YEAR / 12), tmp_path)["signatures"]
    assert (signature["clock"], signature["sound"]) == ("future", False)


def dated(folder: Path, date: str) -> Path:
    """The memo with a date."""
    paper = rendered(folder)
    data = folder / "บันทึก" / "memo.yaml"
    text = data.read_text("utf-8").replace("  proposer:", f"  date: {date}\n  proposer:")
    data.write_text(text, encoding="utf-8")
    assert invoked("render", data.parent, "-o", folder / "out", "--format", "pdf").exit_code == 0
    return paper


def test_nobody_signs_long_before_the_day_of_a_paper(authority, tmp_path):
    paper = dated(tmp_path, f"{NOW + YEAR:%Y-%m-%d}")
    person = issued(PROPOSER, authority)
    assert "before the paper's date" in refusal(paper, person)
    (signature,) = told(signed_elsewhere(paper.read_bytes(), person), tmp_path)["signatures"]
    assert (signature["clock"], signature["sound"]) == ("before-paper", False)
    soon = dated(tmp_path, f"{NOW + YEAR / 100:%Y-%m-%d}")
    assert told(signed_elsewhere(soon.read_bytes(), person), tmp_path)["sound"]


NAMES = {"ดร. ทดลอง  สมมติ": "same", "MR. SOMMOT THODLONG": "alike", ENDORSER: "other"}


@pytest.mark.parametrize("name", NAMES)
def test_whose_certificate_it_is_is_compared_with_whose_place_it_is(unsigned, authority, tmp_path, name):
    found = told(signed_elsewhere(unsigned, issued(name, authority)), tmp_path)
    (signature,) = found["signatures"]
    assert (signature["place"], found["sound"]) == (NAMES[name], NAMES[name] != "other")
    assert PROPOSER in signature["wanted"]


def new_field(name: str) -> SigFieldSpec:
    return SigFieldSpec(name, on_page=0, box=(100, 100, 300, 160))


def test_a_stranger_who_signs_in_a_field_of_his_own_is_told(once, unsigned, authority, tmp_path):
    stranger = issued("นายแปลก หน้าใหม่", authority)
    for pdf in (once, unsigned):
        signed = signed_elsewhere(pdf, stranger, "director", new=new_field("director"))
        found = told(signed, tmp_path, authority)
        assert (found["signatures"][-1]["place"], found["sound"]) == ("no-place", False)
        assert "nobody was to sign there" in refused_or_unsound(signed, tmp_path)


def test_a_signature_that_allows_no_more_is_broken_by_another(unsigned, authority, tmp_path):
    sealed = signed_elsewhere(
        unsigned, issued(PROPOSER, authority), certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    assert told(sealed, tmp_path)["sound"]
    (paper := tmp_path / "sealed.pdf").write_bytes(sealed)
    assert "cannot be signed" in refusal(paper, issued(ENDORSER, authority))

    def as_signed(writer) -> None:
        field = field_of(writer, "endorser-1")
        field[generic.NameObject("/V")] = writer.add_object(dictionary(Type="/Sig"))
        writer.mark_update(field.container_ref)

    assert "CHANGED since" in refused_or_unsound(added(sealed, as_signed), tmp_path)


def ranges(pdf: bytes) -> tuple[int, int, int, int]:
    found = re.search(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", pdf)
    assert found
    first, length, second, more = map(int, found.groups())
    return first, length, second, more


def with_range(pdf: bytes, *numbers: int) -> bytes:
    """The file with other ranges in the place of the old."""
    found = re.search(rb"/ByteRange\s*(\[[^\]]*\])", pdf)
    assert found
    room = len(found[1])
    new = ("[" + " ".join(map(str, numbers)) + "]").encode()
    return pdf[: found.start(1)] + new.ljust(room) + pdf[found.end(1) :]


def with_digit(pdf: bytes, at: int) -> bytes:
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


TAMPERED: dict[str, Callable[[bytes], bytes]] = {
    "a gap at the start": lambda pdf: with_range(pdf, 1, ranges(pdf)[1] - 1, *ranges(pdf)[2:]),
    "a shorter end": lambda pdf: with_range(pdf, *ranges(pdf)[:3], ranges(pdf)[3] - 9),
    "overlapping": lambda pdf: with_range(pdf, 0, ranges(pdf)[1] + 9, *ranges(pdf)[2:]),
    "shifted": lambda pdf: with_range(pdf, 0, ranges(pdf)[1], ranges(pdf)[2] + 2, ranges(pdf)[3] - 2),
    "negative": lambda pdf: with_range(pdf, 0, -1, 0, -1),
    "one pair": lambda pdf: with_range(pdf, 0, len(pdf)),
    "nothing": lambda pdf: with_range(pdf, 0, 0, 0, 0),
    "no ranges": lambda pdf: pdf.replace(b"/ByteRange", b"/ByteRangf", 1),
    "no contents": lambda pdf: pdf.replace(b"/Contents <", b"/Contentz <", 1),
    "another digit": lambda pdf: with_digit(pdf, ranges(pdf)[1] + 900),
    "contents of zeros": lambda pdf: (
        pdf[: ranges(pdf)[1] + 1] + b"0" * (ranges(pdf)[2] - ranges(pdf)[1] - 2) + pdf[ranges(pdf)[2] - 1 :]
    ),
    "a comment behind": lambda pdf: pdf + b"% nothing\n",
    "another file behind": lambda pdf: pdf + b"\n1 0 obj\n<<>>\nendobj\n",
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_ranges_that_are_not_the_whole_file_are_told(once, tamper):
    tampered = tamper(once)
    assert tampered != once
    assert not holds(tampered)


def holds(pdf: bytes) -> bool:
    """Whether a signature is found that one could rely on."""
    try:
        found = signatures_of(pdf, "memo.pdf").signatures
    except InputError:
        return False
    return bool(found) and all(one.sound for one in found)


def test_a_signature_moved_to_make_room_for_another_paper_is_told(once):
    """Signature wrapping: what was signed stands further behind, and the ranges lead there."""
    _, length, second, more = ranges(once)
    room = b"\n% " + b"x" * 400 + b"\n"
    wrapped = once[:second] + room + once[second:]
    assert holds(once)
    assert not holds(with_range(wrapped, 0, length, second + len(room), more))


def test_fields_that_a_signature_locks_stay_as_they_are(unsigned, authority, tmp_path):
    locked = FieldMDPSpec(FieldMDPAction.INCLUDE, fields=["endorser-1"])
    spec = SigFieldSpec("lock", field_mdp_spec=locked)
    first = signed_elsewhere(unsigned, issued(PROPOSER, authority), "lock", new=spec)
    assert told(first, tmp_path)["signatures"][0]["place"] == "no-place"
    (paper := tmp_path / "locked.pdf").write_bytes(first)
    assert "does not hold" in refusal(paper, issued(ENDORSER, authority))


def refusal(paper: Path, holder: Holder, *options: object) -> str:
    """Why signing is refused; nothing is left behind."""
    before = {one: one.read_bytes() for one in paper.parent.iterdir() if one.is_file()}
    (keys := paper.parent / "keys").mkdir(exist_ok=True)
    key = holder.pem(keys)
    result = invoked("sign", paper, "--key", key, "--lang", "en", *options)
    assert result.exit_code == ExitCode.INPUT, result.output
    assert {one: one.read_bytes() for one in paper.parent.iterdir() if one.is_file()} == before
    return result.output


def test_what_would_be_refused_afterwards_is_not_signed(once, unsigned, authority, tmp_path):
    endorser, stranger = issued(ENDORSER, authority), issued("นายแปลก หน้าใหม่", authority)
    paper = tmp_path / "memo.pdf"
    for pdf, said in (
        (added(unsigned, titled), "the paper was changed since it was made"),
        (added(once, titled), "does not hold"),
        (added(once, covered), "does not hold"),
        (signed_elsewhere(unsigned, stranger), "does not hold"),
    ):
        paper.write_bytes(pdf)
        assert said in refusal(paper, endorser)
    paper.write_bytes(once)
    assert "this place is for" in refusal(paper, stranger, "--role", "endorser-1")


def test_who_signs_for_another_says_why_and_it_stays_told(once, authority, tmp_path):
    (paper := tmp_path / "memo.pdf").write_bytes(once)
    key = issued("นายแปลก หน้าใหม่", authority).pem(tmp_path)
    why = "รักษาราชการแทนผู้อำนวยการสำนักงานทดสอบ"
    assert invoked("sign", paper, "--key", key, "--reason", why).exit_code == ExitCode.OK
    signed = paper.with_name("memo.signed.pdf")
    found = told(signed.read_bytes(), tmp_path)
    second = found["signatures"][1]
    assert (second["place"], second["reason"], second["sound"]) == ("other", why, False)
    assert f"reason: {why}" in refused_or_unsound(signed.read_bytes(), tmp_path)
