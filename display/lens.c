/* Logit-lens grid and coloured tokens. See heatmap.h. */
#include "display/heatmap.h"

#include "display/map.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    CELL_COLUMNS = 10, /* of a token in the grid */
    CELL_BYTES = 260,  /* of a cell of the HTML grid with its hover */
    HOVER_TOKENS = 5,
    MOST_CELLS = 1 << 20,
    MOST_PICTURE = 900, /* cells of a grid that is drawn as a picture too */
    TOKEN_BYTES = 150,  /* of a coloured token in HTML, on average */
};

/* --- the grid ------------------------------------------------------------------------------------
 */

static const gb_topk_row *top_of(const gb_lens *lens, size_t layer, size_t position)
{
    const gb_topk_list *cell = &lens->cells[layer * lens->position_count + position];
    return cell->count ? &cell->rows[0] : NULL;
}

static bool is_final(const gb_lens *lens, const gb_topk_row *row, size_t position)
{
    const gb_topk_row *last = top_of(lens, lens->layer_count - 1, position);
    return row && last && row->id == last->id;
}

static void put_hover(gb_buffer *out, const gb_lens *lens, size_t layer, size_t position)
{
    const gb_topk_list *cell = &lens->cells[layer * lens->position_count + position];
    gb_labels_put_named(&lens->layers, (int64_t)layer, out);
    gb_buffer_text(out, ", ");
    gb_labels_put_named(&lens->positions, (int64_t)position, out);
    for (size_t i = 0; i < cell->count && i < HOVER_TOKENS; i++) {
        gb_buffer_text(out, i ? ", " : ": ");
        gb_label_put(out, cell->rows[i].token, GB_LABEL_TOKEN, 16);
        gb_buffer_char(out, ' ');
        gb_number_put_probability(out, cell->rows[i].probability);
    }
}

static void add_cell(gb_table *table, const gb_lens *lens, size_t layer, size_t position)
{
    static const gb_scale scale = {GB_SCALE_PROBABILITY, 0, 1};
    const gb_topk_row *top = top_of(lens, layer, position);
    gb_buffer text = GB_BUFFER_INIT;
    if (top) gb_label_put(&text, top->token, GB_LABEL_TOKEN, CELL_COLUMNS);
    gb_cell *cell = gb_table_take(table, &text);
    cell->monospaced = false;
    cell->filled = true;
    cell->bold = is_final(lens, top, position);
    const char *mark;
    cell->color = gb_scale_cell(&scale, top ? top->probability : NAN, !top, &mark);
    put_hover(&text, lens, layer, position);
    if (!text.failed) cell->title = gb_table_keep(table, text.data);
    gb_buffer_release(&text);
}

/* Every `stride`-th layer, counted back from the last one, which is always there. */
static void fill_grid(gb_table *table, const gb_lens *lens, size_t stride, gb_error *err)
{
    const char **names = gb_labels_list(&lens->positions, (int64_t)lens->position_count,
                                        CELL_COLUMNS, &table->arena, err);
    const char **sides =
        gb_labels_list(&lens->layers, (int64_t)lens->layer_count, 24, &table->arena, err);
    if (!names || !sides) {
        table->failed = true;
        return;
    }
    table->compact = true;
    table->head_columns = 1;
    gb_table_column(table, lens->layers.name ? lens->layers.name : "layer", GB_ALIGN_RIGHT);
    for (size_t j = 0; j < lens->position_count; j++)
        gb_table_column(table, names[j], GB_ALIGN_CENTER);
    for (size_t i = (lens->layer_count - 1) % stride; i < lens->layer_count; i += stride) {
        gb_table_cell(table, sides[i]);
        for (size_t j = 0; j < lens->position_count; j++)
            add_cell(table, lens, i, j);
    }
}

/* "the final answer at the last position, ' Paris' p = 0.652, is first from layer 24 on". */
static void put_finding(gb_buffer *out, const gb_lens *lens)
{
    size_t last = lens->position_count - 1, layer = lens->layer_count;
    const gb_topk_row *answer = top_of(lens, lens->layer_count - 1, last);
    if (!answer) return;
    while (layer && is_final(lens, top_of(lens, layer - 1, last), last))
        layer--;
    gb_buffer_text(out, "final answer '");
    gb_label_put(out, answer->token, GB_LABEL_TOKEN, 24);
    gb_buffer_text(out, "' p = ");
    gb_number_put_probability(out, answer->probability);
    gb_buffer_text(out, " at the last position, first from ");
    gb_labels_put_named(&lens->layers, (int64_t)layer, out);
    gb_buffer_text(out, " on; fill: probability of the likeliest token, bold: the final answer");
}

static bool check_lens(const gb_lens *lens, gb_error *err)
{
    if (!lens->layer_count || !lens->position_count || lens->layer_count > MOST_CELLS ||
        lens->position_count > MOST_CELLS / lens->layer_count)
        return gb_fail(err, GB_ERR_VALUE, "a lens of %zu layers × %zu positions cannot be shown",
                       lens->layer_count, lens->position_count);
    return gb_labels_check(&lens->layers, (int64_t)lens->layer_count, "layer", err) &&
           gb_labels_check(&lens->positions, (int64_t)lens->position_count, "position", err);
}

/* The same grid as a picture: for papers, and for front ends that show pictures alone. */
static bool put_picture(gb_page *page, const gb_lens *lens, const char *alt, gb_error *err)
{
    size_t n = lens->layer_count * lens->position_count;
    gb_arena arena = GB_ARENA_INIT;
    double *p = gb_arena_array(&arena, n, sizeof *p, err);
    bool *bold = gb_arena_array(&arena, n, sizeof *bold, err);
    const char **texts = gb_arena_array(&arena, n, sizeof *texts, err);
    gb_drawing *sheet = NULL;
    if (!p || !bold || !texts) goto done;
    for (size_t i = 0; i < n; i++) {
        const gb_topk_row *top = top_of(lens, i / lens->position_count, i % lens->position_count);
        p[i] = top ? top->probability : NAN;
        texts[i] = top && top->token ? top->token : "";
        bold[i] = is_final(lens, top, i % lens->position_count);
    }
    gb_array values = gb_array_matrix(p, (int64_t)lens->layer_count, (int64_t)lens->position_count);
    gb_map map = {.values = &values,
                  .scale = {GB_SCALE_PROBABILITY, 0, 1},
                  .texts = texts,
                  .bold = bold,
                  .cell_width = 58,
                  .cell_height = 17,
                  .color_bar = true,
                  .value_name = "probability",
                  .row_name = lens->layers.name,
                  .column_name = lens->positions.name};
    map.row_labels = gb_labels_list(&lens->layers, values.dims[0], 16, &arena, err);
    map.column_labels = gb_labels_list(&lens->positions, values.dims[1], 12, &arena, err);
    if (map.row_labels && map.column_labels) sheet = gb_map_sheet(&map, lens->title, err);
done:;
    bool ok = sheet && gb_page_attach(page, sheet, alt, err);
    gb_drawing_free(sheet);
    gb_arena_release(&arena);
    return ok;
}

static bool put_grid(gb_page *page, const gb_lens *lens, const char *caption, gb_error *err)
{
    gb_table table = GB_TABLE_INIT;
    size_t row = lens->position_count * CELL_BYTES;
    size_t most = gb_page_room(page) / row ? gb_page_room(page) / row : 1;
    size_t stride = (lens->layer_count + most - 1) / most;
    fill_grid(&table, lens, stride, err);
    bool ok = gb_table_ok(&table, err);
    if (ok) gb_page_table(page, &table, caption);
    gb_table_release(&table);
    if (ok && stride > 1) {
        char said[160];
        snprintf(said, sizeof said,
                 "every %zu. layer shown, to keep the output under 64 KB; the last is always there",
                 stride);
        gb_page_line(page, said);
    }
    return ok;
}

bool gb_lens_show(const gb_lens *lens, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_buffer caption = GB_BUFFER_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!check_lens(lens, err) || !gb_check_interrupt(err)) return false;
    gb_label_put(&caption, lens->title, GB_LABEL_LINE, 100);
    if (lens->title) gb_buffer_text(&caption, " · ");
    put_finding(&caption, lens);
    gb_buffer_put(&caption, "", 0);
    bool ok = gb_buffer_ok(&caption, err);
    if (ok && lens->layer_count * lens->position_count <= MOST_PICTURE)
        ok = put_picture(&page, lens, caption.data, err);
    if (ok) ok = put_grid(&page, lens, caption.data, err);
    gb_buffer_release(&caption);
    if (ok) return gb_page_finish(&page, NULL, out, err);
    gb_page_release(&page);
    return false;
}

/* --- coloured tokens -----------------------------------------------------------------------------
 */

static void put_token(gb_page *page, const gb_tokens *tokens, const gb_scale *scale, int64_t i)
{
    gb_buffer label = GB_BUFFER_INIT;
    char back[GB_COLOR_HEX], ink[GB_COLOR_HEX];
    const char *mark;
    double x = gb_array_get(&tokens->values, i);
    gb_color color = gb_scale_cell(scale, x, gb_array_masked(&tokens->values, i), &mark);
    gb_color_hex(color, back);
    gb_color_hex(gb_color_ink(color), ink);
    gb_buffer_format(&page->html,
                     "<span style=\"background-color:%s;color:%s;padding:1px 3px\" title=\"%lld: ",
                     back, ink, (long long)i);
    gb_number_put(&page->html, x, GB_DIGITS_HOVER, false);
    gb_buffer_text(&page->html, "\">");
    gb_label_put(&label, tokens->texts[i], GB_LABEL_TOKEN, 60);
    gb_buffer_put(&label, "", 0);
    if (label.failed)
        page->html.failed = true;
    else
        gb_html_put(&page->html, label.data);
    /* A break where the text has one, and where the line may be folded. */
    bool newline = tokens->texts[i] && strchr(tokens->texts[i], '\n');
    gb_buffer_text(&page->html, newline ? "</span><br>" : "</span> ");
    gb_buffer_release(&label);
}

static bool fill_values(gb_table *table, const gb_tokens *tokens, const gb_statistics *s)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_number_style style =
        gb_number_style_for(fmax(fabs(s->min), fabs(s->max)), false, s->min < 0);
    gb_table_column(table, "position", GB_ALIGN_RIGHT);
    gb_table_column(table, "token", GB_ALIGN_LEFT);
    gb_table_column(table, tokens->value_name ? tokens->value_name : "value", GB_ALIGN_RIGHT);
    table->plain = true;
    for (int64_t i = 0; i < tokens->values.dims[0]; i++) {
        gb_buffer_format(&text, "%lld", (long long)i);
        gb_table_take(table, &text);
        gb_label_put(&text, tokens->texts[i], GB_LABEL_TOKEN, 32);
        gb_table_take(table, &text);
        if (gb_array_masked(&tokens->values, i))
            gb_buffer_text(&text, "n/a");
        else
            gb_number_put_style(&text, gb_array_get(&tokens->values, i), style);
        gb_table_take(table, &text);
    }
    gb_buffer_release(&text);
    return !table->failed;
}

/* "surprise: -1.2…8.31, largest +8.31 at 4 '·John'". */
static void put_tokens_caption(gb_buffer *out, const gb_tokens *tokens, const gb_statistics *s,
                               bool sign)
{
    int64_t best = -1;
    for (int64_t i = 0; i < tokens->values.dims[0]; i++) {
        double x = gb_array_get(&tokens->values, i);
        if (!isfinite(x) || gb_array_masked(&tokens->values, i)) continue;
        double was = best < 0 ? -INFINITY : gb_array_get(&tokens->values, best);
        if (best < 0 || (sign ? fabs(x) > fabs(was) : x > was)) best = i;
    }
    gb_label_put(out, tokens->title, GB_LABEL_LINE, 100);
    if (tokens->title) gb_buffer_text(out, " · ");
    gb_label_put(out, tokens->value_name ? tokens->value_name : "value", GB_LABEL_LINE, 60);
    if (best < 0) {
        gb_buffer_text(out, ": no finite value");
        return;
    }
    gb_buffer_text(out, ": ");
    gb_number_put(out, s->min, GB_DIGITS, false);
    gb_buffer_text(out, "…");
    gb_number_put(out, s->max, GB_DIGITS, false);
    gb_buffer_text(out, ", largest ");
    gb_number_put(out, gb_array_get(&tokens->values, best), GB_DIGITS, sign);
    gb_buffer_text(out, " at ");
    gb_label_put_position(out, best, tokens->texts[best], 24);
}

static bool put_tokens(gb_page *page, const gb_tokens *tokens, const gb_statistics *s,
                       const gb_scale *scale)
{
    int64_t count = tokens->values.dims[0], shown = 0;
    gb_table table = GB_TABLE_INIT;
    gb_buffer_text(&page->html, "<p style=\"line-height:1.9\">");
    for (; shown < count && page->html.size < GB_BUNDLE_BUDGET / 2; shown++)
        put_token(page, tokens, scale, shown);
    gb_buffer_text(&page->html, "</p>");
    if (shown < count)
        gb_buffer_format(&page->html,
                         "<p><small>%lld of %lld tokens coloured, to keep the output under 64 KB"
                         "</small></p>",
                         (long long)shown, (long long)count);
    bool ok = fill_values(&table, tokens, s);
    gb_buffer_text(&page->html, "<details><summary>values</summary>");
    if (ok) gb_page_table(page, &table, NULL);
    gb_buffer_text(&page->html, "</details>");
    gb_table_release(&table);
    return ok;
}

bool gb_tokens_show(const gb_tokens *tokens, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_buffer caption = GB_BUFFER_INIT;
    gb_statistics s;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!gb_array_check(&tokens->values, "the values", err)) return false;
    if (tokens->values.rank != 1 || (!tokens->values.data && gb_array_count(&tokens->values)))
        return gb_fail(err, GB_ERR_VALUE, "coloured tokens take one value a token, [T]");
    if (!gb_array_statistics(&tokens->values, &s, err)) return false;
    gb_scale scale = gb_scale_choose(tokens->scale, s.min, s.max, tokens->limit);
    put_tokens_caption(&caption, tokens, &s, scale.kind == GB_SCALE_SIGNED);
    bool ok = gb_buffer_ok(&caption, err);
    if (ok) gb_page_line(&page, caption.data);
    gb_buffer_release(&caption);
    if (ok && !put_tokens(&page, tokens, &s, &scale))
        ok = gb_fail(err, GB_ERR_MEMORY, "out of memory while colouring tokens");
    if (ok) return gb_page_finish(&page, NULL, out, err);
    gb_page_release(&page);
    return false;
}
