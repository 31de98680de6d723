import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("plain")
    warnings.warn("deprecated thing", DeprecationWarning)
    warnings.warn(RuntimeWarning("instance"))
print(len(caught), [(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", UserWarning)
    except UserWarning as e:
        print("raised", e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("invisible")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("in a loop")
    print(len(w))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="skip.*")
    warnings.filterwarnings("ignore", category=FutureWarning)
    warnings.warn("skip this")
    warnings.warn("keep this")
    warnings.warn("future", FutureWarning)
    print([str(x.message) for x in w])


class MyWarning(UserWarning):
    pass


def old_function():
    warnings.warn("old_function is deprecated", MyWarning, stacklevel=2)
    return 1


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(old_function(), w[0].category is MyWarning, issubclass(w[0].category, Warning), w[-1].message.args)
for f in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("nope"), lambda: warnings.warn("x", "y")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
print(warnings.formatwarning("msg", UserWarning, "file.py", 10, "x = 1"), end="")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("once")
    for i in range(3):
        warnings.warn("same")
    warnings.warn("other")
    print(len(w))
