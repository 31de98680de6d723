/* The drawing core: the list of shapes. How it is painted is in paint.c. See drawing.h. */
#include "display/drawing_list.h"

#include "display/label.h"
#include "graph/base/memory.h"

#include <math.h>
#include <string.h>

gb_drawing *gb_drawing_new(double width, double height, gb_error *err)
{
    if (!(width >= 1 && height >= 1 && width <= GB_DRAWING_SIDE && height <= GB_DRAWING_SIDE)) {
        gb_fail(err, GB_ERR_VALUE, "a picture of %g × %g cannot be drawn; sides go from 1 to %d",
                width, height, GB_DRAWING_SIDE);
        return NULL;
    }
    gb_drawing *d = gb_calloc(1, sizeof *d, err);
    if (!d) return NULL;
    d->width = ceil(width);
    d->height = ceil(height);
    cairo_surface_t *sheet = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    d->ruler = cairo_create(sheet);
    cairo_surface_destroy(sheet);
    gb_paint_font_options(d->ruler);
    return d;
}

void gb_drawing_free(gb_drawing *d)
{
    if (!d) return;
    cairo_destroy(d->ruler);
    gb_arena_release(&d->arena);
    gb_free(d->shapes);
    gb_free(d);
}

double gb_drawing_width(const gb_drawing *d)
{
    return d->width;
}

double gb_drawing_height(const gb_drawing *d)
{
    return d->height;
}

static gb_shape *add(gb_drawing *d, gb_shape shape)
{
    if (d->failed || !gb_grow(&d->shapes, &d->capacity, d->count + 1, sizeof *d->shapes, NULL)) {
        d->failed = true;
        return NULL;
    }
    d->shapes[d->count] = shape;
    return &d->shapes[d->count++];
}

static void add_painted(gb_drawing *d, gb_shape shape, const gb_fill *fill, const gb_stroke *stroke)
{
    shape.filled = fill != NULL;
    shape.stroked = stroke != NULL;
    if (fill) shape.fill = *fill;
    if (stroke) shape.stroke = *stroke;
    add(d, shape);
}

static bool finite_box(gb_box b)
{
    return isfinite(b.x) && isfinite(b.y) && isfinite(b.w) && isfinite(b.h);
}

void gb_draw_box(gb_drawing *d, gb_box box, const gb_fill *fill, const gb_stroke *stroke)
{
    if (!finite_box(box)) return;
    add_painted(d, (gb_shape){.kind = GB_SHAPE_BOX, .box = box}, fill, stroke);
}

void gb_draw_circle(gb_drawing *d, gb_point c, double radius, const gb_fill *fill,
                    const gb_stroke *stroke)
{
    gb_shape shape = {.kind = GB_SHAPE_CIRCLE, .box = {c.x, c.y, radius, radius}};
    if (finite_box(shape.box) && radius > 0) add_painted(d, shape, fill, stroke);
}

void gb_draw_path(gb_drawing *d, const gb_path *path, const gb_fill *fill, const gb_stroke *stroke)
{
    gb_shape shape = {.kind = GB_SHAPE_PATH, .count = path->count, .closed = path->closed};
    if (!path->count) return;
    shape.points = gb_arena_copy(&d->arena, path->points, path->count * sizeof *path->points, NULL);
    if (shape.points)
        add_painted(d, shape, fill, stroke);
    else
        d->failed = true;
}

void gb_draw_line(gb_drawing *d, gb_point from, gb_point to, const gb_stroke *stroke)
{
    gb_point points[] = {from, to};
    gb_draw_path(d, &(gb_path){points, 2, false}, NULL, stroke);
}

void gb_draw_raster(gb_drawing *d, gb_box box, const gb_raster *raster)
{
    size_t cells = (size_t)raster->rows * (size_t)raster->columns;
    if (!cells || !finite_box(box)) return;
    for (size_t i = 0; i < cells; i++) {
        gb_color c = raster->colors[i];
        if (c.r == c.g && c.g == c.b && c.r % GB_GREY_STEP) d->exact_grey = true;
    }
    gb_shape shape = {.kind = GB_SHAPE_RASTER, .box = box, .raster = *raster};
    shape.raster.colors =
        gb_arena_copy(&d->arena, raster->colors, cells * sizeof *raster->colors, NULL);
    if (shape.raster.colors)
        add(d, shape);
    else
        d->failed = true;
}

/* The text as it will be drawn, in the arena. */
static const char *clean(gb_drawing *d, const char *text)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_label_put(&b, text, GB_LABEL_LINE, 0);
    const char *copy =
        b.failed ? NULL : gb_arena_strndup(&d->arena, b.data ? b.data : "", b.size, NULL);
    gb_buffer_release(&b);
    if (!copy) d->failed = true;
    return copy;
}

void gb_draw_text(gb_drawing *d, gb_point at, const char *text, const gb_font *font)
{
    gb_shape shape = {.kind = GB_SHAPE_TEXT, .box = {at.x, at.y, 0, 0}, .font = *font};
    if (!text || !*text || !finite_box(shape.box)) return;
    shape.text = clean(d, text);
    if (shape.text) add(d, shape);
}

double gb_text_extent(gb_drawing *d, const char *text, const gb_font *font)
{
    const char *shown = text && *text ? clean(d, text) : NULL;
    if (!shown) return 0;
    cairo_text_extents_t extents;
    gb_paint_font(d->ruler, font);
    cairo_text_extents(d->ruler, shown, &extents);
    return extents.x_advance;
}

void gb_draw_clip(gb_drawing *d, gb_box box)
{
    if (finite_box(box)) add(d, (gb_shape){.kind = GB_SHAPE_CLIP, .box = box});
}

void gb_draw_unclip(gb_drawing *d)
{
    add(d, (gb_shape){.kind = GB_SHAPE_UNCLIP});
}

/* --- the list as text ----------------------------------------------------------------------------
 */

static void put_color(gb_buffer *out, const char *name, gb_color color, double opacity)
{
    char hex[GB_COLOR_HEX];
    gb_color_hex(color, hex);
    gb_buffer_format(out, " %s %s", name, hex);
    if (opacity > 0 && opacity < 1) gb_buffer_format(out, "/%.2f", opacity);
}

static void put_shape(gb_buffer *out, const gb_shape *s)
{
    static const char *const names[] = {"box",  "circle", "path",  "raster",
                                        "text", "clip",   "unclip"};
    gb_buffer_text(out, names[s->kind]);
    if (s->kind == GB_SHAPE_PATH)
        for (size_t i = 0; i < s->count; i++)
            gb_buffer_format(out, " %.1f,%.1f", s->points[i].x, s->points[i].y);
    else if (s->kind == GB_SHAPE_TEXT)
        gb_buffer_format(out, " %.0f,%.0f \"%s\" size %.0f%s", s->box.x, s->box.y, s->text,
                         s->font.size, s->font.bold ? " bold" : "");
    else if (s->kind != GB_SHAPE_UNCLIP)
        gb_buffer_format(out, " %.1f,%.1f %.1f×%.1f", s->box.x, s->box.y, s->box.w, s->box.h);
    if (s->kind == GB_SHAPE_RASTER)
        gb_buffer_format(out, " of %d×%d", s->raster.rows, s->raster.columns);
    if (s->filled) put_color(out, "fill", s->fill.color, s->fill.opacity);
    if (s->stroked) put_color(out, "line", s->stroke.color, s->stroke.opacity);
    if (s->stroked && s->stroke.dash) gb_buffer_format(out, " dash %d", s->stroke.dash);
    gb_buffer_char(out, '\n');
}

char *gb_drawing_list(const gb_drawing *d, gb_error *err)
{
    gb_buffer out = GB_BUFFER_INIT;
    gb_buffer_format(&out, "sheet %.0f×%.0f\n", d->width, d->height);
    for (size_t i = 0; i < d->count; i++)
        put_shape(&out, &d->shapes[i]);
    return gb_buffer_take(&out, NULL, err);
}
