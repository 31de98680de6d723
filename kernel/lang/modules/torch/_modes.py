"""Contexts that turn the recording for gradients on and off; each is a decorator too."""

import torch


class _Mode:
    """A context that is also a decorator."""

    def __call__(self, function):
        def wrapped(*args, **kwargs):
            with self._again():
                return function(*args, **kwargs)

        def resumed(*args, **kwargs):
            """A generator, each step of which runs in the mode."""
            generator, sent = function(*args, **kwargs), None
            send = generator.send
            try:
                while True:
                    with self._again():
                        value = send(sent)
                    try:
                        send, sent = generator.send, (yield value)
                    except GeneratorExit:
                        with self._again():
                            generator.close()
                        raise
                    except BaseException as raised:
                        send, sent = generator.throw, raised
            except StopIteration as stop:
                return stop.value

        code = getattr(function, "__code__", None)
        if code is not None and code.co_flags & 0x20:
            wrapped = resumed
        for name in ("__name__", "__qualname__", "__doc__", "__module__"):
            if hasattr(function, name):
                setattr(wrapped, name, getattr(function, name))
        wrapped.__wrapped__ = function
        return wrapped

    def _again(self):
        return type(self)()

    def __exit__(self, *exc):
        torch._set_grad_mode(self.before)
        return False


class _GradMode(_Mode):
    def __new__(cls, function=None):
        made = object.__new__(cls)
        return made if function is None else made(function)  # @torch.no_grad without parentheses

    def __enter__(self):
        self.before = torch._set_grad_mode(self.mode)


class no_grad(_GradMode):
    """`with torch.no_grad():` records nothing for gradients."""

    mode = False


class enable_grad(_GradMode):
    """`with torch.enable_grad():` records for gradients."""

    mode = True


class set_grad_enabled(_Mode):
    """Turns recording on or off at once; as a context, until the block ends."""

    def __init__(self, mode):
        self.before = torch._set_grad_mode(mode)
        self.mode = mode

    def __call__(self, function):
        torch._set_grad_mode(self.before)
        return _Mode.__call__(self, function)

    def _again(self):
        return set_grad_enabled(self.mode)

    def __enter__(self):
        torch._set_grad_mode(self.mode)


class inference_mode(_Mode):
    """As no_grad, and what is made inside can never take part in gradients."""

    def __new__(cls, mode=True):
        made = object.__new__(cls)
        made.mode = True if callable(mode) else mode
        return made(mode) if callable(mode) else made

    def __init__(self, mode=True):
        pass

    def _again(self):
        return inference_mode(self.mode)

    def __enter__(self):
        torch._inference_enter(self.mode)

    def __exit__(self, *exc):
        torch._inference_leave()
        return False
