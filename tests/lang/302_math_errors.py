import math

calls = {
    "sqrt(-1)": lambda: math.sqrt(-1), "log(0)": lambda: math.log(0), "log(-1)": lambda: math.log(-1),
    "log(10, 1)": lambda: math.log(10, 1), "exp(1000)": lambda: math.exp(1000), "acos(2)": lambda: math.acos(2),
    "factorial(-1)": lambda: math.factorial(-1), "factorial(1.5)": lambda: math.factorial(1.5),
    "comb(-1, 2)": lambda: math.comb(-1, 2), "comb(3, -2)": lambda: math.comb(3, -2), "isqrt(-1)": lambda: math.isqrt(-1),
    "sqrt('a')": lambda: math.sqrt("a"), "floor('a')": lambda: math.floor("a"), "trunc('a')": lambda: math.trunc("a"),
    "gamma(-1)": lambda: math.gamma(-1), "gamma(200)": lambda: math.gamma(200), "lgamma(0)": lambda: math.lgamma(0),
    "pow(0, -1)": lambda: math.pow(0, -1), "pow(-2, 0.5)": lambda: math.pow(-2, 0.5), "pow(10, 400)": lambda: math.pow(10, 400),
    "fmod(1, 0)": lambda: math.fmod(1, 0), "ldexp(1, 5000)": lambda: math.ldexp(1, 5000), "ldexp(1, 1.5)": lambda: math.ldexp(1, 1.5),
    "floor(inf)": lambda: math.floor(math.inf), "ceil(nan)": lambda: math.ceil(math.nan), "sin(inf)": lambda: math.sin(math.inf),
    "gcd(1.5)": lambda: math.gcd(1.5), "isclose": lambda: math.isclose(1, 2, rel_tol=-1), "dist": lambda: math.dist([1], [1, 2]),
    "fsum": lambda: math.fsum([math.inf, -math.inf]), "hypot": lambda: math.hypot("a"), "sqrt()": lambda: math.sqrt(),
    "sqrt(1, 2)": lambda: math.sqrt(1, 2), "cosh(1000)": lambda: math.cosh(1000), "log2(0)": lambda: math.log2(0),
    "int too large": lambda: math.sqrt(10**400), "None": lambda: math.sin(None), "log1p(-1)": lambda: math.log1p(-1),
}
for name, call in calls.items():
    try:
        print(name, "->", call())
    except Exception as e:
        print(name, "->", type(e).__name__, e)
