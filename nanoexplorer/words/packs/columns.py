"""What goes into each column of a pack's tables: under its heading, in a drop-down's hint, and in
the tables' reference. What a cell may hold is worded from the table's declaration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nanoexplorer.words.packs import commands

if TYPE_CHECKING:
    from nanoexplorer.core.cells import Column
    from nanoexplorer.pack.forms.sheet_writing import Hints
    from nanoexplorer.pack.schema import Table

TABLE = {
    "fields": "What a profile says, a row a field",
    "field_options": "The answers that a field can have, and how not knowing is called",
    "kinds": "The kinds of strategy, a column each on screen",
    "scopes": "What a status or a statement can be for",
    "aspects": "What a statement can say, in the order on screen",
    "statuses": "How far a source places a strategy: one scale, the furthest advanced with the "
    "highest rank",
    "vocabulary": "The words of your lists, in the order on screen; every strategy has a group",
    "strategies": "What the sources name for some profile, or for all",
    "topics": "What a statement can be about when it is about no strategy",
    "statements": "One claim of one source, in your own words",
    "criteria": "What a source names a strategy for, or as a reason against it; rows of one "
    "alternative hold together, any alternative suffices",
    "evidence": "Where a source places a strategy; several rows where it gives several statuses",
    "approvals": "An agency’s decision on a product, with a reference of its own",
    "notes": "Your own remarks, with references; never mixed with what a source says",
    "citation_checks": "How a reference fits the statement that cites it, judged by title and "
    "venue alone",
    "quantities": "Figures as a source gives them; the same measure stands side by side",
    "cases": "Ready-made profiles with what they teach",
    "glossary": "Terms and abbreviations, explained",
    "search_words": "What people type and no source says",
    "retired": "Ids that must not be used again",
}
COLUMN = {
    # what stands in several tables
    "id": "A permanent id; left empty, it is made from the name",
    "label": "What it is called on screen",
    "name": "What it is called on screen",
    "help": "A line for whoever asks what it means",
    "text": "In your own words",
    "statement": "The statement that says so",
    "strategy": "The strategy",
    "source": "The source",
    "references": "What is cited there",
    "reference": "The reference",
    "code": "A letter of the case code; left empty, it is made",
    "plural": "Several of them",
    "short_label": "In few letters, for chips and maps",
    "unit": "The unit, such as mm or %",
    # each table
    "fields.tag": "A word below the label that says what it is, such as gene",
    "fields.kind": "choice: one of its options; several: one or more of them at once; "
    "count: whole numbers; decimal: in steps",
    "fields.minimum": "Of a count or a decimal, the least",
    "fields.maximum": "Of a count or a decimal, the most",
    "fields.singular": "Of a count, what one is called; a count needs it",
    "fields.plural": "Of a count, what several are called; a count needs it",
    "fields.biomarker": "Whether it is found by a test in a laboratory",
    "fields.folded": "Whether it is shown only when it is asked for",
    "fields.step": "Of a decimal, how far one value is from the next",
    "fields.unit": "Of a decimal, what stands behind its numbers, such as mm or %",
    "field_options.field": "The field",
    "field_options.known": "no for an answer that says nothing, such as not tested; every field "
    "has at least one",
    "field_options.alone": "Of a field of several, yes for an answer that goes with no other, such "
    "as none of them",
    "field_options.phrase": "As it reads in a sentence, such as left-handed",
    "kinds.plural": "Several of them; heads a column",
    "kinds.short": "Several of them in a word; heads a map",
    "kinds.map_order": "The place of its map among the maps, if it has one",
    "kinds.map_rows": "What makes the rows of its map",
    "kinds.map_columns": "What makes the columns of its map",
    "scopes.means": "subject: what the pack is about, in one row; named: the name stands beside "
    "it; not-stated: the source does not say",
    "aspects.against": "Whether it speaks against the strategy",
    "aspects.how": "Whether it says how the strategy works",
    "aspects.mapped": "Whether it is a column of a map of aspects",
    "statuses.rank": "The higher, the further advanced; no two alike",
    "statuses.definition": "What a source must say for it",
    "statuses.brief": "The definition in a few words",
    "statuses.stated": "no for the one that states nothing",
    "statuses.approval": "Whether it ends with an agency’s approvals",
    "statuses.hollow_elsewhere": "Whether it is drawn hollow outside the pack’s own subject",
    "statuses.glyph": "Its sign",
    "statuses.role": "Its colour",
    "vocabulary.list": "The list that it is a word of",
    "strategies.kind": "Its kind",
    "strategies.group": "The group under which it stands",
    "strategies.carrier": "What carries it, where its kind’s map asks for it",
    "strategies.purpose": "What it is for, where its kind’s map asks for it",
    "strategies.barrier_routes": "How it passes the barrier",
    "strategies.drugs": "Drugs that are carried or given",
    "strategies.also_called": "Other names that people search for",
    "statements.section": "The heading of its section, verbatim; Abstract, or Table 1: and the row",
    "statements.references": "What the source cites there; none where the source speaks itself",
    "statements.marker": "How references attach: at the sentence, in the passage, or none",
    "statements.aspect": "What it says",
    "statements.disease": "What it is about",
    "statements.disease_named": "The name, where the scope takes one",
    "statements.model": "In whom or what it was found",
    "statements.subjects": "Every strategy and topic that it says something of",
    "statements.text": "One claim in your own words, no weaker and no stronger than the source",
    "criteria.alternative": "Rows with the same number hold together",
    "criteria.field": "The field; none where the test is outside",
    "criteria.effect": "for, or against: a reason against it",
    "criteria.test": "How the value is compared; outside for what no field asks",
    "criteria.value": "An option of the field or a number; the condition in words where the test "
    "is outside",
    "criteria.basis": "stated by the source, or your interpretation of its words",
    "criteria.hedge": "The source’s own hedge, such as usually",
    "criteria.when_unknown": "open: not knowing leaves it open; caveat: it is named all the same; "
    "of a reason against caveat or nothing",
    "evidence.status": "The status that it gives",
    "evidence.label": "The source’s own words for it, verbatim",
    "evidence.scope": "What the status is for, as the source has it",
    "evidence.scope_named": "The name, where the scope takes one",
    "evidence.alternative": "The alternative of criteria that it is tied to; empty for none",
    "approvals.agency": "Who decided",
    "approvals.product": "The product",
    "approvals.indication": "For what",
    "approvals.year": "In which year",
    "approvals.state": "What became of it",
    "notes.strategies": "The strategies beside which it is shown",
    "notes.topics": "The topics beside which it is shown",
    "notes.when": "For which profiles: field, test and value, such as Width at-least 4",
    "notes.disputes": "The statuses that it contradicts: strategy, source and status",
    "citation_checks.text": "The remark; it says that it was judged by title and venue",
    "quantities.measure": "What is measured",
    "quantities.value": "The figure, as the source writes it",
    "quantities.population": "In whom",
    "quantities.tension": "Whether figures contradict each other",
    "quantities.remark": "A remark on it",
    "cases.title": "What the case is called",
    "cases.profile": "A value for fields, such as light=shady; width=30",
    "cases.objective": "What somebody can do after it",
    "cases.teaching_point": "What it shows",
    "glossary.term": "The term or the abbreviation",
    "glossary.expansion": "What an abbreviation stands for",
    "glossary.definition": "What it means",
    "glossary.also": "How else it is written",
    "search_words.word": "What somebody types",
    "search_words.finds": "What is searched for then",
    "retired.table": "The table",
    "retired.id": "The id",
    "retired.version": "The version of the pack in which it was retired",
    "retired.why": "Why",
}
PACK_KEY = {
    "id": "A short permanent name: a–z, 0–9 and hyphens",
    "title": "What the pack is called",
    "version": "Numbers with dots, such as 2026.1",
    "date": "Of this version, such as 2026-11-21",
    "language": "Of the texts, such as en",
    "licence": "Under which others may use the tables, such as CC-BY-4.0",
    "curators": "Who made it",
    "citation": "How to cite the pack",
    "profile_name": "What a profile is called",
    "gate": "One sentence on what the pack shows, before it is opened",
}
SOURCE_COLUMN = {
    "id": "A short permanent name",
    "label": "What it is called beside its statements",
    "called": "What it is called in a sentence, such as the review",
    "reference": "Its entry among the references",
    "covers": "How complete it is here",
    "search_reach": "How far its own literature search reaches, if it says",
}
REFERENCE_COLUMN = {
    "id": "What statements cite it by",
    "type": "article-journal, book, chapter, webpage, … as in CSL-JSON",
    "kind": "review, guideline, primary-clinical, …; unclear where nobody can say",
    "title": "The title",
    "authors": "Family, Given; Family, Given; a body as it is written",
    "et_al": "yes where the list of authors goes on",
    "container": "The journal or the book",
    "year": "The year",
    "volume": "The volume",
    "issue": "The issue",
    "page": "The pages",
    "publisher": "The publisher",
    "doi": "The DOI, which begins with 10.",
    "pmid": "The number in PubMed",
    "url": "An address",
    "accessed": "When the address was looked at, such as 2026-11-21",
    "remark": "A remark",
    "more": "What has no column, as JSON",
}
ALLOWED = "one of {allowed}"
SEVERAL = "several, with semicolons between"
POINTS = "a name or an id of {tables}"
A_NUMBER = "a whole number from {least} to {most}"
A_DECIMAL = "a number from {least} to {most}"
MOST_WORDS = "at most {number} words"
AS_OTHER = "left empty, it is as {column}"
AS_OTHER_OF = "left empty, it is {of} and {column}: Left-handed: yes"
MAY_BE_EMPTY = "may be empty"
BETWEEN = "; "


def hints() -> Hints:
    """What is said to whoever fills in a workbook."""
    from nanoexplorer.pack.forms.sheet_writing import Hints
    from nanoexplorer.pack.forms.workbook import LIST, PACK, SOURCES

    others = {PACK: PACK_KEY, SOURCES: SOURCE_COLUMN, LIST: REFERENCE_COLUMN}
    return Hints(column_line, others, {commands.READ_ME: commands.READ_ME_LINES})


def column_line(table: Table[Any], column: Column) -> str:
    """What goes into a column, and what its declaration allows."""
    said = COLUMN.get(f"{table.name}.{column.name}") or COLUMN[column.name]
    return BETWEEN.join([said, *allowed_parts(column)])


def allowed_parts(column: Column) -> list[str]:
    """What a cell may hold, as its declaration says."""
    cell, parts = column.cell, []
    if cell.allowed and column.name != "code":
        parts.append(ALLOWED.format(allowed=", ".join(cell.allowed)))
    if cell.points_at:
        tables = dict.fromkeys(target.partition(":")[0] for target in cell.points_at)
        parts.append(POINTS.format(tables=", ".join(tables)))
    if column.type in ("number", "decimal"):
        template = A_NUMBER if column.type == "number" else A_DECIMAL
        parts.append(template.format(least=cell.least, most=_grouped(cell.most)))
    if cell.words:
        parts.append(MOST_WORDS.format(number=cell.words))
    if column.many and cell.form != "profile":
        parts.append(SEVERAL)
    if cell.like:
        template = AS_OTHER_OF if cell.of else AS_OTHER
        parts.append(template.format(column=cell.like, of=cell.of))
    elif not cell.required:
        parts.append(MAY_BE_EMPTY)
    return parts


def _grouped(number: int) -> str:
    """A number with its thousands apart, but for a year."""
    return f"{number:,}" if number >= 10_000 else str(number)
