/* How tokens are chosen, as JSON: every setting by its name in transformers. The table is
 * setting.def. */
#include "share/wire_parts.h"

#include "graph/base/memory.h"

#include <string.h>

typedef enum setting_kind { SETTING_INT, SETTING_REAL, SETTING_BOOL } setting_kind;

typedef struct setting {
    setting_kind kind;
    const char *name;
    size_t offset;
    int64_t least, most;    /* of an INT */
    double lowest, highest; /* of a REAL */
} setting;

static const setting settings[] = {
#define GB_SETTING(kind, name, field, least, most)                                                 \
    {SETTING_##kind,                                                                               \
     name,                                                                                         \
     offsetof(gb_generation, field),                                                               \
     (int64_t)(least),                                                                             \
     (int64_t)(most),                                                                              \
     (double)(least),                                                                              \
     (double)(most)},
#include "share/setting.def"
#undef GB_SETTING
};

enum { SETTINGS = sizeof settings / sizeof *settings };

static const char eos_key[] = "eos_token_id", stops_key[] = "stop_strings";

/* Lists of token ids; an invalid list of words is refused where it is read. */
static const struct {
    const char *name;
    size_t offset;
    bool words; /* each behind its length */
} lists[] = {
    {"suppress_tokens", offsetof(gb_generation, suppress), false},
    {"begin_suppress_tokens", offsetof(gb_generation, begin_suppress), false},
    {"bad_words_ids", offsetof(gb_generation, bad_words), true},
};

enum { LISTS = sizeof lists / sizeof *lists, MOST_TOKENS = 65536 };

/* --- writing ---------------------------------------------------------------------------------- */

static json_t *setting_json(const setting *row, const gb_generation *g)
{
    const char *field = (const char *)g + row->offset;
    switch (row->kind) {
    case SETTING_INT: return json_integer(*(const int64_t *)(const void *)field);
    case SETTING_REAL: return json_real(*(const double *)(const void *)field);
    default: return json_boolean(*(const bool *)field);
    }
}

static json_t *stops_json(const gb_generation *g)
{
    json_t *array = json_array();
    for (int32_t i = 0; array && i < g->stop_count; i++)
        if (json_array_append_new(array, json_string(g->stops[i]))) {
            json_decref(array);
            return NULL;
        }
    return array;
}

static json_t *eos_json(const gb_generation *g)
{
    json_t *array = json_array();
    for (int32_t i = 0; array && i < g->eos_count; i++)
        if (json_array_append_new(array, json_integer(g->eos[i]))) {
            json_decref(array);
            return NULL;
        }
    return array;
}

static json_t *tokens_json(const gb_token_list *list)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < list->count; i++)
        if (json_array_append_new(array, json_integer(list->ids[i]))) {
            json_decref(array);
            return NULL;
        }
    return array;
}

json_t *gb_wire_generation_write(const gb_generation *g, gb_error *err)
{
    json_t *json = json_object();
    bool ok = json || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing settings");
    for (size_t i = 0; ok && i < SETTINGS; i++)
        ok = gb_wire_put(json, settings[i].name, setting_json(&settings[i], g), err);
    for (size_t i = 0; ok && i < LISTS; i++) {
        const void *list = (const char *)g + lists[i].offset;
        ok = gb_wire_put(json, lists[i].name, tokens_json(list), err);
    }
    ok = ok && gb_wire_put(json, eos_key, eos_json(g), err) &&
         gb_wire_put(json, stops_key, stops_json(g), err);
    if (ok) return json;
    json_decref(json);
    return NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool read_real(const json_t *json, const setting *row, double *out, gb_error *err)
{
    double x = json_number_value(json);
    if (!json_is_number(json) || !(x >= row->lowest && x <= row->highest))
        return gb_fail(err, GB_ERR_VALUE, "'%s' must be a number from %g to %g", row->name,
                       row->lowest, row->highest);
    *out = x;
    return true;
}

static bool read_setting(const json_t *json, const setting *row, gb_generation *g, gb_error *err)
{
    char *field = (char *)g + row->offset;
    const json_t *member = json_object_get(json, row->name);
    switch (row->kind) {
    case SETTING_INT:
        return gb_wire_int(member, row->name, row->least, row->most, (int64_t *)(void *)field, err);
    case SETTING_REAL: return read_real(member, row, (double *)(void *)field, err);
    default:
        *(bool *)field = json_is_true(member);
        return json_is_boolean(member) ||
               gb_fail(err, GB_ERR_VALUE, "'%s' must be true or false", row->name);
    }
}

static bool read_eos(const json_t *json, gb_generation *g, gb_error *err)
{
    const json_t *array = json_object_get(json, eos_key);
    size_t n = json_array_size(array);
    if (!json_is_array(array) || n > GB_GENERATION_MAX_EOS)
        return gb_fail(err, GB_ERR_VALUE, "'%s' must be at most %d token ids", eos_key,
                       GB_GENERATION_MAX_EOS);
    for (size_t i = 0; i < n; i++)
        if (!gb_wire_int(json_array_get(array, i), eos_key, 0, INT32_MAX, &g->eos[i], err))
            return false;
    g->eos_count = (int32_t)n;
    return true;
}

static bool read_stops(const json_t *json, gb_generation *g, gb_error *err)
{
    const json_t *array = json_object_get(json, stops_key);
    size_t n = json_array_size(array);
    if (!json_is_array(array) || n > GB_GENERATION_MAX_STOPS)
        return gb_fail(err, GB_ERR_VALUE, "'%s' must be at most %d texts", stops_key,
                       GB_GENERATION_MAX_STOPS);
    for (size_t i = 0; i < n; i++) {
        const char *text = json_string_value(json_array_get(array, i));
        if (!text) return gb_fail(err, GB_ERR_VALUE, "'%s' must hold texts", stops_key);
        if (!(g->stops[i] = gb_strdup(text, err))) return false;
        g->stop_count++;
    }
    return true;
}

/* Every word has as many tokens as its length says, and one at least. */
static bool are_words(const gb_token_list *list)
{
    size_t i = 0;
    while (i < list->count && list->ids[i] > 0 && (uint64_t)list->ids[i] < list->count - i)
        i += (size_t)list->ids[i] + 1;
    return i == list->count;
}

static bool read_tokens(const json_t *json, size_t row, gb_generation *g, gb_error *err)
{
    const char *name = lists[row].name;
    gb_token_list *list = (gb_token_list *)(void *)((char *)g + lists[row].offset);
    const json_t *array = json_object_get(json, name);
    size_t n = json_array_size(array);
    if (!json_is_array(array) || n > MOST_TOKENS)
        return gb_fail(err, GB_ERR_VALUE, "'%s' must be at most %d token ids", name, MOST_TOKENS);
    if (!(list->ids = gb_calloc(n + 1, sizeof *list->ids, err))) return false;
    for (size_t i = 0; i < n; i++)
        if (!gb_wire_int(json_array_get(array, i), name, 0, INT32_MAX, &list->ids[i], err))
            return false;
    list->count = n;
    return !lists[row].words || are_words(list) ||
           gb_fail(err, GB_ERR_VALUE, "'%s' must be words, each behind its length", name);
}

bool gb_wire_generation_read(const json_t *json, gb_generation *out, gb_error *err)
{
    const char *names[SETTINGS + LISTS + 3] = {eos_key, stops_key};
    *out = (gb_generation){0};
    for (size_t i = 0; i < SETTINGS; i++)
        names[i + 2] = settings[i].name;
    for (size_t i = 0; i < LISTS; i++)
        names[SETTINGS + 2 + i] = lists[i].name;
    if (!gb_wire_members(json, names, "'generation'", err)) return false;
    for (size_t i = 0; i < SETTINGS; i++)
        if (!read_setting(json, &settings[i], out, err)) return false;
    for (size_t i = 0; i < LISTS; i++)
        if (!read_tokens(json, i, out, err)) return false;
    return read_eos(json, out, err) && read_stops(json, out, err);
}
