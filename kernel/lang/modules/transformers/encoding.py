"""What a tokenizer gives: BatchEncoding, a dict with more to say, and the Encoding of one text."""

from collections import UserDict, namedtuple

CharSpan = namedtuple("CharSpan", ["start", "end"])
TokenSpan = namedtuple("TokenSpan", ["start", "end"])


class AddedToken:
    """A token that is cut out of the text before the tokenizer sees it."""

    def __init__(self, content="", single_word=False, lstrip=False, rstrip=False, normalized=None, special=False):
        self.content = content
        self.single_word = single_word
        self.lstrip = lstrip
        self.rstrip = rstrip
        self.normalized = not special if normalized is None else normalized
        self.special = special

    def __str__(self):
        return self.content

    def __eq__(self, other):
        return str(self) == str(other)

    def __hash__(self):
        return hash(self.content)

    def __repr__(self):
        return (f'AddedToken("{self.content}", rstrip={self.rstrip}, lstrip={self.lstrip}, '
                f"single_word={self.single_word}, normalized={self.normalized}, special={self.special})")


class Encoding:
    """The tokens of one text (or of a text and its pair), parallel lists."""

    def __init__(self, tokens, row, first):
        self.tokens = tokens
        self.ids, self.type_ids, self.offsets, self.word_ids, self.special_tokens_mask = row
        self.attention_mask = [1] * len(self.ids)
        self.overflowing = []
        self.sequence_ids = []
        seen = 0
        for special in self.special_tokens_mask:
            self.sequence_ids.append(None if special else int(seen >= first))
            seen += not special

    @property
    def words(self):
        """The number of the word each token is in."""
        return self.word_ids

    @property
    def n_sequences(self):
        """1, or 2 with a pair."""
        return 2 if 1 in self.sequence_ids else 1

    def char_to_token(self, char, sequence=0):
        """The token that a character is in; None for one in between."""
        for i, (start, end) in enumerate(self.offsets):
            if self.sequence_ids[i] == sequence and start <= char < end:
                return i
        return None

    def word_to_tokens(self, word, sequence=0):
        """(first, past the last) token of a word."""
        found = [i for i, w in enumerate(self.word_ids) if w == word and self.sequence_ids[i] == sequence]
        return (found[0], found[-1] + 1) if found else None

    def padded(self, count, left, fill):
        """Puts `count` tokens of padding beside the others."""
        def put(values, value):
            values[:] = [value] * count + values if left else values + [value] * count
        for values, value in ((self.ids, fill[1]), (self.tokens, fill[0]), (self.type_ids, 0), (self.offsets, (0, 0)),
                              (self.word_ids, None), (self.sequence_ids, None), (self.special_tokens_mask, 1),
                              (self.attention_mask, 0)):
            put(values, value)

    def __len__(self):
        return len(self.ids)

    def __repr__(self):
        return (f"Encoding(num_tokens={len(self.ids)}, attributes=[ids, type_ids, tokens, offsets, attention_mask, "
                "special_tokens_mask, overflowing])")


class BatchEncoding(UserDict):
    """Token ids and what goes with them: a dict whose keys are attributes too."""

    def __init__(self, data=None, encoding=None, tensor_type=None, **kwargs):
        super().__init__(data or {})
        self._encodings = [encoding] if isinstance(encoding, Encoding) else encoding
        self.convert_to_tensors(tensor_type)

    def __getitem__(self, key):
        if isinstance(key, str):
            return self.data[key]
        if self._encodings is not None:
            if isinstance(key, int):
                return self._encodings[key]
            return {name: values[key] for name, values in self.data.items()}
        raise KeyError("Indexing with integers (to access backend Encoding for a given batch index) is not available "
                       "when using Python based tokenizers")

    def __getattr__(self, name):
        data = self.__dict__.get("data", {})
        if name in data:
            return data[name]
        raise AttributeError(name)

    @property
    def is_fast(self):
        """Does it know where each token comes from?"""
        return self._encodings is not None

    @property
    def encodings(self):
        """One Encoding a text."""
        return self._encodings

    @property
    def n_sequences(self):
        """1, or 2 with pairs."""
        return self._encodings[0].n_sequences if self._encodings else None

    def tokens(self, batch_index=0):
        """The tokens of a text."""
        return self._encodings[batch_index].tokens

    def word_ids(self, batch_index=0):
        """The number of the word each token is in."""
        return self._encodings[batch_index].word_ids

    def sequence_ids(self, batch_index=0):
        """0 for tokens of the first text, 1 for those of its pair, None for special ones."""
        return self._encodings[batch_index].sequence_ids

    def _at(self, row, index):
        """(the encoding, the index): a row may be left out where there is one."""
        return (self._encodings[0], row) if index is None else (self._encodings[row], index)

    def token_to_word(self, batch_or_token_index, token_index=None):
        """The number of the word that a token is in."""
        encoding, token = self._at(batch_or_token_index, token_index)
        return encoding.word_ids[token]

    def token_to_sequence(self, batch_or_token_index, token_index=None):
        """0 or 1: the text that a token comes from."""
        encoding, token = self._at(batch_or_token_index, token_index)
        return encoding.sequence_ids[token]

    def token_to_chars(self, batch_or_token_index, token_index=None):
        """Where a token is in its text."""
        encoding, token = self._at(batch_or_token_index, token_index)
        return None if encoding.sequence_ids[token] is None else CharSpan(*encoding.offsets[token])

    def char_to_token(self, batch_or_char_index, char_index=None, sequence_index=0):
        """The token that a character is in."""
        encoding, char = self._at(batch_or_char_index, char_index)
        return encoding.char_to_token(char, sequence_index)

    def char_to_word(self, batch_or_char_index, char_index=None, sequence_index=0):
        """The number of the word that a character is in."""
        encoding, char = self._at(batch_or_char_index, char_index)
        token = encoding.char_to_token(char, sequence_index)
        return None if token is None else encoding.word_ids[token]

    def word_to_tokens(self, batch_or_word_index, word_index=None, sequence_index=0):
        """The tokens of a word."""
        encoding, word = self._at(batch_or_word_index, word_index)
        span = encoding.word_to_tokens(word, sequence_index)
        return None if span is None else TokenSpan(*span)

    def word_to_chars(self, batch_or_word_index, word_index=None, sequence_index=0):
        """Where a word is in its text."""
        encoding, word = self._at(batch_or_word_index, word_index)
        first, last = encoding.word_to_tokens(word, sequence_index)
        return CharSpan(encoding.offsets[first][0], encoding.offsets[last - 1][1])

    def convert_to_tensors(self, tensor_type=None, prepend_batch_axis=False):
        """Lists to tensors: "pt" or "np"."""
        if tensor_type is None:
            return self
        make = _maker(tensor_type)
        for key, value in self.items():
            try:
                tensor = make([value] if prepend_batch_axis else value)
            except (ValueError, TypeError):
                raise ValueError(
                    "Unable to create tensor, you should probably activate truncation and/or padding with 'padding=True' "
                    "'truncation=True' to have batched tensors with the same length. Perhaps your features "
                    f"(`{key}` in this case) have excessive nesting (inputs type `list` where type `int` is expected)."
                ) from None
            self.data[key] = tensor
        return self

    def to(self, device, *, non_blocking=False):
        """The same with its tensors moved."""
        for key, value in self.data.items():
            if hasattr(value, "to"):
                self.data[key] = value.to(device)
        return self

    def __repr__(self):
        return str(self.data)


def _maker(tensor_type):
    """The function that makes tensors of a kind."""
    if str(tensor_type) == "pt":
        import torch
        return torch.tensor
    if str(tensor_type) == "np":
        import numpy
        return numpy.array
    raise ValueError(f"{tensor_type!r} is not a valid TensorType, please select one of ['pt', 'np', 'mlx']")
