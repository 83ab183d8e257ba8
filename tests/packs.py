"""Packs for tests: random ones for hypothesis, and copies of the mini pack with a cell changed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from nanoexplorer.core import evidence as ev
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import FIELD_CODES, Field, Option, Profile, Value
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.places import example_pack

MINI_PACK = Path(__file__).parent / "mini_pack"
_NAMES = ("Ash", "ash", "Éclair", "beta", "Beta-2", "zinc", "Zinc")
_GROUPS = ("first", "second", "third")
KINDS = (
    ev.Kind("one-kind", "thing of one kind", "things of one kind", "ones", 2, "group", "aspect"),
    ev.Kind("other-kind", "thing of another", "things of another", "others", 1, "group", "group"),
)
SCOPES = (
    ev.Scope("ours", "what it is about", "subject"),
    ev.Scope("near", "something near", ""),
    ev.Scope("elsewhere", "something else", "named"),
    ev.Scope("unsaid", "nobody says", "not-stated"),
)
RANKED = ("silent", "tried", "blessed", "used")


@lru_cache(maxsize=1)
def mini_pack() -> Pack:
    """The mini pack as it is committed."""
    return load_pack(MINI_PACK)


@lru_cache(maxsize=1)
def example() -> Pack:
    """The second pack that ships."""
    return load_pack(example_pack())


def copy_of_mini_pack(folder: Path) -> Path:
    """A copy to break, in a folder that does not exist yet."""
    return Path(shutil.copytree(MINI_PACK, folder))


def read_rows(file: Path) -> list[list[str]]:
    """The lines of a table, its header first."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def write_rows(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)


def edit_cell(pack: Path, file: str, line: int, column: str, text: str) -> None:
    """Change one cell; `line` counts the header as line 1, as a spreadsheet does."""
    rows = read_rows(pack / file)
    rows[line - 1][rows[0].index(column)] = text
    write_rows(pack / file, rows)


def add_row(pack: Path, file: str, *cells: str) -> None:
    """Add a row at the end; cells that are left out are empty."""
    rows = read_rows(pack / file)
    rows.append([*cells, *[""] * (len(rows[0]) - len(cells))])
    write_rows(pack / file, rows)


def table_files() -> list[str]:
    return [table.file for table in TABLES.values()]


def values_of(field: Field) -> list[Value]:
    """Every value that a field can have."""
    options: list[Value] = [option.id for option in field.options]
    return options + (numbers_of(field) if field.has_numbers else combinations_of(field))


def combinations_of(field: Field) -> list[Value]:
    """What can be held together, two at a time, three, and so on, in the order of the pack."""
    if field.kind != "several":
        return []
    ids = [option.id for option in field.options if option.known and not option.alone]
    sizes = range(2, len(ids) + 1)
    return ["+".join(some) for size in sizes for some in combinations(ids, size)]


def numbers_of(field: Field) -> list[Value]:
    """Every number that a field can have."""
    places = range(field.place(field.minimum), field.place(field.maximum) + 1)
    return [field.at(place) for place in places]


def known_values_of(field: Field) -> list[Value]:
    unknown = {option.id for option in field.options if not option.known}
    return [value for value in values_of(field) if value not in unknown]


def all_profiles(pack: Pack) -> Iterator[Profile]:
    """Every profile there is."""
    names = tuple(field.id for field in pack.fields)
    return (Profile(names, values) for values in product(*map(values_of, pack.fields)))


def profiles(pack: Pack) -> st.SearchStrategy[Profile]:
    """Random profiles of a pack, unknown values among them."""
    names = tuple(field.id for field in pack.fields)
    values = st.tuples(*(st.sampled_from(values_of(field)) for field in pack.fields))
    return values.map(lambda drawn: Profile(names, drawn))


def option(id_: str, code: str, *, known: bool) -> Option:
    """An option that is worded after its id."""
    return Option("", id_, code, id_, id_, known, phrase=f"it is {id_}", help="")


def _choice(random: Random, name: str, code: str) -> Field:
    known = [True] * random.randint(1, 3) + [False] * random.randint(1, 2)
    random.shuffle(known)
    letters = random.sample("ACEFHJ", len(known))
    options = tuple(option(f"{name}-{n}", letters[n], known=yes) for n, yes in enumerate(known))
    biomarker = random.random() < 0.5
    return Field(name, code, name, "", "choice", 0, 0, "", "", biomarker, False, options, "")


def _several(random: Random, name: str, code: str) -> Field:
    field = _choice(random, name, code)
    letters = random.sample("KMNPRTWXY", random.randint(2, 3))
    held = [option(f"{name}-held-{n}", letter, known=True) for n, letter in enumerate(letters)]
    options = [o._replace(alone=o.known) for o in field.options] + held
    random.shuffle(options)
    return field._replace(kind="several", options=tuple(options))


def _count(random: Random, name: str, code: str) -> Field:
    least = random.randint(0, 3)
    most = least + random.randint(1, 5)
    options = tuple(
        option(f"{name}-{word}", letter, known=False)
        for word, letter in [("unclear", "C"), ("unknown", "X")][: random.randint(1, 2)]
    )
    return Field(name, code, name, "", "count", least, most, "a", "as", False, False, options, "")


def _decimal(random: Random, name: str, code: str) -> Field:
    step, least = random.choice([0.1, 0.05, 0.5, 2.5]), random.randint(0, 3)
    count = _count(random, name, code)
    most = least + random.randint(1, 5)
    field = count._replace(kind="decimal", step=step, unit=random.choice(["", "m"]))
    return field._replace(minimum=field.at(least), maximum=field.at(most))


def _fields(random: Random, number: int, decimals: bool) -> tuple[Field, ...]:
    codes = random.sample(FIELD_CODES, number)
    made = [_choice, _choice, _count, _decimal if decimals else _count, _several]
    fields = [random.choice(made)(random, f"field-{n}", code) for n, code in enumerate(codes)]
    return tuple(
        field._replace(options=tuple(o._replace(field=field.id) for o in field.options))
        for field in fields
    )


def _test(random: Random, field: Field) -> tuple[ev.Test, Value]:
    """A test with one value that the loader would allow on the field."""
    tests: list[ev.Test] = ["is", "is", "is-not"]
    tests += ["at-most", "at-least", "below", "above"] if field.has_numbers else []
    return random.choice(tests), random.choice(_tested(field))


def _tested(field: Field) -> list[Value]:
    """What a test can name: of several at once one."""
    return [value for value in known_values_of(field) if "+" not in str(value)]


def _one_of(random: Random, field: Field) -> tuple[Value, ...]:
    known = _tested(field)
    return tuple(random.sample(known, random.randint(1, min(3, len(known)))))


def _criterion(random: Random, fields: tuple[Field, ...], strategy: str) -> ev.Criterion:
    alternative = random.randint(1, 5)
    against = alternative > 3
    name, unknown = "", ""
    test: ev.Test = "outside"
    value: Value | tuple[Value, ...] = random.choice(["seizures", "a garden"])
    if random.random() < 0.85:
        field = random.choice(fields)
        name = field.id
        unknown = "caveat" if against else random.choice(["open", "open", "caveat"])
        test, value = _test(random, field)
        if random.random() < 0.2:
            test, value = "one-of", _one_of(random, field)
    return ev.Criterion(
        strategy=strategy,
        alternative=alternative,
        field=name,
        effect="against" if against else "for",
        test=test,
        value=value,
        basis=random.choice(ev.BASES),
        hedge="",
        when_unknown=unknown,
        statement=f"{strategy}-said",
    )


def _criteria(
    random: Random, fields: tuple[Field, ...], strategies: tuple[ev.Strategy, ...]
) -> tuple[ev.Criterion, ...]:
    rows = [
        _criterion(random, fields, strategy.id)
        for strategy in strategies
        for _ in range(random.choice([0, 1, 1, 2, 3, 4, 6]))
    ]
    random.shuffle(rows)
    return tuple(dict.fromkeys(rows))


def _strategy(random: Random, number: int) -> ev.Strategy:
    return ev.Strategy(
        id=f"strategy-{number}",
        name=f"{random.choice(_NAMES)} {number % 3}",
        kind=random.choice(KINDS).id,
        group=random.choice(_GROUPS),
        carrier="",
        purpose="",
        barrier_routes=(),
        drugs=random.choice([(), ("Wörterbuch",), ("alpha-1", "beta")]),
        also_called=(),
    )


def _statement(strategy: ev.Strategy, number: int) -> ev.Statement:
    return ev.Statement(
        id=f"{strategy.id}-said",
        source="source",
        section="Section",
        references=(f"ref-{number % 2}",) if number % 3 else (),
        marker="sentence" if number % 3 else "none",
        aspect="said",
        disease="unsaid",
        disease_named="",
        model=("not-stated",),
        subjects=(strategy.id,),
        text=f"It names {strategy.name}.",
        strategies=(strategy.id,),
        topics=(),
    )


def _evidence(random: Random, strategy: ev.Strategy) -> ev.Evidence:
    status = random.choice(RANKED)
    scope = random.choice(SCOPES)
    named = "moths" if scope.means == "named" else ""
    said = f"{strategy.id}-said"
    return ev.Evidence(strategy.id, "source", status, "", scope.id, named, said)


def _note(
    random: Random, fields: tuple[Field, ...], strategies: tuple[ev.Strategy, ...]
) -> ev.Note:
    field = random.choice(fields)
    about = random.sample([s.id for s in strategies], random.randint(0, min(2, len(strategies))))
    when = (ev.Condition(field.id, *_test(random, field)),)
    return ev.Note("note", tuple(about), (), when, "A remark.", ("ref-0",))


def _reference(id_: str) -> ev.Reference:
    author = ev.Author("Müller", "A", "")
    return ev.Reference(
        id_, "book", "review", id_, (author,), False, "", "", "", "", None, "", "", "", "", ""
    )


def random_pack(
    random: Random, number_of_fields: int, number_of_strategies: int, decimals: bool = True
) -> Pack:
    """A pack with up to five alternatives a strategy, two of them reasons against; `outside`
    conditions and caveats too."""
    fields = _fields(random, number_of_fields, decimals)
    strategies = tuple(_strategy(random, n) for n in range(number_of_strategies))
    groups = random.sample(_GROUPS, len(_GROUPS))
    return Pack(
        id=random.choice(["alpha", "beta", "gamma-3"]),
        title="A random pack",
        version=random.choice(["1", "2026.1", "3.0.12"]),
        date="2020-02-29",
        language="en",
        licence="CC0-1.0",
        curators="Somebody",
        citation="Somebody. A random pack.",
        profile_name="What is known",
        gate="It shows what was drawn at random.",
        sources=(ev.Source("source", "Source", "the source", "source", "", ""),),
        fields=fields,
        kinds=KINDS,
        scopes=SCOPES,
        aspects=(ev.Aspect("said", "Said", against=False, how=True, mapped=True),),
        statuses=tuple(
            ev.Status(
                *(name, rank, name, name, name),
                *(rank > 0, rank == 2, rank > 1),
                *(ev.GLYPHS[rank], ev.STATUS_ROLES[rank]),
            )
            for rank, name in enumerate(RANKED)
        ),
        vocabulary=tuple(ev.Term("group", name, name, "") for name in groups),
        strategies=strategies,
        topics=(),
        statements=tuple(_statement(s, n) for n, s in enumerate(strategies)),
        criteria=_criteria(random, fields, strategies),
        evidence=tuple(
            row
            for strategy in strategies
            for row in dict.fromkeys(_evidence(random, strategy) for _ in range(3))
        ),
        approvals=(),
        notes=(_note(random, fields, strategies),) if random.random() < 0.5 else (),
        citation_checks=(),
        quantities=(),
        cases=(),
        glossary=(),
        references=tuple(_reference(id_) for id_ in ("source", "ref-0", "ref-1")),
    )


@st.composite
def packs(
    draw: st.DrawFn, most_fields: int = 5, most_strategies: int = 12, *, decimals: bool = True
) -> Pack:
    """Random packs. Only the sizes and a seed are drawn: drawing every cell is far slower."""
    sizes = draw(st.integers(1, most_fields)), draw(st.integers(0, most_strategies))
    return random_pack(Random(draw(st.integers(0, 2**32))), *sizes, decimals)


@st.composite
def packs_with_profiles(
    draw: st.DrawFn, most_fields: int = 5, most_strategies: int = 12
) -> tuple[Pack, Profile]:
    """A random pack and a random profile of it."""
    pack = draw(packs(most_fields, most_strategies))
    return pack, draw(profiles(pack))
