"""Spellings of chat, and words that are often confused: `ko`, `dc`, `bn`, `tiêu trí`.

Only what can be nothing else in a question to an official: `k` and `h` may be
letters of a list, so they stay as typed.
"""

from __future__ import annotations

import re

from knowledge.text import fold

# The same vowel is spelt with either letter; the texts have these words with the one.
_WITH_THE_OTHER_I: dict[str, str] = {
    "qui dinh": "quy định",
    "qui hoach": "quy hoạch",
    "qui chuan": "quy chuẩn",
    "qui mo": "quy mô",
    "qui trinh": "quy trình",
    "qui che": "quy chế",
    "qui tac": "quy tắc",
    "quan li": "quản lý",
    "xu li": "xử lý",
    "phap li": "pháp lý",
    "ki thuat": "kỹ thuật",
    "dinh ki": "định kỳ",
    "nhiem ki": "nhiệm kỳ",
    "thoi ki": "thời kỳ",
    "dang ki": "đăng ký",
}
_SAID: dict[str, str] = {
    "ko": "không",
    "khg": "không",
    "hok": "không",
    "dc": "được",
    "bn": "bao nhiêu",
    "bnh": "bao nhiêu",
    "bnhieu": "bao nhiêu",
    "bnhiu": "bao nhiêu",
    "bnhju": "bao nhiêu",
    "pk": "phải không",
    "phai k": "phải không",
    "phai hong": "phải không",
    "dung hong": "đúng không",
    "dung k": "đúng không",
    "dr khong": "đúng không",
    "dr ko": "đúng không",
    "dr k": "đúng không",
    "hs": "hồ sơ",
    "tn bq": "thu nhập bình quân",
    "tnbq": "thu nhập bình quân",
    "bq": "bình quân",
    "csvc": "cơ sở vật chất",
    "cbcc": "cán bộ, công chức",
    "htct": "hệ thống chính trị",
    "htx": "hợp tác xã",
    "vpdp": "văn phòng điều phối",
    "vpđp": "văn phòng điều phối",
    "ht chinh tri": "hệ thống chính trị",
    "vbhd": "văn bản hướng dẫn",
    "ntm km": "nông thôn mới kiểu mẫu",
    "ntm nc": "nông thôn mới nâng cao",
    "tl": "tỷ lệ",
    "hvs": "hợp vệ sinh",
    "hop vs": "hợp vệ sinh",
    "nc sach": "nước sạch",
    "nc hop": "nước hợp",
    "nc may": "nước máy",
    "nc thai": "nước thải",
    "nc sinh hoat": "nước sinh hoạt",
    "seo": "sao",
    "rui": "rồi",
    "bao nhiu": "bao nhiêu",
    "nhiu": "nhiều",
    "ntn": "như thế nào",
    "j": "gì",
    "dk": "điều kiện",
    "hl": "hiệu lực",
    "hluc": "hiệu lực",
    "hd": "hướng dẫn",
    "hdan": "hướng dẫn",
    "trc": "trước",
    "vs": "với",
    "z": "vậy",
    "zay": "vậy",
    "bit": "biết",
    "tnao": "thế nào",
    "tieu tri": "tiêu chí",
    "bo tc": "bộ tiêu chí",
    "tchi": "tiêu chí",
    "ctieu": "chỉ tiêu",
    "mih": "mình",
    "ti le": "tỷ lệ",
    "ld": "lao động",
    "hs tot nghiep": "học sinh tốt nghiệp",
    "hs thcs": "học sinh trung học cơ sở",
    "ntmnc": "nông thôn mới nâng cao",
    "ntmkm": "nông thôn mới kiểu mẫu",
    "xntm": "xã nông thôn mới",
    "xdntm": "xây dựng nông thôn mới",
    "xd ntm": "xây dựng nông thôn mới",
    "xdcb": "xây dựng cơ bản",
    "lm": "làm",
    "dug": "đúng",
    "dki": "đăng ký",
    "dky": "đăng ký",
    "nvh": "nhà văn hóa",
    "ktxh": "kinh tế - xã hội",
    "gpmb": "giải phóng mặt bằng",
    "tthc": "thủ tục hành chính",
    **_WITH_THE_OTHER_I,
}
# `…, đk ạ`: after a claim it asks whether it is so; elsewhere it is short for `điều kiện`.
_SO = re.compile(
    r"(?<!du )(?<!thieu )(?<!cac )(?<!nhung )(?<!ve )(?<!may )(?<!dat )(?<!gi )(?<!theo )"
    r"(?<=[\w,] )dk(?=(?: (?:a|ad|anh|chi|em|ban|nhi|nhe|vay))*\W*$)"
)
# `Tây Nguyên thì s`
_HOW = re.compile(r"(?<=\bthi )s(?=\W*$)")
_A_MINISTRY = re.compile(r"B[ộo] TC")
_WORDS = re.compile(rf"(?<![\w/.-])(?:{'|'.join(sorted(_SAID, key=len, reverse=True))})(?![\w/-])")


# The same letters for `bạn`, by where they stand: `chào bn`, `bn giúp được gì`.
_YOU = re.compile(
    r"(?:(?<=chao )|(?<=cam on )|(?<=\bhi )|(?<=\bhii )|(?<=\bhiii ))bn\b|"
    r"\bbn(?= (?:oi|la ai|la gi)\b)|"
    r"(?:(?<=^)|(?<=^\W))bn(?= (?:la|lam|lm|giup|co the|cho|tra|biet|ten|noi|a)\b)"
)


def spell_out(text: str) -> str:
    """A normalised text with the spellings of chat written in full."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for pattern, said in ((_SO, "đúng không"), (_YOU, "bạn"), (_HOW, "sao")):
        while match := pattern.search(folded):
            text = f"{text[: match.start()]}{said}{text[match.end() :]}"
            folded = fold(text)
    out, last = [], 0
    for match in _WORDS.finditer(folded):
        if _A_MINISTRY.fullmatch(text[match.start() : match.end()]):
            continue
        out += [text[last : match.start()], _SAID[match[0]]]
        last = match.end()
    return "".join([*out, text[last:]])
