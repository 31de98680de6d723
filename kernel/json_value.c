/* Values as JSON and back: bundles cross between the language and front ends. See session_state.h.
 */
#include "kernel/session_state.h"

#include "display/label.h"

#include <math.h>

enum { DEEPEST = 64 };

json_t *gb_json_base64(const unsigned char *bytes, size_t n)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_base64_put(&b, bytes, n);
    json_t *text = b.failed ? NULL : json_stringn_nocheck(b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    return text;
}

static json_t *of_value(gb_vm *vm, gb_value v, int depth);

static json_t *of_items(gb_vm *vm, gb_value v, int depth)
{
    size_t count;
    gb_value *items = gb_items_peek(v, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *item = of_value(vm, items[i], depth + 1);
        if (!item || json_array_append_new(array, item) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static json_t *of_dict(gb_vm *vm, gb_value v, int depth)
{
    json_t *object = json_object();
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(v, &at, &key, &value);) {
        json_t *member = of_value(vm, value, depth + 1);
        gb_value text = member ? gb_to_str(vm, key) : GB_UNSET_VALUE;
        bool ok =
            gb_is_str(text) && json_object_set_nocheck(object, gb_str_data(text), member) == 0;
        gb_unref(text);
        json_decref(member);
        if (ok) continue;
        json_decref(object);
        return NULL;
    }
    return object;
}

static json_t *of_value(gb_vm *vm, gb_value v, int depth)
{
    double x;
    if (depth > DEEPEST) return gb_raise_false(vm, GB_EXC_ValueError, "nested too deeply"), NULL;
    if (gb_is_none(v)) return json_null();
    if (gb_is_bool(v)) return json_boolean(v.i);
    if (v.tag == GB_INT) return json_integer(v.i);
    if (gb_is_float(v)) {
        x = gb_float_of(v);
        return isfinite(x) ? json_real(x) : json_null();
    }
    if (gb_is_str(v)) return json_stringn_nocheck(gb_str_data(v), gb_str_size(v));
    if (gb_is_bytes(v)) return gb_json_base64(gb_bytes_peek(v)->data, gb_bytes_peek(v)->size);
    if (gb_is_sequence(v)) return of_items(vm, v, depth);
    if (gb_is_dict(v)) return of_dict(vm, v, depth);
    gb_raise(vm, GB_EXC_TypeError, "Object of type %s is not JSON serializable",
             gb_type_name(vm, v));
    return NULL;
}

json_t *gb_json_of_value(gb_vm *vm, gb_value v)
{
    return of_value(vm, v, 0);
}

gb_value gb_value_of_json(gb_vm *vm, const json_t *json)
{
    switch (json ? json_typeof(json) : JSON_NULL) {
    case JSON_TRUE: return GB_TRUE_VALUE;
    case JSON_FALSE: return GB_FALSE_VALUE;
    case JSON_INTEGER: return gb_int(json_integer_value(json));
    case JSON_REAL: return gb_float(json_real_value(json));
    case JSON_STRING: return gb_str_new(vm, json_string_value(json), json_string_length(json));
    case JSON_NULL: return GB_NONE_VALUE;
    default: break;
    }
    if (json_is_array(json)) {
        gb_value list = gb_list_new(vm, 0);
        for (size_t i = 0; !gb_is_unset(list) && i < json_array_size(json); i++)
            if (!gb_list_append_take(vm, list, gb_value_of_json(vm, json_array_get(json, i))))
                gb_clear(&list);
        return list;
    }
    gb_value dict = gb_dict_new(vm);
    void *at = json_object_iter((json_t *)json);
    for (; !gb_is_unset(dict) && at; at = json_object_iter_next((json_t *)json, at))
        if (!gb_dict_set_text_take(vm, dict, json_object_iter_key(at),
                                   gb_value_of_json(vm, json_object_iter_value(at))))
            gb_clear(&dict);
    return dict;
}
