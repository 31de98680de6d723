/* Attention patterns as tiles. See heatmap.h. */
#include "display/heatmap.h"

#include "display/map.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>

enum { MOST_TILES = 2048, TILE_PIXELS = 128, LARGE_CELL = 22 };

static const double GAP = 6, HEAD = 14, SIDE = 34, TITLE = 24, SHEET_WIDTH = 940;

/* The pattern as [layers, heads, queries, keys]. */
typedef struct shape {
    int64_t layers, heads, queries, keys;
} shape;

static bool shape_of(const gb_attention *a, shape *s, gb_error *err)
{
    const gb_array *p = &a->pattern;
    if (!gb_array_check(p, "the pattern", err)) return false;
    if (p->rank < 2 || p->rank > 4 || !p->data || gb_array_count(p) == 0)
        return gb_fail(
            err, GB_ERR_VALUE,
            "an attention pattern is [T, T], [H, T, T] or [L, H, T, T] and not empty; got "
            "%zu dimensions",
            p->rank);
    const int64_t *d = p->dims + p->rank - 2;
    *s = (shape){p->rank == 4 ? p->dims[0] : 1, p->rank >= 3 ? d[-1] : 1, d[0], d[1]};
    if (s->layers * s->heads > MOST_TILES)
        return gb_fail(err, GB_ERR_VALUE, "%lld heads are too many for one picture (at most %d)",
                       (long long)(s->layers * s->heads), MOST_TILES);
    return gb_labels_check(&a->positions, s->keys, "position", err);
}

/* --- what stands out -----------------------------------------------------------------------------
 */

/* The largest weight that a query gives to a key that is neither itself nor the first position. */
static int64_t strongest(const gb_attention *a, const shape *s, double *weight)
{
    int64_t best = -1, n = gb_array_count(&a->pattern);
    *weight = -1;
    for (int64_t i = 0; i < n; i++) {
        int64_t key = i % s->keys, query = i / s->keys % s->queries;
        double x = gb_array_get(&a->pattern, i);
        if (key == 0 || key == query || !(x > *weight)) continue;
        *weight = x;
        best = i;
    }
    return best;
}

static void put_head(gb_buffer *out, const gb_attention *a, const shape *s, int64_t tile)
{
    if (a->first_layer >= 0)
        gb_buffer_format(out, "L%lld ", (long long)(a->first_layer + tile / s->heads));
    gb_buffer_format(out, "H%lld", (long long)(a->first_head + tile % s->heads));
}

static void put_caption(gb_buffer *out, const gb_attention *a, const shape *s)
{
    double weight;
    int64_t best = strongest(a, s, &weight);
    gb_label_put(out, a->title, GB_LABEL_LINE, 100);
    if (a->title) gb_buffer_text(out, " · ");
    gb_buffer_text(out, "attention 0…1, query down, key across");
    if (best < 0) return;
    gb_buffer_text(out, "; strongest beside itself and the first: ");
    put_head(out, a, s, best / (s->queries * s->keys));
    gb_buffer_char(out, ' ');
    gb_labels_put(&a->positions, best / s->keys % s->queries, out, 24);
    gb_buffer_text(out, " → ");
    gb_labels_put(&a->positions, best % s->keys, out, 24);
    gb_buffer_char(out, ' ');
    gb_number_put_probability(out, weight);
}

/* --- drawing -------------------------------------------------------------------------------------
 */

/* One head as a matrix of its own, with the causal triangle masked. */
static gb_array head_of(const gb_attention *a, const shape *s, int64_t tile, bool *mask)
{
    static const size_t sizes[] = {sizeof(double), sizeof(float), sizeof(int64_t), 1};
    int64_t cells = s->queries * s->keys;
    gb_array head = {.type = a->pattern.type, .rank = 2, .dims = {s->queries, s->keys}};
    head.data = (const char *)a->pattern.data + (size_t)(tile * cells) * sizes[head.type];
    for (int64_t i = 0; i < cells; i++)
        mask[i] = (a->causal && i % s->keys > i / s->keys + s->keys - s->queries) ||
                  gb_array_masked(&a->pattern, tile * cells + i);
    head.mask = mask;
    return head;
}

static gb_drawing *draw_one(const gb_attention *a, const shape *s, bool *mask, gb_error *err)
{
    gb_arena arena = GB_ARENA_INIT;
    gb_array head = head_of(a, s, 0, mask);
    double cell = fmin(fmax(560.0 / (double)s->keys, 3), LARGE_CELL);
    gb_map map = {.values = &head,
                  .scale = {GB_SCALE_PROBABILITY, 0, 1},
                  .cell_width = cell,
                  .cell_height = cell,
                  .color_bar = true,
                  .quiet_mask = true,
                  .row_name = "query",
                  .column_name = "key",
                  .value_name = "attention"};
    map.column_labels = gb_labels_list(&a->positions, s->keys, 14, &arena, err);
    map.row_labels = map.column_labels ? map.column_labels + (s->keys - s->queries) : NULL;
    if (s->queries > s->keys) map.row_labels = NULL;
    gb_drawing *sheet = map.column_labels ? gb_map_sheet(&map, a->title, err) : NULL;
    gb_arena_release(&arena);
    return sheet;
}

/* How the tiles are laid out: layers down and heads across, or heads wrapped. */
typedef struct grid {
    int64_t across, down;
    double tile; /* side of one */
} grid;

static grid lay_out(const shape *s)
{
    grid g = {s->heads, s->layers, 0};
    int64_t tiles = s->layers * s->heads;
    if (s->layers == 1) {
        g.across = tiles <= 4 ? tiles : tiles <= 12 ? (tiles + 1) / 2 : 8;
        g.down = (tiles + g.across - 1) / g.across;
    }
    g.tile = floor((SHEET_WIDTH - SIDE) / (double)g.across - GAP);
    double most = s->layers == 1 ? 180 : 90;
    /* A model of many layers still fits a sheet. */
    most = fmin(most, floor((GB_DRAWING_SIDE - 200.0) / (double)g.down - GAP - HEAD));
    g.tile = fmax(fmin(g.tile, most), 2);
    return g;
}

static bool draw_tile(gb_drawing *sheet, const gb_array *head, gb_box box, gb_error *err)
{
    gb_small_matrix m;
    if (!gb_array_shrink(head, TILE_PIXELS, TILE_PIXELS, &m, err)) return false;
    gb_array small = gb_small_matrix_array(&m);
    gb_map map = {.values = &small, .scale = {GB_SCALE_PROBABILITY, 0, 1}};
    gb_color *colors = gb_map_colors(&map, err);
    if (colors) gb_draw_raster(sheet, box, &(gb_raster){colors, (int)m.rows, (int)m.columns});
    gb_draw_box(sheet, box, NULL, &(gb_stroke){.color = {0xbb, 0xbb, 0xbb}, .width = 0.5});
    gb_free(colors);
    gb_small_matrix_release(&m);
    return colors != NULL;
}

static bool draw_tiles(gb_drawing *sheet, const gb_attention *a, const shape *s, bool *mask,
                       gb_error *err)
{
    gb_font font = {.size = 9, .color = {0x66, 0x66, 0x66}, .across = GB_PLACE_MIDDLE};
    grid g = lay_out(s);
    double top = a->title ? TITLE : 4;
    gb_buffer name = GB_BUFFER_INIT;
    bool ok = true;
    for (int64_t i = 0; ok && i < s->layers * s->heads; i++) {
        gb_box box = {SIDE + (double)(i % g.across) * (g.tile + GAP),
                      top + HEAD + (double)(i / g.across) * (g.tile + GAP + HEAD), g.tile, g.tile};
        gb_array head = head_of(a, s, i, mask);
        ok = gb_check_interrupt(err) && draw_tile(sheet, &head, box, err);
        gb_buffer_clear(&name);
        put_head(&name, a, s, i);
        if (!name.failed && g.tile >= 24)
            gb_draw_text(sheet, (gb_point){box.x + box.w / 2, box.y - HEAD + 1}, name.data, &font);
    }
    gb_buffer_release(&name);
    return ok;
}

static gb_drawing *draw_all(const gb_attention *a, const shape *s, bool *mask, gb_error *err)
{
    grid g = lay_out(s);
    double top = a->title ? TITLE : 4;
    double width = SIDE + (double)g.across * (g.tile + GAP) + 60;
    double height = top + (double)g.down * (g.tile + GAP + HEAD) + 8;
    gb_drawing *sheet = gb_drawing_new(fmax(width, 200), fmax(height, top + 110), err);
    if (!sheet) return NULL;
    gb_draw_text(sheet, (gb_point){4, 4}, a->title, &(gb_font){.size = 13, .bold = true});
    gb_scale scale = {GB_SCALE_PROBABILITY, 0, 1};
    gb_scale_draw(&scale, sheet, (gb_box){width - 52, top + HEAD, 10, 80}, NULL);
    if (draw_tiles(sheet, a, s, mask, err)) return sheet;
    gb_drawing_free(sheet);
    return NULL;
}

/* --- the view ------------------------------------------------------------------------------------
 */

/* What each head looks at: its strongest pair, as a folded table. */
static bool put_heads(gb_page *page, const gb_attention *a, const shape *s, gb_error *err)
{
    gb_table table = {.plain = true};
    gb_buffer text = GB_BUFFER_INIT;
    gb_table_column(&table, "head", GB_ALIGN_LEFT);
    gb_table_column(&table, "strongest query", GB_ALIGN_LEFT);
    gb_table_column(&table, "key", GB_ALIGN_LEFT);
    gb_table_column(&table, "weight", GB_ALIGN_RIGHT);
    for (int64_t i = 0; i < s->layers * s->heads; i++) {
        gb_attention head = *a;
        shape one = {1, 1, s->queries, s->keys};
        double weight;
        static const size_t sizes[] = {sizeof(double), sizeof(float), sizeof(int64_t), 1};
        int64_t cells = s->queries * s->keys;
        head.pattern =
            (gb_array){.type = a->pattern.type, .rank = 2, .dims = {s->queries, s->keys}};
        head.pattern.data =
            (const char *)a->pattern.data + (size_t)(i * cells) * sizes[a->pattern.type];
        int64_t best = strongest(&head, &one, &weight);
        put_head(&text, a, s, i);
        gb_table_take(&table, &text);
        if (best >= 0) gb_labels_put(&a->positions, best / s->keys, &text, 24);
        gb_table_take(&table, &text);
        if (best >= 0) gb_labels_put(&a->positions, best % s->keys, &text, 24);
        gb_table_take(&table, &text);
        if (best >= 0) gb_number_put_probability(&text, weight);
        gb_table_take(&table, &text);
    }
    gb_buffer_release(&text);
    bool ok = gb_table_ok(&table, err);
    gb_buffer_text(&page->html, "<details><summary>strongest pair of each head</summary>");
    if (ok) gb_page_table(page, &table, NULL);
    gb_buffer_text(&page->html, "</details>");
    gb_table_release(&table);
    return ok;
}

bool gb_attention_show(const gb_attention *a, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_buffer caption = GB_BUFFER_INIT;
    shape s;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!shape_of(a, &s, err)) return false;
    bool *mask = gb_alloc((size_t)(s.queries * s.keys), err);
    if (!mask) return false;
    put_caption(&caption, a, &s);
    bool ok = gb_buffer_ok(&caption, err);
    gb_drawing *sheet = !ok                       ? NULL
                        : s.layers * s.heads == 1 ? draw_one(a, &s, mask, err)
                                                  : draw_all(a, &s, mask, err);
    ok = sheet != NULL;
    if (ok) gb_page_line(&page, caption.data);
    ok = ok && gb_page_picture(&page, sheet, caption.data, err) && put_heads(&page, a, &s, err);
    gb_drawing_free(sheet);
    gb_buffer_release(&caption);
    gb_free(mask);
    if (ok) return gb_page_finish(&page, NULL, out, err);
    gb_page_release(&page);
    return false;
}
