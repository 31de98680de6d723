/* x[index] and x[index] = value: the tensors, the index (ints, slices, None, Ellipsis, masks, index
 * tensors, lists, nested) and the value are built from the input. What is read is printed, so that
 * every element of a wrong view is touched. */
#include "tests/fuzz/bytes.h"

#include "graph/tensor/index.h"
#include "graph/tensor/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ITEMS = 32, DEEPEST = 3 };

/* Memory of one index: arguments, and the tensors to release. */
typedef struct pool {
    gb_arg items[ITEMS];
    size_t used;
    gb_tensor *tensors[ITEMS];
    size_t tensor_count;
} pool;

static int64_t next_int(bytes *b)
{
    int64_t wide;
    uint8_t small = next_byte(b);
    if (small != 0x80) return (int8_t)small % 6;
    next_bytes(b, &wide, sizeof wide);
    return wide;
}

static gb_arg next_index(bytes *b, pool *p, int depth);

/* `count` arguments in the pool, or NULL when it is full. */
static gb_arg *next_items(bytes *b, pool *p, size_t count, int depth)
{
    if (count > ITEMS - p->used) return NULL;
    gb_arg *items = &p->items[p->used];
    p->used += count;
    for (size_t i = 0; i < count; i++)
        items[i] = next_index(b, p, depth + 1);
    return items;
}

static gb_arg next_slice(bytes *b, pool *p)
{
    if (ITEMS - p->used < 3) return gb_arg_none();
    gb_arg *parts = &p->items[p->used];
    p->used += 3;
    uint8_t given = next_byte(b);
    for (size_t i = 0; i < 3; i++)
        parts[i] = given & (1 << i) ? gb_arg_int(next_int(b)) : gb_arg_none();
    return gb_arg_slice(parts);
}

static gb_arg next_tensor_arg(bytes *b, pool *p)
{
    if (p->tensor_count == ITEMS) return gb_arg_none();
    gb_tensor *t = next_tensor(b, 3);
    if (t) p->tensors[p->tensor_count++] = t;
    return gb_arg_tensor(t);
}

static gb_arg next_index(bytes *b, pool *p, int depth)
{
    enum { INT, BOOL, NOTHING, DOTS, SLICE, TENSOR, LIST, TUPLE, FLOAT, KINDS };
    uint8_t kind = next_byte(b) % KINDS;
    if (kind == LIST || kind == TUPLE) {
        size_t count = next_byte(b) % 5;
        gb_arg *items = depth < DEEPEST ? next_items(b, p, count, depth) : NULL;
        if (!items) return gb_arg_none();
        return kind == LIST ? gb_arg_list(items, count) : gb_arg_tuple(items, count);
    }
    switch (kind) {
    case INT: return gb_arg_int(next_int(b));
    case BOOL: return gb_arg_bool(next_byte(b) & 1);
    case DOTS: return gb_arg_of(GB_ARG_ELLIPSIS);
    case SLICE: return next_slice(b, p);
    case TENSOR: return next_tensor_arg(b, p);
    case FLOAT: return gb_arg_float((double)next_int(b) / 4);
    default: return gb_arg_none();
    }
}

static void print(const gb_tensor *t)
{
    gb_buffer out = GB_BUFFER_INIT;
    gb_error err = GB_ERROR_INIT;
    (void)!gb_tensor_print(&out, t, NULL, &err);
    gb_buffer_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bytes b = {data, size};
    pool p = {.used = 0};
    gb_error err = GB_ERROR_INIT, put_err = GB_ERROR_INIT;
    gb_tensor *x = next_tensor(&b, 4);
    gb_arg index = next_index(&b, &p, 0), value = next_tensor_arg(&b, &p);
    gb_tensor *y = x ? gb_tensor_index(x, &index, &err) : NULL;
    if (y) print(y);
    gb_tensor_unref(y);
    if (x && gb_tensor_index_put(x, &index, &value, &put_err)) print(x);
    gb_tensor_unref(x);
    for (size_t i = 0; i < p.tensor_count; i++)
        gb_tensor_unref(p.tensors[i]);
    return 0;
}
