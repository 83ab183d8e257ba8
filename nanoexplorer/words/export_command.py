"""Words of `nanoexplorer export`."""

from __future__ import annotations

EXPORT = "write what the window would show to a file; the suffix chooses the kind"
EXPORT_EPILOG = """\
Kinds: .png .svg .pdf .pptx .html .csv .xlsx .json .ris .bib
A case, or a case code, may be given with fields of the profile; the fields then change it.
Examples:
  nanoexplorer export slide.png {one} {two} --size 3840x2160
  nanoexplorer export two.pptx --view compare --case {case} --with-case {other_case}
  nanoexplorer export handout.pdf --handout {one}
  nanoexplorer export deck.pptx --case {case} --case {other_case}
  nanoexplorer export deck.pptx --seminar lecture.nxseminar
  nanoexplorer export lecture.html --seminar lecture.nxseminar
  nanoexplorer export references.bib --view card --select {strategy}
"""
FILE = "FILE"
FILE_HELP = "the file to write; its suffix chooses the kind"
CASE = "begin with the profile of a case of the pack; for .pptx and .html several times: one file"
CASE_CODE = "begin with the profile of a case code"
VIEW = "what to write: {views} (strategies if left out)"
SELECT = "select a strategy by its id"
SEARCH = "limit the strategies to those found by a search"
TOPIC = "for topics: another than the first, by its id"
WITH_CASE = "for compare: the second profile, from a case"
WITH_CODE = "for compare: the second profile, from a case code"
SIZE = "of a picture or drawing, in px, such as 3840x2160"
SCALE = "enlarge a picture of the view’s own size, {least} to {most}"
DPI = "of a picture, {least} to {most}"
THEME = "light (if left out) or dark"
SEPARATOR = "of a .csv: comma (if left out), semicolon (for spreadsheets that write 0,5) or tab"
OUTLINES = "for .svg: letters as outlines, for programs that set text in another font"
HANDOUT = "for .pdf or .html: what depends on the profile, with reasons and references, as pages"
WHOLE = "of a handout: with all that the sources say of what they name"
ONLY_DEPENDENT = "of the strategies: leave out what is independent of the profile"
IN_FULL = "of the strategies: list what is independent of the profile instead of counting it"
SEMINAR = "for .pptx or .html: the cases of a seminar file as its teacher wants them, in one file"
PRESET = "how much of a seminar the slides have: {presets}"
SEMINAR_FILE = "SEMINAR-FILE"
SEVERAL = "{option}, given {count} times"
ID = "ID"
CODE = "CASE-CODE"
TEXT = "TEXT"
WXH = "WIDTHxHEIGHT"
NUMBER = "NUMBER"
NOT_AMONG = "{option}: found “{found}”; allowed: {allowed}"
AND_MORE = "{some} and {count} more; nanoexplorer match --json lists them"
BOTH = "{one} and {other}: allowed: one of them"
WANTS = "--view {view}: found nothing to show; allowed with: {option}"
ONLY_WITH = "{option}: of no use for this; allowed with: {allowed}"
BAD_NUMBER = "{option}: found “{found}”; allowed: {least} to {most}"
