"""Which assessment a command is about."""


def test_the_number_must_be_one(run):
    for command in ("submit", "review", "approve"):
        assert run(command, "seven").code == 2
