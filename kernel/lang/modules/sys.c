/* `sys`: what needs the VM; the constants are in sys.py. */
#include "kernel/lang/modules/stream.h"

#include "kernel/lang/vm_state.h"

/* --- limits -------------------------------------------------------------------------------------
 */

static gb_value getrecursionlimit(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_int(vm->recursion_limit);
}

static gb_value setrecursionlimit(gb_vm *vm, gb_value *args)
{
    int64_t limit;
    if (!gb_to_int64(vm, args[0], &limit)) return GB_UNSET_VALUE;
    if (limit < 1)
        return gb_raise(vm, GB_EXC_ValueError, "recursion limit must be greater or equal than 1");
    if (limit > INT32_MAX)
        return gb_raise(vm, GB_EXC_OverflowError, "signed integer is greater than maximum");
    if (vm->depth >= limit)
        return gb_raise(vm, GB_EXC_RecursionError,
                        "cannot set the recursion limit to %lld at the recursion depth %u: the "
                        "limit is too low",
                        (long long)limit, vm->depth);
    vm->recursion_limit = (uint32_t)limit;
    return GB_NONE_VALUE;
}

static gb_value get_int_max_str_digits(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_int((int64_t)vm->max_str_digits);
}

static gb_value set_int_max_str_digits(gb_vm *vm, gb_value *args)
{
    enum { LEAST = 640 };
    int64_t digits;
    if (!gb_to_int64(vm, args[0], &digits)) return GB_UNSET_VALUE;
    if (digits != 0 && digits < LEAST)
        return gb_raise(vm, GB_EXC_ValueError, "maxdigits must be 0 or larger than %d", LEAST);
    vm->max_str_digits = (size_t)digits;
    return GB_NONE_VALUE;
}

/* --- objects ------------------------------------------------------------------------------------
 */

/* Bytes of a CPython str of this text: one, two or four a character, after a header. */
static int64_t str_size(gb_value v)
{
    const char *text = gb_str_data(v);
    int64_t length = (int64_t)gb_str_length(v);
    unsigned char highest = 0;
    uint32_t top = 0;
    for (size_t i = 0; i < gb_str_size(v); i++) {
        unsigned char c = (unsigned char)text[i];
        if (c > highest) highest = c;
        if ((c & 0xe0) == 0xc0 && (uint32_t)(c & 0x1f) << 6 > top) top = (uint32_t)(c & 0x1f) << 6;
    }
    if (highest < 0x80) return 49 + length;
    if (highest < 0xe0 && top < 0x100) return 73 + length;
    return highest < 0xf0 ? 74 + 2 * length : 76 + 4 * length;
}

static int64_t int_size(gb_value v)
{
    enum { DIGIT_BITS = 30, HEAD = 24, DIGIT = 4 };
    mpz_t z;
    gb_int_to_mpz(v, z);
    size_t bits = mpz_sizeinbase(z, 2); /* 1 for 0 */
    mpz_clear(z);
    return HEAD + DIGIT * (int64_t)((bits + DIGIT_BITS - 1) / DIGIT_BITS);
}

/* The bytes that CPython's object of this kind would take, where that is a matter of its contents
 * alone; for others what it takes here. */
static gb_value getsizeof(gb_vm *vm, gb_value *args)
{
    enum { LIST = 56, TUPLE = 40, BYTES = 33, WORD = 8, FLOAT = 24, NONE = 16 };
    gb_value v = args[0];
    bool failed;
    gb_value method = gb_is_object(v) && (v.o->type->flags & GB_TYPE_USER)
                          ? gb_getattr_optional(vm, v, "__sizeof__", &failed)
                          : GB_UNSET_VALUE;
    if (!gb_is_unset(method)) {
        gb_value size = gb_call(vm, method, NULL, 0);
        gb_unref(method);
        return size;
    }
    switch (v.tag) {
    case GB_NONE:
    case GB_ELLIPSIS:
    case GB_NOT_IMPLEMENTED: return gb_int(NONE);
    case GB_BOOL:
    case GB_INT:
    case GB_BIGINT: return gb_int(int_size(v));
    case GB_FLOAT: return gb_int(FLOAT);
    case GB_STR: return gb_int(str_size(v));
    case GB_BYTES: return gb_int(BYTES + (int64_t)gb_bytes_peek(v)->size);
    case GB_LIST: return gb_int(LIST + WORD * (int64_t)gb_list_peek(v)->count);
    case GB_TUPLE: return gb_int(TUPLE + WORD * (int64_t)gb_tuple_peek(v)->count);
    default: return gb_int((int64_t)gb_type_of(vm, v)->size);
    }
}

static gb_value getrefcount(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(gb_is_object(args[0]) ? (int64_t)args[0].o->refs : INT32_MAX);
}

static gb_value getallocatedblocks(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_int((int64_t)gb_vm_object_count(vm));
}

static gb_value intern(gb_vm *vm, gb_value *args)
{
    if (!gb_is_str(args[0]))
        return gb_raise(vm, GB_EXC_TypeError, "intern() argument must be str, not %s",
                        gb_type_name(vm, args[0]));
    return gb_intern_take(vm, gb_ref(args[0]));
}

static gb_value handled(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_is_exception(vm->handled) ? gb_ref(vm->handled) : GB_NONE_VALUE;
}

static gb_value stream(gb_vm *vm, gb_value *args)
{
    return gb_stream_object(vm, (gb_stream_kind)args[0].i);
}

/* --- the module ---------------------------------------------------------------------------------
 */

static const gb_native functions[] = {
    {"getrecursionlimit", getrecursionlimit, "", 0, "How deeply calls may nest."},
    {"setrecursionlimit", setrecursionlimit, "limit, /", 0, "Sets how deeply calls may nest."},
    {"get_int_max_str_digits", get_int_max_str_digits, "", 0, "Digits of an int as text at most."},
    {"set_int_max_str_digits", set_int_max_str_digits, "maxdigits", 0, "Sets that limit; 0: none."},
    {"getsizeof", getsizeof, "object, default=?", 0, "The size of an object in bytes."},
    {"getrefcount", getrefcount, "object, /", GB_TAKES_GRAPH, "References to an object."},
    {"getallocatedblocks", getallocatedblocks, "", 0, "How many objects there are."},
    {"intern", intern, "string, /", 0, "The one str of this text."},
    {"_handled", handled, "", 0, "The exception being handled, or None."},
    {"_stream", stream, "number, /", 0, "Standard stream 0, 1 or 2."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    return gb_module_set(vm, module, "modules", vm->modules) &&
           gb_module_add_take(vm, module, "_glassbox_version", gb_str_text_new(vm, GB_VERSION));
}

const gb_module_spec gb_module_sys = {
    .name = "sys",
    .doc = "The interpreter: what it is, where its texts go, its limits.",
    .functions = functions,
    .init = init,
};
