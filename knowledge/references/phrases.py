"""Two-syllable terms of the field, folded: what a misspelt word is repaired towards.

Frequent words of the questions, not a lexicon of synonyms: maintainers extend
that one in the knowledge folder.
"""

from __future__ import annotations

_TERMS = """
tieu chi|chi tieu|quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|chi thi|van ban|quy dinh
huong dan|can cu|co so|phap ly|hieu luc|ban hanh|ap dung|thay the|sua doi|bo sung|dieu chinh
het han|bai bo|giai doan|thoi ky|hien nay|hien hanh|nong thon|thon moi|nang cao|kieu mau
hien dai|dat chuan|cong nhan|thu hoi|dieu kien|trinh tu|thu tuc|ho so|tham quyen|bao nhieu
nhu the|the nao|tay nguyen|dong bang|song cuu|cuu long|song hong|dong nam|nam bo|bac trung
trung bo|duyen hai|trung du|mien nui|nui phia|phia bac|can bo|cong chuc|he thong|thong chinh
chinh tri|tiep can|phap luat|quoc phong|an ninh|trat tu|moi truong|thuc pham|nuoc sach|hop ve
ve sinh|giao thong|thuy loi|truong hoc|van hoa|thong tin|truyen thong|nha o|dan cu|thu nhap
ho ngheo|da chieu|lao dong|viec lam|to chuc|san xuat|giao duc|dao tao|y te|bao hiem|hop tac
tac xa|doanh nghiep|kinh te|tu nhan|quy hoach|ha tang|thuong mai|chuong trinh|muc tieu|quoc gia
ban chi|chi dao|dieu phoi|van phong|bo tieu|uy ban|nhan dan|thu tuong|chinh phu|bo truong
chu tich|nguoi ky|ai ky|ngay nao|nam nao|khi nao|o dau|bai hoc|kinh nghiem|ket qua|hau giang
ha giang|bac lieu|kien giang|ho chi|chi minh|tiep tuc|thuc hien|xay dung|danh gia|yeu cau
noi dung|khac nhau|so sanh|so voi|truoc day|giai phap|nhiem vu|han che|tinh nao|vung nao|xa nao
dat doi|cap xa|cap huyen|cap tinh|ai cap|so luong|chuc danh|tieu chuan|binh quan|toi thieu
toi da|xin chao|chao anh|chao em|chao ban|chao chi|cam on|tam biet
"""

# Of these one half without the other hardly stands in a question.
_BOUND_TERMS = (
    "nang cao|nong thon|thon moi|kieu mau|tieu chi|quyet dinh|khac nhau|thay the|bao nhieu"
)


def _phrases(terms: str) -> frozenset[str]:
    lines = terms.split("\n")
    return frozenset(phrase for line in lines for phrase in line.split("|") if phrase)


PHRASES = _phrases(_TERMS)
BOUND = _phrases(_BOUND_TERMS)
