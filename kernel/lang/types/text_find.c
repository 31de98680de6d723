/* Searching and replacing in str, bytes and bytearray. Places are counted in characters, so those
 * of a str that is not ASCII are converted on the way in and out. */
#include "kernel/lang/types/text.h"

#include "kernel/lang/types/number.h"

#include "graph/base/text.h"

/* --- the part that is searched ------------------------------------------------------------------
 */

/* A bound of a slice: anything with __index__, cut to 64 bits. */
static bool to_bound(gb_vm *vm, gb_value v, int64_t standard, int64_t *out)
{
    *out = standard;
    if (gb_is_none(v)) return true;
    if (!gb_is_int(v) && !gb_type_of(vm, v)->slots.index)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "slice indices must be integers or None or have an __index__ method");
    gb_value index = gb_to_index(vm, v);
    if (gb_is_unset(index)) return false;
    if (!gb_int_fits(index, out))
        *out = gb_int_order(index, gb_int(0)) < 0 ? -INT64_MAX : INT64_MAX;
    gb_unref(index);
    return true;
}

/* Bytes [from, to) of self between two bounds in characters; `none`: they cross. */
typedef struct window {
    size_t from, to;
    bool none;
} window;

static bool read_window(gb_vm *vm, const gb_value *args, window *w)
{
    int64_t start, end;
    if (!to_bound(vm, args[2], 0, &start) || !to_bound(vm, args[3], INT64_MAX, &end)) return false;
    gb_value self = args[0];
    int64_t length = (int64_t)(gb_is_str(self) ? gb_str_length(self) : gb_text_of(self).size);
    if (end > length) end = length;
    if (end < 0) end = end + length < 0 ? 0 : end + length;
    if (start < 0) start = start + length < 0 ? 0 : start + length;
    w->none = start > end;
    if (w->none) return true;
    w->from = gb_is_str(self) ? gb_str_offset(self, (size_t)start) : (size_t)start;
    w->to = gb_is_str(self) ? gb_str_offset(self, (size_t)end) : (size_t)end;
    return true;
}

/* What find, index and count look for: bytes may also look for one byte by its number. */
static bool read_sought(gb_vm *vm, const gb_value *args, gb_chars *part, char *byte)
{
    if (gb_is_str(args[0])) return gb_text_argument(vm, args[0], args[1], NULL, NULL, part);
    if (gb_bytes_like_peek(args[1], part)) return true;
    if (!gb_is_int(args[1]) && !gb_type_of(vm, args[1])->slots.index)
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "argument should be integer or bytes-like object, not '%s'",
                              gb_type_name(vm, args[1]));
    unsigned char value;
    if (!gb_to_byte(vm, args[1], &value)) return false;
    *byte = (char)value;
    *part = (gb_chars){byte, 1};
    return true;
}

/* --- find, index, count --------------------------------------------------------------------------
 */

/* The place as a number of characters, -1 for none, -2 with an exception. */
static int64_t find(gb_vm *vm, const gb_value *args, bool last)
{
    gb_chars part;
    window w;
    char byte;
    if (!read_window(vm, args, &w) || !read_sought(vm, args, &part, &byte)) return -2;
    gb_chars text = gb_text_of(args[0]);
    if (w.none || w.to > text.size) return -1;
    int64_t at = gb_bytes_find(text.data + w.from, w.to - w.from, part.data, part.size, last);
    if (at < 0) return -1;
    size_t place = w.from + (size_t)at;
    return (int64_t)(gb_is_str(args[0]) ? gb_str_index_of_offset(args[0], place) : place);
}

static gb_value found(int64_t at)
{
    return at == -2 ? GB_UNSET_VALUE : gb_int(at);
}

gb_value gb_text_method_find(gb_vm *vm, gb_value *args)
{
    return found(find(vm, args, false));
}

gb_value gb_text_method_rfind(gb_vm *vm, gb_value *args)
{
    return found(find(vm, args, true));
}

static gb_value must_be_found(gb_vm *vm, gb_value self, int64_t at)
{
    if (at == -1)
        return gb_raise(vm, GB_EXC_ValueError, "%s not found",
                        gb_is_str(self) ? "substring" : "subsection");
    return found(at);
}

gb_value gb_text_method_index(gb_vm *vm, gb_value *args)
{
    return must_be_found(vm, args[0], find(vm, args, false));
}

gb_value gb_text_method_rindex(gb_vm *vm, gb_value *args)
{
    return must_be_found(vm, args[0], find(vm, args, true));
}

gb_value gb_text_method_count(gb_vm *vm, gb_value *args)
{
    gb_chars part;
    window w;
    char byte;
    if (!read_window(vm, args, &w) || !read_sought(vm, args, &part, &byte)) return GB_UNSET_VALUE;
    gb_chars text = gb_text_of(args[0]);
    if (w.none || w.to > text.size) return gb_int(0);
    text = (gb_chars){text.data + w.from, w.to - w.from};
    if (part.size) return gb_int((int64_t)gb_text_count(text, part, SIZE_MAX));
    return gb_int(
        (int64_t)(gb_text_plain(args[0]) ? text.size : gb_utf8_count(text.data, text.size)) + 1);
}

/* --- startswith, endswith
 * -------------------------------------------------------------------------
 */

static bool matches(gb_chars text, const window *w, gb_chars part, bool at_end)
{
    if (w->none || w->to > text.size || w->to - w->from < part.size) return false;
    size_t at = at_end ? w->to - part.size : w->from;
    return memcmp(text.data + at, part.data, part.size) == 0;
}

static gb_value with(gb_vm *vm, const gb_value *args, bool at_end)
{
    window w;
    gb_chars part;
    const char *name = at_end ? "endswith" : "startswith";
    const char *kind = gb_is_str(args[0]) ? "str" : "bytes";
    if (!read_window(vm, args, &w)) return GB_UNSET_VALUE;
    if (!gb_is_tuple(args[1])) {
        bool fits = gb_text_peek(args[1], &part) && gb_is_str(args[0]) == gb_is_str(args[1]);
        if (!fits)
            return gb_raise(vm, GB_EXC_TypeError,
                            "%s first arg must be %s or a tuple of %s, not %s", name, kind, kind,
                            gb_type_name(vm, args[1]));
        return gb_bool(matches(gb_text_of(args[0]), &w, part, at_end));
    }
    const gb_tuple *parts = gb_tuple_peek(args[1]);
    for (size_t i = 0; i < parts->count; i++) {
        gb_value one = parts->items[i];
        if (gb_is_str(args[0]) && !gb_is_str(one))
            return gb_raise(vm, GB_EXC_TypeError, "tuple for %s must only contain str, not %s",
                            name, gb_type_name(vm, one));
        if (!gb_text_argument(vm, args[0], one, NULL, NULL, &part)) return GB_UNSET_VALUE;
        if (matches(gb_text_of(args[0]), &w, part, at_end)) return GB_TRUE_VALUE;
    }
    return GB_FALSE_VALUE;
}

gb_value gb_text_method_startswith(gb_vm *vm, gb_value *args)
{
    return with(vm, args, false);
}

gb_value gb_text_method_endswith(gb_vm *vm, gb_value *args)
{
    return with(vm, args, true);
}

gb_value gb_text_method_removeprefix(gb_vm *vm, gb_value *args)
{
    gb_chars text = gb_text_of(args[0]), part;
    if (!gb_text_argument(vm, args[0], args[1], "removeprefix", "argument", &part))
        return GB_UNSET_VALUE;
    window all = {0, text.size, false};
    if (!part.size || !matches(text, &all, part, false)) return gb_text_whole(vm, args[0]);
    return gb_text_piece(vm, args[0], part.size, text.size - part.size);
}

gb_value gb_text_method_removesuffix(gb_vm *vm, gb_value *args)
{
    gb_chars text = gb_text_of(args[0]), part;
    if (!gb_text_argument(vm, args[0], args[1], "removesuffix", "argument", &part))
        return GB_UNSET_VALUE;
    window all = {0, text.size, false};
    if (!part.size || !matches(text, &all, part, true)) return gb_text_whole(vm, args[0]);
    return gb_text_piece(vm, args[0], 0, text.size - part.size);
}

/* --- replace
 * ---------------------------------------------------------------------------------------
 */

/* `by` before every character and at the end. */
static gb_value interleave(gb_vm *vm, gb_value self, gb_chars by, size_t most)
{
    gb_chars text = gb_text_of(self);
    gb_buffer out = GB_BUFFER_INIT;
    bool plain = gb_text_plain(self);
    size_t at = 0, done = 0;
    if (by.size && !gb_vm_allows(vm, text.size + by.size * (text.size + 1))) return GB_UNSET_VALUE;
    for (; done < most; done++) {
        gb_buffer_put(&out, by.data, by.size);
        size_t start = at;
        if (at == text.size) break;
        if (plain)
            at++;
        else
            gb_str_decode(text.data, &at);
        gb_buffer_put(&out, text.data + start, at - start);
    }
    gb_buffer_put(&out, text.data + at, text.size - at);
    return gb_text_from_buffer(vm, self, &out);
}

/* Every character or byte replaced by another of the same size: a copy, changed in place. */
static void replace_byte(char *data, size_t n, char from, char to, size_t count)
{
    for (char *at = data; count-- && (at = memchr(at, from, n - (size_t)(at - data)));)
        *at++ = to;
}

/* Where the parts to be replaced stand. */
typedef struct places {
    size_t *at;
    size_t count, capacity;
} places;

static bool find_places(gb_vm *vm, gb_chars text, gb_chars part, size_t most, places *p)
{
    for (size_t at = 0; p->count < most; at += part.size) {
        at = gb_text_find(text, part, at);
        if (at == SIZE_MAX) break;
        if (!gb_vm_grow(vm, &p->at, &p->capacity, p->count + 1, sizeof *p->at)) return false;
        p->at[p->count++] = at;
    }
    return true;
}

/* A new value with room for the result. */
static gb_value replaced_room(gb_vm *vm, gb_value self, gb_value new_value, gb_chars old,
                              gb_chars by, size_t count, char **to)
{
    gb_chars text = gb_text_of(self);
    if (by.size > old.size && by.size - old.size > vm->memory_limit / count)
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    size_t size = text.size - count * old.size + count * by.size, length = size;
    if (gb_is_str(self) && !(gb_text_plain(self) && gb_text_plain(new_value))) {
        size_t gone = gb_utf8_count(old.data, old.size) * count;
        length = gb_str_length(self) - gone + gb_str_length(new_value) * count;
    }
    if (size) return gb_text_room(vm, self, size, length, to);
    return gb_text_piece(vm, self, 0, 0);
}

/* What stands between the places, and `by` at each. */
static void put_pieces(char *to, gb_chars text, size_t gone, gb_chars by, const places *p)
{
    size_t at = 0;
    for (size_t i = 0; i < p->count; i++) {
        memcpy(to, text.data + at, p->at[i] - at);
        to += p->at[i] - at;
        memcpy(to, by.data, by.size);
        to += by.size;
        at = p->at[i] + gone;
    }
    memcpy(to, text.data + at, text.size - at);
}

static gb_value replace(gb_vm *vm, gb_value self, gb_value new_value, gb_chars old, gb_chars by,
                        size_t most)
{
    gb_chars text = gb_text_of(self);
    places p = {0};
    bool bytes = old.size == 1 && by.size == 1;
    bool ok = bytes || find_places(vm, text, old, most, &p);
    size_t count = bytes ? gb_text_count(text, old, most) : p.count;
    char *to = NULL;
    gb_value out = GB_UNSET_VALUE;
    if (ok && !count)
        out = gb_text_whole(vm, self);
    else if (ok)
        out = replaced_room(vm, self, new_value, old, by, count, &to);
    if (to && old.size == by.size) memcpy(to, text.data, text.size);
    if (to && bytes)
        replace_byte(to, text.size, old.data[0], by.data[0], count);
    else if (to && old.size == by.size)
        for (size_t i = 0; i < p.count; i++)
            memcpy(to + p.at[i], by.data, by.size);
    else if (to)
        put_pieces(to, text, old.size, by, &p);
    gb_free(p.at);
    return out;
}

gb_value gb_text_method_replace(gb_vm *vm, gb_value *args)
{
    gb_chars old, by;
    int64_t most;
    if (!gb_text_argument(vm, args[0], args[1], "replace", "argument 1", &old) ||
        !gb_text_argument(vm, args[0], args[2], "replace", "argument 2", &by) ||
        !gb_to_int64(vm, args[3], &most))
        return GB_UNSET_VALUE;
    size_t times = most < 0 ? SIZE_MAX : (size_t)most;
    if (!times) return gb_text_whole(vm, args[0]);
    return old.size ? replace(vm, args[0], args[2], old, by, times)
                    : interleave(vm, args[0], by, times);
}
