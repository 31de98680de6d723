/* Plain arrays: how numbers reach a view.
 * A `gb_array` is a borrowed look at contiguous row-major memory with the names of its dimensions.
 * Not a tensor: no arithmetic, no device, no ownership. Whoever shows a tensor copies it (or a
 * shrunk map of it, with the statistics taken on its device) to plain memory first. */
#ifndef GB_DISPLAY_ARRAY_H
#define GB_DISPLAY_ARRAY_H

#include "graph/base/error.h"

typedef enum gb_array_type {
    GB_ARRAY_DOUBLE,
    GB_ARRAY_FLOAT,
    GB_ARRAY_INT64,
    GB_ARRAY_BOOL, /* C's bool, one byte */
} gb_array_type;

enum { GB_ARRAY_RANK = 16, GB_HISTOGRAM_BINS = 32 };

/* All pointers are borrowed and must live as long as the view is being shown. */
typedef struct gb_array {
    gb_array_type type;
    size_t rank;                      /* 0: a scalar, one element */
    int64_t dims[GB_ARRAY_RANK];      /* each ≥ 0 */
    const char *names[GB_ARRAY_RANK]; /* "layer", "position", …; NULL where there is none */
    const void *data;                 /* gb_array_count elements; NULL: only the shape is known */
    const bool *mask;                 /* NULL, or one flag an element: true = not applicable */
} gb_array;

/* One- and two-dimensional views of doubles and floats, the common cases. */
gb_array gb_array_doubles(const double *data, int64_t count);
gb_array gb_array_matrix(const double *data, int64_t rows, int64_t columns);
gb_array gb_array_floats(const float *data, int64_t rows, int64_t columns);

/* False with ValueError when the rank or a dimension is impossible or the product overflows;
 * `what` names the array in the message. */
bool gb_array_check(const gb_array *array, const char *what, gb_error *err) GB_MUST_CHECK;

/* Elements; 0 when a dimension is 0. Call on checked arrays only. */
int64_t gb_array_count(const gb_array *array);

/* Element i of the flattened array as a double; bools are 0 and 1. */
double gb_array_get(const gb_array *array, int64_t i);

/* True when element i is masked. */
bool gb_array_masked(const gb_array *array, int64_t i);

/* Exact figures of all elements that are not masked. `min`, `max`, `mean` and `deviation` are over
 * finite elements, NaN when there is none; `deviation` divides by n - 1 as torch.std does. */
typedef struct gb_statistics {
    int64_t count; /* elements not masked */
    int64_t masked;
    int64_t nan;
    int64_t infinite; /* of either sign */
    int64_t zero;
    double min;
    double max;
    double mean;
    double deviation;
    int64_t bins[GB_HISTOGRAM_BINS]; /* finite elements, equal widths from min to max */
} gb_statistics;

/* Walks the array twice; false with KeyboardInterrupt when interrupted. */
bool gb_array_statistics(const gb_array *array, gb_statistics *out, gb_error *err) GB_MUST_CHECK;

/* A matrix made small enough to be looked at: each cell of the small one stands for a block of the
 * large one and holds the value of largest magnitude in it (NaN wins over all, masked ones count
 * only when the whole block is masked). */
typedef struct gb_small_matrix {
    int64_t rows, columns;               /* of the small one */
    int64_t source_rows, source_columns; /* of the large one */
    double *values;                      /* rows × columns, owned */
    bool *mask;                          /* rows × columns, owned; NULL when nothing is masked */
} gb_small_matrix;

/* Shrinks a [rows, columns] array to at most `max_rows` × `max_columns`; a smaller one is copied.
 * Arrays of higher rank are taken as [product of all but the last, last], a vector as one row. */
bool gb_array_shrink(const gb_array *array, int64_t max_rows, int64_t max_columns,
                     gb_small_matrix *out, gb_error *err) GB_MUST_CHECK;
void gb_small_matrix_release(gb_small_matrix *matrix);

/* A view of the small matrix that borrows its memory. */
gb_array gb_small_matrix_array(const gb_small_matrix *matrix);

#endif
