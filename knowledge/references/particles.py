"""Words that only say how a message hangs on what was said: `cũng`, `luôn`, `chắc`, `giống vậy`.

Vietnamese asks for assent, doubts, compares and takes back with a closed class of words. A message
that has no other words of its own names no matter: `Tây Nguyên cũng vậy chứ?` asks what was asked
before, of another place. Beside any other word they are left alone, for folded they may be halves
of terms of the field: `cung` of `cứng hóa`, `so` of `cơ sở`.
"""

from __future__ import annotations

from knowledge.text import fold, spelled_syllables

_ASSENT = """
cũng vẫn luôn chắc hẳn hình như có lẽ đúng phải không chứ gì nhỉ à ạ ư sao thấy tưởng biết tức nghĩa
đó kia ấy này thế vậy như mà cơ cả chỉ mỗi thôi đâu được bị chớ
"""
_COMPARED = """
giống khác bằng y chang hệt ngang giữ nhau hơn kém cao thấp nhiều ít lớn nhỏ giảm lên xuống đổi thay
chừng cỡ bao nhiêu nhiu khoảng mấy với mức ngưỡng tỷ tỉ lệ phần trăm chung riêng yêu cầu đòi hỏi
"""
_PUT_RIGHT = """
ủa ờ ừ ý tôi mình em anh chị xin lỗi nhầm lộn sai gõ ghi viết nói lại hỏi quên cho xem giúp đang
muốn lúc nãy vừa rồi hồi bấy giờ khi trước theo
"""
_JOINING = """
thì là ở bên chỗ nơi vùng khu vực miền xã tỉnh huyện phía thuộc của về còn nếu và hay hoặc nữa thêm
nhé vào trong ra đến tới từ sang qua sau năm giai đoạn thời kỳ bộ dưới trên
"""
# Without their diacritics these are halves of terms: `hạ tầng`, `hồ sơ`, `nhà ở`.
_ONLY_TYPED_WORDS = """
lắm số so tăng hả nha nhá đoán coi nghe nghĩ đấy định tính cứ chú bác cô tương đương tự con hở cần
"""
_ONLY_TYPED = frozenset(_ONLY_TYPED_WORDS.split())
_SPELLED: dict[str, set[str]] = {}
for _word in f"{_ASSENT} {_COMPARED} {_PUT_RIGHT} {_JOINING}".split():
    _SPELLED.setdefault(fold(_word), set()).add(_word)


def are_all(words: str, typed: str) -> bool:
    """Whether all of some words are of the class; so it is where there is no word.

    Args:
        words: folded.
        typed: the text that they are of, with the diacritics it was typed with.
    """
    spelled = dict(_by_folded(typed))
    return all(_is_one(word, spelled.get(word, word)) for word in words.split())


def _by_folded(typed: str) -> list[tuple[str, str]]:
    return [(fold(word), word) for _, word in spelled_syllables(typed)]


def _is_one(word: str, typed: str) -> bool:
    """Whether a word is of the class as typed: with its own diacritics, or with none."""
    if typed in _ONLY_TYPED or typed in _SPELLED.get(word, ()):
        return True
    return typed == word and word in _SPELLED
