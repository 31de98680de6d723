"""A client of `glassbox serve` in plain Python, written from share/README.md alone: what the tests speak with."""

import ctypes
import ctypes.util
import json
import struct
import urllib.error
import urllib.request

FORMATS = {"F32": "f", "F64": "d", "I64": "q", "I32": "i", "U8": "B", "BOOL": "?"}
ZSTD = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
ZSTD.ZSTD_getFrameContentSize.restype = ctypes.c_ulonglong
ZSTD.ZSTD_decompress.restype = ctypes.c_size_t


class Refused(Exception):
    """An answer of 400 or above."""

    def __init__(self, status, error):
        super().__init__(f"{status}: {error.get('message')}")
        self.status = status
        self.error = error


def decompress(data):
    size = ZSTD.ZSTD_getFrameContentSize(data, ctypes.c_size_t(len(data)))
    out = ctypes.create_string_buffer(max(size, 1))
    got = ZSTD.ZSTD_decompress(out, ctypes.c_size_t(size), data, ctypes.c_size_t(len(data)))
    assert got == size, "the block is damaged"
    return out.raw[:size]


def open_block(data):
    """(document, {name: (shape, [numbers])}) of a block."""
    data = decompress(data)
    (n,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8:8 + n])
    document = json.loads(header.pop("__metadata__")["glassbox"])
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        kind = FORMATS[entry["dtype"]]
        count = (end - begin) // struct.calcsize("<" + kind)
        tensors[name] = (entry["shape"], list(struct.unpack_from(f"<{count}{kind}", data, 8 + n + begin)))
    return document, tensors


class Client:
    def __init__(self, url):
        self.url = url

    def ask(self, method, path, body=None, headers=None):
        """The answer's bytes."""
        request = urllib.request.Request(self.url + path, data=body, method=method, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, json.loads(error.read())["error"]) from None

    def get(self, path):
        return json.loads(self.ask("GET", path))

    def submit(self, job, key=None):
        """The id of the job."""
        headers = {"Idempotency-Key": key} if key else {}
        return json.loads(self.ask("POST", "/v1/jobs", json.dumps(job).encode(), headers))["id"]

    def follow(self, job, until=("done", "failed", "cancelled")):
        """The job's events until it is in one of the states, or has an event of that kind."""
        cursor, events = "0", []
        while True:
            state = self.get(f"/v1/jobs/{job}?after={cursor}")
            cursor = state["cursor"]
            events += state["events"]
            if state["state"] in until or any(event["kind"] in until for event in events):
                return state, events

    def result(self, job):
        return open_block(self.ask("GET", f"/v1/jobs/{job}/result"))


def job(model, nodes, rows=((5, 17, 40),), **more):
    """A job from nodes written as (kind, operator or site or None, arguments, further members)."""
    sites, operators, out = [], [], []
    for kind, what, args, *members in nodes:
        node = {"kind": kind, **(members[0] if members else {})}
        if args:
            node["args"] = list(args)
        if kind == "op":
            if what not in operators:
                operators.append(what)
            node["op"] = operators.index(what)
        elif kind in ("read", "write"):
            if list(what) not in sites:
                sites.append(list(what))
            node.update(site=sites.index(list(what)), invoke=0)
        out.append(node)
    graph = {"sites": sites, "operators": operators, "invokes": [{"rows": [list(row) for row in rows]}], "nodes": out}
    return {"glassbox": 1, "model": model, "graph": graph, **more}
