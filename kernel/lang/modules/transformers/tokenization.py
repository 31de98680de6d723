"""Tokenizers as transformers' users know them, over the native `_Tokenizer`."""

from transformers.encoding import AddedToken, BatchEncoding, Encoding

ROLES = ("bos", "eos", "unk", "sep", "pad", "cls", "mask")

WRONG_INPUT = ("text input must be of type `str` (single example), `list[str]` (batch or single pretokenized example) or "
               "`list[list[str]]` (batch of pretokenized examples) or `list[tuple[list[str], list[str]]]` (batch of "
               "pretokenized sequence pairs).")
NO_PAD = ("Asking to pad but the tokenizer does not have a padding token. Please select a token to use as `pad_token` "
          "`(tokenizer.pad_token = tokenizer.eos_token e.g.)` or add a new pad token via "
          "`tokenizer.add_special_tokens({'pad_token': '[PAD]'})`.")
NO_TEMPLATE = ("Cannot use chat template functions because tokenizer.chat_template is not set and no template argument was "
               "passed! For information about writing templates and setting the tokenizer.chat_template attribute, please "
               "see the documentation at https://huggingface.co/docs/transformers/main/en/chat_templating")


def _plain(ids):
    """Token ids of any form as lists of ints, or an int."""
    if hasattr(ids, "tolist"):
        return ids.tolist()
    if isinstance(ids, (list, tuple)):
        return [_plain(i) if isinstance(i, (list, tuple)) or hasattr(i, "tolist") else i for i in ids]
    return ids


def _is_text(value):
    """Is it a text, or texts, or pairs of them?"""
    if isinstance(value, str):
        return True
    if isinstance(value, (list, tuple)):
        return not value or _is_text(value[0])
    return False


class TokenizersBackend:
    """Text to token ids and back."""

    def __init__(self, native):
        settings = native.settings()
        self.__dict__.update(
            _native=native, padding_side="left" if native.pads_left() else "right",
            truncation_side=settings.get("truncation_side", "right"), model_max_length=native.max_length(),
            name_or_path="", chat_template=settings.get("chat_template"), is_fast=True,
            clean_up_tokenization_spaces=settings.get("clean_up_tokenization_spaces", False),
            model_input_names=settings.get("model_input_names") or ["input_ids", "attention_mask"])

    # --- special tokens: bos_token, bos_token_id, … ---

    def __getattr__(self, name):
        role = name.removesuffix("_id").removesuffix("_token")
        if role in ROLES and name.endswith("_token"):
            return self._native.role(role)[0]
        if role in ROLES and name.endswith("_token_id"):
            return self._native.role(role)[1]
        raise AttributeError(f"{type(self).__name__} has no attribute {name}")

    def __setattr__(self, name, value):
        role = name.removesuffix("_id").removesuffix("_token")
        if role in ROLES and name.endswith("_token"):
            self._set_role(role, value)
        elif role in ROLES and name.endswith("_token_id"):
            self._set_role(role, None if value is None else self._native.token(value))
        else:
            self.__dict__[name] = value

    def _set_role(self, role, token):
        if token is not None and self._native.place(str(token)) is None:
            self._native.add(str(token), True)
        self._native.set_role(role, None if token is None else str(token))

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
        return [self._native.id(t) for t in self.all_special_tokens]

    @property
    def special_tokens_map(self):
        """Roles and their tokens."""
        return {f"{r}_token": self._native.role(r)[0] for r in ROLES if self._native.role(r)[0] is not None}

    @property
    def added_tokens_decoder(self):
        """The added tokens by id."""
        return {i: AddedToken(text, single_word, lstrip, rstrip, normalized, special)
                for i, text, single_word, lstrip, rstrip, normalized, special in self._native.added()}

    @property
    def added_tokens_encoder(self):
        """The ids of the added tokens."""
        return self.get_added_vocab()

    def get_added_vocab(self):
        """The ids of the added tokens."""
        return {row[1]: row[0] for row in self._native.added()}

    def add_tokens(self, new_tokens, special_tokens=False):
        """Adds tokens that are cut out of texts from now on; how many were new."""
        tokens = new_tokens if isinstance(new_tokens, (list, tuple)) else [new_tokens]
        new = 0
        for token in tokens:
            special = special_tokens or getattr(token, "special", False)
            new += self._native.add(str(token), bool(special))
        return new

    def add_special_tokens(self, special_tokens_dict, replace_extra_special_tokens=True):
        """Gives roles to tokens, which are added where they are new; how many were."""
        new = 0
        for key, value in special_tokens_dict.items():
            if key in ("additional_special_tokens", "extra_special_tokens"):
                new += self.add_tokens(value, special_tokens=True)
                continue
            role = key.removesuffix("_token")
            if role not in ROLES:
                raise ValueError(f"Key {key} is not a special token")
            new += self._native.place(str(value)) is None
            self._set_role(role, value)
        return new

    def num_special_tokens_to_add(self, pair=False):
        """How many special tokens go around a text."""
        return len(self._native.encode("", "" if pair else None, True, None, False)[0])

    def get_special_tokens_mask(self, token_ids_0, token_ids_1=None, already_has_special_tokens=False):
        """1 for special tokens, 0 for others."""
        if not already_has_special_tokens:
            raise NotImplementedError(
                f"{type(self).__name__} does not implement get_special_tokens_mask for non-formatted sequences")
        special = set(self.all_special_ids)
        return [int(i in special) for i in _plain(token_ids_0)]

    # --- the vocabulary ---

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

    def encode(self, text, text_pair=None, add_special_tokens=True, padding=False, truncation=None, max_length=None,
               stride=0, padding_side=None, return_tensors=None, **kwargs):
        """The token ids of a text."""
        return self(text, text_pair, add_special_tokens=add_special_tokens, padding=padding, truncation=truncation,
                    max_length=max_length, padding_side=padding_side, return_tensors=return_tensors,
                    **kwargs)["input_ids"]

    def tokenize(self, text, pair=None, add_special_tokens=False, **kwargs):
        """The tokens of a text, as the vocabulary holds them."""
        return self._encoding(text, pair, add_special_tokens, None).tokens

    def _encoding(self, text, pair, special, limit):
        row = self._native.encode(text, pair, special, limit, self.truncation_side == "left")
        first = len(row[0])
        if pair is not None:
            first = len(self._native.encode(text, None, False, None, False)[0])
        return Encoding(self.convert_ids_to_tokens(row[0]), row, first)

    def _frame(self, special):
        """The special tokens before and after a text: rows as the native part gives them."""
        row = self._native.encode("a", None, special, None, False)
        start, stop = row[4].index(0), len(row[4]) - row[4][::-1].index(0)
        return [column[:start] for column in row], [column[stop:] for column in row]

    def _joined(self, parts, special):
        """Rows of one text after each other, between the special tokens."""
        before, after = self._frame(special)
        row = [sum((part[i] for part in (before, *parts, after)), []) for i in range(len(before))]
        return Encoding(self.convert_ids_to_tokens(row[0]), row, len(row[0]))

    def _words_encoding(self, words, special, limit):
        """The encoding of a text that was split into words by somebody else."""
        parts = []
        for number, word in enumerate(words):
            ids, types, offsets, _, marks = self._native.encode(word, None, False, None, False)
            parts.append((ids, types, offsets, [number] * len(ids), marks))
        row = self._joined(parts, False)
        columns = [row.ids, row.type_ids, row.offsets, row.word_ids, row.special_tokens_mask]
        room = None if limit is None else max(limit - self.num_special_tokens_to_add(), 0) if special else limit
        return self._joined([[column[:room] for column in columns]], special)

    def _windows(self, text, special, limit, stride):
        """A text in encodings of at most `limit` tokens, of which `stride` repeat the last one's end."""
        row = self._native.encode(text, None, False, None, False)
        room = limit - (self.num_special_tokens_to_add() if special else 0)
        if room <= stride:
            raise ValueError(f"a stride of {stride} leaves no room in {limit} tokens")
        start, parts = 0, []
        while True:
            parts.append(self._joined([[column[start:start + room] for column in row]], special))
            if start + room >= len(row[0]):
                return parts
            start += room - stride

    def __call__(self, text=None, text_pair=None, text_target=None, text_pair_target=None, *, add_special_tokens=True,
                 padding=False, truncation=None, max_length=None, stride=0, is_split_into_words=False,
                 pad_to_multiple_of=None, padding_side=None, return_tensors=None, return_token_type_ids=None,
                 return_attention_mask=None, return_overflowing_tokens=False, return_special_tokens_mask=False,
                 return_offsets_mapping=False, return_length=False, verbose=True, **kwargs):
        if not _is_text(text):
            raise ValueError(WRONG_INPUT)
        if is_split_into_words:
            many = bool(text) and isinstance(text[0], (list, tuple))
        else:
            many = isinstance(text, (list, tuple))
        texts, pairs = self._rows(text, text_pair, many, is_split_into_words)
        limit = self._limit(truncation, max_length, padding)
        if is_split_into_words:
            encodings = [self._words_encoding(t, add_special_tokens, limit) for t in texts]
        elif return_overflowing_tokens and limit is not None:
            windows = [self._windows(t, add_special_tokens, limit, stride) for t in texts]
            encodings = sum(windows, [])
        else:
            encodings = [self._encoding(t, p, add_special_tokens, limit) for t, p in zip(texts, pairs)]
        if padding not in (False, None, "do_not_pad") and encodings:
            self._pad(encodings, max_length if padding == "max_length" else None, pad_to_multiple_of, padding_side)
        wanted = self._columns(return_token_type_ids, return_attention_mask, return_special_tokens_mask,
                               return_offsets_mapping)
        out = {name: [getattr(e, field) for e in encodings] for name, field in wanted.items()}
        if return_length:
            out["length"] = [len(e) for e in encodings]
        if return_overflowing_tokens and limit is not None:
            out["overflow_to_sample_mapping"] = [i for i, rows in enumerate(windows) for _ in rows]
        elif not many and not return_tensors:
            out = {k: v if k == "length" else v[0] for k, v in out.items()}
        return BatchEncoding(out, encodings, return_tensors)

    def _rows(self, text, pair, many, split):
        """Texts and their pairs, a row each."""
        if not many:
            return [text], [pair]
        if pair is None and not split and text and isinstance(text[0], (list, tuple)):
            return [t[0] for t in text], [t[1] for t in text]
        return list(text), [None] * len(text) if pair is None else list(pair)

    def _limit(self, truncation, max_length, padding):
        if truncation in (False, "do_not_truncate"):
            return None
        if not truncation:  # a limit without a word on truncation truncates
            return max_length if max_length is not None and padding != "max_length" else None
        limit = self.model_max_length if max_length is None else max_length
        return limit if limit < 10**9 else None

    def _columns(self, types, attention, special, offsets):
        """What is given: names and the fields of Encoding."""
        wanted = {"input_ids": "ids"}
        if types or (types is None and "token_type_ids" in self.model_input_names):
            wanted["token_type_ids"] = "type_ids"
        if attention or (attention is None and "attention_mask" in self.model_input_names):
            wanted["attention_mask"] = "attention_mask"
        if special:
            wanted["special_tokens_mask"] = "special_tokens_mask"
        if offsets:
            wanted["offset_mapping"] = "offsets"
        return wanted

    def _pad(self, encodings, length, multiple, side):
        fill = self._native.role("pad")
        if fill[1] is None:
            raise ValueError(NO_PAD)
        longest = max(length or 0, *(len(e) for e in encodings), 0)
        if multiple:
            longest = -(-longest // multiple) * multiple
        for encoding in encodings:
            encoding.padded(longest - len(encoding), (side or self.padding_side) == "left", fill)

    def pad(self, encoded_inputs, padding=True, max_length=None, pad_to_multiple_of=None, padding_side=None,
            return_attention_mask=None, return_tensors=None, verbose=True):
        """Rows of token ids filled up to one length."""
        if isinstance(encoded_inputs, (list, tuple)):
            encoded_inputs = {key: [row[key] for row in encoded_inputs] for key in encoded_inputs[0]}
        rows = {key: [list(r) for r in _plain(value)] for key, value in encoded_inputs.items()}
        pad = self._native.role("pad")[1]
        if pad is None:
            raise ValueError(NO_PAD)
        longest = max((max_length or 0) if padding == "max_length" else 0, *(len(r) for r in rows["input_ids"]), 0)
        if pad_to_multiple_of:
            longest = -(-longest // pad_to_multiple_of) * pad_to_multiple_of
        rows.setdefault("attention_mask", [[1] * len(r) for r in rows["input_ids"]])
        fill = {"input_ids": pad, "special_tokens_mask": 1}
        left = (padding_side or self.padding_side) == "left"
        for key, values in rows.items():
            for i, row in enumerate(values):
                extra = [fill.get(key, 0)] * (longest - len(row))
                values[i] = extra + row if left else row + extra
        return BatchEncoding(rows, None, return_tensors)

    # --- ids to text ---

    def decode(self, token_ids, skip_special_tokens=False, clean_up_tokenization_spaces=None, **kwargs):
        """The text of token ids (or of one id); of several rows, a list of texts."""
        ids = _plain(token_ids)
        if isinstance(ids, int):
            ids = [ids]
        if isinstance(ids, (list, tuple)) and ids and isinstance(ids[0], list):
            return [self.decode(row, skip_special_tokens, clean_up_tokenization_spaces) for row in ids]
        return self._native.decode(ids, skip_special_tokens, clean_up_tokenization_spaces)

    def batch_decode(self, sequences, skip_special_tokens=False, clean_up_tokenization_spaces=None, **kwargs):
        """The texts of several rows of token ids."""
        texts = self.decode(sequences, skip_special_tokens, clean_up_tokenization_spaces)
        return [texts] if isinstance(texts, str) else texts

    def convert_ids_to_tokens(self, ids, skip_special_tokens=False):
        """Tokens of ids, as the vocabulary holds them."""
        ids = _plain(ids)
        if isinstance(ids, int):
            return self._native.token(ids)
        special = set(self.all_special_ids) if skip_special_tokens else ()
        return [self._native.token(i) for i in ids if i not in special]

    def convert_tokens_to_ids(self, tokens):
        """Ids of tokens."""
        if tokens is None or isinstance(tokens, str):
            return None if tokens is None else self._native.id(tokens)
        return [self._native.id(t) for t in tokens]

    def convert_tokens_to_string(self, tokens):
        """The text of tokens."""
        return self._native.join(tokens)

    # --- chats ---

    def get_chat_template(self, chat_template=None, tools=None):
        """The Jinja text that a chat goes through."""
        known = self.chat_template
        if isinstance(known, (list, dict)):
            known = {t["name"]: t["template"] for t in known} if isinstance(known, list) else known
            return known.get(chat_template or ("tool_use" if tools and "tool_use" in known else "default"), chat_template)
        if chat_template is None and known is None:
            raise ValueError(NO_TEMPLATE)
        return chat_template or known

    def apply_chat_template(self, conversation, tools=None, documents=None, chat_template=None,
                            add_generation_prompt=False, continue_final_message=False, tokenize=True, padding=False,
                            truncation=False, max_length=None, return_tensors=None, return_dict=True,
                            tokenizer_kwargs=None, **kwargs):
        """Messages [{role, content}] as the text, or token ids, that the model was trained on."""
        template = self.get_chat_template(chat_template, tools)
        if continue_final_message and add_generation_prompt:
            raise ValueError("continue_final_message and add_generation_prompt are not compatible. Use "
                             "continue_final_message when you want the model to continue the final message, and "
                             "add_generation_prompt when you want to add a header that will prompt it to start a new "
                             "assistant message instead.")
        many = bool(conversation) and isinstance(conversation[0], (list, tuple))
        texts = []
        for messages in conversation if many else [conversation]:
            text = self._chat(template, messages, tools, documents, add_generation_prompt, kwargs)
            texts.append(_up_to(text, messages[-1]["content"]) if continue_final_message else text)
        if not tokenize:
            return texts if many else texts[0]
        out = self(texts if many else texts[0], add_special_tokens=False, padding=padding, truncation=truncation,
                   max_length=max_length, return_tensors=return_tensors, **(tokenizer_kwargs or {}))
        return out if return_dict else out["input_ids"]

    def _chat(self, template, messages, tools, documents, prompt, more):
        import json
        variables = {"messages": messages, "tools": tools, "documents": documents, "add_generation_prompt": prompt}
        return self._native.render(template, json.dumps({**self.special_tokens_map, **variables, **more}))

    def __repr__(self):
        added = "\n\t".join(f"{i}: {token!r}," for i, token in self.added_tokens_decoder.items())
        return (f"{type(self).__name__}(name_or_path={self.name_or_path!r}, vocab_size={self.vocab_size}, "
                f"model_max_length={self.model_max_length}, padding_side={self.padding_side!r}, "
                f"truncation_side={self.truncation_side!r}, special_tokens={self.special_tokens_map}, "
                "added_tokens_decoder={\n\t" + added + "\n})")


def _up_to(text, content):
    """A rendered chat cut after its last message's text."""
    content = content.strip()
    found = text.rfind(content)
    if found < 0:
        raise ValueError("continue_final_message is set but the final message does not appear in the chat after applying "
                         "the chat template! This can happen if the chat template deletes portions of the final message. "
                         "Please verify the chat template and final message in your chat to ensure they are compatible.")
    return text[:found + len(content)]


PreTrainedTokenizerFast = TokenizersBackend
