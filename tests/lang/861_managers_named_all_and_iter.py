class C:
    def all(self): return self
    def __enter__(self): print('in'); return 5
    def __exit__(self, *a): print('out', a[0]); return True
    @property
    def iter(self): return {1: self}
with C().all() as x:
    print(x)
    1/0
with C().iter[1] as y:
    print(y)


class Rows:
    """Iterates and manages: a `with` enters it once, whatever else it can do."""
    def __iter__(self): return iter([1, 2])
    def __next__(self): return 3
    def __enter__(self): return self
    def __exit__(self, *exc): print('left', exc[0])
    def all(self): return self


for i in range(2):
    with Rows().all() as rows, Rows() as more:
        print(i, list(rows))
        if i:
            break
        continue
print('after', i)
