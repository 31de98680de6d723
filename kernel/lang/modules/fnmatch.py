"""Names against patterns: * any text, ? one character, [abc] one of these, [!abc] none of these."""

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def _class_end(pat, at):
    """Where a [class] that begins at `at` ends; -1 when it does not."""
    start = at + 1 + (pat[at + 1:at + 2] == "!")
    return pat.find("]", start + 1)


def _in_class(c, text):
    negated = text.startswith("!")
    text = text[negated:]
    i = 0
    found = False
    while i < len(text):
        if i + 2 < len(text) and text[i + 1] == "-":
            found = found or text[i] <= c <= text[i + 2]
            i += 3
        else:
            found = found or text[i] == c
            i += 1
    return found != negated


def fnmatchcase(name, pat):
    """Does the name match? Upper and lower case differ."""
    i = j = 0
    star, resume = -1, 0
    while i < len(name):
        if j < len(pat) and pat[j] == "*":
            star, resume = j, i
            j += 1
            continue
        if j < len(pat) and pat[j] == "[" and (end := _class_end(pat, j)) > 0:
            ok, width = _in_class(name[i], pat[j + 1:end]), end + 1 - j
        else:
            ok, width = j < len(pat) and pat[j] in ("?", name[i]), 1
        if ok:
            i, j = i + 1, j + width
        elif star >= 0:
            resume += 1
            i, j = resume, star + 1
        else:
            return False
    return all(c == "*" for c in pat[j:])


fnmatch = fnmatchcase


def filter(names, pat):
    """The names that match."""
    return [name for name in names if fnmatchcase(name, pat)]


def translate(pat):
    """The pattern as a regular expression."""
    import re

    out, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[" and (end := _class_end(pat, i - 1)) > 0:
            inside = pat[i:end].replace("\\", "\\\\")
            out.append(f"[{'^' + inside[1:] if inside.startswith('!') else inside}]")
            i = end + 1
        else:
            out.append(re.escape(c))
    return f"(?s:{''.join(out)})\\Z"
