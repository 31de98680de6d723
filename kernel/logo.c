/* A glass box with a lit network inside. See logo.h. */
#include "kernel/logo.h"

#include <cairo.h>
#include <cairo-svg.h>
#include <math.h>

/* Units of a 64 × 64 picture. */
static const double nodes[][2] = {{20, 26}, {20, 40}, {32, 20}, {32, 33}, {32, 46}, {44, 33}};
static const int links[][2] = {{0, 2}, {0, 3}, {1, 3}, {1, 4}, {2, 5}, {3, 5}, {4, 5}};

static void draw_box(cairo_t *c)
{
    cairo_set_line_width(c, 3);
    cairo_set_line_join(c, CAIRO_LINE_JOIN_ROUND);
    cairo_rectangle(c, 8, 14, 42, 42);
    cairo_set_source_rgba(c, 0.34, 0.71, 0.91, 0.22);
    cairo_fill_preserve(c);
    cairo_set_source_rgb(c, 0.0, 0.45, 0.70);
    cairo_stroke(c);
    cairo_move_to(c, 8, 14);
    cairo_line_to(c, 17, 6);
    cairo_line_to(c, 58, 6);
    cairo_line_to(c, 58, 46);
    cairo_line_to(c, 50, 56);
    cairo_move_to(c, 50, 14);
    cairo_line_to(c, 58, 6);
    cairo_stroke(c);
}

static void draw_network(cairo_t *c)
{
    cairo_set_line_width(c, 1.6);
    cairo_set_source_rgb(c, 0.42, 0.47, 0.53);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        cairo_move_to(c, nodes[links[i][0]][0], nodes[links[i][0]][1]);
        cairo_line_to(c, nodes[links[i][1]][0], nodes[links[i][1]][1]);
    }
    cairo_stroke(c);
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
        bool lit = i == 3;
        cairo_arc(c, nodes[i][0], nodes[i][1], lit ? 4.6 : 3.4, 0, 2 * M_PI);
        if (lit)
            cairo_set_source_rgb(c, 0.90, 0.62, 0.0);
        else
            cairo_set_source_rgb(c, 0.0, 0.45, 0.70);
        cairo_fill(c);
    }
}

static void draw(cairo_surface_t *surface, int pixels)
{
    cairo_t *c = cairo_create(surface);
    cairo_scale(c, pixels / 64.0, pixels / 64.0);
    draw_box(c);
    draw_network(c);
    cairo_destroy(c);
}

static bool check(cairo_status_t status, const char *path, gb_error *err)
{
    return status == CAIRO_STATUS_SUCCESS ||
           gb_fail(err, GB_ERR_OS, "cannot write '%s': %s", path, cairo_status_to_string(status));
}

bool gb_logo_write(const char *path, int pixels, gb_error *err)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels, pixels);
    draw(surface, pixels);
    cairo_status_t status = cairo_surface_write_to_png(surface, path);
    cairo_surface_destroy(surface);
    return check(status, path, err);
}

bool gb_logo_write_svg(const char *path, int pixels, gb_error *err)
{
    cairo_surface_t *surface = cairo_svg_surface_create(path, pixels, pixels);
    draw(surface, pixels);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return check(status, path, err);
}
