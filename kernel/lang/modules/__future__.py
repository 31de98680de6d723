"""`from __future__ import …`: what every cell has already, and `annotations`."""

_NAMES = ("nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
          "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations")

all_feature_names = list(_NAMES)

(nested_scopes, generators, division, absolute_import, with_statement, print_function, unicode_literals,
 barry_as_FLUFL, generator_stop, annotations) = _NAMES
