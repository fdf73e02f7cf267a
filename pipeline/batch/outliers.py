"""Which documents a person should look at first: those with findings, and those unlike the others.

Unlike is measured by the median and its absolute deviation (MAD), which a few strange documents do not move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from statistics import median
from typing import Any

FAR = 3.5
"""A modified z-score beyond this is an outlier (Iglewicz and Hoaglin, 1993)."""

_NORMAL = 0.6745
"""Makes the MAD comparable with a standard deviation."""

_FEWEST = 5
"""Among fewer documents nothing is unlike the others."""

Document = dict[str, Any]


def outliers(documents: list[Document]) -> list[Document]:
    """The documents, each with `notable` (why, as `{th, en}`); the most notable first."""
    notable: dict[str, list[dict[str, str]]] = {document["name"]: [] for document in documents}
    for paper in dict.fromkeys(document["paper"] for document in documents):
        alike = [document for document in documents if document["paper"] == paper]
        for name, words in _unlike(alike):
            notable[name].append(words)
        common = _common(alike)
        for document in alike:
            notable[document["name"]] += [*_doubts(document), *_own_findings(document, common)]
    told = [{**document, "notable": notable[document["name"]]} for document in documents]
    return sorted(told, key=lambda document: -len(document["notable"]))


def _doubts(document: Document) -> list[dict[str, str]]:
    """What is to be confirmed before the document is signed."""
    asked = [each for each in document.get("doubts", ()) if not each["accepted"]]
    return [{"th": f"ต้องยืนยัน: {each['what'][0]}", "en": f"to confirm: {each['what'][1]}"} for each in asked]


def _common(alike: list[Document]) -> set[str]:
    """The findings that most documents of a paper have: they are of the base, not of a unit."""
    if len(alike) < _FEWEST:
        return set()
    found = Counter(key for document in alike for key in {_key(each) for each in document["findings"]})
    return {key for key, many in found.items() if many * 2 > len(alike)}


def _own_findings(document: Document, common: set[str]) -> list[dict[str, str]]:
    many = sum(_key(finding) not in common for finding in document["findings"])
    return [{"th": f"ข้อตรวจพบเฉพาะฉบับนี้ {many} แห่ง", "en": f"{many} findings of its own"}] if many else []


def _key(finding: dict[str, str]) -> str:
    return f"{finding['code']} {finding['where']} {finding['quote']}"


def _unlike(alike: list[Document]) -> list[tuple[str, dict[str, str]]]:
    """Documents of one paper whose score, pages or size is far from the others'."""
    found = []
    for measure, words in _MEASURES:
        values = {each["name"]: value for each in alike if (value := measure(each)) is not None}
        middle = median(values.values()) if values else 0.0
        for name in _far(values):
            found.append((name, words(values[name], middle)))
    return found


def _far(values: dict[str, float]) -> list[str]:
    if len(values) < _FEWEST:
        return []
    middle = median(values.values())
    spread = median(abs(value - middle) for value in values.values())
    if not spread:
        return [name for name, value in values.items() if abs(value - middle) > abs(middle) * 0.05]
    return [name for name, value in values.items() if _NORMAL * abs(value - middle) / spread > FAR]


def _score(document: Document) -> float | None:
    return float(document["score"]["total"]) if document["score"] else None


def _pages(document: Document) -> float:
    return float(document["pages"])


def _score_words(value: float, middle: float) -> dict[str, str]:
    return {
        "th": f"คะแนน {value:.4f} (ค่ากลาง {middle:.4f})",
        "en": f"score {value:.4f} (median {middle:.4f})",
    }


def _page_words(value: float, middle: float) -> dict[str, str]:
    return {"th": f"{value:.0f} หน้า (ค่ากลาง {middle:.0f})", "en": f"{value:.0f} pages (median {middle:.0f})"}


_MEASURES: tuple[tuple[Callable[[Document], float | None], Callable[[float, float], dict[str, str]]], ...] = (
    (_score, _score_words),
    (_pages, _page_words),
)
