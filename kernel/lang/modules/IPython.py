"""What notebooks use of IPython: display, and the shell that get_ipython() gives."""

import _display

__version__ = "8.24.0"
version_info = (8, 24, 0)


class InteractiveShell:
    """Magics by call, and the notebook's names."""

    def run_line_magic(self, magic_name, line=""):
        """%magic_name line"""
        return _display.run_magic(magic_name, line)

    def run_cell_magic(self, magic_name, line, cell):
        """%%magic_name line, above the cell"""
        return _display.run_magic(magic_name, line, cell)

    def magic(self, line):
        """The same from one text."""
        name, _, rest = line.strip().partition(" ")
        return _display.run_magic(name.lstrip("%"), rest.strip())

    def run_cell(self, raw_cell, store_history=False, silent=False):
        """Runs a text as a cell."""
        return _display.run_cell(raw_cell)

    def ev(self, expression):
        """The value of an expression."""
        return _display.run_cell(expression)

    def push(self, variables):
        """Binds names."""
        _display.names().update(variables)

    @property
    def user_ns(self):
        """The notebook's names."""
        return _display.names()

    @property
    def execution_count(self):
        """The number of the next cell."""
        return _display.number()

    def __repr__(self):
        return "<glassbox.InteractiveShell>"


_shell = InteractiveShell()


def get_ipython():
    """The shell."""
    return _shell


from IPython.display import display
