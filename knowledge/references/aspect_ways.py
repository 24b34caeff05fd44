"""The ways of asking for each aspect, as patterns over folded text.

Each line is one way of asking; the first aspect with a matching line is the one asked for.
"""

from __future__ import annotations

from knowledge.references.aspect import Aspect

_KIND = (
    r"(?:van ban|quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|luat|huong dan|"
    r"bo tieu chi(?: quoc gia)?|qd|vb|nd|tt|vban)"
)
_ONE = rf"(?:{_KIND}|cai|ban)"
_THAT_ONE = rf"(?:no|{_ONE} (?:do|nay|ay))"
# `còn sau nó?`, `thế trước quyết định đó thì sao?`, and nothing else
_FOLLOWS = r"(?:noi tiep|tiep noi|ke tiep|ke thua)"
_GOES_ON = r"^\W*(?:the |con |vay |roi )*"
_ENDS = r"(?: nua)?(?: thi)?(?: sao| la gi)?\W*$"
_WHICH = rf"{_KIND} (?:so )?(?:nao|gi|may|moi nao)"
_WHEN = (
    r"(?:khi nao|(?:ngay|hom|luc|nam|thang|thoi diem|buoi) nao|bao gio|"
    r"(?:ngay|thang) (?:may|bao nhieu))"
)
_WHAT = r"(?:nao|gi|cai gi)"

# What a thing demands, whatever verb it is asked with: `phải đáp ứng những gì`, `đòi xã những gì`.
_DEMANDS = (
    r"(?:can|(?<!co )phai|doi(?: hoi)?|bat buoc|dap ung|dam bao|bao dam)"
    r"(?: (?:phai|can|co|lam|dat|duoc|dap ung|dam bao|bao dam|hoan thanh|thuc hien|xa|chuan))*"
    r"(?: (?:nhung|cac|cai|dieu|viec|noi dung|yeu cau|tieu chuan))*"
)

WAYS: dict[Aspect, tuple[str, ...]] = {
    Aspect.DIFFERENCE: (
        r"\bkhac (?:nhau|gi|nhua|o (?:dau|cho nao|diem nao)|the nao|ra sao|nhu the nao)",
        r"\bkhac (?:\w+ ){1,7}(?:o )?(?:cho|diem) nao\b",
        r"so sanh|so voi(?! (?:nam truoc|cung ky|truoc|(?:muc )?(?:binh quan|trung binh|chung)))",
        r"co gi moi|diem moi",
        r"thay doi (?:gi|the nao|ra sao|nhu the nao)|doi chieu",
        r"\bco (?:gi |bi )?(?:khac|thay doi|doi|tang|giam)(?: (?:len|xuong|di|gi|nhau|nhieu))* "
        r"(?:khong|chua)\b",
        r"\b(?:giong|bang)(?: nhau| vay| the| nhu vay) (?:khong|chua|phai khong)\b",
        r"\bdoi (?:ten(?: thanh)?|thanh)\b|(?:thay )?doi (?:gi|the nao|ra sao|nhu the nao)\b",
        r"\b(?:cung|la) mot (?:viec|noi dung|chuyen|thu|y)\b|giong (?:nhau|khac)",
        r"\bcung (?:mot )?(?:noi dung|ten|muc)(?: nhau)?(?= (?:khong|ko|chua)\b)",
        r"\btrung (?:ten|noi dung)\b",
        r"\bchenh(?: nhau| lech)?\b|qua cac giai doan",
        r"truoc va sau (?:khi|quyet dinh)|hon kem|tang giam|(?:tang|giam|bot) (?:them|di)"
        r"(?! (?:bao nhieu|may)\b)",
        r"(?:nao|thi|co)(?: doi| yeu cau| phai)? (?:cao|thap|nhieu|it|lon) hon",
    ),
    Aspect.HISTORY: (
        r"thay (?:the )?(?:cho )?nhau|(?:noi tiep|ke tiep) nhau|"
        r"chuoi (?:cac |nhung )?(?:van ban|bo tieu chi|quyet dinh)|cai nao thay(?: the)? cai nao",
        r"thay (?:the )?lan luot|lan luot (?:\w+ ){0,2}thay",
        r"qua trinh (?:thay the|sua doi|thay doi)|lich su (?:van ban|sua doi|thay the)",
    ),
    Aspect.SIGNER: (
        r"\bai (?:la nguoi )?(?:da )?k[iy]\b(?! (?:quyet dinh |giay |bang )?cong nhan)",
        r"\b(?:(?:vi|pho) )?(?:vi|ong|ba|dong chi|lanh dao|nguoi|thu tuong|bo truong|chu tich|"
        r"thu truong)(?: (?:chinh phu|quoc hoi|bo))? nao (?:\w+ ){0,2}k[iy]\b",
        r"nguoi k[iy]\b(?! (?:quyet dinh |giay |bang )?cong nhan)|k[iy] boi|chu k[iy] cua ai",
    ),
    Aspect.ISSUER: (
        r"\b(?:ai|co quan nao|bo nao|noi nao|don vi nao|cap nao) (?:da )?ban hanh",
        r"co quan ban hanh|ban hanh boi (?:ai|co quan)",
    ),
    Aspect.REPLACED_BY: (
        rf"(?:bi|duoc) (?:{_ONE} {_WHAT} |\w+ )?thay(?: the)?",
        rf"{_ONE} (?:nao|gi|moi nao) (?:da )?thay(?: the)?\b(?! (?:cho )?nhung)",
        r"thay(?: the)? (?:cho )?no\b",
        r"thay(?: the)? (?:bang|boi)",
        r"(?:van ban|quyet dinh) thay the",
        r"(?:cai|cai gi|gi) (?:da )?thay(?: the)?",
        rf"\bsau (?:do|{_THAT_ONE}|(?:{_KIND} )?\d[\w/-]*) (?:thi |la )*"
        rf"(?:den|toi|co|la) {_ONE} {_WHAT}",
        rf"\bco {_ONE}(?: nao| khac)?(?: moi)? thay(?: the)?(?= (?:chua|khong|roi)\b)",
        rf"\b{_ONE} sau {_THAT_ONE}(?= la\b|\W*$)",
        rf"{_GOES_ON}sau (?:do|{_THAT_ONE}){_ENDS}",
        rf"\b(?:{_ONE}|bo) {_WHAT} {_FOLLOWS}\b(?! nhau)",
    ),
    Aspect.REPLACES: (
        rf"thay(?: the)?(?: cho)? (?:(?:nhung|cac|cai) )?(?:(?:{_ONE}|bo(?: tieu chi)?) )?{_WHAT}",
        rf"thay(?: the)?(?: cho)? (?:may|bao nhieu|nhung) {_ONE}\b",
        rf"\btruoc (?:do|{_THAT_ONE}) (?:thi |la |co )*{_ONE} {_WHAT}",
        rf"\b{_ONE} truoc {_THAT_ONE}(?= la\b|\W*$)",
        rf"{_GOES_ON}truoc {_THAT_ONE}{_ENDS}",
        r"^\W*(?:the |con |vay |roi |va )*truoc (?:do|day|nua)(?: (?:nua|thi|la|theo|dung|co))*"
        rf"(?: (?:{_KIND}|cai))?(?: {_WHAT})?(?: (?:vay|the|a|nhi|em|ha))*\W*$",
        rf"\b{_FOLLOWS}(?: cho)? (?:(?:{_ONE}|bo) )?{_WHAT}",
        r"thay(?: the)? cho|bai bo (?:nhung |cac )?" + rf"{_KIND} {_WHAT}",
    ),
    Aspect.AMENDED_BY: (
        r"(?:(?<!khong )bi|da (?:bi|duoc)) (?:\w+ )?(?:sua(?: doi)?|bo sung|dieu chinh)\b",
        r"(?:bi|duoc|da) (?:\w+ )?(?:sua(?: doi)?+|bo sung|dieu chinh)"
        r"(?! (?:cu the |noi dung )?(?:nhung )?gi\b)",
        rf"{_KIND} {_WHAT} (?:da )?(?:sua|bo sung|dieu chinh)",
        r"\bsua(?: doi)?(?:,? bo sung)? (?:boi|bang)|bo sung (?:boi|bang)",
        # of a document; `tiêu chí 5 điều chỉnh bởi văn bản nào` asks what governs it
        rf"^(?!.*\b(?:tieu chi|chi tieu|tc)\b).*\bdieu chinh (?:boi|bang|theo) {_ONE} {_WHAT}",
        r"co sua doi|sua doi (?:chua|khong)|(?:van ban|quyet dinh) sua doi",
    ),
    Aspect.AMENDS: (
        r"(?<!bi )(?<!duoc )(?:sua(?: doi)?|bo sung)(?:,? bo sung)? (?:nhung |cac )?"
        rf"(?:tieu chi |chi tieu |noi dung |{_KIND} )?{_WHAT}",
        r"sua nhung gi|(?<!bi )(?<!duoc )sua (?:o )?(?:cho|diem|phan|muc) nao",
        rf"(?<!bi )(?<!duoc )dieu chinh(?:,? bo sung)? (?:nhung |cac )?{_KIND} {_WHAT}",
    ),
    Aspect.BASED_ON: (
        r"can cu (?:vao )?(?:nhung |cac )?(?:van ban |co so )?(?:nao|gi) (?:de )?(?:duoc )?"
        r"ban hanh",
        r"ban hanh can cu|dua tren (?:can cu|van ban) nao",
    ),
    Aspect.EFFECTIVE: (
        r"^\W*(?:co )?(?:ke )?tu (?:ngay|khi|nam|thang|bao|hom|luc) (?:nao|gio|may)"
        r"(?: (?:vay|the|a|em|ban|anh|chi|nhi))*\W*$",
        r"(?<!het )(?<!mat )\b(?:co |bat dau )?(?<!het )(?<!mat )hieu luc (?:thi hanh )?"
        rf"(?:tu |vao |ke tu )?{_WHEN}",
        rf"(?:tu )?{_WHEN} (?:thi )?(?:co )?hieu luc",
        r"(?<!het )(?<!mat )hieu luc (?:thi hanh )?(?:ke )?(?:tu|vao)\b",
        r"ngay (?:co )?hieu luc|"
        r"(?<!het )(?<!thoi )(?<!ngung )ap dung (?:ke )?tu "
        r"(?:khi|ngay|nam|thang|bao) (?:nao|gio|may)",
    ),
    Aspect.STATUS: (
        r"(?:con|het|mat|dang co|dang con) (?:co )?hieu luc",
        rf"\b(?:het|thoi|ngung)(?: \w+){{0,2}} (?:ke )?tu {_WHEN}",
        r"hieu luc (?:khong|chua|the nao|ra sao|den (?:khi|bao|ngay|nam))",
        r"con (?:duoc )?(?:ap dung|dung|su dung|gia tri)",
        rf"\b(?:con|van)(?: duoc)?(?: \w+){{0,6}} theo {_KIND}\b.*\b(?:khong|chua)\b",
        r"het (?:han|hieu luc)|bi bai bo|(?:khi nao|bao gio) (?:thi )?het|hieu luc\W*$",
    ),
    Aspect.SIGNED: (
        # `ngày nào?`, and nothing else
        r"^\W*(?:the |vay |con |vao |la )*(?:ngay|hom)(?: thang)? (?:nao|may|bao nhieu)"
        r"(?: (?:vay|the|a|nhi|day|do|em|ban|ad))*\W*$|^\W*ngay(?: thang)?\W*$",
        # `qd 9 của bộ ngày nào`, and no other verb
        rf"\b{_KIND} (?:so )?\d[\w/-]*(?: (?:cua |do )?"
        rf"(?:bo|thu tuong|chinh phu|quoc hoi|tinh|ubnd)(?: \w+){{0,4}})? "
        r"ngay (?:nao|may|bao nhieu)\W*$",
        r"(?:ban hanh|k[iy]|ra|thong qua) (?:vao )?(?:hom|bua|luc) nao",
        r"(?:ban hanh|k[iy]|ra doi|thong qua)(?: vao)? ngay thang(?: nam)? nao",
        r"(?:ban hanh|k[iy]|ra doi|thong qua)(?: vao)? (?:ngay|thang|nam|khi|bao|luc|hoi|hom)"
        r"(?: (?:nao|may|bao nhieu|gio)|(?! \d)|(?=.*\b(?:hay|khong|chua)\b))",
        r"(?:ngay|nam)(?: thang)?(?: nam)? (?:nao )?(?:thi )?(?:duoc )?(?:ban hanh|k[iy])\b",
        # `giảm nghèo mỗi năm bao nhiêu` asks for no day
        r"(?<!moi )(?<!mot )(?<!hang )(?<!cac )(?<!tung )\bnam bao nhieu|"
        r"\bngay cu the (?:la )?(?:ngay )?(?:nao|may|bao nhieu)\b",
        r"(?:khi nao|bao gio) (?:thi )?(?:duoc )?(?:ban hanh|ky|thong qua)",
    ),
    Aspect.COUNT: (
        # `hồ sơ tiêu chí …`, `một số chỉ tiêu` count nothing
        r"(?<!\bho )(?<!\bco )(?<!\bmot )\bso (?:tieu chi|chi tieu)\b(?! (?:so )?\d)",
        r"\b(?:van (?:la |con |co )?)?\d+ (?:tieu chi|chi tieu)\b"
        r"(?=.* (?:nhi|ha|dung khong|phai khong|dung chua)\W*$)",
        r"(?:bao nhieu|may|tong so|tong cong|so luong) (?:\w+ )?"
        r"(?:tieu chi|chi tieu|noi dung tieu chi|nhom tieu chi|nhom)\b",
    ),
    Aspect.LIST: (
        r"(?:liet ke|\bke(?= (?:het|ra|day du|toan bo|tat ca|ten)\b))"
        r"(?: (?:het|ra|day du|toan bo|tat ca))*(?: (?:cac |nhung )?ten)?\b"
        r"(?: (?:het|ra|day du)\b)*"
        r"(?: (?:tung|cac|nhung) (?:tieu chi|chi tieu|cai|muc|noi dung)\b)?",
        r"\bten (?:(?:cua )?(?:tung|cac|nhung|may)) (?:tieu chi|chi tieu|cai|muc|noi dung)\b",
        r"liet ke|ke ten|\bke (?:het |tat ca )?(?:cac|nhung|may)\b",
        r"danh sach|danh muc|ke ra|gom nhung gi|toan bo (?:cac )?tieu chi",
        r"\b(?:neu|tong hop)(?: (?:giup|ho|cho|toi|em|minh|ten|lai))* (?:cac|nhung|tat ca)\b",
        r"cho (?:xem|biet) (?:cac|tat ca|toan bo)",
        r"(?:la|gom) (?:nhung|cac) \w+ nao",
        r"(?:gom|bao gom|co) (?:nhung|cac|may) (?:tieu chi|chi tieu|noi dung)\b",
        r"nhung tieu chi (?:nao|gi)\b|cac tieu chi (?:nao|gi|la)\b",
    ),
    Aspect.WHICH_CRITERION: (
        r"(?:tieu chi|chi tieu|noi dung tieu chi|noi dung|\btc) (?:so )?(?:nao|may|bao nhieu)\b",
        r"thuoc tieu chi|nam o tieu chi|\b(?:dung|xep|nam)(?: o)? (?:hang |vi tri )?"
        r"thu (?:may|bao nhieu)\b",
    ),
    Aspect.GUIDES: (
        r"huong dan (?:thi hanh |thuc hien |cho |ve )*(?:nhung |cac )?"
        rf"(?:{_KIND} |noi dung |tieu chi |chi tieu )*(?:{_WHAT}|(?<=tieu chi )(?:so )?may)\b",
    ),
    Aspect.GUIDANCE: (
        r"huong dan|so tay",
        r"(?:ke hoach|van ban|nghi quyet|quyet dinh) nao (?:de )?(?:trien khai|thuc hien)",
        # `tiêu chí điện do bộ nào phụ trách?`
        r"\b(?:do )?(?:bo|nganh|co quan) nao (?:phu trach|quan ly|lo|theo doi)(?=\W*$)",
    ),
    Aspect.BASIS: (
        rf"{_WHICH}\b",
        r"(?:quy dinh|nam|ghi) (?:o|tai) (?:dau|van ban|quyet dinh)",
        rf"theo (?:{_KIND} |cai )?(?:nao|dau)|do (?:dau|{_KIND})",
        r"can cu|co so phap ly|phap ly|dua vao dau|dieu chinh boi|quy dinh boi|so hieu",
        r"\bso (?:may|bao nhieu)\b|la so nao",
    ),
    Aspect.TITLE: (
        r"(?:(?:mang|dat|co) )?(?<!ke )ten (?:day du|goi|la gi|van ban|cua)",
        r"(?:(?:mang|dat|co) )?ten gi\b|trich yeu|ve (?:viec|chuyen) gi|co ten",
    ),
    Aspect.RESULT: (
        r"(?<!can )(?<!phai co )(?<!toi thieu )(?:bao nhieu|may|nhung|cac) (?:xa|huyen|thon|ho)"
        r"(?: nao)?(?: (?:cua|o|tai|thuoc)(?: (?!dat\b|la\b)\w+){1,5})? (?:da |duoc |da duoc )?"
        r"(?:dat|hoan thanh|cong nhan|len)\b"
        r"(?! (?:chuan )?thi)",
        r"(?<!phai )(?<!can )\bco (?:bao nhieu|may) (?:xa|huyen)\b(?! nhom)",
        r"(?:dat|hoan thanh|cong nhan) (?:(?:tieu chi|chi tieu|tc) )?(?:\d[\d.]* )?(?:duoc )?"
        r"(?:bao nhieu|may) (?:xa|huyen|thon|ho)\b",
        r"^\W*(?:the |con |vay |va )*(?:bao nhieu|may) (?:xa|huyen)(?: roi| vay| the| a)*\W*$",
        r"\bduoc (?:bao nhieu|may) xa\b|(?:ghi|neu|noi) (?:co )?(?:bao nhieu|may) xa\b",
        r"(?:so|ty le) (?:xa|huyen|thon|ho) (?:da )?dat (?:chuan )?(?:la |cua )?(?:bao nhieu|may)",
    ),
    Aspect.REQUIREMENT: (
        rf"\b{_DEMANDS} gi\b|quy dinh phai (?:the nao|nhu the nao|ra sao)",
        r"can (?:bao nhieu|may|it nhat|nhung gi)|bao nhieu(?: (?:trieu|ty|phan tram)(?: dong)?)?",
        r"toi thieu|toi da|it nhat|nguong",
        r"yeu cau|(?:phai|can) dat(?: chuan)?|ty le|dieu kien",
        r"muc (?:dat|chuan|yeu cau|quy dinh|toi)|\bmuc (?:nao|may|bao nhieu)\b|"
        r"dat (?:may|bao)|may (?:%|phan tram|trieu)",
        r"\bco (?:duoc|phai|can|bat buoc)\b(?=.*\bkhong\b)",
        r"the nao (?:la|thi) (?:duoc )?dat|nhu the nao|ra sao|gom gi",
        r"noi dung (?:gi|la gi|the nao)|quy dinh (?:gi|the nao|ra sao)",
    ),
    Aspect.ABOUT: (
        r"(?:la|noi|viet|quy dinh) (?:ve )?(?:cai |viec |chuyen )?gi|noi dung (?:chinh|co ban|cua)",
        r"\bhuong dan (?:ve )?(?:(?:viec|cai|chuyen|nhung|noi dung) )*gi\b",
        rf"\bla {_KIND} (?:gi|nao|ve gi)\b|nghia la|the nao|ve van de gi|tom tat",
        r"\b(?:y nghia|vai tro)(?: cua \w+)? (?:gi|the nao|ra sao|la gi)\b|\by nghia cua no\b",
    ),
}
