from __future__ import annotations

import pytest

from nanoexplorer.drawing.scale import LEAST, MOST, fitting_zoom


@pytest.mark.parametrize("limit", [20, 25, 70, 155, 200])
def test_the_largest_zoom_that_fits_is_found(limit: int) -> None:
    assert fitting_zoom(lambda zoom: zoom <= limit) == limit


def test_between_two_steps_the_smaller_one_fits() -> None:
    assert fitting_zoom(lambda zoom: zoom <= 73) == 70


def test_what_never_fits_gets_the_least_zoom_and_what_always_fits_the_most() -> None:
    assert fitting_zoom(lambda zoom: False) == LEAST
    assert fitting_zoom(lambda zoom: True) == MOST
    assert fitting_zoom(lambda zoom: True, 150) == 150
