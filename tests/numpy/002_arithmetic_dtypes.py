import numpy as np

a, b = np.array([1, 2, 3]), np.array([0.5, 1.5, 2.5], dtype=np.float32)
print((a + b).dtype, (a / 2).dtype, (a * 2).dtype, (b * 2.0).dtype, (b + a.astype(np.int16)).dtype, (a ** 2).dtype)
print(a + 1, a - b, a * a, a / a, a // 2, a % 2, a ** 2, -a, abs(np.array([-1, 2])), 2 ** a, 10 - a)
print(a == 2, a != 2, a < 2, (a > 1) & (a < 3), ~(a > 1), (a > 1) | (a == 1))
print(np.sqrt(a), np.exp(np.array([0.0, 1.0])), np.log(np.array([1, np.e])), np.tanh(0.5), np.abs(-3.5))
print(np.maximum(a, 2), np.minimum([3, 1, 2], a), np.clip(a, 2, 3), np.sign([-2.0, 0, 5]), np.round(2.567, 1))
print(np.sum(a), a.sum() / 2, a.mean(), a.std(), a.var(), a.std(ddof=1), a.prod(), a.min(), a.max())
print(type(a.sum()).__name__, type(a.mean()).__name__, type(a[0]).__name__, type(b[0]).__name__, type((a > 1)[0]).__name__)
print(np.array([True, True, False]).sum(), np.array([True, False]).mean(), np.array([True]) + np.array([True]))
m = np.arange(6).reshape(2, 3)
print(m.sum(axis=0), m.sum(axis=1), m.sum(axis=1, keepdims=True), m.mean(0), m.max(axis=1), m.argmax(axis=1), m.cumsum(axis=1))
print(m @ m.T, m.dot(np.ones(3)), np.dot([1, 2], [3, 4]), np.outer([1, 2], [3, 4]), np.matmul(m, m.T).shape)
x = np.zeros(3)
x += 2
x[1] *= 5
x[[0, 2]] = [7, 8]
print(x, x.astype(int), x.tolist(), x.astype(np.float32).dtype, x.dtype == np.float64, x.dtype == "float64")
try:
    a += 0.5
except TypeError as error:
    print("TypeError", error)
try:
    a + np.ones(2)
except ValueError as error:
    print("ValueError", error)
try:
    if a > 1:
        pass
except ValueError as error:
    print("ValueError", error)
print(np.int64(7) / 2, np.int64(7) // 2, np.float32(1) + 1, np.float64(3) * 2, 3 * np.float64(2), np.int64(3) == 3)
print(np.isnan(np.array([1, np.nan])), np.isfinite([1, np.inf]), np.nan_to_num(np.array([np.nan, 1.0])), np.where([True, False], 1, 2))
print(np.allclose([1, 2], [1, 2 + 1e-9]), np.isclose(1.0, 1.1), np.array_equal([1, 2], [1, 2]))
print(np.float64(2) ** 0.5, np.hypot(3, 4), np.arctan2(1, 1), np.log1p(0.5), np.logaddexp(0, 0), np.power(2, 3))
