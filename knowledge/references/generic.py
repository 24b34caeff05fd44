"""What says nothing about which matter a question means: terms, and single words."""

from __future__ import annotations

import re

# `…, để tôi ghi vào báo cáo`: what the answer is for says nothing of the matter.
PURPOSE = re.compile(
    r"[,.?!;] *de (?:cho )?(?:toi|em|minh|anh|chi|con|chung toi|xa|ben)\b[^,.?!;]*\W*$|"
    r"\bde (?:toi|em|minh) (?:con )?"
    r"(?:ghi|dua|dien|dan|bao cao|lam|viet|trich|biet)\b[^,.?!;]*\W*$|"
    # `Tôi đang soạn báo cáo, …`
    r"^\W*(?:(?:toi|em|minh|chau|chung toi|ben (?:toi|em)|xa (?:toi|em)) )?(?:dang|phai|sap|can) "
    r"(?:soan|viet|lap|lam|chuan bi|on|doc|tra)\b(?! (?:gi|the nao))[^,.;?!]*[,.;] *(?:nen )?"
    r"(?:(?:can|muon|xin) (?:trich|dan|ghi|hoi|biet)(?: dung| chinh xac| ro)? )?"
)
TERMS = re.compile(
    r"^\W*sang\b|^\W*(?:con |the |vay )?(?:(?:tinh )?den |vao )?cuoi\b(?! cung)|"
    r"\bcai\b(?! (?:tao|thien|cach|nghien|tien|to)\b)|"
    r"\b(?:thoi(?! (?:han|gian|diem|luong|tiet|ky|ki))|"
    # `Quyết định số …` beside the number, `số quyết định`, `ban hành kèm quyết định nào`
    r"(?:van ban|quyet dinh|thong tu|nghi dinh|nghi quyet|cong van) so\b(?! luong)|"
    r"so (?:van ban|quyet dinh|hieu)|ban hanh (?:kem|bang)|"
    r"thoi diem|(?:dua|chieu) (?:vao|theo|tren)|"
    r"dau tien (?:(?:cua|o|tren) )?(?:ca nuoc|toan quoc|nuoc ta|viet nam)|"
    r"nong thon moi|tieu chi|chi tieu|noi dung|thanh phan|bo tieu chi|quoc gia|khu vuc|"
    r"giai doan|thoi ky|hien nay|dat chuan|quy dinh|ap dung|van ban|quyet dinh|xay dung|moi nhat|"
    r"hien hanh|ban hanh|van (?:giu|la|con)|nhu cu|danh gia|phan dau|so luong|dau tien|rieng|"
    r"thong tu|nghi dinh|nghi quyet|cong van|"
    r"bao (?:nhieu|gio|lau|gom)|chi thi|cong bo|tat ca|lan luot|phu luc (?:i+|\d)\b|"
    r"ke ten|day du|ban dau|den (?:gio|nay)|lan nao|"
    r"so voi truoc(?: day| kia)?|(?:ban hanh )?kem theo|van (?=\d)|"
    r"tong (?:cong|so)|tieu chi so|muc chung|muon dat(?: chuan)?|phai dat|phan tram|"
    r"ra doi|co quan|ben(?= nao)|(?:ca|het|tat) thay|lam theo|co ca|"
    r"de(?= (?:thu hoi|xet|cong nhan|danh gia|cham|tham dinh|xac dinh|lam can cu)\b)|"
    r"(?:hoan thanh )?nhiem vu(?= (?:xay dung )?(?:nong thon|ntm)\b)|"
    r"tu(?= (?:cham|danh gia|ra soat)\b)|thu tuong(?: chinh phu)?|phap ly|"
    # `phải đạt bao nhiêu để xã được công nhận`: what the threshold is for
    r"de (?:(?:mot )?(?:xa|tinh|thon|minh|ben (?:toi|em)) )?(?:duoc |moi )?"
    r"(?:cong nhan|xem la|coi la|dat)(?: chuan| la dat)?(?=\W*$| (?:hoan thanh|dat|nong)\b)|"
    r"(?:viec|chuyen|dieu)(?= gi\b)|cuoi nam|so (?:ho|xa|dan|thon)|dap ung|"
    r"(?:cu|van|lai|toi|em|minh) tuong|tuong (?:la|rang)|"
    r"muc(?! tieu))\b"
)
# No syllable that is half of a term of the field: `can` is in `tiếp cận`, `so` in `hồ sơ`.
_GENERIC_WORDS = """
bo tc ntm ve xa vung tinh nam thi la cua cho theo trong duoc phai co khong va voi cac nhung mot
nao gi nhieu may the nhu ra sao o tai con vay hoi xin toi minh anh chi em ban a ah nhe ai gio khi
hay biet giup do dau nay ay xet dang den neu tu sau truoc ke dung gom xep chia phan deu cham diem
hoac muon nua roi luc hoi giua nhau nham lai nghe noi thay chua vao duoi tren ngay da boi bang sao
phep nhi ha e nq nd tt cv qd vb
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
# Typed so, they are halves of terms of the field: `vệ sinh`, `làng nghề`, `tư nhân`.
_OF_TERMS_WORDS = "chợ kề cố bỏ hội đảng tư tự lực thể vệ cửa nghề chữa tài khí đấu"
_OF_TERMS = frozenset(_OF_TERMS_WORDS.split())


# Halves of these are filler words: `thu hồi`, `bồi dưỡng`, `thông minh`.
TWO_SYLLABLES = r"thu hoi|boi duong|thong minh"


def says_nothing(word: str, typed: str) -> bool:
    """Whether a word says nothing; a letter alone does not, but for that of `y tế`.

    Args:
        word: folded.
        typed: with the diacritics it was typed with.
    """
    alone = len(word) == 1 and word != "y"
    return (word in _GENERIC or alone) and typed not in _OF_TERMS
