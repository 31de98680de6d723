/* Numbers, ticks, colours, statistics, shrinking, ranks: what could be wrong by one. */
#include "display/axis.h"
#include "display/color.h"
#include "display/label.h"
#include "display/number.h"
#include "display/png.h"
#include "display/view.h"
#include "graph/base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void number_is(double x, bool sign, const char *wanted)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_number_put(&b, x, GB_DIGITS, sign);
    assert_string_equal(b.data, wanted);
    gb_buffer_release(&b);
}

static void numbers(void **state)
{
    (void)state;
    number_is(3.4142, true, "+3.41");
    number_is(-0.012345, false, "-0.0123");
    number_is(1234.5, false, "1234");
    number_is(0.00001234, false, "1.23e-05");
    number_is(12345678.0, false, "1.23e+07");
    number_is(0, true, "0");
    number_is(-0.0, false, "0");
    number_is(NAN, true, "nan");
    number_is(-INFINITY, true, "-inf");
    gb_buffer b = GB_BUFFER_INIT;
    gb_number_style style = gb_number_style_for(12.3, false, true);
    gb_number_put_style(&b, -0.01, style);
    assert_string_equal(b.data, "0.0");
    gb_buffer_clear(&b);
    gb_number_put_count(&b, -1234567);
    assert_string_equal(b.data, "-1,234,567");
    gb_buffer_release(&b);
}

static void labels(void **state)
{
    (void)state;
    gb_buffer b = GB_BUFFER_INIT;
    gb_label_put(&b, " a\n\t\x01\xff\xe2\x80\x8b", GB_LABEL_TOKEN, 0);
    assert_string_equal(b.data, "·a⏎⇥\\x01\\xff\\u200b");
    gb_buffer_clear(&b);
    gb_label_put(&b, "abcdef", GB_LABEL_TOKEN, 4);
    assert_string_equal(b.data, "abc…");
    gb_buffer_clear(&b);
    gb_label_put(&b, "abcd", GB_LABEL_TOKEN, 4);
    assert_string_equal(b.data, "abcd");
    gb_buffer_clear(&b);
    gb_html_put(&b, "<a href=\"x\">&\x02");
    assert_string_equal(b.data, "&lt;a href=&quot;x&quot;&gt;&amp;\xef\xbf\xbd");
    gb_buffer_release(&b);
}

static void ticks(void **state)
{
    (void)state;
    gb_ticks t = gb_ticks_linear(-0.3, 1.1, 6);
    assert_int_equal(t.count, 3);
    assert_true(t.at[0] == 0 && t.at[1] == 0.5 && t.at[2] == 1);
    t = gb_ticks_log(3, 60000, 8);
    assert_int_equal(t.count, 4);
    assert_true(fabs(t.at[0] - 10) < 1e-9 && fabs(t.at[3] - 10000) < 1e-6);
    assert_int_equal(gb_ticks_linear(1, 1, 5).count, 0);
    assert_int_equal(gb_ticks_linear(NAN, 1, 5).count, 0);
    gb_buffer b = GB_BUFFER_INIT;
    gb_tick_put(&b, -0.5, 0.5);
    gb_buffer_char(&b, ' ');
    gb_tick_put(&b, 2500000, 500000);
    assert_string_equal(b.data, "−0.5 2.5e6");
    gb_buffer_release(&b);
}

static void color_is(gb_color c, const char *wanted)
{
    char hex[GB_COLOR_HEX];
    gb_color_hex(c, hex);
    assert_string_equal(hex, wanted);
}

static void colors(void **state)
{
    (void)state;
    gb_scale s = gb_scale_choose(GB_SCALE_AUTO, -1, 3, 0);
    assert_int_equal(s.kind, GB_SCALE_SIGNED);
    color_is(gb_scale_color(&s, 0), "#ffffff");
    color_is(gb_scale_color(&s, 3), "#2166ac");  /* blue is positive */
    color_is(gb_scale_color(&s, -9), "#b2182b"); /* clipped */
    s = gb_scale_choose(GB_SCALE_AUTO, 2, 4, 0);
    color_is(gb_scale_color(&s, 2), "#440154");
    color_is(gb_scale_color(&s, 4), "#fde725");
    s = gb_scale_choose(GB_SCALE_SIGNED, -1.7e308, 1.7e308, 0);
    color_is(gb_scale_color(&s, 0), "#ffffff"); /* no overflow */
    color_is(gb_color_ink((gb_color){255, 255, 0}), "#000000");
    color_is(gb_color_ink((gb_color){0, 0, 160}), "#ffffff");
    gb_color c;
    assert_true(gb_color_parse("tab:blue", &c));
    color_is(c, "#1f77b4");
    assert_true(gb_color_parse("#abc", &c));
    color_is(c, "#aabbcc");
    assert_true(gb_color_parse("0.5", &c));
    color_is(c, "#808080");
    assert_false(gb_color_parse("no colour", &c));
    assert_false(gb_color_parse("#12", &c));
}

static void statistics(void **state)
{
    (void)state;
    static const float data[] = {1, 2, 3, 4, NAN, INFINITY, 0};
    gb_array a = gb_array_floats(data, 1, 7);
    gb_statistics s;
    assert_true(gb_array_statistics(&a, &s, NULL));
    assert_int_equal(s.count, 7);
    assert_int_equal(s.nan, 1);
    assert_int_equal(s.infinite, 1);
    assert_int_equal(s.zero, 1);
    assert_true(s.min == 0 && s.max == 4 && s.mean == 2);
    assert_true(fabs(s.deviation - sqrt(2.5)) < 1e-12); /* n - 1 */
    int64_t all = 0;
    for (int i = 0; i < GB_HISTOGRAM_BINS; i++)
        all += s.bins[i];
    assert_int_equal(all, 5);
    assert_int_equal(s.bins[GB_HISTOGRAM_BINS - 1], 1);
}

static void shrinking(void **state)
{
    (void)state;
    static const double data[] = {1, -5, 2, 3, /**/ 0, 4, -7, NAN};
    gb_array a = gb_array_matrix(data, 2, 4);
    gb_small_matrix m;
    assert_true(gb_array_shrink(&a, 1, 2, &m, NULL));
    assert_int_equal(m.rows, 1);
    assert_int_equal(m.columns, 2);
    assert_true(m.values[0] == -5 && isnan(m.values[1]));
    gb_small_matrix_release(&m);
}

static void ranks(void **state)
{
    (void)state;
    static const double logits[] = {1, 3, 3, NAN, 0, 2};
    gb_array a = gb_array_doubles(logits, 6);
    int64_t targets[] = {4, 1};
    gb_topk_row rows[4];
    size_t count;
    gb_topk_request request = {.k = 2, .targets = targets, .target_count = 2};
    assert_true(gb_topk_select(&a, &request, rows, &count, NULL));
    assert_int_equal(count, 3);
    assert_int_equal(rows[0].id, 1); /* equal values by id */
    assert_true(rows[0].target);
    assert_int_equal(rows[1].id, 2);
    assert_int_equal(rows[2].id, 4);
    assert_int_equal(rows[2].rank, 5); /* NaN is last */
    double total = exp(-2) + 2 + exp(-3) + exp(-1);
    assert_true(fabs(rows[0].probability - 1 / total) < 1e-12);
    targets[0] = 6;
    assert_false(gb_topk_select(&a, &request, rows, &count, NULL));
}

static void pictures(void **state)
{
    (void)state;
    uint32_t two[] = {0xFF0000, 0x0000FF, 0x0000FF, 0xFF0000};
    size_t size;
    unsigned char *png = gb_png_encode(&(gb_pixels){two, 2, 2}, &size, NULL);
    assert_non_null(png);
    assert_memory_equal(png, "\x89PNG\r\n\x1a\n", 8);
    assert_int_equal(png[24], 1); /* one bit a pixel */
    assert_int_equal(png[25], 3); /* palette */
    gb_free(png);
    gb_axes axes = {.title = "t"};
    gb_figure figure = {.axes = &axes, .count = 1};
    char *svg = gb_figure_export(&figure, "svg", &size, NULL);
    char *pdf = gb_figure_export(&figure, "pdf", &size, NULL);
    assert_non_null(strstr(svg, "<svg"));
    assert_memory_equal(pdf, "%PDF", 4);
    assert_null(gb_figure_export(&figure, "doc", &size, NULL));
    gb_free(svg);
    gb_free(pdf);
}

static void packing(void **state)
{
    (void)state;
    unsigned char bytes[] = {1, 2, 3, 4};
    gb_bundle b = {.text = (char *)"t",
                   .html = (char *)"<b>t</b>",
                   .png = bytes,
                   .png_size = 4,
                   .width = 7,
                   .height = 9,
                   .alt = (char *)"a"};
    json_t *data, *metadata;
    assert_true(gb_bundle_json(&b, &data, &metadata, NULL));
    assert_string_equal(json_string_value(json_object_get(data, "image/png")), "AQIDBA==");
    json_t *size = json_object_get(metadata, "image/png");
    assert_int_equal(json_integer_value(json_object_get(size, "width")), 7);
    json_decref(data);
    json_decref(metadata);
}

/* Each allocation of a view fails once: an error and no leak, never a crash. */
static void no_memory(void **state)
{
    (void)state;
    static const double data[] = {1, 2, 3, 4};
    gb_heatmap map = {.title = "m", .values = gb_array_matrix(data, 2, 2)};
    for (long after = 0; after < 400; after++) {
        gb_bundle b;
        gb_error err = GB_ERROR_INIT;
        gb_alloc_fail_after(after);
        bool shown = gb_heatmap_show(&map, &b, &err);
        gb_alloc_fail_after(-1);
        if (shown) gb_bundle_release(&b);
        if (!shown) assert_int_equal(err.cls, GB_ERR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers),    cmocka_unit_test(labels),
                                       cmocka_unit_test(ticks),      cmocka_unit_test(colors),
                                       cmocka_unit_test(statistics), cmocka_unit_test(shrinking),
                                       cmocka_unit_test(ranks),      cmocka_unit_test(pictures),
                                       cmocka_unit_test(packing),    cmocka_unit_test(no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
