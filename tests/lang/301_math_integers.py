import math

print(math.factorial(0), math.factorial(5), math.factorial(25), len(str(math.factorial(1000))))
print(math.gcd(), math.gcd(12), math.gcd(12, 18, 30), math.gcd(-4, 6), math.gcd(10**30, 10**20))
print(math.lcm(), math.lcm(4, 6), math.lcm(3, 0), math.lcm(2, 3, 5, 7, 11))
print(math.comb(5, 2), math.comb(5, 7), math.comb(100, 50), math.perm(5, 2), math.perm(5), math.perm(3, 4))
print(math.isqrt(0), math.isqrt(17), math.isqrt(10**40), math.isqrt(10**40 - 1))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.9), math.floor(1e20))
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2.5, 2]), math.prod(range(1, 6), start=10))
print(math.frexp(8.5), math.frexp(0), math.ldexp(0.53125, 4), math.modf(3.25), math.modf(-0.5))


class Temperature:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0

    def __index__(self):
        return 12


t = Temperature()
print(math.floor(t), math.ceil(t), math.trunc(t), math.sqrt(t), math.gcd(t, 8), math.factorial(Temperature()))
print(math.log(10**400), math.log2(2**1000), math.log10(10**500), math.log(8, 2), math.log(100, 10))
