/* tokenizer_config.json: special tokens and their roles, sides, limits, chat templates. See
 * tokenizer.h. */
#include "graph/base/memory.h"
#include "graph/tokenizer/pipeline.h"

#include <math.h>
#include <string.h>

/* In the order of transformers' SPECIAL_TOKENS_ATTRIBUTES. */
static const char *const role_keys[GB_TOKEN_ROLES] = {
    "bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token",
};

/* A token is text, or an object with its content. */
static const char *token_text(const json_t *json)
{
    if (json_is_object(json)) json = json_object_get(json, "content");
    const char *text = json_string_value(json);
    return text && text[0] ? text : NULL;
}

static bool is_listed(const gb_tokenizer *t, const char *token)
{
    for (size_t i = 0; i < t->special_count; i++)
        if (strcmp(t->special[i], token) == 0) return true;
    return false;
}

static bool list_special(gb_tokenizer *t, const char *token, gb_error *err)
{
    if (is_listed(t, token)) return true;
    if (!gb_grow(&t->special, &t->special_capacity, t->special_count + 1, sizeof *t->special, err))
        return false;
    if (!(t->special[t->special_count] = gb_strdup(token, err))) return false;
    t->special_count++;
    return true;
}

/* Makes a token special, with an id of its own if it had none. */
static bool add_special(gb_tokenizer *t, const char *token, const json_t *json, gb_error *err)
{
    size_t n = strlen(token);
    gb_added_token *there = gb_added_find(&t->added, token, n);
    if (there) {
        there->special = true;
        return true;
    }
    gb_added_token a = {.content = (char *)token,
                        .size = n,
                        .id = gb_vocabulary_id(&t->model.vocabulary, token, n),
                        .special = true,
                        .normalized = gb_json_bool_or(json, "normalized", false),
                        .single_word = gb_json_bool_or(json, "single_word", false),
                        .strips_left = gb_json_bool_or(json, "lstrip", false),
                        .strips_right = gb_json_bool_or(json, "rstrip", false)};
    if (a.id < 0) a.id = gb_tokenizer_id_end(t);
    return gb_added_put(&t->added, &a, err);
}

static bool read_roles(gb_tokenizer *t, const json_t *settings, gb_error *err)
{
    for (int i = 0; i < GB_TOKEN_ROLES; i++) {
        const json_t *json = json_object_get(settings, role_keys[i]);
        const char *token = token_text(json);
        if (!token) continue;
        if (!(t->roles[i] = gb_strdup(token, err)) || !list_special(t, token, err) ||
            !add_special(t, token, json, err))
            return false;
    }
    return true;
}

static bool read_extra(gb_tokenizer *t, const json_t *list, gb_error *err)
{
    const char *key;
    json_t *member;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *token = token_text(json_array_get(list, i));
        if (token &&
            (!list_special(t, token, err) || !add_special(t, token, json_array_get(list, i), err)))
            return false;
    }
    json_object_foreach((json_t *)list, key, member)
    {
        const char *token = token_text(member);
        if (token && (!list_special(t, token, err) || !add_special(t, token, member, err)))
            return false;
    }
    return true;
}

/* Tokens of added_tokens_decoder that tokenizer.json lacks. */
static bool read_added_decoder(gb_tokenizer *t, const json_t *settings, gb_error *err)
{
    const char *key;
    json_t *json;
    json_object_foreach(json_object_get(settings, "added_tokens_decoder"), key, json)
    {
        const char *token = token_text(json);
        if (!token || gb_added_find(&t->added, token, strlen(token))) continue;
        if (!add_special(t, token, json, err)) return false;
        gb_added_token *a = gb_added_find(&t->added, token, strlen(token));
        a->special = gb_json_bool_or(json, "special", false);
    }
    return true;
}

/* One template, or a list of {name, template}. */
static bool read_templates(gb_tokenizer *t, const json_t *json, gb_error *err)
{
    bool ok = true;
    if (json_is_string(json)) ok = json_object_set(t->templates, "default", (json_t *)json) == 0;
    for (size_t i = 0; ok && i < json_array_size(json); i++) {
        const json_t *item = json_array_get(json, i);
        const char *name = gb_json_string_or(item, "name", "");
        json_t *text = json_object_get(item, "template");
        if (json_is_string(text)) ok = json_object_set(t->templates, name, text) == 0;
    }
    return ok || gb_fail(err, GB_ERR_MEMORY, "out of memory while reading chat templates");
}

/* add_bos_token and add_eos_token, where they are said, replace the post-processor. */
static bool read_bos_eos(gb_tokenizer *t, const json_t *settings, gb_error *err)
{
    const json_t *bos = json_object_get(settings, "add_bos_token");
    const json_t *eos = json_object_get(settings, "add_eos_token");
    if (!bos && !eos) return true;
    return gb_post_processor_around(
        &t->post_processor, json_is_true(bos) ? gb_tokenizer_role_id(t, GB_TOKEN_BOS) : -1,
        json_is_true(eos) ? gb_tokenizer_role_id(t, GB_TOKEN_EOS) : -1, err);
}

bool gb_tokenizer_read_settings(gb_tokenizer *t, const json_t *settings, gb_error *err)
{
    const char *pads = gb_json_string_or(settings, "padding_side", "right");
    const char *truncates = gb_json_string_or(settings, "truncation_side", "right");
    t->pads_left = strcmp(pads, "left") == 0;
    t->truncates_left = strcmp(truncates, "left") == 0;
    t->cleans_up = gb_json_bool_or(settings, "clean_up_tokenization_spaces", false);
    t->max_length = gb_json_real_or(settings, "model_max_length", 1e30);
    return read_added_decoder(t, settings, err) && read_roles(t, settings, err) &&
           read_extra(t, json_object_get(settings, "additional_special_tokens"), err) &&
           read_extra(t, json_object_get(settings, "extra_special_tokens"), err) &&
           read_templates(t, json_object_get(settings, "chat_template"), err) &&
           read_bos_eos(t, settings, err);
}

/* --- questions
 * ---------------------------------------------------------------------------------------------- */

const char *gb_tokenizer_role_token(const gb_tokenizer *t, gb_token_role role)
{
    return t->roles[role];
}

int32_t gb_tokenizer_role_id(const gb_tokenizer *t, gb_token_role role)
{
    const char *token = t->roles[role];
    return token ? gb_tokenizer_id(t, token, strlen(token)) : -1;
}

bool gb_tokenizer_set_role(gb_tokenizer *t, gb_token_role role, const char *token, gb_error *err)
{
    char *copy = NULL;
    if (token && gb_tokenizer_id(t, token, strlen(token)) < 0)
        return gb_fail(err, GB_ERR_VALUE, "'%s' is not in the vocabulary", token);
    if (token && (!(copy = gb_strdup(token, err)) || !list_special(t, token, err))) {
        gb_free(copy);
        return false;
    }
    gb_free(t->roles[role]);
    t->roles[role] = copy;
    return true;
}

const char *gb_tokenizer_special_at(const gb_tokenizer *t, size_t i)
{
    return i < t->special_count ? t->special[i] : NULL;
}

bool gb_tokenizer_pads_left(const gb_tokenizer *t)
{
    return t->pads_left;
}

bool gb_tokenizer_truncates_left(const gb_tokenizer *t)
{
    return t->truncates_left;
}

double gb_tokenizer_max_length(const gb_tokenizer *t)
{
    return t->max_length;
}

const char *gb_tokenizer_chat_template(const gb_tokenizer *t, const char *name)
{
    return json_string_value(json_object_get(t->templates, name ? name : "default"));
}
