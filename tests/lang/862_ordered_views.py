from collections import OrderedDict, defaultdict


class Mine(OrderedDict):
    pass


class Yours(Mine):
    pass


for cls in (OrderedDict, Mine, Yours, dict):
    d = cls(a=1, b=2)
    print(cls.__name__, d.keys(), d.values(), d.items())
print(defaultdict(int, x=1).items())
