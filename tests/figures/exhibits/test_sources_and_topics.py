"""Sources and topics, as they leave: everything that their tabs say."""

from __future__ import annotations

from nanoexplorer import strings
from nanoexplorer.citations import vancouver
from nanoexplorer.core.side_by_side import differences
from tests.figures.exhibits.exhibiting import block, blocks, bundled, everything, shown
from tests.packs import mini_pack


def test_differences_stand_side_by_side_with_their_populations() -> None:
    text = everything(shown(bundled(), "sources"))
    for difference in differences(bundled()):
        assert difference.measure in text
        assert [row.id for row in difference.rows if row.population not in text] == []
        assert [row.id for row in difference.rows if row.value not in text] == []


def test_every_source_says_how_far_its_search_reaches() -> None:
    lines = block(shown(bundled(), "sources"), strings.SOURCES_REACH)
    for source in bundled().sources:
        assert f"{strings.SOURCE_SEARCH} | {source.search_reach}" in lines


def test_every_strategy_is_covered_by_somebody() -> None:
    lines = "\n".join(block(shown(bundled(), "sources"), strings.SOURCES_COVER))
    assert [s.name for s in bundled().strategies if s.name not in lines] == []


def test_all_topics_stand_there_with_their_statements_and_references() -> None:
    pack = bundled()
    made = shown(pack, "topics")
    text = everything(made)
    headings = [found.heading for found in blocks(made)]
    assert [topic.name for topic in pack.topics if topic.name not in headings] == []
    said = [s for topic in pack.topics for s in pack.statements_on.get(topic.id, ())]
    assert [s.id for s in said if s.text not in text] == []
    assert [key for key in made.keys if vancouver(pack.reference[key]) not in text] == []


def test_a_chosen_topic_stands_alone() -> None:
    topic = bundled().topics[0]
    made = shown(bundled(), "topics", topics_shown=topic.id)
    assert made.title == topic.name
    assert [b.heading for b in blocks(made)].count(topic.name) == 1
    assert bundled().topics[1].name not in [b.heading for b in blocks(made)]


def test_a_topic_of_notes_alone_says_that_the_sources_are_silent() -> None:
    pack = bundled()
    [silent] = [t.id for t in pack.topics if not pack.statements_on.get(t.id)]
    made = shown(pack, "topics", topics_shown=silent)
    assert strings.TOPIC_SILENT in everything(made)


def test_another_pack_needs_no_other_code() -> None:
    for view in ("sources", "topics", "strategies", "references"):
        assert everything(shown(mini_pack(), view))
