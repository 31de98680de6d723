/* The functions of `math` over many numbers: sums, norms and products, rounded once. */
#include "kernel/lang/modules/math.h"

#include "graph/base/memory.h"

#include <math.h>

/* --- fsum ---------------------------------------------------------------------------------------
 */

/* Numbers that do not overlap, by growing size, whose exact sum is the sum so far (Shewchuk). */
typedef struct partials {
    double *items;
    size_t count;
    size_t capacity;
    double special; /* sum of infinities and NaNs */
    double infinities;
} partials;

static bool partials_add(gb_vm *vm, partials *p, double x)
{
    double given = x;
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        double y = p->items[i];
        if (fabs(x) < fabs(y)) {
            double swapped = x;
            x = y;
            y = swapped;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0) p->items[kept++] = low;
        x = high;
    }
    p->count = kept;
    if (x == 0) return true;
    if (!isfinite(x)) {
        if (isfinite(given))
            return gb_raise_false(vm, GB_EXC_OverflowError, "intermediate overflow in fsum");
        if (isinf(given)) p->infinities += given;
        p->special += given;
        p->count = 0;
        return true;
    }
    gb_error err = GB_ERROR_INIT;
    if (!gb_grow(&p->items, &p->capacity, kept + 1, sizeof *p->items, &err))
        return gb_raise_error_false(vm, &err);
    p->items[p->count++] = x;
    return true;
}

/* The sum rounded to the nearest double, halves to even. */
static double partials_round(const partials *p)
{
    size_t n = p->count;
    if (n == 0) return 0;
    double high = p->items[--n], low = 0;
    while (n > 0) {
        double x = high, y = p->items[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0) break;
    }
    /* A tie was rounded without looking at what lies below it. */
    if (n > 0 && ((low < 0 && p->items[n - 1] < 0) || (low > 0 && p->items[n - 1] > 0))) {
        double twice = low * 2, x = high + twice;
        if (x - high == twice) high = x;
    }
    return high;
}

gb_value gb_math_fsum(gb_vm *vm, gb_value *args)
{
    partials p = {0};
    gb_value it = gb_iter(vm, args[0]), item, result = GB_UNSET_VALUE;
    if (gb_is_unset(it)) return it;
    bool ok = true;
    while (ok && !gb_is_unset(item = gb_next(vm, it))) {
        double x;
        ok = gb_to_double(vm, item, &x) && partials_add(vm, &p, x);
        gb_unref(item);
    }
    gb_unref(it);
    if (ok && gb_is_unset(gb_exception_peek(vm))) {
        if (p.special == 0)
            result = gb_float(partials_round(&p));
        else if (isnan(p.infinities))
            gb_raise(vm, GB_EXC_ValueError, "-inf + inf in fsum");
        else
            result = gb_float(p.special);
    }
    gb_free(p.items);
    return result;
}

/* --- norms --------------------------------------------------------------------------------------
 */

/* A sum of squares below 1, kept as 1 + sum so that no partial sum needs a comparison of sizes:
 * what rounding loses is gathered apart. */
typedef struct squares {
    double sum;     /* begins at 1 */
    double lost[3]; /* of the high, mixed and low products */
} squares;

static void squares_put(squares *s, double product, int place)
{
    double before = s->sum;
    s->sum += product;
    s->lost[place] += (before - s->sum) + product;
}

static double squares_total(const squares *s)
{
    return s->sum - 1.0 + (s->lost[0] + s->lost[1] + s->lost[2]);
}

/* x as a sum of two doubles of 26 bits, whose products are exact (Veltkamp). */
static void split(double x, double *high, double *low)
{
    static const double factor = 134217729.0; /* 2^27 + 1 */
    double t = x * factor;
    *high = t - (t - x);
    *low = x - *high;
}

/* The norm of coordinates whose largest is so small that its inverse overflows. */
static double tiny_norm(const double *x, size_t n, double largest)
{
    squares s = {.sum = 1.0};
    for (size_t i = 0; i < n; i++) {
        double scaled = x[i] / largest;
        squares_put(&s, scaled * scaled, 0);
    }
    return largest * sqrt(squares_total(&s));
}

/* sqrt(sum of x[i]^2), within one unit of the last place, nearly always rounded correctly: scaled
 * by a power of two, summed without loss, the root corrected by one step of Newton's method.
 * x[i] >= 0, `largest` the largest of them. */
static double norm(const double *x, size_t n, double largest)
{
    int exponent;
    bool has_nan = false;
    for (size_t i = 0; i < n; i++)
        has_nan |= isnan(x[i]);
    if (isinf(largest)) return largest;
    if (has_nan) return NAN;
    if (largest == 0 || n <= 1) return largest;
    frexp(largest, &exponent);
    if (exponent < -1023) return tiny_norm(x, n, largest);
    double scale = ldexp(1.0, -exponent), high, low;
    squares s = {.sum = 1.0};
    for (size_t i = 0; i < n; i++) {
        split(x[i] * scale, &high, &low);
        squares_put(&s, high * high, 0);
        squares_put(&s, 2.0 * high * low, 1);
        s.lost[2] += low * low;
    }
    double root = sqrt(squares_total(&s));
    split(root, &high, &low);
    squares_put(&s, -high * high, 0);
    squares_put(&s, -2.0 * high * low, 1);
    squares_put(&s, -low * low, 2);
    return (root + squares_total(&s) / (2.0 * root)) / scale;
}

/* The norm of values, or of the differences of two rows of values. */
static gb_value norm_of(gb_vm *vm, const gb_value *p, const gb_value *q, size_t n)
{
    gb_error err = GB_ERROR_INIT;
    double *x = gb_alloc(n * sizeof *x, &err), largest = 0;
    if (!x) return gb_raise_error(vm, &err);
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        double other = 0;
        ok = gb_to_double(vm, p[i], &x[i]) && (!q || gb_to_double(vm, q[i], &other));
        if (!ok) break;
        x[i] = fabs(x[i] - other);
        if (x[i] > largest) largest = x[i];
    }
    gb_value result = ok ? gb_float(norm(x, n, largest)) : GB_UNSET_VALUE;
    gb_free(x);
    return result;
}

gb_value gb_math_hypot(gb_vm *vm, gb_value *args)
{
    const gb_tuple *coordinates = gb_tuple_peek(args[0]);
    return norm_of(vm, coordinates->items, NULL, coordinates->count);
}

gb_value gb_math_dist(gb_vm *vm, gb_value *args)
{
    gb_value p = gb_to_tuple(vm, args[0]);
    gb_value q = gb_is_unset(p) ? p : gb_to_tuple(vm, args[1]), result = GB_UNSET_VALUE;
    if (!gb_is_unset(q)) {
        size_t n = gb_tuple_peek(p)->count;
        if (n != gb_tuple_peek(q)->count)
            gb_raise(vm, GB_EXC_ValueError, "both points must have the same number of dimensions");
        else
            result = norm_of(vm, gb_tuple_peek(p)->items, gb_tuple_peek(q)->items, n);
    }
    gb_unref(p);
    gb_unref(q);
    return result;
}

/* --- prod ---------------------------------------------------------------------------------------
 */

gb_value gb_math_prod(gb_vm *vm, gb_value *args)
{
    gb_value it = gb_iter(vm, args[0]), item, product = gb_ref(args[1]);
    if (gb_is_unset(it)) {
        gb_unref(product);
        return it;
    }
    while (!gb_is_unset(product) && !gb_is_unset(item = gb_next(vm, it))) {
        gb_replace_take(&product, gb_apply_binary(vm, GB_BINARY_MUL, product, item));
        gb_unref(item);
    }
    gb_unref(it);
    if (!gb_is_unset(gb_exception_peek(vm))) gb_clear(&product);
    return product;
}
