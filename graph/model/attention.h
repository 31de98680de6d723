/* Attributes of the row operators, and what they compute: attention over packed rows, rotary
 * positions. Run by walk.c; made by the builders. */
#ifndef GB_MODEL_ATTENTION_H
#define GB_MODEL_ATTENTION_H

#include "graph/model/config.h"
#include "graph/model/walk.h"

/* Of ATTENTION, SCORES, PATTERN and MIX. */
typedef struct gb_attention {
    int32_t layer;
    int64_t heads, kv_heads, head_dim;
    double scale;
    int64_t window; /* 0: none; else a token sees itself and window - 1 before it */
    bool causal;
} gb_attention;

/* Of ROTARY: inverse frequencies of the first 2 × pairs dimensions of a head. */
enum { GB_ROTARY_MAX_PAIRS = 512 };
typedef struct gb_rotary {
    int32_t pairs;
    double scaling; /* cos and sin are multiplied by it */
    float inv_freq[GB_ROTARY_MAX_PAIRS];
    gb_rope rope; /* for what depends on the length (dynamic) */
    int64_t dim, positions;
    bool interleaved; /* pairs are neighbours (gptj), else half the dimensions apart */
} gb_rotary;

/* Of ROTATE; NULL: not interleaved. */
typedef struct gb_rotate {
    bool interleaved;
} gb_rotate;

/* Frequencies from a config; ValueError for more dimensions than there can be. */
bool gb_rotary_init(gb_rotary *rotary, const gb_config *config, gb_error *err) GB_MUST_CHECK;

/* The same for a sequence of `length` positions, where the scaling depends on it; false otherwise
 * (then nothing is changed). */
bool gb_rotary_for_length(gb_rotary *rotary, int64_t length);

/* Runs a row operator of a walk: row_op.c, the parts of attention in attention.c. */
bool gb_row_op_run(gb_walk *walk, const gb_step *step, gb_error *err) GB_MUST_CHECK;

/* ATTENTION, SCORES, PATTERN or MIX on the tensors of its input slots. Owned. */
gb_tensor *gb_attention_run(gb_walk *walk, const gb_step *step, gb_tensor *const in[3],
                            gb_error *err) GB_MUST_CHECK;

/* Scratch of a walk: which rows run together. */
bool gb_row_groups_make(gb_walk *walk, gb_error *err) GB_MUST_CHECK;
void gb_row_groups_free(gb_walk *walk);

#endif
