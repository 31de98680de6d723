/* str.maketrans and str.translate. */
#include "kernel/lang/types/str_method.h"
#include "kernel/lang/types/text.h"

/* --- maketrans -----------------------------------------------------------------------------------
 */

static bool set_take(gb_vm *vm, gb_value dict, uint32_t key, gb_value value)
{
    bool ok = !gb_is_unset(value) && gb_dict_set(vm, dict, gb_int(key), value);
    gb_unref(value);
    return ok;
}

/* A dict whose keys are characters or numbers: all keys become numbers. */
static bool from_dict(gb_vm *vm, gb_value table, gb_value source)
{
    size_t at = 0;
    gb_value key, value;
    while (gb_dict_next(source, &at, &key, &value)) {
        if (gb_is_str(key)) {
            size_t start = 0;
            if (gb_str_length(key) != 1)
                return gb_raise_false(vm, GB_EXC_ValueError,
                                      "string keys in translate table must be of length 1");
            if (!set_take(vm, table, gb_str_decode(gb_str_data(key), &start), gb_ref(value)))
                return false;
        } else if (!gb_is_int(key)) {
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "keys in translate table must be strings or integers");
        } else if (!gb_dict_set(vm, table, key, value)) {
            return false;
        }
    }
    return true;
}

static bool from_texts(gb_vm *vm, gb_value table, const gb_value *args)
{
    if (!gb_is_str(args[1]))
        return gb_raise_argument(vm, "maketrans", "argument 2", "str", args[1]);
    if (!gb_is_unset(args[2]) && !gb_is_str(args[2]))
        return gb_raise_argument(vm, "maketrans", "argument 3", "str", args[2]);
    if (!gb_is_str(args[0]))
        return gb_raise_false(
            vm, GB_EXC_TypeError,
            "first maketrans argument must be a string if there is a second argument");
    if (gb_str_length(args[0]) != gb_str_length(args[1]))
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "the first two maketrans arguments must have equal length");
    for (size_t from = 0, to = 0; from < gb_str_size(args[0]);) {
        uint32_t key = gb_str_decode(gb_str_data(args[0]), &from);
        if (!set_take(vm, table, key, gb_int(gb_str_decode(gb_str_data(args[1]), &to))))
            return false;
    }
    for (size_t at = 0; !gb_is_unset(args[2]) && at < gb_str_size(args[2]);)
        if (!set_take(vm, table, gb_str_decode(gb_str_data(args[2]), &at), GB_NONE_VALUE))
            return false;
    return true;
}

gb_value gb_str_method_maketrans(gb_vm *vm, gb_value *args)
{
    if (gb_is_unset(args[1]) && (!gb_is_dict(args[0])))
        return gb_raise(vm, GB_EXC_TypeError,
                        "if you give only one argument to maketrans it must be a dict");
    gb_value table = gb_dict_new(vm);
    if (gb_is_unset(table)) return table;
    bool ok = gb_is_unset(args[1]) ? from_dict(vm, table, args[0]) : from_texts(vm, table, args);
    if (!ok) gb_clear(&table);
    return table;
}

/* --- translate -----------------------------------------------------------------------------------
 */

/* What the table has for a character, appended to `out`. */
static bool put_translation(gb_vm *vm, gb_buffer *out, gb_value table, uint32_t c)
{
    char bytes[4];
    gb_value to = gb_getitem(vm, table, gb_int(c));
    bool ok = true;
    int64_t code;
    if (gb_is_unset(to)) {
        if (!gb_exception_is(vm, GB_EXC_LookupError)) return false;
        gb_exception_clear(vm);
        gb_buffer_put(out, bytes, gb_codepoint_put(bytes, c));
    } else if (gb_is_str(to)) {
        gb_buffer_put(out, gb_str_data(to), gb_str_size(to));
    } else if (!gb_is_none(to) && !gb_is_int(to)) {
        ok = gb_raise_false(vm, GB_EXC_TypeError,
                            "character mapping must return integer, None or str");
    } else if (!gb_is_none(to)) {
        ok = (gb_int_fits(to, &code) && code >= 0 && code <= 0x10FFFF) ||
             gb_raise_false(vm, GB_EXC_ValueError, "character mapping must be in range(0x110000)");
        if (ok) gb_buffer_put(out, bytes, gb_codepoint_put(bytes, (uint32_t)code));
    }
    gb_unref(to);
    return ok;
}

/* What ASCII characters are replaced by where that is one byte: looked up once each. 0: not yet
 * known, or something else. */
typedef struct ascii_map {
    char to[128];
} ascii_map;

/* ASCII characters from `at` on, as long as what they become is known; where the rest starts. */
static size_t translate_known(gb_buffer *out, const char *data, size_t at, size_t n,
                              const ascii_map *map)
{
    char *room = gb_buffer_reserve(out, n - at), *to = room;
    if (!room) return n;
    for (unsigned char c; at < n && (c = (unsigned char)data[at]) < 0x80 && map->to[c]; at++)
        *to++ = map->to[c];
    out->size += (size_t)(to - room);
    *to = '\0';
    return at;
}

gb_value gb_str_method_translate(gb_vm *vm, gb_value *args)
{
    const char *data = gb_str_data(args[0]);
    size_t n = gb_str_size(args[0]);
    gb_buffer out = GB_BUFFER_INIT;
    ascii_map map = {{0}};
    bool plain_dict = gb_is_dict(args[1]) && args[1].o->type == vm->types.dict, ok = true;
    uint32_t turns = 0;
    for (size_t at = 0; ok && at < n;) {
        at = translate_known(&out, data, at, n, &map);
        if (at == n) break;
        uint32_t c = gb_str_decode(data, &at);
        size_t before = out.size;
        ok = put_translation(vm, &out, args[1], c);
        if (ok && c < 0x80 && plain_dict && out.size == before + 1) map.to[c] = out.data[before];
        if (ok && !(++turns & 0xffff)) ok = gb_vm_check(vm) && gb_vm_allows(vm, out.size);
    }
    if (ok) return gb_str_from_buffer(vm, &out);
    gb_buffer_release(&out);
    return GB_UNSET_VALUE;
}
