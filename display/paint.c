/* Painting a drawing with cairo: PNG, SVG, PDF. See drawing.h. */
#include "display/drawing_list.h"

#include "display/png.h"
#include "graph/base/buffer.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

static const double DEFAULT_SIZE = 12;

void gb_paint_font_options(cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

void gb_paint_font(cairo_t *cr, const gb_font *font)
{
    cairo_select_font_face(cr, font->monospaced ? "DejaVu Sans Mono" : "DejaVu Sans",
                           CAIRO_FONT_SLANT_NORMAL,
                           font->bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cr, font->size > 0 ? font->size : DEFAULT_SIZE);
}

static void set_color(cairo_t *cr, gb_color c, double opacity)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                          opacity > 0 && opacity < 1 ? opacity : 1);
}

static void set_stroke(cairo_t *cr, const gb_stroke *s)
{
    static const struct {
        int count;
        double parts[4];
    } dashes[] = {{0, {0}}, {2, {5, 3}}, {2, {1.2, 2.4}}, {4, {6, 2.5, 1.2, 2.5}}};
    double width = s->width > 0 ? s->width : 1, scaled[4];
    int dash = s->dash >= 0 && s->dash < 4 ? s->dash : 0;
    for (int i = 0; i < dashes[dash].count; i++)
        scaled[i] = dashes[dash].parts[i] * fmax(width, 1);
    cairo_set_dash(cr, scaled, dashes[dash].count, 0);
    cairo_set_line_width(cr, width);
    set_color(cr, s->color, s->opacity);
}

/* Cairo keeps coordinates in 24 bits: what lies far outside is moved nearer. */
static double near(double x)
{
    return fmin(fmax(x, -100000), 100000);
}

static void trace_path(cairo_t *cr, const gb_shape *s)
{
    bool open = false;
    cairo_new_path(cr);
    for (size_t i = 0; i < s->count; i++) {
        double x = s->points[i].x, y = s->points[i].y;
        if (!isfinite(x) || !isfinite(y))
            open = false;
        else if (open)
            cairo_line_to(cr, near(x), near(y));
        else
            cairo_move_to(cr, near(x), near(y));
        open = open || (isfinite(x) && isfinite(y));
    }
    if (s->closed) cairo_close_path(cr);
}

static void trace_shape(cairo_t *cr, const gb_shape *s)
{
    cairo_new_path(cr);
    if (s->kind == GB_SHAPE_BOX)
        cairo_rectangle(cr, near(s->box.x), near(s->box.y), near(s->box.w), near(s->box.h));
    else if (s->kind == GB_SHAPE_CIRCLE)
        cairo_arc(cr, near(s->box.x), near(s->box.y), near(s->box.w), 0, 2 * M_PI);
    else
        trace_path(cr, s);
}

static void paint_area(cairo_t *cr, const gb_shape *s)
{
    trace_shape(cr, s);
    if (s->filled) {
        set_color(cr, s->fill.color, s->fill.opacity);
        cairo_fill_preserve(cr);
    }
    if (s->stroked) {
        set_stroke(cr, &s->stroke);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke(cr);
    }
    cairo_new_path(cr);
}

static void paint_raster(cairo_t *cr, const gb_shape *s)
{
    const gb_raster *r = &s->raster;
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, r->columns, r->rows);
    unsigned char *data = cairo_image_surface_get_data(image);
    int stride = cairo_image_surface_get_stride(image);
    for (int i = 0; data && i < r->rows; i++) {
        uint32_t *row = (uint32_t *)(void *)(data + (size_t)i * (size_t)stride);
        for (int j = 0; j < r->columns; j++) {
            gb_color c = r->colors[(size_t)i * (size_t)r->columns + (size_t)j];
            row[j] = (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
        }
    }
    cairo_surface_mark_dirty(image);
    cairo_save(cr);
    cairo_translate(cr, s->box.x, s->box.y);
    cairo_scale(cr, s->box.w / r->columns, s->box.h / r->rows);
    cairo_set_source_surface(cr, image, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, r->columns, r->rows);
    cairo_fill(cr);
    cairo_restore(cr);
    cairo_surface_destroy(image);
}

static void paint_text(cairo_t *cr, const gb_shape *s)
{
    cairo_text_extents_t text;
    cairo_font_extents_t font;
    cairo_save(cr);
    gb_paint_font(cr, &s->font);
    cairo_text_extents(cr, s->text, &text);
    cairo_font_extents(cr, &font);
    double left = s->font.across == GB_PLACE_START    ? 0
                  : s->font.across == GB_PLACE_MIDDLE ? -text.x_advance / 2
                                                      : -text.x_advance;
    /* The middle of a line is that of its capitals, 0.73 of the size in DejaVu. */
    double size = s->font.size > 0 ? s->font.size : DEFAULT_SIZE;
    double down = s->font.down == GB_PLACE_START    ? font.ascent
                  : s->font.down == GB_PLACE_MIDDLE ? 0.73 * size / 2
                                                    : 0;
    cairo_translate(cr, near(s->box.x), near(s->box.y));
    cairo_rotate(cr, -s->font.angle * M_PI / 180);
    cairo_move_to(cr, left, down);
    set_color(cr, s->font.color, 1);
    cairo_show_text(cr, s->text);
    cairo_restore(cr);
}

static void paint_clip(cairo_t *cr, const gb_shape *s)
{
    cairo_save(cr);
    cairo_rectangle(cr, near(s->box.x), near(s->box.y), near(s->box.w), near(s->box.h));
    cairo_clip(cr);
}

static bool paint(const gb_drawing *d, cairo_t *cr, gb_error *err)
{
    if (d->failed) return gb_fail(err, GB_ERR_MEMORY, "out of memory while drawing");
    gb_paint_font_options(cr);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    for (size_t i = 0; i < d->count; i++) {
        const gb_shape *s = &d->shapes[i];
        if (i % 256 == 0 && !gb_check_interrupt(err)) return false;
        switch (s->kind) {
        case GB_SHAPE_RASTER: paint_raster(cr, s); break;
        case GB_SHAPE_TEXT: paint_text(cr, s); break;
        case GB_SHAPE_CLIP: paint_clip(cr, s); break;
        case GB_SHAPE_UNCLIP: cairo_restore(cr); break;
        default: paint_area(cr, s);
        }
    }
    if (cairo_status(cr) != CAIRO_STATUS_SUCCESS)
        return gb_fail(err, GB_ERR_RUNTIME, "drawing failed: %s",
                       cairo_status_to_string(cairo_status(cr)));
    return true;
}

static uint32_t step_grey(uint32_t pixel)
{
    uint32_t level = pixel & 255;
    if (pixel != level * 0x010101) return pixel;
    return (level + GB_GREY_STEP / 2) / GB_GREY_STEP * GB_GREY_STEP * 0x010101;
}

/* The surface's pixels without the bytes cairo leaves undefined. */
static unsigned char *encode_surface(cairo_surface_t *sheet, bool exact_grey, size_t *size,
                                     gb_error *err)
{
    cairo_surface_flush(sheet);
    uint32_t width = (uint32_t)cairo_image_surface_get_width(sheet);
    uint32_t height = (uint32_t)cairo_image_surface_get_height(sheet);
    const unsigned char *data = cairo_image_surface_get_data(sheet);
    size_t stride = (size_t)cairo_image_surface_get_stride(sheet);
    uint32_t *pixels = data ? gb_alloc((size_t)width * height * sizeof *pixels, err) : NULL;
    if (!pixels) {
        gb_fail(err, GB_ERR_MEMORY, "no memory for a picture of %u × %u pixels", width, height);
        return NULL;
    }
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++) {
            uint32_t pixel;
            memcpy(&pixel, data + y * stride + 4 * x, 4);
            pixel &= 0xFFFFFF;
            pixels[y * width + x] = exact_grey ? pixel : step_grey(pixel);
        }
    unsigned char *png = gb_png_encode(&(gb_pixels){pixels, width, height}, size, err);
    gb_free(pixels);
    return png;
}

unsigned char *gb_drawing_png(const gb_drawing *d, double scale, size_t *size, gb_error *err)
{
    cairo_surface_t *sheet = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(d->width * scale),
                                                        (int)(d->height * scale));
    cairo_t *cr = cairo_create(sheet);
    cairo_scale(cr, scale, scale);
    unsigned char *png = paint(d, cr, err) ? encode_surface(sheet, d->exact_grey, size, err) : NULL;
    cairo_destroy(cr);
    cairo_surface_destroy(sheet);
    return png;
}

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned n)
{
    gb_buffer *out = closure;
    gb_buffer_put(out, data, n);
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

/* Paints on a surface that streams into `out`, and ends it. */
static char *stream(const gb_drawing *d, cairo_surface_t *sheet, gb_buffer *out, size_t *size,
                    gb_error *err)
{
    cairo_t *cr = cairo_create(sheet);
    bool ok = paint(d, cr, err);
    cairo_destroy(cr);
    cairo_surface_finish(sheet);
    cairo_surface_destroy(sheet);
    if (ok) return gb_buffer_take(out, size, err);
    gb_buffer_release(out);
    return NULL;
}

char *gb_drawing_svg(const gb_drawing *d, size_t *size, gb_error *err)
{
    gb_buffer out = GB_BUFFER_INIT;
    cairo_surface_t *sheet =
        cairo_svg_surface_create_for_stream(collect, &out, d->width, d->height);
    return stream(d, sheet, &out, size, err);
}

char *gb_drawing_pdf(const gb_drawing *d, size_t *size, gb_error *err)
{
    gb_buffer out = GB_BUFFER_INIT;
    /* CSS pixels are 1/96 inch, PDF's points 1/72. */
    cairo_surface_t *sheet =
        cairo_pdf_surface_create_for_stream(collect, &out, d->width * 0.75, d->height * 0.75);
    cairo_pdf_surface_set_metadata(sheet, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_surface_set_device_scale(sheet, 0.75, 0.75);
    return stream(d, sheet, &out, size, err);
}
