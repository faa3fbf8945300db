"""Why is a file not read at all?"""


class Refused(Exception):  # noqa: N818 - named for what happened to the file
    """The file cannot be read, or must not be; the message says why and what to do."""


class SeveralMissions(Refused):
    """The file is of several missions; each makes an assessment of its own."""

    def __init__(self, missions: tuple[str, ...]):
        self.missions = missions
        super().__init__(
            f"The file is of several missions ({', '.join(missions)}); one draft is made for each "
            "that is chosen."
        )
