/* Opening a model: config, tree and plan. Weights are model_weights.c. */
#include "graph/model/model.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/model/builder.h"
#include "graph/model/model_state.h"
#include "graph/weights/hub.h"

#include <string.h>

enum { MAX_CONFIG_BYTES = 16 << 20 };

/* --- small texts ------------------------------------------------------------------------------ */

static bool keep_text(char **place, const char *text, gb_error *err)
{
    if (!text) return true;
    *place = gb_strdup(text, err);
    return *place != NULL;
}

static json_t *read_json(const char *folder, const char *name, gb_error *err)
{
    size_t n;
    char *path = gb_path_join(folder, name, err);
    char *text = path ? gb_file_read(path, MAX_CONFIG_BYTES, &n, err) : NULL;
    json_t *json = text ? gb_json_parse(text, n, name, err) : NULL;
    gb_free(text);
    gb_free(path);
    return json;
}

/* The file's object, or NULL without an error when there is none. */
static json_t *read_json_optional(const char *folder, const char *name)
{
    json_t *json = gb_is_directory(folder) ? read_json(folder, name, NULL) : NULL;
    if (!json || json_is_object(json)) return json;
    json_decref(json);
    return NULL;
}

/* --- finding ---------------------------------------------------------------------------------- */

typedef struct download {
    const gb_progress *progress;
} download;

static void tell_download(void *context, const char *file, uint64_t done, uint64_t total)
{
    gb_progress_report(((download *)context)->progress, file, done, total, "B");
}

static char *find(const gb_model *model, int files, gb_error *err)
{
    download d = {model->progress};
    gb_hub_options options = {.base = model->base,
                              .revision = model->revision,
                              .token = model->token,
                              .files = files,
                              .offline = model->offline,
                              .progress = tell_download,
                              .context = &d};
    return gb_hub_find(model->id, &options, err);
}

gb_weights *gb_model_checkpoint(gb_model *model, gb_error *err)
{
    if (model->checkpoint) return model->checkpoint;
    if (!model->path) {
        gb_fail(err, GB_ERR_FILE_NOT_FOUND, "%s was made from a config: it has no weights",
                model->id);
        return NULL;
    }
    char *path = find(model, GB_HUB_CONFIG | GB_HUB_WEIGHTS, err);
    model->checkpoint = path ? gb_weights_open(path, err) : NULL;
    gb_free(path);
    return model->checkpoint;
}

/* config.json of the folder, or what a GGUF file says. */
static json_t *find_config(gb_model *model, gb_error *err)
{
    model->path = find(model, GB_HUB_CONFIG, err);
    if (!model->path) return NULL;
    json_t *json = read_json_optional(model->path, "config.json");
    if (json) return json;
    gb_weights *weights = gb_weights_open(model->path, err);
    const json_t *config = weights ? gb_weights_config(weights) : NULL;
    if (weights && !config)
        gb_fail(err, GB_ERR_FILE_NOT_FOUND, "%s: there is no config.json in %s", model->id,
                model->path);
    model->checkpoint = config ? weights : NULL;
    if (!config) gb_weights_unref(weights);
    return config ? json_deep_copy(config) : NULL;
}

/* --- making ----------------------------------------------------------------------------------- */

/* "fill-mask" and its like choose the head; without one the config's architecture does. */
static const struct {
    const char *task, *suffix;
} task_heads[] = {
    {"text-generation", "ForCausalLM"},
    {"fill-mask", "ForMaskedLM"},
    {"feature-extraction", "Model"},
};

static bool apply_task(json_t *config, const char *task, gb_error *err)
{
    if (!task) return true;
    for (size_t i = 0; i < sizeof task_heads / sizeof *task_heads; i++)
        if (strcmp(task_heads[i].task, task) == 0)
            return json_object_set_new(config, "_task_head", json_string(task_heads[i].suffix)) ==
                   0;
    return gb_fail(err, GB_ERR_VALUE,
                   "task '%s' is not there; there are: text-generation, fill-mask, "
                   "feature-extraction",
                   task);
}

static bool build_plan(gb_model *model, const gb_model_options *options, gb_error *err)
{
    gb_config config;
    gb_dtype dtype = GB_DTYPE_NONE;
    if (options->dtype && strcmp(options->dtype, "auto") != 0) {
        dtype = gb_dtype_find(options->dtype);
        if (dtype == GB_DTYPE_NONE)
            return gb_fail(err, GB_ERR_VALUE, "dtype '%s' is not there", options->dtype);
    }
    if (!apply_task(model->config, options->task, err)) return false;
    bool ok = gb_config_read(model->config, dtype, &config, err);
    json_object_del(model->config, "_task_head");
    if (ok) model->plan = gb_plan_build(&config, model->eager, err);
    return model->plan != NULL;
}

static bool take_options(gb_model *model, const char *id, const gb_model_options *options,
                         gb_error *err)
{
    gb_device device;
    const char *where = options->device ? options->device : "cpu";
    model->offline = options->offline;
    model->progress = options->progress;
    model->eager = options->attention && strcmp(options->attention, "eager") == 0;
    return keep_text(&model->id, id, err) && keep_text(&model->base, options->base, err) &&
           keep_text(&model->revision, options->revision, err) &&
           keep_text(&model->token, options->token, err) && gb_device_parse(where, &device, err) &&
           keep_text(&model->device, where, err);
}

static gb_model *new_model(const char *id, const gb_model_options *options, gb_error *err)
{
    gb_model *model = gb_calloc(1, sizeof *model, err);
    if (!model) return NULL;
    atomic_init(&model->refs, 1);
    pthread_mutex_init(&model->lock, NULL);
    if (take_options(model, id, options, err)) return model;
    gb_model_unref(model);
    return NULL;
}

/* The keys of a config that are settings of generation, for checkpoints without a file of them. */
static const char *const generation_keys[] = {"bos_token_id", "eos_token_id", "pad_token_id",
                                              "decoder_start_token_id"};

static bool read_generation(gb_model *model, gb_error *err)
{
    model->generation =
        model->path ? read_json_optional(model->path, "generation_config.json") : NULL;
    if (!model->generation) model->generation = json_object();
    if (!model->generation) return gb_fail(err, GB_ERR_MEMORY, "no memory for a config");
    for (size_t i = 0; i < sizeof generation_keys / sizeof *generation_keys; i++) {
        json_t *value = json_object_get(model->config, generation_keys[i]);
        if (value && !json_object_get(model->generation, generation_keys[i]))
            json_object_set(model->generation, generation_keys[i], value);
    }
    return true;
}

static bool complete(gb_model *model, const gb_model_options *options, gb_error *err)
{
    return build_plan(model, options, err) && read_generation(model, err);
}

/* A GGUF vocabulary takes most memory while it is read, which is better had before the weights
 * come. That it cannot be read is for whoever asks for it. */
static void read_vocabulary_first(gb_model *model)
{
    gb_error later = GB_ERROR_INIT;
    if (model->checkpoint && !gb_model_tokenizer(model, &later)) return;
}

gb_model *gb_model_open(const char *id, const gb_model_options *options, gb_error *err)
{
    static const gb_model_options nothing = {0};
    if (!options) options = &nothing;
    gb_model *model = new_model(id, options, err);
    if (!model) return NULL;
    model->config = find_config(model, err);
    if (model->config && complete(model, options, err)) {
        read_vocabulary_first(model);
        return model;
    }
    gb_model_unref(model);
    return NULL;
}

gb_model *gb_model_from_config(const char *id, const json_t *config, gb_weights *weights,
                               const gb_model_options *options, gb_error *err)
{
    static const gb_model_options nothing = {0};
    if (!options) options = &nothing;
    gb_model *model = new_model(id, options, err);
    if (!model) return NULL;
    model->config = json_deep_copy(config);
    if (weights) model->checkpoint = gb_weights_ref(weights);
    if (model->config && complete(model, options, err)) return model;
    gb_model_unref(model);
    return NULL;
}

gb_model *gb_model_empty(const char *id, gb_error *err)
{
    static const gb_model_options nothing = {0};
    gb_model *model = new_model(id, &nothing, err);
    if (!model) return NULL;
    model->config = json_object();
    model->generation = json_object();
    model->plan = gb_calloc(1, sizeof *model->plan, err);
    bool ok = model->config && model->generation && model->plan;
    if (ok) {
        gb_plan *plan = model->plan;
        plan->logits_slot = plan->hidden_slot = plan->ids_slot = plan->positions_slot = -1;
        plan->dtype = GB_F32;
        ok = gb_tree_add(&plan->tree, &plan->arena, -1, "", "Module", err) == 0 &&
             (plan->io = gb_arena_array(&plan->arena, 1, sizeof *plan->io, err)) != NULL;
    }
    if (ok) return model;
    gb_model_unref(model);
    return NULL;
}

gb_model *gb_model_ref(gb_model *model)
{
    atomic_fetch_add(&model->refs, 1);
    return model;
}

void gb_model_unref(gb_model *model)
{
    if (!model || atomic_fetch_sub(&model->refs, 1) > 1) return;
    gb_model_weights_release(model);
    gb_weights_unref(model->checkpoint);
    gb_tokenizer_unref(model->tokenizer);
    gb_plan_free(model->plan);
    json_decref(model->config);
    json_decref(model->generation);
    pthread_mutex_destroy(&model->lock);
    gb_free(model->id);
    gb_free(model->path);
    gb_free(model->device);
    gb_free(model->revision);
    gb_free(model->token);
    gb_free(model->base);
    gb_free(model);
}

/* --- asking ----------------------------------------------------------------------------------- */

const gb_plan *gb_model_plan(const gb_model *model)
{
    return model->plan;
}

const gb_tree *gb_model_tree(const gb_model *model)
{
    return &model->plan->tree;
}

const json_t *gb_model_config(const gb_model *model)
{
    return model->config;
}

const char *gb_model_id(const gb_model *model)
{
    return model->id;
}

const json_t *gb_model_generation_config(const gb_model *model)
{
    return model->generation;
}

const char *gb_model_path(const gb_model *model)
{
    return model->path;
}

bool gb_model_is_eager(const gb_model *model)
{
    return model->eager;
}

const char *gb_model_device(const gb_model *model)
{
    return model->device;
}

int64_t gb_model_max_positions(const gb_model *model)
{
    return model->plan->max_positions;
}

const char *gb_model_family_at(size_t i)
{
    const gb_family *family = gb_family_at(i);
    return family ? family->type : NULL;
}

/* --- the tokenizer ---------------------------------------------------------------------------- */

static gb_tokenizer *read_vocabulary(gb_weights *weights, gb_error *err)
{
    json_t *metadata = gb_weights_metadata(weights, err);
    gb_tokenizer *tokenizer = metadata ? gb_tokenizer_from_gguf(metadata, err) : NULL;
    json_decref(metadata);
    gb_memory_trim();
    return tokenizer;
}

static gb_tokenizer *open_tokenizer(gb_model *model, gb_error *err)
{
    if (!model->path) {
        gb_fail(err, GB_ERR_FILE_NOT_FOUND, "%s was made from a config: it has no tokenizer",
                model->id);
        return NULL;
    }
    char *path = find(model, GB_HUB_CONFIG | GB_HUB_TOKENIZER, err);
    if (!path) return NULL;
    gb_error own = GB_ERROR_INIT;
    gb_tokenizer *tokenizer = gb_is_directory(path) ? gb_tokenizer_open(path, &own) : NULL;
    gb_weights *weights = tokenizer ? NULL : gb_model_checkpoint(model, NULL);
    if (weights && strcmp(gb_weights_format(weights), "gguf") == 0) {
        own = (gb_error)GB_ERROR_INIT;
        tokenizer = read_vocabulary(weights, &own);
    }
    if (!tokenizer && own.cls == GB_ERR_NONE)
        gb_fail(&own, GB_ERR_FILE_NOT_FOUND,
                "%s has no tokenizer: there is no tokenizer.json in %s", model->id, path);
    if (!tokenizer && err && err->cls == GB_ERR_NONE) *err = own;
    gb_free(path);
    return tokenizer;
}

gb_tokenizer *gb_model_tokenizer(gb_model *model, gb_error *err)
{
    pthread_mutex_lock(&model->lock);
    if (!model->tokenizer) model->tokenizer = open_tokenizer(model, err);
    gb_tokenizer *tokenizer = model->tokenizer;
    pthread_mutex_unlock(&model->lock);
    return tokenizer;
}
