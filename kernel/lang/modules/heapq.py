"""Priority queues in a list: item 0 is the smallest."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "heappushpop", "merge", "nlargest", "nsmallest"]


def _up(heap, start, pos):
    """Moves the item at pos towards the root until its parent is no larger."""
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _down(heap, pos):
    """Sinks the hole at pos to a leaf along the smaller children, then lifts the item."""
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _up(heap, start, pos)


def heappush(heap, item, /):
    """Adds an item."""
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Removes and returns the smallest item."""
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _down(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Removes and returns the smallest item, then adds one."""
    smallest = heap[0]
    heap[0] = item
    _down(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Adds an item, then removes and returns the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(x, /):
    """Makes a heap of a list, in place."""
    for i in reversed(range(len(x) // 2)):
        _down(x, i)


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
