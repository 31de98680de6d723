"""Memory comes back when the last name of a value goes, and what is too large or too deep is refused; the session goes
on after each. (What only takes long is in test_interrupts.py.)"""

import unittest

from kernels import Raw

SIZE = 500  # MB of the tensor
MARGIN = 100

# What makes a large tensor, and what lets go of the last thing that leads to it.
LIVES = (
    ("x = torch.ones(125_000_000)", "del x"),
    ("x = torch.ones(125_000_000)", "x = None"),
    ("x = torch.ones(125_000_000)\nview = x[5:].view(-1)\ndel x", "del view"),
    ("def f():\n    big = torch.ones(125_000_000)\n    return lambda: big\ng = f()", "del g"),
    ("class Holder: pass\nh = Holder()\nh.me, h.x = h, torch.ones(125_000_000)", "del h\nimport gc\ngc.collect()"),
    ("def gen():\n    big = torch.ones(125_000_000)\n    yield 1\n    yield big\ng = gen()\nnext(g)", "del g"),
    ("xs = [torch.ones(125_000_000)]\nxs.append(xs)", "del xs\nimport gc\ngc.collect()"),
    ("try:\n    raise ValueError(torch.ones(125_000_000))\nexcept ValueError as e:\n    kept = e", "del kept"),
    ("d = {'x': torch.ones(125_000_000)}", "d.clear()"),
    ("x = torch.ones(125_000_000)\ndef f(): return x.sum()\nf()", "del x"),
)

# What is refused at once, and by which exception.
REFUSED = (
    ("10 ** 10 ** 10", "MemoryError"), ("(-7) ** 10 ** 12", "MemoryError"), ("1 << 10 ** 12", "MemoryError"),
    ("'a' * 10 ** 12", "MemoryError"), ("b'a' * 10 ** 12", "MemoryError"), ("[0] * 10 ** 12", "MemoryError"),
    ("(0,) * 10 ** 12", "MemoryError"), ("bytearray(10 ** 13)", "MemoryError"), ("bytes(10 ** 13)", "MemoryError"),
    ("'a'.ljust(10 ** 12)", "MemoryError"),
    ("f'{5:{10 ** 18}}'", "ValueError"), ("str(10 ** 5000)", "ValueError"), ("int('9' * 5000)", "ValueError"),
    ("def f(): return f()\nf()", "RecursionError"),
    ("f = lambda n: [f(n + 1)]\nf(0)", "RecursionError"), ("def g(): yield from g()\nlist(g())", "RecursionError"),
    ("class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x", "RecursionError"),
    ("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", "RecursionError"),
    ("class A:\n    def __eq__(self, o): return self == o\nA() == 1", "RecursionError"),
    ("x = []\nfor _ in range(100000): x = [x]\nrepr(x)", "RecursionError"),
    ("x = y = []\nfor _ in range(100000): x, y = [x], [y]\nx == y, [x] < [y]", "RecursionError"),
    ("import copy\nx = []\nfor _ in range(100000): x = [x]\ncopy.deepcopy(x)", "RecursionError"),
    ("import json\nx = []\nfor _ in range(100000): x = [x]\njson.dumps(x)", "RecursionError"),
    ("x = []\nx.append(x)\nimport json\njson.dumps(x)", "ValueError"),
    ("x, y = [], []\nx.append(x), y.append(y)\nx == y", "RecursionError"), ("(" * 500 + ")" * 500, "SyntaxError"),
    ("import torch\ntorch.ones(10 ** 15)", "RuntimeError"),
)

# What looks endless and is not.
FINITE = (
    ("x = []\nx.append(x)\nrepr(x)", "'[[...]]'"), ("d = {}\nd[1] = d\nstr(d)", "'{1: {...}}'"),
    ("def deep(n): return 0 if n == 0 else 1 + deep(n - 1)\ndeep(900)", "900"),
    ("x = []\nfor _ in range(1000000): x = [x]\nx = 1\nx", "1"),
    ("import re\nbool(re.match('(a+)+$', 'a' * 25 + 'a'))", "True"),
)


class Limits(unittest.TestCase):
    def resident(self, k, line="VmRSS:"):
        """MB of the kernel's memory that are really there."""
        with open(f"/proc/{k.process.pid}/status", encoding="ascii") as status:
            return int(status.read().split(line)[1].split()[0]) / 1024

    def peak(self, k):
        """The most there ever was, in MB."""
        return self.resident(k, "VmHWM:")

    def run_cell(self, k, code):
        reply, messages = k.execute(code)
        self.assertEqual(reply["content"]["status"], "ok", (code, reply["content"]))
        return [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "execute_result"]

    def test_a_tensor_goes_with_its_last_name(self):
        with Raw() as k:
            self.run_cell(k, "import torch\nx = torch.ones(10).sum()\ndel x")
            for make, let_go in LIVES:
                before = self.resident(k)
                self.run_cell(k, make)
                self.assertGreater(self.resident(k), before + SIZE - MARGIN, make)
                self.run_cell(k, let_go)
                self.assertLess(self.resident(k), before + MARGIN, make)

    def test_cycles_do_not_pile_up(self):
        with Raw() as k:
            make = "class Node: pass\nfor _ in range(100000):\n    n = Node()\n    n.me, n.f, n.load = n, lambda: n, [0] * 100"
            self.run_cell(k, make)
            before = self.resident(k)
            for _ in range(5):
                self.run_cell(k, make)
            self.assertLess(self.resident(k), before + MARGIN)

    def test_temporaries_go_at_once(self):
        with Raw() as k:
            self.run_cell(k, "import torch\nx = torch.ones(262144)\nfor i in range(5): y = x * i + 1")
            before = self.peak(k)
            self.run_cell(k, "for i in range(5000): y = x * i + 1")  # 10,000 of 1 MB
            self.assertLess(self.peak(k), before + 50)

    def test_too_large_and_too_deep(self):
        with Raw() as k:
            for code, wanted in REFUSED:
                reply, _ = k.execute(code)
                self.assertEqual(reply["content"].get("ename"), wanted, code)
                self.run_cell(k, "x = y = f = d = None")
            self.assertEqual(self.run_cell(k, "1 + 1"), ["2"])

    def test_what_ends(self):
        with Raw() as k:
            for code, wanted in FINITE:
                self.assertEqual(self.run_cell(k, code), [wanted], code)


if __name__ == "__main__":
    unittest.main()
