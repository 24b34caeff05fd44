"""What a question takes for granted, or claims and wants confirmed."""
