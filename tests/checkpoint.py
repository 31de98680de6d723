"""What checkpoints of transformers consist of, written with nothing but Python's own library."""

import json
import struct


def byte_characters():
    """How byte-level vocabularies write each byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    out, extra = {}, 0
    for byte in range(256):
        out[byte] = chr(byte) if byte in plain else chr(256 + extra)
        extra += byte not in plain
    return out


def safetensors(tensors, **header):
    """The bytes of a file with these float32 tensors: (name, shape, flat values) each, in this order."""
    data = bytearray()
    for name, shape, values in tensors:
        numbers = struct.pack(f"<{len(values)}f", *values)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data
