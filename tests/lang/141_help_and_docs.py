def f(a, b=1): "doc of f"; return a
class C:
    "doc of C"
    def m(self): "doc of m"
print(f.__doc__, C.__doc__, C.m.__doc__, C().m.__doc__, (lambda: 0).__doc__)
f.__doc__ = 'changed'; print(f.__doc__)
print(len.__name__, [].append.__name__, str.upper.__name__, int.__name__, print.__module__, f.__module__)
