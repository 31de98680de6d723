"""The reading half of json."""

from json import JSONDecodeError, JSONDecoder
