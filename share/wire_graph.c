/* A graph as JSON:
 *
 *     {"sites": [["transformer.h.2", "output"], …],
 *      "invokes": [{"rows": [[464, 412]], "inputs": {"labels": …}, "all": false, "span": […]}, …],
 *      "operators": ["aten::mul.Scalar", …],
 *      "nodes": [{"kind": "read", "site": 0, "invoke": 0, "form": …, "span": [1, 40, 52]},
 *                {"kind": "op", "op": 0, "args": [{"node": 0}, 2.0]}, …]}
 *
 * Node i of the array is node i of the graph. What can be worked out anew (versions, the invoke of
 * a computed node, its shape) is not sent. */
#include "share/wire_parts.h"

/* Overloads in the order of their first use. */
typedef struct operator_table {
    gb_map index; /* address → index + 1 */
    json_t *names;
} operator_table;

static json_t *operator_index(operator_table *table, const gb_overload *overload, gb_error *err)
{
    const char *address = (const char *)&overload;
    size_t found = (size_t)gb_map_get_n(&table->index, address, sizeof overload);
    if (!found) {
        found = json_array_size(table->names) + 1;
        if (!gb_wire_append(table->names, json_string(gb_overload_name(overload)), err) ||
            !gb_map_put_n(&table->index, address, sizeof overload, (void *)found, err))
            return NULL;
    }
    return json_integer((json_int_t)found - 1);
}

/* --- shapes ----------------------------------------------------------------------------------- */

static json_t *form_json(const gb_arg *form);

static json_t *forms_json(const gb_arg *list)
{
    json_t *array = json_array();
    for (uint32_t i = 0; array && i < list->count; i++)
        if (json_array_append_new(array, form_json(&list->as.items[i]))) {
            json_decref(array);
            return NULL;
        }
    return array;
}

/* null where it is not known. */
static json_t *form_json(const gb_arg *form)
{
    if (form->kind == GB_ARG_LIST) return forms_json(form);
    if (form->kind != GB_ARG_TENSOR) return json_null();
    const gb_tensor *meta = form->as.tensor;
    json_t *shape = json_array();
    for (int64_t i = 0; shape && i < gb_tensor_dim(meta); i++)
        if (json_array_append_new(shape, json_integer(gb_tensor_size(meta, i)))) break;
    return json_pack("{s:s, s:o}", "dtype", gb_dtype_name(gb_tensor_dtype(meta)), "shape", shape);
}

/* --- nodes ------------------------------------------------------------------------------------ */

const char *const gb_wire_modes[] = {
    [GB_WRITE_ASSIGN] = "assign", [GB_WRITE_IN_PLACE] = "in_place", [GB_WRITE_SKIP] = "skip"};

static bool put_number(json_t *json, const char *key, int64_t value, int64_t usual, gb_error *err)
{
    return value == usual || gb_wire_put(json, key, json_integer(value), err);
}

static bool put_args(json_t *json, const gb_node *node, gb_pack_writer *writer, gb_error *err)
{
    if (node->arg_count == 0) return true;
    json_t *args = json_array();
    bool ok = gb_wire_put(json, "args", args, err);
    for (int32_t i = 0; ok && i < node->arg_count; i++) {
        json_t *arg = gb_wire_arg_write(&node->args[i], writer, err);
        ok = arg && gb_wire_append(args, arg, err);
    }
    return ok;
}

/* Where it happens: which fields a kind has. */
static bool put_place(json_t *json, const gb_node *node, gb_error *err)
{
    bool access = node->kind == GB_NODE_READ || node->kind == GB_NODE_WRITE;
    if (access || node->kind == GB_NODE_CALL) {
        if (!gb_wire_put(json, "site", json_integer(node->site), err) ||
            !put_number(json, "step", node->step, 0, err) ||
            (node->form.kind != GB_ARG_NONE &&
             !gb_wire_put(json, "form", form_json(&node->form), err)))
            return false;
    }
    if ((access || node->kind == GB_NODE_PRINT) &&
        !put_number(json, "invoke", node->invoke, GB_NO_INVOKE, err))
        return false;
    return node->kind != GB_NODE_WRITE || node->mode == GB_WRITE_ASSIGN ||
           gb_wire_put(json, "mode", json_string(gb_wire_modes[node->mode]), err);
}

static json_t *node_json(const gb_node *node, operator_table *operators, gb_pack_writer *writer,
                         gb_error *err)
{
    json_t *json = json_pack("{s:s}", "kind", gb_node_kind_name(node->kind));
    bool ok = json || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing a node");
    if (ok && node->kind == GB_NODE_OP)
        ok = gb_wire_put(json, "op", operator_index(operators, node->overload, err), err);
    if (ok && node->kind == GB_NODE_ITEM)
        ok = gb_wire_put(json, "index", json_integer(node->index), err);
    if (ok && node->name) ok = gb_wire_put(json, "name", json_string(node->name), err);
    ok = ok && put_place(json, node, err) && put_args(json, node, writer, err);
    if (ok && node->span.source) ok = gb_wire_put(json, "span", gb_wire_span_json(node->span), err);
    if (ok) return json;
    json_decref(json);
    return NULL;
}

static bool put_nodes(json_t *json, const gb_graph *graph, gb_pack_writer *writer, gb_error *err)
{
    operator_table operators = {GB_MAP_INIT, json_array()};
    json_t *nodes = json_array();
    bool ok = gb_wire_put(json, "operators", operators.names, err) &&
              gb_wire_put(json, "nodes", nodes, err);
    for (gb_node_id id = 0; ok && id < gb_graph_count(graph); id++) {
        const gb_node *node = gb_graph_node(graph, id);
        json_t *one = node_json(node, &operators, writer, err);
        ok = one && gb_wire_append(nodes, one, err);
        if (!ok) gb_error_locate(err, node->span);
    }
    gb_map_release(&operators.index);
    return ok;
}

/* --- invokes ---------------------------------------------------------------------------------- */

static json_t *row_json(const gb_token_row *row)
{
    json_t *ids = json_array();
    for (int64_t i = 0; ids && i < row->count; i++)
        if (json_array_append_new(ids, json_integer(row->ids[i]))) {
            json_decref(ids);
            return NULL;
        }
    return ids;
}

static bool put_rows(json_t *json, const gb_invoke *invoke, gb_error *err)
{
    if (invoke->row_count == 0) return true;
    json_t *rows = json_array();
    bool ok = gb_wire_put(json, "rows", rows, err);
    for (int32_t r = 0; ok && r < invoke->row_count; r++)
        ok = gb_wire_append(rows, row_json(&invoke->rows[r]), err);
    return ok;
}

static bool put_inputs(json_t *json, const gb_invoke *invoke, gb_pack_writer *writer, gb_error *err)
{
    if (invoke->input_count == 0) return true;
    json_t *inputs = json_object();
    bool ok = gb_wire_put(json, "inputs", inputs, err);
    for (int32_t i = 0; ok && i < invoke->input_count; i++) {
        json_t *value = gb_wire_arg_write(&invoke->inputs[i].value, writer, err);
        ok = value && gb_wire_put(inputs, invoke->inputs[i].name, value, err);
    }
    return ok;
}

static bool put_invokes(json_t *json, const gb_graph *graph, gb_pack_writer *writer, gb_error *err)
{
    json_t *invokes = json_array();
    bool ok = gb_wire_put(json, "invokes", invokes, err);
    for (int32_t i = 0; ok && i < gb_graph_invoke_count(graph); i++) {
        const gb_invoke *invoke = gb_graph_invoke(graph, i);
        json_t *one = json_object();
        ok = gb_wire_append(invokes, one, err) && put_rows(one, invoke, err) &&
             put_inputs(one, invoke, writer, err) &&
             (!invoke->all || gb_wire_put(one, "all", json_true(), err)) &&
             (!invoke->span.source ||
              gb_wire_put(one, "span", gb_wire_span_json(invoke->span), err));
    }
    return ok;
}

static bool put_sites(json_t *json, const gb_graph *graph, gb_error *err)
{
    json_t *sites = json_array();
    bool ok = gb_wire_put(json, "sites", sites, err);
    for (int32_t i = 0; ok && i < gb_graph_site_count(graph); i++) {
        const gb_site *site = gb_graph_site(graph, i);
        ok = gb_wire_append(sites, json_pack("[s, s]", site->path, site->leaf), err);
    }
    return ok;
}

json_t *gb_wire_graph_write(const gb_graph *graph, gb_pack_writer *writer, gb_error *err)
{
    json_t *json = json_object();
    bool ok = json || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing a graph");
    ok = ok && put_sites(json, graph, err) && put_invokes(json, graph, writer, err) &&
         put_nodes(json, graph, writer, err);
    if (ok) return json;
    json_decref(json);
    return NULL;
}
