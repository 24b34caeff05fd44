"""The knowledge folder as typed values: documents, provisions, criteria tables."""
