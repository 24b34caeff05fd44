"""Golden questions: how often the assistant is right, and about what."""
