/* A config.json as typed numbers: the many spellings of the families (n_embd, hidden_size) become
 * one field each, and what is missing gets transformers' default. */
#ifndef GB_MODEL_CONFIG_H
#define GB_MODEL_CONFIG_H

#include "graph/base/json.h"
#include "graph/tensor/tensor.h"

typedef struct gb_family gb_family;

/* How rotary frequencies are scaled: rope_parameters (rope_scaling in older configs).
 * Reference: transformers/modeling_rope_utils.py. */
typedef enum gb_rope_kind {
    GB_ROPE_DEFAULT,
    GB_ROPE_LINEAR,
    GB_ROPE_DYNAMIC,
    GB_ROPE_LLAMA3,
    GB_ROPE_YARN,
} gb_rope_kind;

typedef struct gb_rope {
    gb_rope_kind kind;
    double theta;
    double factor;
    double partial; /* share of a head's dimensions that is turned */
    double low_freq_factor, high_freq_factor;
    double beta_fast, beta_slow;
    double attention_factor, mscale, mscale_all_dim; /* NaN when not given */
    int64_t original;                                /* positions before scaling */
    bool truncate;
} gb_rope;

typedef struct gb_config {
    const gb_family *family;
    const json_t *json;  /* borrowed: what it was read from */
    int64_t vocab;       /* V */
    int64_t width;       /* D */
    int64_t embed_width; /* of the embedding, where it is another (electra, opt) */
    int64_t layers;      /* L */
    int64_t heads;       /* H */
    int64_t kv_heads;    /* K */
    int64_t head_dim;    /* d */
    int64_t inner;       /* width of the MLP */
    int64_t positions;   /* longest sequence */
    int64_t types;       /* token types (bert) */
    int64_t window;      /* sliding window; 0: none */
    int64_t pad;         /* pad token id, -1: none */
    double eps;          /* of norms */
    const char *act;     /* a name of activation.def */
    const char *arch;    /* class of the whole model: "LlamaForCausalLM"; NULL when not said */
    bool headless;       /* the base model alone */
    bool tied;           /* head and embedding are one tensor */
    bool parallel;       /* attention and MLP read the same stream */
    bool qkv_bias, o_bias, mlp_bias;
    bool scale_by_layer; /* gpt2: scores divided by layer + 1 as well */
    bool unscaled;       /* gpt2: scores not divided by sqrt(d) */
    double embed_dropout, attn_dropout, resid_dropout; /* shown by print alone */
    double embed_scale;                                /* gemma: sqrt(D); 0: none */
    gb_rope rope;
    gb_dtype dtype; /* of weights and activations */
} gb_config;

/* Reads and checks a config. NotImplementedError for a family or a setting that is not there,
 * naming what is; ValueError for numbers that contradict each other. `dtype` overrides the
 * config's own when it is not GB_DTYPE_NONE. */
bool gb_config_read(const json_t *json, gb_dtype dtype, gb_config *out,
                    gb_error *err) GB_MUST_CHECK;

#endif
