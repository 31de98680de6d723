/* Figures: a grid of axes on one sheet, its caption and its values. See figure.h. */
#include "display/figure.h"

#include "display/label.h"
#include "display/number.h"
#include "display/page.h"
#include "display/plot.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <string.h>

enum { MOST_GRID = 64, CAPTION_SERIES = 4, VALUE_ROWS = 400 };

static const double TITLE_HEIGHT = 26;

/* --- layout --------------------------------------------------------------------------------------
 */

typedef struct sheet_size {
    double width, height;
    size_t rows, columns;
} sheet_size;

static size_t at_least_one(size_t n)
{
    return n ? n : 1;
}

static bool check(const gb_figure *f, sheet_size *s, gb_error *err)
{
    s->rows = at_least_one(f->rows);
    s->columns = at_least_one(f->columns);
    if (s->rows > MOST_GRID || s->columns > MOST_GRID)
        return gb_fail(err, GB_ERR_VALUE, "a figure of %zu × %zu axes is too large", s->rows,
                       s->columns);
    for (size_t i = 0; i < f->count; i++) {
        const gb_axes *a = &f->axes[i];
        size_t down = at_least_one(a->row_span), across = at_least_one(a->column_span);
        if (a->row >= s->rows || down > s->rows - a->row || a->column >= s->columns ||
            across > s->columns - a->column)
            return gb_fail(err, GB_ERR_VALUE,
                           "axes at row %zu, column %zu lie outside a %zu × %zu grid", a->row,
                           a->column, s->rows, s->columns);
    }
    bool grid = s->rows * s->columns > 1;
    s->width = f->width > 0 ? f->width : grid ? fmin(320.0 * (double)s->columns, 960) : 640;
    if (f->width <= 0 && s->columns == 1) s->width = 640;
    s->height = f->height > 0 ? f->height : grid ? 270.0 * (double)s->rows : 400;
    return true;
}

static gb_drawing *draw(const gb_figure *f, gb_error *err)
{
    sheet_size s = {0};
    if (!check(f, &s, err)) return NULL;
    gb_drawing *sheet = gb_drawing_new(s.width, s.height, err);
    if (!sheet) return NULL;
    double top = f->title ? TITLE_HEIGHT : 0;
    gb_font font = {.size = 14, .bold = true, .across = GB_PLACE_MIDDLE};
    gb_draw_text(sheet, (gb_point){s.width / 2, 6}, f->title, &font);
    double w = s.width / (double)s.columns, h = (s.height - top) / (double)s.rows;
    for (size_t i = 0; i < f->count; i++) {
        const gb_axes *a = &f->axes[i];
        gb_box cell = {(double)a->column * w, top + (double)a->row * h,
                       w * (double)at_least_one(a->column_span),
                       h * (double)at_least_one(a->row_span)};
        if (gb_check_interrupt(err) && gb_plot_draw(a, sheet, cell, err)) continue;
        gb_drawing_free(sheet);
        return NULL;
    }
    return sheet;
}

/* --- words ---------------------------------------------------------------------------------------
 */

static const char *kind_word(gb_series_kind kind)
{
    static const char *const words[] = {
        [GB_SERIES_LINE] = "line",
        [GB_SERIES_SCATTER] = "points",
        [GB_SERIES_BAR] = "bars",
        [GB_SERIES_BAR_ACROSS] = "bars",
        [GB_SERIES_HISTOGRAM] = "histogram",
        [GB_SERIES_STEP] = "steps",
        [GB_SERIES_AREA] = "area",
        [GB_SERIES_IMAGE] = "image",
        [GB_SERIES_H_LINE] = "level",
        [GB_SERIES_V_LINE] = "mark",
        [GB_SERIES_BOX] = "box",
        [GB_SERIES_TEXT] = "text",
    };
    return (unsigned)kind < sizeof words / sizeof *words ? words[kind] : "series";
}

static void put_x(gb_buffer *out, const gb_axes *axes, const gb_series *s, size_t i)
{
    double x = s->x ? s->x[i] : (double)i;
    if (axes->x.categories && !axes->x.ticks && x >= 0 && x == floor(x) &&
        x < (double)axes->x.category_count)
        gb_label_put(out, axes->x.categories[(size_t)x], GB_LABEL_LINE, 28);
    else
        gb_number_put(out, x, GB_DIGITS_HOVER, false);
}

static void put_image_words(gb_buffer *out, const gb_series *s)
{
    gb_statistics of;
    gb_buffer_format(out, " %lld × %lld", (long long)s->image.dims[0], (long long)s->image.dims[1]);
    if (s->image.rank != 2 || !gb_array_statistics(&s->image, &of, NULL) || isnan(of.min)) return;
    gb_buffer_text(out, ", ");
    gb_number_put(out, of.min, GB_DIGITS, false);
    gb_buffer_text(out, "…");
    gb_number_put(out, of.max, GB_DIGITS, false);
}

/* "loss: line of 60 points, 0.12…4.20, highest at 3, last 0.12". */
static void put_series_words(gb_buffer *out, const gb_axes *axes, const gb_series *s)
{
    if (s->name) gb_label_put(out, s->name, GB_LABEL_LINE, 40);
    gb_buffer_format(out, "%s%s", s->name ? ": " : "", kind_word(s->kind));
    if (s->kind == GB_SERIES_IMAGE) {
        put_image_words(out, s);
        return;
    }
    if (s->kind == GB_SERIES_H_LINE || s->kind == GB_SERIES_V_LINE) {
        gb_buffer_text(out, " at ");
        gb_number_put(out, s->kind == GB_SERIES_H_LINE ? s->y[0] : s->x[0], GB_DIGITS, false);
        return;
    }
    size_t best = SIZE_MAX;
    double low = INFINITY;
    for (size_t i = 0; i < s->count; i++) {
        if (!isfinite(s->y[i])) continue;
        if (best == SIZE_MAX || s->y[i] > s->y[best]) best = i;
        low = fmin(low, s->y[i]);
    }
    gb_buffer_format(out, " of %zu", s->count);
    if (best == SIZE_MAX) return;
    gb_buffer_text(out, ", ");
    gb_number_put(out, low, GB_DIGITS, false);
    gb_buffer_text(out, "…");
    gb_number_put(out, s->y[best], GB_DIGITS, false);
    if (s->kind == GB_SERIES_HISTOGRAM || s->kind == GB_SERIES_BOX) return;
    gb_buffer_text(out, ", highest at ");
    put_x(out, axes, s, best);
    if (s->kind != GB_SERIES_LINE && s->kind != GB_SERIES_STEP) return;
    gb_buffer_text(out, ", last ");
    gb_number_put(out, s->y[s->count - 1], GB_DIGITS, false);
}

static void put_axes_words(gb_buffer *out, const gb_axes *axes)
{
    size_t told = 0;
    if (axes->title) {
        gb_label_put(out, axes->title, GB_LABEL_LINE, 80);
        gb_buffer_text(out, " · ");
    }
    for (size_t i = 0; i < axes->count; i++) {
        if (axes->series[i].kind == GB_SERIES_TEXT) continue;
        if (told == CAPTION_SERIES) {
            gb_buffer_format(out, "; and %zu more", axes->count - i);
            break;
        }
        if (told++) gb_buffer_text(out, "; ");
        put_series_words(out, axes, &axes->series[i]);
    }
    if (!told) gb_buffer_text(out, "empty axes");
}

static void put_words(gb_buffer *out, const gb_figure *f)
{
    if (f->title) {
        gb_label_put(out, f->title, GB_LABEL_LINE, 120);
        gb_buffer_text(out, f->count ? " · " : "");
    }
    for (size_t i = 0; i < f->count; i++) {
        if (out->size > 1200) {
            gb_buffer_format(out, " | and %zu more axes", f->count - i);
            break;
        }
        if (i) gb_buffer_text(out, " | ");
        put_axes_words(out, &f->axes[i]);
    }
    gb_buffer_put(out, "", 0);
}

/* --- the values ----------------------------------------------------------------------------------
 */

static bool has_values(const gb_series *s)
{
    return s->kind != GB_SERIES_IMAGE && s->kind != GB_SERIES_H_LINE &&
           s->kind != GB_SERIES_V_LINE && s->kind != GB_SERIES_TEXT && s->count;
}

static void add_series(gb_table *table, const gb_axes *axes, const gb_series *s, size_t number)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_number_style style = gb_number_style_of(s->y, s->count);
    for (size_t i = 0; i < s->count && gb_table_rows(table) < VALUE_ROWS; i++) {
        if (s->name)
            gb_label_put(&text, s->name, GB_LABEL_LINE, 24);
        else
            gb_buffer_format(&text, "%s %zu", kind_word(s->kind), number + 1);
        gb_table_take(table, &text);
        if (s->kind == GB_SERIES_HISTOGRAM || s->kind == GB_SERIES_BOX)
            gb_buffer_format(&text, "%zu", i);
        else
            put_x(&text, axes, s, i);
        gb_table_take(table, &text);
        gb_number_put_style(&text, s->y[i], style);
        gb_table_take(table, &text);
    }
    gb_buffer_release(&text);
}

/* A folded table of the first few hundred points; text has it only when the caption is not enough
 * to read the figure. */
static bool put_values(gb_page *page, const gb_figure *f, gb_error *err)
{
    gb_table table = {.plain = true};
    size_t all = 0;
    gb_table_column(&table, "series", GB_ALIGN_LEFT);
    gb_table_column(&table, "x", GB_ALIGN_RIGHT);
    gb_table_column(&table, "y", GB_ALIGN_RIGHT);
    for (size_t i = 0; i < f->count; i++)
        for (size_t k = 0; k < f->axes[i].count; k++) {
            const gb_series *s = &f->axes[i].series[k];
            if (!has_values(s)) continue;
            all += s->count;
            add_series(&table, &f->axes[i], s, k);
        }
    bool ok = gb_table_ok(&table, err);
    size_t rows = gb_table_rows(&table);
    if (ok && rows) {
        gb_buffer_text(&page->html, "<details><summary>values</summary>");
        gb_page_table(page, &table, NULL);
        if (rows < all)
            gb_buffer_format(&page->html, "<p><small>the first %zu of %zu points</small></p>", rows,
                             all);
        if (rows < all) gb_buffer_format(&page->text, "… the first %zu of %zu points\n", rows, all);
        gb_buffer_text(&page->html, "</details>");
    }
    gb_table_release(&table);
    return ok;
}

bool gb_figure_show(const gb_figure *figure, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_buffer words = GB_BUFFER_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    gb_drawing *sheet = draw(figure, err);
    if (!sheet) return false;
    put_words(&words, figure);
    bool ok = gb_buffer_ok(&words, err) && gb_page_picture(&page, sheet, words.data, err);
    gb_drawing_free(sheet);
    if (ok) gb_page_line(&page, words.data);
    if (ok) ok = put_values(&page, figure, err);
    gb_buffer_release(&words);
    if (ok) return gb_page_finish(&page, figure->repr, out, err);
    gb_page_release(&page);
    return false;
}

char *gb_figure_export(const gb_figure *figure, const char *format, size_t *size, gb_error *err)
{
    static const double PAPER_SCALE = 300.0 / 96; /* 300 dots an inch */
    gb_drawing *sheet = draw(figure, err);
    if (!sheet) return NULL;
    char *bytes = NULL;
    if (!strcmp(format, "png"))
        bytes = (char *)gb_drawing_png(sheet, PAPER_SCALE, size, err);
    else if (!strcmp(format, "svg"))
        bytes = gb_drawing_svg(sheet, size, err);
    else if (!strcmp(format, "pdf"))
        bytes = gb_drawing_pdf(sheet, size, err);
    else
        gb_fail(err, GB_ERR_VALUE, "a figure cannot be saved as '%s'; png, svg and pdf can",
                format);
    gb_drawing_free(sheet);
    return bytes;
}
