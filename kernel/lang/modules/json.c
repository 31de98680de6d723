/* `json`: see json.h and json.py. */
#include "kernel/lang/modules/json.h"

#include "kernel/lang/modules/modules.h"

static const gb_native functions[] = {
    {"_encode", gb_json_encode, GB_JSON_ENCODE_SIGNATURE, 0, "The text of a value."},
    {"_decode", gb_json_decode, GB_JSON_DECODE_SIGNATURE, 0, "(value, where its text ends)."},
    {"_quote", gb_json_quote, "s, ensure_ascii, /", 0, "A str as JSON."},
    {0}};

const gb_module_spec gb_module_json = {
    .name = "json",
    .doc = "Values as JSON text, and back.",
    .functions = functions,
};
