/* Reading config.json; see config.h. */
#include "graph/model/config.h"
#include "graph/base/buffer.h"
#include "graph/model/family.h"

#include <math.h>
#include <string.h>

static const gb_family families[] = {
#define GB_FAMILY(...) {__VA_ARGS__},
#include "graph/model/family.def"
#undef GB_FAMILY
};
enum { FAMILY_COUNT = sizeof families / sizeof *families };

const gb_family *gb_family_at(size_t i)
{
    return i < FAMILY_COUNT ? &families[i] : NULL;
}

const gb_family *gb_family_find(const char *type)
{
    for (size_t i = 0; i < FAMILY_COUNT; i++)
        if (strcmp(families[i].type, type) == 0) return &families[i];
    return NULL;
}

/* The first of "a|b|c" that the object has and that is not null. */
static const json_t *first_of(const json_t *object, const char *keys)
{
    while (*keys) {
        size_t n = strcspn(keys, "|");
        const json_t *found = json_object_getn(object, keys, n);
        if (found && !json_is_null(found)) return found;
        keys += n + (keys[n] == '|');
    }
    return NULL;
}

static int64_t integer(const json_t *object, const char *keys, int64_t fallback)
{
    const json_t *found = first_of(object, keys);
    return json_is_integer(found) ? json_integer_value(found) : fallback;
}

static double real(const json_t *object, const char *keys, double fallback)
{
    const json_t *found = first_of(object, keys);
    return json_is_number(found) ? json_number_value(found) : fallback;
}

/* "yes", "no", a key (default false), or "key+" (default true). */
static bool flag(const json_t *object, const char *rule)
{
    if (strcmp(rule, "yes") == 0 || strcmp(rule, "no") == 0) return rule[0] == 'y';
    size_t n = strcspn(rule, "+");
    const json_t *found = json_object_getn(object, rule, n);
    return json_is_boolean(found) ? json_is_true(found) : rule[n] == '+';
}

/* --- rotary ----------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    gb_rope_kind kind;
} rope_kinds[] = {
    {"default", GB_ROPE_DEFAULT}, {"linear", GB_ROPE_LINEAR}, {"dynamic", GB_ROPE_DYNAMIC},
    {"llama3", GB_ROPE_LLAMA3},   {"yarn", GB_ROPE_YARN},
};

static bool rope_kind(const char *name, gb_rope *out, gb_error *err)
{
    for (size_t i = 0; i < sizeof rope_kinds / sizeof *rope_kinds; i++)
        if (strcmp(rope_kinds[i].name, name) == 0) {
            out->kind = rope_kinds[i].kind;
            return true;
        }
    return gb_fail(err, GB_ERR_NOT_IMPLEMENTED,
                   "rope_type '%s' is not there; there are default, linear, dynamic, llama3, yarn",
                   name);
}

/* New configs say rope_parameters; older ones rope_theta and rope_scaling. */
static bool read_rope(const json_t *json, gb_config *c, gb_error *err)
{
    const json_t *scaling = first_of(json, "rope_parameters|rope_scaling");
    const json_t *empty = json_object();
    const json_t *p = json_is_object(scaling) ? scaling : empty;
    double theta = real(json, "rope_theta|rotary_emb_base", 10000.0);
    double partial = real(json, "partial_rotary_factor|rotary_pct", c->family->partial);
    const json_t *type = first_of(p, "rope_type|type");
    gb_rope *r = &c->rope;
    *r = (gb_rope){
        .theta = real(p, "rope_theta", theta),
        .factor = real(p, "factor", 1.0),
        .partial = real(p, "partial_rotary_factor", partial),
        .low_freq_factor = real(p, "low_freq_factor", 1.0),
        .high_freq_factor = real(p, "high_freq_factor", 4.0),
        .beta_fast = real(p, "beta_fast", 32.0),
        .beta_slow = real(p, "beta_slow", 1.0),
        .attention_factor = real(p, "attention_factor", NAN),
        .mscale = real(p, "mscale", NAN),
        .mscale_all_dim = real(p, "mscale_all_dim", NAN),
        .original = integer(p, "original_max_position_embeddings",
                            integer(json, "original_max_position_embeddings", c->positions)),
        .truncate = !json_is_false(json_object_get(p, "truncate")),
    };
    bool ok = rope_kind(json_is_string(type) ? json_string_value(type) : "default", r, err);
    json_decref((json_t *)empty);
    if (ok && (r->theta <= 0 || r->factor <= 0 || r->partial < 0 || r->partial > 1))
        return gb_fail(err, GB_ERR_VALUE, "config: rotary settings out of range");
    return ok;
}

/* --- the rest --------------------------------------------------------------------------------- */

static const gb_family *family_of(const json_t *json, gb_error *err)
{
    const char *type = gb_json_string_or(json, "model_type", "");
    const gb_family *family = gb_family_find(type);
    if (family) return family;
    gb_buffer names = GB_BUFFER_INIT;
    for (size_t i = 0; i < FAMILY_COUNT; i++)
        gb_buffer_format(&names, "%s%s", i ? ", " : "", families[i].type);
    gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "model_type '%s' is not there; there are: %s", type,
            names.data ? names.data : "");
    gb_buffer_release(&names);
    return NULL;
}

static void read_sizes(const json_t *json, gb_config *c)
{
    c->vocab = integer(json, "vocab_size", 0);
    c->width = integer(json, "hidden_size|n_embd|d_model|dim", 0);
    c->layers = integer(json, "num_hidden_layers|n_layer|n_layers|num_layers", 0);
    c->heads = integer(json, "num_attention_heads|n_head|n_heads|num_heads", 0);
    c->kv_heads = integer(json, "num_key_value_heads", c->heads);
    c->head_dim = integer(json, "head_dim",
                          c->family->head_dim ? c->family->head_dim
                          : c->heads > 0      ? c->width / c->heads
                                              : 0);
    c->inner = integer(json, "intermediate_size|n_inner|ffn_dim|hidden_dim", 4 * c->width);
    c->positions = integer(json, "max_position_embeddings|n_positions|n_ctx", 2048);
    c->types = integer(json, "type_vocab_size", 2);
    c->window = integer(json, "sliding_window", 0);
    c->embed_width = integer(json, "embedding_size|word_embed_proj_dim", c->width);
    c->embed_scale = c->family->scaled_embed ? sqrt((double)c->width) : 0;
    c->pad =
        integer(json, "pad_token_id", json_object_get(json, "pad_token_id") ? -1 : c->family->pad);
    /* qwen2 has the number but uses it only when told to */
    if (json_is_false(json_object_get(json, "use_sliding_window"))) c->window = 0;
    c->embed_dropout = real(json, "embd_pdrop|hidden_dropout|hidden_dropout_prob|dropout", 0.1);
    c->attn_dropout = real(json, "attn_pdrop|attention_dropout|attention_probs_dropout_prob", 0.1);
    c->resid_dropout = real(json, "resid_pdrop|hidden_dropout|hidden_dropout_prob|dropout", 0.1);
}

static bool in_range(const char *name, int64_t value, int64_t limit, gb_error *err)
{
    if (value >= 1 && value <= limit) return true;
    return gb_fail(err, GB_ERR_VALUE, "config: %s is %lld; it must be between 1 and %lld", name,
                   (long long)value, (long long)limit);
}

static bool check_sizes(const gb_config *c, gb_error *err)
{
    if (!in_range("vocab_size", c->vocab, INT64_C(1) << 26, err)) return false;
    if (!in_range("hidden_size", c->width, 1 << 20, err)) return false;
    if (!in_range("num_hidden_layers", c->layers, 4096, err)) return false;
    if (!in_range("num_attention_heads", c->heads, 1 << 14, err)) return false;
    if (!in_range("num_key_value_heads", c->kv_heads, c->heads, err)) return false;
    if (!in_range("head_dim", c->head_dim, 1 << 16, err)) return false;
    if (!in_range("intermediate_size", c->inner, 1 << 24, err)) return false;
    if (!in_range("max_position_embeddings", c->positions, INT64_C(1) << 32, err)) return false;
    if (c->heads % c->kv_heads != 0)
        return gb_fail(err, GB_ERR_VALUE,
                       "config: %lld attention heads cannot share %lld key-value heads",
                       (long long)c->heads, (long long)c->kv_heads);
    bool split = c->family->fused != GB_FUSED_NO || c->family->encoder;
    if (split && c->heads * c->head_dim != c->width)
        return gb_fail(err, GB_ERR_VALUE,
                       "config: hidden_size %lld is not a multiple of %lld heads",
                       (long long)c->width, (long long)c->heads);
    return true;
}

static bool read_dtype(const json_t *json, gb_dtype wanted, gb_config *c, gb_error *err)
{
    c->dtype = wanted;
    if (wanted == GB_DTYPE_NONE) {
        const json_t *text = first_of(json, "dtype|torch_dtype");
        c->dtype = json_is_string(text) ? gb_dtype_find(json_string_value(text)) : GB_F32;
    }
    if (c->dtype != GB_DTYPE_NONE && gb_dtype_kind_of(c->dtype) == GB_KIND_FLOAT) return true;
    return gb_fail(err, GB_ERR_VALUE, "config: dtype must be a floating type");
}

bool gb_config_read(const json_t *json, gb_dtype dtype, gb_config *out, gb_error *err)
{
    if (!json_is_object(json)) return gb_fail(err, GB_ERR_VALUE, "config: not an object");
    const gb_family *family = family_of(json, err);
    if (!family) return false;
    *out = (gb_config){.family = family, .json = json};
    read_sizes(json, out);
    if (!check_sizes(out, err) || !read_dtype(json, dtype, out, err)) return false;
    out->eps = real(json, family->eps_key, family->eps);
    out->act = gb_json_string_or(json,
                                 json_object_get(json, "hidden_act")   ? "hidden_act"
                                 : json_object_get(json, "activation") ? "activation"
                                                                       : "activation_function",
                                 family->act);
    if (family->scaled_embed && strcmp(out->act, "gelu") == 0)
        out->act = family->act; /* what first configs of gemma meant */
    const json_t *arch = json_array_get(json_object_get(json, "architectures"), 0);
    out->arch = json_is_string(arch) ? json_string_value(arch) : NULL;
    const char *task = gb_json_string_or(json, "_task_head", NULL);
    out->headless = task ? strcmp(task, "Model") == 0
                         : family->encoder && out->arch && strcmp(out->arch, family->base_cls) == 0;
    out->tied = gb_json_bool_or(json, "tie_word_embeddings", family->tied);
    out->qkv_bias = flag(json, family->qkv_bias);
    out->o_bias = flag(json, family->o_bias);
    out->mlp_bias = flag(json, family->mlp_bias);
    out->parallel = flag(json, family->parallel);
    out->scale_by_layer = gb_json_bool_or(json, "scale_attn_by_inverse_layer_idx", false);
    out->unscaled = !gb_json_bool_or(json, "scale_attn_weights", true);
    return read_rope(json, out, err);
}
