"""Messages that lean on what was told before, and what a conversation carries on."""
