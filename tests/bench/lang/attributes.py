"""Instances: attributes read and written, methods, properties, super(), dunder methods."""


class Shape:
    sides = 0

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    @property
    def ratio(self):
        return self.width / self.height


class Square(Shape):
    sides = 4

    def __init__(self, width):
        super().__init__(width, width)

    def area(self):
        return super().area() + self.sides


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


def main():
    total = 0
    shape = Shape(3, 5)
    for i in range(20000):
        shape.width += 1
        total += shape.area() + shape.sides
        if shape.ratio > 1000:
            shape.width = 3
    for i in range(5000):
        total += Square(i).area()
    vector = Vector(0, 0)
    step = Vector(1, 2)
    for i in range(10000):
        vector = vector + step
        if vector == step:
            total += 1
    return total + vector.x + vector.y
