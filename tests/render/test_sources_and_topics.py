"""Sources and topics, as they leave: everything that their tabs say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nanoexplorer.core.evidence import Topic
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.sources import differences
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.words import export as export_words
from nanoexplorer.words import sources as words
from tests.packs import example, mini_pack
from tests.render.renderings import block, blocks, bundled, everything, shown


def test_differences_stand_side_by_side_with_their_populations() -> None:
    text = everything(shown(bundled(), "sources"))
    for difference in differences(bundled()):
        assert difference.measure in text
        assert [row.id for row in difference.rows if row.population not in text] == []
        assert [row.id for row in difference.rows if row.value not in text] == []


def test_a_single_source_stands_beside_no_other() -> None:
    """No plural, no side by side, and nothing of differences where it has none."""
    pack = bundled()
    [one, *_] = pack.sources
    statements = tuple(s for s in pack.statements if s.source == one.id)
    rows = tuple(row for row in pack.evidence if row.source == one.id)
    alone = replace(pack, sources=(one,), statements=statements, evidence=rows, quantities=())
    made = shown(alone, "sources")
    assert made.title == words.TEXT[0]
    assert [block.heading for block in blocks(made)] == [one.label, words.COVER[0]]
    assert words.AGREE not in everything(made)
    assert f"Only {one.called}" not in everything(made)
    strange = next(q for q in pack.quantities if q.tension == "within-source")
    differing = blocks(shown(replace(alone, quantities=(strange,)), "sources"))
    assert words.DIFFER[0] in [block.heading for block in differing]


def test_every_source_says_how_far_its_search_reaches() -> None:
    for source in bundled().sources:
        lines = block(shown(bundled(), "sources"), source.label)
        assert f"{words.SOURCE_SEARCH} | {source.search_reach}" in lines


def test_every_strategy_is_covered_by_somebody() -> None:
    lines = "\n".join(block(shown(bundled(), "sources"), words.COVER[-1]))
    assert [s.name for s in bundled().strategies if s.name not in lines] == []


def test_a_chosen_topic_stands_alone_with_its_statements_and_references() -> None:
    pack = bundled()
    for topic in pack.topics:
        made = shown(pack, "topics", topics_shown=topic.id)
        text = everything(made)
        assert made.title == topic.name
        assert [s.id for s in pack.statements_on.get(topic.id, ()) if s.text not in text] == []
        assert [key for key in made.keys if vancouver(pack.reference[key]) not in text] == []


def test_until_a_topic_is_chosen_the_first_one_leaves_as_it_does_on_screen() -> None:
    pack = bundled()
    first = shown(pack, "topics", topics_shown=pack.topics[0].id)
    for made in (shown(pack, "topics"), shown(pack, "topics", topics_shown="no-such-topic")):
        assert (made.title, everything(made), made.keys) == (
            first.title,
            everything(first),
            first.keys,
        )


def test_a_pack_without_topics_has_none_to_show() -> None:
    pack = replace(mini_pack(), topics=())
    with pytest.raises(LookupError, match=export_words.NO_TOPIC):
        shown(pack, "topics")


def test_a_topic_of_notes_alone_says_so_in_the_packs_words_too() -> None:
    pack = bundled()
    [silent] = [t.id for t in pack.topics if not pack.statements_on.get(t.id)]
    made = shown(pack, "topics", topics_shown=silent)
    assert words.TOPIC_NOTES in everything(made)
    assert next(t.help for t in pack.topics if t.id == silent) in everything(made)


@pytest.mark.parametrize("pack", [bundled(), mini_pack(), example()])
def test_silence_is_claimed_of_no_topic_that_just_has_nothing_yet(pack: Pack) -> None:
    bare = Topic("new", "A new topic", "")
    made = everything(shown(replace(pack, topics=(bare,)), "topics"))
    assert words.TOPIC_EMPTY in made
    assert words.TOPIC_NOTES not in made
    assert "silent" not in made


def test_another_pack_needs_no_other_code() -> None:
    for view in ("sources", "topics", "strategies", "references"):
        assert everything(shown(mini_pack(), view))
