/* The config.json that transformers would make of a GGUF file's metadata. See gguf_config.def. */
#include "graph/base/buffer.h"
#include "graph/base/memory.h"
#include "graph/weights/checkpoint.h"

#include <string.h>

typedef struct field_row {
    const char *arch, *key, *name;
} field_row;

static const field_row fields[] = {
#define GB_GGUF_FIELD(arch, key, name) {arch, key, name},
#include "graph/weights/gguf_config.def"
#undef GB_GGUF_FIELD
};

enum { FIELDS = sizeof fields / sizeof *fields };

/* Tokens that a config names: GGUF's key and config.json's. */
static const char *const token_fields[][2] = {
    {"tokenizer.ggml.bos_token_id", "bos_token_id"},
    {"tokenizer.ggml.eos_token_id", "eos_token_id"},
    {"tokenizer.ggml.unknown_token_id", "unk_token_id"},
    {"tokenizer.ggml.padding_token_id", "pad_token_id"},
};

/* The first row for a key: an architecture's rows stand before those of "*". */
static const field_row *find_field(const char *arch, const char *key)
{
    for (size_t i = 0; i < FIELDS; i++)
        if (strcmp(fields[i].key, key) == 0 &&
            (strcmp(fields[i].arch, arch) == 0 || fields[i].arch[0] == '*'))
            return &fields[i];
    return NULL;
}

static bool has_tensor(const gb_weights *w, const char *stored)
{
    for (size_t i = 0; i < w->count; i++)
        if (strcmp(w->entries[i].info.stored, stored) == 0) return true;
    return false;
}

static bool has_part(const gb_weights *w, const char *part)
{
    for (size_t i = 0; i < w->count; i++)
        if (strstr(w->entries[i].info.stored, part)) return true;
    return false;
}

static bool copy_fields(json_t *config, const json_t *metadata, const char *arch)
{
    const char *key;
    json_t *value;
    size_t n = strlen(arch);
    bool ok = true;
    json_object_foreach((json_t *)metadata, key, value)
    {
        if (strncmp(key, arch, n) != 0 || key[n] != '.') continue;
        const field_row *row = find_field(arch, key + n + 1);
        if (row) ok = ok && json_object_set(config, row->name, value) == 0;
    }
    for (size_t i = 0; i < sizeof token_fields / sizeof *token_fields; i++) {
        value = json_object_get(metadata, token_fields[i][0]);
        if (value) ok = ok && json_object_set(config, token_fields[i][1], value) == 0;
    }
    return ok;
}

/* Rotary settings in the form of transformers 5: one object. */
static bool fold_rope(json_t *config)
{
    json_t *theta = json_object_get(config, "rope_theta");
    if (!theta) return true;
    json_t *rope = json_pack("{s:O, s:s}", "rope_theta", theta, "rope_type", "default");
    return rope && json_object_set_new(config, "rope_parameters", rope) == 0;
}

/* What is seen in the tensors' names only. */
static bool add_from_tensors(json_t *config, const char *arch, const gb_weights *w)
{
    bool always_tied = strcmp(arch, "falcon") == 0 || strcmp(arch, "bloom") == 0;
    bool tied = always_tied || !has_tensor(w, "output.weight");
    bool ok = json_object_set_new(config, "tie_word_embeddings", json_boolean(tied)) == 0;
    if (strcmp(arch, "stablelm") == 0) {
        bool bias = has_part(w, "attn_q.bias"), norm = has_part(w, "ffn_norm");
        ok = ok && json_object_set_new(config, "use_qkv_bias", json_boolean(bias)) == 0;
        ok = ok && json_object_set_new(config, "use_parallel_residual", json_boolean(!norm)) == 0;
    }
    if (strcmp(arch, "qwen3moe") == 0)
        ok = ok && json_object_set_new(config, "norm_topk_prob", json_true()) == 0;
    return ok;
}

static bool add_vocab_size(json_t *config, const json_t *metadata)
{
    int64_t tokens = gb_json_int_or(metadata, "tokenizer.ggml.tokens", 0);
    if (json_object_get(config, "vocab_size") || tokens <= 0) return true;
    return json_object_set_new(config, "vocab_size", json_integer(tokens)) == 0;
}

static bool add_names(json_t *config, const json_t *metadata, const char *type, const char *class)
{
    json_t *name = json_object_get(metadata, "general.name");
    bool ok = json_object_set_new(config, "model_type", json_string(type)) == 0;
    ok = ok && json_object_set_new(config, "architectures", json_pack("[s]", class)) == 0;
    if (json_is_string(name)) ok = ok && !json_object_set(config, "_model_name_or_path", name);
    return ok;
}

json_t *gb_gguf_config(const json_t *metadata, const gb_weights *w, gb_error *err)
{
    const char *class = NULL;
    const char *arch = gb_json_string_or(metadata, "general.architecture", "");
    const char *type = gb_gguf_model_type(arch, &class);
    if (!type) {
        gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "GGUF architecture '%s' is not supported", arch);
        return NULL;
    }
    /* llama.cpp keeps Mistral's models as llama; transformers goes by this name. */
    if (strcmp(arch, "llama") == 0 &&
        strcmp(gb_json_string_or(metadata, "general.name", ""), "mistral") == 0)
        type = gb_gguf_model_type("mistral", &class);
    json_t *config = json_object();
    if (config && add_names(config, metadata, type, class) && copy_fields(config, metadata, arch) &&
        add_from_tensors(config, arch, w) && add_vocab_size(config, metadata) && fold_rope(config))
        return config;
    gb_fail(err, GB_ERR_MEMORY, "out of memory while reading metadata");
    json_decref(config);
    return NULL;
}
