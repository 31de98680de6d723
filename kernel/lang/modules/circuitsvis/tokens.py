"""Tokens coloured by numbers."""

import glassbox


def colored_tokens(tokens, values, **settings):
    """Tokens, each with a colour for its value."""
    return glassbox.tokens(tokens, values)


def colored_tokens_multi(tokens, values, labels=None, **settings):
    """Tokens coloured by the first of several values [tokens, values]."""
    return glassbox.tokens(tokens, [row[0] for row in values])
