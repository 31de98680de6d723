/* Tensor card: one tensor in one line, with folds.
 * "float32 [1, 7, 768] · cpu · 21.5 kB · −3.21…4.05 · mean 0.0123 · σ 0.981 · 2 NaN", a small
 * histogram, a folded heat map of all of it and, when it is small, its values. */
#ifndef GB_DISPLAY_CARD_H
#define GB_DISPLAY_CARD_H

#include "display/array.h"
#include "display/bundle.h"

typedef struct gb_card {
    const char *title;  /* the expression or path; NULL: none */
    const char *kind;   /* "Tensor" (when NULL), "Parameter", … */
    const char *dtype;  /* "float32"; NULL: from the array's type */
    const char *device; /* "cpu"; NULL: not said */
    const char *repr;   /* becomes text/plain as it is; NULL: the card writes its own text */
    uint64_t bytes;     /* 0: not said */
    gb_array array;     /* dims and names of the whole tensor; data may be NULL */
    const gb_statistics *statistics; /* of the whole tensor; NULL: taken from array.data */
    const gb_array *map; /* already shrunk picture of it, [rows, columns]; NULL: from array.data */
} gb_card;

/* ValueError when the array is impossible. */
bool gb_card_show(const gb_card *card, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* The one line alone, for trees and lists: owned, gb_free. */
char *gb_card_line(const gb_card *card, gb_error *err) GB_MUST_CHECK;

#endif
