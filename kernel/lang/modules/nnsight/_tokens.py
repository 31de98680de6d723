"""x.t and x.token: positions of a prompt's own tokens, wherever left padding puts them."""


class Tokens:
    """Indexing counts real tokens along dimension 1 of [B, T, ...]; calling it transposes, as Tensor.t does."""

    def __init__(self, value, pads):
        self.value = value
        self.pads = pads

    def __call__(self):
        return self.value.transpose(0, 1) if len(self.value.shape) > 1 else self.value

    def _position(self, row, i):
        length = self.value.shape[1] - self.pads[row]
        if not -length <= i < length:
            raise IndexError(f"token {i} of a prompt that has {length}")
        return self.pads[row] + i if i >= 0 else self.value.shape[1] + i

    def _columns(self, row, key):
        """Where the tokens that `key` means are in a row."""
        if isinstance(key, slice):
            return list(range(self.value.shape[1] - self.pads[row]))[key]
        return [int(i) for i in key]

    def __getitem__(self, key):
        import torch
        rows = range(self.value.shape[0])
        if isinstance(key, int):
            if len(set(self.pads)) == 1:
                return self.value[:, self._position(0, key)]
            return torch.stack([self.value[r, self._position(r, key)] for r in rows])
        found = [self._columns(r, key) for r in rows]
        if len({len(columns) for columns in found}) > 1:
            raise ValueError("the prompts have different numbers of these tokens; take one prompt at a time")
        return torch.stack([self.value[r, [self._position(r, i) for i in found[r]]] for r in rows])

    def __setitem__(self, i, value):
        if not isinstance(i, int):
            raise TypeError("one token at a time is written: x.t[i] = v")
        if len(set(self.pads)) == 1:
            self.value[:, self._position(0, i)] = value
            return
        own = len(getattr(value, "shape", ())) == len(self.value.shape) - 1  # one for each prompt
        for r in range(self.value.shape[0]):
            self.value[r, self._position(r, i)] = value[r] if own else value
