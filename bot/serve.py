"""`make serve`: action server, Rasa and, with a token, Telegram until they are stopped."""

from __future__ import annotations

import signal
import sys
from urllib.parse import urlsplit

from bot import serving
from bot.processes import ProcessError
from knowledge import settings


def main() -> int:
    """Runs the system until SIGINT or SIGTERM.

    Returns:
        The exit status.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    rasa_port = urlsplit(settings.rasa_url()).port or 5005
    actions_port = urlsplit(settings.actions_url()).port or 5055
    try:
        with (
            serving.system(rasa_port, actions_port, watch=True) as addresses,
            serving.telegram(addresses.rasa) as on_telegram,
        ):
            also = " và Telegram" if on_telegram else ""
            print(
                f"Đang chạy: {addresses.rasa}/webhooks/rest/webhook{also}. Ctrl-C để dừng.",
                flush=True,
            )
            signal.pause()
    except ProcessError as error:
        print(f"Không khởi động được: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
