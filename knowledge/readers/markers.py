"""How the parts of a legal text announce themselves at the beginning of a line."""

from __future__ import annotations

import re

ROMAN = r"[IVXLC]+"
_ORDINAL = "thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: \\w+)?)"

PART = re.compile(rf"^(Phần)\s+({_ORDINAL}|{ROMAN}|\d+)\b\s*[.:\-–]?\s*(.*)$", re.IGNORECASE)
CHAPTER = re.compile(rf"^(Chương)\s+({ROMAN}|\d+)\b\s*[.:\-–]?\s*(.*)$", re.IGNORECASE)
SECTION = re.compile(rf"^(Mục|Tiểu mục)\s+({ROMAN}|\d+)\b\s*[.:\-–]?\s*(.*)$", re.IGNORECASE)
ARTICLE = re.compile(
    r"^[“\"']?\s*Điều\s+(\d{1,4})([a-zđ]{0,2})(?:\s*\[\d+\])?(?:\s*[.:]\s*(.*)|\s*)$"
)
CLAUSE = re.compile(r"^(\d{1,3})([a-zđ]?)[.)](?!\d)\s*(?=\S)(.*)$")
POINT = re.compile(r"^([a-zđ]\d{0,2})\s*[).](?!\w\.)\s*(?=\S)(.*)$")
ANNEX = re.compile(
    rf"^(Phụ\s+lục)(?:\s+(?:số\s*)?((?:{ROMAN}|\d{{1,3}}|[A-Z])(?:[.\-]?(?:\d{{1,2}}|[A-Z]))?))?"
    r"\s*[.:\-–]?\s*(.*)$",
    re.IGNORECASE,
)
FORM = re.compile(r"^(Mẫu|Biểu mẫu|Biểu)\s+(?:số\s*:?\s*)?(\d{1,3}[\w./-]*)\s*[.:\-–]?\s*(.*)$")
ROMAN_HEADING = re.compile(rf"^({ROMAN})\s*[.\-–)]\s*(\S.*)$")

STARTS = re.compile(
    r"^(?:[“\"]?\s*Điều\s+\d+[a-zđ]{0,2}\s*[.:]"
    rf"|(?:Chương|Mục|Phần|Tiểu mục)\s+(?:{ROMAN}|\d+|thứ)\b"
    rf"|\d{{1,3}}[a-zđ]?[.)]\s|[a-zđ]\d?\)\s?|[-+•*–]\s|Phụ lục\b|PHỤ LỤC\b|Căn cứ\s|Theo đề nghị\s"
    rf"|{ROMAN}[.\-–)]\s|Nơi nhận|Mẫu số\s)",
)
"""A line that begins one of these never continues the line before it."""

ENDS = re.compile(r"[.;:!?…”\"]$|/\.$")
"""A line that ends so may be the last of its paragraph."""
