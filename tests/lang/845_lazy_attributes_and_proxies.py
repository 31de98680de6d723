"""A proxy that records what is asked of it, and an expression that is evaluated later."""
import operator

class Expression:
    def __init__(self, text, evaluate):
        self._text, self._evaluate = text, evaluate

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Expression(f"{self._text}.{name}", lambda env: getattr(self._evaluate(env), name))

    def __getitem__(self, key):
        return Expression(f"{self._text}[{key!r}]", lambda env: self._evaluate(env)[resolve(key, env)])

    def __call__(self, *args, **kwargs):
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        return Expression(f"{self._text}({shown})",
                          lambda env: self._evaluate(env)(*(resolve(a, env) for a in args), **{k: resolve(v, env) for k, v in kwargs.items()}))

    def __repr__(self):
        return self._text

    def __bool__(self):
        raise TypeError(f"the truth of {self!r} is known later only")

    def __iter__(self):
        raise TypeError(f"{self!r} cannot be walked through yet")

def resolve(value, env):
    return value._evaluate(env) if isinstance(value, Expression) else value

def install(name, symbol):
    function = getattr(operator, name)
    dunder = f"__{name.strip('_')}__"
    def forward(self, other):
        return Expression(f"({self!r} {symbol} {other!r})", lambda env: function(self._evaluate(env), resolve(other, env)))
    def reflected(self, other):
        return Expression(f"({other!r} {symbol} {self!r})", lambda env: function(other, self._evaluate(env)))
    setattr(Expression, dunder, forward)
    if name not in ("lt", "eq", "ge"):
        setattr(Expression, dunder.replace("__", "__r", 1), reflected)

for name, symbol in {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "mod": "%", "pow": "**", "or_": "|", "lt": "<", "eq": "==", "ge": ">="}.items():
    install(name, symbol)
Expression.__neg__ = lambda self: Expression(f"-{self!r}", lambda env: -self._evaluate(env))

def name(n):
    return Expression(n, operator.itemgetter(n))

x, words, config = name("x"), name("words"), name("config")
env = {"x": 7, "words": ["attention", "is", "all"], "config": {"k": 1}}
for e in (x + 1, 2 ** x - x, -(x % 4) * 2, 10 / x, words[0].upper(), words[x - 5], config["k"] == 1, (x < 3) | True,
          words[1].join("abc"), config | {"j": x}, words[::2], words[0].replace("t", words[1], 1), x >= 7):
    try:
        print(f"{e!r:<32} = {resolve(e, env)!r}")
    except Exception as error:
        print(f"{e!r:<32} ! {type(error).__name__}: {error}")
for bad in (lambda: 1 if x else 2, lambda: list(words), lambda: x < 1 < 2, lambda: [*x], lambda: x.__missing__, lambda: len(x), lambda: x @ 2, lambda: x in [1], lambda: "%d" % x):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for e, changed in ((words[9], env), (x.real.nope, env), (name("y") + 1, env), (x + "a", env)):
    try:
        resolve(e, changed)
    except Exception as error:
        print(repr(e), type(error).__name__, error)
print(resolve(x.bit_length() * x.real, {"x": 5}), [resolve(x * x, {"x": i}) for i in range(4)])
