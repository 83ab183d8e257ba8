from __future__ import annotations

import segno

from nanoexplorer.render.pictures.qr import QUIET, draw_qr, modules_across
from tests.drawing.drawing import picture

CODE = "NX-C0P-2026.1-EMANPXM2RXTXHX-5"


def test_a_drawn_code_has_every_module_of_it_and_a_quiet_zone() -> None:
    from PySide6.QtCore import QRectF

    across, side = modules_across(CODE), 3
    image = picture(
        lambda painter: draw_qr(painter, QRectF(10, 20, across * side, across * side), CODE),
        across * side + 20,
        across * side + 40,
        "#123456",
    )

    def dark(x: int, y: int) -> bool:
        name = image.pixelColor(10 + x * side + 1, 20 + y * side + 1).name()
        assert name in ("#000000", "#ffffff")
        return name == "#000000"

    expected = [[bool(m) for m in row] for row in segno.make(CODE, error="m", micro=False).matrix]
    inner = range(QUIET, across - QUIET)
    assert [[dark(x, y) for x in inner] for y in inner] == expected
    edge = [*range(QUIET), *range(across - QUIET, across)]
    assert not any(dark(x, y) or dark(y, x) for x in edge for y in range(across))
    assert image.pixelColor(5, 5).name() == "#123456"
