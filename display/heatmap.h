/* Maps of coloured cells: sweeps over layers × positions (or heads), the logit lens, attention
 * patterns, and tokens coloured by a number. */
#ifndef GB_DISPLAY_HEATMAP_H
#define GB_DISPLAY_HEATMAP_H

#include "display/array.h"
#include "display/bundle.h"
#include "display/color.h"
#include "display/label.h"
#include "display/topk.h"

/* A number to compare with, named: {"clean", 3.41}. */
typedef struct gb_baseline {
    const char *name;
    double value;
} gb_baseline;

/* A sweep: one number for each pair. */
typedef struct gb_heatmap {
    const char *title;
    const char *value_name; /* "logit difference"; NULL: "value" */
    gb_array values;        /* [rows, columns] with data */
    gb_labels rows;         /* rows run downward, row 0 on top */
    gb_labels columns;
    gb_scale_kind scale;
    double limit;                 /* > 0: the limit of a signed scale; cells beyond are marked */
    const gb_baseline *baselines; /* told in the caption */
    size_t baseline_count;
    bool upward;      /* row 0 at the bottom (layers of a model) */
    const char *repr; /* becomes text/plain as it is; NULL: a table of numbers */
} gb_heatmap;

/* The cell of largest magnitude (signed) or largest value is outlined and told in the caption.
 * ValueError when the values are not two-dimensional or the labels do not fit. */
bool gb_heatmap_show(const gb_heatmap *map, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* Logit lens: what each layer would say at each position. */
typedef struct gb_lens {
    const char *title;
    gb_labels layers;          /* rows: the last is the model's output; always shown */
    gb_labels positions;       /* columns: usually tokens */
    const gb_topk_list *cells; /* layers × positions, row-major; each with ≥ 0 rows by rank */
    size_t layer_count, position_count;
} gb_lens;

/* Text is the likeliest token, filled by its probability; bold where it is the final answer; the
 * top five on hover. */
bool gb_lens_show(const gb_lens *lens, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* Attention patterns as tiles in one picture; one head alone is drawn large with token labels. */
typedef struct gb_attention {
    const char *title;
    gb_array pattern;    /* [H, T, T], [L, H, T, T] or [T, T]: query × key, 0…1 */
    gb_labels positions; /* tokens of the T positions */
    int64_t first_layer; /* the number of the first layer shown; -1: not said */
    int64_t first_head;
    bool causal; /* keys after the query are masked: grey */
} gb_attention;

bool gb_attention_show(const gb_attention *attention, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* Tokens coloured by one number each. */
typedef struct gb_tokens {
    const char *title;
    const char *value_name;
    const char *const *texts; /* T tokens, unescaped */
    gb_array values;          /* [T] */
    gb_scale_kind scale;
    double limit;
} gb_tokens;

bool gb_tokens_show(const gb_tokens *tokens, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

#endif
