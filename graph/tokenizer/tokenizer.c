/* A tokenizer's life and its vocabulary. Encoding: encode.c; decoding: decode.c; settings:
 * settings.c. See tokenizer.h. */
#include "graph/tokenizer/tokenizer.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/tokenizer/pipeline.h"

#include <inttypes.h>
#include <string.h>

enum { FILE_LIMIT = 256 * 1024 * 1024 };

/* --- reading
 * -------------------------------------------------------------------------------------------- */

static bool read_added(gb_tokenizer *t, const json_t *json, gb_error *err)
{
    const char *content;
    if (!gb_json_string(json, "content", &content, err)) return false;
    gb_added_token a = {.content = (char *)content,
                        .size = json_string_length(json_object_get(json, "content")),
                        .special = gb_json_bool_or(json, "special", false),
                        .normalized = gb_json_bool_or(json, "normalized", true),
                        .single_word = gb_json_bool_or(json, "single_word", false),
                        .strips_left = gb_json_bool_or(json, "lstrip", false),
                        .strips_right = gb_json_bool_or(json, "rstrip", false)};
    if (!a.size) return true;
    int64_t id = gb_vocabulary_id(&t->model.vocabulary, a.content, a.size);
    if (id < 0) id = gb_json_int_or(json, "id", -1);
    if (id < 0 || id > GB_VOCABULARY_MAX_ID)
        return gb_fail(err, GB_ERR_VALUE, "added token '%s' has the id %" PRId64, content, id);
    a.id = (int32_t)id;
    return gb_added_put(&t->added, &a, err);
}

static bool read_stages(gb_tokenizer *t, const json_t *json, gb_error *err)
{
    const json_t *model = gb_json_object(json, "model", err);
    const json_t *added = json_object_get(json, "added_tokens");
    bool ok =
        model && gb_model_parse(&t->model, model, err) &&
        gb_stage_parse(&t->normalizer, GB_STAGE_NORMALIZER, json_object_get(json, "normalizer"),
                       err) &&
        gb_stage_parse(&t->pre_tokenizer, GB_STAGE_PRE_TOKENIZER,
                       json_object_get(json, "pre_tokenizer"), err) &&
        gb_post_processor_parse(&t->post_processor, json_object_get(json, "post_processor"), err) &&
        gb_decoder_parse(&t->decoder, json_object_get(json, "decoder"), err);
    for (size_t i = 0; ok && i < json_array_size(added); i++)
        ok = read_added(t, json_array_get(added, i), err);
    return ok;
}

gb_tokenizer *gb_tokenizer_from_json(const json_t *tokenizer, const json_t *settings, gb_error *err)
{
    gb_tokenizer *t = gb_calloc(1, sizeof *t, err);
    if (!t) return NULL;
    t->references = 1;
    t->model.unknown = -1;
    t->settings = settings ? json_incref((json_t *)settings) : json_object();
    t->templates = json_object();
    bool ok = (t->settings && t->templates) || gb_fail(err, GB_ERR_MEMORY, "out of memory");
    ok = ok && read_stages(t, tokenizer, err) && gb_tokenizer_read_settings(t, t->settings, err) &&
         gb_added_index(&t->added, &t->normalizer, err);
    if (ok) return t;
    gb_tokenizer_unref(t);
    return NULL;
}

gb_tokenizer *gb_tokenizer_from_gguf(const json_t *metadata, gb_error *err)
{
    json_t *tokenizer = NULL, *settings = NULL;
    gb_tokenizer *t = NULL;
    if (gb_tokenizer_json_of_gguf(metadata, &tokenizer, &settings, err))
        t = gb_tokenizer_from_json(tokenizer, settings, err);
    json_decref(tokenizer);
    json_decref(settings);
    return t;
}

/* A file of a folder, owned; *there is false, and no error set, when it is not there. */
static char *read_text(const char *folder, const char *name, bool *there, size_t *n, gb_error *err)
{
    char *path = gb_path_join(folder, name, err);
    *there = path && gb_file_exists(path);
    char *text = *there ? gb_file_read(path, FILE_LIMIT, n, err) : NULL;
    gb_free(path);
    return text;
}

/* Parsed JSON, owned. A missing file is NULL with *ok left alone. */
static json_t *read_json(const char *folder, const char *name, bool *ok, gb_error *err)
{
    bool there;
    size_t n;
    char *text = read_text(folder, name, &there, &n, err);
    json_t *json = text ? gb_json_parse(text, n, name, err) : NULL;
    gb_free(text);
    if (there && !json) *ok = false;
    return json;
}

/* Members of the older special_tokens_map.json, where tokenizer_config.json lacks them. */
static bool add_missing(json_t *settings, const json_t *more)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)more, key, value)
    {
        if (!json_object_get(settings, key) && json_object_set(settings, key, value)) return false;
    }
    return true;
}

static bool add_template(json_t *settings, const char *folder, gb_error *err)
{
    bool there;
    size_t n;
    char *text = read_text(folder, "chat_template.jinja", &there, &n, err);
    if (!there) return true;
    bool ok = text && !json_object_set_new(settings, "chat_template", json_stringn(text, n));
    gb_free(text);
    return ok || gb_fail(err, GB_ERR_VALUE, "chat_template.jinja is not UTF-8");
}

static json_t *read_all_settings(const char *folder, gb_error *err)
{
    bool ok = true;
    json_t *settings = read_json(folder, "tokenizer_config.json", &ok, err);
    json_t *special = ok ? read_json(folder, "special_tokens_map.json", &ok, err) : NULL;
    if (ok && !settings) settings = json_object();
    if (ok && !json_is_object(settings))
        ok = gb_fail(err, GB_ERR_VALUE, "tokenizer_config.json is not an object");
    ok = ok && (add_missing(settings, special) || gb_fail(err, GB_ERR_MEMORY, "out of memory")) &&
         add_template(settings, folder, err);
    json_decref(special);
    if (ok) return settings;
    json_decref(settings);
    return NULL;
}

gb_tokenizer *gb_tokenizer_open(const char *folder, gb_error *err)
{
    bool ok = true;
    gb_tokenizer *t = NULL;
    json_t *tokenizer = read_json(folder, "tokenizer.json", &ok, err);
    if (!tokenizer && ok) gb_fail(err, GB_ERR_FILE_NOT_FOUND, "no tokenizer.json in '%s'", folder);
    json_t *settings = tokenizer ? read_all_settings(folder, err) : NULL;
    if (settings) t = gb_tokenizer_from_json(tokenizer, settings, err);
    json_decref(tokenizer);
    json_decref(settings);
    gb_memory_trim();
    if (!t) gb_error_context(err, "the tokenizer of '%s'", folder);
    return t;
}

gb_tokenizer *gb_tokenizer_ref(gb_tokenizer *t)
{
    __atomic_add_fetch(&t->references, 1, __ATOMIC_RELAXED);
    return t;
}

void gb_tokenizer_unref(gb_tokenizer *t)
{
    if (!t || __atomic_sub_fetch(&t->references, 1, __ATOMIC_ACQ_REL)) return;
    gb_added_release(&t->added);
    gb_stage_release(&t->normalizer);
    gb_stage_release(&t->pre_tokenizer);
    gb_model_release(&t->model);
    gb_post_processor_release(&t->post_processor);
    gb_decoder_release(&t->decoder);
    for (int i = 0; i < GB_TOKEN_ROLES; i++)
        gb_free(t->roles[i]);
    for (size_t i = 0; i < t->special_count; i++)
        gb_free(t->special[i]);
    gb_free(t->special);
    json_decref(t->settings);
    json_decref(t->templates);
    gb_free(t);
}

/* --- vocabulary
 * ------------------------------------------------------------------------------------------- */

size_t gb_tokenizer_vocab_size(const gb_tokenizer *t)
{
    return t->model.vocabulary.ids.count;
}

size_t gb_tokenizer_size(const gb_tokenizer *t)
{
    size_t count = gb_tokenizer_vocab_size(t);
    for (size_t i = 0; i < t->added.count; i++)
        count += gb_vocabulary_id(&t->model.vocabulary, t->added.tokens[i].content,
                                  t->added.tokens[i].size) < 0;
    return count;
}

int32_t gb_tokenizer_id_end(const gb_tokenizer *t)
{
    int32_t end = (int32_t)t->model.vocabulary.place_count;
    for (size_t i = 0; i < t->added.count; i++)
        if (t->added.tokens[i].id >= end) end = t->added.tokens[i].id + 1;
    return end;
}

const char *gb_tokenizer_token(const gb_tokenizer *t, int32_t id, size_t *size)
{
    const gb_added_token *a = gb_added_by_id(&t->added, id);
    if (!a) return gb_vocabulary_token(&t->model.vocabulary, id, size);
    if (size) *size = a->size;
    return a->content;
}

int32_t gb_tokenizer_id(const gb_tokenizer *t, const char *token, size_t n)
{
    const gb_added_token *a = gb_added_find(&t->added, token, n);
    return a ? a->id : gb_vocabulary_id(&t->model.vocabulary, token, n);
}

int32_t gb_tokenizer_id_or_unknown(const gb_tokenizer *t, const char *token, size_t n)
{
    int32_t id = gb_tokenizer_id(t, token, n);
    return id >= 0 ? id : gb_tokenizer_role_id(t, GB_TOKEN_UNK);
}

bool gb_tokenizer_is_special(const gb_tokenizer *t, int32_t id)
{
    const gb_added_token *a = gb_added_by_id(&t->added, id);
    return a && a->special;
}

const json_t *gb_tokenizer_settings(const gb_tokenizer *t)
{
    return t->settings;
}

/* --- added tokens
 * ----------------------------------------------------------------------------------------- */

bool gb_tokenizer_added_at(const gb_tokenizer *t, size_t i, gb_tokenizer_added *out)
{
    if (i >= t->added.count) return false;
    const gb_added_token *a = &t->added.tokens[i];
    *out = (gb_tokenizer_added){.id = a->id,
                                .text = {a->content, a->size},
                                .special = a->special,
                                .normalized = a->normalized,
                                .single_word = a->single_word,
                                .strips_left = a->strips_left,
                                .strips_right = a->strips_right};
    return true;
}

bool gb_tokenizer_add(gb_tokenizer *t, gb_tokenizer_text token, bool special, bool *is_new,
                      gb_error *err)
{
    if (!token.size) return gb_fail(err, GB_ERR_VALUE, "an added token is not empty");
    int32_t id = gb_tokenizer_id(t, token.bytes, token.size);
    *is_new = id < 0;
    gb_added_token a = {.content = (char *)token.bytes,
                        .size = token.size,
                        .id = id < 0 ? gb_tokenizer_id_end(t) : id,
                        .special = special,
                        .normalized = !special};
    return gb_added_put(&t->added, &a, err) && gb_added_index(&t->added, &t->normalizer, err);
}
