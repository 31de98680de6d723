/* Every family against transformers (tests/oracle/families.py): the printed tree, what each module
 * is called with and returns, its numbers, and greedy generation. */
#include "graph/engine/run.h"
#include "graph/model/generate.h"
#include "graph/weights/safetensors.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "graph/base/file.h"
#include "graph/base/memory.h"

enum { MAX_LINES = 1 << 14, MAX_IDS = 64, MAX_TENSORS = 4096, SAMPLES = 4 };

typedef struct family_case {
    char *name;
    char *lines[MAX_LINES];
    int count;
} family_case;

/* --- the golden file -------------------------------------------------------------------------- */

static char *golden;

/* The next case at *at, its lines cut apart. */
static bool next_case(char **at, family_case *c)
{
    if (!*at) return false;
    char *end = strstr(*at, "\n== ");
    if (end) *end++ = 0;
    c->count = 0;
    for (char *line = strtok(*at, "\n"); line && c->count < MAX_LINES; line = strtok(NULL, "\n"))
        c->lines[c->count++] = line;
    c->name = c->lines[0] + 3;
    *at = end;
    return true;
}

static const char *line_of(const family_case *c, const char *prefix)
{
    size_t n = strlen(prefix);
    for (int i = 0; i < c->count; i++)
        if (strncmp(c->lines[i], prefix, n) == 0) return c->lines[i] + n;
    return NULL;
}

static int read_ids(const char *text, int64_t *ids)
{
    int count = 0;
    for (char *end; text && *text && count < MAX_IDS; text = end) {
        ids[count++] = strtoll(text, &end, 10);
        if (end == text) return count - 1;
    }
    return count;
}

/* --- checkpoints ------------------------------------------------------------------------------ */

static uint64_t name_hash(const char *name)
{
    uint64_t h = UINT64_C(0xCBF29CE484222325);
    for (; *name; name++)
        h = (h ^ (unsigned char)*name) * UINT64_C(0x100000001B3);
    return h;
}

/* As `fill` of the oracle. */
static gb_tensor *filled(const char *name, const int64_t *sizes, size_t dim)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *t = gb_tensor_empty(GB_F32, sizes, dim, &err);
    assert_non_null(t);
    float *out = gb_tensor_data(t);
    size_t n = strlen(name);
    bool bias = n >= 4 && strcmp(name + n - 4, "bias") == 0;
    for (int64_t i = 0; i < gb_tensor_numel(t); i++) {
        uint64_t z = (uint64_t)i * UINT64_C(0x9E3779B97F4A7C15) + name_hash(name);
        z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
        z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
        z ^= z >> 31;
        double u = (double)(z >> 40) / (1 << 23) - 1;
        out[i] = (float)(dim >= 2 ? u * 0.25 : bias ? u * 0.1 : 1 + 0.1 * u);
    }
    return t;
}

/* "NAME [2,3]": cuts the name off and reads the shape. */
static size_t read_shape(char *text, int64_t *sizes)
{
    char *at = strstr(text, " [");
    size_t dim = 0;
    *at = 0;
    for (at += 2; *at && *at != ']'; at += *at == ',')
        sizes[dim++] = strtoll(at, &at, 10);
    return dim;
}

static void write_checkpoint(const family_case *c, const char *folder)
{
    static gb_named_tensor tensors[MAX_TENSORS];
    gb_error err = GB_ERROR_INIT;
    char path[256];
    size_t count = 0;
    const char *config = line_of(c, "config ");
    snprintf(path, sizeof path, "%s/config.json", folder);
    assert_true(gb_file_write(path, config, strlen(config), &err));
    for (int i = 0; i < c->count && count < MAX_TENSORS; i++) {
        int64_t sizes[8];
        if (strncmp(c->lines[i], "tensor ", 7) != 0) continue;
        char *name = c->lines[i] + 7;
        size_t dim = read_shape(name, sizes);
        tensors[count++] = (gb_named_tensor){name, filled(name, sizes, dim)};
    }
    snprintf(path, sizeof path, "%s/model.safetensors", folder);
    assert_true(gb_safetensors_save(path, tensors, count, NULL, &err));
    while (count > 0)
        gb_tensor_unref(tensors[--count].tensor);
}

static gb_model *open_case(const family_case *c, char *folder)
{
    gb_error err = GB_ERROR_INIT;
    assert_non_null(mkdtemp(folder));
    write_checkpoint(c, folder);
    gb_model *model = gb_model_open(folder, NULL, &err);
    if (!model) print_error("%s: %s\n", c->name, err.message);
    return model;
}

/* --- trees and forms -------------------------------------------------------------------------- */

static int tree_differs(const family_case *c, const gb_model *model)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_tree_print(gb_model_tree(model), 0, &text);
    int wrong = 0, line = 0;
    char *at = text.data;
    for (; line < c->count && strncmp(c->lines[line], "| ", 2) != 0; line++)
        ;
    for (; at; line++) {
        char *end = strchr(at, '\n');
        if (end) *end = 0;
        const char *want = line < c->count ? c->lines[line] : "";
        if ((strncmp(want, "| ", 2) != 0 || strcmp(want + 2, at) != 0) && !wrong++)
            print_error("%s: tree: '%s' instead of '%s'\n", c->name, at, want);
        at = end ? end + 1 : NULL;
    }
    gb_buffer_release(&text);
    return wrong > 0;
}

static void form_text(const gb_plan *plan, const gb_form *form, int64_t time, gb_buffer *out);

static void items_text(const gb_plan *plan, const gb_form *form, int64_t time, gb_buffer *out)
{
    for (int32_t i = 0; form && i < form->count; i++) {
        if (i) gb_buffer_text(out, ", ");
        if (form->names) gb_buffer_format(out, "%s=", form->names[i]);
        form_text(plan, &form->items[i], time, out);
    }
}

static void form_text(const gb_plan *plan, const gb_form *form, int64_t time, gb_buffer *out)
{
    int64_t sizes[GB_MODEL_MAX_RANK];
    switch (form->kind) {
    case GB_FORM_NONE: gb_buffer_text(out, "None"); return;
    case GB_FORM_BOOL: gb_buffer_text(out, form->number ? "True" : "False"); return;
    case GB_FORM_INT: gb_buffer_format(out, "%lld", (long long)form->number); return;
    case GB_FORM_OBJECT: gb_buffer_format(out, "@%s", form->cls); return;
    case GB_FORM_TENSOR: break;
    default:
        gb_buffer_format(out, "%s(", form->cls ? form->cls : "");
        items_text(plan, form, time, out);
        gb_buffer_text(out, ")");
        return;
    }
    const gb_place *place = &plan->places[form->place];
    gb_place_shape(place, 1, time, time, sizes);
    for (int d = 0; d < place->rank; d++)
        gb_buffer_format(out, "%s%lld", d ? "," : "[", (long long)sizes[d]);
    gb_buffer_text(out, "]");
    if (place->dtype != GB_F32) gb_buffer_text(out, gb_dtype_name(place->dtype));
}

static void module_line(const gb_plan *plan, int32_t module, bool enter, int64_t time,
                        gb_buffer *out)
{
    const gb_module_io *io = &plan->io[module];
    gb_buffer_format(out, "%c %s | ", enter ? '>' : '<', plan->tree.modules[module].path);
    if (!enter) {
        form_text(plan, io->output, time, out);
        return;
    }
    items_text(plan, io->args, time, out);
    gb_buffer_text(out, " ; ");
    items_text(plan, io->kwargs, time, out);
    while (out->size > 0 && out->data[out->size - 1] == ' ')
        out->data[--out->size] = 0;
}

/* Lines of modules in the order of the golden file. */
static int forms_differ(const family_case *c, const gb_plan *plan, int64_t time)
{
    int wrong = 0;
    for (int i = 0; i < c->count; i++) {
        const char *line = c->lines[i];
        if (line[0] != '>' && line[0] != '<') continue;
        char path[256];
        snprintf(path, sizeof path, "%.*s", (int)(strstr(line, " |") - (line + 2)), line + 2);
        int32_t module = gb_tree_find(&plan->tree, path);
        gb_buffer text = GB_BUFFER_INIT;
        if (module >= 0 && plan->io[module].runs)
            module_line(plan, module, line[0] == '>', time, &text);
        if (!text.data || strcmp(text.data, line) != 0) {
            wrong++;
            print_error("%s: '%s'\n   instead of '%s'\n", c->name,
                        text.data ? text.data : "(is not run)", line);
        }
        gb_buffer_release(&text);
    }
    return wrong;
}

/* --- numbers ---------------------------------------------------------------------------------- */

static int32_t first_place(const gb_form *form)
{
    if (!form) return -1;
    if (form->kind == GB_FORM_TENSOR) return form->place;
    for (int32_t i = 0; i < form->count; i++) {
        int32_t place = first_place(&form->items[i]);
        if (place >= 0) return place;
    }
    return -1;
}

/* `norm sample…` against the tensor; the largest difference relative to the root mean square. */
static double difference(const gb_tensor *t, const char *numbers)
{
    char *at = (char *)numbers;
    int64_t n = gb_tensor_numel(t);
    double norm = strtod(at, &at), scale = norm / sqrt((double)n) + 1e-6, sum = 0, worst = 0, got;
    for (int64_t i = 0; i < n; i++) {
        assert_true(gb_tensor_read(t, i, 1, &got, NULL));
        sum += got * got;
    }
    worst = fabs(sqrt(sum) - norm) / (norm + 1e-6);
    for (int i = 0; i < SAMPLES; i++) {
        double want = strtod(at, &at);
        assert_true(gb_tensor_read(t, i * (n - 1) / (SAMPLES - 1), 1, &got, NULL));
        double d = fabs(got - want) / (fabs(want) > scale ? fabs(want) : scale);
        if (!(d <= worst)) worst = d;
    }
    return worst;
}

typedef struct reading {
    const char *line, *numbers;
    gb_node_id node;
} reading;

static gb_node_id add_reading(gb_graph *graph, const gb_plan *plan, char *line, gb_error *err)
{
    char *shape = strstr(line, " [");
    char path[256];
    snprintf(path, sizeof path, "%.*s", (int)(shape - (line + 2)), line + 2);
    int32_t module = gb_tree_find(&plan->tree, path);
    int32_t place = module < 0 ? -1 : first_place(plan->io[module].output);
    if (place < 0) return GB_NO_NODE;
    gb_access at = {.site = gb_graph_add_site(graph, path, plan->places[place].leaf, err),
                    .invoke = 0};
    gb_node_id read = gb_graph_read(graph, &at, err);
    return read == GB_NO_NODE ? read : gb_graph_save(graph, read, NULL, (gb_span){0}, err);
}

static int numbers_differ(const family_case *c, gb_model *model, const int64_t *ids, int count)
{
    static reading readings[MAX_LINES];
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_new(&err);
    gb_token_row row = {ids, count};
    assert_int_equal(gb_graph_add_invoke(graph, &(gb_invoke){.rows = &row, .row_count = 1}, &err),
                     0);
    int n = 0, wrong = 0;
    for (int i = 0; i < c->count; i++) {
        if (c->lines[i][0] != '#') continue;
        gb_node_id node = add_reading(graph, gb_model_plan(model), c->lines[i], &err);
        readings[n++] = (reading){c->lines[i], strstr(c->lines[i], "] ") + 2, node};
    }
    gb_run_options options = {0};
    gb_run *run = gb_run_new(model, graph, &options, &err);
    bool ok = run && gb_run_finish(run, &err);
    if (!ok) print_error("%s: %s\n", c->name, err.message);
    for (int i = 0; ok && i < n; i++) {
        const gb_arg *value = readings[i].node < 0 ? NULL : gb_run_value(run, readings[i].node);
        bool tensor = value && value->kind == GB_ARG_TENSOR;
        double d = tensor ? difference(value->as.tensor, readings[i].numbers) : INFINITY;
        if (d < 1e-5) continue;
        wrong++;
        print_error("%s: differs by %g: %s\n", c->name, d, readings[i].line);
    }
    gb_run_free(run);
    gb_graph_free(graph);
    return wrong + !ok;
}

static int generation_differs(const family_case *c, gb_model *model, const int64_t *ids, int count)
{
    int64_t want[MAX_IDS];
    int n = read_ids(line_of(c, "new "), want), wrong = 0;
    if (n == 0) return 0;
    gb_error err = GB_ERROR_INIT;
    gb_generation g;
    gb_generation_defaults(&g, model);
    g.max_new_tokens = n;
    g.eos_count = 0;
    gb_graph *graph = gb_graph_new(&err);
    gb_token_row row = {ids, count};
    assert_int_equal(gb_graph_add_invoke(graph, &(gb_invoke){.rows = &row, .row_count = 1}, &err),
                     0);
    gb_access at = {.site = gb_graph_add_site(graph, "", "result", &err), .invoke = 0};
    gb_node_id result = gb_graph_save(graph, gb_graph_read(graph, &at, &err), NULL, at.span, &err);
    gb_run *run = gb_run_new(model, graph, &(gb_run_options){.generation = &g}, &err);
    bool ok = run && gb_run_finish(run, &err);
    if (!ok) print_error("%s: %s\n", c->name, err.message);
    for (int i = 0; ok && i < n; i++) {
        double token;
        assert_true(
            gb_tensor_read(gb_run_value(run, result)->as.tensor, count + i, 1, &token, &err));
        wrong += (int64_t)token != want[i];
    }
    if (wrong) print_error("%s: generates other tokens\n", c->name);
    gb_run_free(run);
    gb_graph_free(graph);
    gb_generation_release(&g);
    return wrong + !ok;
}

/* --- cases ------------------------------------------------------------------------------------ */

static void remove_folder(const char *folder)
{
    char path[256];
    snprintf(path, sizeof path, "%s/config.json", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/model.safetensors", folder);
    unlink(path);
    rmdir(folder);
}

static int case_differs(const family_case *c)
{
    char folder[] = "/tmp/gb_family_XXXXXX";
    int64_t ids[MAX_IDS];
    int count = read_ids(line_of(c, "ids "), ids), wrong = 1;
    gb_model *model = open_case(c, folder);
    if (model) {
        wrong = tree_differs(c, model) + forms_differ(c, gb_model_plan(model), count) +
                numbers_differ(c, model, ids, count) + generation_differs(c, model, ids, count);
        gb_model_unref(model);
    }
    remove_folder(folder);
    return wrong;
}

static void families(void **state)
{
    (void)state;
    static family_case c;
    char *at = strstr(golden, "== ");
    int wrong = 0;
    const char *only = getenv("FAMILY");
    while (next_case(&at, &c))
        if (!only || strncmp(c.name, only, strlen(only)) == 0) wrong += case_differs(&c);
    assert_int_equal(wrong, 0);
}

static int setup(void **state)
{
    (void)state;
    size_t n;
    golden = gb_file_read("tests/golden/model/families.txt", 1 << 25, &n, NULL);
    return golden ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    gb_free(golden);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(families)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
