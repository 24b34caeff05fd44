"""A Bot API server of our own: enforces what Telegram enforces, and misbehaves on request."""
