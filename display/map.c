/* Coloured cells with labels. See map.h. */
#include "display/map.h"

#include "display/axis.h"
#include "display/label.h"
#include "display/number.h"
#include "graph/base/memory.h"

#include <math.h>

enum { BAR_STEPS = 64 };

static const double LABEL_SIZE = 11, NAME_SIZE = 11, NUMBER_SIZE = 10, GAP = 6, BAR_WIDTH = 12;
static const gb_color BLACK = {0, 0, 0}, GREY = {0x66, 0x66, 0x66}, BEST = {0xe6, 0x9f, 0x00};

static int64_t row_shown(const gb_map *map, int64_t row)
{
    return map->upward ? map->values->dims[0] - 1 - row : row;
}

gb_color *gb_map_colors(const gb_map *map, gb_error *err)
{
    int64_t rows = map->values->dims[0], columns = map->values->dims[1];
    gb_color *colors = gb_alloc((size_t)(rows * columns) * sizeof *colors, err);
    if (!colors) return NULL;
    const char *mark;
    for (int64_t i = 0; i < rows; i++)
        for (int64_t j = 0; j < columns; j++) {
            int64_t from = i * columns + j;
            colors[row_shown(map, i) * columns + j] =
                gb_scale_cell(&map->scale, gb_array_get(map->values, from),
                              gb_array_masked(map->values, from), &mark);
        }
    return colors;
}

/* --- the colour bar ------------------------------------------------------------------------------
 */

static const gb_font TICK_FONT = {.size = 10, .down = GB_PLACE_MIDDLE};

double gb_scale_width(const gb_scale *scale, gb_drawing *drawing, double height)
{
    gb_ticks ticks = gb_ticks_linear(scale->low, scale->high, (size_t)fmax(height / 32, 4));
    gb_buffer text = GB_BUFFER_INIT;
    double width = 0;
    for (size_t i = 0; i < ticks.count; i++) {
        gb_buffer_clear(&text);
        gb_tick_put(&text, ticks.at[i], ticks.step);
        if (!text.failed) width = fmax(width, gb_text_extent(drawing, text.data, &TICK_FONT));
    }
    gb_buffer_release(&text);
    return width + 8;
}

void gb_scale_draw(const gb_scale *scale, gb_drawing *drawing, gb_box box, const char *name)
{
    gb_color ramp[BAR_STEPS];
    for (int i = 0; i < BAR_STEPS; i++) {
        double t = (double)i / (BAR_STEPS - 1);
        ramp[i] = gb_scale_color(scale, scale->high * (1 - t) + scale->low * t);
    }
    gb_draw_raster(drawing, box, &(gb_raster){ramp, BAR_STEPS, 1});
    gb_draw_box(drawing, box, NULL, &(gb_stroke){.color = GREY, .width = 0.5});
    gb_ticks ticks = gb_ticks_linear(scale->low, scale->high, (size_t)fmax(box.h / 32, 4));
    gb_buffer text = GB_BUFFER_INIT;
    for (size_t i = 0; i < ticks.count; i++) {
        double part = (ticks.at[i] / 2 - scale->low / 2) / (scale->high / 2 - scale->low / 2);
        double y = box.y + box.h * (1 - part), x = box.x + box.w;
        gb_draw_line(drawing, (gb_point){x, y}, (gb_point){x + 3, y}, &(gb_stroke){.color = GREY});
        gb_buffer_clear(&text);
        gb_tick_put(&text, ticks.at[i], ticks.step);
        if (!text.failed) gb_draw_text(drawing, (gb_point){x + 6, y}, text.data, &TICK_FONT);
    }
    gb_buffer_release(&text);
    gb_font font = {.size = NAME_SIZE,
                    .angle = 90,
                    .across = GB_PLACE_MIDDLE,
                    .down = GB_PLACE_MIDDLE,
                    .color = GREY};
    double width = gb_scale_width(scale, drawing, box.h);
    gb_draw_text(drawing, (gb_point){box.x + box.w + width + 8, box.y + box.h / 2}, name, &font);
}

/* --- labels --------------------------------------------------------------------------------------
 */

static double widest(gb_drawing *drawing, const char *const *labels, int64_t count)
{
    gb_font font = {.size = LABEL_SIZE};
    double width = 0;
    for (int64_t i = 0; labels && i < count; i++)
        width = fmax(width, gb_text_extent(drawing, labels[i], &font));
    return width;
}

gb_margins gb_map_margins(const gb_map *map, gb_drawing *drawing)
{
    gb_margins m = {4, 4, 4, 4, 0};
    double across = widest(drawing, map->column_labels, map->values->dims[1]);
    if (map->row_labels) m.left += widest(drawing, map->row_labels, map->values->dims[0]) + GAP;
    if (map->row_name) m.left += NAME_SIZE + GAP;
    if (map->column_labels) {
        m.angle = across <= map->cell_width - 4 ? 0 : map->cell_width >= 2 * LABEL_SIZE ? 45 : 90;
        double part = m.angle == 45 ? 0.7072 : 1;
        m.bottom +=
            m.angle == 0 ? LABEL_SIZE + GAP : across * part + LABEL_SIZE * (1.2 - part) + GAP;
        if (m.angle == 45) m.left = fmax(m.left, across * part - map->cell_width / 2 + 6);
    }
    if (map->column_name) m.bottom += NAME_SIZE + GAP + 2;
    if (map->color_bar)
        m.right +=
            2 * GAP + BAR_WIDTH +
            gb_scale_width(&map->scale, drawing, map->cell_height * (double)map->values->dims[0]) +
            (map->value_name ? NAME_SIZE + GAP : 0);
    return m;
}

/* Every n-th label when all would not fit. */
static int64_t stride_for(double cell)
{
    return cell >= LABEL_SIZE + 1 ? 1 : (int64_t)ceil((LABEL_SIZE + 1) / fmax(cell, 0.01));
}

static void draw_row_labels(const gb_map *map, gb_drawing *drawing, gb_point at)
{
    gb_font font = {
        .size = LABEL_SIZE, .color = BLACK, .across = GB_PLACE_END, .down = GB_PLACE_MIDDLE};
    int64_t rows = map->values->dims[0], stride = stride_for(map->cell_height);
    for (int64_t i = 0; i < rows; i += stride) {
        double y = at.y + ((double)row_shown(map, i) + 0.5) * map->cell_height;
        gb_draw_text(drawing, (gb_point){at.x - GAP, y}, map->row_labels[i], &font);
    }
}

static void draw_column_labels(const gb_map *map, gb_drawing *drawing, gb_point at, double angle)
{
    gb_font font = {.size = LABEL_SIZE, .color = BLACK, .angle = angle};
    font.across = angle == 0 ? GB_PLACE_MIDDLE : GB_PLACE_END;
    font.down = angle == 0 ? GB_PLACE_START : GB_PLACE_MIDDLE;
    int64_t columns = map->values->dims[1], stride = angle == 0 ? 1 : stride_for(map->cell_width);
    for (int64_t j = 0; j < columns; j += stride) {
        double x = at.x + ((double)j + 0.5) * map->cell_width + (angle == 45 ? 3 : 0);
        gb_draw_text(drawing, (gb_point){x, at.y + (angle == 0 ? 3 : GAP)}, map->column_labels[j],
                     &font);
    }
}

static void draw_names(const gb_map *map, gb_drawing *drawing, gb_box cells, const gb_margins *m)
{
    gb_font font = {
        .size = NAME_SIZE, .color = GREY, .across = GB_PLACE_MIDDLE, .down = GB_PLACE_MIDDLE};
    if (map->column_name)
        gb_draw_text(drawing, (gb_point){cells.x + cells.w / 2, cells.y + cells.h + m->bottom - 10},
                     map->column_name, &font);
    font.angle = 90;
    if (map->row_name)
        gb_draw_text(drawing, (gb_point){cells.x - m->left + 10, cells.y + cells.h / 2},
                     map->row_name, &font);
}

/* --- cells ---------------------------------------------------------------------------------------
 */

static gb_number_style cell_style(const gb_array *values)
{
    double largest = 0;
    bool whole = true, sign = false;
    int64_t n = gb_array_count(values);
    for (int64_t i = 0; i < n; i++) {
        double x = gb_array_get(values, i);
        if (!isfinite(x) || gb_array_masked(values, i)) continue;
        largest = fmax(largest, fabs(x));
        whole = whole && x == floor(x);
        sign = sign || x < 0;
    }
    return gb_number_style_for(largest, whole, sign);
}

/* Numbers, and the marks of cells that have none. */
static void draw_texts(const gb_map *map, gb_drawing *drawing, gb_point at)
{
    gb_font font = {.size = NUMBER_SIZE, .across = GB_PLACE_MIDDLE, .down = GB_PLACE_MIDDLE};
    gb_number_style style = cell_style(map->values);
    int64_t rows = map->values->dims[0], columns = map->values->dims[1];
    gb_buffer text = GB_BUFFER_INIT;
    for (int64_t i = 0; i < rows * columns; i++) {
        const char *mark;
        double x = gb_array_get(map->values, i);
        gb_color color = gb_scale_cell(&map->scale, x, gb_array_masked(map->values, i), &mark);
        gb_buffer_clear(&text);
        if (!map->quiet_mask || !gb_array_masked(map->values, i)) gb_buffer_text(&text, mark);
        if (map->texts)
            gb_label_put(&text, map->texts[i], GB_LABEL_TOKEN, 0);
        else if (!*mark && map->numbers)
            gb_number_put_style(&text, x, style);
        font.bold = map->bold && map->bold[i];
        font.color = gb_color_ink(color);
        gb_point middle = {at.x + ((double)(i % columns) + 0.5) * map->cell_width,
                           at.y + ((double)row_shown(map, i / columns) + 0.5) * map->cell_height};
        if (!text.failed && text.size &&
            gb_text_extent(drawing, text.data, &font) <= map->cell_width - 1 &&
            map->cell_height >= NUMBER_SIZE)
            gb_draw_text(drawing, middle, text.data, &font);
    }
    gb_buffer_release(&text);
}

static void draw_best(const gb_map *map, gb_drawing *drawing, gb_point at)
{
    int64_t columns = map->values->dims[1];
    gb_box box = {at.x + (double)(map->best % columns) * map->cell_width,
                  at.y + (double)row_shown(map, map->best / columns) * map->cell_height,
                  map->cell_width, map->cell_height};
    gb_draw_box(drawing, box, NULL, &(gb_stroke){.color = BLACK, .width = 3.5});
    gb_draw_box(drawing, box, NULL, &(gb_stroke){.color = BEST, .width = 2});
}

bool gb_map_draw(const gb_map *map, gb_drawing *drawing, gb_point at, gb_error *err)
{
    int64_t rows = map->values->dims[0], columns = map->values->dims[1];
    gb_color *colors = gb_map_colors(map, err);
    if (!colors) return false;
    gb_box cells = {at.x, at.y, map->cell_width * (double)columns, map->cell_height * (double)rows};
    gb_draw_raster(drawing, cells, &(gb_raster){colors, (int)rows, (int)columns});
    gb_free(colors);
    gb_draw_box(drawing, cells, NULL, &(gb_stroke){.color = {0xbb, 0xbb, 0xbb}, .width = 0.75});
    gb_margins m = gb_map_margins(map, drawing);
    if (map->cell_width >= 8) draw_texts(map, drawing, at);
    if (map->row_labels) draw_row_labels(map, drawing, at);
    if (map->column_labels)
        draw_column_labels(map, drawing, (gb_point){at.x, at.y + cells.h}, m.angle);
    draw_names(map, drawing, cells, &m);
    if (map->outline && rows > 0 && columns > 0) draw_best(map, drawing, at);
    double bar_height = fmax(cells.h, 24);
    if (map->color_bar)
        gb_scale_draw(&map->scale, drawing,
                      (gb_box){cells.x + cells.w + 2 * GAP, cells.y, BAR_WIDTH, bar_height},
                      map->value_name);
    return true;
}

gb_drawing *gb_map_sheet(const gb_map *map, const char *title, gb_error *err)
{
    static const double TITLE_HEIGHT = 24;
    gb_drawing *ruler = gb_drawing_new(1, 1, err);
    if (!ruler) return NULL;
    gb_margins m = gb_map_margins(map, ruler);
    gb_font font = {.size = 13, .bold = true};
    double top = title ? TITLE_HEIGHT : 0, title_width = gb_text_extent(ruler, title, &font) + 8;
    gb_drawing_free(ruler);
    double width = m.left + m.right + map->cell_width * (double)map->values->dims[1];
    double height = m.top + m.bottom + top + map->cell_height * (double)map->values->dims[0];
    gb_drawing *sheet =
        gb_drawing_new(fmax(width, fmin(title_width, 900)), fmax(height, top + 32), err);
    if (!sheet) return NULL;
    gb_draw_text(sheet, (gb_point){4, 4}, title, &font);
    if (gb_map_draw(map, sheet, (gb_point){m.left, m.top + top}, err)) return sheet;
    gb_drawing_free(sheet);
    return NULL;
}
