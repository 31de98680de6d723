/* Names and limits of element types and devices. See dtype.h; what needs libtorch is in tensor.cpp.
 */
#include "graph/tensor/dtype.h"

#include <float.h>
#include <math.h>
#include <string.h>

typedef struct row {
    const char *name, *alias, *file_name, *scalar;
    size_t bytes;
    gb_dtype_kind kind;
} row;

static const row rows[GB_DTYPE_COUNT] = {
#define GB_DTYPE_ROW(id, name, alias, file_name, bytes, kind, torch)                               \
    {name, alias, file_name, #torch, bytes, GB_KIND_##kind},
#include "graph/tensor/dtype.def"
#undef GB_DTYPE_ROW
};

/* Bits of the significand without the leading one, and the exponents of 1.0-like extremes. */
typedef struct float_format {
    gb_dtype dtype;
    int mantissa_bits;
    int min_exponent; /* of the smallest normal number, as a power of two */
    double max;
} float_format;

static const float_format formats[] = {
    {GB_F8_E4M3, 3, -6, 448},        {GB_F8_E5M2, 2, -14, 57344},    {GB_F8_E4M3FNUZ, 3, -7, 240},
    {GB_F8_E5M2FNUZ, 2, -15, 57344}, {GB_F8_E8M0, 0, -127, 0x1p127}, {GB_F16, 10, -14, 65504},
    {GB_BF16, 7, -126, 0x1.FEp127},  {GB_F32, 23, -126, FLT_MAX},    {GB_F64, 52, -1022, DBL_MAX},
};

static bool known(gb_dtype dtype)
{
    return dtype >= 0 && dtype < GB_DTYPE_COUNT;
}

const char *gb_dtype_torch_name(gb_dtype dtype)
{
    return known(dtype) ? rows[dtype].scalar : "Undefined";
}

const char *gb_dtype_name(gb_dtype dtype)
{
    return known(dtype) ? rows[dtype].name : "unknown";
}

const char *gb_dtype_file_name(gb_dtype dtype)
{
    return known(dtype) ? rows[dtype].file_name : "";
}

size_t gb_dtype_size(gb_dtype dtype)
{
    return known(dtype) ? rows[dtype].bytes : 0;
}

gb_dtype_kind gb_dtype_kind_of(gb_dtype dtype)
{
    return known(dtype) ? rows[dtype].kind : GB_KIND_BOOL;
}

gb_dtype gb_dtype_find(const char *name)
{
    if (!*name) return GB_DTYPE_NONE;
    if (strncmp(name, "torch.", 6) == 0) name += 6;
    for (int i = 0; i < GB_DTYPE_COUNT; i++)
        if (!strcmp(name, rows[i].name) || !strcmp(name, rows[i].alias) ||
            !strcmp(name, rows[i].file_name))
            return (gb_dtype)i;
    return GB_DTYPE_NONE;
}

static gb_dtype_limits float_limits(const float_format *f, int bits)
{
    double normal = ldexp(1, f->min_exponent), eps = ldexp(1, -f->mantissa_bits);
    return (gb_dtype_limits){.bits = bits,
                             .min = -f->max,
                             .max = f->max,
                             .eps = eps,
                             .tiny = normal,
                             .smallest_normal = normal,
                             .resolution = pow(10, -floor(f->mantissa_bits * log10(2)))};
}

gb_dtype_limits gb_dtype_limits_of(gb_dtype dtype)
{
    if (dtype == GB_C32) dtype = GB_F16;
    if (dtype == GB_C64) dtype = GB_F32;
    if (dtype == GB_C128) dtype = GB_F64;
    int bits = (int)(8 * gb_dtype_size(dtype));
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (formats[i].dtype == dtype) return float_limits(&formats[i], bits);
    gb_dtype_limits limits = {.bits = bits, .max_int = 1};
    if (!known(dtype) || dtype == GB_BOOLEAN) return limits;
    bool is_signed = rows[dtype].kind == GB_KIND_SIGNED;
    limits.max_int = UINT64_MAX >> (64 - bits + is_signed);
    limits.min_int = is_signed ? -(int64_t)limits.max_int - 1 : 0;
    limits.max = (double)limits.max_int;
    limits.min = (double)limits.min_int;
    return limits;
}

void gb_device_print(gb_buffer *out, gb_device device)
{
    static const char *const names[] = {"cpu", "cuda", "meta"};
    if (device.type < 0 || device.type > GB_META) {
        gb_buffer_text(out, "default");
        return;
    }
    gb_buffer_text(out, names[device.type]);
    if (device.index >= 0) gb_buffer_format(out, ":%d", device.index);
}

bool gb_device_equal(gb_device a, gb_device b)
{
    return a.type == b.type && a.index == b.index;
}
