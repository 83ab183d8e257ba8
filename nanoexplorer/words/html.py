"""Words of a web page that leaves the app."""

from __future__ import annotations

SKIP = "Skip to the content"
DISCLAIMER = "Disclaimer"
PROVENANCE = "Where this page comes from"
REMARKS = "Beside it"
DRAWING = "The drawing in words"
ANSWERS = "Another profile"
ANSWERS_LEAD = (
    "What stands above is for one profile. Here every profile is answered, with the verdict alone: "
    "what the sources name it for, and what stands behind that, is in the app."
)
ANSWERS_RESET = "Back to the profile of this page"
ANSWERS_END = "A verdict says what the sources report; it advises nobody."
CODE = "Case code: {code}"
