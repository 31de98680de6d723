import numpy as np

print(np.array([1.0, 2.5, -3.0]), np.array([1e-10, 1.0]), np.array([1e10, 1.0]), np.array([np.nan, np.inf, -np.inf]), np.array([True, False]), np.array([1, -200, 3]), np.array([]), np.zeros((2, 0)))
print(repr(np.array([1.0, 2.0])), repr(np.arange(3, dtype=np.float32)), repr(np.array([1], dtype=np.int32)), repr(np.array([[1, 2], [3, 4]])), repr(np.float64(1.5)), repr(np.int64(3)), repr(np.bool_(True)), np.float32(0.1), str(np.float64(2)))
print(np.arange(20.0).reshape(4, 5) / 3, np.arange(2000), np.ones((100, 100)), np.arange(8).reshape(2, 2, 2))
print(np.array([0.1, 0.123456789]), np.array([1.5, 100.25]), np.array([123456.789, 0.001]), np.array([1 + 2j, -1j]), np.array(3.14), np.array([[0.5]]), [np.float64(0.1), np.int64(2)], {"a": np.float32(1.5)})
np.set_printoptions(precision=3, suppress=True)
print(np.array([1e-5, 0.12345, 1000.0]), np.random.default_rng(0).random(3).shape, np.pi * np.ones(2))
with np.printoptions(precision=1):
    print(np.array([0.55, 1.26]))
np.set_printoptions(linewidth=30, threshold=5)
print(np.arange(12.0), np.arange(4) / 7)
