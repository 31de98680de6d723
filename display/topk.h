/* Top-k tables: the likeliest tokens, and what an intervention changed about them.
 * For any value whose last dimension is the vocabulary. */
#ifndef GB_DISPLAY_TOPK_H
#define GB_DISPLAY_TOPK_H

#include "display/array.h"
#include "display/bundle.h"

/* One token of one distribution. */
typedef struct gb_topk_row {
    int64_t rank;      /* 1 is the likeliest */
    int64_t id;        /* token id */
    const char *token; /* its text, unescaped; NULL: only the id is shown */
    double logit;      /* NaN: not known */
    double probability;
    bool target; /* asked for by the user: shown bold, even when its rank is beyond k */
} gb_topk_row;

/* One distribution: a prompt's last position, say. Rows by rank. */
typedef struct gb_topk_list {
    const char *title; /* "position 6 'of'", the prompt, …; NULL: none */
    const gb_topk_row *rows;
    size_t count;
} gb_topk_list;

typedef struct gb_topk {
    const char *title;         /* NULL: none */
    const gb_topk_list *lists; /* shown one under the other */
    size_t count;
    int64_t vocabulary; /* V, for the caption; 0: not said */
    const char *repr;   /* becomes text/plain as it is; NULL: a table */
} gb_topk;

bool gb_topk_show(const gb_topk *topk, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* Fills rows[0..*count) with the k largest of `values` [V] (logits; or probabilities when
 * `probabilities`, then logit is NaN) and, after them by rank, those `targets` (token ids) that are
 * not among them. rows needs room for k + target_count. Equal values rank by id; NaN ranks last.
 * Token texts stay NULL: the caller fills them. ValueError when the array is not [V] or a target is
 * out of range. */
typedef struct gb_topk_request {
    size_t k;
    bool probabilities;
    const int64_t *targets;
    size_t target_count;
} gb_topk_request;
bool gb_topk_select(const gb_array *values, const gb_topk_request *request, gb_topk_row *rows,
                    size_t *count, gb_error *err) GB_MUST_CHECK;

/* One token before and after an intervention. */
typedef struct gb_change_row {
    int64_t id;
    const char *token;
    int64_t rank_before, rank_after;
    double logit_before, logit_after; /* NaN: not known */
    double probability_before, probability_after;
} gb_change_row;

/* Before and after: the union of both top-k lists, sorted as given. */
typedef struct gb_change {
    const char *title;
    const char *before; /* names of the two runs; NULL: "before", "after" */
    const char *after;
    const gb_change_row *rows;
    size_t count;
    double divergence; /* KL(before ‖ after) in nats; NaN: not known */
    int64_t flips;     /* positions whose likeliest token changed; -1: not known */
    int64_t positions; /* of how many */
} gb_change;

bool gb_change_show(const gb_change *change, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

#endif
