"""What people say around a question: the classes of `framing`, written with their diacritics.

Whom one speaks to, that one asks, on whose behalf, how one wants to be answered, thanks. Every
class is closed: it lists what is said, so that a word of the field is never taken for talk.
"""

_YOU = (
    r"(?:ad|adm|admin|bot|quý anh chị|các anh chị|anh chị|anh/chị|mọi người|mn|cả nhà|trợ lý|"
    r"các bạn|bạn|em|anh|chị|cô|chú|bác|cháu|thầy)"
)
_ME = (
    r"(?:chúng tôi|chúng em|bọn em|tụi em|bên em|bên tôi|tôi|tui|mình|mik|em|e|anh|chị|cô|chú|bác|"
    r"cháu|con|ông|bà)"
)
_SOFT = (
    r"(?:ạ|a|nhé|nhe|nha(?! (?:tiêu|vệ|ở|văn|trẻ|dột|tạm|ai|nào))|với|vs|cái|nào|đi|luôn|hen|nghen)"
)
_A_BIT = (
    rf"(?: (?:thêm|chút|tẹo|xíu|t[íý](?! le)|một chút|cái(?= này)|này|ké|ngu|thăm|nhanh|gấp|luôn|"
    rf"(?:hộ|giùm|giúp) (?:cho )?(?:xã )?(?:bạn|em|anh|chị)|{_SOFT}|là|rằng|thật|"
    r"(?:một|vài|mấy) (?:việc|chuyện|câu|vấn đề|điều|ý|tí|xíu)|(?:việc|chuyện) này|ngoài lề))*"
)
_PLEASE = r"(?:(?:xin |kính )?(?:nhờ|phiền|mong|đề nghị)|(?:xin )?(?:vui lòng|làm ơn)|xin|kính)"
_CAN_YOU = rf"(?:{_YOU}(?: nào)?(?: có thể)?(?: {_PLEASE})?)"
_TELL = (
    r"(?:kiểm tra|tra cứu|tra|tìm|xem|coi|chỉ|nói|trả lời|giải đáp|tư vấn|cho)"
    rf"(?: (?:lại|thử|giúp|giùm|dùm|hộ(?= (?:{_ME}|xem|cái|với)\b)))*(?: cho)?(?: {_ME})?"
)
_WONDER = (
    r"(?:thắc mắc|băn khoăn|phân vân|tìm hiểu|(?:muốn|cần|xin) (?:được )?(?:biết|rõ|nắm|tra|hiểu)|"
    r"(?:không|chưa|ko|k|chẳng) (?:biết|rõ|hiểu|chắc))"
)
_ASK = rf"hỏi(?! (?:lại|tiếp|ý|{_YOU} (?:về|được|gì)))"
_STOP = r"(?=\W*[,.:;!\n])"
# Of these a message may be made; they are cut only before what asks something.
COURTESIES = (
    rf"(?:{_ME} )?(?:xin |kính )?chào(?: (?:{_YOU}|buổi (?:sáng|trưa|chiều|tối)|{_SOFT}))*",
    rf"(?:(?:ok|oke|thôi|vâng|dạ) )?(?:{_ME} )?(?:xin |rất )?(?:cảm ơn|cám ơn|thanks|tks)"
    rf"(?: (?:{_YOU}|nhiều|lắm|trước|{_SOFT}))*{_STOP}",
    r"(?:ok|oke|okay|okie|vâng|uhm?|ừm?|alo)(?: (?:ạ|nhé|rồi|em|anh|chị|bạn|cháu))*",
)
OPENINGS = (
    rf"(?:(?:này|ê|dạ|thưa|alo) )?{_YOU}(?: {_YOU})? (?:ơi|à|ạ)",
    rf"(?:này|ê|thưa|alo|hey|hi|hello) {_YOU}(?: (?:ạ|ơi))?",
    rf"(?:{_YOU} )?(?:(?:vui lòng|làm ơn|xin|nhờ|phiền) )*(?:{_YOU} )?(?:cho|chỉ|giúp)(?: phép)?"
    rf"(?: giúp)?(?: {_ME})?(?: xin)? {_ASK}{_A_BIT}",
    rf"(?:{_YOU} )?(?:làm ơn )?cho {_ME} biết(?: {_SOFT})*(?: là|{_STOP})",
    rf"{_ME}(?: (?:xin|muốn|cần|đang|định|tính|phải|có việc))* {_ASK}{_A_BIT}",
    rf"(?:người dân|dân|bà con|sếp|lãnh đạo|cấp trên|chủ tịch|bí thư|có người)(?: (?:{_ME}|xã))?"
    rf"(?: (?:đang|vừa|mới|cứ|hay|có))? {_ASK}(?: (?:{_ME}|là|rằng))*",
    rf"(?:xin|kính|muốn|cần)(?: (?:được|phép))* {_ASK}{_A_BIT}",
    rf"(?:chuyện|số) là (?:vầy|thế này|như vầy|như thế này|vậy){_STOP}|theo {_YOU} thì",
    rf"(?:đang )?(?:cần )?gấp(?: {_SOFT})*{_STOP}",
    rf"{_ASK}(?: (?:thêm|chút|tẹo|xíu|ké|ngu|nhanh|luôn|thật|là))+",
    rf"(?:{_PLEASE} {_YOU}|{_PLEASE}|{_CAN_YOU}) {_TELL}(?: (?:biết|xem|thông tin))+"
    rf"(?: (?:thêm|rõ|{_SOFT}|là|rằng|về))*(?! (?:ý kiến|bao nhiêu|gì)\b)",
    rf"(?:{_PLEASE} {_YOU}|{_PLEASE}|{_CAN_YOU})(?: biết)? (?:kiểm tra|tra cứu|tra|tìm|xem|coi|chỉ)"
    rf"(?: lại)? (?:giúp|giùm|dùm|hộ)(?: {_ME})?(?: {_SOFT})*{_STOP}",
    rf"(?:{_CAN_YOU} |{_PLEASE} )?(?:kiểm tra|tra cứu|tra|tìm|xem|coi)(?: (?:nhanh|gấp|lại))* "
    rf"(?:giúp|giùm|dùm) {_ME}(?: (?:thử|xem|coi|là|{_SOFT}))*",
    rf"(?:{_CAN_YOU} |{_PLEASE} |ai (?:rành|biết|nắm|rõ) )?(?:nói|kể|chỉ)(?: cho)? {_ME}"
    rf"(?: (?:nghe|biết|hay))?(?: (?:coi|xem|thử|{_SOFT}))*{_STOP}",
    rf"(?:{_CAN_YOU} |{_PLEASE} )?nói cho {_ME} (?:nghe|biết|hay)(?: (?:coi|xem|thử|là|{_SOFT}))*",
    rf"(?:{_PLEASE} )?{_YOU} (?:giải đáp|tư vấn|giải thích|xem)(?: (?:giúp|giùm|dùm|cho))?"
    rf"(?: {_ME})?(?: {_SOFT})*{_STOP}|{_PLEASE} {_YOU} {_TELL}{_STOP}",
    rf"{_YOU}(?: {_YOU})? (?:có )?biết(?: là| rằng)?(?! (?:gì|sao|chưa)\b)",
    rf"{_ME}(?: (?:xin|muốn|cần|đang|định|tính|còn|hơi|có(?: một)?|vẫn|mới))* {_WONDER}"
    rf"(?: (?:thêm|một chút|chút|rõ|xem|về|{_SOFT}|là|rằng))*(?! (?:gì|sao|phải|bắt đầu|nên)\b)",
    rf"(?:không|ko|k|chẳng) (?:biết|rõ)(?: {_YOU}(?= có\b))?(?: (?:là|rằng))*"
    r"(?! (?:gì|sao|phải|bắt đầu|nên|đường)\b)",
    rf"(?:{_YOU} )?(?:(?:xem|tra|coi|kiểm tra|nói|chỉ|trả lời) )?(?:giúp|hộ|giùm|dùm) {_ME}"
    rf"(?: (?:xem|{_SOFT}))*{_STOP}",
    rf"(?:sẵn tiện|nhân tiện|tiện thể|tiện đây|sẵn|tiện)(?: {_ME})?(?: {_ASK}{_A_BIT}|{_STOP})",
    rf"(?:xin lỗi|sorry|làm phiền|phiền)(?: (?:làm phiền|{_YOU}|đã|vì|chút|tí|xíu|{_SOFT}))*"
    rf"(?:{_STOP}|(?= cho\b))",
    rf"(?:dạ|thưa|ơ|ờ|ồ|ủa|uả|ê|này|à|ah|hic|thôi)(?: {_YOU}{_STOP})?(?: (?:ạ|nhỉ|thế à))?",
    rf"(?:à |ừ |ờ |vâng |dạ )?(?:(?:vậy|thế|được rồi) (?:là |thì )?)?thôi(?: {_SOFT})*{_STOP}",
    r"(?:à )?mà(?! (?:không|chưa)\b)",
)
# What was meant comes after these, and is asked instead.
CORRECTIONS = (
    rf"(?:(?:à|ơ|ôi|thôi) )?(?:xin lỗi )?(?:{_ME} )?(?:viết|gõ|hỏi|nói|ghi|nhắn|đánh) "
    rf"(?:bị )?(?:nhầm|lộn|sai)(?: (?:rồi|mất rồi|tí|chút|{_SOFT}))*(?:{_STOP}(?:\W+{_ME} "
    rf"(?:cần|muốn|tìm|định)(?: {_ASK}| biết)?(?: là| cho)?)?)",
)
# Of a message that asks by itself; else it says that the one before was not what was meant.
MEANINGS = (rf"(?:à )?(?:ý (?:của )?{_ME}|{_ME} (?:muốn nói|định hỏi|đang hỏi)) là",)
_CLEARLY = (
    rf"(?:rõ|rõ ràng|thêm|ngắn gọn|ngắn|gọn|chính xác|dễ hiểu|"
    r"(?:kèm |cả |kèm cả )?(?:căn cứ|nguồn)|"
    rf"(?:để|cho) (?:{_ME} )?(?:dễ hiểu|dễ nhớ|dễ tra|tra|dẫn))"
)
_HOW_TO_REPLY = (
    rf"(?:{_YOU} )?(?:nhớ |làm ơn )?(?:ghi|nêu|nói|trả lời|tl|viết|kèm)(?: {_ME})?(?: {_CLEARLY})+"
    rf"(?: pháp lý)?(?: (?:giúp|giùm|thôi|hộ(?= {_ME})|{_ME}|{_SOFT}))*"
)
_ALWAYS = rf"(?:ad|adm|admin|bot|mn|mọi người|{_YOU} ơi)(?: (?:ơi|ạ|à))?"
_REQUEST = (
    rf"(?:(?:nhờ|phiền) )?(?:{_YOU} )?"
    r"(?:(?:xem|xem lại|tra|tra lại|coi|coi lại|kiểm tra|kiểm tra lại|nói|chỉ|trả lời) )?"
    rf"(?:nhanh |gấp )?(?:(?:giúp|giùm|dùm)(?: {_ME})?|hộ {_ME})(?: {_SOFT})*"
)
THANKS = (
    rf"(?:{_ME} )?(?:xin )?(?:rất |(?:chân thành|trân trọng|thành thật) )?"
    rf"(?:cảm ơn|cám ơn|thanks|tks|thank)"
    rf"(?: (?:{_YOU}|nhiều|lắm|trước|{_SOFT}))*",
)
CLOSINGS = (
    _REQUEST,
    rf"(?:{_YOU} )?(?:nói|trả lời|tl|chỉ)(?: {_ME})?(?: (?:luôn|nhanh|gấp|liền|rõ))+(?: {_SOFT})*",
    _HOW_TO_REPLY,
    r"(?:(?:có|không biết) )?ai (?:biết|rành|nắm|rõ)(?: (?:vụ|việc|cái) này)?"
    r"(?: (?:không|ko|thì|chỉ|giúp|nói|với|nhé|tôi|em|mình))+",
    r"luôn đi|với ạ|cơ ạ|cơ mà(?= \w)",
    rf"à (?:quên|nhầm)(?:, {_YOU}(?: (?:ơi|nhỉ|ạ))?)?",
    _ALWAYS,
)
# `bao nhiêu hả cháu`, `chưa cô`: a person is spoken to after these, `bao nhiêu cháu` counts some.
TO_SOMEBODY = (
    rf"(?P<after>(?:vậy|thế|hả|nhỉ|nhé|nha|à|ạ|không|chưa|sao|nào|gì|đâu|với|rồi|v|z)),? {_YOU}"
    r"(?: (?:ơi|ạ|à))?",
)
# After a question word these ask nothing more; without one some make a question of a claim.
THEN = (r"(?:vậy|thế|zậy|zạ|dzậy|v|z)",)
PARTICLES = (r"(?:ấy nhỉ|nhỉ|ta|nha|nhé|nhe|nghen|hả|ha|ạ|á|cơ|đấy|nè|hen|hén)",)
