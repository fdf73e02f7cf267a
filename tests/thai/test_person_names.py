"""One person's name in other writings is known, and that of another is not."""

import pytest

from pipeline.thai.person_names import compare_names, name_in_title

TITLE = "ลายมือชื่อ นางสาวอักษรา ตัวบรรจง ผู้อำนวยการกองการเจ้าหน้าที่"


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("นางสาวอักษรา ตัวบรรจง", "same"),
        ("นางสาว  อักษรา\u00a0ตัวบรรจง", "same"),
        ("น.ส.อักษรา ตัวบรรจง", "same"),
        ("ผศ.ดร.อักษรา ตัวบรรจง", "same"),
        ("ว่าที่ร้อยตรีหญิง อักษรา ตัวบรรจง", "same"),
        ("ตัวบรรจง อักษรา", "same"),
        ("อักษรา ตัวบรรจง (Aksara Tuabanchong)", "same"),
        ("Aksara Tuabanchong", "alike"),
        ("MS. AKSARA TUABANJONG", "alike"),
        ("Tuabanchong Aksara", "alike"),
        ("นางสาวอักษร ตัวบรรจง", "other"),
        ("นางสาวอักษรา", "other"),
        ("Aksara Wongsuwan", "other"),
        ("Malee Tuabanchong", "other"),
        ("ผู้อำนวยการกองการเจ้าหน้าที่", "other"),
        ("Root CA", "other"),
        ("", "other"),
    ],
)
def test_a_name_is_known_at_its_place(name: str, match: str) -> None:
    assert name_in_title(TITLE, name) == match


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("นายวรรณยุกต์ ครบถ้วน", "Wannayuk Khropthuan"),
        ("นายณัฐพล บุญมี", "Nuttaphol Bunmi"),
        ("นายธนากร พงษ์ศักดิ์", "Thanakorn Pongsak"),
        ("นายวิชัย ศรีสุวรรณ", "Vichai Srisuwan"),
        ("นายปิยะ แก้วใส", "Piya Kaewsai"),
    ],
)
def test_a_name_in_latin_letters_sounds_as_its_bearer_writes_it(thai: str, latin: str) -> None:
    assert compare_names(thai, latin) == "alike"


@pytest.mark.parametrize("other", ["Somsak Jaidee", "Somchai Wongsa", "Somchai", "Plaek Namai"])
def test_another_name_in_latin_letters_does_not(other: str) -> None:
    assert compare_names("นายสมชาย ใจดี", other) == "other"


def test_a_surname_of_two_words_belongs_to_the_name() -> None:
    title = "ลายมือชื่อ หม่อมหลวงสมชาย อิศรางกูร ณ อยุธยา อธิบดี"
    assert name_in_title(title, "ม.ล.สมชาย อิศรางกูร ณ อยุธยา") == "same"
    assert name_in_title(title, "ม.ล.สมชาย ณ ระนอง") == "other"
