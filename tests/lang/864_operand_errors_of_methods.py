# The methods behind + and * of sequences raise at once; the operators ask the other side first.
class Reflected:
    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"


class Indexed:
    def __index__(self):
        return [1]


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


for value in ([1], (1,), "a", b"a", bytearray(b"a")):
    for other in (Reflected(), 3, None):
        attempt(value.__add__, other)
        attempt(value.__mul__, other)
        attempt(lambda: value + other)
        attempt(lambda: value * other)
        if hasattr(value, "__iadd__"):
            attempt(value.__iadd__, other)

for item in (Indexed(), 97, 256, -1, "a", b"", 2**70, None):
    attempt(lambda: item in b"abc")
    attempt(lambda: item in bytearray(b"abc"))

for template in (b"%\x00", b"c%\x009", b"%y", b"%5\x80", b"a%d%\x7f"):
    attempt(lambda: template % (1, 2))
attempt(lambda: "%\x00" % 1)
attempt(lambda: "é%\x01" % 1)

import json

attempt(lambda: json.dumps({(1, 2): 1}, indent=1, skipkeys=True))
attempt(lambda: json.dumps({(1, 2): 1, 3: {}, b"x": 1, "y": {(): 1}}, indent="\t", skipkeys=True))
attempt(lambda: json.dumps({(1, 2): 1, 3: {}, "y": {(): 1}}, skipkeys=True, sort_keys=True))
