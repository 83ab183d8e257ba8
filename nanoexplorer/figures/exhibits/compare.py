"""Two profiles side by side, as they leave: the strategies whose verdict differs, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from nanoexplorer import strings
from nanoexplorer.citations.cited import cited
from nanoexplorer.core import case_code
from nanoexplorer.core.compare import Change, Difference, compare
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import rests_on
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.figures.exhibit import Block, Cell, Exhibit, Listing, Row, Span
from nanoexplorer.figures.listing_cells import MUTED, lead, words
from nanoexplorer.palette import Theme
from nanoexplorer.strings import compare as compare_words
from nanoexplorer.strings import export as ours

PAIR = (0.16, 0.84)
TABLE = (0.26, 0.12, 0.15, 0.15, 0.22, 0.10)


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """Both profiles and their differences; of a single profile that it is the only one."""
    assert screen.profile
    first, second = screen.profile.profile, screen.second_profile
    found = compare(pack, first, second) if second else ()
    changed = [difference for difference in found if difference.change is not Change.SAME]
    blocks = [Block("", PAIR, tuple(_profiles(pack, first, second)))]
    if found:
        head = compare_words.COLUMNS
        blocks.append(Block("", TABLE, tuple(_rows(pack, found)), head))
    return Exhibit(
        view="compare",
        title=_title(found),
        subtitle=_subtitle(pack, first, second),
        body=Listing((tuple(blocks),)),
        keys=in_order(pack, (r for row in changed for r in difference_cites(pack, row))),
        remarks=() if second else (ours.ONE_PROFILE,),
    )


def _title(found: Iterable[Difference]) -> str:
    counts = Counter(difference.change for difference in found)
    pairs = [(change.value, counts[change]) for change in Change if counts[change]]
    summary = compare_words.compare_summary(pairs)
    return strings.labelled(compare_words.TITLE, summary) if summary else compare_words.TITLE


def _subtitle(pack: Pack, first: Profile, second: Profile | None) -> str:
    """What differs between the profiles; the profile itself where there is but one."""
    if second is None:
        return strings.profile_line(pack.fields, first)
    apart = [f for f in pack.fields if first[f.id] != second[f.id]]
    return strings.AND_ALSO.join(
        ours.COMPARE_PAIR.format(
            first=strings.value_phrase(field, first[field.id]),
            second=strings.value_phrase(field, second[field.id]),
        )
        for field in apart
    )


def _profiles(pack: Pack, first: Profile, second: Profile | None) -> Iterator[Row]:
    yield _profile(pack, compare_words.FIRST, first)
    if second is None:
        said = words(ours.ONE_PROFILE, "caution")
        yield Row((words(compare_words.SECOND, MUTED, small=True), said))
    else:
        yield _profile(pack, compare_words.SECOND, second)


def _profile(pack: Pack, name: str, profile: Profile) -> Row:
    line = strings.profile_line(pack.fields, profile)
    said = ours.COMPARE_CODE.format(profile=line, code=case_code.encode(pack, profile))
    return Row((words(name, MUTED, small=True), words(said)))


def _rows(pack: Pack, found: tuple[Difference, ...]) -> Iterator[Row]:
    """The changes in their groups; what is unchanged is a number alone, as it is folded."""
    for change in Change:
        group = [difference for difference in found if difference.change is change]
        heading = compare_words.compare_heading(change, len(group))
        if group and change is Change.SAME:
            yield Row((words(ours.LISTED_NOT.format(heading=heading), MUTED, small=True),), True)
        elif group:
            yield lead(heading)
            yield from (_row(pack, difference) for difference in group)


def _row(pack: Pack, found: Difference) -> Row:
    strategy = pack.strategy[found.strategy]
    return Row(
        (
            words(strategy.name, bold=True),
            words(strings.KIND[strategy.kind], MUTED, small=True),
            _verdict(found.before),
            _verdict(found.after),
            words("\n".join(_reasons(pack, found)), small=True),
            words(cited(pack, difference_cites(pack, found)), MUTED, small=True),
        ),
        ids=(found.strategy, *rests_on(pack, found.strategy)),
    )


def _verdict(verdict: Verdict) -> Cell:
    role = "caution" if verdict is Verdict.OPEN else "ink"
    return Cell((Span(strings.VERDICT_SHORT[verdict], role, small=True),))


def _reasons(pack: Pack, found: Difference) -> Iterator[str]:
    said = []
    for reason in found.reasons:
        phrase = strings.reason_phrase(pack.field, reason)
        said.append(strings.interpreted(phrase, reason.criterion))
    yield from dict.fromkeys(said)


def difference_cites(pack: Pack, found: Difference) -> tuple[str, ...]:
    """The references behind the conditions that flipped."""
    statements = (pack.statement[reason.criterion.statement] for reason in found.reasons)
    return tuple(dict.fromkeys(r for s in statements for r in pack.cites(s)))
