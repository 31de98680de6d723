"""Wrapping, filling, indenting and dedenting text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "
_to_spaces = dict.fromkeys(map(ord, _WHITESPACE), " ")


def _is_word(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return _is_word(c) and not c.isdecimal()


def _ends_word(c):
    return _is_word(c) or c != "" and c in "!\"'&.,?"


def _may_break(word, i):
    """Is the hyphen at i between two letters, or a letter, a hyphen and one more, and two letters?"""
    before = i >= 2 and _is_letter(word[i - 2]) and _is_letter(word[i - 1])
    if not before:
        before = i >= 3 and _is_letter(word[i - 3]) and word[i - 2] == "-" and _ends_word(word[i - 1])
    after = i + 2 if word[i + 2:i + 3] != "-" else i + 3
    return before and _is_letter(word[i + 1:i + 2]) and _is_letter(word[after:after + 1])


class TextWrapper:
    """Wraps paragraphs; see the attributes for how."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Pieces that may stand alone on a line: runs of blanks, words, parts of hyphenated words."""
        pieces, start = [], 0
        while start < len(text):
            blank = text[start] in _WHITESPACE
            end = start + 1
            while end < len(text) and (text[end] in _WHITESPACE) == blank:
                end += 1
            if blank or not self.break_on_hyphens:
                pieces.append(text[start:end])
            else:
                pieces.extend(self._split_word(text[start:end]))
            start = end
        return pieces

    def _split_word(self, word):
        """Breaks behind a hyphen between letters and around long dashes."""
        pieces, start, i = [], 0, 0
        while i < len(word):
            if word[i] != "-":
                i += 1
                continue
            end = i
            while end < len(word) and word[end] == "-":
                end += 1
            if end - i >= 2:
                if i > start and _is_word(word[end:end + 1]) and _ends_word(word[i - 1]):
                    pieces.append(word[start:i])
                    pieces.append(word[i:end])
                    start = end
            elif i > start and _may_break(word, i):
                pieces.append(word[start:end])
                start = end
            i = end
        if start < len(word):
            pieces.append(word[start:])
        return pieces

    def _split_chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_to_spaces)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i].rstrip("\"'")
                if chunks[i + 1] == " " and word[-1:] in (".", "!", "?") and word[-2:-1].islower():
                    chunks[i + 1] = "  "
        return chunks

    def _break_long_word(self, chunks, line, used, width):
        """Puts what fits of the next word, which is longer than a line, on this one."""
        left = 1 if width < 1 else width - used
        if self.break_long_words:
            end, word = left, chunks[-1]
            if self.break_on_hyphens and len(word) > left:
                hyphen = word.rfind("-", 0, left)
                if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _take_line(self, chunks, width):
        line, used = [], 0
        while chunks and used + len(chunks[-1]) <= width:
            used += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._break_long_word(chunks, line, used, width)
            used = sum(map(len, line))
        if self.drop_whitespace and line and line[-1].strip() == "":
            used -= len(line.pop())
        return line, used

    def _end_with_placeholder(self, lines, line, used, width, indent):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            used -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            line, used = self._take_line(chunks, width)
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and used <= width:
                lines.append(indent + "".join(line))
            else:
                self._end_with_placeholder(lines, line, used, width, indent)
                break
        return lines

    def wrap(self, text):
        """A list of lines of at most width characters, without their ends."""
        return self._wrap_chunks(self._split_chunks(text))

    def fill(self, text):
        """The lines joined."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """A list of lines of at most width characters."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The text in lines of at most width characters."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line, cut to width with a placeholder."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the blanks that all lines begin with."""
    margin = None
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
            continue
        same = 0
        while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
            same += 1
        margin = margin[:same]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """The prefix before every line (that is not blank, or for which predicate is true)."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
