/* Settings of generation: defaults, checkpoint, user. Choosing tokens is sampler.c. */
#include "graph/model/generate.h"

#include "graph/base/memory.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

typedef enum setting_kind {
    SETTING_INT,
    SETTING_FLOAT,
    SETTING_BOOL,
    SETTING_EOS,
    SETTING_STOPS,
    SETTING_TOKENS,
    SETTING_WORDS
} setting_kind;

typedef struct setting {
    const char *name;
    size_t offset;
    setting_kind kind;
    double least;
} setting;

static const setting settings[] = {
#define GB_SETTING(name, field, kind, least, doc)                                                  \
    {name, offsetof(gb_generation, field), SETTING_##kind, least},
#include "graph/model/generation.def"
#undef GB_SETTING
};
enum { SETTING_COUNT = sizeof settings / sizeof *settings };

/* Settings of transformers that are not there, and the value that makes them nothing. */
static const struct {
    const char *name;
    double harmless;
} missing[] = {
    {"num_beams", 1},
    {"num_beam_groups", 1},
    {"penalty_alpha", 0},
    {"diversity_penalty", 0},
    {"length_penalty", 1},
    {"early_stopping", 0},
    {"encoder_no_repeat_ngram_size", 0},
    {"force_words_ids", NAN},
    {"forced_bos_token_id", NAN},
    {"forced_eos_token_id", NAN},
    {"sequence_bias", NAN},
    {"guidance_scale", 1},
    {"constraints", NAN},
    {"exponential_decay_length_penalty", NAN},
    {"assistant_model", NAN},
    {"prompt_lookup_num_tokens", NAN},
    {"watermarking_config", NAN},
    {"logits_processor", NAN},
    {"stopping_criteria", NAN},
    {"streamer", NAN},
    {"max_time", NAN},
    {"top_h", NAN},
};

static void reset(gb_generation *g)
{
    gb_generation_release(g);
    *g = (gb_generation){
        .max_new_tokens = -1,
        .max_length = -1,
        .temperature = 1,
        .top_k = 50,
        .top_p = 1,
        .typical_p = 1,
        .repetition_penalty = 1,
        .num_return_sequences = 1,
        .pad = -1,
        .seed = -1,
    };
}

const char *gb_generation_setting_at(size_t i)
{
    return i < SETTING_COUNT ? settings[i].name : NULL;
}

static const setting *find(const char *name)
{
    for (size_t i = 0; i < SETTING_COUNT; i++)
        if (strcmp(settings[i].name, name) == 0) return &settings[i];
    return NULL;
}

/* --- values ----------------------------------------------------------------------------------- */

static bool number_of(const gb_arg *value, double *out)
{
    gb_arg item;
    switch (value->kind) {
    case GB_ARG_BOOL: *out = value->as.boolean; return true;
    case GB_ARG_INT: *out = (double)value->as.integer; return true;
    case GB_ARG_FLOAT: *out = value->as.real; return true;
    case GB_ARG_TENSOR:
        return gb_tensor_item(value->as.tensor, &item, NULL) && item.kind != GB_ARG_TENSOR &&
               number_of(&item, out);
    default: return false;
    }
}

static bool bad_value(const setting *s, const gb_arg *value, gb_error *err)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_arg_print(&text, value);
    static const char *const wanted[] = {[SETTING_INT] = "a whole number",
                                         [SETTING_FLOAT] = "a number",
                                         [SETTING_BOOL] = "True or False",
                                         [SETTING_EOS] = "a token id or a list of them",
                                         [SETTING_STOPS] = "a text or a list of texts",
                                         [SETTING_TOKENS] = "a list of token ids",
                                         [SETTING_WORDS] = "a list of lists of token ids"};
    gb_fail(err, GB_ERR_TYPE, "%s= is %s, not %s", s->name, wanted[s->kind],
            text.data ? text.data : "this");
    gb_buffer_release(&text);
    return false;
}

static bool set_number(gb_generation *g, const setting *s, const gb_arg *value, gb_error *err)
{
    double x;
    char *place = (char *)g + s->offset;
    if (!number_of(value, &x) || (s->kind == SETTING_INT && x != floor(x)))
        return bad_value(s, value, err);
    if (!(x >= s->least))
        return gb_fail(err, GB_ERR_VALUE, "%s=%g is too small: it must be at least %g", s->name, x,
                       s->least);
    if (s->kind == SETTING_BOOL)
        *(bool *)place = x != 0;
    else if (s->kind == SETTING_FLOAT)
        *(double *)place = x;
    else
        *(int64_t *)place = (int64_t)x;
    return true;
}

static bool set_eos(gb_generation *g, const setting *s, const gb_arg *value, gb_error *err)
{
    bool list = value->kind == GB_ARG_LIST;
    uint32_t count = list ? value->count : 1;
    if (count > GB_GENERATION_MAX_EOS)
        return gb_fail(err, GB_ERR_VALUE, "%s= takes at most %d tokens", s->name,
                       GB_GENERATION_MAX_EOS);
    for (uint32_t i = 0; i < count; i++) {
        double x;
        if (!number_of(list ? &value->as.items[i] : value, &x) || x != floor(x))
            return bad_value(s, value, err);
        g->eos[i] = (int64_t)x;
    }
    g->eos_count = (int32_t)count;
    if (!list && g->eos[0] < 0) g->eos_count = 0;
    return true;
}

static void clear_stops(gb_generation *g)
{
    while (g->stop_count > 0)
        gb_free(g->stops[--g->stop_count]);
}

static bool set_stops(gb_generation *g, const setting *s, const gb_arg *value, gb_error *err)
{
    bool list = value->kind == GB_ARG_LIST;
    uint32_t count = list ? value->count : 1;
    if (count > GB_GENERATION_MAX_STOPS)
        return gb_fail(err, GB_ERR_VALUE, "%s= takes at most %d texts", s->name,
                       GB_GENERATION_MAX_STOPS);
    clear_stops(g);
    for (uint32_t i = 0; i < count; i++) {
        const gb_arg *item = list ? &value->as.items[i] : value;
        if (item->kind != GB_ARG_TEXT || item->count == 0) return bad_value(s, value, err);
        g->stops[g->stop_count] = gb_strdup(item->as.text, err);
        if (!g->stops[g->stop_count]) return false;
        g->stop_count++;
    }
    return true;
}

/* Appends the ids of a list, behind its length for a word. */
static bool add_tokens(gb_token_list *to, const setting *s, const gb_arg *list, gb_error *err)
{
    double x;
    if (list->kind != GB_ARG_LIST || list->count == 0) return bad_value(s, list, err);
    size_t capacity = to->count;
    if (!gb_grow(&to->ids, &capacity, to->count + list->count + 1, sizeof *to->ids, err))
        return false;
    if (s->kind == SETTING_WORDS) to->ids[to->count++] = list->count;
    for (uint32_t i = 0; i < list->count; i++) {
        if (!number_of(&list->as.items[i], &x) || x != floor(x)) return bad_value(s, list, err);
        to->ids[to->count++] = (int64_t)x;
    }
    return true;
}

static void clear_tokens(gb_token_list *list)
{
    gb_free(list->ids);
    *list = (gb_token_list){0};
}

static bool set_tokens(gb_generation *g, const setting *s, const gb_arg *value, gb_error *err)
{
    gb_token_list *place = (gb_token_list *)(void *)((char *)g + s->offset), made = {0};
    bool ok = value->kind == GB_ARG_LIST || bad_value(s, value, err);
    if (ok && s->kind == SETTING_TOKENS) ok = add_tokens(&made, s, value, err);
    for (uint32_t i = 0; ok && s->kind == SETTING_WORDS && i < value->count; i++)
        ok = add_tokens(&made, s, &value->as.items[i], err);
    if (!ok) {
        clear_tokens(&made);
        return false;
    }
    clear_tokens(place);
    *place = made;
    return true;
}

/* None: as if nothing was said. */
static void unset(gb_generation *g, const setting *s)
{
    gb_generation plain = {0};
    reset(&plain);
    char *place = (char *)g + s->offset;
    const char *from = (const char *)&plain + s->offset;
    switch (s->kind) {
    case SETTING_INT: memcpy(place, from, sizeof(int64_t)); break;
    case SETTING_FLOAT: memcpy(place, from, sizeof(double)); break;
    case SETTING_BOOL: memcpy(place, from, sizeof(bool)); break;
    case SETTING_EOS: g->eos_count = 0; break;
    case SETTING_STOPS: clear_stops(g); break;
    case SETTING_TOKENS:
    case SETTING_WORDS: clear_tokens((gb_token_list *)(void *)place); break;
    }
}

static bool set_missing(const char *name, const gb_arg *value, bool *known, gb_error *err)
{
    double x;
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        if (strcmp(missing[i].name, name) != 0) continue;
        *known = true;
        if (value->kind == GB_ARG_NONE || (number_of(value, &x) && x == missing[i].harmless))
            return true;
        return gb_fail(err, GB_ERR_NOT_IMPLEMENTED,
                       "%s= is not there: tokens are taken greedily or drawn (do_sample=True)",
                       name);
    }
    *known = false;
    return true;
}

bool gb_generation_set(gb_generation *g, const char *name, const gb_arg *value, bool *known,
                       gb_error *err)
{
    const setting *s = find(name);
    *known = s != NULL;
    if (!s) return set_missing(name, value, known, err);
    if (value->kind == GB_ARG_NONE) {
        unset(g, s);
        return true;
    }
    if (s->kind == SETTING_EOS) return set_eos(g, s, value, err);
    if (s->kind == SETTING_STOPS) return set_stops(g, s, value, err);
    if (s->kind == SETTING_TOKENS || s->kind == SETTING_WORDS) return set_tokens(g, s, value, err);
    return set_number(g, s, value, err);
}

/* --- the checkpoint's own --------------------------------------------------------------------- */

enum { MOST_ITEMS = GB_GENERATION_MAX_EOS };

/* A JSON value as an argument; list items into `items`. NONE for what has no meaning here. */
static gb_arg arg_of(const json_t *json, gb_arg items[MOST_ITEMS])
{
    if (json_is_boolean(json)) return gb_arg_bool(json_is_true(json));
    if (json_is_integer(json)) return gb_arg_int(json_integer_value(json));
    if (json_is_real(json)) return gb_arg_float(json_real_value(json));
    if (json_is_string(json)) return gb_arg_text(json_string_value(json));
    size_t n = json_array_size(json), kept = 0;
    for (size_t i = 0; i < n && kept < MOST_ITEMS; i++) {
        const json_t *item = json_array_get(json, i);
        if (!json_is_array(item)) items[kept++] = arg_of(item, NULL);
    }
    return n ? gb_arg_list(items, kept) : gb_arg_none();
}

/* What a checkpoint says wrongly is as if it was not said. */
void gb_generation_defaults(gb_generation *g, const gb_model *model)
{
    *g = (gb_generation){0};
    reset(g);
    const json_t *config = gb_model_generation_config(model);
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        gb_arg items[MOST_ITEMS];
        bool known;
        const json_t *said = json_object_get(config, settings[i].name);
        gb_arg value = said ? arg_of(said, items) : gb_arg_none();
        if (value.kind != GB_ARG_NONE &&
            !gb_generation_set(g, settings[i].name, &value, &known, NULL))
            unset(g, &settings[i]);
    }
}

void gb_generation_release(gb_generation *g)
{
    clear_stops(g);
    clear_tokens(&g->suppress);
    clear_tokens(&g->begin_suppress);
    clear_tokens(&g->bad_words);
}

static bool copy_tokens(gb_token_list *to, const gb_token_list *from, gb_error *err)
{
    *to = (gb_token_list){0};
    if (from->count == 0) return true;
    if (!(to->ids = gb_alloc(from->count * sizeof *from->ids, err))) return false;
    memcpy(to->ids, from->ids, from->count * sizeof *from->ids);
    to->count = from->count;
    return true;
}

bool gb_generation_copy(gb_generation *to, const gb_generation *from, gb_error *err)
{
    *to = *from;
    to->stop_count = 0;
    bool ok = copy_tokens(&to->suppress, &from->suppress, err);
    ok = copy_tokens(&to->begin_suppress, &from->begin_suppress, ok ? err : NULL) && ok;
    ok = copy_tokens(&to->bad_words, &from->bad_words, ok ? err : NULL) && ok;
    while (ok && to->stop_count < from->stop_count) {
        ok = (to->stops[to->stop_count] = gb_strdup(from->stops[to->stop_count], err)) != NULL;
        to->stop_count += ok;
    }
    if (!ok) gb_generation_release(to);
    return ok;
}

int64_t gb_generation_limit(const gb_generation *g, int64_t length)
{
    enum { USUAL = 20 };
    if (g->max_new_tokens >= 0) return length + g->max_new_tokens;
    return g->max_length >= 0 ? g->max_length : length + USUAL;
}
