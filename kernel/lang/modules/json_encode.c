/* Values to JSON text. */
#include "kernel/lang/modules/json.h"

#include "kernel/lang/format.h"
#include "kernel/lang/types/number.h"
#include "kernel/lang/types/str.h"

#include <math.h>

/* A container on the way to the value being written. */
typedef struct path {
    const struct path *up;
    const gb_object *object;
} path;

typedef struct encoder {
    gb_vm *vm;
    gb_buffer out;
    gb_value fallback; /* function for values of other types, or None */
    bool skip_keys;
    bool ascii;
    bool check_circular;
    bool allow_nan;
    bool sort_keys;
    gb_value indent; /* str, or None: all on one line */
    gb_value item_separator, key_separator;
    size_t level;
} encoder;

static bool put_value(encoder *e, gb_value v, const path *up);

/* --- texts and numbers --------------------------------------------------------------------------
 */

static void put_unit(gb_buffer *out, uint32_t unit)
{
    gb_buffer_format(out, "\\u%04x", (unsigned)unit);
}

static void put_escaped(gb_buffer *out, uint32_t c)
{
    static const char special[] = "\"\\\n\r\t\f\b", letters[] = "\"\\nrtfb";
    const char *found = c && c < 0x80 ? strchr(special, (int)c) : NULL;
    if (found) {
        gb_buffer_char(out, '\\');
        gb_buffer_char(out, letters[found - special]);
    } else if (c > 0xffff) {
        put_unit(out, 0xd800 + ((c - 0x10000) >> 10));
        put_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
    } else {
        put_unit(out, c);
    }
}

static void put_text(gb_buffer *out, gb_value text, bool ascii)
{
    const char *data = gb_str_data(text);
    size_t n = gb_str_size(text), from = 0, at = 0;
    gb_buffer_char(out, '"');
    while (at < n) {
        unsigned char byte = (unsigned char)data[at];
        bool plain = byte >= 0x20 && byte != '"' && byte != '\\' && (!ascii || byte < 0x7f);
        if (plain) {
            at++;
            continue;
        }
        gb_buffer_put(out, data + from, at - from);
        put_escaped(out, gb_str_decode(data, &at));
        from = at;
    }
    gb_buffer_put(out, data + from, n - from);
    gb_buffer_char(out, '"');
}

gb_value gb_json_quote(gb_vm *vm, gb_value *args)
{
    gb_buffer out = GB_BUFFER_INIT;
    if (!gb_is_str(args[0]))
        return gb_raise(vm, GB_EXC_TypeError, "first argument must be a string, not %s",
                        gb_type_name(vm, args[0]));
    put_text(&out, args[0], gb_truth(vm, args[1]) == 1);
    return gb_str_from_buffer(vm, &out);
}

static bool put_float(encoder *e, double x)
{
    if (isfinite(x)) {
        gb_buffer_float(&e->out, x, 'r', -1, false);
        return true;
    }
    if (e->allow_nan) {
        gb_buffer_text(&e->out, isnan(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
        return true;
    }
    static const char text[] = "Out of range float values are not JSON compliant";
    if (gb_is_none(e->indent)) return gb_raise_false(e->vm, GB_EXC_ValueError, "%s", text);
    return gb_raise_false(e->vm, GB_EXC_ValueError, "%s: %s", text,
                          isnan(x) ? "nan"
                          : x > 0  ? "inf"
                                   : "-inf");
}

/* Plain digits, also for instances of subclasses. */
static bool put_int(encoder *e, gb_value v)
{
    if (v.tag != GB_BIGINT) {
        gb_buffer_format(&e->out, "%lld", (long long)v.i);
        return true;
    }
    gb_value plain = gb_int_plain(e->vm, v);
    gb_value text = gb_is_unset(plain) ? plain : gb_repr(e->vm, plain);
    gb_unref(plain);
    if (gb_is_unset(text)) return false;
    gb_buffer_put(&e->out, gb_str_data(text), gb_str_size(text));
    gb_unref(text);
    return true;
}

/* --- containers ---------------------------------------------------------------------------------
 */

static void put_str(encoder *e, gb_value text)
{
    gb_buffer_put(&e->out, gb_str_data(text), gb_str_size(text));
}

static void put_line(encoder *e)
{
    if (gb_is_none(e->indent)) return;
    gb_buffer_char(&e->out, '\n');
    for (size_t i = 0; i < e->level; i++)
        put_str(e, e->indent);
}

static bool put_items(encoder *e, gb_value v, const path *here)
{
    size_t count;
    gb_items_peek(v, &count);
    if (count == 0) {
        gb_buffer_text(&e->out, "[]");
        return true;
    }
    gb_buffer_char(&e->out, '[');
    e->level++;
    bool ok = true;
    for (size_t i = 0; ok; i++) {
        const gb_value *items = gb_items_peek(v, &count); /* `default` may change a list */
        if (i >= count) break;
        if (i) put_str(e, e->item_separator);
        put_line(e);
        gb_value item = gb_ref(items[i]);
        ok = put_value(e, item, here);
        gb_unref(item);
    }
    e->level--;
    put_line(e);
    gb_buffer_char(&e->out, ']');
    return ok;
}

/* What a class of the program iterates over instead counts. */
static bool put_sequence(encoder *e, gb_value v, const path *here)
{
    gb_type *plain = gb_is_list(v) ? e->vm->types.list : e->vm->types.tuple;
    if (v.o->type->slots.iter == plain->slots.iter) return put_items(e, v, here);
    gb_value items = gb_to_sequence(e->vm, v, "_iterencode_list needs a sequence");
    bool ok = !gb_is_unset(items) && put_items(e, items, here);
    gb_unref(items);
    return ok;
}

/* A key as text. 1; 0: to be left out; -1: TypeError. */
static int put_key(encoder *e, gb_value key)
{
    if (gb_is_str(key)) {
        put_text(&e->out, key, e->ascii);
        return 1;
    }
    bool known = gb_is_int(key) || gb_is_float(key) || gb_is_none(key);
    if (!known && e->skip_keys) return 0;
    if (!known)
        return gb_raise_minus(e->vm, GB_EXC_TypeError,
                              "keys must be str, int, float, bool or None, not %s",
                              gb_type_name(e->vm, key));
    gb_buffer_char(&e->out, '"');
    if (!put_value(e, key, NULL)) return -1;
    gb_buffer_char(&e->out, '"');
    return 1;
}

/* One `key: value`; *first: no separator before it. */
static bool put_pair(encoder *e, gb_value key, gb_value value, bool *first, const path *here)
{
    size_t before = e->out.size;
    if (!*first) {
        put_str(e, e->item_separator);
        put_line(e);
    }
    int written = put_key(e, key);
    if (written == 0) {
        e->out.size = before;
        return true;
    }
    *first = false;
    if (written < 0) return false;
    put_str(e, e->key_separator);
    return put_value(e, value, here);
}

/* The pairs of a dict as a list of tuples, in the order in which they are written. */
static gb_value pairs_of(encoder *e, gb_value dict)
{
    gb_value view = gb_call_method(e->vm, dict, "items", NULL, 0);
    gb_value list = gb_is_unset(view) ? view : gb_to_list(e->vm, view);
    gb_unref(view);
    if (e->sort_keys && !gb_is_unset(list) && !gb_list_sort(e->vm, list)) gb_clear(&list);
    return list;
}

static bool put_pairs(encoder *e, gb_value dict, const path *here)
{
    bool first = true, ok = true;
    gb_value key, value;
    if (!e->sort_keys && dict.o->type == e->vm->types.dict) {
        for (size_t at = 0; ok && gb_dict_next(dict, &at, &key, &value);) {
            gb_ref(key);
            gb_ref(value);
            ok = put_pair(e, key, value, &first, here);
            gb_unref(key);
            gb_unref(value);
        }
        return ok;
    }
    gb_value list = pairs_of(e, dict);
    if (gb_is_unset(list)) return false;
    for (size_t i = 0; ok && i < gb_list_peek(list)->count; i++) {
        gb_value pair = gb_list_peek(list)->items[i];
        if (!gb_is_tuple(pair) || gb_tuple_peek(pair)->count != 2)
            ok = gb_raise_false(e->vm, GB_EXC_ValueError, "items must return 2-tuples");
        else
            ok = put_pair(e, gb_tuple_peek(pair)->items[0], gb_tuple_peek(pair)->items[1], &first,
                          here);
    }
    gb_unref(list);
    return ok;
}

static bool put_dict(encoder *e, gb_value v, const path *here)
{
    if (gb_dict_count(v) == 0) {
        gb_buffer_text(&e->out, "{}");
        return true;
    }
    gb_buffer_char(&e->out, '{');
    e->level++;
    put_line(e); /* before the first pair, also when every key is left out */
    bool ok = put_pairs(e, v, here);
    e->level--;
    put_line(e);
    gb_buffer_char(&e->out, '}');
    return ok;
}

/* A value of another type: what `default` makes of it. */
static bool put_other(encoder *e, gb_value v, const path *here)
{
    if (gb_is_none(e->fallback))
        return gb_raise_false(e->vm, GB_EXC_TypeError, "Object of type %s is not JSON serializable",
                              gb_type_name(e->vm, v));
    gb_value other = gb_call(e->vm, e->fallback, &v, 1);
    bool ok = !gb_is_unset(other) && put_value(e, other, here);
    gb_unref(other);
    return ok;
}

static bool put_object(encoder *e, gb_value v, const path *up)
{
    path here = {up, v.o};
    for (const path *p = up; p && e->check_circular; p = p->up)
        if (p->object == v.o)
            return gb_raise_false(e->vm, GB_EXC_ValueError, "Circular reference detected");
    if (!gb_enter_call(e->vm)) return false;
    bool ok = gb_is_sequence(v) ? put_sequence(e, v, &here)
              : gb_is_dict(v)   ? put_dict(e, v, &here)
                                : put_other(e, v, &here);
    gb_leave_call(e->vm);
    return ok;
}

static bool put_value(encoder *e, gb_value v, const path *up)
{
    switch (v.tag) {
    case GB_NONE: gb_buffer_text(&e->out, "null"); return true;
    case GB_BOOL: gb_buffer_text(&e->out, v.i ? "true" : "false"); return true;
    case GB_INT:
    case GB_BIGINT: return put_int(e, v);
    case GB_FLOAT:
    case GB_FLOAT_OBJECT: return put_float(e, gb_float_of(v));
    case GB_STR: put_text(&e->out, v, e->ascii); return gb_vm_allows(e->vm, e->out.size);
    case GB_ELLIPSIS:
    case GB_NOT_IMPLEMENTED: return put_other(e, v, up);
    default: break;
    }
    gb_value stands_for = gb_resolve(e->vm, v);
    if (gb_is_unset(stands_for)) return false;
    bool other = !gb_same(stands_for, v);
    bool ok = gb_vm_check(e->vm) && (other ? put_value(e, stands_for, up) : put_object(e, v, up));
    gb_unref(stands_for);
    return ok;
}

/* --- the function -------------------------------------------------------------------------------
 */

static bool truths(gb_vm *vm, const gb_value *args, bool *const *out, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int truth = gb_truth(vm, args[i]);
        if (truth < 0) return false;
        *out[i] = truth;
    }
    return true;
}

gb_value gb_json_encode(gb_vm *vm, gb_value *args)
{
    encoder e = {.vm = vm,
                 .fallback = args[1],
                 .indent = args[6],
                 .item_separator = args[7],
                 .key_separator = args[8]};
    bool *const switches[] = {&e.skip_keys, &e.ascii, &e.check_circular, &e.allow_nan};
    bool *const sort[] = {&e.sort_keys};
    if (!truths(vm, args + 2, switches, 4) || !truths(vm, args + 9, sort, 1)) return GB_UNSET_VALUE;
    if (!(gb_is_none(e.indent) || gb_is_str(e.indent)) || !gb_is_str(e.item_separator) ||
        !gb_is_str(e.key_separator))
        return gb_raise(vm, GB_EXC_TypeError, "indent and separators must be str");
    if (put_value(&e, args[0], NULL)) return gb_str_from_buffer(vm, &e.out);
    gb_buffer_release(&e.out);
    return GB_UNSET_VALUE;
}
