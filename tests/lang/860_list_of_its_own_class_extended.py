class MyList(list):
    pass
v1 = MyList(MyList(['12', 'ß']))
v1 += v1
print(v1, type(v1))
try:
    v1.is_integer()
except Exception as e: print(type(e), e)
class D(MyList):
    def __iadd__(self, o): return self
print((-1).to_bytes(0, 'little', signed=True), (0).to_bytes(0,'big'))
for v,n in ((-129,1),(-128,1),(127,1),(128,1),(-1,0),(-2,0),(1,0)):
    try: print(v.to_bytes(n,'big',signed=True))
    except OverflowError as e: print(e)
w = MyList([1])
w.extend(w)
w += w
w[1:1] = w
print(w, len(w))
for n in (2 ** 63 - 1, 2 ** 63 - 33, -1):
    try:
        bytes(n)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
