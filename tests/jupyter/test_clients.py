"""The kernel under the clients that people use: nbclient, jupyter console, the qt-less terminal, raw completion."""

import subprocess
import sys
import unittest

import nbclient
import nbformat

from kernels import Client, HOME, text_of

CELLS = [
    ("x = 6\nx * 7", "42"),
    ("print('printed')", "'text': 'printed"),
    ("from IPython.display import HTML\nHTML('<b>bold</b><script>1</script>')", "<b>bold</b>"),
    ("raise KeyError('k')", "KeyError"),
]


class Clients(unittest.TestCase):
    def test_nbclient_executes_a_notebook(self):
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [nbformat.v4.new_code_cell(source) for source, _ in CELLS]
        nbclient.NotebookClient(notebook, kernel_name="glassbox", allow_errors=True, timeout=60).execute()
        nbformat.validate(notebook)
        for cell, (_, expected) in zip(notebook.cells, CELLS):
            self.assertIn(expected, str(cell.outputs))
        self.assertEqual([cell.execution_count for cell in notebook.cells], [1, 2, 3, 4])

    def test_nbclient_stops_at_an_error(self):
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [nbformat.v4.new_code_cell("1/0"), nbformat.v4.new_code_cell("2")]
        with self.assertRaisesRegex(nbclient.exceptions.CellExecutionError, "division by zero"):
            nbclient.NotebookClient(notebook, kernel_name="glassbox", timeout=60).execute()

    def test_jupyter_console(self):
        done = subprocess.run([sys.executable, "-m", "jupyter_console", "--kernel", "glassbox", "--simple-prompt"],
                              input="x = 20\nx + 3\nprint('x is', x)\ninput('? ')\nanswer\n",
                              capture_output=True, text=True, timeout=120, env=None)
        self.assertIn("Glassbox", done.stdout)
        self.assertIn("23", done.stdout)
        self.assertIn("x is 20", done.stdout)
        self.assertIn("'answer'", done.stdout)

    def complete(self, k, text, cursor=None):
        reply = k.reply(k.client.complete(text, len(text) if cursor is None else cursor))["content"]
        start, end = reply["cursor_start"], reply["cursor_end"]
        return reply["matches"], text[start:end]

    def test_completion(self):
        with Client() as k:
            k.run("class C:\n    def method(self, width, *, depth=1): pass\nc = C(); c.height = 1; d = {'key': 1, 'kez': 2}\n"
                  "def f(alpha, beta=2): pass\nÄpfel = 'x'")
            for text, expected in [("c.me", "method"), ("c.he", "height"), ("d['ke", "key"), ("f(al", "alpha="),
                                   ("c.method(1, de", "depth="), ("d[\"key\"].bit", "bit_length"), ("Äp", "Äpfel"),
                                   ("Äpfel.upp", "upper"), ("f'{c.me", "method"), ("import collec", "collections"),
                                   ("%%tim", "timeit"), ("%time c.me", "method"), ("y = c\ny.me", "method"),
                                   ("wh", "while")]:
                matches, word = self.complete(k, text)
                self.assertIn(expected, matches, text)
                self.assertTrue(expected.startswith(word), text)
            self.assertEqual(self.complete(k, "'c.me")[0], [])
            self.assertEqual(self.complete(k, "# c.me")[0], [])
            self.assertEqual(self.complete(k, "unknown_thing.")[0], [])
            self.assertNotIn("__init__", self.complete(k, "c.")[0])
            self.assertIn("__init__", self.complete(k, "c.__")[0])
            for hostile in ("(" * 10000, "a." * 10000, "[" * 5000 + "]" * 5000 + ".", "\0", "x = x\n" * 2000 + "x.",
                            "é" * 100):
                self.complete(k, hostile)

    def test_nothing_runs_for_completion_and_inspection(self):
        with Client() as k:
            k.run("log = []\nclass C:\n    @property\n    def p(self): log.append(1); return 1\n"
                  "    def __getattr__(self, name): log.append(name); raise AttributeError(name)\n"
                  "    def __repr__(self): log.append('repr'); return ''\n"
                  "    def __getitem__(self, key): log.append(key)\nc = C()")
            for text in ("c.", "c.p.", "c[0].", "c.x.y.", "c()."):
                self.complete(k, text)
                k.reply(k.client.inspect(text, len(text) - 1))
            reply, outputs = k.run("log")
            self.assertIn("[]", str(outputs))

    def inspect(self, k, text, detail=0):
        reply = k.reply(k.client.inspect(text, len(text), detail))["content"]
        return reply["data"].get("text/plain", "") if reply["found"] else None

    def test_inspection(self):
        with Client() as k:
            k.run('def f(a, b=2, *rest, c=None, **more):\n    """Does.\n\n    More."""\n    return a\nx = [1, 2]')
            self.assertIn("f(a, b=2, *rest, c=None, **more)", self.inspect(k, "f"))
            self.assertIn("Does.", self.inspect(k, "f(1, "))
            self.assertIn("return a", self.inspect(k, "f", 1))
            self.assertIn("[1, 2]", self.inspect(k, "x"))
            self.assertIn("list", self.inspect(k, "x"))
            self.assertIsNone(self.inspect(k, "nothing_like_this"))


if __name__ == "__main__":
    unittest.main()
