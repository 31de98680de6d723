/* The legend: where it covers nothing. See plot.h. */
#include "display/plot.h"

#include <math.h>
#include <string.h>

static const double ROW = 17, SWATCH = 26, PAD = 7, INSET = 6;
static const gb_font FONT = {.size = 10.5, .down = GB_PLACE_MIDDLE};

static bool in_legend(const gb_trace *t)
{
    return t->series->name && *t->series->name && t->series->name[0] != '_' &&
           t->series->kind != GB_SERIES_TEXT && t->series->kind != GB_SERIES_IMAGE;
}

static size_t entries(const gb_plot *plot)
{
    size_t n = 0;
    for (size_t i = 0; i < plot->count; i++)
        n += in_legend(&plot->traces[i]);
    return n;
}

bool gb_legend_wanted(const gb_plot *plot)
{
    size_t n = entries(plot);
    if (plot->axes->hidden || plot->axes->legend == GB_LEGEND_HIDE) return false;
    return n >= 2 || (n == 1 && plot->axes->legend == GB_LEGEND_SHOW);
}

double gb_legend_width(const gb_plot *plot)
{
    double width = 0;
    for (size_t i = 0; i < plot->count; i++)
        if (in_legend(&plot->traces[i]))
            width = fmax(width, gb_text_extent(plot->drawing, plot->traces[i].series->name, &FONT));
    return width + SWATCH + 3 * PAD;
}

static double legend_height(const gb_plot *plot)
{
    return (double)entries(plot) * ROW + PAD;
}

/* --- a free place --------------------------------------------------------------------------------
 */

typedef struct search {
    gb_box box; /* the legend's, with a little air */
    bool taken;
} search;

static void look(void *context, gb_point at)
{
    search *s = context;
    if (at.x >= s->box.x && at.x <= s->box.x + s->box.w && at.y >= s->box.y &&
        at.y <= s->box.y + s->box.h)
        s->taken = true;
}

bool gb_legend_place(const gb_plot *plot, gb_point *at)
{
    /* In fractions of the free room: corners first, then the middles of the sides. */
    static const gb_point places[] = {{1, 0},  {0, 0},  {1, 1},  {0, 1},
                                      {1, .5}, {0, .5}, {.5, 0}, {.5, 1}};
    double width = gb_legend_width(plot), height = legend_height(plot);
    double free_x = plot->box.w - width - 2 * INSET, free_y = plot->box.h - height - 2 * INSET;
    if (free_x < 0 || free_y < 0) return false;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        *at = (gb_point){plot->box.x + INSET + free_x * places[i].x,
                         plot->box.y + INSET + free_y * places[i].y};
        search s = {{at->x - 3, at->y - 3, width + 6, height + 6}, false};
        for (size_t k = 0; k < plot->count && !s.taken; k++)
            gb_trace_visit(plot, &plot->traces[k], look, &s);
        if (!s.taken) return true;
    }
    return false;
}

/* --- drawing -------------------------------------------------------------------------------------
 */

static void draw_swatch(const gb_plot *plot, const gb_trace *t, gb_point at)
{
    gb_fill fill = {.color = t->color, .opacity = t->series->opacity};
    gb_stroke stroke = gb_trace_stroke(t);
    switch (t->series->kind) {
    case GB_SERIES_AREA:
        if (!fill.opacity) fill.opacity = 0.3;
        /* fallthrough */
    case GB_SERIES_BAR:
    case GB_SERIES_BAR_ACROSS:
    case GB_SERIES_HISTOGRAM:
    case GB_SERIES_BOX:
        gb_draw_box(plot->drawing, (gb_box){at.x + 4, at.y - 5, SWATCH - 8, 10}, &fill, NULL);
        return;
    default: break;
    }
    if (t->line) gb_draw_line(plot->drawing, at, (gb_point){at.x + SWATCH, at.y}, &stroke);
    gb_trace_marker(plot, t, (gb_point){at.x + SWATCH / 2, at.y}, 3);
}

void gb_legend_draw(const gb_plot *plot, gb_point at)
{
    gb_box box = {at.x, at.y, gb_legend_width(plot), legend_height(plot)};
    gb_draw_box(plot->drawing, box, &(gb_fill){.color = {255, 255, 255}},
                &(gb_stroke){.color = {0xcc, 0xcc, 0xcc}, .width = 0.75});
    double y = at.y + PAD / 2 + ROW / 2;
    for (size_t i = 0; i < plot->count; i++) {
        const gb_trace *t = &plot->traces[i];
        if (!in_legend(t)) continue;
        draw_swatch(plot, t, (gb_point){at.x + PAD, y});
        gb_draw_text(plot->drawing, (gb_point){at.x + 2 * PAD + SWATCH, y}, t->series->name, &FONT);
        y += ROW;
    }
}
