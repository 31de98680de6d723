"""Settings of plotly: accepted; there is one way to draw."""


class _Any(dict):
    def __getattr__(self, name):
        return self.get(name)

    def __setattr__(self, name, value):
        self[name] = value


renderers, templates = _Any(default=None), _Any(default=None)
