"""Files put into, and taken out of, the folder of a running assistant."""

import shutil
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from bot import processes, serving
from tests.unit.readers import samples
from tests.unit.readers.samples import Decision

from .conftest import TODAY, Started

A_MINUTE = 60.0
QUOTE = "2. Ủy ban nhân dân cấp xã niêm yết danh mục ao nuôi cá tra thâm canh trong 12 ngày."
DECISION = Decision(
    number="8801/QĐ-UBND",
    issuer="ỦY BAN NHÂN DÂN TỈNH AN GIANG",
    place_date="An Giang, ngày 15 tháng 3 năm 2026",
    title=("Ban hành Quy định quản lý ao nuôi cá tra thâm canh",),
    preamble=("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",),
    body=(
        "Điều 1. Ban hành kèm theo Quyết định này danh mục ao nuôi cá tra.",
        "Điều 2. Công khai danh mục",
        "1. Chi cục Thủy sản lập danh mục ao nuôi cá tra thâm canh vào tháng 01 hằng năm.",
        QUOTE,
        "Điều 3. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2026.",
    ),
    signature=("CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)
# Thresholds that the shipped table of 318/QĐ-TTg leaves open; the figures are made up.
INCOME = ("41", "42", "43", "44", "45,5", "46", "47")
ANNEX_ROWS = (
    "III. KINH TẾ VÀ TỔ CHỨC SẢN XUẤT",
    (
        "10",
        "Thu nhập",
        "Thu nhập bình quân đầu người (triệu đồng/người/năm)",
        "≥ 40",
        tuple(f"≥ {value}" for value in INCOME),
    ),
)


@dataclass
class Running(Started):
    """A system that follows a folder of its own."""

    folder: Path

    def until(self, question: str, outcome: str) -> dict:
        """Asks in fresh conversations until an outcome comes; at most a minute."""
        deadline = time.monotonic() + A_MINUTE
        while True:
            answer = self.answer(uuid.uuid4().hex, question)
            if answer["outcome"] == outcome:
                return answer
            assert time.monotonic() < deadline, f"{question}: {answer['outcome']}"
            time.sleep(0.5)


@pytest.fixture(scope="module")
def running(index_folder, tmp_path_factory):
    own = tmp_path_factory.mktemp("own")
    index = shutil.copytree(index_folder, tmp_path_factory.mktemp("life") / "index")
    extra = {"NTM_INDEX": str(index), "NTM_DOCUMENTS": str(own), "NTM_TODAY": TODAY.isoformat()}
    logs = tmp_path_factory.mktemp("logs")
    ports = processes.free_port(), processes.free_port()
    with serving.system(*ports, logs, watch=True, **extra) as addresses:
        yield Running(addresses, None, own)


def put(folder: Path, kind: str) -> Path:
    """Writes the decision as it would be copied in."""
    file = folder / f"quyết định 8801.{kind}"
    if kind == "pdf":
        samples.to_pdf(DECISION).save(file)
    else:
        samples.to_docx(DECISION).save(str(file))
    return file


@pytest.fixture(autouse=True)
def _empty_again(running):
    yield
    for file in running.folder.iterdir():
        file.unlink()


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_file_is_quoted_within_a_minute_and_forgotten_when_taken_out(running, kind):
    question = (
        "Theo Quyết định 8801/QĐ-UBND, danh mục ao nuôi cá tra niêm yết trong bao nhiêu ngày?"
    )
    by_address = "khoan 2 dieu 2 quyet dinh 8801/qd-ubnd quy dinh gi"
    talk = uuid.uuid4().hex
    assert running.answer(talk, question)["outcome"] == "unknown"

    file = put(running.folder, kind)
    for asked in (question, by_address):
        answer = running.until(asked, "answered")
        assert f"“{QUOTE}”" in answer["text"]
        assert "Trích nguyên văn Quyết định 8801/QĐ-UBND" in answer["text"]
        cited = answer["citations"][0]
        assert (cited["document"], cited["provision"]) == ("8801/QĐ-UBND", "Điều 2 khoản 2")
        assert (cited["nature"], cited["text"]) == ("original", QUOTE)
    assert running.answer(talk, question)["outcome"] == "answered"

    file.unlink()
    for asked in (question, by_address):
        assert QUOTE not in running.until(asked, "unknown")["text"]


def test_an_annex_fills_the_thresholds_that_were_unknown(running):
    questions = (
        "Tiêu chí 10 của xã nông thôn mới theo 318/QĐ-TTg ở vùng Tây Nguyên là bao nhiêu?",
        "tieu chi 10 xa nong thon moi theo qd 318 vung tay nguyen la bao nhieu",
    )
    for question in questions:
        assert running.answer(uuid.uuid4().hex, question)["outcome"] == "unknown"
    annex = docx.Document()
    for line in (
        "PHỤ LỤC I",
        "BỘ TIÊU CHÍ QUỐC GIA VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025",
        "(Kèm theo Quyết định số 318/QĐ-TTg ngày 08 tháng 3 năm 2022 của Thủ tướng Chính phủ)",
    ):
        annex.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    samples.criteria_docx(annex, ANNEX_ROWS, samples.REGION_NAMES)
    annex.save(str(running.folder / "phụ lục 318.docx"))
    for question in questions:
        answer = running.until(question, "answered")
        assert "45,5" in answer["text"]
        assert "bản gốc" in answer["text"]
        assert "318/QĐ-TTg" in {cited["document"] for cited in answer["citations"]}
    delta = "Tiêu chí 10 của xã nông thôn mới theo 318/QĐ-TTg vùng Đồng bằng sông Cửu Long"
    assert "từ 47 triệu đồng/người/năm" in running.answer(uuid.uuid4().hex, delta)["text"]
