/* `json`: the two directions. The classes and the functions that programs call are in json.py. */
#ifndef GB_LANG_MODULES_JSON_H
#define GB_LANG_MODULES_JSON_H

#include "kernel/lang/vm.h"

/* _encode(obj, default, …): the text of a value. json_encode.c */
gb_value gb_json_encode(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
#define GB_JSON_ENCODE_SIGNATURE                                                                   \
    "obj, default, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, "    \
    "key_separator, sort_keys, /"

/* _decode(s, start, strict, object_hook, …): (value, where it ends), in characters. json_decode.c
 */
gb_value gb_json_decode(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
#define GB_JSON_DECODE_SIGNATURE                                                                   \
    "s, start, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, /"

/* _quote(s, ensure_ascii): a str as JSON. json_encode.c */
gb_value gb_json_quote(gb_vm *vm, gb_value *args) GB_MUST_CHECK;

#endif
