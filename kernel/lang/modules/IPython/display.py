"""Showing things below the cell, as IPython.display does. What could run is left out of HTML."""

import _display

__all__ = ["display", "clear_output", "update_display", "publish_display_data", "DisplayHandle", "DisplayObject",
           "TextDisplayObject", "HTML", "Markdown", "Latex", "Math", "SVG", "JSON", "GeoJSON", "Pretty", "Code",
           "Image", "Audio", "Video", "IFrame", "YouTubeVideo", "Javascript", "FileLink", "FileLinks", "ProgressBar",
           "display_html", "display_markdown", "display_latex", "display_png", "display_jpeg", "display_svg",
           "display_json", "display_pretty", "set_matplotlib_formats", "set_matplotlib_close"]


def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _chosen(forms, include, exclude):
    if include is not None:
        forms = {mime: form for mime, form in forms.items() if mime in include or mime == "text/plain"}
    return {mime: form for mime, form in forms.items() if not exclude or mime not in exclude}


class DisplayHandle:
    """A display that can be replaced: display(x, display_id=True) gives one."""

    def __init__(self, display_id=None):
        self.display_id = display_id or _display.new_id()

    def display(self, obj, **options):
        """Shows another display with this id."""
        display(obj, display_id=self.display_id, **options)

    def update(self, obj, **options):
        """Replaces what is shown."""
        update_display(obj, display_id=self.display_id, **options)

    def __repr__(self):
        return f"<DisplayHandle display_id={self.display_id}>"


def display(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False,
            update=False, **options):
    """Shows each object below the cell."""
    if update and display_id is None:
        raise TypeError("display_id required for update=True")
    if clear:
        clear_output(wait=True)
    handle = None
    if display_id is not None:
        handle = DisplayHandle(None if display_id is True else display_id)
    for obj in objs:
        if raw:
            data, about = _display.safe(obj), {}
        else:
            data, about = _display.view(obj)
        data = _chosen(data, include, exclude)
        if metadata:
            about = {**about, **metadata}
        if data:
            _display.publish(data, about, handle.display_id if handle else None, update)
    return handle


def update_display(obj, *, display_id, **options):
    """Replaces the displays that were shown with this id."""
    display(obj, display_id=display_id, update=True, **options)


def clear_output(wait=False):
    """Removes what the cell has shown so far; wait: when the next output comes."""
    _display.clear_output(wait)


def publish_display_data(data, metadata=None, source=None, *, transient=None, **options):
    """Shows a dict of forms."""
    transient = transient or {}
    _display.publish(_display.safe(data), metadata or {}, transient.get("display_id"), options.get("update", False))


class DisplayObject:
    """Something that is shown in a way of its own, from data or a file of the notebook's folder."""

    metadata = None

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if url is None and filename is None and isinstance(data, str) and data.startswith(("http://", "https://")):
            data, url = None, data
        self.data = data
        self.url = url
        self.filename = filename
        if metadata is not None:
            self.metadata = metadata
        self.reload()

    def reload(self):
        """Reads the file again."""
        if self.filename is not None:
            self.data = self._read(self.filename)

    def _read(self, filename):
        return _display.read_file(str(filename)).decode("utf-8")

    def _needs_data(self):
        if self.data is None:
            raise ValueError(f"{type(self).__name__} of '{self.url}': a notebook fetches nothing from the net here")
        return self.data

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class TextDisplayObject(DisplayObject):
    """One whose data are text."""

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if data is not None and not isinstance(data, str):
            raise TypeError(f"{type(self).__name__} expects text, not {data!r}")
        super().__init__(data, url, filename, metadata)


class HTML(TextDisplayObject):
    """HTML, without scripts."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self._needs_data(), "text/plain": _display.html_text(self.data)}, self.metadata or {}

    def __html__(self):
        return self.data


class Markdown(TextDisplayObject):
    """Markdown."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/markdown": self._needs_data(), "text/plain": self.data}, self.metadata or {}


class Latex(TextDisplayObject):
    """LaTeX."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/latex": self._formula(), "text/plain": self._formula()}, self.metadata or {}

    def _formula(self):
        return self._needs_data()


class Math(Latex):
    """A formula."""

    def _formula(self):
        return "$\\displaystyle " + self._needs_data().strip("$") + "$"


class SVG(TextDisplayObject):
    """An SVG picture, shown as a picture: its scripts do not run."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"image/svg+xml": self._needs_data()}, self.metadata or {}


class Pretty(TextDisplayObject):
    """Plain text."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": self._needs_data()}

    def __repr__(self):
        return self._needs_data()


class Code(TextDisplayObject):
    """Program text."""

    def __init__(self, data=None, url=None, filename=None, language=None):
        super().__init__(data, url, filename)
        self.language = language

    def _repr_mimebundle_(self, include=None, exclude=None):
        text = self._needs_data()
        return {"text/html": f"<pre>{_escape(text)}</pre>", "text/plain": text}


class JSON(DisplayObject):
    """Lists and dicts as indented JSON text."""

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root="root", **options):
        self.expanded = expanded
        self.root = root
        super().__init__(data, url, filename, metadata)

    def _repr_mimebundle_(self, include=None, exclude=None):
        import json
        data = self._needs_data()
        if isinstance(data, str):
            data = json.loads(data)
        return {"text/plain": json.dumps(data, indent=2, ensure_ascii=False)}


class GeoJSON(JSON):
    """GeoJSON, as text: there are no maps here."""


class _Binary(DisplayObject):
    """One whose data are bytes."""

    _kinds = ()

    def __init__(self, data=None, url=None, filename=None, embed=True, **options):
        if url is None and filename is None and isinstance(data, str) and not data.startswith(("http://", "https://")):
            data, filename = None, data
        if data is not None and not isinstance(data, (bytes, bytearray, str)):
            data = bytes(data)
        self.options = options
        super().__init__(data, url, filename)

    def _read(self, filename):
        return _display.read_file(str(filename))

    def _mime(self):
        data = self._needs_data()
        for start, mime in self._kinds:
            if data[:len(start)] == start:
                return mime
        raise ValueError(f"Cannot embed the '{self.filename or type(self).__name__}': its format is not known")


class Image(_Binary):
    """A picture: PNG, JPEG, GIF or WebP bytes, a file, or an address."""

    _kinds = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"GIF8", "image/gif"),
              (b"RIFF", "image/webp"))

    def __init__(self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None,
                 retina=False, unconfined=False, metadata=None, alt=None):
        self.width = width
        self.height = height
        self.alt = alt
        super().__init__(data, url, filename)
        if metadata is not None:
            self.metadata = metadata

    def _about(self):
        about = {"width": self.width, "height": self.height, "alt": self.alt}
        return {**{name: value for name, value in about.items() if value is not None}, **(self.metadata or {})}

    def _tag(self, address):
        about = self._about()
        about.setdefault("alt", "picture")
        return "<img " + " ".join(f'{name}="{_escape(str(value))}"' for name, value in about.items()) + \
            f' src="{_escape(address)}">'

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self.data is None and self.url is not None:
            return {"text/html": self._tag(self.url), "text/plain": self.url}
        mime = self._mime()
        forms = {"text/plain": self.alt or "picture"}
        if mime in ("image/png", "image/jpeg"):
            forms[mime] = bytes(self.data)
        else:
            from base64 import b64encode
            forms["text/html"] = self._tag(f"data:{mime};base64,{b64encode(self.data).decode()}")
        return forms, {mime: self._about()}


class _Link(DisplayObject):
    """What is shown as a link, since it would run or play something."""

    _words = ""

    def __init__(self, src=None, *args, **options):
        self.src = str(src)
        super().__init__()

    def _address(self):
        return self.src

    def _repr_mimebundle_(self, include=None, exclude=None):
        address = self._address()
        text = f"{self._words}{address}"
        return {"text/html": f'{_escape(self._words)}<a href="{_escape(address)}">{_escape(address)}</a>',
                "text/plain": text}


class IFrame(_Link):
    """Another page, as a link."""

    _words = "page: "


class Video(_Link):
    """A video, as a link."""

    _words = "video: "


class YouTubeVideo(_Link):
    """A video, as a link."""

    _words = "video: "

    def _address(self):
        return "https://www.youtube.com/watch?v=" + self.src


class Audio(DisplayObject):
    """A sound, as a link or in words: nothing plays here."""

    def __init__(self, data=None, filename=None, url=None, rate=None, **options):
        self.rate = rate
        super().__init__(url=url)
        self.samples = data

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self.url:
            return {"text/html": f'sound: <a href="{_escape(self.url)}">{_escape(self.url)}</a>',
                    "text/plain": f"sound: {self.url}"}
        count = len(self.samples) if self.samples is not None else 0
        seconds = f", {count / self.rate:.3g} s" if self.rate else ""
        return {"text/plain": f"sound of {count} samples{seconds}"}


class FileLink(_Link):
    """A file of the notebook's folder, as a link."""

    _words = ""


class FileLinks(FileLink):
    """A folder, as a link."""


class Javascript(TextDisplayObject):
    """Not run: a notebook shows what it computed, and nothing else happens in the reader's browser."""

    def __init__(self, data=None, url=None, filename=None, lib=None, css=None):
        super().__init__(data, url, filename)

    def _repr_mimebundle_(self, include=None, exclude=None):
        _display.note("JavaScript is left out: outputs here are complete without scripts")
        return {"text/plain": repr(self)}


class ProgressBar(DisplayObject):
    """A bar that moves when .progress is set."""

    def __init__(self, total):
        self.total = total
        self._progress = 0
        self._handle = None
        super().__init__()

    @property
    def progress(self):
        """How much is done."""
        return self._progress

    @progress.setter
    def progress(self, value):
        self._progress = value
        if self._handle:
            self._handle.update(self)

    def display(self):
        """Shows the bar."""
        self._handle = display(self, display_id=True)

    def __iter__(self):
        self.display()
        self._progress = -1
        return self

    def __next__(self):
        self.progress += 1
        if self._progress < self.total:
            return self._progress
        raise StopIteration

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": f'<progress max="{self.total}" value="{self._progress}"></progress>',
                "text/plain": f"{self._progress}/{self.total}"}

    def __repr__(self):
        return f"{self._progress}/{self.total}"


def _display_form(mime):
    def show(*objs, raw=False, metadata=None, **options):
        if raw:
            for obj in objs:
                publish_display_data({mime: obj}, metadata)
        else:
            display(*objs, include=[mime], metadata=metadata, **options)
    return show


display_pretty = _display_form("text/plain")
display_html = _display_form("text/html")
display_markdown = _display_form("text/markdown")
display_latex = _display_form("text/latex")
display_svg = _display_form("image/svg+xml")
display_png = _display_form("image/png")
display_jpeg = _display_form("image/jpeg")
display_json = _display_form("application/json")


def set_matplotlib_formats(*formats, **options):
    """Accepted: figures have one form here."""


def set_matplotlib_close(close=True):
    """Accepted."""
