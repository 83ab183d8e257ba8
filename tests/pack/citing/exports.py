"""One article and one body's page, as reference managers export them; the works are invented."""

from __future__ import annotations

import json

CSL = json.dumps(
    [
        {
            "id": "http://zotero.org/users/1/items/ABCD2345",
            "type": "article-journal",
            "abstract": "Nothing of it is ours.\nIt has two lines.",
            "container-title": "Journal of Invented Plants",
            "container-title-short": "J Inv Plants",
            "DOI": "https://doi.org/10.1000/leaf.1",
            "ISSN": "0000-0000",
            "issue": "3",
            "journalAbbreviation": "J Inv Plants",
            "language": "en",
            "note": "PMID: 12345678\nPMCID: PMC1",
            "page": "11-19",
            "source": "PubMed",
            "title": "A leaf in the shade",
            "volume": 12,
            "author": [
                {"family": "Groot", "given": "Jan", "non-dropping-particle": "de"},
                {"family": "Plato"},
            ],
            "citation-key": "degrootLeafShade2025",
            "issued": {"date-parts": [["2025", 5, 3]]},
            "accessed": {"date-parts": [["2026", 1, 2]]},
        },
        {
            "id": 7,
            "type": "post-weblog",
            "title": "How to water",
            "author": [{"literal": "Plant Agency"}],
            "issued": {"raw": "2024"},
        },
    ]
)
RIS = """\
TY  - JOUR
TI  - A leaf in the shade
AU  - de Groot, Jan
AU  - Plato
T2  - Journal of Invented Plants
DA  - 2025/05/03/
PY  - 2025
DO  - 10.1000/leaf.1
VL  - 12
IS  - 3
SP  - 11
EP  - 19
AN  - 12345678
KW  - leaves
XX  - a tag that nobody knows
ER  -

TY  - BLOG
TI  - How to water
AU  - Plant Agency
PY  - 2024
ER  -
"""
BIBTEX = r"""
@article{degrootLeafShade2025,
  title = {A {Leaf} in the shade},
  author = {de Groot, Jan and {Plato}},
  journal = {Journal of Invented Plants},
  year = 2025,
  volume = {12},
  number = {3},
  pages = {11--19},
  doi = {10.1000/leaf.1},
  pmid = {12345678},
  keywords = {leaves},
}

@online{water,
  title = {How to w{\"a}ter},
  author = {{Plant Agency}},
  date = {2024-02},
}
"""
