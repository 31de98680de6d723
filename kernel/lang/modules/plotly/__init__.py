"""plotly as notebooks use it: express and graph_objects draw through Glassbox's own charts."""

__version__ = "6.0.0"
