"""The themes: complete, legible, statuses in a scale that survives grey and colour blindness."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from nanoexplorer.drawing.decision_map.legend import STEPS
from nanoexplorer.drawing.decision_map.shades import step_for
from nanoexplorer.drawing.looks import CELL, VERDICT
from nanoexplorer.drawing.palette import (
    ROLES,
    STATUS_ROLES,
    SURFACE_ROLES,
    Theme,
    ThemeError,
    contrast_ratio,
    load_theme,
    relative_luminance,
)

THEMES = Path(__file__).parents[2] / "resources" / "themes"
NAMES = ("light", "dark")
_PAGES = ("paper", "surface", "surface-quiet", "sunken", "note-surface")
_CAUTIONS = ("caution-soft", "caution-surface")

READ_ON = {
    "ink": (*_PAGES, *_CAUTIONS, "right-soft", "accent-soft", "hover", "pressed"),
    "ink-muted": (*_PAGES, *_CAUTIONS, "right-soft", "accent-soft", "hover"),
    "accent-text": (*_PAGES, "caution-soft", "accent-soft", "hover"),
    "caution": (*_PAGES, *_CAUTIONS, "hover"),
    "caution-strong": _CAUTIONS,
    "right": (*_PAGES, "right-soft"),
    "on-accent": ("accent", "accent-hover"),
    "on-unknown": ("unknown",),
    "on-selection": ("selection",),
    "on-tooltip": ("tooltip",),
    "on-disputed": ("disputed",),
    "status-unreached": ("surface",),
    "verdict-matches": _PAGES,
    "verdict-against": _PAGES,
    "verdict-open": _PAGES,
    "verdict-any-profile": _PAGES,
    "verdict-no-match": _PAGES,
    **{f"{role}-ink": (f"{role}-fill",) for role in STATUS_ROLES},
}
"""Every ink that is read, and the surfaces it may lie on; each pair is at least 4.5 : 1."""

SMALLEST_STEP = 6.0  # of L*: between two neighbours on the scale, glyph and frame left aside

# Machado, Oliveira, Fernandes 2009, doi:10.1109/TVCG.2009.113: severity 1.0, on linear RGB
MACHADO = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def theme(name: str) -> Theme:
    return load_theme((THEMES / f"{name}.toml").read_bytes(), f"{name}.toml")


def lightness(luminance: float) -> float:
    """CIE L*, 0 to 100."""
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def linear(colour: str) -> tuple[float, float, float]:
    pure = (f"#{colour[1:3]}0000", f"#00{colour[3:5]}00", f"#0000{colour[5:7]}")
    red, green, blue = (relative_luminance(one) for one in pure)
    return red / 0.2126, green / 0.7152, blue / 0.0722


def seen_luminance(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> float:
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in matrix
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_fills_every_role(name: str) -> None:
    assert set(theme(name)) == set(ROLES)
    assert theme(name).name == name
    assert theme(name).dark is (name == "dark")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "surface"), [(i, s) for i, all_ in READ_ON.items() for s in all_])
def test_what_is_read_stands_out_from_what_it_lies_on(name: str, ink: str, surface: str) -> None:
    colours = theme(name)
    assert contrast_ratio(colours[ink], colours[surface]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "surface", [s for s in SURFACE_ROLES if s not in ("accent-hover", "tooltip", "disputed")]
)
def test_the_focus_ring_is_seen_on_every_surface(name: str, surface: str) -> None:
    colours = theme(name)
    assert contrast_ratio(colours["focus"], colours[surface]) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_of_a_hollow_approval_is_seen(name: str) -> None:
    hollow = theme(name).status("status-approved", hollow=True)
    assert contrast_ratio(hollow.line, hollow.fill) >= 3
    assert contrast_ratio(hollow.ink, hollow.fill) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_the_further_a_status_the_more_it_stands_out_from_the_paper(name: str) -> None:
    colours = theme(name)
    fills = [colours.status(role).fill for role in STATUS_ROLES]
    contrasts = [contrast_ratio(fill, colours["surface"]) for fill in fills]
    assert contrasts == sorted(contrasts, reverse=True)
    luminances = [relative_luminance(fill) for fill in fills]
    assert luminances == sorted(luminances, reverse=colours.dark)


@pytest.mark.parametrize("name", NAMES)
def test_neighbouring_statuses_differ_in_grey(name: str) -> None:
    steps = [lightness(relative_luminance(theme(name).status(role).fill)) for role in STATUS_ROLES]
    for one, other in itertools.pairwise(steps):
        assert abs(one - other) >= SMALLEST_STEP


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vision", MACHADO)
def test_neighbouring_statuses_differ_to_colour_blind_eyes(name: str, vision: str) -> None:
    fills = [theme(name).status(role).fill for role in STATUS_ROLES]
    steps = [lightness(seen_luminance(fill, MACHADO[vision])) for fill in fills]
    assert steps == sorted(steps, reverse=theme(name).dark)
    for one, other in itertools.pairwise(steps):
        assert abs(one - other) >= SMALLEST_STEP


GREY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
SIGHTS = {"grey": GREY, **MACHADO}
STEP_APART = 3.0  # of L*, between neighbours of the decision map's scale: each says its number too
SEEN = 3.0  # contrast of a mark with the cell that it is in


def contrast_seen(one: str, other: str, sight: str) -> float:
    light, dark = sorted((seen_luminance(c, SIGHTS[sight]) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_scale_of_the_decision_map_rises_step_by_step_for_all_eyes(
    name: str, sight: str
) -> None:
    steps = [step_for(theme(name), count, STEPS) for count in range(1, STEPS + 1)]
    seen = [lightness(seen_luminance(step.fill, SIGHTS[sight])) for step in steps]
    assert seen == sorted(seen, reverse=not theme(name).dark)
    for one, other in itertools.pairwise(seen):
        assert abs(one - other) >= STEP_APART
    assert all(contrast_seen(step.ink, step.fill, sight) >= SEEN for step in steps)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_verdicts_of_the_decision_map_are_told_apart_by_all_eyes(name: str, sight: str) -> None:
    """By a mark of its own that is seen on its fill, and what is named by its fill as well."""
    colours = theme(name)
    assert len({look.bare for look in VERDICT.values()}) == len(CELL)
    for verdict, cell in CELL.items():
        assert contrast_seen(colours[cell.ink], colours[cell.fill], sight) >= SEEN, verdict
    fills = (colours[cell.fill] for cell in CELL.values())
    named, *others = (lightness(seen_luminance(fill, SIGHTS[sight])) for fill in fills)
    assert all(abs(named - other) >= 2 * SMALLEST_STEP for other in others)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast_ratio("#123456", "#123456") == 1


def test_what_is_wrong_with_a_theme_is_all_named_at_once() -> None:
    text = (THEMES / "light.toml").read_text(encoding="utf-8")
    broken = (
        text.replace('ink = "#1b2430"', 'ink = "black"')
        .replace('focus = "ink-deep"', 'focus = "ink-depp"')
        .replace('tooltip = "ink"', 'tooltipp = "ink"', 1)
        .replace("dark = false", "dark = 0")
    )
    with pytest.raises(ThemeError) as caught:
        load_theme(broken, "mine.toml")
    found = {(problem.code, problem.path) for problem in caught.value.problems}
    assert found == {
        ("not-allowed", ("theme", "dark")),
        ("not-allowed", ("base", "ink")),
        ("not-allowed", ("roles", "focus")),
        ("unknown-key", ("roles", "tooltipp")),
        ("missing", ("roles", "tooltip")),
    }
    assert all(line.startswith("mine.toml: ") for line in str(caught.value).splitlines())
    assert "ink-deep" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[theme", "not-toml"),
        (b"\xff\xfe", "not-toml"),
        ("", "missing"),
        ("theme = 1\nbase = 2\nroles = 3", "not-an-object"),
        ("[theme]\n[base]\n[roles]\n[extra]", "unknown-key"),
    ],
)
def test_a_file_that_is_no_theme_is_refused(text: str | bytes, code: str) -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme(text, "mine.toml")
    assert caught.value.problems[0].code == code
    assert str(caught.value).startswith("mine.toml: ")
