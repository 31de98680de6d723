/* Arithmetic and ordering of small ints and floats, inlined into the loop. Each `gb_fast_` function
 * answers what needs neither memory nor errors, and is false for everything else. */
#ifndef GB_LANG_VM_ARITHMETIC_H
#define GB_LANG_VM_ARITHMETIC_H

#include "kernel/lang/value.h"

#include <math.h>

static inline bool gb_both_float(gb_value a, gb_value b, double *x, double *y)
{
    if (a.tag == GB_FLOAT)
        *x = a.f;
    else if (a.tag == GB_INT)
        *x = (double)a.i;
    else
        return false;
    if (b.tag == GB_FLOAT)
        *y = b.f;
    else if (b.tag == GB_INT)
        *y = (double)b.i;
    else
        return false;
    return true;
}

#define GB_FAST_ARITHMETIC(name, overflow, sign)                                                   \
    static inline bool gb_fast_##name(gb_value a, gb_value b, gb_value *out)                       \
    {                                                                                              \
        double x, y;                                                                               \
        if (a.tag == GB_INT && b.tag == GB_INT) {                                                  \
            int64_t i;                                                                             \
            if (overflow(a.i, b.i, &i)) return false;                                              \
            *out = gb_int(i);                                                                      \
            return true;                                                                           \
        }                                                                                          \
        if (!gb_both_float(a, b, &x, &y)) return false;                                            \
        *out = gb_float(x sign y);                                                                 \
        return true;                                                                               \
    }
GB_FAST_ARITHMETIC(ADD, __builtin_add_overflow, +)
GB_FAST_ARITHMETIC(SUB, __builtin_sub_overflow, -)
GB_FAST_ARITHMETIC(MUL, __builtin_mul_overflow, *)
#undef GB_FAST_ARITHMETIC

static inline bool gb_fast_TRUEDIV(gb_value a, gb_value b, gb_value *out)
{
    enum { EXACT_BITS = 53 };
    double x, y;
    if (!gb_both_float(a, b, &x, &y) || y == 0) return false;
    if (a.tag == GB_INT && b.tag == GB_INT &&
        (a.i >> EXACT_BITS != a.i >> 63 || b.i >> EXACT_BITS != b.i >> 63))
        return false;
    *out = gb_float(x / y);
    return true;
}

static inline int64_t gb_floor_mod(int64_t a, int64_t b)
{
    int64_t r = a % b;
    return r && (r ^ b) < 0 ? r + b : r;
}

static inline int64_t gb_floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return a % b && (a ^ b) < 0 ? q - 1 : q;
}

static inline bool gb_fast_FLOORDIV(gb_value a, gb_value b, gb_value *out)
{
    if (a.tag != GB_INT || b.tag != GB_INT || b.i == 0 || b.i == -1) return false;
    *out = gb_int(gb_floor_div(a.i, b.i));
    return true;
}

static inline bool gb_fast_MOD(gb_value a, gb_value b, gb_value *out)
{
    if (a.tag != GB_INT || b.tag != GB_INT || b.i == 0 || b.i == -1) return false;
    *out = gb_int(gb_floor_mod(a.i, b.i));
    return true;
}

/* Which bit of an ordering's mask (operator.def) tells: 0 less, 1 equal, 2 greater, 3 unordered. */
static inline bool gb_fast_order(gb_value a, gb_value b, unsigned *bit)
{
    double x, y;
    if (a.tag == GB_INT && b.tag == GB_INT) {
        *bit = 1u + (a.i > b.i) - (a.i < b.i);
        return true;
    }
    if (a.tag == b.tag ? a.tag != GB_FLOAT : (a.tag == GB_INT || b.tag == GB_INT)) {
        enum { EXACT = 1 << 30 }; /* comparing an int with a float is exact only for small ones */
        if (a.tag == GB_INT && (a.i > EXACT || a.i < -EXACT)) return false;
        if (b.tag == GB_INT && (b.i > EXACT || b.i < -EXACT)) return false;
    }
    if (!gb_both_float(a, b, &x, &y)) return false;
    *bit = x != x || y != y ? 3u : 1u + (x > y) - (x < y);
    return true;
}

#endif
