"""How does a command end?"""

DONE = 0
REFUSED = 1
USAGE = 2


class CommandRefused(Exception):  # noqa: N818 - named for what happened
    """The command cannot do what was asked; the message is the sentence for the person."""
