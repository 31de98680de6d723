/* What families of decoders differ in, as data. decoder.c reads these rows; a new family is a new
 * row of family.def and, at most, a small file for what is really its own. */
#ifndef GB_MODEL_FAMILY_H
#define GB_MODEL_FAMILY_H

#include "graph/model/config.h"

typedef enum gb_role {
#define GB_ROLE(id) GB_ROLE_##id,
#include "graph/model/role.def"
#undef GB_ROLE
    GB_ROLE_COUNT,
    GB_ROLE_END = -1 /* ends the lists below */
} gb_role;

/* How one fused projection holds q, k and v: as three blocks [3, H, d], or head by head
 * [H, 3, d]. */
typedef enum gb_fused { GB_FUSED_NO, GB_FUSED_BLOCKS, GB_FUSED_HEADS } gb_fused;

enum { GB_ROLE_LIST = 8 };

/* Texts such as `block_in` describe what a module is called with and what it returns: positional
 * values, then after ';' keyword values; builder.h has the grammar. */
struct gb_family {
    const char *type;         /* model_type of the config */
    bool encoder;             /* built by encoder.c; most of the rest is empty then */
    const char *cls_prefix;   /* of an encoder's classes: "Bert" */
    const char *words;        /* of an encoder: the path of its word embeddings */
    bool positions_after_pad; /* roberta: positions count from behind the padding index */
    int64_t pad;              /* default of pad_token_id, -1: none */
    const char *arch;         /* class of the whole model */
    const char *base_cls, *block_cls, *attn_cls, *mlp_cls, *norm_cls, *rotary_cls;
    const char *name[GB_ROLE_COUNT]; /* of the child with that role */
    int8_t base_order[GB_ROLE_LIST]; /* roles in order of definition, END-terminated */
    int8_t block_order[GB_ROLE_LIST];
    int8_t attn_order[GB_ROLE_LIST];
    int8_t mlp_order[GB_ROLE_LIST];
    bool rms;       /* RMSNorm, else LayerNorm */
    bool unit_norm; /* the norm multiplies by 1 + weight (gemma) */
    bool conv1d;    /* projections are Conv1D: weight [in, out] */
    bool head_bias; /* the head has a bias */
    const char
        *scaled_embed; /* class of an embedding that multiplies by sqrt(D) (gemma), or NULL */
    int64_t head_dim;  /* default of head_dim; 0: D / H */
    bool embed_pads;   /* the embedding is told its padding index, and prints it */
    gb_fused fused;
    const char *qkv_bias, *o_bias, *mlp_bias; /* "yes", "no", or the config's key */
    const char *parallel;                     /* the same */
    const char *act, *eps_key;                /* default activation; the key of the norms' eps */
    double eps;                               /* its default */
    double partial;                           /* default share of rotary dimensions */
    bool tied;                                /* default of tie_word_embeddings */
    const char *root_in, *root_out, *base_in, *base_out, *block_in, *attn_in;
    const char *rotary_in; /* NULL: "x; position_ids=pos" */
};

/* The row of a model_type, or NULL. */
const gb_family *gb_family_find(const char *type);

/* Row i, or NULL past the last. */
const gb_family *gb_family_at(size_t i);

#endif
