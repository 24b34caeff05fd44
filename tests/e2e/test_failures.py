import uuid

import httpx

from bot import processes, serving


def test_without_an_index_every_question_is_met_with_an_apology(tmp_path):
    ports = processes.free_port(), processes.free_port()
    extra = {"NTM_INDEX": str(tmp_path / "nothing")}
    with serving.system(*ports, tmp_path / "logs", **extra) as addresses:
        reply = httpx.post(
            f"{addresses.rasa}/webhooks/rest/webhook",
            json={"sender": uuid.uuid4().hex, "message": "Tiêu chí 18 do văn bản nào quy định?"},
            timeout=60,
        )
    assert [message["text"][:8] for message in reply.json()] == ["Xin lỗi,"]
    log = (tmp_path / "logs" / "actions.log").read_text(encoding="utf-8")
    assert "NoIndexError" in log
