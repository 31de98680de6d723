"""Text in HTML."""

__all__ = ["escape", "unescape"]

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "©", "reg": "®",
          "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
          "times": "×", "middot": "·", "bull": "•", "euro": "€", "pound": "£", "deg": "°", "para": "¶", "sect": "§",
          "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "trade": "™", "laquo": "«", "raquo": "»"}


def escape(s, quote=True):
    """With &amp; &lt; &gt; (and quotes) for what HTML would take for markup."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(name):
    if name[:2] in ("#x", "#X"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _NAMES[name]


def unescape(s):
    """With the characters that &name; and &#number; stand for."""
    out, at = [], 0
    while True:
        mark = s.find("&", at)
        end = s.find(";", mark) if mark >= 0 else -1
        if end < 0:
            out.append(s[at:])
            return "".join(out)
        out.append(s[at:mark])
        try:
            out.append(_character(s[mark + 1:end]))
            at = end + 1
        except (KeyError, ValueError, OverflowError):
            out.append("&")
            at = mark + 1
