"""One module per command or kind of message: what is to be replied."""
