"""What the machine and the language are."""

import sys as _sys


def python_version():
    """The version of the language."""
    return "%d.%d.%d" % _sys.version_info[:3]


def python_version_tuple():
    """The version of the language, in three parts."""
    return tuple(python_version().split("."))


def python_implementation():
    """'Glassbox'."""
    return "Glassbox"


def system():
    """'Linux'."""
    return "Linux"


def machine():
    """The kind of processor."""
    from _files import machine

    return machine()


processor = machine


def release():
    """Nothing: not told to notebooks."""
    return ""


version = node = python_compiler = python_build = release


def platform(aliased=False, terse=False):
    """'Linux-x86_64'."""
    return f"{system()}-{machine()}"


def architecture(*args, **kwargs):
    """('64bit', 'ELF')."""
    return "64bit", "ELF"
