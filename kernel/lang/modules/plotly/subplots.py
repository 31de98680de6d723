"""Grids of charts."""

from plotly.graph_objects import Figure


def make_subplots(rows=1, cols=1, subplot_titles=None, **settings):
    """A figure with a grid: add_trace(trace, row=1, col=2)."""
    return Figure()._with_grid(rows, cols, list(subplot_titles or []))
