/* The type str: construction, slots, and the table of its methods, which are in str_*.c and
 * text_*.c. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/codec.h"
#include "kernel/lang/types/iterator.h"
#include "kernel/lang/types/number.h"
#include "kernel/lang/types/sequence.h"
#include "kernel/lang/types/str_method.h"
#include "kernel/lang/types/text.h"

/* --- making --------------------------------------------------------------------------------------
 */

static gb_value decoded(gb_vm *vm, const gb_value *bound)
{
    gb_chars bytes;
    if (!gb_codec_check_names(vm, bound[1], bound[2], "str")) return GB_UNSET_VALUE;
    if (gb_is_str(bound[0])) return gb_raise(vm, GB_EXC_TypeError, "decoding str is not supported");
    if (!gb_bytes_like_peek(bound[0], &bytes))
        return gb_raise(vm, GB_EXC_TypeError, "decoding to str: need a bytes-like object, %s found",
                        gb_type_name(vm, bound[0]));
    return gb_decode_value(vm, bound[0], bound[1], bound[2], "str");
}

static gb_value str_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[3], text;
    if (cls == vm->types.str && args->count == 1 && !args->keyword_count)
        return gb_to_str(vm, args->values[0]);
    if (!gb_bind(vm, "str", "object=?, encoding=?, errors=?", args, bound)) return GB_UNSET_VALUE;
    if (gb_is_unset(bound[0]))
        text = gb_ref(vm->empty_str);
    else if (gb_is_unset(bound[1]) && gb_is_unset(bound[2]))
        text = gb_to_str(vm, bound[0]);
    else
        text = decoded(vm, bound);
    gb_bound_release(bound, 3);
    if (cls == vm->types.str || gb_is_unset(text)) return text;
    gb_value instance = gb_str_instance(vm, cls, text);
    gb_unref(text);
    return instance;
}

static void str_release(gb_object *self)
{
    gb_free(((gb_str *)(void *)self)->marks);
}

/* --- items ---------------------------------------------------------------------------------------
 */

/* text[::-1] of a text that is not ASCII: character by character, the bytes of each in order. */
static gb_value reversed_text(gb_vm *vm, const gb_str *text)
{
    char *data;
    gb_value out = gb_str_room(vm, text->size, &data);
    if (gb_is_unset(out)) return out;
    gb_str_peek(out)->length = text->length;
    char *to = data + text->size;
    for (size_t at = 0; at < text->size;) {
        size_t n = 1;
        while (at + n < text->size && ((unsigned char)text->data[at + n] & 0xc0) == 0x80)
            n++;
        to -= n;
        for (size_t i = 0; i < n; i++)
            to[i] = text->data[at + i];
        at += n;
    }
    return out;
}

/* Every step-th character of a text that is not ASCII. */
static gb_value stepped(gb_vm *vm, gb_value self, const int64_t part[3], int64_t count)
{
    const gb_str *text = gb_str_peek(self);
    if (part[2] == -1 && (size_t)count == text->length) return reversed_text(vm, text);
    gb_buffer out = GB_BUFFER_INIT;
    uint32_t *points = gb_alloc((text->length + 1) * sizeof *points, NULL);
    if (!points) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    for (size_t i = 0, at = 0; at < text->size; i++)
        points[i] = gb_str_decode(text->data, &at);
    char bytes[4];
    for (int64_t i = 0; i < count; i++)
        gb_buffer_put(&out, bytes, gb_codepoint_put(bytes, points[part[0] + i * part[2]]));
    gb_free(points);
    return gb_str_from_buffer(vm, &out);
}

static gb_value get_slice(gb_vm *vm, gb_value self, gb_value key)
{
    const gb_str *text = gb_str_peek(self);
    int64_t part[3], count;
    if (!gb_slice_indices(vm, key, (int64_t)text->length, part, &count)) return GB_UNSET_VALUE;
    if (count <= 0) return gb_ref(vm->empty_str);
    if (part[2] == 1) return gb_str_slice(vm, self, (size_t)part[0], (size_t)(part[0] + count));
    if (text->size != text->length) return stepped(vm, self, part, count);
    char *data;
    gb_value out = gb_str_room(vm, (size_t)count, &data);
    if (!gb_is_unset(out)) gb_text_step(data, text->data + part[0], part[2], (size_t)count);
    return out;
}

static gb_value str_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    const gb_str *text = gb_str_peek(self);
    int64_t at;
    if (key.tag == GB_INT) {
        at = key.i < 0 ? key.i + (int64_t)text->length : key.i;
        if (at < 0 || at >= (int64_t)text->length)
            return gb_raise(vm, GB_EXC_IndexError, "string index out of range");
    } else {
        if (gb_is_slice(key)) return get_slice(vm, self, key);
        if (!gb_is_int(key) && !gb_type_of(vm, key)->slots.index)
            return gb_raise(vm, GB_EXC_TypeError, "string indices must be integers, not '%s'",
                            gb_type_name(vm, key));
        if (!gb_index_within(vm, key, (int64_t)text->length, "string", &at)) return GB_UNSET_VALUE;
    }
    if (text->size == text->length) return gb_ref(vm->letters[(unsigned char)text->data[at]]);
    return gb_str_at(vm, self, (size_t)at);
}

static int str_contains(gb_vm *vm, gb_value self, gb_value item)
{
    if (!gb_is_str(item))
        return gb_raise_minus(vm, GB_EXC_TypeError,
                              "'in <string>' requires string as left operand, not %s",
                              gb_type_name(vm, item));
    return gb_bytes_find(gb_str_data(self), gb_str_size(self), gb_str_data(item), gb_str_size(item),
                         false) >= 0;
}

static int64_t str_len(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)gb_str_length(self);
}

static gb_value str_iter(gb_vm *vm, gb_value self)
{
    bool ascii = gb_str_size(self) == gb_str_length(self);
    return gb_iterator_new(vm,
                           ascii && !gb_type_is_user(self.o->type) ? vm->types.str_ascii_iterator
                                                                   : vm->types.str_iterator,
                           self);
}

/* --- operators ----------------------------------------------------------------------------------
 */

static gb_value repeat(gb_vm *vm, gb_value self, int64_t times)
{
    const gb_str *text = gb_str_peek(self);
    if (times <= 0 || !text->size) return gb_ref(vm->empty_str);
    if (times == 1 && gb_exact_str(vm, self)) return gb_ref(self);
    if ((uint64_t)times > INT64_MAX / text->size)
        return gb_raise(vm, GB_EXC_OverflowError, "repeated string is too long");
    if ((uint64_t)times > vm->memory_limit / text->size)
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    char *data;
    gb_value out = gb_str_room(vm, text->size * (size_t)times, &data);
    if (gb_is_unset(out)) return out;
    gb_text_repeat(data, text->data, text->size, (size_t)times);
    gb_str_peek(out)->length = text->length * (size_t)times;
    return out;
}

static gb_value str_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    int64_t times;
    gb_value self;
    if (op == GB_BINARY_ADD && gb_is_str(a) && gb_is_str(b)) return gb_str_concat(vm, a, b);
    if (op == GB_BINARY_MOD && gb_is_str(a)) return gb_format_percent(vm, a, b);
    if (op == GB_BINARY_MUL && gb_repeat_operands(vm, GB_STR, a, b, &self, &times))
        return repeat(vm, self, times);
    return gb_is_unset(vm->exception) ? GB_NOT_IMPLEMENTED_VALUE : GB_UNSET_VALUE;
}

static gb_value str_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    (void)vm;
    if (!gb_is_str(a) || !gb_is_str(b)) return GB_NOT_IMPLEMENTED_VALUE;
    if (op == GB_COMPARE_EQ) return gb_bool(gb_str_equal(a, b));
    if (op == GB_COMPARE_NE) return gb_bool(!gb_str_equal(a, b));
    gb_chars x = {gb_str_data(a), gb_str_size(a)}, y = {gb_str_data(b), gb_str_size(b)};
    return gb_order_result(op, gb_text_order(x, y)); /* UTF-8 keeps the order of code points */
}

static int64_t str_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_str_hash(self);
}

/* --- texts
 * ----------------------------------------------------------------------------------------
 */

static gb_value str_repr(gb_vm *vm, gb_value self)
{
    gb_buffer out = GB_BUFFER_INIT;
    gb_str_write_repr(&out, gb_str_data(self), gb_str_size(self), false);
    return gb_str_from_buffer(vm, &out);
}

static gb_value str_str(gb_vm *vm, gb_value self)
{
    if (gb_exact_str(vm, self)) return gb_ref(self);
    return gb_str_new(vm, gb_str_data(self), gb_str_size(self));
}

static gb_value str_format(gb_vm *vm, gb_value self, gb_value spec)
{
    return gb_str_size(spec) ? gb_format_str(vm, self, spec) : gb_to_str(vm, self);
}

static gb_value method_format(gb_vm *vm, gb_value *args)
{
    return gb_format_template(vm, args[0], args[1], args[2]);
}

static gb_value method_format_map(gb_vm *vm, gb_value *args)
{
    return gb_format_template(vm, args[0], GB_UNSET_VALUE, args[1]);
}

static gb_value method_encode(gb_vm *vm, gb_value *args)
{
    return gb_encode_value(vm, args[0], args[1], args[2], "encode");
}

static gb_value method_getnewargs(gb_vm *vm, gb_value *args)
{
    gb_value plain = str_str(vm, args[0]);
    gb_value out = gb_is_unset(plain) ? plain : gb_tuple_of(vm, 1, plain);
    gb_unref(plain);
    return out;
}

static const gb_native methods[] = {
    GB_TEXT_METHODS,
    GB_STR_METHODS,
    {"encode", method_encode, "encoding='utf-8', errors='strict'", 0,
     "The text as bytes in an encoding."},
    {"format", method_format, "*args, **kwargs", GB_TAKES_GRAPH,
     "Replace the fields in braces by the arguments."},
    {"format_map", method_format_map, "mapping, /", 0,
     "Replace the fields in braces by items of the mapping."},
    {"__getnewargs__", method_getnewargs, "", 0, "Arguments that make an equal one."},
    {0}};

const gb_type_spec gb_spec_str = {
    .name = "str",
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "A text: a sequence of characters that never changes.",
    .size = sizeof(gb_str),
    .tag = GB_STR,
    .methods = methods,
    .slots = {.make = str_make,
              .release = str_release,
              .getitem = str_getitem,
              .contains = str_contains,
              .len = str_len,
              .binary = str_binary,
              .compare = str_compare,
              .hash = str_hash,
              .repr = str_repr,
              .str = str_str,
              .format = str_format,
              .iter = str_iter},
};
