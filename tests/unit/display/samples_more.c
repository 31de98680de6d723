/* Samples of the grids and charts. */
#include "tests/unit/display/samples.h"

#include <math.h>
#include <stdlib.h>

static const char *const WORDS[] = {"The", " Eiffel", " Tower", " is",
                                    " in", " the",    " city",  " of"};

static bool show_lens(gb_bundle *out, gb_error *err)
{
    static gb_topk_row rows[12 * 8][3];
    static gb_topk_list cells[12 * 8];
    static const char *const guesses[] = {" the", "\n", " a", " Paris", " France", ","};
    for (int i = 0; i < 12 * 8; i++) {
        int layer = i / 8, position = i % 8;
        bool known = layer > 7 && position == 7;
        double p = known ? 0.3 + 0.1 * (layer - 8) : 0.05 + 0.5 * fabs(sin(i * 0.7));
        for (int k = 0; k < 3; k++) {
            int token = known && k == 0 ? 3 : (i * 5 + k * 2) % 6;
            rows[i][k] = (gb_topk_row){k + 1, token, guesses[token], NAN, p / (k * k + 1), false};
        }
        cells[i] = (gb_topk_list){NULL, rows[i], 3};
    }
    return gb_lens_show(
        &(gb_lens){.title = "Logit lens",
                   .layers = {.name = "layer"},
                   .positions = {.name = "position", .texts = WORDS, .count = 8, .tokens = true},
                   .cells = cells,
                   .layer_count = 12,
                   .position_count = 8},
        out, err);
}

static double pattern[3 * 4 * 8 * 8];

static void fill_pattern(void)
{
    for (int h = 0; h < 12; h++)
        for (int q = 0; q < 8; q++) {
            double sum = 0;
            double *row = pattern + (h * 8 + q) * 8;
            for (int k = 0; k <= q; k++)
                sum += row[k] = exp(-abs(q - k - h % 4) * 1.5) + (k == 0 ? 0.3 * h / 12 : 0);
            for (int k = 0; k <= q; k++)
                row[k] /= sum;
        }
}

static bool show_attention(gb_bundle *out, gb_error *err)
{
    fill_pattern();
    gb_array values = {.type = GB_ARRAY_DOUBLE, .rank = 4, .dims = {3, 4, 8, 8}, .data = pattern};
    return gb_attention_show(
        &(gb_attention){.title = "All heads",
                        .pattern = values,
                        .positions = {.texts = WORDS, .count = 8, .tokens = true},
                        .causal = true},
        out, err);
}

static bool show_head(gb_bundle *out, gb_error *err)
{
    fill_pattern();
    gb_attention a = {.title = "Layer 5, head 1",
                      .pattern = gb_array_matrix(pattern + 64, 8, 8),
                      .positions = {.texts = WORDS, .count = 8, .tokens = true},
                      .first_layer = 5,
                      .first_head = 1,
                      .causal = true};
    return gb_attention_show(&a, out, err);
}

static bool show_tokens(gb_bundle *out, gb_error *err)
{
    static const double values[] = {0.1, 1.8, -2.4, 0, NAN, 0.3, -0.9, 3.1};
    return gb_tokens_show(&(gb_tokens){.title = "attribution",
                                       .value_name = "effect",
                                       .texts = WORDS,
                                       .values = gb_array_doubles(values, 8),
                                       .scale = GB_SCALE_SIGNED},
                          out, err);
}

static bool show_diagram(gb_bundle *out, gb_error *err)
{
    static const int32_t a[] = {0}, c[] = {2, 3}, d[] = {5};
    gb_diagram_node nodes[] = {
        {GB_DIAGRAM_READ, "layers.10.input", "float32 [1, 7, 576]", NULL, 0, 10, 16128, 4.1, false,
         false},
        {GB_DIAGRAM_SAVE, "hidden_state", NULL, a, 1, -1, 0, -1, false, false},
        {GB_DIAGRAM_CONST, "0", "float32 []", NULL, 0, -1, 0, -1, false, false},
        {GB_DIAGRAM_READ, "layers.11.mlp.output", "float32 [1, 7, 576]", NULL, 0, 11, 16128, 0.4,
         false, false},
        {GB_DIAGRAM_WRITE, "layers.11.mlp.output", "float32 [1, 7, 576]", c, 2, 11, 16128, 0.1,
         true, false},
        {GB_DIAGRAM_READ, "output.logits", "float32 [1, 7, 49152]", NULL, 0, 30, 1376256, 9.8, true,
         false},
        {GB_DIAGRAM_OP, "aten::softmax", "float32 [1, 7, 49152]", d, 1, -1, 1376256, 1.2, true,
         true},
        {GB_DIAGRAM_SAVE, "output", NULL, d, 1, -1, 0, -1, true, false}};
    return gb_diagram_show(&(gb_diagram){"intervention graph", nodes, 8}, out, err);
}

enum { N = 60 };
static double xs[N], loss[N], held[N], noise[400];

static void fill_curves(void)
{
    for (int i = 0; i < N; i++) {
        xs[i] = i * 10;
        loss[i] = 4.2 * exp(-i / 14.0) + 0.4 + 0.08 * sin(i * 1.9);
        held[i] = 4.1 * exp(-i / 16.0) + 0.7 + 0.05 * sin(i * 2.3);
    }
    for (int i = 0; i < 400; i++)
        noise[i] = sin(i * 12.9898) + cos(i * 78.233) + sin(i * 3.7) * 0.5;
}

static bool show_line(gb_bundle *out, gb_error *err)
{
    fill_curves();
    static const double level[] = {1};
    gb_series series[] = {
        {.kind = GB_SERIES_LINE, .name = "train", .x = xs, .y = loss, .count = N},
        {.kind = GB_SERIES_LINE, .name = "held out", .x = xs, .y = held, .count = N},
        {.kind = GB_SERIES_H_LINE, .name = "target", .y = level, .count = 1}};
    gb_axes axes = {.title = "Training a probe",
                    .x = {.label = "step"},
                    .y = {.label = "loss (nats)"},
                    .series = series,
                    .count = 3};
    return gb_figure_show(&(gb_figure){.axes = &axes, .count = 1}, out, err);
}

static bool show_bars(gb_bundle *out, gb_error *err)
{
    static const char *const names[] = {"Paris", "London", "Rome", "Berlin",
                                        "a very long category"};
    static const double y[] = {0.652, 0.12, 0.0663, 0.031, 0.004}, e[] = {.05, .02, .02, .01, .002};
    gb_series series = {.kind = GB_SERIES_BAR, .y = y, .count = 5, .errors = e};
    gb_axes axes = {.title = "Next token",
                    .y = {.label = "probability"},
                    .x = {.categories = names, .category_count = 5},
                    .series = &series,
                    .count = 1};
    return gb_figure_show(&(gb_figure){.axes = &axes, .count = 1, .width = 420, .height = 300}, out,
                          err);
}

static bool show_grid(gb_bundle *out, gb_error *err)
{
    fill_curves();
    static double map[12 * 12], area[N], sizes[] = {1, 10, 100, 1000, 10000},
                                         five[] = {3, 40, 200, 1500, 60000};
    for (int i = 0; i < 144; i++)
        map[i] = sin(i / 12 * 0.6) * cos(i % 12 * 0.5);
    for (int i = 0; i < N; i++)
        area[i] = loss[i] * 0.8;
    gb_series histogram = {.kind = GB_SERIES_HISTOGRAM, .y = noise, .count = 400};
    gb_series scatter = {.kind = GB_SERIES_SCATTER,
                         .x = noise,
                         .y = noise + 7,
                         .values = noise + 3,
                         .count = 390,
                         .color_bar = true,
                         .scale = GB_SCALE_SIGNED,
                         .opacity = 0.8,
                         .value_name = "effect"};
    gb_series image = {.kind = GB_SERIES_IMAGE,
                       .image = gb_array_matrix(map, 12, 12),
                       .color_bar = true,
                       .scale = GB_SCALE_SIGNED};
    gb_series curves[] = {
        {.kind = GB_SERIES_AREA, .name = "band", .x = xs, .y = loss, .low = area, .count = N},
        {.kind = GB_SERIES_STEP, .name = "steps", .x = xs, .y = held, .count = N},
        {.kind = GB_SERIES_SCATTER,
         .name = "runs",
         .x = xs,
         .y = loss,
         .count = N,
         .marker = GB_MARKER_TRIANGLE},
        {.kind = GB_SERIES_LINE,
         .name = "flat",
         .x = xs,
         .y = area,
         .count = N,
         .marker = GB_MARKER_SQUARE,
         .line = GB_LINE_NONE}};
    gb_series logs = {
        .kind = GB_SERIES_LINE, .x = sizes, .y = five, .count = 5, .marker = GB_MARKER_CIRCLE};
    gb_series boxes[] = {
        {.kind = GB_SERIES_BOX, .y = noise, .count = 200, .x = (double[]){1}},
        {.kind = GB_SERIES_BOX, .y = noise + 200, .count = 200, .x = (double[]){2}}};
    gb_axes axes[] = {
        {.title = "Histogram", .series = &histogram, .count = 1},
        {.title = "Scatter", .series = &scatter, .count = 1, .column = 1},
        {.title = "Image", .series = &image, .count = 1, .column = 2, .equal = true},
        {.title = "Mixed", .series = curves, .count = 4, .row = 1, .x = {.label = "step"}},
        {.title = "Powers",
         .series = &logs,
         .count = 1,
         .row = 1,
         .column = 1,
         .x = {.logarithmic = true, .label = "size"},
         .y = {.logarithmic = true}},
        {.title = "Boxes",
         .series = boxes,
         .count = 2,
         .row = 1,
         .column = 2,
         .x = {.ticks = (double[]){1, 2},
               .tick_count = 2,
               .categories = (const char *const[]){"left", "right"},
               .category_count = 2}}};
    return gb_figure_show(
        &(gb_figure){.title = "Six charts", .rows = 2, .columns = 3, .axes = axes, .count = 6}, out,
        err);
}

static bool show_across(gb_bundle *out, gb_error *err)
{
    static const char *const names[] = {"L9H6", "L9H9", "L10H0", "L10H7", "L11H10"};
    static const double y[] = {1.8, 2.4, 0.9, -1.6, -2.1};
    gb_series series = {.kind = GB_SERIES_BAR_ACROSS, .y = y, .count = 5};
    gb_axes axes = {.x = {.label = "direct effect on the logit difference"},
                    .y = {.categories = names, .category_count = 5},
                    .series = &series,
                    .count = 1};
    return gb_figure_show(
        &(gb_figure){.title = "Name movers", .axes = &axes, .count = 1, .height = 240}, out, err);
}

const sample MORE_SAMPLES[] = {
    {"lens", show_lens},       {"attention", show_attention}, {"head", show_head},
    {"tokens", show_tokens},   {"diagram", show_diagram},     {"chart_line", show_line},
    {"chart_bars", show_bars}, {"chart_grid", show_grid},     {"chart_across", show_across},
};
const size_t MORE_SAMPLE_COUNT = sizeof MORE_SAMPLES / sizeof *MORE_SAMPLES;
