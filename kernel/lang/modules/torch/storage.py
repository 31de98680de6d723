"""The memory behind tensors."""

import torch


class UntypedStorage:
    """The bytes that one or more tensors look into."""

    def __init__(self, tensor):
        self._tensor = tensor
        self._identity, count = torch._storage(tensor)
        self._bytes = count * tensor.element_size()

    def data_ptr(self):
        """Where it begins."""
        return self._tensor.data_ptr() - self._tensor.storage_offset() * self._tensor.element_size()

    def nbytes(self):
        """How many bytes."""
        return self._bytes

    def size(self):
        """How many bytes."""
        return self._bytes

    def __len__(self):
        return self._bytes

    _cdata = property(lambda self: self._identity)
    device = property(lambda self: self._tensor.device)

    def _elements(self, dtype):
        whole = torch.as_strided(self._tensor.detach(), (self._bytes // self._tensor.element_size(),), (1,), 0)
        return whole.view(dtype)

    def __getitem__(self, index):
        out = self._elements(torch.uint8)[index]
        return out.item() if out.ndim == 0 else out.tolist()

    def tolist(self):
        """The bytes as numbers."""
        return self._elements(torch.uint8).tolist()

    def __repr__(self):
        lines = "".join(f" {v}\n" for v in self.tolist())
        return f"{lines}[torch.storage.UntypedStorage(device={self.device}) of size {self._bytes}]"


class TypedStorage(UntypedStorage):
    """The elements that one or more tensors look into."""

    dtype = property(lambda self: self._tensor.dtype)

    def size(self):
        """How many elements."""
        return self._bytes // self._tensor.element_size()

    def __len__(self):
        return self.size()

    def untyped(self):
        """The bytes."""
        return UntypedStorage(self._tensor)

    def __getitem__(self, index):
        out = self._elements(self.dtype)[index]
        return out.item() if out.ndim == 0 else out.tolist()

    def __setitem__(self, index, value):
        self._elements(self.dtype)[index] = value

    def tolist(self):
        """The elements."""
        return self._elements(self.dtype).tolist()

    def __iter__(self):
        return iter(self.tolist())

    def __repr__(self):
        lines = "".join(f" {v}\n" for v in self.tolist())
        return f"{lines}[torch.storage.TypedStorage(dtype={self.dtype}, device={self.device}) of size {self.size()}]"
