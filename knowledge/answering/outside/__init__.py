"""What is no question on the knowledge: small talk, other subjects, and what is refused."""
