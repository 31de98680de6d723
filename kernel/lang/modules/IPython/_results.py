"""What %timeit -o and %%capture give."""

import _display


class TimeitResult:
    """Times of %timeit: of one loop in seconds, but for all_runs."""

    def __init__(self, text, loops, repeat, best, worst, average, stdev, all_runs):
        self._text = text
        self.loops = loops
        self.repeat = repeat
        self.best = best
        self.worst = worst
        self.average = average
        self.stdev = stdev
        self.all_runs = all_runs

    @property
    def timings(self):
        """Seconds of one loop, in each run."""
        return [seconds / self.loops for seconds in self.all_runs]

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"<TimeitResult : {self._text}>"


class RichOutput:
    """One output of a captured cell."""

    def __init__(self, data, metadata):
        self.data = data
        self.metadata = metadata

    def display(self):
        """Shows it now."""
        _display.publish(self.data, self.metadata)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data, self.metadata


class CapturedIO:
    """What a captured cell printed and showed."""

    def __init__(self, outputs):
        self._outputs = outputs

    def _text(self, name):
        return "".join(o["text"] for o in self._outputs if o["output_type"] == "stream" and o["name"] == name)

    @property
    def stdout(self):
        """What was printed."""
        return self._text("stdout")

    @property
    def stderr(self):
        """What was written to sys.stderr."""
        return self._text("stderr")

    @property
    def outputs(self):
        """What was displayed."""
        return [RichOutput(o["data"], o["metadata"]) for o in self._outputs if "data" in o]

    def show(self):
        """Prints and shows everything in its order."""
        import sys
        for output in self._outputs:
            if output["output_type"] == "stream":
                getattr(sys, output["name"]).write(output["text"])
            elif "data" in output:
                _display.publish(output["data"], output["metadata"])

    __call__ = show

    def __str__(self):
        return self.stdout
