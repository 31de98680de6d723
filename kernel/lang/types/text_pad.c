/* Padding str, bytes and bytearray to a width. */
#include "kernel/lang/types/text.h"

/* One character to fill with. */
static bool read_fill(gb_vm *vm, const gb_value *args, const char *name, gb_chars *fill)
{
    *fill = (gb_chars){" ", 1};
    if (gb_is_unset(args[2])) return true;
    if (gb_is_str(args[0])) {
        if (!gb_is_str(args[2]))
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "The fill character must be a unicode character, not %s",
                                  gb_type_name(vm, args[2]));
        return (gb_text_peek(args[2], fill) && gb_str_length(args[2]) == 1) ||
               gb_raise_false(vm, GB_EXC_TypeError,
                              "The fill character must be exactly one character long");
    }
    return (gb_bytes_like_peek(args[2], fill) && fill->size == 1) ||
           gb_raise_argument(vm, name, "argument 2", "a byte string of length 1", args[2]);
}

static size_t length_of(gb_value self)
{
    return gb_is_str(self) ? gb_str_length(self) : gb_text_of(self).size;
}

/* `left` and `right` fill characters around self. */
static gb_value pad(gb_vm *vm, gb_value self, size_t left, size_t right, gb_chars fill)
{
    gb_chars text = gb_text_of(self);
    size_t more = left + right;
    char *to;
    if (more > vm->memory_limit / fill.size) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    gb_value out =
        gb_text_room(vm, self, text.size + more * fill.size, length_of(self) + more, &to);
    if (gb_is_unset(out)) return out;
    gb_text_repeat(to, fill.data, fill.size, left);
    to += left * fill.size;
    memcpy(to, text.data, text.size);
    gb_text_repeat(to + text.size, fill.data, fill.size, right);
    return out;
}

typedef enum place { AT_LEFT, AT_RIGHT, IN_CENTER } place;

static gb_value justify(gb_vm *vm, const gb_value *args, place where, const char *name)
{
    int64_t width;
    gb_chars fill;
    if (!gb_to_int64(vm, args[1], &width) || !read_fill(vm, args, name, &fill))
        return GB_UNSET_VALUE;
    int64_t length = (int64_t)length_of(args[0]);
    if (width <= length) return gb_text_whole(vm, args[0]);
    size_t more = (size_t)(width - length);
    size_t left = where == AT_LEFT    ? 0
                  : where == AT_RIGHT ? more
                                      : more / 2 + (more & (size_t)width & 1);
    return pad(vm, args[0], left, more - left, fill);
}

gb_value gb_text_method_ljust(gb_vm *vm, gb_value *args)
{
    return justify(vm, args, AT_LEFT, "ljust");
}

gb_value gb_text_method_rjust(gb_vm *vm, gb_value *args)
{
    return justify(vm, args, AT_RIGHT, "rjust");
}

gb_value gb_text_method_center(gb_vm *vm, gb_value *args)
{
    return justify(vm, args, IN_CENTER, "center");
}

gb_value gb_text_method_zfill(gb_vm *vm, gb_value *args)
{
    int64_t width;
    if (!gb_to_int64(vm, args[1], &width)) return GB_UNSET_VALUE;
    gb_value self = args[0];
    int64_t length = (int64_t)length_of(self);
    if (width <= length) return gb_text_whole(vm, self);
    size_t more = (size_t)(width - length);
    gb_value out = pad(vm, self, more, 0, (gb_chars){"0", 1});
    if (gb_is_unset(out)) return out;
    char *data = (char *)(uintptr_t)gb_text_of(out).data; /* ours alone as yet */
    if (length && (data[more] == '+' || data[more] == '-')) {
        data[0] = data[more];
        data[more] = '0';
    }
    return out;
}

gb_value gb_text_method_expandtabs(gb_vm *vm, gb_value *args)
{
    int64_t size;
    if (!gb_to_int64(vm, args[1], &size)) return GB_UNSET_VALUE;
    gb_chars text = gb_text_of(args[0]);
    if (!memchr(text.data, '\t', text.size)) return gb_text_whole(vm, args[0]);
    size_t tab = size > 0 ? (size_t)size : 0, column = 0;
    if (!gb_vm_allows(vm, tab)) return GB_UNSET_VALUE;
    bool str = gb_is_str(args[0]);
    gb_buffer out = GB_BUFFER_INIT;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '\t') {
            size_t blanks = tab ? tab - column % tab : 0;
            column += blanks;
            if (!gb_vm_allows(vm, out.size + blanks)) {
                gb_buffer_release(&out);
                return GB_UNSET_VALUE;
            }
            gb_buffer_repeat(&out, ' ', blanks);
            continue;
        }
        gb_buffer_char(&out, (char)c);
        if (c == '\n' || c == '\r')
            column = 0;
        else if (!str || (c & 0xc0) != 0x80)
            column++;
    }
    return gb_text_from_buffer(vm, args[0], &out);
}
