/* gamma and log gamma by Lanczos' approximation (g = 6.0246800407767296, 13 terms), the one that
 * CPython uses: libm's differ from it in the last digits. */
#include "kernel/lang/modules/math.h"

#include <errno.h>
#include <math.h>

enum { TERMS = 13, EXACT_FACTORIALS = 23 };

static const double g = 6.024680040776729583740234375;
static const double g_minus_half = 5.524680040776729583740234375;

/* The rational function whose value times (x + g - 0.5)^(x - 0.5) / e^(x + g - 0.5) is gamma(x):
 * coefficients from the constant term up. */
static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double denominator[TERMS] = {
    0,       39916800, 120543840, 150917976, 105258076, 45995730, 13339535,
    2637558, 357423,   32670,     1925,      66,        1,
};

static double lanczos_sum(double x)
{
    double up = 0, down = 0;
    if (x < 5) {
        for (int i = TERMS; i-- > 0;) {
            up = up * x + numerator[i];
            down = down * x + denominator[i];
        }
    } else { /* both divided by x^12, so that nothing overflows */
        for (int i = 0; i < TERMS; i++) {
            up = up / x + numerator[i];
            down = down / x + denominator[i];
        }
    }
    return up / down;
}

/* sin(pi x), exact at multiples of a half. */
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break; /* -sin(pi (y - 1)) would give -0.0 at 1 */
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double with_errno(int code, double x)
{
    errno = code;
    return x;
}

/* The power in two halves where it alone would overflow. */
static double scale_by_power(double r, double y, double exponent, bool divide, double size)
{
    if (size < 140.0) {
        double power = pow(y, exponent);
        return divide ? r / power : r * power;
    }
    double half = pow(y, exponent / 2.0);
    return divide ? r / half / half : r * half * half;
}

static double gamma_general(double x)
{
    double size = fabs(x), y = size + g_minus_half;
    /* z: what rounding took from y, relative to it. */
    double z = size > g_minus_half ? (y - size) - g_minus_half : (y - g_minus_half) - size;
    double r;
    z = z * g / y;
    if (x < 0) {
        r = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= z * r;
    } else {
        r = lanczos_sum(size) / exp(y);
        r += z * r;
    }
    r = scale_by_power(r, y, size - 0.5, x < 0, size);
    return isinf(r) ? with_errno(ERANGE, r) : r;
}

double gb_gamma(double x)
{
    if (!isfinite(x)) return isnan(x) || x > 0 ? x : with_errno(EDOM, NAN);
    if (x == 0) return with_errno(EDOM, copysign(INFINITY, x));
    if (x == floor(x)) {
        if (x < 0) return with_errno(EDOM, NAN);
        if (x <= EXACT_FACTORIALS) {
            double product = 1;
            for (int i = 2; i < (int)x; i++)
                product *= i;
            return product;
        }
    }
    double size = fabs(x);
    if (size < 1e-20) {
        double r = 1.0 / x;
        return isinf(r) ? with_errno(ERANGE, r) : r;
    }
    if (size > 200.0) return x < 0 ? 0.0 / sin_pi(x) : with_errno(ERANGE, INFINITY);
    return gamma_general(x);
}

double gb_log_gamma(double x)
{
    static const double log_pi = 1.144729885849400174143427351353058711647;
    if (!isfinite(x)) return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) return x <= 0 ? with_errno(EDOM, INFINITY) : 0.0;
    double size = fabs(x);
    if (size < 1e-20) return -log(size);
    double r = log(lanczos_sum(size)) - g;
    r += (size - 0.5) * (log(size + g - 0.5) - 1);
    if (x < 0) r = log_pi - log(fabs(sin_pi(size))) - log(size) - r;
    return isinf(r) ? with_errno(ERANGE, r) : r;
}
