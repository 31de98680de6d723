"""Sequences of unequal length."""

import torch

_op = torch._operator


class PackedSequence:
    """Sequences step by step: data [ΣT, …], how many go on at each step, and the order of the batch."""

    def __init__(self, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        self.data, self.batch_sizes = data, batch_sizes
        self.sorted_indices = sorted_indices
        if unsorted_indices is None and sorted_indices is not None:
            unsorted_indices = invert_permutation(sorted_indices)
        self.unsorted_indices = unsorted_indices

    def __iter__(self):
        return iter((self.data, self.batch_sizes, self.sorted_indices, self.unsorted_indices))

    def __getitem__(self, i):
        return (self.data, self.batch_sizes, self.sorted_indices, self.unsorted_indices)[i]

    def to(self, *args, **kwargs):
        """The data converted or moved."""
        return PackedSequence(self.data.to(*args, **kwargs), self.batch_sizes, self.sorted_indices, self.unsorted_indices)

    def __repr__(self):
        return (f"PackedSequence(data={self.data}, batch_sizes={self.batch_sizes}, sorted_indices={self.sorted_indices}, "
                f"unsorted_indices={self.unsorted_indices})")


def invert_permutation(permutation):
    """The permutation that undoes this one."""
    if permutation is None:
        return None
    out = torch.empty_like(permutation)
    out.scatter_(0, permutation, torch.arange(0, permutation.numel()))
    return out


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """A padded batch as a PackedSequence."""
    lengths = torch.as_tensor(lengths, dtype=torch.int64)
    order = None
    if not enforce_sorted:
        lengths, order = torch.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, order)
    data, sizes = _op("_pack_padded_sequence")(input, lengths, batch_first)
    return PackedSequence(data, sizes, order, None)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """A PackedSequence as a padded batch, and the lengths."""
    longest = sequence.batch_sizes.shape[0] if total_length is None else total_length
    if longest < sequence.batch_sizes.shape[0]:
        raise ValueError("Expected total_length to be at least the length of the longest sequence in input, but got "
                         f"total_length={longest} and max sequence length being {sequence.batch_sizes.shape[0]}")
    out, lengths = _op("_pad_packed_sequence")(sequence.data, sequence.batch_sizes, batch_first, float(padding_value), longest)
    if sequence.unsorted_indices is not None:
        out = out.index_select(0 if batch_first else 1, sequence.unsorted_indices)
        lengths = lengths[sequence.unsorted_indices]
    return out, lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    """Tensors of unequal length as one, padded."""
    return _op("pad_sequence")(list(sequences), batch_first, float(padding_value), padding_side)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    """The tensors of a padded batch."""
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    return [row[:int(n)] for row, n in zip(padded_sequences, lengths)]


def pack_sequence(sequences, enforce_sorted=True):
    """Tensors of unequal length as a PackedSequence."""
    lengths = torch.tensor([v.shape[0] for v in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    """The tensors of a PackedSequence."""
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
