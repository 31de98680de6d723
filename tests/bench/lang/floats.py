"""Float arithmetic and math functions: integration, an n-body step, Mandelbrot."""
import math


def mandelbrot(size):
    inside = 0
    for row in range(size):
        for column in range(size):
            x0, y0 = column * 3 / size - 2, row * 2 / size - 1
            x = y = 0.0
            for _ in range(30):
                x, y = x * x - y * y + x0, 2 * x * y + y0
                if x * x + y * y > 4:
                    break
            else:
                inside += 1
    return inside


def main():
    total = 0.0
    for i in range(30000):
        x = i / 30000
        total += math.sin(x) * math.sqrt(x) + x ** 2 - abs(x - 0.5)
    return round(total, 6) + mandelbrot(45)
