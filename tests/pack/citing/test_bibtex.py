"""BibTeX as it is exported: commands become letters, and what is no BibTeX is refused."""

from __future__ import annotations

import re

import pytest

from nanoexplorer.documents.citations.bibtex import dump_bibtex
from nanoexplorer.pack.citing.bibtex import entries_in
from nanoexplorer.pack.citing.exported import ours
from tests.documents.citations.examples import ARTICLE
from tests.pack.citing.exports import BIBTEX


def test_commands_are_letters_and_unknown_fields_are_kept() -> None:
    leaf, water = map(ours, entries_in(BIBTEX))
    assert water["title"] == "How to wäter"
    assert leaf["title"] == "A Leaf in the shade"
    assert leaf["custom"]["more"]["bibtex-keywords"] == "leaves"


NAMES = r"""
Ord{\'o}{\~n}ez=Ordóñez  Ord\'o\~nez=Ordóñez  Ord\'{o}\~{n}ez=Ordóñez  M{\"u}ller=Müller
M\"{u}ller=Müller  {\'E}cole=École  {\v S}imon=Šimon  \v{S}imon=Šimon  {\AA}sa=Åsa
{\L}ukasz=Łukasz  Ja\'{s}=Jaś  {\O}ster=Øster  Stra{\ss}e=Straße  {\c C}elik=Çelik
Gar\c{c}on=Garçon  Erd{\H o}s=Erdős  Erd\H{o}s=Erdős  Ko{\v c}i=Koči  {\.I}lker=İlker
Br{\^o}t\'{\i}=Brôtí  Br{\^o}t{\'\i}=Brôtí  D{\k a}b=Dąb  Ku{\r u}=Kuů  Le{\'{o}}n=León
"""
PAIRS = [tuple(pair.split("=")) for pair in re.split(r"\s{2,}|\n", NAMES.strip())]


@pytest.mark.parametrize(("written", "read"), PAIRS)
def test_a_name_is_letters_and_no_commands(written: str, read: str) -> None:
    """However the manager sets its braces, in the names of people as in a title."""
    text = (
        f"@article{{a, author = {{{written}-Mena, {written} M. and {{{written} Agency}} and "
        f"others}}, title = {{{written}}}}}"
    )
    [entry] = entries_in(text)
    assert entry["author"] == [
        {"family": f"{read}-Mena", "given": f"{read} M."},
        {"literal": f"{read} Agency"},
    ]
    assert entry["title"] == read
    assert entry["custom"] == {"et_al": True}


def test_signs_within_a_value_take_nothing_of_it_away() -> None:
    [entry] = entries_in(
        r"@article{a, title = {5% of $\alpha$, \{x\} and 3\,\% {\textless} \$5 more}, "
        r"url = {http://a.b/c%20d\_e}, doi = {10.1000/a_b\_c}}"
    )
    assert entry["title"] == "5% of α, {x} and 3 % < $5 more"
    [money] = entries_in("@article{a, title = {$5 {and} more}}")
    assert money["title"] == "$5 and more"
    assert (entry["URL"], entry["DOI"]) == ("http://a.b/c%20d_e", "10.1000/a_b_c")


def test_what_the_app_writes_is_read_again() -> None:
    nasty = "50% of {CD4} \\ ~5 ^2 a_b & c# d$ «é» <i>"
    for article in (ARTICLE, ARTICLE._replace(title=nasty, container=nasty)):
        entry = ours(entries_in(dump_bibtex([article]))[0])
        assert (entry["id"], entry["DOI"], entry["title"]) == (
            article.id,
            article.doi,
            article.title,
        )
        assert entry["container-title"] == article.container


@pytest.mark.parametrize("text", ["@article{a, title = {x}", "[]", "TY  - JOUR"])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        entries_in(text)
