/* Where in a failing expression CPython puts its carets: `a / b` is underlined `~~^~~`, the
 * operator stressed, `x[i]` is `~^^^`. Other expressions are underlined throughout. */
#ifndef GB_KERNEL_ANCHOR_H
#define GB_KERNEL_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

/* True when the `n` bytes are one binary operation or one index: the stressed bytes are [*left,
 * *right). Source: CPython 3.11, Python/traceback.c, extract_anchors_from_expr. */
bool gb_find_anchor(const char *text, size_t n, size_t *left, size_t *right);

#endif
