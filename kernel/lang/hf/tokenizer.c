/* What of a tokenizer is native: encoding, decoding, the vocabulary. The class that users see is
 * modules/transformers/tokenization.py, over the type `_Tokenizer` here. */
#include "kernel/lang/hf/tokenizer.h"

#include "graph/base/memory.h"
#include "graph/model/model.h"
#include "graph/tokenizer/template.h"

#include <string.h>

typedef struct tokenizer_object {
    gb_object head;
    gb_tokenizer *tokenizer; /* owned */
} tokenizer_object;

static const gb_type_spec native_spec;

static gb_tokenizer *self_of(gb_value *args)
{
    return ((tokenizer_object *)(void *)args[0].o)->tokenizer;
}

static void tokenizer_release(gb_object *self)
{
    gb_tokenizer_unref(((tokenizer_object *)(void *)self)->tokenizer);
}

/* --- JSON as values
 * ---------------------------------------------------------------------------------------- */

static gb_value object_value(gb_vm *vm, const json_t *json)
{
    const char *key;
    json_t *member;
    gb_value dict = gb_dict_new(vm);
    json_object_foreach((json_t *)json, key, member)
    {
        if (gb_is_unset(dict)) break;
        if (!gb_dict_set_text_take(vm, dict, key, gb_json_value(vm, member))) gb_clear(&dict);
    }
    return dict;
}

static gb_value array_value(gb_vm *vm, const json_t *json)
{
    gb_value list = gb_list_new(vm, 0);
    for (size_t i = 0; !gb_is_unset(list) && i < json_array_size(json); i++)
        if (!gb_list_append_take(vm, list, gb_json_value(vm, json_array_get(json, i))))
            gb_clear(&list);
    return list;
}

/* Parsed JSON is at most GB_JSON_MAX_DEPTH deep, so the recursion is bounded. */
gb_value gb_json_value(gb_vm *vm, const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT: return object_value(vm, json);
    case JSON_ARRAY: return array_value(vm, json);
    case JSON_STRING: return gb_str_new(vm, json_string_value(json), json_string_length(json));
    case JSON_INTEGER: return gb_int(json_integer_value(json));
    case JSON_REAL: return gb_float(json_real_value(json));
    case JSON_TRUE: return GB_TRUE_VALUE;
    case JSON_FALSE: return GB_FALSE_VALUE;
    case JSON_NULL: break;
    }
    return GB_NONE_VALUE;
}

/* --- encoding and decoding
 * ------------------------------------------------------------------------------------ */

static gb_value int_list(gb_vm *vm, const int32_t *values, size_t count)
{
    gb_value list = gb_list_new(vm, count);
    for (size_t i = 0; !gb_is_unset(list) && i < count; i++)
        gb_list_peek(list)->items[i] = gb_int(values[i]);
    return list;
}

static gb_value offset_list(gb_vm *vm, const gb_encoding *e)
{
    gb_value list = gb_list_new(vm, 0);
    for (size_t i = 0; !gb_is_unset(list) && i < e->count; i++)
        if (!gb_list_append_take(vm, list,
                                 gb_tuple_of(vm, 2, gb_int(e->starts[i]), gb_int(e->ends[i]))))
            gb_clear(&list);
    return list;
}

static gb_value word_list(gb_vm *vm, const gb_encoding *e)
{
    gb_value list = gb_list_new(vm, e->count);
    for (size_t i = 0; !gb_is_unset(list) && i < e->count; i++)
        gb_list_peek(list)->items[i] = e->words[i] < 0 ? GB_NONE_VALUE : gb_int(e->words[i]);
    return list;
}

static gb_value special_list(gb_vm *vm, const gb_encoding *e)
{
    gb_value list = gb_list_new(vm, e->count);
    for (size_t i = 0; !gb_is_unset(list) && i < e->count; i++)
        gb_list_peek(list)->items[i] = gb_int(e->special[i]);
    return list;
}

static gb_value encoding_value(gb_vm *vm, const gb_encoding *e)
{
    gb_value parts[] = {int_list(vm, e->ids, e->count), int_list(vm, e->types, e->count),
                        offset_list(vm, e), word_list(vm, e), special_list(vm, e)};
    enum { PARTS = sizeof parts / sizeof *parts };
    bool ok = true;
    for (int i = 0; i < PARTS; i++)
        ok = ok && !gb_is_unset(parts[i]);
    gb_value out = ok ? gb_tuple_of(vm, PARTS, parts[0], parts[1], parts[2], parts[3], parts[4])
                      : GB_UNSET_VALUE;
    for (int i = 0; i < PARTS; i++)
        gb_unref(parts[i]);
    return out;
}

/* (ids, types, offsets, words, special) of a text, or of a text and its pair. */
static gb_value encode(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_encoding e = {0};
    int64_t longest = 0;
    gb_tokenizer_text texts[2] = {{0}, {0}};
    int special = gb_truth(vm, args[3]), left = special < 0 ? -1 : gb_truth(vm, args[5]);
    if (left < 0 || !gb_to_text(vm, args[1], "the text", &texts[0].bytes, &texts[0].size))
        return GB_UNSET_VALUE;
    if (!gb_is_none(args[2]) &&
        !gb_to_text(vm, args[2], "the pair", &texts[1].bytes, &texts[1].size))
        return GB_UNSET_VALUE;
    if (!gb_is_none(args[4]) && !gb_to_int64(vm, args[4], &longest)) return GB_UNSET_VALUE;
    gb_encode_options options = {.no_special = !special,
                                 .max_length = longest > 0 ? (size_t)longest : 0,
                                 .truncate_left = left};
    bool ok =
        gb_is_none(args[2])
            ? gb_tokenizer_encode(self_of(args), texts[0].bytes, texts[0].size, &options, &e, &err)
            : gb_tokenizer_encode_pair(self_of(args), texts[0], texts[1], &options, &e, &err);
    if (!ok) return gb_raise_error(vm, &err);
    gb_value out = encoding_value(vm, &e);
    gb_encoding_release(&e);
    return out;
}

/* The ids of a list as an array; owned. */
static int32_t *read_ids(gb_vm *vm, gb_value list, size_t *count)
{
    gb_error err = GB_ERROR_INIT;
    gb_value *items = gb_items_peek(list, count);
    int32_t *ids = gb_calloc(*count + 1, sizeof *ids, &err);
    if (!ids) gb_raise_error(vm, &err);
    for (size_t i = 0; ids && i < *count; i++) {
        int64_t id;
        bool ok = gb_to_int64(vm, items[i], &id);
        if (ok && (id < 0 || id > INT32_MAX))
            ok = gb_raise_false(vm, GB_EXC_OverflowError, "token id %lld is out of range",
                                (long long)id);
        if (ok) {
            ids[i] = (int32_t)id;
        } else {
            gb_free(ids);
            ids = NULL;
        }
    }
    return ids;
}

static gb_value decode(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    size_t count;
    int skip = gb_truth(vm, args[2]);
    int clean = skip < 0 || gb_is_none(args[3]) ? -1 : gb_truth(vm, args[3]);
    if (skip < 0 || (clean < 0 && !gb_is_none(args[3]))) return GB_UNSET_VALUE;
    if (!gb_is_sequence(args[1])) return gb_raise(vm, GB_EXC_TypeError, "ids are a list of ints");
    int32_t *ids = read_ids(vm, args[1], &count);
    if (!ids) return GB_UNSET_VALUE;
    gb_decode_options options = {.skip_special = skip,
                                 .clean_up = gb_is_none(args[3]) ? 0
                                             : clean             ? 1
                                                                 : -1};
    bool ok = gb_tokenizer_decode(self_of(args), ids, count, &options, &b, &err);
    gb_free(ids);
    if (ok) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return gb_raise_error(vm, &err);
}

/* --- the vocabulary
 * -----------------------------------------------------------------------------------------------
 */

static gb_value token(gb_vm *vm, gb_value *args)
{
    int64_t id;
    size_t size;
    if (!gb_to_int64(vm, args[1], &id)) return GB_UNSET_VALUE;
    const char *text =
        id < 0 || id > INT32_MAX ? NULL : gb_tokenizer_token(self_of(args), (int32_t)id, &size);
    return text ? gb_str_new(vm, text, size) : GB_NONE_VALUE;
}

/* What `find` tells of the text args[1]; None for a negative id. */
static gb_value id_by(gb_vm *vm, gb_value *args,
                      int32_t (*find)(const gb_tokenizer *t, const char *text, size_t n))
{
    const char *text;
    size_t n;
    if (!gb_to_text(vm, args[1], "a token", &text, &n)) return GB_UNSET_VALUE;
    int32_t id = find(self_of(args), text, n);
    return id < 0 ? GB_NONE_VALUE : gb_int(id);
}

static gb_value token_id(gb_vm *vm, gb_value *args)
{
    return id_by(vm, args, gb_tokenizer_id_or_unknown);
}

static gb_value vocab_size(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int((int64_t)gb_tokenizer_vocab_size(self_of(args)));
}

static gb_value size(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int((int64_t)gb_tokenizer_size(self_of(args)));
}

static gb_value id_end(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(gb_tokenizer_id_end(self_of(args)));
}

static const char *const role_names[GB_TOKEN_ROLES] = {
    [GB_TOKEN_BOS] = "bos",   [GB_TOKEN_EOS] = "eos", [GB_TOKEN_UNK] = "unk",
    [GB_TOKEN_SEP] = "sep",   [GB_TOKEN_PAD] = "pad", [GB_TOKEN_CLS] = "cls",
    [GB_TOKEN_MASK] = "mask",
};

static bool read_role(gb_vm *vm, gb_value name, gb_token_role *role)
{
    for (int i = 0; i < GB_TOKEN_ROLES; i++) {
        if (!gb_str_is(name, role_names[i])) continue;
        *role = (gb_token_role)i;
        return true;
    }
    return gb_raise_false(vm, GB_EXC_ValueError, "no such role of a token");
}

/* (token, id) of a role; (None, None) where there is none. */
static gb_value role(gb_vm *vm, gb_value *args)
{
    gb_token_role which;
    if (!read_role(vm, args[1], &which)) return GB_UNSET_VALUE;
    const char *text = gb_tokenizer_role_token(self_of(args), which);
    if (!text) return gb_tuple_of(vm, 2, GB_NONE_VALUE, GB_NONE_VALUE);
    gb_value name = gb_str_text_new(vm, text);
    gb_value out =
        gb_is_unset(name)
            ? name
            : gb_tuple_of(vm, 2, name, gb_int(gb_tokenizer_role_id(self_of(args), which)));
    gb_unref(name);
    return out;
}

static gb_value set_role(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_token_role which;
    const char *text;
    if (!read_role(vm, args[1], &which) || !gb_to_text(vm, args[2], "a token", &text, NULL))
        return GB_UNSET_VALUE;
    if (!gb_tokenizer_set_role(self_of(args), which, text, &err)) return gb_raise_error(vm, &err);
    return GB_NONE_VALUE;
}

static gb_value specials(gb_vm *vm, gb_value *args)
{
    gb_value list = gb_list_new(vm, 0);
    const char *text;
    for (size_t i = 0; !gb_is_unset(list) && (text = gb_tokenizer_special_at(self_of(args), i));
         i++)
        if (!gb_list_append_take(vm, list, gb_str_text_new(vm, text))) gb_clear(&list);
    return list;
}

static gb_value join(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    size_t count;
    if (!gb_is_sequence(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "tokens are a list of texts");
    gb_value *items = gb_items_peek(args[1], &count);
    gb_tokenizer_text *texts = gb_calloc(count + 1, sizeof *texts, &err);
    bool ok = texts || gb_raise_error_false(vm, &err);
    for (size_t i = 0; ok && i < count; i++)
        ok = gb_to_text(vm, items[i], "a token", &texts[i].bytes, &texts[i].size);
    if (ok && !gb_tokenizer_join(self_of(args), texts, count, &b, &err))
        ok = gb_raise_error_false(vm, &err);
    gb_free(texts);
    if (ok) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return GB_UNSET_VALUE;
}

static gb_value settings(gb_vm *vm, gb_value *args)
{
    return gb_json_value(vm, gb_tokenizer_settings(self_of(args)));
}

static gb_value max_length(gb_vm *vm, gb_value *args)
{
    double longest = gb_tokenizer_max_length(self_of(args));
    return longest < 1e18 ? gb_int((int64_t)longest) : gb_int_from_double(vm, longest);
}

static gb_value pads_left(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_tokenizer_pads_left(self_of(args)));
}

static gb_value place(gb_vm *vm, gb_value *args)
{
    return id_by(vm, args, gb_tokenizer_id);
}

static gb_value add(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    const char *text;
    size_t n;
    bool added;
    int special = gb_truth(vm, args[2]);
    if (special < 0 || !gb_to_text(vm, args[1], "a token", &text, &n)) return GB_UNSET_VALUE;
    if (!gb_tokenizer_add(self_of(args), (gb_tokenizer_text){text, n}, special, &added, &err))
        return gb_raise_error(vm, &err);
    return gb_int(added);
}

static gb_value added_row(gb_vm *vm, const gb_tokenizer_added *a)
{
    gb_value text = gb_str_new(vm, a->text.bytes, a->text.size);
    if (gb_is_unset(text)) return text;
    gb_value row =
        gb_tuple_of(vm, 7, gb_int(a->id), text, gb_bool(a->single_word), gb_bool(a->strips_left),
                    gb_bool(a->strips_right), gb_bool(a->normalized), gb_bool(a->special));
    gb_unref(text);
    return row;
}

static gb_value added(gb_vm *vm, gb_value *args)
{
    gb_value list = gb_list_new(vm, 0);
    gb_tokenizer_added a;
    for (size_t i = 0; !gb_is_unset(list) && gb_tokenizer_added_at(self_of(args), i, &a); i++)
        if (!gb_list_append_take(vm, list, added_row(vm, &a))) gb_clear(&list);
    return list;
}

/* A template over variables given as JSON text. */
static gb_value render(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_buffer b = GB_BUFFER_INIT;
    gb_tokenizer_text source, variables;
    if (!gb_to_text(vm, args[1], "a template", &source.bytes, &source.size) ||
        !gb_to_text(vm, args[2], "variables", &variables.bytes, &variables.size))
        return GB_UNSET_VALUE;
    json_t *json = gb_json_parse(variables.bytes, variables.size, "variables", &err);
    gb_template *template = json ? gb_template_parse(source.bytes, source.size, &err) : NULL;
    bool ok = template && gb_template_render(template, json, &b, &err);
    gb_template_free(template);
    json_decref(json);
    if (ok) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return gb_raise_error(vm, &err);
}

static const gb_native methods[] = {
    {"encode", encode, "text, pair=None, special=True, max_length=None, truncate_left=False", 0,
     "(ids, types, offsets, words, special) of a text."},
    {"decode", decode, "ids, skip_special=False, clean_up=None", 0, "The text of ids."},
    {"token", token, "id", 0, "The token of an id, or None."},
    {"id", token_id, "token", 0, "The id of a token, or None."},
    {"vocab_size", vocab_size, "", 0, "Tokens of the model, added ones left out."},
    {"size", size, "", 0, "Tokens, added ones included."},
    {"id_end", id_end, "", 0, "One more than the highest id."},
    {"role", role, "name", 0, "(token, id) of 'bos', 'eos', 'unk', 'sep', 'pad', 'cls' or 'mask'."},
    {"set_role", set_role, "name, token", 0, "Gives a role to a token of the vocabulary."},
    {"specials", specials, "", 0, "All special tokens."},
    {"join", join, "tokens", 0, "The text of tokens."},
    {"settings", settings, "", 0, "tokenizer_config.json."},
    {"max_length", max_length, "", 0, "model_max_length."},
    {"pads_left", pads_left, "", 0, "Is padding put on the left?"},
    {"place", place, "token", 0, "The id of a token; None where it is not there."},
    {"add", add, "token, special=False", 0, "Adds a token; how many were new."},
    {"added", added, "", 0,
     "(id, token, single_word, lstrip, rstrip, normalized, special) of the added tokens."},
    {"render", render, "template, variables", 0, "A template over variables (JSON text)."},
    {0},
};

static const gb_type_spec native_spec = {
    .name = "_Tokenizer",
    .module = "transformers",
    .doc = "The native part of a tokenizer.",
    .size = sizeof(tokenizer_object),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .methods = methods,
    .slots = {.release = tokenizer_release},
};

static gb_value native_value(gb_vm *vm, gb_tokenizer *tokenizer)
{
    gb_type *type = gb_type_make(vm, &native_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (!gb_is_unset(v)) ((tokenizer_object *)(void *)v.o)->tokenizer = gb_tokenizer_ref(tokenizer);
    return v;
}

gb_tokenizer *gb_tokenizer_value_peek(gb_value v)
{
    return v.tag == GB_OTHER && gb_is_a(v, &native_spec)
               ? ((tokenizer_object *)(void *)v.o)->tokenizer
               : NULL;
}

/* Calls a class of a module of ours with one value, which is taken over. */
static gb_value made_by(gb_vm *vm, const char *module_name, const char *cls, gb_value value)
{
    gb_value module = gb_is_unset(value) ? value : gb_import(vm, module_name);
    gb_value out = gb_is_unset(module) ? module : gb_call_method(vm, module, cls, &value, 1);
    gb_unref(module);
    gb_unref(value);
    return out;
}

gb_value gb_tokenizer_value(gb_vm *vm, gb_tokenizer *tokenizer)
{
    return made_by(vm, "transformers.tokenization", "TokenizersBackend",
                   native_value(vm, tokenizer));
}

gb_value gb_config_value(gb_vm *vm, const json_t *config)
{
    return made_by(vm, "transformers.configuration", "config_of", gb_json_value(vm, config));
}

/* --- the module
 * -----------------------------------------------------------------------------------------------------
 */

/* A model opened for its config and tokenizer alone; no weights are read. */
static gb_model *open_for(gb_vm *vm, gb_value id)
{
    gb_error err = GB_ERROR_INIT;
    const char *text;
    if (!gb_to_text(vm, id, "a model's id or path", &text, NULL)) return NULL;
    gb_model *model = gb_model_open(text, NULL, &err);
    if (!model) gb_raise_error(vm, &err);
    return model;
}

static gb_value open_tokenizer(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_model *model = open_for(vm, args[0]);
    gb_tokenizer *tokenizer = model ? gb_model_tokenizer(model, &err) : NULL;
    if (model && !tokenizer) gb_raise_error(vm, &err);
    gb_value out = tokenizer ? gb_tokenizer_value(vm, tokenizer) : GB_UNSET_VALUE;
    gb_model_unref(model);
    return out;
}

static gb_value open_config(gb_vm *vm, gb_value *args)
{
    gb_model *model = open_for(vm, args[0]);
    gb_value out = model ? gb_config_value(vm, gb_model_config(model)) : GB_UNSET_VALUE;
    gb_model_unref(model);
    return out;
}

static const gb_native functions[] = {
    {"_open_tokenizer", open_tokenizer, "id", 0, "The tokenizer of a model."},
    {"_open_config", open_config, "id", 0, "The config of a model."},
    {0},
};

static const gb_module_spec module = {
    .name = "transformers",
    .doc = "AutoTokenizer and AutoConfig: what goes with a model.",
    .functions = functions,
};

bool gb_transformers_install(gb_vm *vm)
{
    return gb_module_register(vm, &module);
}
