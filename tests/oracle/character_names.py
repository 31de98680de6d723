"""Writes kernel/lang/character.def from Python's Unicode data.

    python3 tests/oracle/character_names.py > kernel/lang/character.def
"""
import unicodedata

RANGES = [(0x20, 0x250), (0x2B0, 0x530), (0x2000, 0x2800), (0x1F300, 0x1F700), (0x1F900, 0x1FA00)]

print("/* Unicode's names of characters: GB_CHARACTER(code point, name), in order.")
print(" * Written by tests/oracle/character_names.py. */")
for first, last in RANGES:
    for c in range(first, last):
        name = unicodedata.name(chr(c), None)
        if name:
            print(f'GB_CHARACTER(0x{c:X}, "{name}")')
