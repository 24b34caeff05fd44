"""Which answers a question may have, by what it names: criteria, documents, places or words."""
