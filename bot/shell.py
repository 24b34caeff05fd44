"""`make shell`: questions and answers in the terminal."""

from __future__ import annotations

import sys

from bot import serving
from bot.processes import ProcessError


def main() -> int:
    """Runs the shell until it is left.

    Returns:
        The exit status.
    """
    print("Đang khởi động (vài chục giây)… Gõ câu hỏi rồi Enter; gõ /stop để thoát.", flush=True)
    try:
        return serving.shell()
    except ProcessError as error:
        print(f"Không khởi động được: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
