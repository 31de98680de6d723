"""Attention patterns."""

import glassbox


def attention_patterns(tokens, attention, attention_head_names=None, max_value=1, min_value=0, **settings):
    """All heads of a layer as tiles; attention [heads, query, key]."""
    return glassbox.attention(attention, tokens)


def attention_pattern(tokens, attention, **settings):
    """One head; attention [query, key]."""
    return glassbox.attention(attention, tokens)


def attention_heads(attention, tokens, attention_head_names=None, max_value=None, min_value=None, **settings):
    """All heads of a layer as tiles; attention [heads, query, key]."""
    return glassbox.attention(attention, tokens)
