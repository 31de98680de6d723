/* The samples. Numbers come from fixed formulas, so that the files are the same everywhere. */
#include "tests/unit/display/samples.h"

#include <math.h>

static const char *const TOKENS[] = {"When",   " John", " and",  " Mary", " went", " to",  " the",
                                     " shops", ",",     " John", " gave", " the",  " bag", " to"};

/* A bump around (layer 12, position 9) and a dip around (22, 13). */
static double bump(double i, double j)
{
    double a = (i - 12) * (i - 12) / 30 + (j - 9) * (j - 9) / 2;
    double b = (i - 22) * (i - 22) / 40 + (j - 13) * (j - 13) / 3;
    return 3.4 * exp(-a) - 1.9 * exp(-b) + 0.05 * sin(3 * i + 7 * j);
}

static bool show_card(gb_bundle *out, gb_error *err)
{
    static float data[7 * 768];
    for (int i = 0; i < 7 * 768; i++)
        data[i] = (float)(sin(i * 0.37) * cos(i * 0.011) * 3.1 + 0.2 * sin(i * 1.7));
    data[100] = NAN;
    gb_card card = {.title = "hidden_state", .dtype = "float32", .device = "cpu", .bytes = 21504};
    card.array = gb_array_floats(data, 7, 768);
    card.array.rank = 3;
    card.array.dims[0] = 1;
    card.array.dims[1] = 7;
    card.array.dims[2] = 768;
    card.array.names[1] = "position";
    return gb_card_show(&card, out, err);
}

static bool show_small_card(gb_bundle *out, gb_error *err)
{
    static const double data[] = {0.5, -1.25, 3, INFINITY, 0, -2.75, NAN, 1e-3};
    gb_card card = {.title = "x", .array = gb_array_matrix(data, 2, 4)};
    return gb_card_show(&card, out, err);
}

static bool show_topk(gb_bundle *out, gb_error *err)
{
    static const gb_topk_row first[] = {
        {1, 4453, " Paris", 18.32, 0.652, false},  {2, 253, " the", 15.94, 0.0604, false},
        {3, 1343, " Europe", 14.8, 0.0193, false}, {4, 198, "\n", 14.61, 0.016, false},
        {5, 4182, " France", 14.5, 0.0143, false}, {213, 9000, " Rome", 9.12, 0.0000663, true}};
    static const gb_topk_row second[] = {{1, 9000, " Rome", NAN, 0.85, true},
                                         {2, 12, " <b>&", NAN, 0.05, false}};
    gb_topk_list lists[] = {{"The Eiffel Tower is in the city of", first, 6},
                            {"The Colosseum is in the city of", second, 2}};
    return gb_topk_show(
        &(gb_topk){.title = "next token", .lists = lists, .count = 2, .vocabulary = 49152}, out,
        err);
}

static bool show_change(gb_bundle *out, gb_error *err)
{
    static const gb_change_row rows[] = {{4453, " Paris", 1, 3, 18.3, 13.2, 0.652, 0.04},
                                         {9000, " Rome", 213, 1, 9.12, 17.9, 0.0000663, 0.81},
                                         {253, " the", 2, 2, 15.9, 15.2, 0.0604, 0.055}};
    return gb_change_show(&(gb_change){.title = "layer 9 patched",
                                       .before = "clean",
                                       .after = "patched",
                                       .rows = rows,
                                       .count = 3,
                                       .divergence = 2.31,
                                       .flips = 2,
                                       .positions = 7},
                          out, err);
}

static bool show_sweep(gb_bundle *out, gb_error *err)
{
    static double data[30 * 14];
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 14; j++)
            data[i * 14 + j] = bump(i, j);
    gb_baseline baselines[] = {{"clean", 3.31}, {"corrupt", -2.07}};
    gb_heatmap map = {.title = "Patching the residual stream",
                      .value_name = "logit difference",
                      .values = gb_array_matrix(data, 30, 14),
                      .rows = {.name = "layer"},
                      .columns = {.name = "position", .texts = TOKENS, .count = 14, .tokens = true},
                      .scale = GB_SCALE_SIGNED,
                      .baselines = baselines,
                      .baseline_count = 2,
                      .upward = true};
    return gb_heatmap_show(&map, out, err);
}

static bool show_small_map(gb_bundle *out, gb_error *err)
{
    static double data[6 * 8];
    static bool mask[6 * 8];
    for (int i = 0; i < 48; i++)
        data[i] = fabs(bump(i / 8 * 4, i % 8 + 4));
    data[11] = NAN;
    data[20] = INFINITY;
    mask[47] = mask[46] = true;
    gb_heatmap map = {.title = "Heads",
                      .value_name = "effect",
                      .rows = {.name = "layer", .first = 6},
                      .columns = {.name = "head"}};
    map.values = gb_array_matrix(data, 6, 8);
    map.values.mask = mask;
    return gb_heatmap_show(&map, out, err);
}

static bool show_large_map(gb_bundle *out, gb_error *err)
{
    static double data[300 * 400];
    for (int i = 0; i < 300 * 400; i++)
        data[i] = sin(i / 400 * 0.05) * cos(i % 400 * 0.03);
    gb_heatmap map = {.values = gb_array_matrix(data, 300, 400),
                      .rows = {.name = "row"},
                      .columns = {.name = "column"}};
    return gb_heatmap_show(&map, out, err);
}

static bool show_saved(gb_bundle *out, gb_error *err)
{
    static const gb_tree_node nodes[] = {
        {0, "hidden_state", "hidden_state", "float32 [1, 7, 576]", "-3.2…4.05 · mean 0.01", 16128,
         0, GB_TREE_SAVED},
        {0, "output", "output", "CausalLMOutput", NULL, 0, 0, GB_TREE_SAVED},
        {1, "logits", "output.logits", "float32 [1, 7, 49152]", "-9.1…18.3", 1376256, 0, 0},
        {1, "past_key_values", "output.past_key_values", "tuple of 3", NULL, 0, 0, 0},
        {2, "0", "output.past_key_values[0]", "tuple of 2", NULL, 0, 0, 0},
        {3, "0", NULL, "float32 [1, 3, 7, 64]", NULL, 5376, 0, 0},
        {3, "1", NULL, "float32 [1, 3, 7, 64]", NULL, 5376, 0, 0},
        {2, "1", "output.past_key_values[1]", "tuple of 2", NULL, 0, 0, 0},
        {3, "0", NULL, "float32 [1, 3, 7, 64]", NULL, 5376, 0, 0},
        {3, "1", NULL, "float32 [1, 3, 7, 64]", NULL, 5376, 0, 0},
        {2, "2", "output.past_key_values[2]", "tuple of 2", NULL, 0, 0, 0},
        {3, "0", NULL, "float32 [1, 3, 7, 64]", NULL, 5376, 0, 0},
        {3, "1", NULL, "float32 [1, 3, 7, 64]", NULL, 5376, 0, 0}};
    return gb_tree_show(&(gb_tree){.title = "saved values",
                                   .nodes = nodes,
                                   .count = sizeof nodes / sizeof *nodes,
                                   .open_depth = 1,
                                   .group = true},
                        out, err);
}

static bool show_model(gb_bundle *out, gb_error *err)
{
    static const char *const parts[] = {"self_attn", "mlp", "input_layernorm"};
    static const char *const kinds[] = {"LlamaAttention", "LlamaMLP", "LlamaRMSNorm"};
    static gb_tree_node nodes[3 + 30 * 4];
    static char names[30][12];
    size_t n = 0;
    nodes[n++] = (gb_tree_node){0, "model", "model", "LlamaModel", NULL, 0, 0, 0};
    nodes[n++] = (gb_tree_node){
        1, "embed_tokens", "model.embed_tokens", "Embedding", NULL, 113246208, 28311552, 0};
    nodes[n++] = (gb_tree_node){1, "layers", "model.layers", "ModuleList", NULL, 0, 0, 0};
    for (int i = 0; i < 30; i++) {
        snprintf(names[i], sizeof names[i], "%d", i);
        nodes[n++] = (gb_tree_node){
            2,    names[i], NULL, "LlamaDecoderLayer",
            NULL, 0,        0,    i == 10 ? GB_TREE_READ : i == 11 ? GB_TREE_WRITTEN : 0};
        for (int k = 0; k < 3; k++)
            nodes[n++] = (gb_tree_node){
                3, parts[k], NULL, kinds[k], NULL, k == 2 ? 2304 : 4000000, k == 2 ? 576 : 1000000,
                0};
    }
    return gb_tree_show(&(gb_tree){.title = "LlamaForCausalLM",
                                   .nodes = nodes,
                                   .count = n,
                                   .open_depth = 2,
                                   .group = true},
                        out, err);
}

static const char CELL[] = "model = LanguageModel(\"gpt2\")\n"
                           "with model.trace(\"The Eiffel Tower\"):\n"
                           "\th = model.transformer.hh[10].output.save()\n"
                           "print(h)\n";

static bool show_trouble(gb_bundle *out, gb_error *err)
{
    gb_trouble_frame frames[] = {{"cell 3", NULL, CELL, 73, 93}};
    static const char *const notes[] = {"GPT2Model has: wte, wpe, drop, h, ln_f"};
    return gb_trouble_show(&(gb_trouble){.cls = "AttributeError",
                                         .message = "'transformer' has no module 'hh'",
                                         .frames = frames,
                                         .count = 1,
                                         .suggestion = "did you mean 'transformer.h'?",
                                         .notes = notes,
                                         .note_count = 1},
                           out, err);
}

static bool show_chain(gb_bundle *out, gb_error *err)
{
    static const char text[] = "def f(x):\n    return 1 / x\n\nf(0)";
    gb_trouble_frame frames[] = {{"cell 7", NULL, text, 29, 33}, {"cell 7", "f", text, 21, 26}};
    gb_trouble cause = {
        .cls = "ZeroDivisionError", .message = "division by zero", .frames = frames, .count = 2};
    return gb_trouble_show(
        &(gb_trouble){
            .cls = "ValueError", .message = "two\nlines <here>", .cause = &cause, .during = true},
        out, err);
}

static bool show_note(gb_bundle *out, gb_error *err)
{
    gb_note note = {"`before` was overwritten by line 3; `.clone()` keeps the old value",
                    {"cell 3", NULL, CELL, 73, 93}};
    return gb_note_show(&note, out, err);
}

static bool show_download(gb_bundle *out, gb_error *err)
{
    return gb_progress_show(&(gb_progress_line){GB_PROGRESS_DOWNLOADING, "model.safetensors", NULL,
                                                12.4, 182000000, 538000000, GB_PROGRESS_BYTES, 0},
                            out, err);
}

static bool show_queued(gb_bundle *out, gb_error *err)
{
    return gb_progress_show(&(gb_progress_line){GB_PROGRESS_QUEUED, "job 4f2a", "ndif.example",
                                                2.14, 0, 0, GB_PROGRESS_STEPS, 3},
                            out, err);
}

static bool show_done(gb_bundle *out, gb_error *err)
{
    return gb_progress_show(&(gb_progress_line){GB_PROGRESS_DONE, "generation", NULL, 184, 32, 32,
                                                GB_PROGRESS_TOKENS, 0},
                            out, err);
}

const sample SAMPLES[] = {
    {"card", show_card},
    {"card_small", show_small_card},
    {"topk", show_topk},
    {"change", show_change},
    {"sweep", show_sweep},
    {"map_small", show_small_map},
    {"map_large", show_large_map},
    {"saved", show_saved},
    {"model", show_model},
    {"trouble", show_trouble},
    {"chain", show_chain},
    {"note", show_note},
    {"progress_download", show_download},
    {"progress_queued", show_queued},
    {"progress_done", show_done},
};
const size_t SAMPLE_COUNT = sizeof SAMPLES / sizeof *SAMPLES;
