"""Documents, index, search and answers on the regulations of new-style rural development.

A library: it imports neither Rasa nor Telegram. The modules `settings`,
`errors`, `text` and the package `references` are shared with the Rasa
process (Python 3.10) and stay free of heavy imports.
"""
