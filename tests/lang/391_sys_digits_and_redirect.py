import io
import sys

big = 10**5000
for call in (lambda: len(str(big)), lambda: int("1" * 5000), lambda: f"{big}"):
    try:
        print(call())
    except ValueError as e:
        print(e)
print(sys.get_int_max_str_digits(), len(str(10**4299)), len(hex(big)))
sys.set_int_max_str_digits(0)
print(len(str(big)), int("1" * 5000) % 97)
sys.set_int_max_str_digits(4300)
try:
    sys.set_int_max_str_digits(10)
except ValueError as e:
    print(e)
saved, sys.stdout = sys.stdout, io.StringIO()
print("captured", 1, 2)
print("more", end="")
text, sys.stdout = sys.stdout.getvalue(), saved
print(repr(text))
from contextlib import redirect_stdout

buffer = io.StringIO()
with redirect_stdout(buffer):
    print("inside")
    sys.stdout.write("direct")
print(repr(buffer.getvalue()))


class Upper:
    def __init__(self, out):
        self.out = out

    def write(self, text):
        self.out.write(text.upper())

    def flush(self):
        pass


print("shout", file=Upper(sys.stdout))
