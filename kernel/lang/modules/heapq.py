"""Priority queues in a list: item 0 is the smallest."""

from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "heappushpop", "merge", "nlargest", "nsmallest"]


def merge(*iterables, key=None, reverse=False):
    """One sorted stream of several sorted ones."""
    import functools

    streams = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            streams.append([value if key is None else key(value), order, value, iterator])
            break

    def before(a, b):
        if reverse:
            return -1 if b[0] < a[0] else 1 if a[0] < b[0] else a[1] - b[1]
        return -1 if a[0] < b[0] else 1 if b[0] < a[0] else a[1] - b[1]

    streams.sort(key=functools.cmp_to_key(before))
    while streams:
        stream = streams[0]
        yield stream[2]
        for value in stream[3]:
            stream[0] = value if key is None else key(value)
            stream[2] = value
            i = 0
            while i + 1 < len(streams) and before(streams[i + 1], stream) < 0:
                streams[i] = streams[i + 1]
                i += 1
            streams[i] = stream
            break
        else:
            streams.pop(0)


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first."""
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
