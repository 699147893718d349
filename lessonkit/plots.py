"""One plot style, figures with a text alternative, tables."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable, Sequence
from typing import Any

import matplotlib.pyplot as plt
from cycler import cycler
from IPython.display import display
from matplotlib.figure import Figure

#: Okabe and Ito's palette: readers with any colour vision tell them apart. Yellow, too pale for lines, is left out.
COLORS = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "red": "#D55E00",
    "purple": "#CC79A7",
    "sky": "#56B4E9",
    "black": "#000000",
}

_DPI = 160
_SHOWN_DPI = 100  # pixels per inch at which the page shows a figure; the rest is for sharp screens


def use_style() -> None:
    """Set Matplotlib's defaults: notebook-sized figures, colour-blind safe colours, the font that Matplotlib brings."""
    plt.rcParams.update(
        {
            "axes.axisbelow": True,
            "axes.grid": True,
            "axes.prop_cycle": cycler(color=list(COLORS.values())),
            "axes.spines.right": False,
            "axes.spines.top": False,
            "axes.titlelocation": "left",
            "axes.titlesize": 11,
            "figure.constrained_layout.use": True,
            "figure.figsize": (8.0, 3.6),
            "figure.titlesize": 12,
            "font.family": "DejaVu Sans",
            "font.size": 10,
            "grid.alpha": 0.3,
            "legend.frameon": False,
            "lines.linewidth": 1.8,
        }
    )


class _Shown:
    """What :func:`show` puts into the notebook: an HTML image, and its description where there is no HTML."""

    def __init__(self, png: bytes, width: int, alt: str) -> None:
        self._png, self._width, self._alt = png, width, alt

    def __repr__(self) -> str:
        return f"Figure: {self._alt}"

    def _repr_html_(self) -> str:
        source = base64.b64encode(self._png).decode("ascii")
        return (
            f'<img alt="{html.escape(self._alt)}" width="{self._width}" '
            f'style="max-width: 100%; height: auto" src="data:image/png;base64,{source}">'
        )


def _rendered(figure: Figure, alt: str) -> _Shown:
    """Turn a figure into what is shown, and close it."""
    if not isinstance(alt, str) or not alt.strip():
        raise ValueError('A figure needs alt text that says what it shows: plots.show(figure, alt="…").')
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=_DPI, facecolor="white")
    plt.close(figure)
    return _Shown(buffer.getvalue(), round(figure.get_figwidth() * _SHOWN_DPI), " ".join(alt.split()))


def show(figure: Figure, alt: str) -> None:
    """Display a figure with alternative text, and close it.

    Parameters
    ----------
    figure
        The finished figure.
    alt
        What the figure shows, for a reader who cannot see it. It is kept in the notebook's output.

    Raises
    ------
    ValueError
        If ``alt`` is empty.
    """
    display(_rendered(figure, alt))


class Table:
    """Rows of text: an HTML table, and plain lines where there is no HTML."""

    def __init__(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self._head, self._rows = list(head), [[str(value) for value in row] for row in rows]

    def __repr__(self) -> str:
        return "\n".join(" | ".join(row) for row in [self._head, *self._rows])

    def _repr_html_(self) -> str:
        def line(cells: Sequence[str], tag: str) -> str:
            style = 'style="text-align: left; vertical-align: top"'
            return "<tr>" + "".join(f"<{tag} {style}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"

        body = "".join(line(row, "td") for row in self._rows)
        return f"<table><thead>{line(self._head, 'th')}</thead><tbody>{body}</tbody></table>"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Display a table of short texts or numbers, each row as long as the head.

    Raises
    ------
    ValueError
        If a row has another length.
    """
    if any(len(row) != len(head) for row in rows):
        raise ValueError(f"Each row of the table needs {len(head)} cells: {', '.join(head)}.")
    display(Table(head, rows))


def explore(draw: Callable[..., tuple[Figure, str]], **controls: Any) -> None:
    """Display ipywidgets controls, and below them a figure that follows them.

    It does what ``ipywidgets.interact`` does, with alternative text, and without the Output widget, whose messages now
    and then stall a notebook that is run without a browser (nbclient waits for a reply that it has already received).

    Parameters
    ----------
    draw
        Takes the controls' values by name; returns the figure and its alternative text.
    **controls
        Sliders or other controls, by the name of the argument.
    """
    import ipywidgets

    picture = ipywidgets.HTML()

    def update(_: Any = None) -> None:
        figure, alt = draw(**{name: control.value for name, control in controls.items()})
        picture.value = _rendered(figure, alt)._repr_html_()

    for control in controls.values():
        control.observe(update, "value")
    update()
    display(ipywidgets.VBox([*controls.values(), picture]))
