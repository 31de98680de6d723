/* Cutting, comparing and repeating bytes of str, bytes and bytearray. */
#include "kernel/lang/types/text.h"

bool gb_raise_argument(gb_vm *vm, const char *function, const char *argument, const char *wanted,
                       gb_value v)
{
    return gb_raise_false(vm, GB_EXC_TypeError, "%s() %s must be %s, not %s", function, argument,
                          wanted, gb_is_none(v) ? "None" : gb_type_name(vm, v));
}

bool gb_text_argument(gb_vm *vm, gb_value self, gb_value v, const char *function,
                      const char *argument, gb_chars *out)
{
    if (gb_is_str(self)) {
        if (gb_is_str(v)) return gb_text_peek(v, out);
        if (function) return gb_raise_argument(vm, function, argument, "str", v);
        return gb_raise_false(vm, GB_EXC_TypeError, "must be str, not %s", gb_type_name(vm, v));
    }
    return gb_bytes_like_peek(v, out) ||
           gb_raise_false(vm, GB_EXC_TypeError, "a bytes-like object is required, not '%s'",
                          gb_type_name(vm, v));
}

gb_value gb_text_piece(gb_vm *vm, gb_value self, size_t from, size_t size)
{
    if (gb_is_str(self)) return gb_str_part(vm, self, from, size);
    gb_chars text = gb_text_of(self);
    return gb_is_bytes(self) ? gb_bytes_new(vm, text.data + from, size)
                             : gb_bytearray_new(vm, text.data + from, size);
}

gb_value gb_text_whole(gb_vm *vm, gb_value self)
{
    bool plain = gb_exact_str(vm, self) || (gb_is_bytes(self) && self.o->type == vm->types.bytes);
    return plain ? gb_ref(self) : gb_text_piece(vm, self, 0, gb_text_of(self).size);
}

gb_value gb_text_room(gb_vm *vm, gb_value self, size_t size, size_t length, char **data)
{
    gb_value out;
    if (gb_is_str(self)) {
        out = gb_str_room(vm, size, data);
        if (!gb_is_unset(out)) gb_str_peek(out)->length = length;
    } else if (gb_is_bytes(self)) {
        out = gb_bytes_new(vm, NULL, size);
        if (!gb_is_unset(out)) *data = (char *)gb_bytes_peek(out)->data;
    } else {
        out = gb_bytearray_new(vm, NULL, size);
        if (!gb_is_unset(out)) *data = gb_bytearray_peek(out)->data;
    }
    return out;
}

gb_value gb_text_from_buffer(gb_vm *vm, gb_value self, gb_buffer *b)
{
    if (gb_is_str(self)) return gb_str_from_buffer(vm, b);
    gb_value out;
    if (b->failed)
        out = gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    else if (gb_is_bytes(self))
        out = gb_bytes_new(vm, b->data ? b->data : "", b->size);
    else
        out = gb_bytearray_new(vm, b->data ? b->data : "", b->size);
    gb_buffer_release(b);
    return out;
}

int gb_text_order(gb_chars a, gb_chars b)
{
    int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
    return order ? (order > 0) - (order < 0) : (a.size > b.size) - (a.size < b.size);
}

void gb_text_repeat(char *to, const char *data, size_t n, size_t times)
{
    size_t total = n * times, done = n;
    if (!total) return;
    if (n == 1) {
        memset(to, data[0], times);
        return;
    }
    memcpy(to, data, n);
    while (done < total) { /* what is there, once more */
        size_t more = done < total - done ? done : total - done;
        memcpy(to + done, to, more);
        done += more;
    }
}

void gb_text_step(char *to, const char *data, int64_t step, size_t count)
{
    size_t i = 0;
    for (; step == -1 && i + 8 <= count; i += 8) { /* eight at a time, turned round */
        uint64_t word;
        memcpy(&word, data - i - 7, 8);
        word = __builtin_bswap64(word);
        memcpy(to + i, &word, 8);
    }
    for (; i < count; i++)
        to[i] = data[(int64_t)i * step];
}

/* How often one byte occurs: eight places at a time, those equal to it become zero. */
static size_t count_byte(gb_chars text, char byte)
{
    const uint64_t low = 0x7f7f7f7f7f7f7f7fu, ones = 0x0101010101010101u;
    const uint64_t all = ones * (unsigned char)byte;
    size_t found = 0, i = 0;
    for (; i + 8 <= text.size; i += 8) {
        uint64_t word;
        memcpy(&word, text.data + i, 8);
        word ^= all;
        found += (~(((word & low) + low) | word | low) >> 7) * ones >> 56;
    }
    for (; i < text.size; i++)
        found += text.data[i] == byte;
    return found;
}

size_t gb_text_count(gb_chars text, gb_chars part, size_t most)
{
    if (part.size == 1 && most == SIZE_MAX) return count_byte(text, part.data[0]);
    size_t found = 0;
    for (size_t at = 0; found < most; found++) {
        at = gb_text_find(text, part, at);
        if (at == SIZE_MAX) break;
        at += part.size;
    }
    return found;
}
