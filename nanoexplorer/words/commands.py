"""The command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from nanoexplorer.core.profile import Field

DESCRIPTION = "Which strategies published sources name for a profile, why, and where each stands."
EPILOG = """\
Without a command the window opens. Examples:
  nanoexplorer
  nanoexplorer lecture.nxseminar
  nanoexplorer slide.png
  nanoexplorer my-review.nxpack
  nanoexplorer match --help
  nanoexplorer match --json > named.json
  nanoexplorer references --format ris > references.ris
  nanoexplorer export slide.png --size 3840x2160
  nanoexplorer questions moodle.xml --random 40 --seed 7
  nanoexplorer check my-pack/
  nanoexplorer match --pack my-pack/ --json

Exit status: 0 done; 2 bad usage or input, with one line on stderr; 1 our fault.
"""
MATCH = "print what the sources name for a profile"
MATCH_EPILOG = """\
A field that is left out is not tested or unknown; unknown is never negative. Examples:
  nanoexplorer match {one} {two}
  nanoexplorer match {one} --json
"""
REFERENCES = "print the list of references"
REFERENCES_EPILOG = """\
Example, for Zotero:
  nanoexplorer references --format ris > references.ris
"""
CHECK = "check a pack and name every problem: its file, sheet, row and column"
CHECK_EPILOG = """\
Example:
  nanoexplorer check my-review.xlsx
  nanoexplorer check --json my-review/
  nanoexplorer check my-review/ --sources review=review.txt
"""
CHECK_SOURCES = (
    "compare with the sources’ texts (UTF-8), which stay where they are: sections, references, "
    "numbers and quoted labels are there, and no ten words in a row are copied"
)
SOURCE_FILE = "SOURCE=FILE"
NOT_A_SOURCE = "--sources: found “{found}”; allowed: {allowed}"
TEXT_NOT_UTF_8 = "{path}: is no text in UTF-8; save it as plain text, UTF-8"
COVERED = Forms(
    "{source}: {have} of {number} section has statements.",
    "{source}: {have} of {number} sections have statements.",
)
BARE_TOPICS = "No statement and no note stands on: {topics}"
CODES_MADE = (
    "Codes are made where their cells are empty, and another version may make others; "
    "“nanoexplorer pack convert” writes them into the cells"
)
NOTHING_FROM = "Nothing from: {headings}"
CHECK_JSON = "print JSON (schema nanoexplorer/check/1), for editors"
HELP = "show this help and exit"
VERSION_HELP = "show the versions of app and pack and exit"
SMOKE = "open, resolve and draw every view once offscreen, print one line and exit"
DEBUG = "say on stderr what each part of the app does; with every command"
JSON = "print JSON (schema nanoexplorer/match/2)"
FORMAT = "csl, ris, bibtex or text (text if left out)"
FOLDER = "a folder with pack.toml and the tables, a workbook (.xlsx) or a pack file (.nxpack)"
PACK = "another pack than the bundled one: a folder, a workbook (.xlsx) or a pack file (.nxpack)"
PACK_BROKEN = "{path}: {count}, first {first} (“nanoexplorer check” lists all)"
PACK_MISSING = "{option}: nothing follows; allowed: the path of a pack"
COMMAND = "command"
VERSION = "nanoexplorer {app} (pack {pack} {version})"
CHECK_OK = "{folder}: pack {id} {version} is valid: {counts}"
COUNTS = (
    "{strategies} strategies, {statements} statements, {criteria} criteria, "
    "{references} references ({whose})"
)
CHECK_BAD = "{folder}: {count}"
DID_YOU_MEAN = "; did you mean {meant}?"
NOT_A_VALUE = "--{field}: found “{found}”; allowed: {allowed}"
NOT_UTF_8 = "--{field}: found bytes that are no text; allowed: UTF-8"
TWICE = "--{field}: given twice; allowed: once"
UNKNOWN_ARGUMENT = "{command}: found “{found}”; allowed: {allowed}"
FAULT = "nanoexplorer: this is our fault, not yours: {error}"
INTERRUPTED = "interrupted"
FILE_OTHER = (
    "{path}: can’t be opened; allowed: a pack’s folder, or a file of nanoexplorer ({allowed})"
)
FILE_ONE_ONLY = "{path}: found more after the file; allowed: one file"
FILE_UNREAD = "{path}: can’t be opened: {why}"
FILE_NO_DISPLAY = "{path}: a file opens in a window, and there is no display"
SEVERAL = "one of {together}, or several with + between them; or alone {alone}"
WHOLE_NUMBER = "a whole number from {least} to {most}, {options}"
DECIMAL = "a number from {least} to {most} in steps of {step}, {options}"
LINE_PROFILE = "Profile: {profile}"
LINE_CODE = "Case code: {code}"
LINE_SOURCE = "Sources: {sources} (pack {pack})"


def allowed_values(field: Field) -> str:
    """What an option of the command line or a cell of a pack may say for a field."""
    options = ", ".join(option.id for option in field.options)
    if field.kind == "choice":
        return options
    if together := field.together:
        alone = (option.id for option in field.options if option.id not in together)
        return SEVERAL.format(together=", ".join(together), alone=", ".join(alone))
    said = WHOLE_NUMBER if field.kind == "count" else DECIMAL
    least, most, step = map(field.written, (field.minimum, field.maximum, field.step))
    return said.format(least=least, most=most, step=step, options=options)


def not_a_value(field: Field, found: str, meant: str) -> str:
    """What is wrong with an option for a field, and what was probably meant."""
    said = NOT_A_VALUE.format(field=field.id, found=found, allowed=allowed_values(field))
    return said + (DID_YOU_MEAN.format(meant=meant) if meant else "")


VALUE = "VALUE"
FOLDER_NAME = "PACK"
