"""Text in the encodings that came before Unicode: TCVN3 (.VnTime) and VNI.

Both put Vietnamese letters on codes of other letters, so that without the font they
read `Nghþ ®Þnh` (TCVN3) or `Nghò ñònh` (VNI).

Sources: TCVN 5712:1993, VN3 table; VNI Software, "VNI encoding for Windows".
"""

from __future__ import annotations

import re
import unicodedata

from knowledge.readers import vietnamese

_TCVN3_CODES = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô­øõö÷ùýúûüþ®¡¢§£¤¥¦"
_TCVN3_LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂĐÊÔƠƯ"
_TCVN3 = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))
# Letters of TCVN3 text that no Vietnamese word in Unicode holds.
_TCVN3_SIGNS = set("¸µ¶·¹¨¾»¼½Æ©ÇËÐÎÏÑªÖ×ØÞßäåæç«¬ëîïñö÷øûüþ®§¦")

_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_SINGLES = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI_BASES = "aeouyAEOUYöôÖÔ"
_VNI_PAIR = re.compile(f"([{_VNI_BASES}])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])")
_VNI_SIGNS = set("øùûõïåäñöæîëüÿØÙÛÕÏÅÄÑÖÆÎËÜ")
_UNICODE_ONLY = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168-\u01b0\u1ea0-\u1ef9]")
_ENOUGH_SIGNS = 3


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 to Unicode; `capitals` for fonts such as .VnTimeH that print them for small codes."""
    converted = "".join(_TCVN3.get(char, char) for char in text)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """VNI to Unicode."""
    text = _VNI_PAIR.sub(lambda match: match[1] + _VNI_MARKS[match[2].lower()], text)
    singles = {**_VNI_SINGLES, **{key.upper(): val.upper() for key, val in _VNI_SINGLES.items()}}
    return unicodedata.normalize("NFC", "".join(singles.get(char, char) for char in text))


def by_font(text: str, font: str) -> str:
    """Text of a run whose font names its encoding; other text unchanged."""
    name = font.lower().split("+")[-1].replace(" ", "")
    if _UNICODE_ONLY.search(text):
        return text
    if name.startswith((".vn", "vntime", "vnarial")):
        return from_tcvn3(text, capitals=name.split(",")[0].split("-")[0].endswith("h"))
    if name.startswith("vni-"):
        return from_vni(text)
    return text


def detect(text: str) -> str | None:
    """The old encoding a text is in: `TCVN3`, `VNI`, or None where it is not one of them."""
    signs = sum(char in _TCVN3_SIGNS or char in _VNI_SIGNS for char in text)
    if signs < _ENOUGH_SIGNS or len(_UNICODE_ONLY.findall(text)) > signs:
        return None
    as_is = vietnamese.plausibility(text)
    scores = {
        "TCVN3": vietnamese.plausibility(from_tcvn3(text)),
        "VNI": vietnamese.plausibility(from_vni(text)),
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > as_is + 0.1 else None


def convert(text: str, encoding: str) -> str:
    """Text in the encoding named by `detect`; a text that is Unicode already stays as it is."""
    if _UNICODE_ONLY.search(text):
        return text
    return from_tcvn3(text) if encoding == "TCVN3" else from_vni(text)
