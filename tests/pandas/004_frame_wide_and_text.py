import numpy as np
import pandas as pd

print(pd.DataFrame(np.arange(60).reshape(2, 30) * 1000))
print(pd.DataFrame({f"a_long_column_name_{i}": [i, i + 1] for i in range(6)}))
print(pd.DataFrame({"text": ["x" * 60, "short"], "n": [1, 2]}))
print(pd.DataFrame({"flag": [True, False], "mixed": [1, "a"], "none": [None, None]}))
print(pd.DataFrame({"v": [0.1, 22.25, -333.125]}), pd.DataFrame({"v": [np.inf, 1.0]}), sep="\n")
s = pd.Series([3, 1, 2], index=["x", "y", "z"])
print(s.sort_values(), s["x"], s.iloc[0], s * 2, s + s, s[s > 1], s.cumsum(), sep="\n")
print(pd.Series([1.0, 2.0, 3.0, 4.0]).rolling(2).mean(), s.to_dict(), s.rank(), sep="\n")
print(pd.Series(["apple", "bob"]).str.upper(), pd.Series(["a b", "c"]).str.len(), sep="\n")
