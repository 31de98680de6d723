/* gb_arg: one argument or result of an operator, as a tagged value.
 *
 * Eager calls, graph nodes, plan steps and the wire all hold operator arguments in this form. It is
 * plain data, 24 bytes, copied by assignment; copying copies no tensor, text or list. Who *owns*
 * what an argument points to is said by each function: arguments given to a function are borrowed;
 * results, and copies made by gb_arg_copy, are owned and go with gb_arg_release.
 *
 * OTHER is an object that no operator takes: it is there for the message that refuses it, and its
 * text is the name of its type. A layout or memory format is a text ("strided",
 * "contiguous_format", with or without "torch."). A Python tuple is a LIST with `tuple` set;
 * operators take both, an index tells them apart. */
#ifndef GB_TENSOR_ARG_H
#define GB_TENSOR_ARG_H

#include "graph/tensor/dtype.h"

#include <string.h>

typedef struct gb_tensor gb_tensor;
typedef struct gb_generator gb_generator;

typedef enum gb_arg_kind {
#define GB_ARG_KIND(id, name, python) GB_ARG_##id,
#include "graph/tensor/arg.def"
#undef GB_ARG_KIND
    GB_ARG_KIND_COUNT
} gb_arg_kind;

typedef struct gb_arg gb_arg;
struct gb_arg {
    uint8_t kind;   /* a gb_arg_kind */
    bool tuple;     /* LIST: written as a tuple */
    uint32_t count; /* LIST: items; SLICE: 3; TEXT: bytes without the terminator */
    union {
        bool boolean;
        int64_t integer;
        double real; /* FLOAT, and the real part of COMPLEX */
        struct {
            double re, im;
        } complex;
        const char *text; /* terminated UTF-8 */
        gb_dtype dtype;
        gb_device device;
        gb_tensor *tensor;
        gb_generator *generator;
        gb_arg *
            items; /* LIST: count items; SLICE: start, stop, step, each NONE, INT, TENSOR or NODE */
        int32_t node; /* NODE: a reference that a graph or plan gives meaning to */
    } as;
};

/* A zeroed argument of a kind. (These are statements, not compound literals, so that the C++ files
 * of this folder can include the header.) */
static inline gb_arg gb_arg_of(gb_arg_kind kind)
{
    gb_arg arg;
    memset(&arg, 0, sizeof arg);
    arg.kind = (uint8_t)kind;
    return arg;
}
static inline gb_arg gb_arg_none(void)
{
    return gb_arg_of(GB_ARG_NONE);
}
static inline gb_arg gb_arg_bool(bool x)
{
    gb_arg arg = gb_arg_of(GB_ARG_BOOL);
    arg.as.boolean = x;
    return arg;
}
static inline gb_arg gb_arg_int(int64_t x)
{
    gb_arg arg = gb_arg_of(GB_ARG_INT);
    arg.as.integer = x;
    return arg;
}
static inline gb_arg gb_arg_float(double x)
{
    gb_arg arg = gb_arg_of(GB_ARG_FLOAT);
    arg.as.real = x;
    return arg;
}
static inline gb_arg gb_arg_complex(double re, double im)
{
    gb_arg arg = gb_arg_of(GB_ARG_COMPLEX);
    arg.as.complex.re = re;
    arg.as.complex.im = im;
    return arg;
}
static inline gb_arg gb_arg_dtype(gb_dtype x)
{
    gb_arg arg = gb_arg_of(GB_ARG_DTYPE);
    arg.as.dtype = x;
    return arg;
}
static inline gb_arg gb_arg_device(gb_device x)
{
    gb_arg arg = gb_arg_of(GB_ARG_DEVICE);
    arg.as.device = x;
    return arg;
}
/* NULL gives NONE. */
static inline gb_arg gb_arg_tensor(gb_tensor *x)
{
    gb_arg arg = gb_arg_of(x ? GB_ARG_TENSOR : GB_ARG_NONE);
    arg.as.tensor = x;
    return arg;
}
static inline gb_arg gb_arg_list(gb_arg *items, size_t count)
{
    gb_arg arg = gb_arg_of(GB_ARG_LIST);
    arg.count = (uint32_t)count;
    arg.as.items = items;
    return arg;
}
static inline gb_arg gb_arg_tuple(gb_arg *items, size_t count)
{
    gb_arg arg = gb_arg_of(GB_ARG_LIST);
    arg.tuple = true;
    arg.count = (uint32_t)count;
    arg.as.items = items;
    return arg;
}
/* `parts` are start, stop and step. */
static inline gb_arg gb_arg_slice(gb_arg parts[3])
{
    gb_arg arg = gb_arg_of(GB_ARG_SLICE);
    arg.count = 3;
    arg.as.items = parts;
    return arg;
}
static inline gb_arg gb_arg_node(int32_t node)
{
    gb_arg arg = gb_arg_of(GB_ARG_NODE);
    arg.as.node = node;
    return arg;
}
gb_arg gb_arg_text(const char *text);

/* Writes the ints as INT arguments to items[0..count) and returns a list over them. */
gb_arg gb_arg_ints(const int64_t *values, size_t count, gb_arg *items);

/* A deep copy that owns its texts and lists and holds one reference to each tensor and generator.
 */
bool gb_arg_copy(const gb_arg *from, gb_arg *to, gb_error *err) GB_MUST_CHECK;

/* Releases what an owned argument holds and makes it NONE. */
void gb_arg_release(gb_arg *arg);

/* Same kind and value, lists item by item; floats by their bits (so NaN equals itself and 0.0 is
 * not -0.0), tensors and generators by identity. The hash goes with it. */
bool gb_arg_equal(const gb_arg *a, const gb_arg *b);
uint64_t gb_arg_hash(const gb_arg *arg);

/* "int", "list", ... of arg.def, and back (GB_ARG_KIND_COUNT when unknown). */
const char *gb_arg_kind_name(gb_arg_kind kind);
gb_arg_kind gb_arg_kind_find(const char *name);

/* The name PyTorch's messages use for the type of an argument: "int", "tuple", "Tensor". */
const char *gb_arg_type_name(const gb_arg *arg);

/* Appends the argument as Python would write it: 1.5, [1, 2], torch.float32, 'sum', slice(0, 2,
 * None); a tensor as "Tensor[2, 3] float32", a node as "%7". One line, for messages and dumps. */
void gb_arg_print(gb_buffer *out, const gb_arg *arg);

/* Depth-first walk over the TENSOR or NODE arguments inside arg (itself, list items, slice parts),
 * which the callback may change in place. Stops and returns false when the callback does. */
typedef bool gb_arg_visitor(gb_arg *arg, void *context);
bool gb_arg_visit(gb_arg *arg, gb_arg_visitor *visit, void *context);

#endif
