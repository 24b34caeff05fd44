"""The `ntm` command."""
