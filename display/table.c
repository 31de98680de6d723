/* Tables as text and HTML. See table.h. */
#include "display/table.h"

#include "display/label.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <string.h>

enum { BAR_COLUMNS = 12, TEXT_COLUMN = 60 };
static const char BAR_COLOR[] = "#0072b2";

void gb_table_release(gb_table *table)
{
    gb_arena_release(&table->arena);
    gb_free(table->columns);
    gb_free(table->cells);
    *table = (gb_table)GB_TABLE_INIT;
}

bool gb_table_ok(const gb_table *table, gb_error *err)
{
    return !table->failed || gb_fail(err, GB_ERR_MEMORY, "out of memory while making a table");
}

const char *gb_table_keep(gb_table *table, const char *text)
{
    const char *copy = gb_arena_strdup(&table->arena, text ? text : "", NULL);
    if (!copy) table->failed = true;
    return copy ? copy : "";
}

/* Headers may be a user's words. */
static const char *keep_label(gb_table *table, const char *text)
{
    gb_buffer label = GB_BUFFER_INIT;
    gb_label_put(&label, text, GB_LABEL_LINE, TEXT_COLUMN);
    const char *copy = gb_table_keep(table, label.failed ? NULL : label.data);
    table->failed = table->failed || label.failed;
    gb_buffer_release(&label);
    return copy;
}

void gb_table_column(gb_table *table, const char *header, gb_align align)
{
    if (!gb_grow(&table->columns, &table->column_capacity, table->column_count + 1,
                 sizeof *table->columns, NULL)) {
        table->failed = true;
        return;
    }
    table->columns[table->column_count++] =
        (gb_column){.header = keep_label(table, header), .align = align};
}

gb_cell *gb_table_cell(gb_table *table, const char *text)
{
    static _Thread_local gb_cell nowhere; /* takes what is said about a cell that found no room */
    if (!gb_grow(&table->cells, &table->cell_capacity, table->cell_count + 1, sizeof *table->cells,
                 NULL)) {
        table->failed = true;
        return &nowhere;
    }
    gb_cell *cell = &table->cells[table->cell_count++];
    *cell = (gb_cell){.text = gb_table_keep(table, text)};
    return cell;
}

gb_cell *gb_table_take(gb_table *table, gb_buffer *text)
{
    gb_buffer_put(text, "", 0);
    if (text->failed) table->failed = true;
    gb_cell *cell = gb_table_cell(table, text->failed ? "" : text->data);
    gb_buffer_clear(text);
    return cell;
}

size_t gb_table_rows(const gb_table *table)
{
    return table->column_count ? table->cell_count / table->column_count : 0;
}

/* --- text ----------------------------------------------------------------------------------------
 */

/* A bar of eighths of a block, at least one eighth when there is anything. */
static void put_bar(gb_buffer *out, double part)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    part = part > 0 ? (part < 1 ? part : 1) : 0;
    int n = (int)(part * BAR_COLUMNS * 8 + 0.5);
    if (n == 0 && part > 0) n = 1;
    for (int i = 0; i < n / 8; i++)
        gb_buffer_text(out, "█");
    gb_buffer_text(out, eighths[n % 8]);
}

static void put_cell_text(gb_buffer *out, const gb_cell *cell)
{
    if (cell->bar)
        put_bar(out, cell->part);
    else
        gb_buffer_text(out, cell->text);
}

static size_t width_of(const char *text)
{
    return gb_text_width(text, strlen(text));
}

static void measure(const gb_table *table, size_t rows, size_t *widths)
{
    for (size_t j = 0; j < table->column_count; j++) {
        widths[j] = width_of(table->columns[j].header);
        for (size_t i = 0; i < rows; i++) {
            const gb_cell *cell = &table->cells[i * table->column_count + j];
            size_t width = cell->bar ? BAR_COLUMNS : width_of(cell->text);
            if (width > widths[j]) widths[j] = width;
        }
    }
}

static void put_aligned(gb_buffer *out, const char *text, gb_align align, size_t width)
{
    size_t own = width_of(text), space = width > own ? width - own : 0;
    size_t left = align == GB_ALIGN_RIGHT ? space : align == GB_ALIGN_CENTER ? space / 2 : 0;
    gb_buffer_repeat(out, ' ', left);
    gb_buffer_text(out, text);
    gb_buffer_repeat(out, ' ', space - left);
}

static void end_line(gb_buffer *out)
{
    while (out->size && out->data[out->size - 1] == ' ')
        out->data[--out->size] = '\0';
    gb_buffer_char(out, '\n');
}

static void put_text_row(const gb_table *table, gb_buffer *out, const gb_cell *row,
                         const size_t *widths)
{
    gb_buffer text = GB_BUFFER_INIT;
    for (size_t j = 0; j < table->column_count; j++) {
        if (j) gb_buffer_text(out, "  ");
        gb_buffer_put(&text, "", 0);
        if (row)
            put_cell_text(&text, &row[j]);
        else
            gb_buffer_text(&text, table->columns[j].header);
        if (text.failed) out->failed = true;
        if (!text.failed) put_aligned(out, text.data, table->columns[j].align, widths[j]);
        gb_buffer_clear(&text);
    }
    gb_buffer_release(&text);
    end_line(out);
}

static bool has_head(const gb_table *table)
{
    for (size_t j = 0; j < table->column_count; j++)
        if (*table->columns[j].header) return true;
    return false;
}

void gb_table_text(const gb_table *table, gb_buffer *out, size_t max_rows)
{
    size_t rows = gb_table_rows(table), shown = max_rows && rows > max_rows ? max_rows : rows;
    size_t *widths = gb_calloc(table->column_count, sizeof *widths, NULL);
    if (!widths || table->failed) {
        out->failed = true;
        gb_free(widths);
        return;
    }
    measure(table, shown, widths);
    if (has_head(table)) put_text_row(table, out, NULL, widths);
    for (size_t i = 0; i < shown; i++)
        put_text_row(table, out, table->cells + i * table->column_count, widths);
    if (shown < rows) gb_buffer_format(out, "… %zu of %zu rows shown\n", shown, rows);
    gb_free(widths);
}

/* --- HTML ----------------------------------------------------------------------------------------
 */

static const char *align_name(gb_align align)
{
    return align == GB_ALIGN_LEFT ? "left" : align == GB_ALIGN_RIGHT ? "right" : "center";
}

static void put_style(const gb_table *table, gb_buffer *out, const gb_cell *cell, gb_align align)
{
    char back[GB_COLOR_HEX], ink[GB_COLOR_HEX];
    if (table->plain) return;
    if (cell->filled) {
        gb_color_hex(cell->color, back);
        gb_color_hex(gb_color_ink(cell->color), ink);
        gb_buffer_format(out, " bgcolor=\"%s\"", back);
    }
    gb_buffer_format(out, " style=\"text-align:%s;padding:%s", align_name(align),
                     table->compact ? "2px 4px" : "2px 8px");
    if (cell->filled) gb_buffer_format(out, ";background-color:%s;color:%s", back, ink);
    if (cell->bold) gb_buffer_text(out, ";font-weight:bold");
    if (cell->monospaced) gb_buffer_text(out, ";font-family:monospace");
    /* An outline that stands out on any fill: the ink's colour, and orange where there is none. */
    if (cell->outlined) gb_buffer_format(out, ";border:3px solid #e69f00");
    gb_buffer_char(out, '"');
}

static void put_html_cell(const gb_table *table, gb_buffer *out, const gb_cell *cell, size_t j)
{
    bool head = j < table->head_columns;
    gb_buffer_text(out, head ? "<th" : "<td");
    put_style(table, out, cell, table->columns[j].align);
    if (cell->title) {
        gb_buffer_text(out, " title=\"");
        gb_html_put(out, cell->title);
        gb_buffer_char(out, '"');
    }
    gb_buffer_char(out, '>');
    if (cell->bar) {
        gb_buffer_format(out, "<span style=\"color:%s\">", BAR_COLOR);
        put_bar(out, cell->part);
        gb_buffer_text(out, "</span>");
    } else {
        if (cell->bold) gb_buffer_text(out, "<b>");
        gb_html_put(out, cell->text);
        if (cell->bold) gb_buffer_text(out, "</b>");
    }
    gb_buffer_text(out, head ? "</th>" : "</td>");
}

static void put_html_head(const gb_table *table, gb_buffer *out)
{
    gb_buffer_text(out, "<thead><tr>");
    for (size_t j = 0; j < table->column_count; j++) {
        const gb_column *column = &table->columns[j];
        gb_cell cell = {
            .text = column->header, .title = column->title, .monospaced = column->monospaced};
        gb_buffer_text(out, "<th");
        put_style(table, out, &cell, column->align);
        if (cell.title) {
            gb_buffer_text(out, " title=\"");
            gb_html_put(out, cell.title);
            gb_buffer_char(out, '"');
        }
        gb_buffer_char(out, '>');
        gb_html_put(out, column->header);
        gb_buffer_text(out, "</th>");
    }
    gb_buffer_text(out, "</tr></thead>");
}

void gb_table_html(const gb_table *table, gb_buffer *out, const char *caption, size_t budget)
{
    size_t rows = gb_table_rows(table), start = out->size, i = 0;
    if (table->failed) out->failed = true;
    gb_buffer_text(out, "<table style=\"border-collapse:collapse;margin:4px 0\">");
    if (caption)
        gb_buffer_format(
            out, "<caption style=\"text-align:left;padding:2px 0;min-width:700px\">%s</caption>",
            caption);
    if (has_head(table)) put_html_head(table, out);
    gb_buffer_text(out, "<tbody>");
    for (; i < rows && !out->failed && (!budget || out->size - start < budget); i++) {
        gb_buffer_text(out, "<tr>");
        for (size_t j = 0; j < table->column_count; j++)
            put_html_cell(table, out, &table->cells[i * table->column_count + j], j);
        gb_buffer_text(out, "</tr>");
    }
    gb_buffer_text(out, "</tbody></table>");
    if (i < rows)
        gb_buffer_format(out,
                         "<p><small>%zu of %zu rows shown, to keep the output under %d KB."
                         "</small></p>",
                         i, rows, 64);
}
