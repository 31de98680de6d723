/* What files, models and peers may send: invalid UTF-8, markup, control characters, NaN, empty and
 * enormous shapes. Every view answers with sound HTML within its budget, or with an error. */
#include "display/view.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "tests/unit/display/samples.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const NASTY[] = {"",
                                    "<script>alert(1)</script>",
                                    "\" onmouseover=\"x",
                                    "\xff\xfe\x80",
                                    "\x1b[31m\x07\r\n\t",
                                    "\xe2\x80\xae"
                                    "abc",
                                    "&amp;&lt;",
                                    "</td></table><style>*{}</style>",
                                    "a\xcc\x81\xcc\x81\xcc\x81",
                                    "\xf0\x9f\x98\x80\xe6\xbc\xa2\xe5\xad\x97"};
enum { NASTIES = sizeof NASTY / sizeof *NASTY };

static const double ODD[] = {NAN,     INFINITY, -INFINITY, 0,      -0.0,
                             DBL_MAX, -DBL_MAX, DBL_MIN,   1e-320, 1};
enum { ODDS = sizeof ODD / sizeof *ODD };

static void accept(bool shown, gb_bundle *b, const gb_error *err)
{
    if (!shown) fail_msg("%s", err->message);
    assert_true(gb_utf8_valid(b->text, strlen(b->text)));
    assert_null(strchr(b->text, '\x1b'));
    if (b->html) {
        const char *wrong = html_rules_broken(b->html);
        if (wrong) fail_msg("%s", wrong);
        assert_true(gb_utf8_valid(b->html, strlen(b->html)));
        assert_null(strstr(b->html, "<script"));
    }
    assert_true(gb_bundle_size(b) <= GB_BUNDLE_BUDGET);
    gb_bundle_release(b);
}

static void nasty_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < NASTIES; i++) {
        gb_bundle b;
        gb_error err = GB_ERROR_INIT;
        const char *t = NASTY[i];
        gb_card card = {.title = t, .dtype = "float32", .array = gb_array_doubles(ODD, ODDS)};
        card.array.names[0] = t;
        accept(gb_card_show(&card, &b, &err), &b, &err);
        gb_topk_row row = {1, 0, t, NAN, NAN, true};
        gb_topk_list list = {t, &row, 1};
        accept(gb_topk_show(&(gb_topk){.title = t, .lists = &list, .count = 1}, &b, &err), &b,
               &err);
        gb_tree_node node = {0, t, t, t, t, 1, 1, 7};
        accept(gb_tree_show(&(gb_tree){.title = t, .nodes = &node, .count = 1}, &b, &err), &b,
               &err);
        gb_trouble_frame frame = {t, t, t, 1, 400};
        const char *notes[] = {t};
        accept(gb_trouble_show(&(gb_trouble){.cls = t,
                                             .message = t,
                                             .frames = &frame,
                                             .count = 1,
                                             .suggestion = t,
                                             .notes = notes,
                                             .note_count = 1},
                               &b, &err),
               &b, &err);
        accept(gb_progress_show(
                   &(gb_progress_line){GB_PROGRESS_FAILED, t, t, NAN, 5, 3, GB_PROGRESS_BYTES, -1},
                   &b, &err),
               &b, &err);
        gb_heatmap map = {.title = t,
                          .value_name = t,
                          .values = gb_array_matrix(ODD, 2, 5),
                          .rows = {.name = t},
                          .columns = {.texts = NASTY, .count = 5, .tokens = true}};
        accept(gb_heatmap_show(&map, &b, &err), &b, &err);
        gb_series series = {.kind = GB_SERIES_LINE, .name = t, .y = ODD, .count = ODDS};
        gb_axes axes = {.title = t,
                        .x = {.label = t},
                        .y = {.label = t},
                        .series = &series,
                        .count = 1,
                        .legend = GB_LEGEND_SHOW};
        accept(gb_figure_show(&(gb_figure){.title = t, .axes = &axes, .count = 1}, &b, &err), &b,
               &err);
        gb_diagram_node op = {GB_DIAGRAM_READ, t, t, NULL, 0, 0, 1, NAN, true, true};
        accept(gb_diagram_show(&(gb_diagram){t, &op, 1}, &b, &err), &b, &err);
        gb_tokens tokens = {.title = t, .texts = NASTY, .values = gb_array_doubles(ODD, ODDS)};
        accept(gb_tokens_show(&tokens, &b, &err), &b, &err);
    }
}

static void every_series(void **state)
{
    (void)state;
    for (int kind = 0; kind <= GB_SERIES_TEXT; kind++)
        for (size_t n = 0; n <= ODDS; n += ODDS)
            for (int logarithmic = 0; logarithmic < 2; logarithmic++) {
                gb_bundle b;
                gb_error err = GB_ERROR_INIT;
                gb_series s = {.kind = (gb_series_kind)kind,
                               .name = "s",
                               .x = ODD,
                               .y = ODD,
                               .count = n,
                               .errors = ODD,
                               .values = ODD,
                               .sizes = ODD,
                               .color_bar = true};
                s.image = gb_array_matrix(ODD, n ? 2 : 0, 5);
                gb_axes axes = {.series = &s,
                                .count = 1,
                                .legend = GB_LEGEND_SHOW,
                                .x = {.logarithmic = logarithmic},
                                .y = {.logarithmic = logarithmic}};
                accept(gb_figure_show(&(gb_figure){.axes = &axes, .count = 1}, &b, &err), &b, &err);
            }
}

static void impossible_shapes(void **state)
{
    (void)state;
    gb_bundle b;
    gb_error err = GB_ERROR_INIT;
    gb_card card = {.array = gb_array_matrix(NULL, INT64_MAX, INT64_MAX)};
    assert_false(gb_card_show(&card, &b, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    card.array.dims[0] = -1;
    assert_false(gb_card_show(&card, &b, NULL));
    card.array.rank = 400;
    assert_false(gb_card_show(&card, &b, NULL));
    err = (gb_error)GB_ERROR_INIT;
    card.array = gb_array_matrix(ODD, 0, 5);
    accept(gb_card_show(&card, &b, &err), &b, &err);
    gb_heatmap map = {.values = gb_array_matrix(ODD, 0, 0)};
    accept(gb_heatmap_show(&map, &b, &err), &b, &err);
    map.columns = (gb_labels){.texts = NASTY, .count = 3};
    assert_false(gb_heatmap_show(&map, &b, NULL));
    gb_tree_node deep = {3, "x", NULL, NULL, NULL, 0, 0, 0};
    assert_false(gb_tree_show(&(gb_tree){.nodes = &deep, .count = 1}, &b, NULL));
    static const int32_t later[] = {0};
    gb_diagram_node loop = {GB_DIAGRAM_OP, "x", NULL, later, 1, -1, 0, -1, false, false};
    assert_false(gb_diagram_show(&(gb_diagram){NULL, &loop, 1}, &b, NULL));
    gb_axes outside = {.row = 5};
    assert_false(gb_figure_show(&(gb_figure){.axes = &outside, .count = 1}, &b, NULL));
}

/* Long inputs are cut, and it is said. */
static void budget(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    gb_bundle b;
    gb_error err = GB_ERROR_INIT;
    gb_topk_row *rows = calloc(MANY, sizeof *rows);
    gb_tree_node *nodes = calloc(MANY, sizeof *nodes);
    double *values = calloc(MANY, sizeof *values);
    const char **texts = calloc(MANY, sizeof *texts);
    for (int i = 0; i < MANY; i++) {
        rows[i] = (gb_topk_row){i + 1, i, NASTY[i % NASTIES], i, 0.1, false};
        nodes[i] = (gb_tree_node){(size_t)(i % 3), "name", "path", "type", "note", 4, 0, 1};
        values[i] = sin(i);
        texts[i] = NASTY[i % NASTIES];
    }
    gb_topk_list list = {"all", rows, MANY};
    assert_true(gb_topk_show(&(gb_topk){.lists = &list, .count = 1}, &b, &err));
    assert_non_null(strstr(b.html, "rows shown"));
    accept(true, &b, &err);
    assert_true(gb_tree_show(&(gb_tree){.nodes = nodes, .count = MANY}, &b, &err));
    assert_non_null(strstr(b.html, "more not shown"));
    accept(true, &b, &err);
    gb_tokens tokens = {.texts = texts, .values = gb_array_doubles(values, MANY)};
    accept(gb_tokens_show(&tokens, &b, &err), &b, &err);
    gb_series series = {.kind = GB_SERIES_LINE, .y = values, .count = MANY};
    gb_axes axes = {.series = &series, .count = 1};
    accept(gb_figure_show(&(gb_figure){.axes = &axes, .count = 1}, &b, &err), &b, &err);
    free(rows);
    free(nodes);
    free(values);
    free(texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nasty_texts), cmocka_unit_test(every_series),
        cmocka_unit_test(impossible_shapes), cmocka_unit_test(budget)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
