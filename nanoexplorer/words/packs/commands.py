"""The commands that make a pack and hand it on."""

from __future__ import annotations

PACK = "make a pack, change its form, hand it on, compare two"
PACK_EPILOG = """\
Examples:
  nanoexplorer pack new my-review.xlsx
  nanoexplorer pack convert my-review.xlsx my-review/
  nanoexplorer pack bundle my-review/ my-review.nxpack
"""
NEW = "write a small worked example to begin with: a workbook if PATH ends in .xlsx, else a folder"
NEW_EPILOG = """\
Write your own over it, then look at what it says: nanoexplorer check PATH
"""
CONVERT = "write a pack in another form: .xlsx a workbook, .nxpack a pack file, else a folder"
CONVERT_EPILOG = """\
Ids and codes that were left empty are written down. Examples:
  nanoexplorer pack convert my-review.xlsx my-review/
  nanoexplorer pack convert my-review/ my-review.xlsx
"""
BUNDLE = "write a pack as one file to hand on, the same bytes for the same pack"
BUNDLE_EPILOG = """\
The file lists what is in it with hashes; who opens it is told where it was changed. Example:
  nanoexplorer pack bundle my-review/ my-review.nxpack
"""
REFERENCES = "put what Zotero exported (CSL-JSON, RIS, BibTeX) among the references"
REFERENCES_EPILOG = """\
A work that is there already is known by its DOI, then by its key. What stands there stays, and what
is empty is filled; a new one gets the kind unclear. Example:
  nanoexplorer pack references my-review.xlsx export.json
"""
EXPORT = "EXPORT"
NOT_TO_EDIT = "{path}: found no folder and no workbook; allowed: one of these (see pack convert)"
NO_EXPORT = (
    "{path}: can’t be read together with {pack}; allowed: CSL-JSON, RIS or BibTeX, as exported"
)
MERGED = "{path}: {added} added, {changed} changed"
CITE_IT = "  cite it as {id}"
KEPT = "  {id}: stays as it is, the export says otherwise: {columns} (an empty cell takes its word)"
DIFF = "say what changed from one version of a pack to another, verdicts over every profile too"
DIFF_EPILOG = """\
Example:
  nanoexplorer pack diff my-review-1.nxpack my-review/
"""
DIFF_JSON = "print JSON (schema nanoexplorer/pack-diff/1)"
ACTION = "action"
PATH, FROM, TO, FILE, PACK_PATH, OLD, NEW_PACK = "PATH", "FROM", "TO", "FILE", "PACK", "OLD", "NEW"
OTHER_SUFFIX = "{path}: found another ending; allowed: {allowed}"
MADE = "{path}: made; open it, write your own over the example, and check it"
WRITTEN = "{path}: pack {id} {version} is written"
SAME_VERSION = (
    "“{other}” was bundled as version {version} with something else in it; raise version before "
    "this one is handed on"
)
EXISTS = "{path}: something stands there; allowed: a name that nothing has"
NOT_WRITTEN = "{path}: can’t be written: {why}"
READ_ME = "read me"
READ_ME_LINES = (
    "This workbook is a pack: a sheet a table, a row a thing that a source says. What stands in it "
    "is an invented example to write your own over.",
    "1. Begin with the sheets pack and sources: what the pack is called, who made it, what it "
    "distils.",
    "2. Put the references into the sheet references; statements cite them by id or DOI.",
    "3. Write what a profile can say into fields and field_options, and what the sources name "
    "into strategies.",
    "4. Write one claim a row into statements, in your own words; then into evidence where each "
    "strategy stands, and into criteria for which profiles it is named.",
    "5. Save, and look at what is wrong: nanoexplorer check with the name of this workbook.",
    "Ids and codes may stay empty: they are made. Once the pack is handed on they must stay as "
    "they are; nanoexplorer pack convert writes them. A name may stand where an id belongs. What "
    "may be empty is said under each heading.",
    "Rows that begin with # and a blank, and sheets whose name begins with _ (as this one), are "
    "for you alone.",
    "Sheets that you have no use for may be deleted, and so may columns that may be empty.",
)
