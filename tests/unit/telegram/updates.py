"""Updates as Telegram sends them."""

import itertools
import time

_ids = itertools.count(1)


def message(text=None, *, chat=7, user=7, date=None, **extra):
    kind = "supergroup" if chat < 0 else "private"
    body = {
        "message_id": 5,
        "date": int(date or time.time()),
        "chat": {"id": chat, "type": kind, "title": "x", "first_name": "x"},
        "from": {"id": user, "is_bot": False, "first_name": "x"},
        **extra,
    }
    if text is not None:
        body["text"] = text
    if text and text.startswith("/"):
        length = len(text.split()[0])
        body["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": next(_ids), "message": body}


def press(data, *, chat=7, user=7, message_id=9):
    return {
        "update_id": next(_ids),
        "callback_query": {
            "id": "q",
            "from": {"id": user, "is_bot": False, "first_name": "x"},
            "chat_instance": "x",
            "data": data,
            "message": message("…", chat=chat)["message"] | {"message_id": message_id},
        },
    }
