/* Splitting, stripping and joining str, bytes and bytearray. */
#include "kernel/lang/types/text.h"

#include "kernel/lang/types/character.h"

/* The character that starts at *at, which moves on; bytes are characters themselves. */
static inline uint32_t next_char(bool plain, gb_chars text, size_t *at)
{
    return plain ? (unsigned char)text.data[(*at)++] : gb_str_decode(text.data, at);
}

/* Where the character before `at` starts. */
static inline size_t char_before(bool plain, gb_chars text, size_t at)
{
    at--;
    while (!plain && at > 0 && ((unsigned char)text.data[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* Blanks of bytes are those of C; str knows more of them. */
static inline bool is_blank(bool str, uint32_t c)
{
    if (c >= 0x80) return str && gb_char_space(c);
    return c == ' ' || (c >= 9 && c <= 13) || (str && c >= 0x1c && c <= 0x1f);
}

/* --- split ---------------------------------------------------------------------------------------
 */

static bool add_piece(gb_vm *vm, gb_value list, gb_value self, size_t from, size_t to)
{
    return gb_list_append_take(vm, list, gb_text_piece(vm, self, from, to - from));
}

static bool split_blanks(gb_vm *vm, gb_value list, gb_value self, size_t most)
{
    gb_chars text = gb_text_of(self);
    bool plain = gb_text_plain(self), str = gb_is_str(self);
    for (size_t at = 0, start, next; at < text.size;) {
        next = start = at;
        if (is_blank(str, next_char(plain, text, &next))) {
            at = next;
            continue;
        }
        if (most == 0) return add_piece(vm, list, self, start, text.size);
        for (at = next; at < text.size; at = next) {
            next = at;
            if (is_blank(str, next_char(plain, text, &next))) break;
        }
        if (!add_piece(vm, list, self, start, at)) return false;
        most--;
    }
    return true;
}

static bool rsplit_blanks(gb_vm *vm, gb_value list, gb_value self, size_t most)
{
    gb_chars text = gb_text_of(self);
    bool plain = gb_text_plain(self), str = gb_is_str(self);
    for (size_t at = text.size, before; at > 0; at = before) {
        size_t peek = before = char_before(plain, text, at);
        if (is_blank(str, next_char(plain, text, &peek))) continue;
        size_t end = at, start = before;
        if (most == 0) return add_piece(vm, list, self, 0, end);
        for (; start > 0; start = before) {
            peek = before = char_before(plain, text, start);
            if (is_blank(str, next_char(plain, text, &peek))) break;
        }
        if (!add_piece(vm, list, self, start, end)) return false;
        before = start;
        most--;
    }
    return true;
}

static bool split_at(gb_vm *vm, gb_value list, gb_value self, gb_chars sep, size_t most)
{
    gb_chars text = gb_text_of(self);
    size_t at = 0;
    for (size_t stop; most > 0 && (stop = gb_text_find(text, sep, at)) != SIZE_MAX; most--) {
        if (!add_piece(vm, list, self, at, stop)) return false;
        at = stop + sep.size;
    }
    return add_piece(vm, list, self, at, text.size);
}

static bool rsplit_at(gb_vm *vm, gb_value list, gb_value self, gb_chars sep, size_t most)
{
    gb_chars text = gb_text_of(self);
    size_t end = text.size;
    for (int64_t stop; most > 0; most--) {
        stop = gb_bytes_find(text.data, end, sep.data, sep.size, true);
        if (stop < 0) break;
        if (!add_piece(vm, list, self, (size_t)stop + sep.size, end)) return false;
        end = (size_t)stop;
    }
    return add_piece(vm, list, self, 0, end);
}

static void reverse(gb_value list)
{
    gb_value *items = gb_list_peek(list)->items;
    for (size_t i = 0, k = gb_list_peek(list)->count; i + 1 < k; i++) {
        gb_value v = items[i];
        items[i] = items[--k];
        items[k] = v;
    }
}

static gb_value split(gb_vm *vm, const gb_value *args, bool from_end)
{
    gb_chars sep;
    int64_t most;
    bool blanks = gb_is_none(args[1]), ok;
    if (!gb_to_int64(vm, args[2], &most)) return GB_UNSET_VALUE;
    if (!blanks && gb_is_str(args[0]) && !gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "must be str or None, not %s",
                        gb_type_name(vm, args[1]));
    if (!blanks && !gb_text_argument(vm, args[0], args[1], NULL, NULL, &sep)) return GB_UNSET_VALUE;
    if (!blanks && !sep.size) return gb_raise(vm, GB_EXC_ValueError, "empty separator");
    gb_value list = gb_list_new(vm, 0);
    if (gb_is_unset(list)) return list;
    size_t times = most < 0 ? SIZE_MAX : (size_t)most;
    if (blanks)
        ok = from_end ? rsplit_blanks(vm, list, args[0], times)
                      : split_blanks(vm, list, args[0], times);
    else
        ok = from_end ? rsplit_at(vm, list, args[0], sep, times)
                      : split_at(vm, list, args[0], sep, times);
    if (ok && from_end) reverse(list);
    if (!ok) gb_clear(&list);
    return list;
}

gb_value gb_text_method_split(gb_vm *vm, gb_value *args)
{
    return split(vm, args, false);
}

gb_value gb_text_method_rsplit(gb_vm *vm, gb_value *args)
{
    return split(vm, args, true);
}

gb_value gb_text_method_splitlines(gb_vm *vm, gb_value *args)
{
    int64_t keep;
    if (!gb_to_int64(vm, args[1], &keep)) return GB_UNSET_VALUE;
    gb_chars text = gb_text_of(args[0]);
    bool plain = gb_text_plain(args[0]), str = gb_is_str(args[0]);
    gb_value list = gb_list_new(vm, 0);
    bool ok = !gb_is_unset(list);
    for (size_t start = 0, at = 0, end; ok && start < text.size; start = at) {
        uint32_t c = 0;
        for (end = at = start; at < text.size; end = at) {
            c = next_char(plain, text, &at);
            if (str ? gb_char_line_end(c) : c == '\n' || c == '\r') break;
        }
        if (c == '\r' && at < text.size && text.data[at] == '\n') at++;
        ok = add_piece(vm, list, args[0], start, keep ? at : end);
    }
    if (!ok) gb_clear(&list);
    return list;
}

/* --- partition -----------------------------------------------------------------------------------
 */

static gb_value three(gb_vm *vm, gb_value a, gb_value b, gb_value c)
{
    gb_value parts[3] = {a, b, c};
    if (!gb_is_unset(a) && !gb_is_unset(b) && !gb_is_unset(c)) return gb_tuple_take(vm, parts, 3);
    gb_bound_release(parts, 3);
    return GB_UNSET_VALUE;
}

static gb_value partition(gb_vm *vm, const gb_value *args, bool last)
{
    gb_chars sep;
    gb_value self = args[0];
    if (!gb_text_argument(vm, self, args[1], NULL, NULL, &sep)) return GB_UNSET_VALUE;
    if (!sep.size) return gb_raise(vm, GB_EXC_ValueError, "empty separator");
    gb_chars text = gb_text_of(self);
    int64_t at = gb_bytes_find(text.data, text.size, sep.data, sep.size, last);
    if (at < 0) {
        gb_value whole = gb_text_whole(vm, self), none = gb_text_piece(vm, self, 0, 0);
        gb_value none_too = gb_text_piece(vm, self, 0, 0);
        return last ? three(vm, none, none_too, whole) : three(vm, whole, none, none_too);
    }
    size_t stop = (size_t)at, after = stop + sep.size;
    gb_value middle =
        gb_is_bytearray(self) ? gb_text_piece(vm, self, stop, sep.size) : gb_ref(args[1]);
    return three(vm, gb_text_piece(vm, self, 0, stop), middle,
                 gb_text_piece(vm, self, after, text.size - after));
}

gb_value gb_text_method_partition(gb_vm *vm, gb_value *args)
{
    return partition(vm, args, false);
}

gb_value gb_text_method_rpartition(gb_vm *vm, gb_value *args)
{
    return partition(vm, args, true);
}

/* --- strip ---------------------------------------------------------------------------------------
 */

enum { AT_START = 1, AT_END = 2 };

/* Is the character at [from, to) one of the set? NULL: a blank. */
static bool in_set(bool str, gb_chars text, size_t from, size_t to, const gb_chars *set)
{
    size_t peek = from;
    if (!set) return is_blank(str, next_char(!str, text, &peek));
    if (to - from == 1) return memchr(set->data, text.data[from], set->size);
    return memmem(set->data, set->size, text.data + from, to - from);
}

static gb_value strip(gb_vm *vm, const gb_value *args, int where, const char *name)
{
    gb_chars set;
    gb_value self = args[0];
    bool blanks = gb_is_none(args[1]);
    if (!blanks && gb_is_str(self) && !gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "%s arg must be None or str", name);
    if (!blanks && !gb_text_argument(vm, self, args[1], NULL, NULL, &set)) return GB_UNSET_VALUE;
    gb_chars text = gb_text_of(self);
    bool plain = gb_text_plain(self), str = gb_is_str(self);
    size_t from = 0, to = text.size;
    while ((where & AT_START) && from < to) {
        size_t next = from;
        next_char(plain, text, &next);
        if (!in_set(str, text, from, next, blanks ? NULL : &set)) break;
        from = next;
    }
    while ((where & AT_END) && from < to) {
        size_t before = char_before(plain, text, to);
        if (!in_set(str, text, before, to, blanks ? NULL : &set)) break;
        to = before;
    }
    return to - from == text.size ? gb_text_whole(vm, self)
                                  : gb_text_piece(vm, self, from, to - from);
}

gb_value gb_text_method_strip(gb_vm *vm, gb_value *args)
{
    return strip(vm, args, AT_START | AT_END, "strip");
}

gb_value gb_text_method_lstrip(gb_vm *vm, gb_value *args)
{
    return strip(vm, args, AT_START, "lstrip");
}

gb_value gb_text_method_rstrip(gb_vm *vm, gb_value *args)
{
    return strip(vm, args, AT_END, "rstrip");
}

/* --- join ---------------------------------------------------------------------------------------
 */

typedef struct join_size {
    size_t bytes, characters;
} join_size;

static bool measure(gb_vm *vm, gb_value self, const gb_value *items, size_t count, join_size *sum)
{
    gb_chars piece, sep = gb_text_of(self);
    bool str = gb_is_str(self);
    *sum = (join_size){0};
    for (size_t i = 0; i < count; i++) {
        if (str ? !gb_is_str(items[i]) : !gb_bytes_like_peek(items[i], &piece))
            return gb_raise_false(vm, GB_EXC_TypeError, "sequence item %zu: expected %s, %s found",
                                  i, str ? "str instance" : "a bytes-like object",
                                  gb_type_name(vm, items[i]));
        sum->bytes += str ? gb_str_size(items[i]) : piece.size;
        if (str) sum->characters += gb_str_length(items[i]);
    }
    if (count > 1 && sep.size > vm->memory_limit / count)
        return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    if (count > 1) sum->bytes += sep.size * (count - 1);
    if (count > 1 && str) sum->characters += gb_str_length(self) * (count - 1);
    return gb_vm_allows(vm, sum->bytes);
}

static gb_value join(gb_vm *vm, gb_value self, const gb_value *items, size_t count)
{
    join_size sum;
    char *to;
    if (count == 1 && (gb_exact_str(vm, items[0]) || gb_is_bytes(items[0])) &&
        items[0].tag == self.tag)
        return gb_text_whole(vm, items[0]);
    if (!measure(vm, self, items, count, &sum)) return GB_UNSET_VALUE;
    if (!sum.bytes) return gb_text_piece(vm, self, 0, 0);
    gb_value out = gb_text_room(vm, self, sum.bytes, sum.characters, &to);
    if (gb_is_unset(out)) return out;
    gb_chars sep = gb_text_of(self);
    for (size_t i = 0; i < count; i++) {
        gb_chars piece = gb_text_of(items[i]);
        if (i && sep.size == 1)
            *to++ = sep.data[0];
        else if (i)
            memcpy(to, sep.data, sep.size), to += sep.size;
        memcpy(to, piece.data, piece.size);
        to += piece.size;
    }
    return out;
}

gb_value gb_text_method_join(gb_vm *vm, gb_value *args)
{
    gb_value list = gb_to_sequence(vm, args[1], "can only join an iterable");
    if (gb_is_unset(list)) return list;
    size_t count;
    const gb_value *items = gb_items_peek(list, &count);
    gb_value out = join(vm, args[0], items, count);
    gb_unref(list);
    return out;
}
