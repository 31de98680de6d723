/* A model told to another process, which builds tree, plan and tokenizer of it without weights:
 *
 *     {"config": config.json, "generation_config": …, "dtype": "bfloat16",
 *      "tokenizer": {"json": tokenizer.json, "settings": tokenizer_config.json}
 *                 | {"gguf": the file's metadata about tokens} | null}
 */
#include "graph/model/model_state.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"

#include <string.h>

enum { MAX_TOKENIZER_BYTES = 256 << 20 };

/* --- telling ---------------------------------------------------------------------------------- */

/* The tokenizer.json of the model's folder; NULL without an error when there is none. */
static json_t *tokenizer_file(const gb_model *model)
{
    size_t n;
    char *path = gb_path_join(model->path, "tokenizer.json", NULL);
    char *text = path ? gb_file_read(path, MAX_TOKENIZER_BYTES, &n, NULL) : NULL;
    json_t *json = text ? gb_json_parse(text, n, "tokenizer.json", NULL) : NULL;
    gb_free(text);
    gb_free(path);
    return json;
}

/* What a GGUF file says about tokens: a part of its metadata. */
static json_t *tokenizer_metadata(gb_model *model)
{
    static const char prefix[] = "tokenizer.";
    const char *key;
    json_t *value, *out = json_object();
    pthread_mutex_lock(&model->lock);
    gb_weights *weights = gb_model_checkpoint(model, NULL);
    json_t *metadata = weights ? gb_weights_metadata(weights, NULL) : NULL;
    json_object_foreach(metadata, key, value)
    {
        bool told = strncmp(key, prefix, sizeof prefix - 1) == 0 ||
                    strcmp(key, "general.architecture") == 0;
        if (told) json_object_set(out, key, value);
    }
    json_decref(metadata);
    pthread_mutex_unlock(&model->lock);
    return out;
}

/* null for a model that has no tokenizer. */
static json_t *tell_tokenizer(gb_model *model)
{
    gb_tokenizer *tokenizer = gb_model_tokenizer(model, NULL);
    if (!tokenizer) return json_null();
    json_t *file = tokenizer_file(model);
    if (file)
        return json_pack("{s:o, s:O}", "json", file, "settings", gb_tokenizer_settings(tokenizer));
    return json_pack("{s:o}", "gguf", tokenizer_metadata(model));
}

json_t *gb_model_describe(gb_model *model, gb_error *err)
{
    json_t *out = json_pack("{s:O, s:O, s:s, s:o}", "config", model->config, "generation_config",
                            model->generation, "dtype", gb_dtype_name(model->plan->dtype),
                            "tokenizer", model->path ? tell_tokenizer(model) : json_null());
    if (!out) (void)gb_fail(err, GB_ERR_MEMORY, "out of memory for the description of a model");
    return out;
}

/* --- building --------------------------------------------------------------------------------- */

static bool build_tokenizer(gb_model *model, const json_t *told, gb_error *err)
{
    const json_t *file = json_object_get(told, "json"), *gguf = json_object_get(told, "gguf");
    if (file)
        model->tokenizer = gb_tokenizer_from_json(file, json_object_get(told, "settings"), err);
    else if (gguf)
        model->tokenizer = gb_tokenizer_from_gguf(gguf, err);
    return model->tokenizer || (!file && !gguf);
}

gb_model *gb_model_from_description(const char *id, const json_t *description,
                                    const gb_model_options *options, gb_error *err)
{
    gb_model_options own = options ? *options : (gb_model_options){0};
    const json_t *generation = json_object_get(description, "generation_config");
    const json_t *config = gb_json_object(description, "config", err);
    if (!config) return NULL;
    if (!own.dtype) own.dtype = gb_json_string_or(description, "dtype", NULL);
    gb_model *model = gb_model_from_config(id, config, NULL, &own, err);
    if (!model) return NULL;
    bool ok = !json_is_object(generation) ||
              json_object_update(model->generation, (json_t *)generation) == 0 ||
              gb_fail(err, GB_ERR_MEMORY, "out of memory for a config");
    if (ok && build_tokenizer(model, json_object_get(description, "tokenizer"), err)) return model;
    gb_model_unref(model);
    return NULL;
}
