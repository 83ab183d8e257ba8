"""Fields, their options, and a profile: one value for every field."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Annotated, Final, Literal, NamedTuple

from nanoexplorer.core.cells import (
    MAYBE,
    NO_COLUMN,
    Cell,
    Id,
    MaybeText,
    Name,
    at,
    name_like,
    one_of,
)

Number = int | float
Value = str | Number
"""An option's id, or of a field with numbers one of these: whole ones where it counts. Of a field
of several at once the ids that are held together, as `Field.joined` writes them.
"""

FieldKind = Literal["choice", "count", "decimal", "several"]
NUMERIC: Final = ("count", "decimal")
SEVERAL: Final = "several"

JOINT: Final = "+"
"""Between the options that a value holds together; no id has it."""
MOST_TOGETHER: Final = 12
"""Options of a field that can be held together: they make 4,095 values."""

ALPHABET = "0123456789ACEFHJKMNPRTWXY"
"""No character of a case code is taken for another one: none of B D G I L O Q S U V Z."""

DOT = "J"
"""What a dot counts as in a case code; no field has this letter alone."""

LETTERS = tuple(sign for sign in ALPHABET if sign.isalpha())
ALONE = tuple(letter for letter in LETTERS if letter != DOT)
FIELD_CODES = (*ALONE, *(DOT + letter for letter in ALONE))
"""What stands for a field in a case code: a letter, or two for packs with more fields than that."""


class Option(NamedTuple):
    """One answer that a field can have; `known` is false for *not tested*, *unclear*, *unknown*."""

    field: Annotated[str, at("fields")]
    id: Annotated[str, Cell("slug")]
    code: Annotated[str, one_of(*LETTERS)]
    label: Name
    short_label: Annotated[str, name_like("label")]
    known: bool
    phrase: Annotated[str, name_like("label", of="field")]
    help: MaybeText
    alone: Annotated[bool, MAYBE] = False
    """Of a field of several: held beside no other one, as *none of them* is."""


class Field(NamedTuple):
    """One thing a profile says. Packs declare fields; no field is named in the code.

    The numbers of a `count` are the whole ones, of a `decimal` the multiples of its `step`, both
    from `minimum` to `maximum`. Of `several`, known options are held together as they come, but
    for those that stand alone.
    """

    id: Id
    code: Annotated[str, one_of(*FIELD_CODES)]
    label: Name
    tag: Name
    kind: FieldKind
    minimum: Annotated[Number, MAYBE]
    maximum: Annotated[Number, MAYBE]
    singular: MaybeText
    plural: MaybeText
    biomarker: bool
    folded: bool
    options: Annotated[tuple[Option, ...], NO_COLUMN]
    help: MaybeText
    step: Annotated[Number, MAYBE] = 0
    unit: MaybeText = ""

    @property
    def has_numbers(self) -> bool:
        """Whether a value can be a number."""
        return self.kind in NUMERIC

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
        return option.known if option else not isinstance(value, str) or JOINT in value

    def known_options(self) -> tuple[str, ...]:
        """The ids of options that say something: all but those for an unknown value."""
        return tuple(option.id for option in self.options if option.known)

    @property
    def together(self) -> tuple[str, ...]:
        """The ids of options that can be held at once; none, but of a field of several."""
        if self.kind != SEVERAL:
            return ()
        return tuple(option.id for option in self.options if option.known and not option.alone)

    def parts(self, value: Value) -> tuple[Value, ...]:
        """What a value holds together; of other kinds of field it is the value alone."""
        if self.kind != SEVERAL or not isinstance(value, str):
            return (value,)
        return tuple(value.split(JOINT))

    def joined(self, ids: Collection[Value]) -> str:
        """The value that holds these options, whatever their order; empty without any."""
        return JOINT.join(option.id for option in self.options if option.id in ids)

    def toggled(self, value: Value, option: str) -> str:
        """The value with an option taken in, or out where it is in; what stands alone goes out
        with the first that doesn't. Unknown where nothing is left.
        """
        held = set(self.parts(value)).intersection(self.together)
        if option in self.together:
            return self.joined(held ^ {option}) or self.default
        return self.default if value == option else option

    @property
    def digits(self) -> int:
        """How many digits its numbers have behind the dot."""
        return digits(self.step)

    def place(self, number: Number) -> int:
        """How many steps a number is from zero."""
        return round(number / (self.step or 1))

    def at(self, place: int) -> Number:
        """The number that is so many steps from zero, whether or not it is in the range."""
        return round(place * self.step, self.digits) if self.step else place

    def on(self, number: Number, steps: int) -> Number:
        """The number so many steps on, or back; it may be out of the range."""
        return self.at(self.place(number) + steps)

    def written(self, value: Value) -> str:
        """A value in plain signs, a decimal with as many digits as the step has: *0.80*."""
        return value if isinstance(value, str) else f"{value:.{self.digits}f}"

    def neighbour(self, value: Value, step: int) -> Value | None:
        """The value one step on (1) or back (-1); None at either end.

        Options stand in the pack's order, numbers after the unknown options, and so do several
        at once: first two, then three.
        """
        options: list[Value] = [*values_in_words(self)]
        if not isinstance(value, str):
            beyond = self.on(value, step)
            if beyond < self.minimum:
                return options[-1] if options else None
            return beyond if beyond <= self.maximum else None
        place = options.index(value) + step
        if place == len(options) and self.has_numbers:
            return self.at(self.place(self.minimum))
        return options[place] if 0 <= place < len(options) else None

    def parse(self, text: str) -> Value | None:
        """The value that a person wrote; None where it is none of this field's."""
        word = text.strip().lower()
        if self.option(word):
            return word
        if self.kind == SEVERAL:
            return self._several(word)
        return self._number(word) if self.has_numbers else None

    def _several(self, word: str) -> str | None:
        ids = [part.strip() for part in word.split(JOINT)]
        fits = len(ids) == len(set(ids)) and set(ids) <= set(self.together)
        return self.joined(ids) if fits else None

    def _without_unit(self, word: str) -> str:
        """A number without what the field has behind its numbers."""
        for name in (self.unit, self.plural, self.singular):
            bare = word.removesuffix(name.lower())
            apart = bare != bare.rstrip() or not name[:1].isdigit()
            if bare != word and apart:
                return bare.rstrip()
        return word

    def _number(self, word: str) -> Number | None:
        word = self._without_unit(word)
        whole, _, part = word.replace(",", ".").partition(".")
        if not (whole.isascii() and whole.isdigit() and len(whole) <= MOST_DIGITS):
            return None
        if self.kind == "count":
            number: Number = int(whole)
            return number if whole == word and self.minimum <= number <= self.maximum else None
        if part and not (part.isascii() and part.isdigit() and len(part) <= MOST_DIGITS):
            return None
        written = float(f"{whole}.{part or 0}")
        number = self.at(self.place(written))
        return number if number == written and self.minimum <= number <= self.maximum else None


MOST_DIGITS = 9
"""That a number has before its dot, or behind it."""


@lru_cache(maxsize=32)
def values_in_words(field: Field) -> Mapping[str, int]:
    """All values but numbers, each with its place: the options, then what is held together, the
    fewest first.
    """
    sizes = range(2, len(field.together) + 1)
    combined = (JOINT.join(c) for size in sizes for c in combinations(field.together, size))
    options = (option.id for option in field.options)
    return {value: place for place, value in enumerate((*options, *combined))}


@lru_cache(maxsize=64)
def digits(step: Number) -> int:
    """How many digits a number has behind the dot."""
    return len(f"{step:.6f}".rstrip("0").partition(".")[2])


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
