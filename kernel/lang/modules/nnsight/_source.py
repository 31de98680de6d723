"""module.source: the steps inside a module."""


class Step:
    """One step: `.output` and `.input` inside a trace."""

    def __init__(self, envoy, name):
        self.__dict__.update(_envoy=envoy, _name=name)

    @property
    def output(self):
        """What the step gives; assigning replaces it."""
        return _source_read(self._envoy, self._name, "output")

    @output.setter
    def output(self, value):
        _source_assign(self._envoy, self._name, "output", value)

    @property
    def inputs(self):
        """All arguments of the step: ((positional, …), {name: value})."""
        return _source_read(self._envoy, self._name, "inputs")

    @inputs.setter
    def inputs(self, value):
        _source_assign(self._envoy, self._name, "inputs", value)

    @property
    def input(self):
        """The first argument of the step; assigning replaces it."""
        return _source_read(self._envoy, self._name, "input")

    @input.setter
    def input(self, value):
        _source_assign(self._envoy, self._name, "input", value)

    def __setattr__(self, name, value):
        if not isinstance(getattr(type(self), name, None), property):
            raise AttributeError(f"a step of a module has output and input, not '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        return f"{self._envoy.path}.source.{self._name}"


class Source:
    """All steps inside a module, by name; print it to see them."""

    def __init__(self, envoy):
        self.__dict__["_envoy"] = envoy

    @property
    def names(self):
        """The steps' names, in their order."""
        return tuple(_source_names(self._envoy))

    def __getattr__(self, name):
        if name.startswith("__") or name not in _source_names(self._envoy):
            raise AttributeError(_source_missing(self._envoy, name))
        return Step(self._envoy, name)

    def __getitem__(self, name):
        return getattr(self, name)

    def __iter__(self):
        return iter([Step(self._envoy, n) for n in _source_names(self._envoy)])

    def __len__(self):
        return len(_source_names(self._envoy))

    def __dir__(self):
        return _source_names(self._envoy)

    def __repr__(self):
        return _source_text(self._envoy)
