"""Which submissions of a file count: of one mission, once each, the later version, not yet held?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from unpol_data import reference
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.submissions.digest import HALF, digest, own_half, plain
from unpol_data.ingest.submissions.shape import Submission, warning
from unpol_data.validation.problems import Problem, nearest

SHOWN = 8


@dataclass
class Sifted:
    """The submissions that count, in the order they were sent, and what is to be told."""

    submissions: list[Submission]
    mission_code: str | None
    notes: list[Problem] = field(default_factory=list)
    held_in: tuple[int | None, ...] = ()


def sifted(
    submissions: list[Submission],
    *,
    mission: str | None,
    held: Mapping[tuple[str, str], int | None],
) -> Sifted:
    """The submissions that count.

    `held` tells the assessment that holds a submission, by its uuid and its digest; None where
    it may not be named. Raises Refused where the submissions are of several missions and none
    was named.
    """
    notes: list[Problem] = []
    mission_code = _mission(submissions, mission)
    kept = _of_mission(submissions, mission_code, notes)
    kept = sorted(kept, key=lambda one: (one.sent_at, one.main.row))
    kept = _latest_versions(kept, notes)
    kept = _once(kept, notes)
    fresh, held_in = _not_held(kept, held, notes)
    return Sifted(fresh, mission_code, notes, () if fresh else tuple(sorted(held_in, key=_named)))


def mission_of(submission: Submission) -> str:
    """The mission a submission names, else the one its site code begins with."""
    named = submission.main.text("mission_code")
    return (named or submission.main.text("site_code").partition("-")[0]).upper()


def _mission(submissions: list[Submission], mission: str | None) -> str | None:
    counts = Counter(mission_of(one) for one in submissions)
    told = ", ".join(
        f"{code or 'no mission named'} ({count:,})" for code, count in counts.most_common(SHOWN)
    )
    if mission:
        code = mission.strip().upper()
        if code not in reference.codes("missions"):
            raise Refused(
                f"{mission!r} is not a mission; expected "
                f"{nearest(code, reference.codes('missions'))}."
            )
        if counts and code not in counts:
            raise Refused(f"No submission of the file is of {code}; there are: {told}.")
        return code
    known = [code for code in counts if code]
    if len(known) > 1:
        raise Refused(
            f"The submissions are of {len(known)} missions: {told}. Name the mission to take in; "
            "the others are then left out."
        )
    return known[0] if known and known[0] in reference.codes("missions") else None


def _of_mission(
    submissions: list[Submission], mission_code: str | None, notes: list[Problem]
) -> list[Submission]:
    if mission_code is None:
        return submissions
    kept = [one for one in submissions if mission_of(one) in (mission_code, "")]
    left = len(submissions) - len(kept)
    if left:
        notes.append(
            warning(
                None,
                f"{_counted(left)} of other missions left out; only {mission_code} was asked for",
                rule="other_missions_left_out",
                found=str(left),
                expected=mission_code,
            )
        )
    return kept


def _latest_versions(submissions: list[Submission], notes: list[Problem]) -> list[Submission]:
    """Without those that a later one of the file replaces, or that came twice under one uuid."""
    replaced = {one.replaces: one for one in submissions if one.replaces}
    kept: list[Submission] = []
    by_uuid: dict[str, Submission] = {}
    for one in submissions:
        later = replaced.get(one.uuid) if one.uuid else None
        if later is not None and later is not one:
            notes.append(_left_out(one, f"it was edited later: {later.place} replaces it"))
            continue
        earlier = by_uuid.get(one.uuid) if one.uuid else None
        if earlier is not None and digest(earlier) == digest(one):
            notes.append(_left_out(one, f"it is the same submission as {earlier.place}"))
            continue
        if earlier is not None:
            kept.remove(earlier)
            notes.append(
                _left_out(earlier, f"{one.place} has the same uuid, but other answers; it counts")
            )
        kept.append(one)
        by_uuid[one.uuid] = one
    return kept


def _once(submissions: list[Submission], notes: list[Problem]) -> list[Submission]:
    """Without those that repeat another: same site, side, day and answers, sent once more."""
    kept: dict[tuple[str, ...], Submission] = {}
    for one in submissions:
        asked = ("site_code", "side", "assessed_on")
        key = (*(plain(name, one.main.value(name) or "") for name in asked), digest(one))
        if key in kept:
            words = f"it says the same as {kept[key].place}, sent once more"
            notes.append(_left_out(one, words))
        else:
            kept[key] = one
    return list(kept.values())


def _not_held(
    submissions: list[Submission],
    held: Mapping[tuple[str, str], int | None],
    notes: list[Problem],
) -> tuple[list[Submission], set[int | None]]:
    """The submissions that are new, and the assessments that hold the others."""
    known = {uuid: assessment_id for (uuid, _), assessment_id in held.items()}
    own_halves = {(uuid, found[:HALF]): one for (uuid, found), one in held.items()}
    fresh, held_in = [], set()
    for one in submissions:
        said = digest(one)
        if (one.uuid, said) in held:
            where = held[one.uuid, said]
        elif not any(one.repeats.values()) and (one.uuid, own_half(one)) in own_halves:
            # A CSV export leaves the lines out: it says nothing that is not held.
            where = own_halves[one.uuid, own_half(one)]
        else:
            fresh.append(one)
            notes += _earlier_version(one, known)
            continue
        held_in.add(where)
        notes.append(_left_out(one, f"it is held already{_in(where, ', in assessment {}')}"))
    return fresh, held_in


def _named(assessment_id: int | None) -> int:
    """Numbers in order, after those that may not be named."""
    return assessment_id or 0


def _in(assessment_id: int | None, words: str) -> str:
    """The words about the assessment; none where it may not be named."""
    return "" if assessment_id is None else words.format(assessment_id)


def _earlier_version(one: Submission, known: Mapping[str, int | None]) -> Iterator[Problem]:
    uuid = next((uuid for uuid in (one.uuid, one.replaces) if uuid in known), None)
    if uuid is not None:
        yield warning(
            one.main,
            f"an earlier version of this submission is held{_in(known[uuid], ' in assessment {}')}"
            "; once this one is approved, its answers count",
            rule="earlier_version_held",
            found=one.uuid,
            expected="a submission that is new",
        )


def _left_out(one: Submission, why: str) -> Problem:
    return warning(
        one.main,
        f"this submission was left out: {why}",
        rule="submission_left_out",
        found=one.uuid,
        expected="each submission once",
    )


def _counted(count: int) -> str:
    return f"{count:,} submission was" if count == 1 else f"{count:,} submissions were"
