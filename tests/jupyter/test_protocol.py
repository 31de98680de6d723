"""jupyter-kernel-test's own checks of the protocol, with samples of every request."""

import unittest

import kernels  # noqa: F401 (writes the kernel spec)
import jupyter_kernel_test


class Protocol(jupyter_kernel_test.KernelTests):
    kernel_name = "glassbox"
    language_name = "python"
    file_extension = ".py"

    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('test', file=sys.stderr)"

    completion_samples = [
        {"text": "zi", "matches": {"zip"}},
        {"text": "isins", "matches": {"isinstance"}},
        {"text": "'abc'.upp", "matches": {"upper"}},
        {"text": "import itert", "matches": {"itertools"}},
        {"text": "from math import sqr", "matches": {"sqrt"}},
        {"text": "%timei", "matches": {"timeit"}},
        {"text": "def f(alpha): pass\nalp", "matches": {"alpha"}},
        {"text": "print(1, se", "matches": {"sep=", "set", "setattr"}},
    ]
    complete_code_samples = ["1", "print('hello, world')", "def f(x):\n  return x*2\n\n\n", "%who", "x?"]
    incomplete_code_samples = ["print('''hello", "def f(x):\n  x*2", "f(1,", "if x:", "%%time\nfor i in x:"]
    invalid_code_samples = ["import = 7q", "x = = 1", "print(1))"]

    code_inspect_sample = "zip"
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6?7*"

    code_generate_error = "raise ValueError('no')"
    code_execute_result = [{"code": "6*7", "result": "42"}, {"code": "[1, 'a']", "result": "[1, 'a']"},
                           {"code": "x = 3\nx", "result": "3"}]
    code_clear_output = "from IPython.display import clear_output; clear_output()"
    code_page_something = None
    code_display_data = [
        {"code": "from IPython.display import HTML, display; display(HTML('<b>test</b>'))", "mime": "text/html"},
        {"code": "from IPython.display import Markdown, display; display(Markdown('*a*'))", "mime": "text/markdown"},
        {"code": "from IPython.display import Math, display; display(Math('\\\\frac{1}{2}'))", "mime": "text/latex"},
        {"code": "from IPython.display import SVG, display; display(SVG('<svg></svg>'))", "mime": "text/html"},
        {"code": "display(1)", "mime": "text/plain"},
    ]


if __name__ == "__main__":
    unittest.main()
