"""Why is a file not read at all?"""


class Refused(Exception):  # noqa: N818 - named for what happened to the file
    """The file cannot be read, or must not be; the message says why and what to do."""
