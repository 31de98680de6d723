/* gb_arg: copies, comparison, text. See arg.h. */
#include "graph/tensor/arg.h"

#include "graph/base/map.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/print.h"

static const char *const kind_names[] = {
#define GB_ARG_KIND(id, name, python) name,
#include "graph/tensor/arg.def"
#undef GB_ARG_KIND
};

static const char *const python_names[] = {
#define GB_ARG_KIND(id, name, python) python,
#include "graph/tensor/arg.def"
#undef GB_ARG_KIND
};

static bool has_items(const gb_arg *arg)
{
    return arg->kind == GB_ARG_LIST || arg->kind == GB_ARG_SLICE;
}

gb_arg gb_arg_text(const char *text)
{
    gb_arg arg = gb_arg_of(GB_ARG_TEXT);
    arg.count = (uint32_t)strlen(text);
    arg.as.text = text;
    return arg;
}

gb_arg gb_arg_ints(const int64_t *values, size_t count, gb_arg *items)
{
    for (size_t i = 0; i < count; i++)
        items[i] = gb_arg_int(values[i]);
    return gb_arg_list(items, count);
}

static bool copy_items(const gb_arg *from, gb_arg *to, gb_error *err)
{
    gb_arg *items = gb_calloc(from->count, sizeof *items, err);
    if (!items) return false;
    *to = *from;
    to->as.items = items;
    to->count = 0; /* so that a failure releases only what was copied */
    for (; to->count < from->count; to->count++) {
        if (gb_arg_copy(&from->as.items[to->count], &items[to->count], err)) continue;
        gb_arg_release(to);
        return false;
    }
    return true;
}

bool gb_arg_copy(const gb_arg *from, gb_arg *to, gb_error *err)
{
    *to = gb_arg_none();
    if (has_items(from)) return copy_items(from, to, err);
    gb_arg copy = *from;
    if (from->kind == GB_ARG_TEXT && !(copy.as.text = gb_strndup(from->as.text, from->count, err)))
        return false;
    if (from->kind == GB_ARG_TENSOR) copy.as.tensor = gb_tensor_ref(from->as.tensor);
    if (from->kind == GB_ARG_GENERATOR) copy.as.generator = gb_generator_ref(from->as.generator);
    *to = copy;
    return true;
}

void gb_arg_release(gb_arg *arg)
{
    if (arg->kind == GB_ARG_TENSOR) gb_tensor_unref(arg->as.tensor);
    if (arg->kind == GB_ARG_GENERATOR) gb_generator_unref(arg->as.generator);
    if (arg->kind == GB_ARG_TEXT) gb_free((void *)arg->as.text);
    if (has_items(arg)) {
        for (uint32_t i = 0; i < arg->count; i++)
            gb_arg_release(&arg->as.items[i]);
        gb_free(arg->as.items);
    }
    *arg = gb_arg_none();
}

static bool items_equal(const gb_arg *a, const gb_arg *b)
{
    if (a->count != b->count || a->tuple != b->tuple) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!gb_arg_equal(&a->as.items[i], &b->as.items[i])) return false;
    return true;
}

bool gb_arg_equal(const gb_arg *a, const gb_arg *b)
{
    if (a->kind != b->kind) return false;
    switch ((gb_arg_kind)a->kind) {
    case GB_ARG_NONE:
    case GB_ARG_ELLIPSIS: return true;
    case GB_ARG_BOOL: return a->as.boolean == b->as.boolean;
    case GB_ARG_FLOAT: return memcmp(&a->as.real, &b->as.real, sizeof a->as.real) == 0;
    case GB_ARG_COMPLEX: return memcmp(&a->as.complex, &b->as.complex, sizeof a->as.complex) == 0;
    case GB_ARG_TEXT: return a->count == b->count && !memcmp(a->as.text, b->as.text, a->count);
    case GB_ARG_DTYPE: return a->as.dtype == b->as.dtype;
    case GB_ARG_DEVICE: return gb_device_equal(a->as.device, b->as.device);
    case GB_ARG_NODE: return a->as.node == b->as.node;
    case GB_ARG_LIST:
    case GB_ARG_SLICE: return items_equal(a, b);
    default: return a->as.integer == b->as.integer; /* INT, and the pointers by identity */
    }
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
    return (hash ^ more) * 0x9E3779B97F4A7C15u + (hash >> 29);
}

uint64_t gb_arg_hash(const gb_arg *arg)
{
    uint64_t hash = mix(0x51ED270B, arg->kind);
    switch ((gb_arg_kind)arg->kind) {
    case GB_ARG_NONE:
    case GB_ARG_ELLIPSIS: return hash;
    case GB_ARG_BOOL: return mix(hash, arg->as.boolean);
    case GB_ARG_COMPLEX: return mix(hash, gb_hash_bytes(&arg->as.complex, sizeof arg->as.complex));
    case GB_ARG_TEXT: return mix(hash, gb_hash_bytes(arg->as.text, arg->count));
    case GB_ARG_DTYPE: return mix(hash, (uint64_t)arg->as.dtype);
    case GB_ARG_DEVICE:
        return mix(hash, (uint64_t)(arg->as.device.type * 1000 + arg->as.device.index));
    case GB_ARG_NODE: return mix(hash, (uint64_t)arg->as.node);
    case GB_ARG_LIST:
    case GB_ARG_SLICE:
        hash = mix(hash, arg->tuple);
        for (uint32_t i = 0; i < arg->count; i++)
            hash = mix(hash, gb_arg_hash(&arg->as.items[i]));
        return hash;
    default: return mix(hash, (uint64_t)arg->as.integer);
    }
}

const char *gb_arg_kind_name(gb_arg_kind kind)
{
    return kind < GB_ARG_KIND_COUNT ? kind_names[kind] : "?";
}

gb_arg_kind gb_arg_kind_find(const char *name)
{
    int i = 0;
    while (i < GB_ARG_KIND_COUNT && strcmp(kind_names[i], name) != 0)
        i++;
    return (gb_arg_kind)i;
}

const char *gb_arg_type_name(const gb_arg *arg)
{
    if (arg->kind == GB_ARG_LIST && arg->tuple) return "tuple";
    if (arg->kind == GB_ARG_OTHER) return arg->as.text;
    return arg->kind < GB_ARG_KIND_COUNT ? python_names[arg->kind] : "?";
}

static void print_items(gb_buffer *out, const gb_arg *arg)
{
    bool slice = arg->kind == GB_ARG_SLICE;
    gb_buffer_text(out, slice ? "slice(" : arg->tuple ? "(" : "[");
    for (uint32_t i = 0; i < arg->count; i++) {
        if (i) gb_buffer_text(out, ", ");
        gb_arg_print(out, &arg->as.items[i]);
    }
    if (arg->tuple && arg->count == 1) gb_buffer_char(out, ',');
    gb_buffer_text(out, slice || arg->tuple ? ")" : "]");
}

static void print_complex(gb_buffer *out, const gb_arg *arg)
{
    gb_buffer_char(out, '(');
    gb_buffer_double(out, arg->as.complex.re);
    if (!(arg->as.complex.im < 0)) gb_buffer_char(out, '+');
    gb_buffer_double(out, arg->as.complex.im);
    gb_buffer_text(out, "j)");
}

void gb_arg_print(gb_buffer *out, const gb_arg *arg)
{
    switch ((gb_arg_kind)arg->kind) {
    case GB_ARG_NONE: gb_buffer_text(out, "None"); break;
    case GB_ARG_BOOL: gb_buffer_text(out, arg->as.boolean ? "True" : "False"); break;
    case GB_ARG_INT: gb_buffer_format(out, "%lld", (long long)arg->as.integer); break;
    case GB_ARG_FLOAT: gb_buffer_double(out, arg->as.real); break;
    case GB_ARG_COMPLEX: print_complex(out, arg); break;
    case GB_ARG_TEXT: gb_buffer_format(out, "'%s'", arg->as.text); break;
    case GB_ARG_DTYPE: gb_buffer_format(out, "torch.%s", gb_dtype_name(arg->as.dtype)); break;
    case GB_ARG_DEVICE: gb_device_print(out, arg->as.device); break;
    case GB_ARG_TENSOR: gb_tensor_describe(out, arg->as.tensor); break;
    case GB_ARG_GENERATOR: gb_buffer_text(out, "Generator"); break;
    case GB_ARG_LIST:
    case GB_ARG_SLICE: print_items(out, arg); break;
    case GB_ARG_ELLIPSIS: gb_buffer_text(out, "..."); break;
    case GB_ARG_NODE: gb_buffer_format(out, "%%%d", arg->as.node); break;
    case GB_ARG_OTHER: gb_buffer_text(out, arg->as.text); break;
    case GB_ARG_KIND_COUNT: break;
    }
}

bool gb_arg_visit(gb_arg *arg, gb_arg_visitor *visit, void *context)
{
    if (arg->kind == GB_ARG_TENSOR || arg->kind == GB_ARG_NODE) return visit(arg, context);
    if (!has_items(arg)) return true;
    for (uint32_t i = 0; i < arg->count; i++)
        if (!gb_arg_visit(&arg->as.items[i], visit, context)) return false;
    return true;
}
