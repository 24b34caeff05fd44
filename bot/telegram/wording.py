"""What the bot says by itself, in one place."""

from __future__ import annotations

EXAMPLES = (
    "Tiêu chí 18 do văn bản nào quy định?",
    "Chỉ tiêu 17.1 vùng Tây Nguyên giai đoạn 2016-2020 là bao nhiêu?",
    "Quyết định 1980/QĐ-TTg còn hiệu lực không?",
)

COMMANDS = {
    "start": "Giới thiệu và câu hỏi ví dụ",
    "help": "Cách hỏi và các lệnh",
    "tieuchi": "Tra một tiêu chí, ví dụ /tieuchi 18",
    "vanban": "Tra một văn bản, ví dụ /vanban 1980",
    "sosanh": "So sánh một tiêu chí giữa các giai đoạn",
    "xa": "Đặt tỉnh, vùng hoặc nhóm xã của anh/chị",
    "gopy": "Gửi góp ý",
    "dulieu": "Xuất dữ liệu của tôi",
    "xoa": "Xóa dữ liệu của tôi",
}

START = (
    "<b>Trợ lý tra cứu quy định xây dựng nông thôn mới</b>\n\n"
    "Anh/chị hỏi bằng lời thường ngày, có dấu hay không dấu, viết tắt đều được. Tôi trả lời kèm "
    "văn bản, điều khoản và giai đoạn áp dụng; khi kho không có thì tôi nói là không có.\n\n"
    "Kho gồm tóm lược các văn bản về nông thôn mới do nhóm phát triển biên soạn và những văn bản "
    "gốc mà cơ quan đưa vào. Khi làm hồ sơ, anh/chị đối chiếu với văn bản gốc.\n\n"
    "<b>Dữ liệu cá nhân</b> (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP): tôi giữ câu hỏi và câu "
    "trả lời để hiểu câu hỏi tiếp, tối đa {days} ngày, không giữ tên và số điện thoại; thống kê "
    "chỉ dùng mã băm. Câu tôi chưa trả lời tốt được ghi riêng cho người phụ trách kho, đã bỏ tên, "
    "các số của cá nhân và không ghi ai hỏi. Xem dữ liệu: /dulieu. Xóa: /xoa.\n\n"
    "Thử một câu:"
)
HELP = (
    "<b>Cách hỏi</b>\n"
    "• Hỏi thẳng: <i>chỉ tiêu 17.1 ở Tây Nguyên giai đoạn 2016-2020</i>\n"
    "• Hỏi tiếp: <i>còn giai đoạn trước?</i>, <i>thế xã nâng cao?</i>\n"
    "• Viết tắt được: <i>tc 18</i>, <i>qd 1980</i>, <i>ntm</i>, <i>dbscl</i>\n"
    "• Trong nhóm: nhắc tên tôi hoặc trả lời tin nhắn của tôi.\n\n"
    "<b>Các lệnh</b>\n{commands}"
)
ADMIN_HELP = (
    "\n\n<b>Dành cho quản trị viên</b>\n"
    "/capma – cấp một mã mời dùng một lần\n"
    "/thuhoi &lt;mã số Telegram&gt; – thu hồi quyền hỏi\n"
    "/thongke – số liệu 7 ngày qua"
)
ADMIN_ONLY = "Lệnh này chỉ dành cho quản trị viên."
NO_SUCH_COMMAND = "Tôi không có lệnh /{name}. Anh/chị cứ gõ thẳng câu hỏi, hoặc xem /help."

AWAY = (
    "Tôi chưa trả lời được ngay: {why}. Câu hỏi đã được giữ lại và tôi sẽ trả lời ngay khi hệ "
    "thống ổn định, anh/chị không cần hỏi lại.\n<i>Mã sự việc: {notice}</i>"
)
WHY_AWAY = "hệ thống tra cứu đang khởi động hoặc bận"
WHY_SILENT = "máy chủ tra cứu đang ngừng"
WHY_FAILED = "việc tra cứu câu này gặp lỗi"
WHY_WAITING = "còn câu trước đang chờ"
GAVE_UP = (
    "Xin lỗi, tôi đã thử nhiều lần mà vẫn không trả lời được câu này. Sự việc đã được ghi lại để "
    "người quản trị xem. Anh/chị thử hỏi cách khác giúp tôi.\n<i>Mã sự việc: {notice}</i>"
)
LATE = "⏰ <i>Trả lời muộn cho câu hỏi này (mã {notice}); xin lỗi anh/chị vì đã phải đợi.</i>\n\n"
TOO_OLD = (
    "Xin lỗi anh/chị, hệ thống đã ngừng một thời gian và {count} tin nhắn gửi từ trước đó đã quá "
    "lâu nên tôi không trả lời nữa. Nếu còn cần, anh/chị gửi lại giúp tôi.{list}\n"
    "<i>Mã sự việc: {notice}</i>"
)
BROKEN = (
    "Xin lỗi, tôi gặp lỗi khi xử lý tin nhắn này. Sự việc đã được ghi lại; anh/chị thử gửi lại "
    "theo cách khác.\n<i>Mã sự việc: {notice}</i>"
)
SLOW_DOWN = (
    "Anh/chị gửi nhanh quá nên tôi trả lời lần lượt, chậm lại một chút. Không câu nào bị bỏ qua."
)
CUT = "✂️ <i>Tin nhắn dài quá, tôi chỉ đọc {length} ký tự đầu.</i>\n\n"
NOT_TEXT = (
    "Tôi chỉ đọc được chữ, chưa nghe hay xem được {what}. Anh/chị gõ câu hỏi giúp tôi, ví dụ: "
    "<i>tiêu chí 18 do văn bản nào quy định?</i>"
)
OLD_BUTTON = (
    "Nút này không còn dùng được vì câu trả lời đã được xóa theo thời hạn lưu giữ. Anh/chị hỏi "
    "lại giúp tôi."
)
STRANGE_BUTTON = "Tôi không hiểu nút này. Anh/chị gõ câu hỏi giúp tôi."

NOT_ALLOWED = (
    "Trợ lý này chỉ dành cho cán bộ được cấp quyền. Anh/chị báo mã số <code>{user}</code> cho "
    "người quản trị của cơ quan để được thêm vào."
)
NEEDS_CODE = (
    "Trợ lý này dành cho cán bộ được mời. Anh/chị xin người quản trị mã mời dùng một lần rồi gửi "
    "cho tôi: <code>/vao MÃ</code>."
)
WRONG_CODE = (
    "Mã mời không đúng, đã dùng hoặc quá hạn. Sau 5 lần sai tôi ngừng nhận mã trong một giờ."
)
WELCOME_IN = "Anh/chị đã được cấp quyền. Gõ câu hỏi, hoặc xem /start."
INVITATION = (
    "Mã mời: <code>{code}</code>\nDùng một lần, trong 24 giờ. Người được mời gửi cho tôi "
    "<code>/vao {code}</code> hoặc mở: https://t.me/{bot}?start={code}"
)
EXPELLED = "Đã thu hồi quyền của mã số {user}."
NOBODY_EXPELLED = "Mã số {user} không có trong danh sách được mời."
WHOM = "Viết kèm mã số Telegram, ví dụ: <code>/thuhoi 123456789</code>."
