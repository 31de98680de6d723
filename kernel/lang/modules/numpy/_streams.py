"""Where numpy's random numbers come from: the Mersenne Twister of RandomState, and PCG64 of default_rng, seeded as numpy
seeds them. Each has double() in [0, 1), bits32(), below(n), gauss() and exponential()."""

import math
import random as _python

_M32, _M64, _M128 = (1 << 32) - 1, (1 << 64) - 1, (1 << 128) - 1


def _masked(source, n):
    most = n - 1
    if most <= 0:
        return 0
    draw, mask = source.bits32 if most <= _M32 else source.bits64, (1 << most.bit_length()) - 1
    while True:
        value = draw() & mask
        if value <= most:
            return value


class Twister:
    """MT19937 (Matsumoto and Nishimura 1998): the stream of np.random.seed and RandomState."""

    name = "MT19937"

    def __init__(self, seed=None):
        self._source = _python.Random()
        self.double = self._source.random
        self.seed(seed)

    def seed(self, seed=None):
        """Starts anew."""
        self._spare = None
        if seed is None:
            self._source.seed()
            return
        if isinstance(seed, (list, tuple)):
            words = [int(w) & _M32 for w in seed]
            self._source.setstate((3, (*_by_array(words), 624), None))
            return
        seed = int(seed)
        if not 0 <= seed <= _M32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._source.setstate((3, (*_first_words(seed), 624), None))

    def bits32(self):
        """32 bits."""
        return self._source.getrandbits(32)

    def bits64(self):
        """64 bits."""
        return self.bits32() << 32 | self.bits32()

    def interval(self, n):
        """A whole number below n, by rejection of masked bits."""
        return _masked(self, n)

    below = interval

    def gauss(self):
        """Standard normal, by the polar method: two at a time."""
        if self._spare is not None:
            value, self._spare = self._spare, None
            return value
        while True:
            x, y = 2.0 * self.double() - 1.0, 2.0 * self.double() - 1.0
            r = x * x + y * y
            if 0.0 < r < 1.0:
                break
        f = math.sqrt(-2.0 * math.log(r) / r)
        self._spare = f * x
        return f * y

    def exponential(self):
        """Standard exponential."""
        return -math.log(1.0 - self.double())

    def get_state(self):
        """("MT19937", words, place, has a spare normal, the spare one)."""
        words = self._source.getstate()[1]
        return "MT19937", list(words[:-1]), words[-1], int(self._spare is not None), self._spare or 0.0

    def set_state(self, state):
        """Takes what get_state gave."""
        self._source.setstate((3, (*[int(w) for w in state[1]], int(state[2])), None))
        self._spare = state[4] if state[3] else None


def _first_words(seed):
    words = [seed]
    for i in range(1, 624):
        words.append((1812433253 * (words[-1] ^ words[-1] >> 30) + i) & _M32)
    return words


def _by_array(key):
    words, i = _first_words(19650218), 1
    for k in range(max(624, len(key))):
        j = k % len(key)
        words[i] = ((words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1664525) + key[j] + j) & _M32
        i = i % 623 + 1
        if i == 1:
            words[0] = words[623]
    for _ in range(623):
        words[i] = ((words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1566083941) - i) & _M32
        i = i % 623 + 1
        if i == 1:
            words[0] = words[623]
    return [1 << 31] + words[1:]


# --- SeedSequence: M. O'Neill's seed_seq_fe ---


class SeedSequence:
    """Spreads entropy over as many words as are wanted."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if entropy is None:
            entropy = _python.SystemRandom().getrandbits(128)
        self.entropy, self.spawn_key, self.n_children_spawned = entropy, tuple(spawn_key), n_children_spawned
        words = _words(entropy)
        if self.spawn_key:
            words += [0] * (4 - len(words)) + [w for key in self.spawn_key for w in _words(key)]
        self._pool = self._mixed(words)

    @staticmethod
    def _mixed(words):
        constant = 0x43b0d7e5

        def hashed(value):
            nonlocal constant
            value ^= constant
            constant = constant * 0x931e8875 & _M32
            value = value * constant & _M32
            return value ^ value >> 16

        def mix(x, y):
            out = x * 0xca01f9dd - y * 0x4973f715 & _M32
            return out ^ out >> 16

        pool = [hashed(words[i] if i < len(words) else 0) for i in range(4)]
        for source in range(4):
            for target in range(4):
                if source != target:
                    pool[target] = mix(pool[target], hashed(pool[source]))
        for word in words[4:]:
            for target in range(4):
                pool[target] = mix(pool[target], hashed(word))
        return pool

    def generate_state(self, n_words, dtype=None):
        """So many words of 32 bits."""
        constant, out = 0x8b51f9dd, []
        for i in range(n_words):
            value = self._pool[i % 4] ^ constant
            constant = constant * 0x58f38ded & _M32
            value = value * constant & _M32
            out.append(value ^ value >> 16)
        return out

    def spawn(self, n_children):
        """Sequences that differ from this and from each other."""
        start = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=self.spawn_key + (i,)) for i in range(start, start + n_children)]


def _words(value):
    if isinstance(value, (list, tuple)) or hasattr(value, "tolist") and not isinstance(value, int):
        value = value.tolist() if hasattr(value, "tolist") else value
        return [w for v in (value if isinstance(value, (list, tuple)) else [value]) for w in _words(v)]
    value = int(value)
    if value < 0:
        raise ValueError("expected non-negative integer")
    out = []
    while value or not out:
        out.append(value & _M32)
        value >>= 32
    return out


# --- Ziggurats (Marsaglia and Tsang 2000) of 256 layers ---


class _Ziggurat:
    def __init__(self, edge, area, bits, density, inverse):
        one = float(1 << bits)
        x = [0.0] * 257
        x[255], x[256] = edge, area / density(edge)
        for i in range(254, 0, -1):
            x[i] = inverse(area / x[i + 1] + density(x[i + 1]))
        self.edge = edge
        self.width = [x[256] / one] + [x[i] / one for i in range(1, 256)]
        self.sure = [int(edge / x[256] * one), 0] + [int(x[i - 1] / x[i] * one) for i in range(2, 256)]
        self.height = [1.0] + [density(x[i]) for i in range(1, 256)]


_tables = {}


def _table(kind):
    if kind not in _tables:
        if kind == "normal":
            _tables[kind] = _Ziggurat(3.6541528853610088, 0.00492867323399, 52, lambda v: math.exp(-0.5 * v * v),
                                      lambda y: math.sqrt(-2.0 * math.log(y)))
        else:
            _tables[kind] = _Ziggurat(7.69711747013105, 0.0039496598225815573, 53, lambda v: math.exp(-v), lambda y: -math.log(y))
    return _tables[kind]


class PCG64:
    """Permuted congruential generator (O'Neill 2014): the stream of default_rng."""

    name = "PCG64"

    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        w = self.seed_seq.generate_state(8)
        value = [w[2 * i] | w[2 * i + 1] << 32 for i in range(4)]
        self._step = (value[2] << 64 | value[3]) << 1 & _M128 | 1
        self._state = 0
        self._advance()
        self._state = self._state + (value[0] << 64 | value[1]) & _M128
        self._advance()
        self._half = None

    def _advance(self):
        self._state = self._state * 0x2360ed051fc65da44385df649fccf645 + self._step & _M128

    def bits64(self):
        """64 bits."""
        self._advance()
        word, turn = (self._state >> 64 ^ self._state) & _M64, self._state >> 122
        return (word >> turn | word << (-turn & 63)) & _M64

    def bits32(self):
        """32 bits: half of 64, then the other half."""
        if self._half is not None:
            value, self._half = self._half, None
            return value
        word = self.bits64()
        self._half = word >> 32
        return word & _M32

    def double(self):
        """In [0, 1)."""
        return (self.bits64() >> 11) * 1.1102230246251565e-16

    def single(self):
        """In [0, 1), of 24 bits."""
        return (self.bits32() >> 8) * 5.960464477539063e-08

    def below(self, n):
        """A whole number below n (Lemire 2019)."""
        if n <= 1:
            return 0
        bits, draw = (32, self.bits32) if n <= 1 << 32 else (64, self.bits64)
        if n == 1 << bits:
            return draw()
        mask = (1 << bits) - 1
        product = draw() * n
        if product & mask < n:
            threshold = (mask - (n - 1)) % n
            while product & mask < threshold:
                product = draw() * n
        return product >> bits

    def interval(self, n):
        """The same by rejection of masked bits: what orders are drawn with."""
        return _masked(self, n)

    def gauss(self):
        """Standard normal."""
        table = _table("normal")
        while True:
            r = self.bits64()
            i, r = r & 0xff, r >> 8
            sign, size = r & 1, r >> 1 & 0x000fffffffffffff
            x = size * table.width[i]
            x = -x if sign else x
            if size < table.sure[i]:
                return x
            if i == 0:
                while True:
                    far, up = -math.log1p(-self.double()) / table.edge, -math.log1p(-self.double())
                    if up + up > far * far:
                        return -(table.edge + far) if size >> 8 & 1 else table.edge + far
            elif (table.height[i - 1] - table.height[i]) * self.double() + table.height[i] < math.exp(-0.5 * x * x):
                return x

    def exponential(self):
        """Standard exponential."""
        table = _table("exponential")
        while True:
            r = self.bits64() >> 3
            i, r = r & 0xff, r >> 8
            x = r * table.width[i]
            if r < table.sure[i]:
                return x
            if i == 0:
                return table.edge - math.log1p(-self.double())
            if (table.height[i - 1] - table.height[i]) * self.double() + table.height[i] < math.exp(-x):
                return x

    def get_state(self):
        """A dict of all that the stream depends on."""
        return {"bit_generator": "PCG64", "state": {"state": self._state, "inc": self._step},
                "has_uint32": int(self._half is not None), "uinteger": self._half or 0}

    def set_state(self, state):
        """Takes what get_state gave."""
        self._state, self._step = state["state"]["state"], state["state"]["inc"]
        self._half = state["uinteger"] if state["has_uint32"] else None

    state = property(get_state, set_state)
