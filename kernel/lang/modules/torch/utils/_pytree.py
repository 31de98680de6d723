"""Nested tuples, lists and dicts as trees of leaves."""


def _parts(tree):
    """(the children, how to put others in their place), or None for a leaf."""
    if isinstance(tree, dict):
        keys, kind = list(tree), type(tree)
        return [tree[k] for k in keys], lambda children: kind(zip(keys, children))
    if isinstance(tree, tuple) and hasattr(tree, "_fields"):
        kind = type(tree)
        return list(tree), lambda children: kind(*children)
    if isinstance(tree, (list, tuple)):
        return list(tree), type(tree)
    return None


def tree_map(func, tree, *rests):
    """func of each leaf (and of the leaves of other trees in its place), in the same structure."""
    parts = _parts(tree)
    if parts is None:
        return func(tree, *rests)
    others = [_parts(r)[0] for r in rests]
    return parts[1]([tree_map(func, *children) for children in zip(parts[0], *others)])


def tree_map_only(kind, func, tree):
    """func of the leaves of a class."""
    return tree_map(lambda leaf: func(leaf) if isinstance(leaf, kind) else leaf, tree)


def tree_leaves(tree):
    """The leaves."""
    parts = _parts(tree)
    return [tree] if parts is None else [leaf for child in parts[0] for leaf in tree_leaves(child)]


class TreeSpec:
    """A structure without its leaves."""

    def __init__(self, tree):
        self._tree = tree_map(lambda leaf: None, tree)
        self.num_leaves = len(tree_leaves(self._tree))

    def unflatten(self, leaves):
        """The structure with these leaves."""
        rest = iter(leaves)
        return tree_map(lambda leaf: next(rest), self._tree)

    def __eq__(self, other):
        return isinstance(other, TreeSpec) and self._tree == other._tree


def tree_flatten(tree):
    """(the leaves, the structure)."""
    return tree_leaves(tree), TreeSpec(tree)


def tree_unflatten(leaves, treespec):
    """The tree of leaves and structure."""
    return treespec.unflatten(leaves)


def tree_all(test, tree):
    """Does the test hold for all leaves?"""
    return all(test(leaf) for leaf in tree_leaves(tree))


def tree_any(test, tree):
    """Does the test hold for a leaf?"""
    return any(test(leaf) for leaf in tree_leaves(tree))
