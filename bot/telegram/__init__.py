"""The Telegram process: `python -m bot.telegram`.

An update goes through these modules, in this order:

    poller or webhook   takes it from Telegram
    inbox               keeps it until it is dealt with
    worker              takes it up, in order within a conversation
    handlers            decide what to reply
    inbox               keeps the replies, too, until they are sent
    sender              sends them, within Telegram's limits

A kill between any two of them loses nothing: whatever is not recorded as done
is done again.
"""
