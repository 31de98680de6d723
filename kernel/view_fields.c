/* The views that cells can ask for: the fields of each struct of display. See view_spec.h.
 *
 * The names are the structs' own; kernel/lang/modules/glassbox.py and matplotlib's module speak
 * them. */
#include "kernel/view_spec.h"

#include "display/figure.h"
#include "display/heatmap.h"
#include "display/topk.h"
#include "display/tree.h"

#define FIELD(owner, id, kind_)                                                                    \
    {                                                                                              \
        .name = #id, .kind = GB_FIELD_##kind_, .offset = offsetof(owner, id)                       \
    }
#define COUNTED(owner, id, kind_, count_)                                                          \
    {                                                                                              \
        .name = #id, .kind = GB_FIELD_##kind_, .offset = offsetof(owner, id),                      \
        .count = offsetof(owner, count_)                                                           \
    }
#define WORD(owner, id, words_)                                                                    \
    {                                                                                              \
        .name = #id, .kind = GB_FIELD_WORD, .offset = offsetof(owner, id), .words = words_         \
    }
#define STRUCT(owner, id, fields_)                                                                 \
    {                                                                                              \
        .name = #id, .kind = GB_FIELD_STRUCT, .offset = offsetof(owner, id), .fields = fields_     \
    }
#define STRUCTS(owner, id, fields_, item, count_)                                                  \
    {                                                                                              \
        .name = #id, .kind = GB_FIELD_STRUCTS, .offset = offsetof(owner, id), .fields = fields_,   \
        .size = sizeof(item), .count = offsetof(owner, count_)                                     \
    }

static const char *const scales[] = {"auto", "signed", "probability", "unsigned", "grey", NULL};

static const gb_field label_fields[] = {FIELD(gb_labels, name, TEXT),
                                        COUNTED(gb_labels, texts, TEXTS, count),
                                        FIELD(gb_labels, first, INT64),
                                        FIELD(gb_labels, tokens, BOOL),
                                        {0}};

/* --- maps ----------------------------------------------------------------------------------------
 */

static const gb_field baseline_fields[] = {
    FIELD(gb_baseline, name, TEXT), FIELD(gb_baseline, value, DOUBLE), {0}};

static const gb_field heatmap_fields[] = {
    FIELD(gb_heatmap, title, TEXT),
    FIELD(gb_heatmap, value_name, TEXT),
    FIELD(gb_heatmap, values, ARRAY),
    STRUCT(gb_heatmap, rows, label_fields),
    STRUCT(gb_heatmap, columns, label_fields),
    WORD(gb_heatmap, scale, scales),
    FIELD(gb_heatmap, limit, DOUBLE),
    STRUCTS(gb_heatmap, baselines, baseline_fields, gb_baseline, baseline_count),
    FIELD(gb_heatmap, upward, BOOL),
    FIELD(gb_heatmap, repr, TEXT),
    {0}};

static const gb_field attention_fields[] = {FIELD(gb_attention, title, TEXT),
                                            FIELD(gb_attention, pattern, ARRAY),
                                            STRUCT(gb_attention, positions, label_fields),
                                            FIELD(gb_attention, first_layer, INT64),
                                            FIELD(gb_attention, first_head, INT64),
                                            FIELD(gb_attention, causal, BOOL),
                                            {0}};

/* With the number of texts, which must be that of the values. */
typedef struct token_view {
    gb_tokens tokens; /* first: the fields' offsets are its own */
    size_t text_count;
} token_view;

static const gb_field token_fields[] = {FIELD(gb_tokens, title, TEXT),
                                        FIELD(gb_tokens, value_name, TEXT),
                                        {.name = "texts",
                                         .kind = GB_FIELD_TEXTS,
                                         .offset = offsetof(token_view, tokens.texts),
                                         .count = offsetof(token_view, text_count)},
                                        FIELD(gb_tokens, values, ARRAY),
                                        WORD(gb_tokens, scale, scales),
                                        FIELD(gb_tokens, limit, DOUBLE),
                                        {0}};

/* --- tables of tokens ----------------------------------------------------------------------------
 */

static const gb_field topk_row_fields[] = {FIELD(gb_topk_row, rank, INT64),
                                           FIELD(gb_topk_row, id, INT64),
                                           FIELD(gb_topk_row, token, TEXT),
                                           FIELD(gb_topk_row, logit, DOUBLE),
                                           FIELD(gb_topk_row, probability, DOUBLE),
                                           FIELD(gb_topk_row, target, BOOL),
                                           {0}};

static const gb_field topk_list_fields[] = {
    FIELD(gb_topk_list, title, TEXT),
    STRUCTS(gb_topk_list, rows, topk_row_fields, gb_topk_row, count),
    {0}};

static const gb_field topk_fields[] = {
    FIELD(gb_topk, title, TEXT),
    STRUCTS(gb_topk, lists, topk_list_fields, gb_topk_list, count),
    FIELD(gb_topk, vocabulary, INT64),
    FIELD(gb_topk, repr, TEXT),
    {0}};

/* With the number of cells, which must be layers × positions. */
typedef struct lens_view {
    gb_lens lens; /* first: the fields' offsets are its own */
    size_t cell_count;
} lens_view;

static const gb_field lens_fields[] = {FIELD(gb_lens, title, TEXT),
                                       STRUCT(gb_lens, layers, label_fields),
                                       STRUCT(gb_lens, positions, label_fields),
                                       FIELD(gb_lens, layer_count, SIZE),
                                       FIELD(gb_lens, position_count, SIZE),
                                       {.name = "cells",
                                        .kind = GB_FIELD_STRUCTS,
                                        .offset = offsetof(lens_view, lens.cells),
                                        .count = offsetof(lens_view, cell_count),
                                        .fields = topk_list_fields,
                                        .size = sizeof(gb_topk_list)},
                                       {0}};

static const gb_field change_row_fields[] = {FIELD(gb_change_row, id, INT64),
                                             FIELD(gb_change_row, token, TEXT),
                                             FIELD(gb_change_row, rank_before, INT64),
                                             FIELD(gb_change_row, rank_after, INT64),
                                             FIELD(gb_change_row, logit_before, DOUBLE),
                                             FIELD(gb_change_row, logit_after, DOUBLE),
                                             FIELD(gb_change_row, probability_before, DOUBLE),
                                             FIELD(gb_change_row, probability_after, DOUBLE),
                                             {0}};

static const gb_field change_fields[] = {
    FIELD(gb_change, title, TEXT),
    FIELD(gb_change, before, TEXT),
    FIELD(gb_change, after, TEXT),
    STRUCTS(gb_change, rows, change_row_fields, gb_change_row, count),
    FIELD(gb_change, divergence, DOUBLE),
    FIELD(gb_change, flips, INT64),
    FIELD(gb_change, positions, INT64),
    {0}};

/* --- trees ---------------------------------------------------------------------------------------
 */

static const gb_field tree_node_fields[] = {FIELD(gb_tree_node, depth, SIZE),
                                            FIELD(gb_tree_node, name, TEXT),
                                            FIELD(gb_tree_node, path, TEXT),
                                            FIELD(gb_tree_node, type, TEXT),
                                            FIELD(gb_tree_node, note, TEXT),
                                            FIELD(gb_tree_node, bytes, SIZE),
                                            FIELD(gb_tree_node, parameters, INT64),
                                            FIELD(gb_tree_node, marks, INT),
                                            {0}};

static const gb_field tree_fields[] = {
    FIELD(gb_tree, title, TEXT),
    STRUCTS(gb_tree, nodes, tree_node_fields, gb_tree_node, count),
    FIELD(gb_tree, open_depth, SIZE),
    FIELD(gb_tree, group, BOOL),
    FIELD(gb_tree, repr, TEXT),
    {0}};

/* --- charts --------------------------------------------------------------------------------------
 */

static const char *const series_kinds[] = {"line", "scatter", "bar",   "bar_across", "histogram",
                                           "step", "area",    "image", "h_line",     "v_line",
                                           "box",  "text",    NULL};
static const char *const markers[] = {"none",  "circle", "square",  "triangle",
                                      "cross", "plus",   "diamond", NULL};
static const char *const lines[] = {"auto", "solid", "dashed", "dotted", "dash_dot", "none", NULL};
static const char *const legends[] = {"auto", "show", "hide", NULL};

static const gb_field series_fields[] = {WORD(gb_series, kind, series_kinds),
                                         FIELD(gb_series, name, TEXT),
                                         COUNTED(gb_series, x, DOUBLES, count),
                                         COUNTED(gb_series, y, DOUBLES, count),
                                         COUNTED(gb_series, low, DOUBLES, count),
                                         COUNTED(gb_series, errors, DOUBLES, count),
                                         COUNTED(gb_series, values, DOUBLES, count),
                                         COUNTED(gb_series, sizes, DOUBLES, count),
                                         FIELD(gb_series, bins, SIZE),
                                         FIELD(gb_series, density, BOOL),
                                         FIELD(gb_series, image, ARRAY),
                                         WORD(gb_series, scale, scales),
                                         FIELD(gb_series, low_limit, DOUBLE),
                                         FIELD(gb_series, high_limit, DOUBLE),
                                         FIELD(gb_series, annotate, BOOL),
                                         FIELD(gb_series, color_bar, BOOL),
                                         FIELD(gb_series, value_name, TEXT),
                                         COUNTED(gb_series, color, COLOR, has_color),
                                         FIELD(gb_series, opacity, DOUBLE),
                                         FIELD(gb_series, width, DOUBLE),
                                         FIELD(gb_series, marker_size, DOUBLE),
                                         WORD(gb_series, marker, markers),
                                         WORD(gb_series, line, lines),
                                         {0}};

static const gb_field axis_fields[] = {FIELD(gb_axis, label, TEXT),
                                       FIELD(gb_axis, fixed, BOOL),
                                       FIELD(gb_axis, low, DOUBLE),
                                       FIELD(gb_axis, high, DOUBLE),
                                       FIELD(gb_axis, logarithmic, BOOL),
                                       COUNTED(gb_axis, categories, TEXTS, category_count),
                                       COUNTED(gb_axis, ticks, DOUBLES, tick_count),
                                       FIELD(gb_axis, no_ticks, BOOL),
                                       FIELD(gb_axis, rotation, DOUBLE),
                                       {0}};

static const gb_field axes_fields[] = {FIELD(gb_axes, title, TEXT),
                                       STRUCT(gb_axes, x, axis_fields),
                                       STRUCT(gb_axes, y, axis_fields),
                                       STRUCTS(gb_axes, series, series_fields, gb_series, count),
                                       WORD(gb_axes, legend, legends),
                                       FIELD(gb_axes, no_grid, BOOL),
                                       FIELD(gb_axes, hidden, BOOL),
                                       FIELD(gb_axes, equal, BOOL),
                                       FIELD(gb_axes, row, SIZE),
                                       FIELD(gb_axes, column, SIZE),
                                       FIELD(gb_axes, row_span, SIZE),
                                       FIELD(gb_axes, column_span, SIZE),
                                       {0}};

const gb_field gb_figure_fields[] = {
    FIELD(gb_figure, title, TEXT),   FIELD(gb_figure, width, INT),
    FIELD(gb_figure, height, INT),   FIELD(gb_figure, rows, SIZE),
    FIELD(gb_figure, columns, SIZE), STRUCTS(gb_figure, axes, axes_fields, gb_axes, count),
    FIELD(gb_figure, repr, TEXT),    {0}};

/* --- the kinds -----------------------------------------------------------------------------------
 */

static bool show_heatmap(const void *view, gb_bundle *out, gb_error *err)
{
    return gb_heatmap_show(view, out, err);
}

static bool show_attention(const void *view, gb_bundle *out, gb_error *err)
{
    return gb_attention_show(view, out, err);
}

static bool show_tokens(const void *view, gb_bundle *out, gb_error *err)
{
    const token_view *v = view;
    int64_t count = v->tokens.values.rank == 1 ? v->tokens.values.dims[0] : -1;
    if ((int64_t)v->text_count != count)
        return gb_fail(err, GB_ERR_VALUE, "%zu tokens need as many values, one for each",
                       v->text_count);
    return gb_tokens_show(&v->tokens, out, err);
}

static bool show_topk(const void *view, gb_bundle *out, gb_error *err)
{
    return gb_topk_show(view, out, err);
}

static bool show_lens(const void *view, gb_bundle *out, gb_error *err)
{
    const lens_view *v = view;
    size_t layers = v->lens.layer_count, positions = v->lens.position_count;
    if (!layers || !positions || v->cell_count / layers != positions || v->cell_count % layers)
        return gb_fail(err, GB_ERR_VALUE, "%zu cells are not %zu layers × %zu positions",
                       v->cell_count, layers, positions);
    return gb_lens_show(&v->lens, out, err);
}

static bool show_change(const void *view, gb_bundle *out, gb_error *err)
{
    return gb_change_show(view, out, err);
}

static bool show_tree(const void *view, gb_bundle *out, gb_error *err)
{
    return gb_tree_show(view, out, err);
}

static bool show_figure(const void *view, gb_bundle *out, gb_error *err)
{
    return gb_figure_show(view, out, err);
}

const gb_view_kind gb_view_kinds[] = {
    {"heatmap", sizeof(gb_heatmap), heatmap_fields, show_heatmap},
    {"attention", sizeof(gb_attention), attention_fields, show_attention},
    {"tokens", sizeof(token_view), token_fields, show_tokens},
    {"topk", sizeof(gb_topk), topk_fields, show_topk},
    {"lens", sizeof(lens_view), lens_fields, show_lens},
    {"change", sizeof(gb_change), change_fields, show_change},
    {"tree", sizeof(gb_tree), tree_fields, show_tree},
    {"figure", sizeof(gb_figure), gb_figure_fields, show_figure},
    {0}};
