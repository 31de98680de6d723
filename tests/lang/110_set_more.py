s = {1}; s |= {2}; s &= {2, 3}; s -= {3}; s ^= {4}; print(sorted(s))
try: s |= [5]
except TypeError as e: print(e)
fz = frozenset([1]); fz |= {2}; print(sorted(fz))

