/* A graph from JSON that nobody vouches for; the form is in wire_graph.c. Sizes are looked at
 * before anything is made of them, operators before any of them is asked for a shape. */
#include "share/wire_parts.h"

#include <string.h>

typedef struct reader {
    const gb_wire_source *from;
    gb_graph *graph;
    const gb_overload **operators;
    size_t operator_count;
    gb_wire_fault *fault;
    gb_error *err;
} reader;

/* A member that must be an array, or may be missing. */
static bool array_of(const json_t *object, const char *key, bool needed, const json_t **out,
                     gb_error *err)
{
    *out = json_object_get(object, key);
    if (json_is_array(*out) || (!*out && !needed)) return true;
    return gb_fail(err, GB_ERR_VALUE, "'%s' must be an array", key);
}

/* --- sites and operators ---------------------------------------------------------------------- */

static bool read_sites(reader *r, const json_t *json)
{
    const json_t *sites;
    if (!array_of(json, "sites", true, &sites, r->err)) return false;
    for (size_t i = 0; i < json_array_size(sites); i++) {
        const json_t *pair = json_array_get(sites, i);
        const char *path = json_string_value(json_array_get(pair, 0));
        const char *leaf = json_string_value(json_array_get(pair, 1));
        if (json_array_size(pair) != 2 || !path || !leaf)
            return gb_fail(r->err, GB_ERR_VALUE, "site %zu must be [path, leaf]", i);
        int32_t index = gb_graph_add_site(r->graph, path, leaf, r->err);
        if (index < 0) return false;
        if (index != (int32_t)i) return gb_fail(r->err, GB_ERR_VALUE, "site %zu is there twice", i);
    }
    return true;
}

/* No operator of a job is as much as asked for a shape before it is known to be one of those that a
 * graph may hold. */
static bool read_operators(reader *r, const json_t *json)
{
    const json_t *names;
    const char *why = "";
    if (!array_of(json, "operators", true, &names, r->err)) return false;
    size_t n = json_array_size(names);
    r->operators = gb_arena_array(r->from->arena, n + 1, sizeof *r->operators, r->err);
    if (!r->operators) return false;
    for (size_t i = 0; i < n; i++) {
        const char *name = json_string_value(json_array_get(names, i));
        if (!name) return gb_fail(r->err, GB_ERR_VALUE, "operator %zu must be a name", i);
        r->operators[i] = gb_overload_find(name, r->err);
        if (!r->operators[i]) {
            gb_error_context(r->err, "operator %zu, '%.80s'", i, name);
            return false;
        }
        if (!gb_overload_allowed(r->operators[i], &why))
            return gb_fail(r->err, GB_ERR_VALUE, "operator %zu: %s is not allowed in a graph: %s",
                           i, name, why);
        r->operator_count++;
    }
    return true;
}

/* --- invokes ---------------------------------------------------------------------------------- */

static bool read_row(reader *r, const json_t *json, gb_token_row *row)
{
    size_t n = json_array_size(json);
    if (!json_is_array(json)) return gb_fail(r->err, GB_ERR_VALUE, "a row must be an array of ids");
    int64_t *ids = gb_arena_array(r->from->arena, n + 1, sizeof *ids, r->err);
    if (!ids) return false;
    for (size_t i = 0; i < n; i++)
        if (!gb_wire_int(json_array_get(json, i), "token id", 0, INT32_MAX, &ids[i], r->err))
            return false;
    *row = (gb_token_row){ids, (int64_t)n};
    return true;
}

static bool read_rows(reader *r, const json_t *json, gb_invoke *invoke)
{
    const json_t *rows;
    if (!array_of(json, "rows", false, &rows, r->err)) return false;
    size_t n = json_array_size(rows);
    if (!gb_limit_holds(GB_LIMIT_ROWS, (int64_t)n, &r->fault->limit, r->err)) return false;
    gb_token_row *out = gb_arena_array(r->from->arena, n + 1, sizeof *out, r->err);
    if (!out) return false;
    for (size_t i = 0; i < n; i++)
        if (!read_row(r, json_array_get(rows, i), &out[i])) return false;
    invoke->rows = out;
    invoke->row_count = (int32_t)n;
    return true;
}

static bool read_inputs(reader *r, const json_t *json, gb_invoke *invoke)
{
    const json_t *inputs = json_object_get(json, "inputs");
    size_t n = json_object_size(inputs);
    if (inputs && !json_is_object(inputs))
        return gb_fail(r->err, GB_ERR_VALUE, "'inputs' must be an object");
    gb_input *out = gb_arena_array(r->from->arena, n + 1, sizeof *out, r->err);
    if (!out) return false;
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)inputs, key, value)
    {
        gb_input *input = &out[invoke->input_count++];
        input->name = key;
        if (!gb_wire_arg_read(r->from, value, &input->value, r->err)) return false;
        if (!gb_wire_arg_is_plain(&input->value))
            return gb_fail(r->err, GB_ERR_VALUE, "input '%.40s' names a node", key);
    }
    invoke->inputs = out;
    return true;
}

static bool read_invoke(reader *r, const json_t *json)
{
    static const char *const members[] = {"rows", "inputs", "all", "span", NULL};
    gb_invoke invoke = {.all = json_is_true(json_object_get(json, "all"))};
    return gb_wire_members(json, members, "an invoke", r->err) && read_rows(r, json, &invoke) &&
           read_inputs(r, json, &invoke) &&
           gb_wire_span_read(json_object_get(json, "span"), &invoke.span, r->err) &&
           gb_graph_add_invoke(r->graph, &invoke, r->err) >= 0;
}

static bool read_invokes(reader *r, const json_t *json)
{
    const json_t *invokes;
    if (!array_of(json, "invokes", true, &invokes, r->err)) return false;
    for (size_t i = 0; i < json_array_size(invokes); i++)
        if (!read_invoke(r, json_array_get(invokes, i))) {
            gb_error_context(r->err, "invoke %zu", i);
            return false;
        }
    return true;
}

/* --- shapes ----------------------------------------------------------------------------------- */

enum { MAX_RANK = 16, MAX_FORMS = 64 };

static bool read_shape(reader *r, const json_t *json, gb_arg *form)
{
    int64_t sizes[MAX_RANK], elements = 1;
    gb_dtype dtype = gb_dtype_find(gb_json_string_or(json, "dtype", ""));
    const json_t *shape;
    if (dtype == GB_DTYPE_NONE) return gb_fail(r->err, GB_ERR_VALUE, "'form' has no dtype");
    if (!array_of(json, "shape", true, &shape, r->err)) return false;
    size_t rank = json_array_size(shape);
    if (rank > MAX_RANK) return gb_fail(r->err, GB_ERR_VALUE, "more than %d dimensions", MAX_RANK);
    for (size_t i = 0; i < rank; i++) {
        if (!gb_wire_int(json_array_get(shape, i), "shape", 0, INT64_C(1) << 40, &sizes[i], r->err))
            return false;
        if (sizes[i] && elements > (INT64_C(1) << 50) / sizes[i])
            return gb_fail(r->err, GB_ERR_VALUE, "a shape of too many elements");
        elements *= sizes[i] ? sizes[i] : 1;
    }
    *form = gb_arg_tensor(gb_tensor_meta(dtype, sizes, rank, r->err));
    return form->kind == GB_ARG_TENSOR;
}

/* What the values look like, owned: release in any case. */
static bool read_form(reader *r, const json_t *json, gb_arg *form)
{
    static const char *const members[] = {"dtype", "shape", NULL};
    *form = gb_arg_none();
    if (!json || json_is_null(json)) return true;
    if (!json_is_array(json))
        return gb_wire_members(json, members, "'form'", r->err) && read_shape(r, json, form);
    gb_arg items[MAX_FORMS], list = gb_arg_list(items, 0);
    bool ok = json_array_size(json) <= MAX_FORMS ||
              gb_fail(r->err, GB_ERR_VALUE, "more than %d forms", MAX_FORMS);
    for (size_t i = 0; ok && i < json_array_size(json); i++) {
        const json_t *one = json_array_get(json, i);
        items[i] = gb_arg_none();
        list.count++;
        ok = json_is_null(one) ||
             (gb_wire_members(one, members, "'form'", r->err) && read_shape(r, one, &items[i]));
    }
    ok = ok && gb_arg_copy(&list, form, r->err);
    while (list.count > 0)
        gb_arg_release(&items[--list.count]);
    return ok;
}

/* --- nodes ------------------------------------------------------------------------------------ */

static bool read_mode(const json_t *json, uint8_t *mode, gb_error *err)
{
    const json_t *member = json_object_get(json, "mode");
    const char *name = member ? json_string_value(member) : gb_wire_modes[GB_WRITE_ASSIGN];
    for (uint8_t i = 0; name && i <= GB_WRITE_SKIP; i++)
        if (strcmp(name, gb_wire_modes[i]) == 0) return *mode = i, true;
    return gb_fail(err, GB_ERR_VALUE, "'mode' must be assign, in_place or skip");
}

static bool read_args(reader *r, const json_t *json, gb_node *node)
{
    const json_t *args;
    if (!array_of(json, "args", false, &args, r->err)) return false;
    size_t n = json_array_size(args);
    if (n > GB_GRAPH_MAX_ARGS)
        return gb_fail(r->err, GB_ERR_VALUE, "more than %d arguments", GB_GRAPH_MAX_ARGS);
    gb_arg *out = gb_arena_array(r->from->arena, n + 1, sizeof *out, r->err);
    if (!out) return false;
    for (size_t i = 0; i < n; i++)
        if (!gb_wire_arg_read(r->from, json_array_get(args, i), &out[i], r->err)) {
            gb_error_context(r->err, "argument %zu", i);
            return false;
        }
    node->args = out;
    node->arg_count = (int32_t)n;
    if (node->kind == GB_NODE_CONST && n == 1 && !gb_wire_arg_is_plain(&out[0]))
        return gb_fail(r->err, GB_ERR_VALUE, "a constant names a node");
    return true;
}

static bool read_numbers(reader *r, const json_t *json, gb_node *node)
{
    int64_t op = 0, site, invoke, step, index;
    bool ok =
        gb_wire_int_or(json, "site", 0, gb_graph_site_count(r->graph) - 1, -1, &site, r->err) &&
        gb_wire_int_or(json, "invoke", 0, gb_graph_invoke_count(r->graph) - 1, GB_NO_INVOKE,
                       &invoke, r->err) &&
        gb_wire_int_or(json, "step", 0, GB_GRAPH_MAX_STEPS - 1, 0, &step, r->err) &&
        gb_wire_int_or(json, "index", 0, GB_GRAPH_MAX_ARGS - 1, 0, &index, r->err);
    if (ok && node->kind == GB_NODE_OP)
        ok = gb_wire_int(json_object_get(json, "op"), "op", 0, (int64_t)r->operator_count - 1, &op,
                         r->err);
    if (!ok) return false;
    node->site = (int32_t)site;
    node->invoke = (int32_t)invoke;
    node->step = (int32_t)step;
    node->index = (int32_t)index;
    node->overload = node->kind == GB_NODE_OP ? r->operators[op] : NULL;
    return true;
}

static bool read_kind(const json_t *json, gb_node_kind *kind, gb_error *err)
{
    const char *name = gb_json_string_or(json, "kind", "");
    *kind = gb_node_kind_find(name, strlen(name));
    return *kind != GB_NODE_COUNT || gb_fail(err, GB_ERR_VALUE, "no kind of node '%.40s'", name);
}

static bool append(reader *r, const json_t *json, gb_node *node, gb_node_id id)
{
    static const char *const members[] = {"kind", "op",    "args", "site", "invoke", "step",
                                          "form", "index", "mode", "name", "span",   NULL};
    const json_t *name = json_object_get(json, "name");
    if (!gb_wire_members(json, members, "it", r->err) ||
        !gb_wire_span_read(json_object_get(json, "span"), &node->span, r->err) ||
        !read_kind(json, &node->kind, r->err) || !read_numbers(r, json, node) ||
        !read_mode(json, &node->mode, r->err) || !read_args(r, json, node) ||
        !read_form(r, json_object_get(json, "form"), &node->form))
        return false;
    if (name && !json_is_string(name))
        return gb_fail(r->err, GB_ERR_VALUE, "'name' must be a text");
    node->name = json_string_value(name);
    gb_node_id got = gb_graph_append(r->graph, node, r->err);
    return got == id ||
           gb_fail(r->err, GB_ERR_VALUE, "it says the same as node %d again", (int)got);
}

static bool read_node(reader *r, const json_t *json, gb_node_id id)
{
    gb_node node = {.site = -1, .invoke = GB_NO_INVOKE};
    bool ok = append(r, json, &node, id);
    gb_arg_release(&node.form);
    if (ok) return true;
    r->fault->node = id;
    gb_error_context(r->err, "node %d", (int)id);
    gb_error_locate(r->err, node.span);
    return false;
}

static bool read_nodes(reader *r, const json_t *json)
{
    const json_t *nodes;
    if (!array_of(json, "nodes", true, &nodes, r->err)) return false;
    size_t n = json_array_size(nodes);
    if (!gb_limit_holds(GB_LIMIT_NODES, (int64_t)n, &r->fault->limit, r->err)) return false;
    for (size_t i = 0; i < n; i++)
        if (!read_node(r, json_array_get(nodes, i), (gb_node_id)i)) return false;
    return true;
}

gb_graph *gb_wire_graph_read(const gb_wire_source *from, const json_t *json, gb_wire_fault *fault,
                             gb_error *err)
{
    static const char *const members[] = {"sites", "invokes", "operators", "nodes", NULL};
    reader r = {.from = from, .fault = fault, .err = err};
    if (!gb_wire_members(json, members, "'graph'", err)) return NULL;
    r.graph = gb_graph_new(err);
    if (r.graph && read_sites(&r, json) && read_operators(&r, json) && read_invokes(&r, json) &&
        read_nodes(&r, json))
        return r.graph;
    gb_graph_free(r.graph);
    return NULL;
}
