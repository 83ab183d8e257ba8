"""Fields, their options, and a profile: one value for every field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from nanoexplorer.core.cells import MAYBE, NO_COLUMN, Cell, Id, MaybeText, Name, at, one_of

Value = str | int
"""An option's id, or for a count field a whole number."""

FieldKind = Literal["choice", "count"]

ALPHABET = "0123456789ACEFHJKMNPRTWXY"
"""No character of a case code is taken for another one: none of B D G I L O Q S U V Z."""

DOT = "J"
"""What the dot of a version counts as in a case code; no field has this letter."""

LETTERS = tuple(sign for sign in ALPHABET if sign.isalpha())


class Option(NamedTuple):
    """One answer that a field can have; `known` is false for *not tested*, *unclear*, *unknown*."""

    field: Annotated[str, at("fields")]
    id: Annotated[str, Cell("slug")]
    code: Annotated[str, one_of(*LETTERS)]
    label: Name
    short_label: Name
    known: bool
    phrase: Name
    help: MaybeText


class Field(NamedTuple):
    """One thing a profile says. Packs declare fields; no field is named in the code."""

    id: Id
    code: Annotated[str, one_of(*(letter for letter in LETTERS if letter != DOT))]
    label: Name
    tag: Name
    kind: FieldKind
    minimum: Annotated[int, MAYBE]
    maximum: Annotated[int, MAYBE]
    singular: MaybeText
    plural: MaybeText
    biomarker: bool
    folded: bool
    options: Annotated[tuple[Option, ...], NO_COLUMN]
    help: MaybeText

    @property
    def default(self) -> str:
        """The value of an omitted field: the last unknown option that the pack lists."""
        return [option.id for option in self.options if not option.known][-1]

    def option(self, value: Value) -> Option | None:
        """The option with this id; None for a number and for a value that is not of this field."""
        return next((option for option in self.options if option.id == value), None)

    def is_known(self, value: Value) -> bool:
        """Whether the value says something; a number always does."""
        option = self.option(value)
        return option.known if option else isinstance(value, int)

    def known_options(self) -> tuple[str, ...]:
        """The ids of options that say something: all but those for an unknown value."""
        return tuple(option.id for option in self.options if option.known)

    def neighbour(self, value: Value, step: int) -> Value | None:
        """The value one step on (1) or back (-1); None at either end.

        Options stand in the pack's order, the numbers of a count after its unknown options.
        """
        options: list[Value] = [option.id for option in self.options]
        if isinstance(value, int):
            beyond = value + step
            if beyond < self.minimum:
                return options[-1] if options else None
            return beyond if beyond <= self.maximum else None
        place = options.index(value) + step
        if place == len(options) and self.kind == "count":
            return self.minimum
        return options[place] if 0 <= place < len(options) else None

    def parse(self, text: str) -> Value | None:
        """The value that a person wrote; None where it is none of this field's."""
        word = text.strip().lower()
        if self.option(word):
            return word
        if self.kind == "count" and word.isascii() and word.isdigit() and len(word) <= 9:
            number = int(word)
            return number if self.minimum <= number <= self.maximum else None
        return None


@dataclass(frozen=True)
class Profile:
    """A value for every field, in the order of the pack's fields."""

    fields: tuple[str, ...]
    values: tuple[Value, ...]

    def __getitem__(self, field: str) -> Value:
        return self.values[self.fields.index(field)]

    def replace(self, changes: Mapping[str, Value]) -> "Profile":
        """The same profile with some fields changed; raises KeyError for a field it has not."""
        unknown = set(changes) - set(self.fields)
        if unknown:
            raise KeyError(min(unknown))
        pairs = zip(self.fields, self.values, strict=True)
        return Profile(self.fields, tuple(changes.get(field, value) for field, value in pairs))

    def as_dict(self) -> dict[str, Value]:
        """The values by field, in the fields' order."""
        return dict(zip(self.fields, self.values, strict=True))


def blank_profile(fields: tuple[Field, ...]) -> Profile:
    """The profile of which nothing is known."""
    return Profile(tuple(f.id for f in fields), tuple(f.default for f in fields))
