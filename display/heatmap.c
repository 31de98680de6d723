/* Sweep heat map. See heatmap.h. */
#include "display/heatmap.h"

#include "display/map.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/memory.h"

#include <math.h>

enum {
    LABEL_COLUMNS = 16,
    MOST_SIDE = 160,     /* larger maps are shrunk */
    NUMBER_COLUMNS = 16, /* up to this many columns have room for numbers in the picture */
    NUMBER_CELLS = 200,
    COLORED_CELL = 130, /* bytes of a coloured cell of the HTML table */
};

/* What was found out about the map before anything is written. */
typedef struct finding {
    gb_statistics statistics;
    gb_scale scale;
    int64_t best;    /* flat index; -1: no finite value */
    int64_t clipped; /* finite cells beyond the scale's limits */
} finding;

static bool find(const gb_heatmap *map, finding *f, gb_error *err)
{
    const gb_array *values = &map->values;
    if (!gb_array_statistics(values, &f->statistics, err)) return false;
    f->scale = gb_scale_choose(map->scale, f->statistics.min, f->statistics.max, map->limit);
    f->best = -1;
    f->clipped = 0;
    double most = -INFINITY;
    int64_t n = gb_array_count(values);
    for (int64_t i = 0; i < n; i++) {
        double x = gb_array_get(values, i);
        if (!isfinite(x) || gb_array_masked(values, i)) continue;
        double weight = f->scale.kind == GB_SCALE_SIGNED ? fabs(x) : x;
        if (weight > most) {
            most = weight;
            f->best = i;
        }
        f->clipped += x < f->scale.low || x > f->scale.high;
    }
    return true;
}

/* --- words ---------------------------------------------------------------------------------------
 */

static void put_place(gb_buffer *out, const gb_heatmap *map, int64_t i)
{
    int64_t columns = map->values.dims[1];
    gb_labels_put_named(&map->rows, i / columns, out);
    gb_buffer_text(out, ", ");
    gb_labels_put_named(&map->columns, i % columns, out);
}

static void put_count(gb_buffer *out, int64_t n, const char *what)
{
    if (n) gb_buffer_format(out, "; %lld %s", (long long)n, what);
}

/* "logit difference: largest +3.41 at layer 9, position 4 'John'; clean +3.20, corrupt -1.10". */
static void put_caption(gb_buffer *out, const gb_heatmap *map, const finding *f)
{
    bool sign = f->scale.kind == GB_SCALE_SIGNED;
    gb_label_put(out, map->value_name ? map->value_name : "value", GB_LABEL_LINE, 60);
    if (f->best >= 0) {
        gb_buffer_text(out, ": largest ");
        gb_number_put(out, gb_array_get(&map->values, f->best), GB_DIGITS, sign);
        gb_buffer_text(out, " at ");
        put_place(out, map, f->best);
    } else {
        gb_buffer_text(out, gb_array_count(&map->values) ? ": no finite value" : ": empty");
    }
    for (size_t i = 0; i < map->baseline_count; i++) {
        gb_buffer_text(out, i ? ", " : "; ");
        gb_label_put(out, map->baselines[i].name, GB_LABEL_LINE, 40);
        gb_buffer_char(out, ' ');
        gb_number_put(out, map->baselines[i].value, GB_DIGITS, sign);
    }
    put_count(out, f->statistics.nan, "NaN (marked X)");
    put_count(out, f->statistics.infinite, "infinite (marked I)");
    put_count(out, f->statistics.masked, "not applicable (grey)");
    put_count(out, f->clipped, "beyond the colours' limit");
}

/* --- the picture ---------------------------------------------------------------------------------
 */

static void size_cells(gb_map *map, bool small)
{
    int64_t rows = map->values->dims[0], columns = map->values->dims[1];
    map->numbers = small && columns <= NUMBER_COLUMNS && rows * columns <= NUMBER_CELLS;
    double width = 640.0 / (double)columns, height = 480.0 / (double)rows;
    map->cell_width = map->numbers ? fmin(fmax(width, 40), 56) : fmin(fmax(width, 4), 28);
    map->cell_height = map->numbers ? 18 : fmin(fmax(height, 4), 18);
}

static gb_drawing *draw(const gb_heatmap *map, const finding *f, const gb_array *values,
                        gb_arena *arena, gb_error *err)
{
    bool whole = values == &map->values;
    gb_map m = {.values = values,
                .scale = f->scale,
                .upward = map->upward,
                .color_bar = true,
                .row_name = map->rows.name,
                .column_name = map->columns.name,
                .value_name = map->value_name,
                .outline = whole && f->best >= 0,
                .best = f->best};
    size_cells(&m, whole);
    if (whole) {
        m.row_labels = gb_labels_list(&map->rows, values->dims[0], LABEL_COLUMNS, arena, err);
        m.column_labels = gb_labels_list(&map->columns, values->dims[1], LABEL_COLUMNS, arena, err);
        if (!m.row_labels || !m.column_labels) return NULL;
    }
    return gb_map_sheet(&m, map->title, err);
}

/* Draws the map, shrunk when it is too large to be drawn cell by cell. */
static bool put_picture(gb_page *page, const gb_heatmap *map, const finding *f, const char *caption,
                        gb_error *err)
{
    gb_small_matrix small = {0};
    gb_array shown = map->values;
    gb_arena arena = GB_ARENA_INIT;
    bool large = map->values.dims[0] > MOST_SIDE || map->values.dims[1] > MOST_SIDE;
    if (large && !gb_array_shrink(&map->values, MOST_SIDE, MOST_SIDE, &small, err)) return false;
    if (large) shown = gb_small_matrix_array(&small);
    gb_drawing *sheet = draw(map, f, large ? &shown : &map->values, &arena, err);
    bool ok = sheet && gb_page_picture(page, sheet, caption, err);
    if (ok && large)
        gb_buffer_format(&page->html,
                         "<p><small>%lld × %lld → %lld × %lld cells, each the value of largest "
                         "magnitude of its block</small></p>",
                         (long long)small.source_rows, (long long)small.source_columns,
                         (long long)small.rows, (long long)small.columns);
    gb_drawing_free(sheet);
    gb_small_matrix_release(&small);
    gb_arena_release(&arena);
    return ok;
}

/* --- the table -----------------------------------------------------------------------------------
 */

static void add_cell(gb_table *table, const gb_heatmap *map, const finding *f, int64_t i)
{
    gb_buffer text = GB_BUFFER_INIT;
    const char *mark;
    double x = gb_array_get(&map->values, i);
    gb_color color = gb_scale_cell(&f->scale, x, gb_array_masked(&map->values, i), &mark);
    double largest = fmax(fabs(f->statistics.min), fabs(f->statistics.max));
    gb_buffer_text(&text, mark);
    if (!*mark)
        gb_number_put_style(&text, x,
                            gb_number_style_for(isnan(largest) ? 0 : largest, false,
                                                f->scale.kind == GB_SCALE_SIGNED));
    gb_cell *cell = gb_table_take(table, &text);
    cell->filled = true;
    cell->color = color;
    cell->outlined = i == f->best;
    put_place(&text, map, i);
    gb_buffer_text(&text, ": ");
    gb_number_put(&text, x, GB_DIGITS_HOVER, false);
    if (!text.failed && !table->plain) cell->title = gb_table_keep(table, text.data);
    gb_buffer_release(&text);
}

static void fill_table(gb_table *table, const gb_heatmap *map, const finding *f, gb_error *err)
{
    int64_t rows = map->values.dims[0], columns = map->values.dims[1];
    const char **names = gb_labels_list(&map->columns, columns, LABEL_COLUMNS, &table->arena, err);
    const char **sides = gb_labels_list(&map->rows, rows, LABEL_COLUMNS, &table->arena, err);
    if (!names || !sides) {
        table->failed = true;
        return;
    }
    table->compact = true;
    table->head_columns = 1;
    gb_table_column(table, map->rows.name ? map->rows.name : "", GB_ALIGN_RIGHT);
    for (int64_t j = 0; j < columns; j++)
        gb_table_column(table, names[j], GB_ALIGN_RIGHT);
    for (int64_t i = 0; i < rows; i++) {
        int64_t row = map->upward ? rows - 1 - i : i;
        gb_table_cell(table, sides[row]);
        for (int64_t j = 0; j < columns; j++)
            add_cell(table, map, f, row * columns + j);
    }
}

static bool put_table(gb_page *page, const gb_heatmap *map, const finding *f, gb_error *err)
{
    gb_table table = GB_TABLE_INIT;
    int64_t cells = gb_array_count(&map->values);
    /* The text comes to about nine bytes a cell, which the same budget pays for. */
    table.plain = cells * (COLORED_CELL + 9) > (int64_t)gb_page_room(page);
    fill_table(&table, map, f, err);
    bool ok = gb_table_ok(&table, err);
    if (ok) {
        gb_buffer_text(&page->html, "<details><summary>values</summary>");
        gb_page_table(page, &table, NULL);
        gb_buffer_text(&page->html, "</details>");
    }
    gb_table_release(&table);
    return ok;
}

/* --- the view ------------------------------------------------------------------------------------
 */

static bool check(const gb_heatmap *map, gb_error *err)
{
    const gb_array *values = &map->values;
    if (!gb_array_check(values, "the map", err)) return false;
    if (values->rank != 2)
        return gb_fail(err, GB_ERR_VALUE, "a heat map takes [rows, columns], got %zu dimensions",
                       values->rank);
    if (!values->data && gb_array_count(values))
        return gb_fail(err, GB_ERR_VALUE, "the map has no data");
    return gb_labels_check(&map->rows, values->dims[0], "row", err) &&
           gb_labels_check(&map->columns, values->dims[1], "column", err);
}

static bool put_all(gb_page *page, const gb_heatmap *map, const finding *f, gb_error *err)
{
    gb_buffer caption = GB_BUFFER_INIT;
    if (map->title) {
        gb_label_put(&caption, map->title, GB_LABEL_LINE, 120);
        gb_buffer_text(&caption, " · ");
    }
    put_caption(&caption, map, f);
    int64_t cells = gb_array_count(&map->values);
    bool ok = gb_buffer_ok(&caption, err);
    if (ok) gb_page_line(page, caption.data);
    if (ok && cells) ok = put_picture(page, map, f, caption.data, err);
    bool large = map->values.dims[0] > MOST_SIDE || map->values.dims[1] > MOST_SIDE;
    if (ok && cells && !large) ok = put_table(page, map, f, err);
    gb_buffer_release(&caption);
    return ok;
}

bool gb_heatmap_show(const gb_heatmap *map, gb_bundle *out, gb_error *err)
{
    finding f;
    gb_page page = GB_PAGE_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!check(map, err) || !find(map, &f, err)) return false;
    if (put_all(&page, map, &f, err)) return gb_page_finish(&page, map->repr, out, err);
    gb_page_release(&page);
    return false;
}
