/* gb_tensor_print: the elements shown are read into one small array, a column width and notation
 * are chosen from them, and the brackets are written recursively, as PyTorch's torch/_tensor_str.py
 * does. Names, shapes and options are in print.c. */
#include "graph/tensor/print.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER_MAX = 400 }; /* characters of one number: "%.4f" of 1e308, with room */

/* How one column of numbers (the elements, or their real or imaginary parts) is written. */
typedef struct notation {
    bool floating;
    bool is_unsigned; /* uint64, whose bits come as a signed int */
    bool int_mode;    /* all are whole: "2." */
    bool sci_mode;
    int width;
} notation;

typedef struct printer {
    const gb_print_options *options;
    gb_buffer *out;
    const gb_tensor *tensor; /* of the full shape */
    gb_arg *values;          /* the elements shown, row by row */
    size_t used;             /* of values */
    bool summarize;
    bool complex;
    notation real, imaginary;
} printer;

/* --- one number ----------------------------------------------------------------------------------
 */

static int format_float(char *text, const char *format, int precision, double x)
{
    if (isnan(x)) return snprintf(text, NUMBER_MAX, "nan");
    return snprintf(text, NUMBER_MAX, format, precision, x);
}

static int format_number(const printer *p, const notation *n, const gb_arg *value, double x,
                         char *text)
{
    int precision = p->options->precision;
    if (!n->floating) {
        if (value->kind == GB_ARG_BOOL)
            return snprintf(text, NUMBER_MAX, "%s", value->as.boolean ? "True" : "False");
        if (n->is_unsigned)
            return snprintf(text, NUMBER_MAX, "%llu", (unsigned long long)value->as.integer);
        return snprintf(text, NUMBER_MAX, "%lld", (long long)value->as.integer);
    }
    if (n->sci_mode) return format_float(text, "%.*e", precision, x);
    if (!n->int_mode) return format_float(text, "%.*f", precision, x);
    int length = format_float(text, "%.*f", 0, x);
    if (isfinite(x)) {
        text[length++] = '.';
        text[length] = '\0';
    }
    return length;
}

static double part(const gb_arg *value, bool imaginary)
{
    if (value->kind == GB_ARG_COMPLEX)
        return imaginary ? value->as.complex.im : value->as.complex.re;
    return value->kind == GB_ARG_FLOAT ? value->as.real : 0;
}

/* --- the notation of a column
 * --------------------------------------------------------------------- */

static void widen(const printer *p, notation *n, bool imaginary, size_t count)
{
    char text[NUMBER_MAX];
    for (size_t i = 0; i < count; i++) {
        double x = part(&p->values[i], imaginary);
        if (n->floating && (x == 0 || !isfinite(x))) continue;
        int length = format_number(p, n, &p->values[i], x, text);
        if (length > n->width) n->width = length;
    }
}

static notation choose_notation(const printer *p, bool floating, bool imaginary, size_t count)
{
    notation n = {.floating = floating, .int_mode = true, .width = 1};
    double least = INFINITY, most = 0;
    n.is_unsigned = gb_tensor_dtype(p->tensor) == GB_U64;
    for (size_t i = 0; floating && i < count; i++) {
        double x = part(&p->values[i], imaginary);
        if (x == 0 || !isfinite(x)) continue;
        if (fabs(x) < least) least = fabs(x);
        if (fabs(x) > most) most = fabs(x);
        if (x != ceil(x)) n.int_mode = false;
    }
    if (floating && most == 0) return n;
    bool spread = floating && (most / least > 1000 || most > 1e8 || least < 1e-4);
    n.sci_mode = p->options->sci_mode == GB_SCI_AUTO ? spread : p->options->sci_mode == GB_SCI_ON;
    widen(p, &n, imaginary, count);
    return n;
}

/* --- brackets
 * -------------------------------------------------------------------------------------- */

static void put_column(const printer *p, const notation *n, const gb_arg *value, double x,
                       gb_buffer *out)
{
    char text[NUMBER_MAX + 2];
    int length = format_number(p, n, value, x, text);
    if (length < n->width) gb_buffer_repeat(out, ' ', (size_t)(n->width - length));
    gb_buffer_text(out, text);
}

/* The imaginary part follows without padding in front, its sign written out. */
static void put_imaginary(const printer *p, const gb_arg *value)
{
    char text[NUMBER_MAX + 2];
    format_number(p, &p->imaginary, value, value->as.complex.im, text);
    if (text[0] != '-') gb_buffer_char(p->out, '+');
    gb_buffer_format(p->out, "%sj", text);
}

static void put_next(printer *p)
{
    const gb_arg *value = &p->values[p->used++];
    put_column(p, &p->real, value, part(value, false), p->out);
    if (p->complex) put_imaginary(p, value);
}

static int64_t edge(const printer *p)
{
    return p->options->edge_items;
}

static bool is_cut(const printer *p, int64_t size)
{
    return p->summarize && size > 2 * edge(p);
}

static void put_vector(printer *p, int64_t size, int indent)
{
    int length = p->real.width + 2 + (p->complex ? p->imaginary.width + 1 : 0);
    int per_line = (p->options->linewidth - indent) / length;
    if (p->options->linewidth - indent < 0 || per_line < 1) per_line = 1;
    bool cut = is_cut(p, size), bare = p->summarize && !edge(p);
    int64_t shown = bare ? 1 : cut ? 2 * edge(p) + 1 : size;
    gb_buffer_char(p->out, '[');
    for (int64_t i = 0; i < shown; i++) {
        if (i && i % per_line == 0) {
            gb_buffer_text(p->out, ",\n");
            gb_buffer_repeat(p->out, ' ', (size_t)indent + 1);
        } else if (i) {
            gb_buffer_text(p->out, ", ");
        }
        if (bare)
            gb_buffer_text(p->out, "...");
        else if (cut && i == edge(p))
            gb_buffer_text(p->out, " ...");
        else
            put_next(p);
    }
    gb_buffer_char(p->out, ']');
}

static bool put_level(printer *p, int64_t depth, int indent, gb_error *err)
{
    int64_t dim = gb_tensor_dim(p->tensor) - depth;
    if (!gb_check_interrupt(err)) return false;
    if (dim == 0) {
        put_next(p);
        return true;
    }
    int64_t size = gb_tensor_sizes(p->tensor)[depth];
    if (dim == 1) {
        put_vector(p, size, indent);
        return true;
    }
    bool cut = is_cut(p, size);
    int64_t shown = cut ? 2 * edge(p) + 1 : size;
    gb_buffer_char(p->out, '[');
    for (int64_t i = 0; i < shown; i++) {
        if (i) {
            gb_buffer_char(p->out, ',');
            gb_buffer_repeat(p->out, '\n', (size_t)dim - 1);
            gb_buffer_repeat(p->out, ' ', (size_t)indent + 1);
        }
        if (cut && i == edge(p))
            gb_buffer_text(p->out, "...");
        else if (!put_level(p, depth + 1, indent + 1, err))
            return false;
    }
    gb_buffer_char(p->out, ']');
    return true;
}

/* --- what is shown
 * --------------------------------------------------------------------------------- */

/* [0, edge) and [size - edge, size) of one dimension. */
static gb_tensor *keep_edges(gb_tensor *t, int64_t dim, int64_t edges, gb_error *err)
{
    int64_t size = gb_tensor_size(t, dim), count = 2 * edges;
    gb_tensor *index = gb_tensor_empty(GB_I64, &count, 1, err);
    int64_t *at = index ? gb_tensor_data(index) : NULL;
    for (int64_t i = 0; at && i < edges; i++) {
        at[i] = i;
        at[edges + i] = size - edges + i;
    }
    gb_tensor *there = index ? gb_tensor_to(index, GB_DTYPE_NONE, gb_tensor_device(t), err) : NULL;
    gb_tensor *kept = there ? GB_CALL(gb_overload_known(GB_KNOWN_INDEX_SELECT), err,
                                      gb_arg_tensor(t), gb_arg_int(dim), gb_arg_tensor(there))
                            : NULL;
    gb_tensor_unref(there);
    gb_tensor_unref(index);
    return kept;
}

/* Types without arithmetic go by a wider one of the same values. */
static gb_tensor *readable(const gb_tensor *t, gb_error *err)
{
    gb_tensor *plain = gb_tensor_detach(t, err), *wide;
    gb_dtype dtype = gb_tensor_dtype(t);
    bool small_float = dtype >= GB_F8_E4M3 && dtype <= GB_F8_E8M0;
    bool odd_int = dtype == GB_U16 || dtype == GB_U32;
    if (!plain || (!small_float && !odd_int)) return plain;
    wide = gb_tensor_to(plain, small_float ? GB_F32 : GB_I64, GB_DEVICE_DEFAULT, err);
    gb_tensor_unref(plain);
    return wide;
}

/* Reads the elements shown to p->values; returns how many, or -1. */
static int64_t read_shown(printer *p, gb_error *err)
{
    gb_tensor *shown = readable(p->tensor, err);
    for (int64_t d = 0; shown && d < gb_tensor_dim(p->tensor); d++) {
        if (!is_cut(p, gb_tensor_sizes(p->tensor)[d])) continue;
        gb_tensor *kept = keep_edges(shown, d, edge(p), err);
        gb_tensor_unref(shown);
        shown = kept;
    }
    if (!shown) return -1;
    int64_t count = gb_tensor_numel(shown);
    p->values = gb_calloc(count ? (size_t)count : 1, sizeof *p->values, err);
    if (p->values && !gb_tensor_read_args(shown, 0, count, p->values, err)) count = -1;
    gb_tensor_unref(shown);
    return p->values ? count : -1;
}

static bool put_elements(printer *p, int indent, gb_error *err)
{
    gb_dtype_kind kind = gb_dtype_kind_of(gb_tensor_dtype(p->tensor));
    p->summarize = gb_tensor_numel(p->tensor) > p->options->threshold;
    p->complex = kind == GB_KIND_COMPLEX;
    int64_t count = read_shown(p, err);
    bool ok = count >= 0;
    if (ok) {
        p->real = choose_notation(p, kind >= GB_KIND_FLOAT, false, (size_t)count);
        if (p->complex) p->imaginary = choose_notation(p, true, true, (size_t)count);
        ok = put_level(p, 0, indent, err);
    }
    gb_free(p->values);
    return ok;
}

/* --- what follows the elements
 * ---------------------------------------------------------------------- */

typedef struct suffixes {
    gb_buffer *out;
    size_t start; /* of the text in out */
    size_t line;  /* length of the last line, as PyTorch counts it */
    int linewidth;
    int indent;
} suffixes;

static void start_suffixes(suffixes *s)
{
    const char *text = s->out->data + s->start;
    const char *newline = strrchr(text, '\n');
    s->line = newline ? strlen(newline) + 1 : strlen(text) + 2;
}

static void add_suffix(suffixes *s, const char *text)
{
    size_t n = strlen(text);
    if (s->line + n + 2 > (size_t)s->linewidth) {
        gb_buffer_text(s->out, ",\n");
        gb_buffer_repeat(s->out, ' ', (size_t)s->indent);
        s->line = (size_t)s->indent + n;
    } else {
        gb_buffer_text(s->out, ", ");
        s->line += n + 2;
    }
    gb_buffer_text(s->out, text);
}

static void print_size(gb_buffer *b, const gb_tensor *t)
{
    gb_buffer_text(b, "size=(");
    for (int64_t i = 0; i < gb_tensor_dim(t); i++)
        gb_buffer_format(b, "%s%lld", i ? ", " : "", (long long)gb_tensor_sizes(t)[i]);
    gb_buffer_text(b, gb_tensor_dim(t) == 1 ? ",)" : ")");
}

static bool is_default_dtype(const gb_tensor *t)
{
    gb_dtype dtype = gb_tensor_dtype(t), floats = gb_default_dtype();
    if (gb_tensor_is_meta(t) || !gb_tensor_numel(t)) return dtype == floats;
    return dtype == floats || dtype == (floats == GB_F64 ? GB_C128 : GB_C64) || dtype == GB_I64 ||
           dtype == GB_BOOLEAN;
}

static void put_suffixes(suffixes *s, const gb_tensor *t, const gb_print_options *o)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool empty = !gb_tensor_numel(t) && gb_tensor_dim(t) != 1;
    start_suffixes(s);
    if (gb_tensor_device(t).type != GB_CPU) {
        gb_buffer_text(&b, "device='");
        gb_device_print(&b, gb_tensor_device(t));
        gb_buffer_char(&b, '\'');
        add_suffix(s, b.data ? b.data : "");
        gb_buffer_clear(&b);
    }
    if (gb_tensor_is_meta(t) || empty || (gb_tensor_numel(t) && !o->edge_items)) {
        print_size(&b, t);
        add_suffix(s, b.data ? b.data : "");
        gb_buffer_clear(&b);
    }
    if (!is_default_dtype(t)) {
        gb_buffer_format(&b, "dtype=torch.%s", gb_dtype_name(gb_tensor_dtype(t)));
        add_suffix(s, b.data ? b.data : "");
        gb_buffer_clear(&b);
    }
    gb_buffer_text(&b, "grad_fn=");
    if (gb_tensor_grad_fn(t, &b))
        add_suffix(s, b.data ? b.data : "");
    else if (gb_tensor_requires_grad(t))
        add_suffix(s, "requires_grad=True");
    gb_buffer_release(&b);
}

bool gb_tensor_print(gb_buffer *out, const gb_tensor *t, const gb_print_options *options,
                     gb_error *err)
{
    printer p = {.options = options ? options : &gb_print_defaults, .out = out, .tensor = t};
    suffixes s = {.out = out, .start = out->size, .linewidth = p.options->linewidth, .indent = 7};
    gb_tensor *dense = NULL;
    gb_buffer_text(out, "tensor(");
    if (gb_tensor_is_meta(t)) {
        gb_buffer_text(out, "...");
    } else if (!gb_tensor_numel(t)) {
        gb_buffer_text(out, "[]");
    } else {
        if (!gb_tensor_is_strided(t)) /* sparse ones are shown by their values */
            p.tensor = dense = GB_CALL_NAME("aten::to_dense", err, gb_arg_tensor((gb_tensor *)t));
        bool ok = p.tensor && put_elements(&p, s.indent, err);
        gb_tensor_unref(dense);
        if (!ok) return false;
    }
    if (!gb_buffer_ok(out, err)) return false;
    put_suffixes(&s, t, p.options);
    gb_buffer_char(out, ')');
    return gb_buffer_ok(out, err);
}
