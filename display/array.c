/* Plain arrays, their statistics, and their shrinking. See array.h. */
#include "display/array.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { INTERRUPT_EVERY = 1 << 16 };

gb_array gb_array_doubles(const double *data, int64_t count)
{
    return (gb_array){.type = GB_ARRAY_DOUBLE, .rank = 1, .dims = {count}, .data = data};
}

gb_array gb_array_matrix(const double *data, int64_t rows, int64_t columns)
{
    return (gb_array){.type = GB_ARRAY_DOUBLE, .rank = 2, .dims = {rows, columns}, .data = data};
}

gb_array gb_array_floats(const float *data, int64_t rows, int64_t columns)
{
    return (gb_array){.type = GB_ARRAY_FLOAT, .rank = 2, .dims = {rows, columns}, .data = data};
}

bool gb_array_check(const gb_array *array, const char *what, gb_error *err)
{
    if (array->rank > GB_ARRAY_RANK)
        return gb_fail(err, GB_ERR_VALUE, "%s has %zu dimensions; at most %d can be shown", what,
                       array->rank, GB_ARRAY_RANK);
    if ((unsigned)array->type > GB_ARRAY_BOOL)
        return gb_fail(err, GB_ERR_VALUE, "%s has no type that can be shown", what);
    int64_t count = 1;
    for (size_t i = 0; i < array->rank; i++) {
        if (array->dims[i] < 0)
            return gb_fail(err, GB_ERR_VALUE, "%s has a negative dimension: %lld", what,
                           (long long)array->dims[i]);
        /* A zero elsewhere must not hide an overflow: shapes are also multiplied pairwise. */
        int64_t factor = array->dims[i] ? array->dims[i] : 1;
        if (__builtin_mul_overflow(count, factor, &count) || count > INT64_MAX / 16)
            return gb_fail(err, GB_ERR_VALUE, "%s is too large: its dimensions overflow", what);
    }
    return true;
}

int64_t gb_array_count(const gb_array *array)
{
    int64_t count = 1;
    for (size_t i = 0; i < array->rank; i++)
        count *= array->dims[i];
    return count;
}

double gb_array_get(const gb_array *array, int64_t i)
{
    switch (array->type) {
    case GB_ARRAY_DOUBLE: return ((const double *)array->data)[i];
    case GB_ARRAY_FLOAT: return (double)((const float *)array->data)[i];
    case GB_ARRAY_INT64: return (double)((const int64_t *)array->data)[i];
    case GB_ARRAY_BOOL: return ((const unsigned char *)array->data)[i] ? 1 : 0;
    }
    return NAN;
}

bool gb_array_masked(const gb_array *array, int64_t i)
{
    return array->mask && array->mask[i];
}

/* --- statistics ---------------------------------------------------------------------------------
 * First pass: counts, range and mean (Kahan-summed); second: deviation and histogram. */

static void count_one(gb_statistics *s, double x, double *sum, double *rest)
{
    s->count++;
    if (isnan(x)) {
        s->nan++;
    } else if (isinf(x)) {
        s->infinite++;
    } else {
        if (x == 0) s->zero++;
        if (!(x >= s->min)) s->min = x;
        if (!(x <= s->max)) s->max = x;
        double y = x - *rest, t = *sum + y;
        *rest = (t - *sum) - y;
        *sum = t;
    }
}

static void bin_one(gb_statistics *s, double x, double *squares)
{
    double width = s->max - s->min;
    double place = width > 0 ? (x - s->min) / width * GB_HISTOGRAM_BINS : GB_HISTOGRAM_BINS / 2;
    int bin = isfinite(place) && place > 0 ? (int)place : 0;
    s->bins[bin < GB_HISTOGRAM_BINS ? bin : GB_HISTOGRAM_BINS - 1]++;
    *squares += (x - s->mean) * (x - s->mean);
}

bool gb_array_statistics(const gb_array *array, gb_statistics *out, gb_error *err)
{
    *out = (gb_statistics){.min = NAN, .max = NAN, .mean = NAN, .deviation = NAN};
    if (!gb_array_check(array, "the array", err)) return false;
    if (!array->data) return true;
    int64_t n = gb_array_count(array);
    double sum = 0, rest = 0, squares = 0;
    for (int64_t i = 0; i < n; i++) {
        if (i % INTERRUPT_EVERY == 0 && !gb_check_interrupt(err)) return false;
        if (gb_array_masked(array, i))
            out->masked++;
        else
            count_one(out, gb_array_get(array, i), &sum, &rest);
    }
    int64_t finite = out->count - out->nan - out->infinite;
    if (finite) out->mean = sum / (double)finite;
    for (int64_t i = 0; i < n; i++) {
        if (i % INTERRUPT_EVERY == 0 && !gb_check_interrupt(err)) return false;
        double x = gb_array_get(array, i);
        if (isfinite(x) && !gb_array_masked(array, i)) bin_one(out, x, &squares);
    }
    if (finite > 1) out->deviation = sqrt(squares / (double)(finite - 1));
    return true;
}

/* --- shrinking ----------------------------------------------------------------------------------
 */

static void matrix_size(const gb_array *array, int64_t *rows, int64_t *columns)
{
    *columns = array->rank ? array->dims[array->rank - 1] : 1;
    *rows = 1;
    for (size_t i = 0; i + 1 < array->rank; i++)
        *rows *= array->dims[i];
}

/* True when `x` should stand for its block in place of `best`. */
static bool larger(double x, double best)
{
    if (isnan(best)) return false;
    return isnan(x) || fabs(x) > fabs(best);
}

static void take_row(const gb_array *array, int64_t source, int64_t target, gb_small_matrix *m)
{
    for (int64_t j = 0; j < m->source_columns; j++) {
        int64_t from = source * m->source_columns + j;
        int64_t to = target * m->columns + j * m->columns / m->source_columns;
        if (gb_array_masked(array, from)) continue;
        double x = gb_array_get(array, from);
        bool fresh = m->mask ? m->mask[to] : false;
        if (fresh || larger(x, m->values[to])) m->values[to] = x;
        if (m->mask) m->mask[to] = false;
    }
}

bool gb_array_shrink(const gb_array *array, int64_t max_rows, int64_t max_columns,
                     gb_small_matrix *out, gb_error *err)
{
    *out = (gb_small_matrix){0};
    if (!gb_array_check(array, "the array", err)) return false;
    if (!array->data) return gb_fail(err, GB_ERR_VALUE, "the array has no data to shrink");
    matrix_size(array, &out->source_rows, &out->source_columns);
    out->rows = out->source_rows < max_rows ? out->source_rows : max_rows;
    out->columns = out->source_columns < max_columns ? out->source_columns : max_columns;
    size_t cells = (size_t)(out->rows * out->columns);
    out->values = gb_calloc(cells, sizeof *out->values, err);
    out->mask = array->mask ? gb_alloc(cells * sizeof *out->mask, err) : NULL;
    if (!out->values || (array->mask && !out->mask)) goto failed;
    if (out->mask) memset(out->mask, 1, cells * sizeof *out->mask);
    for (int64_t i = 0; i < out->source_rows && out->columns; i++) {
        if (!gb_check_interrupt(err)) goto failed;
        take_row(array, i, i * out->rows / out->source_rows, out);
    }
    return true;
failed:
    gb_small_matrix_release(out);
    return false;
}

void gb_small_matrix_release(gb_small_matrix *matrix)
{
    gb_free(matrix->values);
    gb_free(matrix->mask);
    *matrix = (gb_small_matrix){0};
}

gb_array gb_small_matrix_array(const gb_small_matrix *matrix)
{
    gb_array array = gb_array_matrix(matrix->values, matrix->rows, matrix->columns);
    array.mask = matrix->mask;
    return array;
}
