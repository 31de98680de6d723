"""Tokenizers as transformers' users know them, over the native `_Tokenizer`."""

ROLES = ("bos", "eos", "unk", "sep", "pad", "cls", "mask")


class BatchEncoding(dict):
    """Token ids and what goes with them: a dict whose keys are attributes too."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        if name == "data":
            return self
        raise AttributeError(name)

    def to(self, *args, **kwargs):
        """The same with its tensors moved."""
        return BatchEncoding({k: v.to(*args, **kwargs) if hasattr(v, "to") else v for k, v in self.items()})


def _plain(ids):
    """Token ids of any form as a list of ints, or an int."""
    if hasattr(ids, "tolist"):
        return ids.tolist()
    if isinstance(ids, (list, tuple)):
        return [i.item() if hasattr(i, "item") else i for i in ids]
    return ids


class PreTrainedTokenizerFast:
    """Text to token ids and back."""

    def __init__(self, native):
        self.__dict__["_native"] = native
        self.__dict__["padding_side"] = "left" if native.pads_left() else "right"
        self.__dict__["truncation_side"] = "right"
        self.__dict__["model_max_length"] = native.max_length()
        self.__dict__["name_or_path"] = ""
        self.__dict__["chat_template"] = native.settings().get("chat_template")

    # --- special tokens: bos_token, bos_token_id, … ---

    def __getattr__(self, name):
        role = name.removesuffix("_id").removesuffix("_token")
        if role in ROLES and name.endswith("_token"):
            return self._native.role(role)[0]
        if role in ROLES and name.endswith("_token_id"):
            return self._native.role(role)[1]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        role = name.removesuffix("_id").removesuffix("_token")
        if role in ROLES and name.endswith("_token"):
            self._native.set_role(role, value)
        elif role in ROLES and name.endswith("_token_id"):
            self._native.set_role(role, self._native.token(value))
        else:
            self.__dict__[name] = value

    @property
    def vocab_size(self):
        """Tokens of the model, added ones left out."""
        return self._native.vocab_size()

    @property
    def all_special_tokens(self):
        """Every special token."""
        return self._native.specials()

    @property
    def all_special_ids(self):
        """The ids of every special token."""
        return [self._native.id(t) for t in self._native.specials()]

    @property
    def special_tokens_map(self):
        """Roles and their tokens."""
        return {f"{r}_token": self._native.role(r)[0] for r in ROLES if self._native.role(r)[0] is not None}

    @property
    def is_fast(self):
        """True."""
        return True

    def __len__(self):
        return self._native.size()

    def get_vocab(self):
        """Tokens and their ids."""
        pairs = ((self._native.token(i), i) for i in range(self._native.id_end()))
        return {token: i for token, i in pairs if token is not None}

    @property
    def vocab(self):
        """Tokens and their ids."""
        return self.get_vocab()

    # --- text to ids ---

    def encode(self, text, text_pair=None, add_special_tokens=True, return_tensors=None, truncation=False,
               max_length=None, **kwargs):
        """The token ids of a text."""
        limit = max_length if truncation else None
        ids = self._native.encode(text, text_pair, add_special_tokens, limit)[0]
        if return_tensors:
            import torch
            return torch.tensor([ids])
        return ids

    def tokenize(self, text, pair=None, add_special_tokens=False, **kwargs):
        """The tokens of a text, as the vocabulary holds them."""
        return [self._native.token(i) for i in self._native.encode(text, pair, add_special_tokens, None)[0]]

    def __call__(self, text, text_pair=None, add_special_tokens=True, padding=False, truncation=False,
                 max_length=None, return_tensors=None, return_offsets_mapping=False,
                 return_token_type_ids=None, return_attention_mask=True, **kwargs):
        many = isinstance(text, (list, tuple))
        texts = list(text) if many else [text]
        pairs = list(text_pair) if many and text_pair is not None else [text_pair] * len(texts)
        limit = (max_length or self.model_max_length) if truncation else None
        if limit is not None and limit > 10**9:
            limit = None
        rows = [self._native.encode(t, p, add_special_tokens, limit) for t, p in zip(texts, pairs)]
        out = {"input_ids": [r[0] for r in rows]}
        names = self._native.settings().get("model_input_names") or ["input_ids", "token_type_ids", "attention_mask"]
        if return_token_type_ids or (return_token_type_ids is None and "token_type_ids" in names
                                     and self._has_types(rows)):
            out["token_type_ids"] = [r[1] for r in rows]
        if return_attention_mask:
            out["attention_mask"] = [[1] * len(r[0]) for r in rows]
        if return_offsets_mapping:
            out["offset_mapping"] = [r[2] for r in rows]
        if padding:
            self._pad(out, max_length if padding == "max_length" else None)
        if return_tensors:
            import torch
            if len({len(row) for row in out["input_ids"]}) > 1:
                raise ValueError("Unable to create tensor, you should probably activate truncation and/or padding "
                                 "with 'padding=True' 'truncation=True' to have batched tensors with the same length.")
            return BatchEncoding({k: torch.tensor(v) for k, v in out.items()})
        return BatchEncoding(out if many else {k: v[0] for k, v in out.items()})

    def _has_types(self, rows):
        return self._native.settings().get("tokenizer_class", "") not in ("GPT2Tokenizer", "LlamaTokenizer")

    def _pad(self, out, length):
        pad = self._native.role("pad")[1]
        if pad is None:
            raise ValueError("Asking to pad but the tokenizer does not have a padding token. Please select a token to use "
                             "as `pad_token` `(tokenizer.pad_token = tokenizer.eos_token e.g.)` or add a new pad token "
                             "via `tokenizer.add_special_tokens({'pad_token': '[PAD]'})`.")
        longest = max(length or 0, *(len(row) for row in out["input_ids"]))
        fill = {"input_ids": pad, "attention_mask": 0, "token_type_ids": 0, "offset_mapping": (0, 0)}
        for key, rows in out.items():
            for i, row in enumerate(rows):
                extra = [fill[key]] * (longest - len(row))
                rows[i] = extra + row if self.padding_side == "left" else row + extra

    # --- ids to text ---

    def decode(self, token_ids, skip_special_tokens=False, clean_up_tokenization_spaces=None, **kwargs):
        """The text of token ids (or of one id); of several rows, a list of texts."""
        ids = _plain(token_ids)
        if isinstance(ids, int):
            ids = [ids]
        if ids and isinstance(ids[0], list):
            return [self._native.decode(row, skip_special_tokens) for row in ids]
        return self._native.decode(ids, skip_special_tokens)

    def batch_decode(self, sequences, skip_special_tokens=False, **kwargs):
        """The texts of several rows of token ids."""
        return [self.decode(row, skip_special_tokens) for row in sequences]

    def convert_ids_to_tokens(self, ids, skip_special_tokens=False):
        """Tokens of ids, as the vocabulary holds them."""
        ids = _plain(ids)
        if isinstance(ids, int):
            return self._native.token(ids)
        special = set(self.all_special_ids) if skip_special_tokens else ()
        return [self._native.token(i) for i in ids if i not in special]

    def convert_tokens_to_ids(self, tokens):
        """Ids of tokens."""
        if isinstance(tokens, str):
            return self._native.id(tokens)
        return [self._native.id(t) for t in tokens]

    def convert_tokens_to_string(self, tokens):
        """The text of tokens."""
        return self._native.join(tokens)

    # --- chats ---

    def apply_chat_template(self, conversation, tokenize=True, add_generation_prompt=False, return_tensors=None,
                            return_dict=True, **kwargs):
        """Messages [{role, content}] as the text, or token ids, that the model was trained on."""
        import json
        text = self._native.chat(json.dumps(conversation), add_generation_prompt)
        if not tokenize:
            return text
        out = self(text, add_special_tokens=False, return_tensors=return_tensors)
        return out if return_dict else out["input_ids"]

    def __repr__(self):
        return (f"{type(self).__name__}(name_or_path={self.name_or_path!r}, vocab_size={self.vocab_size}, "
                f"model_max_length={self.model_max_length}, padding_side={self.padding_side!r}, "
                f"special_tokens={self.special_tokens_map})")
