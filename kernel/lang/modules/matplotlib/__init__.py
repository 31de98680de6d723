"""matplotlib as notebooks use it: pyplot draws through Glassbox's own charts."""

__version__ = "3.10.0"


class _Parameters(dict):
    """rcParams: what is set is kept; figure.figsize and figure.dpi are used."""

    def update(self, *args, **keywords):
        for key, value in dict(*args, **keywords).items():
            self[key] = value


rcParams = _Parameters({"figure.figsize": [6.4, 4.8], "figure.dpi": 100, "font.size": 10.0, "axes.grid": False})


def use(backend, force=True):
    """Accepted: there is one way to draw."""


def rc(group, **keywords):
    """Sets group.name parameters."""
    for name, value in keywords.items():
        rcParams[f"{group}.{name}"] = value
