/* `cmath`: functions of complex numbers. Finite arguments by the formulas that CPython uses (Kahan
 * 1987), so that the last digits agree; infinities and NaNs by libm, which follows C's Annex G. */
#include "kernel/lang/modules/modules.h"

#include <complex.h>
#include <errno.h>
#include <float.h>
#include <math.h>

typedef struct pair {
    double re, im;
} pair;

#define LARGE (DBL_MAX / 4)
#define SQRT_LARGE 6.703903964971298e+153 /* sqrt(LARGE) */
#define LOG_LARGE 708.3964185322641       /* log(LARGE) */
#define SQRT_TINY 1.4916681462400413e-154 /* sqrt(DBL_MIN) */

static bool both_finite(pair z)
{
    return isfinite(z.re) && isfinite(z.im);
}

/* libm's answer. The parts are laid side by side, as C lays out a complex: `re + im * I` would lose
 * infinities and the signs of zeros, and not every compiler has CMPLX. */
static pair by_library(double complex (*function)(double complex), pair z)
{
    union {
        double parts[2];
        double complex whole;
    } argument = {{z.re, z.im}};
    double complex r = function(argument.whole);
    return (pair){creal(r), cimag(r)};
}

static pair out_of_domain(pair r)
{
    errno = EDOM;
    return r;
}

static pair checked_range(pair r)
{
    if (isinf(r.re) || isinf(r.im)) errno = ERANGE;
    return r;
}

static pair times_i(pair z)
{
    return (pair){-z.im, z.re};
}

static pair over_i(pair z)
{
    return (pair){z.im, -z.re};
}

static bool is_large(pair z)
{
    return fabs(z.re) > LARGE || fabs(z.im) > LARGE;
}

/* log(2 |z|) of a large number. */
static double log_twice(pair z)
{
    return log(hypot(z.re / 2, z.im / 2)) + M_LN2 * 2;
}

/* --- roots and logarithms -----------------------------------------------------------------------
 */

static pair c_sqrt(pair z)
{
    enum { UP = 53, DOWN = -27 };
    if (!both_finite(z)) return by_library(csqrt, z);
    if (z.re == 0 && z.im == 0) return (pair){0, z.im};
    double x = fabs(z.re), y = fabs(z.im), s;
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, UP);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, UP))), DOWN);
    } else {
        x /= 8;
        s = 2 * sqrt(x + hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return z.re >= 0 ? (pair){s, copysign(d, z.im)} : (pair){d, copysign(s, z.im)};
}

static double log_size(pair z)
{
    double x = fabs(z.re), y = fabs(z.im);
    if (x > LARGE || y > LARGE) return log(hypot(x / 2, y / 2)) + M_LN2;
    if (x < DBL_MIN && y < DBL_MIN)
        return log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * M_LN2;
    double h = hypot(x, y), most = x > y ? x : y, least = x > y ? y : x;
    return h >= 0.71 && h <= 1.73 ? log1p((most - 1) * (most + 1) + least * least) / 2 : log(h);
}

static pair c_log(pair z)
{
    if (!both_finite(z)) return by_library(clog, z);
    pair r = {log_size(z), atan2(z.im, z.re)};
    return z.re == 0 && z.im == 0 ? out_of_domain(r) : r;
}

static pair c_log10(pair z)
{
    pair r = c_log(z);
    return (pair){r.re / M_LN10, r.im / M_LN10};
}

/* --- inverse functions --------------------------------------------------------------------------
 */

static pair c_acos(pair z)
{
    if (!both_finite(z)) return by_library(cacos, z);
    if (is_large(z))
        return (pair){atan2(fabs(z.im), z.re),
                      z.re < 0 ? -copysign(log_twice(z), z.im) : copysign(log_twice(z), -z.im)};
    pair a = c_sqrt((pair){1 - z.re, -z.im}), b = c_sqrt((pair){1 + z.re, z.im});
    return (pair){2 * atan2(a.re, b.re), asinh(b.re * a.im - b.im * a.re)};
}

static pair c_acosh(pair z)
{
    if (!both_finite(z)) return by_library(cacosh, z);
    if (is_large(z)) return (pair){log_twice(z), atan2(z.im, z.re)};
    pair a = c_sqrt((pair){z.re - 1, z.im}), b = c_sqrt((pair){z.re + 1, z.im});
    return (pair){asinh(a.re * b.re + a.im * b.im), 2 * atan2(a.im, b.re)};
}

static pair c_asinh(pair z)
{
    if (!both_finite(z)) return by_library(casinh, z);
    if (is_large(z))
        return (pair){z.im >= 0 ? copysign(log_twice(z), z.re) : -copysign(log_twice(z), -z.re),
                      atan2(z.im, fabs(z.re))};
    pair a = c_sqrt((pair){1 + z.im, -z.re}), b = c_sqrt((pair){1 - z.im, z.re});
    return (pair){asinh(a.re * b.im - b.re * a.im), atan2(z.im, a.re * b.re - a.im * b.im)};
}

static pair c_asin(pair z)
{
    return over_i(c_asinh(times_i(z)));
}

static pair c_atanh(pair z)
{
    if (!both_finite(z)) return by_library(catanh, z);
    if (signbit(z.re)) {
        pair r = c_atanh((pair){-z.re, -z.im});
        return (pair){-r.re, -r.im};
    }
    double y = fabs(z.im);
    if (z.re > SQRT_LARGE || y > SQRT_LARGE) {
        double h = hypot(z.re / 2, z.im / 2);
        return (pair){z.re / 4 / h / h, -copysign(M_PI_2, -z.im)};
    }
    if (z.re == 1 && y < SQRT_TINY) {
        if (y == 0) return out_of_domain((pair){INFINITY, z.im});
        return (pair){-log(sqrt(y) / sqrt(hypot(y, 2))), copysign(atan2(2, -y) / 2, z.im)};
    }
    double rest = 1 - z.re;
    return (pair){log1p(4 * z.re / (rest * rest + y * y)) / 4,
                  -atan2(-2 * z.im, rest * (1 + z.re) - y * y) / 2};
}

static pair c_atan(pair z)
{
    return over_i(c_atanh(times_i(z)));
}

/* --- exponential and its relatives --------------------------------------------------------------
 */

static pair c_exp(pair z)
{
    if (!both_finite(z)) {
        pair r = by_library(cexp, z);
        return isinf(z.im) && (isfinite(z.re) || z.re > 0) ? out_of_domain(r) : r;
    }
    bool large = z.re > LOG_LARGE;
    double size = exp(large ? z.re - 1 : z.re), more = large ? M_E : 1;
    return checked_range((pair){size * cos(z.im) * more, size * sin(z.im) * more});
}

static pair c_cosh(pair z)
{
    if (!both_finite(z)) {
        pair r = by_library(ccosh, z);
        return isinf(z.im) && !isnan(z.re) ? out_of_domain(r) : r;
    }
    if (fabs(z.re) <= LOG_LARGE)
        return checked_range((pair){cos(z.im) * cosh(z.re), sin(z.im) * sinh(z.re)});
    double x = z.re - copysign(1, z.re);
    return checked_range((pair){cos(z.im) * cosh(x) * M_E, sin(z.im) * sinh(x) * M_E});
}

static pair c_sinh(pair z)
{
    if (!both_finite(z)) {
        pair r = by_library(csinh, z);
        return isinf(z.im) && !isnan(z.re) ? out_of_domain(r) : r;
    }
    if (fabs(z.re) <= LOG_LARGE)
        return checked_range((pair){cos(z.im) * sinh(z.re), sin(z.im) * cosh(z.re)});
    double x = z.re - copysign(1, z.re);
    return checked_range((pair){cos(z.im) * sinh(x) * M_E, sin(z.im) * cosh(x) * M_E});
}

static pair c_tanh(pair z)
{
    if (!both_finite(z)) {
        pair r = by_library(ctanh, z);
        return isinf(z.im) && isfinite(z.re) ? out_of_domain(r) : r;
    }
    if (fabs(z.re) > LOG_LARGE)
        return (pair){copysign(1, z.re), 4 * sin(z.im) * cos(z.im) * exp(-2 * fabs(z.re))};
    double tx = tanh(z.re), ty = tan(z.im), cx = 1 / cosh(z.re), both = tx * ty;
    double denominator = 1 + both * both;
    return (pair){tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx};
}

static pair c_cos(pair z)
{
    return c_cosh(times_i(z));
}

static pair c_sin(pair z)
{
    return over_i(c_sinh(times_i(z)));
}

static pair c_tan(pair z)
{
    return over_i(c_tanh(times_i(z)));
}

/* --- natives ------------------------------------------------------------------------------------
 */

static bool to_pair(gb_vm *vm, gb_value v, pair *out)
{
    bool failed;
    *out = (pair){0};
    if (gb_is_complex(v)) {
        const gb_complex *z = (const gb_complex *)(const void *)v.o;
        *out = (pair){z->real, z->imag};
        return true;
    }
    gb_value method =
        gb_is_object(v) ? gb_getattr_optional(vm, v, "__complex__", &failed) : GB_UNSET_VALUE;
    if (gb_is_unset(method))
        return gb_is_unset(gb_exception_peek(vm)) && gb_to_double(vm, v, &out->re);
    gb_value made = gb_call(vm, method, NULL, 0);
    gb_unref(method);
    if (gb_is_unset(made)) return false;
    bool ok = gb_is_complex(made) ? to_pair(vm, made, out)
                                  : gb_raise_false(vm, GB_EXC_TypeError,
                                                   "__complex__ returned non-complex (type %s)",
                                                   gb_type_name(vm, made));
    gb_unref(made);
    return ok;
}

static gb_value result(gb_vm *vm, pair r)
{
    if (errno == EDOM) return gb_raise(vm, GB_EXC_ValueError, "math domain error");
    if (errno == ERANGE) return gb_raise(vm, GB_EXC_OverflowError, "math range error");
    return gb_complex_new(vm, r.re, r.im);
}

static gb_value apply(gb_vm *vm, gb_value v, pair (*function)(pair))
{
    pair z;
    if (!to_pair(vm, v, &z)) return GB_UNSET_VALUE;
    errno = 0;
    z = function(z);
    if (errno == ERANGE && !isinf(z.re) && !isinf(z.im)) errno = 0; /* an underflow of libm */
    return result(vm, z);
}

/* X(name, documentation). */
#define FUNCTIONS(X)                                                                               \
    X(acos, "The arc cosine.")                                                                     \
    X(acosh, "The inverse hyperbolic cosine.")                                                     \
    X(asin, "The arc sine.")                                                                       \
    X(asinh, "The inverse hyperbolic sine.")                                                       \
    X(atan, "The arc tangent.")                                                                    \
    X(atanh, "The inverse hyperbolic tangent.")                                                    \
    X(cos, "The cosine.")                                                                          \
    X(cosh, "The hyperbolic cosine.")                                                              \
    X(exp, "e raised to the power of z.")                                                          \
    X(log10, "The base 10 logarithm.")                                                             \
    X(sin, "The sine.")                                                                            \
    X(sinh, "The hyperbolic sine.")                                                                \
    X(sqrt, "The square root.")                                                                    \
    X(tan, "The tangent.")                                                                         \
    X(tanh, "The hyperbolic tangent.")

#define DEFINE_FUNCTION(name, doc)                                                                 \
    static gb_value complex_##name(gb_vm *vm, gb_value *args)                                      \
    {                                                                                              \
        return apply(vm, args[0], c_##name);                                                       \
    }
FUNCTIONS(DEFINE_FUNCTION)
#undef DEFINE_FUNCTION

static gb_value complex_log(gb_vm *vm, gb_value *args)
{
    gb_value number = apply(vm, args[0], c_log);
    if (gb_is_unset(number) || gb_is_unset(args[1])) return number;
    gb_value base = apply(vm, args[1], c_log), quotient = GB_UNSET_VALUE;
    if (!gb_is_unset(base)) quotient = gb_apply_binary(vm, GB_BINARY_TRUEDIV, number, base);
    if (gb_is_unset(quotient) && gb_exception_is(vm, GB_EXC_ZeroDivisionError)) {
        gb_exception_clear(vm);
        gb_raise(vm, GB_EXC_ValueError, "math domain error");
    }
    gb_unref(number);
    gb_unref(base);
    return quotient;
}

static gb_value phase(gb_vm *vm, gb_value *args)
{
    pair z;
    return to_pair(vm, args[0], &z) ? gb_float(atan2(z.im, z.re)) : GB_UNSET_VALUE;
}

static gb_value polar(gb_vm *vm, gb_value *args)
{
    pair z;
    if (!to_pair(vm, args[0], &z)) return GB_UNSET_VALUE;
    double size = hypot(z.re, z.im);
    if (isinf(size) && both_finite(z))
        return gb_raise(vm, GB_EXC_OverflowError, "math range error");
    return gb_tuple_of(vm, 2, gb_float(size), gb_float(atan2(z.im, z.re)));
}

static gb_value rect(gb_vm *vm, gb_value *args)
{
    double size, angle;
    if (!gb_to_double(vm, args[0], &size) || !gb_to_double(vm, args[1], &angle))
        return GB_UNSET_VALUE;
    errno = size != 0 && !isnan(size) && isinf(angle) ? EDOM : 0;
    if (isinf(size) && isfinite(angle) && angle != 0) {
        size = fabs(size) * (size < 0 ? -1 : 1);
        return gb_complex_new(vm, copysign(INFINITY, cos(angle)) * (size < 0 ? -1 : 1),
                              copysign(INFINITY, sin(angle)) * (size < 0 ? -1 : 1));
    }
    if (size == 0 && !isfinite(angle)) return gb_complex_new(vm, 0, 0);
    if (angle == 0) return gb_complex_new(vm, size, size * angle);
    return result(vm, (pair){size * cos(angle), size * sin(angle)});
}

static gb_value is_finite(gb_vm *vm, gb_value *args)
{
    pair z;
    return to_pair(vm, args[0], &z) ? gb_bool(both_finite(z)) : GB_UNSET_VALUE;
}

static gb_value is_inf(gb_vm *vm, gb_value *args)
{
    pair z;
    return to_pair(vm, args[0], &z) ? gb_bool(isinf(z.re) || isinf(z.im)) : GB_UNSET_VALUE;
}

static gb_value is_nan(gb_vm *vm, gb_value *args)
{
    pair z;
    return to_pair(vm, args[0], &z) ? gb_bool(isnan(z.re) || isnan(z.im)) : GB_UNSET_VALUE;
}

static gb_value is_close(gb_vm *vm, gb_value *args)
{
    pair a, b;
    double relative, absolute;
    if (!to_pair(vm, args[0], &a) || !to_pair(vm, args[1], &b) ||
        !gb_to_double(vm, args[2], &relative) || !gb_to_double(vm, args[3], &absolute))
        return GB_UNSET_VALUE;
    if (relative < 0 || absolute < 0)
        return gb_raise(vm, GB_EXC_ValueError, "tolerances must be non-negative");
    if (a.re == b.re && a.im == b.im) return GB_TRUE_VALUE;
    if (isinf(a.re) || isinf(a.im) || isinf(b.re) || isinf(b.im)) return GB_FALSE_VALUE;
    double difference = hypot(a.re - b.re, a.im - b.im);
    return gb_bool(difference <= relative * hypot(b.re, b.im) ||
                   difference <= relative * hypot(a.re, a.im) || difference <= absolute);
}

static const gb_native functions[] = {
#define FUNCTION_ROW(name, doc) {#name, complex_##name, "z, /", 0, doc},
    FUNCTIONS(FUNCTION_ROW)
#undef FUNCTION_ROW
        {"log", complex_log, "z, base=?, /", 0, "The logarithm of z to a base (default: e)."},
    {"phase", phase, "z, /", 0, "The angle of z, from -pi to pi."},
    {"polar", polar, "z, /", 0, "(size, angle)."},
    {"rect", rect, "r, phi, /", 0, "The number of this size and angle."},
    {"isfinite", is_finite, "z, /", 0, "Neither part infinite or NaN?"},
    {"isinf", is_inf, "z, /", 0, "Is a part infinite?"},
    {"isnan", is_nan, "z, /", 0, "Is a part a NaN?"},
    {"isclose", is_close, "a, b, *, rel_tol=1e-09, abs_tol=0.0", 0, "Are two numbers close?"},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    return gb_module_set(vm, module, "pi", gb_float(M_PI)) &&
           gb_module_set(vm, module, "e", gb_float(M_E)) &&
           gb_module_set(vm, module, "tau", gb_float(2 * M_PI)) &&
           gb_module_set(vm, module, "inf", gb_float(INFINITY)) &&
           gb_module_set(vm, module, "nan", gb_float(NAN)) &&
           gb_module_add_take(vm, module, "infj", gb_complex_new(vm, 0, INFINITY)) &&
           gb_module_add_take(vm, module, "nanj", gb_complex_new(vm, 0, NAN));
}

const gb_module_spec gb_module_cmath = {
    .name = "cmath",
    .doc = "Functions of complex numbers.",
    .functions = functions,
    .init = init,
};
