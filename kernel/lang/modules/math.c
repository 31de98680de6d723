/* `math`: libm with Python's errors. Integers, sums and the gamma function have files of their own.
 */
#include "kernel/lang/modules/math.h"

#include <errno.h>
#include <float.h>
#include <math.h>

/* --- errors -------------------------------------------------------------------------------------
 */

static gb_value domain_error(gb_vm *vm)
{
    return gb_raise(vm, GB_EXC_ValueError, "math domain error");
}

static gb_value range_error(gb_vm *vm)
{
    return gb_raise(vm, GB_EXC_OverflowError, "math range error");
}

/* --- functions of one number --------------------------------------------------------------------
 */

/* A NaN that no NaN made is outside the domain; an infinity is too, unless the function
 * `overflows`. */
static gb_value apply(gb_vm *vm, gb_value arg, double (*function)(double), bool overflows)
{
    double x;
    if (!gb_to_double(vm, arg, &x)) return GB_UNSET_VALUE;
    double r = function(x);
    if (isnan(r) && !isnan(x)) return domain_error(vm);
    if (isinf(r) && isfinite(x)) return overflows ? range_error(vm) : domain_error(vm);
    return gb_float(r);
}

/* X(name, overflows, documentation): names of libm. */
#define REAL_FUNCTIONS(X)                                                                          \
    X(acos, false, "The arc cosine (measured in radians), between 0 and pi.")                      \
    X(acosh, false, "The inverse hyperbolic cosine.")                                              \
    X(asin, false, "The arc sine (measured in radians), between -pi/2 and pi/2.")                  \
    X(asinh, false, "The inverse hyperbolic sine.")                                                \
    X(atan, false, "The arc tangent (measured in radians), between -pi/2 and pi/2.")               \
    X(atanh, false, "The inverse hyperbolic tangent.")                                             \
    X(cbrt, false, "The cube root.")                                                               \
    X(cos, false, "The cosine of x radians.")                                                      \
    X(cosh, true, "The hyperbolic cosine.")                                                        \
    X(erf, false, "The error function.")                                                           \
    X(erfc, false, "The complementary error function, 1 - erf(x).")                                \
    X(exp, true, "e raised to the power of x.")                                                    \
    X(exp2, true, "2 raised to the power of x.")                                                   \
    X(expm1, true, "exp(x) - 1, precise for small x.")                                             \
    X(fabs, false, "The absolute value, as a float.")                                              \
    X(log1p, false, "The natural logarithm of 1 + x, precise for small x.")                        \
    X(sin, false, "The sine of x radians.")                                                        \
    X(sinh, true, "The hyperbolic sine.")                                                          \
    X(sqrt, false, "The square root.")                                                             \
    X(tan, false, "The tangent of x radians.")                                                     \
    X(tanh, false, "The hyperbolic tangent.")

#define DEFINE_REAL(name, overflows, doc)                                                          \
    static gb_value real_##name(gb_vm *vm, gb_value *args)                                         \
    {                                                                                              \
        return apply(vm, args[0], name, overflows);                                                \
    }
REAL_FUNCTIONS(DEFINE_REAL)
#undef DEFINE_REAL

/* Functions that tell what went wrong by errno. */
static gb_value apply_errno(gb_vm *vm, gb_value arg, double (*function)(double))
{
    double x;
    if (!gb_to_double(vm, arg, &x)) return GB_UNSET_VALUE;
    errno = 0;
    double r = function(x);
    if (errno == EDOM) return domain_error(vm);
    if (errno == ERANGE && fabs(r) >= 1.5) return range_error(vm);
    return gb_float(r);
}

static gb_value real_gamma(gb_vm *vm, gb_value *args)
{
    return apply_errno(vm, args[0], gb_gamma);
}

static gb_value real_lgamma(gb_vm *vm, gb_value *args)
{
    return apply_errno(vm, args[0], gb_log_gamma);
}

static gb_value degrees(gb_vm *vm, gb_value *args)
{
    double x;
    return gb_to_double(vm, args[0], &x) ? gb_float(x * (180.0 / M_PI)) : GB_UNSET_VALUE;
}

static gb_value radians(gb_vm *vm, gb_value *args)
{
    double x;
    return gb_to_double(vm, args[0], &x) ? gb_float(x * (M_PI / 180.0)) : GB_UNSET_VALUE;
}

static gb_value ulp(gb_vm *vm, gb_value *args)
{
    double x;
    if (!gb_to_double(vm, args[0], &x)) return GB_UNSET_VALUE;
    if (!isfinite(x)) return gb_float(fabs(x));
    x = fabs(x);
    double above = nextafter(x, INFINITY);
    return gb_float(isinf(above) ? x - nextafter(x, -INFINITY) : above - x);
}

static gb_value is_finite(gb_vm *vm, gb_value *args)
{
    double x;
    return gb_to_double(vm, args[0], &x) ? gb_bool(isfinite(x)) : GB_UNSET_VALUE;
}

static gb_value is_inf(gb_vm *vm, gb_value *args)
{
    double x;
    return gb_to_double(vm, args[0], &x) ? gb_bool(isinf(x)) : GB_UNSET_VALUE;
}

static gb_value is_nan(gb_vm *vm, gb_value *args)
{
    double x;
    return gb_to_double(vm, args[0], &x) ? gb_bool(isnan(x)) : GB_UNSET_VALUE;
}

/* --- logarithms ---------------------------------------------------------------------------------
 */

/* The logarithm of an int too large for a double, from its leading bits. */
static gb_value big_log(gb_vm *vm, gb_value v, double (*function)(double))
{
    const gb_bigint *big = (const gb_bigint *)(const void *)v.o;
    double x;
    if (mpz_sgn(big->value) <= 0) return domain_error(vm);
    if (gb_to_double(vm, v, &x)) return gb_float(function(x));
    gb_exception_clear(vm);
    size_t bits = mpz_sizeinbase(big->value, 2), shift = bits - 64;
    mpz_t leading;
    mpz_init(leading);
    mpz_tdiv_q_2exp(leading, big->value, shift);
    if (mpz_scan1(big->value, 0) < shift) mpz_setbit(leading, 0); /* what was cut off is not 0 */
    uint64_t top = mpz_get_ui(leading);
    mpz_clear(leading);
    double fraction = ldexp((double)top, -64);
    int64_t exponent = (int64_t)bits;
    if (fraction == 1.0) {
        fraction = 0.5;
        exponent++;
    }
    return gb_float(function(fraction) + function(2.0) * (double)exponent);
}

static gb_value any_log(gb_vm *vm, gb_value v, double (*function)(double))
{
    if (v.tag == GB_BIGINT) return big_log(vm, v, function);
    return apply(vm, v, function, false);
}

static gb_value real_log(gb_vm *vm, gb_value *args)
{
    gb_value number = any_log(vm, args[0], log);
    if (gb_is_unset(number) || gb_is_unset(args[1])) return number;
    gb_value base = any_log(vm, args[1], log);
    if (gb_is_unset(base)) return base;
    if (base.f == 0) return gb_raise(vm, GB_EXC_ZeroDivisionError, "float division by zero");
    return gb_float(number.f / base.f);
}

static gb_value real_log2(gb_vm *vm, gb_value *args)
{
    return any_log(vm, args[0], log2);
}

static gb_value real_log10(gb_vm *vm, gb_value *args)
{
    return any_log(vm, args[0], log10);
}

/* --- functions of two numbers -------------------------------------------------------------------
 */

static bool two(gb_vm *vm, const gb_value *args, double *x, double *y)
{
    return gb_to_double(vm, args[0], x) && gb_to_double(vm, args[1], y);
}

static gb_value apply_two(gb_vm *vm, const gb_value *args, double (*function)(double, double))
{
    double x, y;
    if (!two(vm, args, &x, &y)) return GB_UNSET_VALUE;
    double r = function(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y)) return domain_error(vm);
    if (isinf(r) && isfinite(x) && isfinite(y)) return range_error(vm);
    return gb_float(r);
}

static gb_value real_atan2(gb_vm *vm, gb_value *args)
{
    return apply_two(vm, args, atan2);
}

static gb_value real_copysign(gb_vm *vm, gb_value *args)
{
    return apply_two(vm, args, copysign);
}

static gb_value real_remainder(gb_vm *vm, gb_value *args)
{
    return apply_two(vm, args, remainder);
}

static gb_value real_fmod(gb_vm *vm, gb_value *args)
{
    return apply_two(vm, args, fmod);
}

static gb_value real_nextafter(gb_vm *vm, gb_value *args)
{
    double x, y;
    return two(vm, args, &x, &y) ? gb_float(nextafter(x, y)) : GB_UNSET_VALUE;
}

static gb_value real_pow(gb_vm *vm, gb_value *args)
{
    double x, y;
    if (!two(vm, args, &x, &y)) return GB_UNSET_VALUE;
    double r = pow(x, y);
    if (isfinite(r) || !isfinite(x) || !isfinite(y)) return gb_float(r);
    return isnan(r) || x == 0 ? domain_error(vm) : range_error(vm);
}

static gb_value isclose(gb_vm *vm, gb_value *args)
{
    double a, b, relative, absolute;
    if (!two(vm, args, &a, &b) || !two(vm, args + 2, &relative, &absolute)) return GB_UNSET_VALUE;
    if (relative < 0 || absolute < 0)
        return gb_raise(vm, GB_EXC_ValueError, "tolerances must be non-negative");
    if (a == b) return GB_TRUE_VALUE;
    if (isinf(a) || isinf(b)) return GB_FALSE_VALUE;
    double difference = fabs(b - a);
    return gb_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                   difference <= absolute);
}

/* --- parts of numbers ---------------------------------------------------------------------------
 */

static gb_value real_frexp(gb_vm *vm, gb_value *args)
{
    double x;
    int exponent = 0;
    if (!gb_to_double(vm, args[0], &x)) return GB_UNSET_VALUE;
    if (isfinite(x)) x = frexp(x, &exponent);
    return gb_tuple_of(vm, 2, gb_float(x), gb_int(exponent));
}

static gb_value real_ldexp(gb_vm *vm, gb_value *args)
{
    double x;
    int64_t exponent;
    if (!gb_to_double(vm, args[0], &x)) return GB_UNSET_VALUE;
    if (!gb_is_int(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "Expected an int as second argument to ldexp.");
    if (!gb_int_fits(args[1], &exponent))
        exponent = mpz_sgn(((gb_bigint *)(void *)args[1].o)->value) < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0 || !isfinite(x)) return gb_float(x);
    if (exponent > INT32_MAX) return range_error(vm);
    if (exponent < INT32_MIN) return gb_float(copysign(0.0, x));
    double r = ldexp(x, (int)exponent);
    return isinf(r) ? range_error(vm) : gb_float(r);
}

static gb_value real_modf(gb_vm *vm, gb_value *args)
{
    double x, whole;
    if (!gb_to_double(vm, args[0], &x)) return GB_UNSET_VALUE;
    double fraction = modf(x, &whole);
    return gb_tuple_of(vm, 2, gb_float(fraction), gb_float(whole));
}

/* The method of the type that answers, or unset (with an exception when *failed). */
static gb_value rounding_method(gb_vm *vm, gb_value v, const char *name, bool *failed)
{
    gb_value method = gb_getattr_optional(vm, gb_type_value(gb_type_of(vm, v)), name, failed);
    if (gb_is_unset(method)) return method;
    gb_value result = gb_call(vm, method, &v, 1);
    gb_unref(method);
    *failed = gb_is_unset(result);
    return result;
}

static gb_value round_by(gb_vm *vm, gb_value v, const char *name, double (*function)(double))
{
    double x;
    bool failed;
    if (gb_is_int(v) && v.tag != GB_BIGINT) return gb_int(v.i);
    if (v.tag != GB_FLOAT) {
        gb_value result = rounding_method(vm, v, name, &failed);
        if (failed || !gb_is_unset(result)) return result;
    }
    return gb_to_double(vm, v, &x) ? gb_int_from_double(vm, function(x)) : GB_UNSET_VALUE;
}

static gb_value real_ceil(gb_vm *vm, gb_value *args)
{
    return round_by(vm, args[0], "__ceil__", ceil);
}

static gb_value real_floor(gb_vm *vm, gb_value *args)
{
    return round_by(vm, args[0], "__floor__", floor);
}

static gb_value real_trunc(gb_vm *vm, gb_value *args)
{
    bool failed;
    if (args[0].tag == GB_FLOAT) return gb_int_from_double(vm, trunc(args[0].f));
    gb_value result = rounding_method(vm, args[0], "__trunc__", &failed);
    if (failed || !gb_is_unset(result)) return result;
    return gb_raise(vm, GB_EXC_TypeError, "type %s doesn't define __trunc__ method",
                    gb_type_name(vm, args[0]));
}

/* --- the module ---------------------------------------------------------------------------------
 */

static const gb_native functions[] = {
#define REAL_ROW(name, overflows, doc) {#name, real_##name, "x, /", 0, doc},
    REAL_FUNCTIONS(REAL_ROW)
#undef REAL_ROW
        {"atan2", real_atan2, "y, x, /", 0, "The arc tangent of y/x, with the signs of both."},
    {"ceil", real_ceil, "x, /", 0, "The smallest integer >= x."},
    {"comb", gb_math_comb, "n, k, /", 0, "Number of ways to choose k items from n items."},
    {"copysign", real_copysign, "x, y, /", 0, "The size of x with the sign of y."},
    {"degrees", degrees, "x, /", 0, "Convert angle x from radians to degrees."},
    {"dist", gb_math_dist, "p, q, /", 0, "The Euclidean distance between two points."},
    {"factorial", gb_math_factorial, "n, /", 0, "n!."},
    {"floor", real_floor, "x, /", 0, "The largest integer <= x."},
    {"fmod", real_fmod, "x, y, /", 0, "x modulo y with the sign of x."},
    {"frexp", real_frexp, "x, /", 0, "(m, e) such that x == m * 2**e, 0.5 <= abs(m) < 1."},
    {"fsum", gb_math_fsum, "seq, /", 0, "The sum, rounded once."},
    {"gamma", real_gamma, "x, /", 0, "The gamma function."},
    {"gcd", gb_math_gcd, "*integers", 0, "Greatest common divisor."},
    {"hypot", gb_math_hypot, "*coordinates", 0, "The Euclidean norm: sqrt(sum(x**2))."},
    {"isclose", isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0", 0, "Are two numbers close?"},
    {"isfinite", is_finite, "x, /", 0, "Neither infinite nor NaN?"},
    {"isinf", is_inf, "x, /", 0, "Is x infinite?"},
    {"isnan", is_nan, "x, /", 0, "Is x a NaN?"},
    {"isqrt", gb_math_isqrt, "n, /", 0, "The integer part of the square root."},
    {"lcm", gb_math_lcm, "*integers", 0, "Least common multiple."},
    {"ldexp", real_ldexp, "x, i, /", 0, "x * 2**i."},
    {"lgamma", real_lgamma, "x, /", 0, "The logarithm of abs(gamma(x))."},
    {"log", real_log, "x, base=?, /", 0, "The logarithm of x to a base (default: e)."},
    {"log10", real_log10, "x, /", 0, "The base 10 logarithm of x."},
    {"log2", real_log2, "x, /", 0, "The base 2 logarithm of x."},
    {"modf", real_modf, "x, /", 0, "The fractional and integer parts of x."},
    {"nextafter", real_nextafter, "x, y, /", 0, "The next float after x towards y."},
    {"perm", gb_math_perm, "n, k=None, /", 0, "Number of ways to choose k of n in order."},
    {"pow", real_pow, "x, y, /", 0, "x raised to the power of y, as floats."},
    {"prod", gb_math_prod, "iterable, /, *, start=1", 0, "The product of all items."},
    {"radians", radians, "x, /", 0, "Convert angle x from degrees to radians."},
    {"remainder", real_remainder, "x, y, /", 0, "x minus the nearest multiple of y."},
    {"trunc", real_trunc, "x, /", 0, "x cut off towards 0."},
    {"ulp", ulp, "x, /", 0, "The value of the least significant bit of x."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    return gb_module_set(vm, module, "pi", gb_float(M_PI)) &&
           gb_module_set(vm, module, "e", gb_float(M_E)) &&
           gb_module_set(vm, module, "tau", gb_float(2 * M_PI)) &&
           gb_module_set(vm, module, "inf", gb_float(INFINITY)) &&
           gb_module_set(vm, module, "nan", gb_float(NAN));
}

const gb_module_spec gb_module_math = {
    .name = "math",
    .doc = "Mathematical functions of real numbers.",
    .functions = functions,
    .init = init,
};
