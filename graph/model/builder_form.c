/* Forms of inputs and outputs from their specs, and the places of the tensors in them. The grammar
 * is in builder.h; the texts are constants of family.def and inner.def. */
#include "graph/model/builder.h"
#include "graph/base/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

enum { MAX_LEAF = 128, MAX_ITEMS = 16 };

void gb_build_bind(gb_builder *b, const char *name, int32_t slot, gb_layout layout)
{
    int32_t i = 0;
    while (i < b->binding_count && strcmp(b->bindings[i].name, name) != 0)
        i++;
    if (i == GB_BUILD_BINDINGS) {
        b->failed = !gb_fail(b->err, GB_ERR_RUNTIME, "plan: too many bound names");
        return;
    }
    if (i == b->binding_count) b->binding_count++;
    b->bindings[i] = (gb_binding){name, slot, layout};
}

/* --- places ----------------------------------------------------------------------------------- */

static void push_dim(gb_place *place, gb_dim_kind kind, int64_t size)
{
    if (place->rank < GB_MODEL_MAX_RANK) place->shape[place->rank++] = (gb_dim){kind, size};
}

/* The user's shape of a packed slot under a layout. */
static void shape_place(gb_place *place, const gb_slot *slot)
{
    switch (place->layout) {
    case GB_LAYOUT_TOKENS:
    case GB_LAYOUT_ONCE:
        push_dim(place, place->layout == GB_LAYOUT_ONCE ? GB_DIM_CONST : GB_DIM_BATCH, 1);
        push_dim(place, GB_DIM_TIME, 0);
        break;
    case GB_LAYOUT_HEADS:
    case GB_LAYOUT_KEYS:
        push_dim(place, GB_DIM_BATCH, 1);
        push_dim(place, GB_DIM_CONST, slot->shape[0]);
        push_dim(place, GB_DIM_TIME, 0);
        if (place->layout == GB_LAYOUT_KEYS)
            push_dim(place, GB_DIM_KEYS, 0);
        else
            push_dim(place, GB_DIM_CONST, slot->shape[1]);
        return;
    case GB_LAYOUT_PLAIN: break;
    }
    for (int d = 0; d < slot->rank; d++)
        push_dim(place, GB_DIM_CONST, slot->shape[d]);
}

static bool index_place(gb_builder *b, int32_t module, const char *leaf, int32_t place)
{
    char key[MAX_LEAF + 16];
    int n = snprintf(key, sizeof key, "%d#%s", module, leaf);
    return gb_map_put_n(&b->plan->place_index, key, (size_t)n, (void *)(intptr_t)(place + 1),
                        b->err);
}

static int32_t add_place(gb_builder *b, int32_t module, const char *leaf, const gb_binding *bound)
{
    gb_plan *plan = b->plan;
    size_t wanted = (size_t)plan->place_count + 1;
    char *copy = gb_arena_strdup(&plan->arena, leaf, b->err);
    if (!copy || !gb_grow(&plan->places, &plan->place_capacity, wanted, sizeof(gb_place), b->err) ||
        !index_place(b, module, leaf, plan->place_count)) {
        b->failed = true;
        return 0;
    }
    gb_place *place = &plan->places[plan->place_count];
    const gb_slot *slot = &plan->slots[bound->slot];
    *place = (gb_place){.module = module,
                        .leaf = copy,
                        .slot = bound->slot,
                        .boundary = plan->boundary_count - 1,
                        .layout = bound->layout,
                        .dtype = slot->dtype,
                        .eager = bound->layout == GB_LAYOUT_KEYS};
    shape_place(place, slot);
    return plan->place_count++;
}

static void add_boundary(gb_builder *b)
{
    gb_plan *plan = b->plan;
    size_t wanted = (size_t)plan->boundary_count + 1;
    if (b->failed || !gb_grow(&plan->boundary_steps, &plan->boundary_capacity, wanted,
                              sizeof(int32_t), b->err)) {
        b->failed = true;
        return;
    }
    plan->boundary_steps[plan->boundary_count++] = plan->step_count;
}

/* --- the parser ------------------------------------------------------------------------------- */

typedef struct parser {
    gb_builder *b;
    int32_t module;
    const char *at;
} parser;

static gb_form parse_value(parser *p, const char *leaf);

static void skip_space(parser *p)
{
    while (*p->at == ' ' || *p->at == '\n')
        p->at++;
}

static bool accept(parser *p, char c)
{
    skip_space(p);
    if (*p->at != c) return false;
    p->at++;
    return true;
}

/* A name into `out`; its length. */
static size_t parse_name(parser *p, char *out, size_t size)
{
    skip_space(p);
    size_t n = 0;
    while ((isalnum((unsigned char)*p->at) || *p->at == '_') && n + 1 < size)
        out[n++] = *p->at++;
    out[n] = 0;
    return n;
}

static void *own(parser *p, const void *bytes, size_t n)
{
    void *copy = gb_arena_copy(&p->b->plan->arena, bytes, n, p->b->err);
    if (!copy) p->b->failed = true;
    return copy;
}

/* Items up to `end` (0: the end of the text, or ';'), with names when `named`; leaves are LEAF.i or
 * LEAF.name. */
static gb_form parse_items(parser *p, const char *leaf, char end, bool named)
{
    gb_form items[MAX_ITEMS];
    const char *names[MAX_ITEMS];
    int32_t count = 0;
    for (skip_space(p); *p->at && *p->at != ';' && *p->at != end; skip_space(p)) {
        char name[64], below[MAX_LEAF];
        if (count == MAX_ITEMS) break;
        if (named) {
            parse_name(p, name, sizeof name);
            accept(p, '=');
            names[count] = own(p, name, strlen(name) + 1);
            snprintf(below, sizeof below, "%s.%s", leaf, name);
        } else {
            snprintf(below, sizeof below, "%s.%d", leaf, count);
        }
        items[count++] = parse_value(p, below);
        if (!accept(p, ',')) break;
    }
    if (end) accept(p, end);
    return (gb_form){.kind = named ? GB_FORM_DICT : GB_FORM_TUPLE,
                     .count = count,
                     .items = count ? own(p, items, (size_t)count * sizeof *items) : NULL,
                     .names = named && count ? own(p, names, (size_t)count * sizeof *names) : NULL};
}

static gb_form parse_bound(parser *p, const char *name, const char *leaf)
{
    gb_builder *b = p->b;
    for (int32_t i = 0; i < b->binding_count; i++) {
        const gb_binding *bound = &b->bindings[i];
        if (strcmp(bound->name, name) != 0) continue;
        if (bound->slot < 0 || b->failed) return (gb_form){.kind = GB_FORM_NONE};
        return (gb_form){.kind = GB_FORM_TENSOR, .place = add_place(b, p->module, leaf, bound)};
    }
    b->failed = !gb_fail(b->err, GB_ERR_RUNTIME, "plan: '%s' is not bound in a spec", name);
    return (gb_form){.kind = GB_FORM_NONE};
}

static gb_form parse_child(parser *p)
{
    char name[64];
    parse_name(p, name, sizeof name);
    int32_t child = gb_tree_child(&p->b->plan->tree, p->module, name);
    const gb_form *form = child < 0 ? NULL : p->b->plan->io[child].output;
    return form ? *form : (gb_form){.kind = GB_FORM_NONE};
}

static gb_form parse_object(parser *p)
{
    char name[64];
    size_t n = parse_name(p, name, sizeof name);
    return (gb_form){.kind = GB_FORM_OBJECT, .cls = own(p, name, n + 1)};
}

static gb_form parse_value(parser *p, const char *leaf)
{
    if (accept(p, '(')) return parse_items(p, leaf, ')', false);
    if (accept(p, '^')) return parse_child(p);
    if (accept(p, '@')) return parse_object(p);
    char name[64];
    size_t n = parse_name(p, name, sizeof name);
    if (strcmp(name, "None") == 0) return (gb_form){.kind = GB_FORM_NONE};
    if (strcmp(name, "True") == 0 || strcmp(name, "False") == 0)
        return (gb_form){.kind = GB_FORM_BOOL, .number = name[0] == 'T'};
    if (isdigit((unsigned char)name[0]))
        return (gb_form){.kind = GB_FORM_INT, .number = strtoll(name, NULL, 10)};
    if (!accept(p, '(')) return parse_bound(p, name, leaf);
    gb_form record = parse_items(p, leaf, ')', true);
    record.kind = GB_FORM_RECORD;
    record.cls = own(p, name, n + 1);
    return record;
}

static const gb_form *parse_output(gb_builder *b, int32_t module, const char *leaf,
                                   const char *spec)
{
    parser p = {b, module, spec};
    gb_form form = parse_value(&p, leaf);
    return b->failed ? NULL : own(&p, &form, sizeof form);
}

/* --- modules ---------------------------------------------------------------------------------- */

static const gb_form empty_tuple = {.kind = GB_FORM_TUPLE};
static const gb_form empty_dict = {.kind = GB_FORM_DICT};

static void parse_inputs(gb_builder *b, int32_t module, const char *spec)
{
    gb_module_io *io = &b->plan->io[module];
    parser p = {b, module, spec};
    gb_form args = parse_items(&p, "input", 0, false);
    accept(&p, ';');
    gb_form kwargs = parse_items(&p, "input", 0, true);
    io->args = args.count ? own(&p, &args, sizeof args) : &empty_tuple;
    io->kwargs = kwargs.count ? own(&p, &kwargs, sizeof kwargs) : &empty_dict;
    if (b->failed) return;
    io->input = args.count ? &io->args->items[0] : kwargs.count ? &io->kwargs->items[0] : NULL;
}

void gb_build_enter(gb_builder *b, int32_t module, const char *spec)
{
    add_boundary(b);
    if (b->failed) return;
    gb_module_io *io = &b->plan->io[module];
    io->runs = true;
    io->enter_step = b->plan->step_count;
    io->enter_boundary = b->plan->boundary_count - 1;
    b->module = module;
    parse_inputs(b, module, spec);
    gb_build_point(b, "enter");
}

void gb_build_leave(gb_builder *b, int32_t module, const char *spec)
{
    add_boundary(b);
    if (b->failed) return;
    gb_module_io *io = &b->plan->io[module];
    io->leave_step = b->plan->step_count;
    io->leave_boundary = b->plan->boundary_count - 1;
    io->output = parse_output(b, module, "output", spec);
    gb_build_point(b, "end");
    const gb_module *modules = b->plan->tree.modules;
    int32_t caller = modules[module].parent;
    while (caller > 0 && modules[caller].list)
        caller = modules[caller].parent;
    b->module = caller < 0 ? 0 : caller;
}

void gb_build_enter_x(gb_builder *b, int32_t module, int32_t x)
{
    gb_build_bind(b, "x", x, GB_LAYOUT_TOKENS);
    gb_build_enter(b, module, "x");
}

int32_t gb_build_leave_x(gb_builder *b, int32_t module, int32_t y)
{
    gb_build_bind(b, "x", y, GB_LAYOUT_TOKENS);
    gb_build_leave(b, module, "x");
    return y;
}

/* --- inner values ----------------------------------------------------------------------------- */

typedef struct inner_row {
    const char *cls, *point, *name;
    bool source;
    const char *spec;
} inner_row;

static const inner_row inner_rows[] = {
#define GB_INNER(cls, point, name, source, spec) {cls, point, name, source, spec},
#define GB_INNER_INPUT(point, name, spec)
#include "graph/model/inner.def"
#undef GB_INNER
#undef GB_INNER_INPUT
};

static const inner_row input_rows[] = {
#define GB_INNER(cls, point, name, source, spec)
#define GB_INNER_INPUT(point, name, spec) {NULL, point, name, true, spec},
#include "graph/model/inner.def"
#undef GB_INNER
#undef GB_INNER_INPUT
};

static bool has_own_rows(const char *cls)
{
    for (size_t i = 0; i < sizeof inner_rows / sizeof *inner_rows; i++)
        if (strcmp(inner_rows[i].cls, cls) == 0) return true;
    return false;
}

/* Rows written for llama hold for every class that is named after the same pattern and has none of
 * its own. */
static bool row_fits(const gb_builder *b, const inner_row *row, const char *cls)
{
    if (strcmp(row->cls, "*") == 0 || strcmp(row->cls, cls) == 0) return true;
    const char *base = b->config->family->base_cls;
    if (strncmp(row->cls, "Llama", 5) != 0 || !base || has_own_rows(cls)) return false;
    size_t prefix = strlen(base) - strlen("Model");
    return strncmp(cls, base, prefix) == 0 && strcmp(cls + prefix, row->cls + 5) == 0;
}

/* The inner value of a name in the current module, added when it is new; NULL on failure. */
static gb_inner *inner_of(gb_builder *b, const inner_row *row)
{
    gb_module_io *io = &b->plan->io[b->module];
    size_t count = (size_t)io->inner_count;
    for (size_t i = 0; i < count; i++)
        if (strcmp(io->inner[i].name, row->name) == 0) return (gb_inner *)&io->inner[i];
    gb_inner *grown = gb_arena_array(&b->plan->arena, count + 1, sizeof(gb_inner), b->err);
    if (!grown) {
        b->failed = true;
        return NULL;
    }
    if (count) memcpy(grown, io->inner, count * sizeof *grown);
    grown[count] = (gb_inner){.name = row->name, .source = row->source};
    io->inner = grown;
    io->inner_count++;
    return &grown[count];
}

static void add_inner(gb_builder *b, const inner_row *row)
{
    char leaf[MAX_LEAF];
    snprintf(leaf, sizeof leaf, row->source ? "source.%s.output" : "%s", row->name);
    const gb_form *form = parse_output(b, b->module, leaf, row->spec);
    gb_inner *inner = form ? inner_of(b, row) : NULL;
    if (inner)
        inner->output = form;
    else
        b->failed = true;
}

/* Whether the current module's class has a step of that name. */
static bool has_step(const gb_builder *b, const char *name)
{
    const char *cls = b->plan->tree.modules[b->module].cls;
    for (size_t i = 0; i < sizeof inner_rows / sizeof *inner_rows; i++)
        if (strcmp(inner_rows[i].name, name) == 0 && row_fits(b, &inner_rows[i], cls)) return true;
    return false;
}

static void add_inner_input(gb_builder *b, const inner_row *row)
{
    char leaf[MAX_LEAF];
    snprintf(leaf, sizeof leaf, "source.%s.input", row->name);
    parser p = {b, b->module, row->spec};
    gb_form args = parse_items(&p, leaf, 0, false);
    accept(&p, ';');
    gb_form kwargs = parse_items(&p, leaf, 0, true);
    gb_inner *inner = b->failed ? NULL : inner_of(b, row);
    if (!inner) return;
    inner->args = own(&p, &args, sizeof args);
    inner->kwargs = own(&p, &kwargs, sizeof kwargs);
}

void gb_build_point(gb_builder *b, const char *point)
{
    if (b->failed) return;
    const char *cls = b->plan->tree.modules[b->module].cls;
    bool first = strcmp(point, "enter") != 0 && strcmp(point, "end") != 0;
    for (size_t i = 0; i < sizeof inner_rows / sizeof *inner_rows && !b->failed; i++) {
        const inner_row *row = &inner_rows[i];
        if (strcmp(row->point, point) != 0 || !row_fits(b, row, cls)) continue;
        if (first) add_boundary(b);
        first = false;
        if (!b->failed) add_inner(b, row);
    }
    for (size_t i = 0; i < sizeof input_rows / sizeof *input_rows && !b->failed; i++)
        if (strcmp(input_rows[i].point, point) == 0 && has_step(b, input_rows[i].name))
            add_inner_input(b, &input_rows[i]);
}
