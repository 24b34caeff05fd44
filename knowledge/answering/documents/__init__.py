"""What is known of a document: its fields, its validity, its relations, its words."""
