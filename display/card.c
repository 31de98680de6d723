/* Tensor card. See card.h. */
#include "display/card.h"

#include "display/label.h"
#include "display/map.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <math.h>
#include <string.h>

enum {
    VALUE_ROWS = 16, /* a tensor up to this size is shown in numbers */
    VALUE_COLUMNS = 16,
    MAP_ROWS = 64,
    MAP_COLUMNS = 128,
    SPARK = 16,
};

static const char *const TYPE_NAMES[] = {"float64", "float32", "int64", "bool"};

/* "[1, 7, 768]", with names "[batch 1, position 7, 768]". */
static void put_shape(gb_buffer *out, const gb_array *array)
{
    gb_buffer_char(out, '[');
    for (size_t i = 0; i < array->rank; i++) {
        if (i) gb_buffer_text(out, ", ");
        if (array->names[i]) {
            gb_label_put(out, array->names[i], GB_LABEL_LINE, 30);
            gb_buffer_char(out, ' ');
        }
        gb_buffer_format(out, "%lld", (long long)array->dims[i]);
    }
    gb_buffer_char(out, ']');
}

/* Half as many bars as bins, the tallest full. */
static void put_spark(gb_buffer *out, const gb_statistics *s)
{
    static const char *const bars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    int64_t counts[SPARK] = {0}, most = 0;
    for (int i = 0; i < GB_HISTOGRAM_BINS; i++)
        counts[i * SPARK / GB_HISTOGRAM_BINS] += s->bins[i];
    for (int i = 0; i < SPARK; i++)
        if (counts[i] > most) most = counts[i];
    for (int i = 0; i < SPARK && most; i++) {
        int height = (int)ceil((double)counts[i] / (double)most * 8);
        gb_buffer_text(out, bars[height]);
    }
}

static void put_few(gb_buffer *out, int64_t n, const char *what)
{
    if (!n) return;
    gb_buffer_text(out, " · ");
    gb_number_put_count(out, n);
    gb_buffer_format(out, " %s", what);
}

static void put_range(gb_buffer *out, const gb_statistics *s)
{
    if (isnan(s->min)) return;
    gb_buffer_text(out, " · ");
    gb_number_put(out, s->min, GB_DIGITS, false);
    if (s->min == s->max) {
        gb_buffer_text(out, " throughout");
        return;
    }
    gb_buffer_text(out, "…");
    gb_number_put(out, s->max, GB_DIGITS, false);
    gb_buffer_char(out, ' ');
    put_spark(out, s);
    gb_buffer_text(out, " · mean ");
    gb_number_put(out, s->mean, GB_DIGITS, false);
    if (isnan(s->deviation)) return;
    gb_buffer_text(out, " · σ ");
    gb_number_put(out, s->deviation, GB_DIGITS, false);
}

static void put_line(gb_buffer *out, const gb_card *card, const gb_statistics *s)
{
    gb_label_put(out, card->dtype ? card->dtype : TYPE_NAMES[card->array.type], GB_LABEL_LINE, 40);
    gb_buffer_char(out, ' ');
    put_shape(out, &card->array);
    if (card->device) {
        gb_buffer_text(out, " · ");
        gb_label_put(out, card->device, GB_LABEL_LINE, 40);
    }
    if (card->bytes) {
        gb_buffer_text(out, " · ");
        gb_buffer_bytes(out, card->bytes);
    }
    if (!s->count) {
        gb_buffer_text(out, gb_array_count(&card->array) == 0 ? " · empty" : "");
        put_few(out, s->masked, "masked");
        return;
    }
    put_range(out, s);
    put_few(out, s->nan, "NaN");
    put_few(out, s->infinite, "Inf");
    put_few(out, s->zero, s->zero == 1 ? "zero" : "zeros");
    put_few(out, s->masked, "masked");
}

static bool statistics_of(const gb_card *card, gb_statistics *s, gb_error *err)
{
    if (!gb_array_check(&card->array, "the tensor", err)) return false;
    if (!card->statistics) return gb_array_statistics(&card->array, s, err);
    *s = *card->statistics;
    return true;
}

char *gb_card_line(const gb_card *card, gb_error *err)
{
    gb_statistics s;
    gb_buffer out = GB_BUFFER_INIT;
    if (!statistics_of(card, &s, err)) return NULL;
    put_line(&out, card, &s);
    return gb_buffer_take(&out, NULL, err);
}

/* --- the folds -----------------------------------------------------------------------------------
 */

/* The values of a small tensor as a table with index headers. */
static bool put_values(gb_page *page, const gb_small_matrix *m, gb_error *err)
{
    gb_table table = {.head_columns = 1, .compact = true};
    gb_buffer text = GB_BUFFER_INIT;
    gb_number_style style = gb_number_style_of(m->values, (size_t)(m->rows * m->columns));
    gb_table_column(&table, "", GB_ALIGN_RIGHT);
    for (int64_t j = 0; j < m->columns; j++) {
        gb_buffer_format(&text, "%lld", (long long)j);
        gb_buffer_put(&text, "", 0);
        gb_table_column(&table, text.failed ? "" : text.data, GB_ALIGN_RIGHT);
        gb_buffer_clear(&text);
    }
    for (int64_t i = 0; i < m->rows; i++) {
        gb_buffer_format(&text, "%lld", (long long)i);
        gb_table_take(&table, &text);
        for (int64_t j = 0; j < m->columns; j++) {
            int64_t at = i * m->columns + j;
            if (m->mask && m->mask[at])
                gb_buffer_text(&text, "n/a");
            else
                gb_number_put_style(&text, m->values[at], style);
            gb_table_take(&table, &text);
        }
    }
    gb_buffer_release(&text);
    bool ok = gb_table_ok(&table, err);
    if (ok) gb_page_table(page, &table, NULL);
    gb_table_release(&table);
    return ok;
}

/* "768 → 128 columns, each the value of largest magnitude of 6". */
static void put_shrunk(gb_buffer *out, const gb_small_matrix *m)
{
    const struct {
        int64_t from, to;
        const char *what;
    } sides[] = {{m->source_rows, m->rows, "rows"}, {m->source_columns, m->columns, "columns"}};
    bool any = false;
    for (size_t i = 0; i < 2; i++) {
        if (sides[i].from == sides[i].to) continue;
        if (any) gb_buffer_text(out, ", ");
        gb_buffer_format(out, "%lld → %lld %s", (long long)sides[i].from, (long long)sides[i].to,
                         sides[i].what);
        any = true;
    }
    if (!any) return;
    int64_t least = (m->source_rows / m->rows) * (m->source_columns / m->columns);
    bool even = m->source_rows % m->rows == 0 && m->source_columns % m->columns == 0;
    gb_buffer_format(out, ", each cell the value of largest magnitude of %s%lld",
                     even ? "" : "at least ", (long long)least);
}

static double cell_size(int64_t count, double whole)
{
    double size = floor(whole / (double)count);
    return size < 4 ? 4 : size > 18 ? 18 : size;
}

static bool put_map(gb_page *page, const gb_card *card, const gb_small_matrix *m,
                    const gb_statistics *s, gb_error *err)
{
    gb_array values = gb_small_matrix_array(m);
    gb_map map = {.values = &values,
                  .scale = gb_scale_choose(GB_SCALE_AUTO, s->min, s->max, 0),
                  .cell_width = cell_size(m->columns, 640),
                  .cell_height = cell_size(m->rows, 256),
                  .color_bar = true};
    size_t rank = card->array.rank;
    map.column_name = rank ? card->array.names[rank - 1] : NULL;
    map.row_name = rank == 2 ? card->array.names[0] : NULL;
    gb_drawing *sheet = gb_map_sheet(&map, NULL, err);
    gb_buffer alt = GB_BUFFER_INIT;
    gb_buffer_text(&alt, "heat map of ");
    put_line(&alt, card, s);
    gb_buffer_put(&alt, "", 0);
    bool ok = sheet && gb_buffer_ok(&alt, err) && gb_page_picture(page, sheet, alt.data, err);
    gb_bundle_release(&page->picture); /* a fold is no reason to show the picture alone */
    gb_buffer_release(&alt);
    gb_drawing_free(sheet);
    gb_buffer said = GB_BUFFER_INIT;
    put_shrunk(&said, m);
    if (ok && said.size) {
        gb_buffer_text(&page->html, "<p><small>");
        gb_html_put(&page->html, said.data);
        gb_buffer_text(&page->html, "</small></p>");
    }
    gb_buffer_release(&said);
    return ok;
}

/* Heat map and values, inside the card's fold. */
static bool put_folds(gb_page *page, const gb_card *card, const gb_statistics *s, gb_error *err)
{
    const gb_array *source = card->map ? card->map : &card->array;
    gb_small_matrix m;
    if (!gb_array_shrink(source, MAP_ROWS, MAP_COLUMNS, &m, err)) return false;
    bool ok = true;
    bool small = !card->map && m.source_rows <= VALUE_ROWS && m.source_columns <= VALUE_COLUMNS;
    if (m.rows * m.columns > 1) ok = put_map(page, card, &m, s, err);
    if (ok && small) ok = put_values(page, &m, err);
    gb_small_matrix_release(&m);
    return ok;
}

/* "<b>h</b> Tensor " in HTML, "h: " in text. */
static void put_title(gb_page *page, const gb_card *card)
{
    gb_page_title(page, card->title);
    gb_buffer_text(&page->html, "<b>");
    gb_html_put(&page->html, card->kind ? card->kind : "Tensor");
    gb_buffer_text(&page->html, "</b> ");
    gb_label_put(&page->text, card->kind ? card->kind : "Tensor", GB_LABEL_LINE, 40);
    gb_buffer_char(&page->text, ' ');
}

bool gb_card_show(const gb_card *card, gb_bundle *out, gb_error *err)
{
    gb_statistics s;
    gb_page page = GB_PAGE_INIT;
    gb_buffer line = GB_BUFFER_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if (!statistics_of(card, &s, err)) return false;
    const gb_array *seen = card->map ? card->map : &card->array;
    bool folds = seen->data && gb_array_count(seen) > 0;
    put_line(&line, card, &s);
    gb_buffer_put(&line, "", 0);
    bool ok = gb_buffer_ok(&line, err);
    if (ok) {
        gb_buffer_text(&page.html, folds ? "<details><summary>" : "<div>");
        put_title(&page, card);
        gb_html_put(&page.html, line.data);
        gb_buffer_format(&page.text, "%s\n", line.data);
        gb_buffer_text(&page.html, folds ? "</summary>" : "</div>");
        if (folds) ok = put_folds(&page, card, &s, err);
        if (folds) gb_buffer_text(&page.html, "</details>");
    }
    gb_buffer_release(&line);
    if (ok) return gb_page_finish(&page, card->repr, out, err);
    gb_page_release(&page);
    return false;
}
