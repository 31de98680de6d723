/* What a node, and a whole graph, may be. Nothing that a graph says is believed before this. */
#include "graph/ir/internal.h"

#include <string.h>

static const gb_node_rule rules[] = {
#define GB_NODE(id, name, least, most, pure, doc) {name, least, most, pure},
#include "graph/ir/node.def"
#undef GB_NODE
};

const gb_node_rule *gb_node_rule_of(gb_node_kind kind)
{
    return &rules[kind];
}

const char *gb_node_kind_name(gb_node_kind kind)
{
    return rules[kind].name;
}

gb_node_kind gb_node_kind_find(const char *name, size_t n)
{
    for (int k = 0; k < GB_NODE_COUNT; k++)
        if (strlen(rules[k].name) == n && memcmp(rules[k].name, name, n) == 0)
            return (gb_node_kind)k;
    return GB_NODE_COUNT;
}

/* ------------------------------------------------------------------------------------ arguments */

typedef struct arg_check {
    const gb_graph *graph;
    const gb_node *node;
    gb_node_id id;
    size_t seen;
    gb_error *err;
} arg_check;

static bool has_value(gb_node_kind kind)
{
    return gb_node_rule_of(kind)->pure;
}

static bool check_reference(arg_check *c, gb_node_id id)
{
    if (id < 0 || id >= c->id)
        return gb_fail(c->err, GB_ERR_VALUE, "argument %%%d is no earlier node", (int)id);
    gb_node_kind kind = c->graph->nodes[id].kind;
    bool of_backward = c->node->kind == GB_NODE_GRAD || c->node->kind == GB_NODE_SETGRAD;
    if (has_value(kind) || (of_backward && kind == GB_NODE_BACKWARD)) return true;
    return gb_fail(c->err, GB_ERR_VALUE, "argument %%%d is a %s, which has no value", (int)id,
                   gb_node_kind_name(kind));
}

static bool check_arg(arg_check *c, const gb_arg *arg, int depth)
{
    if (++c->seen > GB_GRAPH_MAX_ARGS)
        return gb_fail(c->err, GB_ERR_VALUE, "more than %d arguments", GB_GRAPH_MAX_ARGS);
    switch (arg->kind) {
    case GB_ARG_NODE: return check_reference(c, arg->as.node);
    case GB_ARG_LIST:
    case GB_ARG_SLICE:
        if (depth >= GB_GRAPH_MAX_ARG_DEPTH)
            return gb_fail(c->err, GB_ERR_VALUE, "lists nested deeper than %d",
                           GB_GRAPH_MAX_ARG_DEPTH);
        if (arg->kind == GB_ARG_SLICE && arg->count != 3)
            return gb_fail(c->err, GB_ERR_VALUE, "a slice has three parts");
        for (uint32_t i = 0; i < arg->count; i++)
            if (!check_arg(c, &arg->as.items[i], depth + 1)) return false;
        return true;
    case GB_ARG_TEXT:
        if (arg->count > GB_GRAPH_MAX_TEXT)
            return gb_fail(c->err, GB_ERR_VALUE, "a text of more than %d bytes", GB_GRAPH_MAX_TEXT);
        return true;
    default:
        return arg->kind < GB_ARG_OTHER ||
               gb_fail(c->err, GB_ERR_VALUE, "an argument of no known kind");
    }
}

static bool node_args(const gb_node *node, int32_t from, gb_error *err)
{
    for (int32_t i = from; i < node->arg_count; i++)
        if (node->args[i].kind != GB_ARG_NODE)
            return gb_fail(err, GB_ERR_VALUE, "argument %d of %s must be a node", (int)i,
                           gb_node_kind_name(node->kind));
    return true;
}

/* ---------------------------------------------------------------------------------- by the kind */

static bool check_op(const gb_node *node, gb_error *err)
{
    if (!node->overload) return gb_fail(err, GB_ERR_VALUE, "an operator node without operator");
    if (gb_overload_mutates(node->overload))
        return gb_fail(err, GB_ERR_RUNTIME, "%s changes its arguments; a graph has values only",
                       gb_overload_name(node->overload));
    size_t most = gb_overload_param_count(node->overload);
    if ((size_t)node->arg_count > most || node->arg_count > GB_ARGS_MAX)
        return gb_fail(err, GB_ERR_VALUE, "%s takes at most %zu arguments, not %d",
                       gb_overload_name(node->overload), most, (int)node->arg_count);
    for (size_t i = (size_t)node->arg_count; i < most; i++)
        if (!gb_overload_param(node->overload, i)->has_default)
            return gb_fail(err, GB_ERR_VALUE, "%s needs argument '%s'",
                           gb_overload_name(node->overload),
                           gb_overload_param(node->overload, i)->name);
    return true;
}

static bool check_item(const gb_graph *graph, const gb_node *node, gb_error *err)
{
    if (!node_args(node, 0, err)) return false;
    const gb_node *of = &graph->nodes[node->args[0].as.node];
    bool fits = node->index >= 0 && node->index < GB_GRAPH_MAX_ARGS;
    if (of->form.kind == GB_ARG_LIST) fits = fits && (uint32_t)node->index < of->form.count;
    if (of->form.kind == GB_ARG_TENSOR)
        return gb_fail(err, GB_ERR_VALUE, "%%%d has one result only", (int)node->args[0].as.node);
    return fits ||
           gb_fail(err, GB_ERR_INDEX, "result %d of a node that has fewer", (int)node->index);
}

static bool check_site(const gb_graph *graph, const gb_node *node, gb_error *err)
{
    if (node->site < 0 || node->site >= graph->site_count)
        return gb_fail(err, GB_ERR_VALUE, "site %d of %d", (int)node->site, (int)graph->site_count);
    if (node->kind == GB_NODE_CALL) return true;
    if (node->invoke < 0 || node->invoke >= graph->invoke_count)
        return gb_fail(err, GB_ERR_VALUE, "invoke %d of %d", (int)node->invoke,
                       (int)graph->invoke_count);
    return (node->step >= 0 && node->step < GB_GRAPH_MAX_STEPS) ||
           gb_fail(err, GB_ERR_VALUE, "generation step %d; at most %d", (int)node->step,
                   GB_GRAPH_MAX_STEPS);
}

static bool check_positions(const gb_node *node, gb_error *err)
{
    if (node->arg_count == 0) return true;
    const gb_arg *list = &node->args[0];
    bool fits = list->kind == GB_ARG_LIST;
    int64_t last = -1;
    for (uint32_t i = 0; fits && i < list->count; i++) {
        const gb_arg *item = &list->as.items[i];
        fits = item->kind == GB_ARG_INT && item->as.integer > last;
        last = fits ? item->as.integer : last;
    }
    return fits || gb_fail(err, GB_ERR_VALUE, "the positions of a read are rising indices");
}

static bool check_access(const gb_graph *graph, const gb_node *node, gb_error *err)
{
    if (!check_site(graph, node, err)) return false;
    if (node->kind == GB_NODE_READ) return check_positions(node, err);
    if (node->kind == GB_NODE_CALL) return true;
    return node_args(node, 0, err) &&
           (node->mode <= GB_WRITE_SKIP || gb_fail(err, GB_ERR_VALUE, "write mode %d", node->mode));
}

static bool check_backward(const gb_graph *graph, const gb_node *node, gb_error *err)
{
    if (!node_args(node, 0, err)) return false;
    if (node->kind == GB_NODE_BACKWARD) return true;
    for (int32_t i = 0; i < node->arg_count; i++) {
        bool is = graph->nodes[node->args[i].as.node].kind == GB_NODE_BACKWARD;
        if (is != (i == 0))
            return gb_fail(err, GB_ERR_VALUE, "argument %d of %s must be %s", (int)i,
                           gb_node_kind_name(node->kind), i ? "a value" : "a backward");
    }
    return true;
}

static bool check_kind(const gb_graph *graph, const gb_node *node, gb_error *err)
{
    switch (node->kind) {
    case GB_NODE_CONST:
        return node->args[0].kind != GB_ARG_NODE ||
               gb_fail(err, GB_ERR_VALUE, "a constant names a node");
    case GB_NODE_OP: return check_op(node, err);
    case GB_NODE_ITEM: return check_item(graph, node, err);
    case GB_NODE_READ:
    case GB_NODE_WRITE:
    case GB_NODE_CALL: return check_access(graph, node, err);
    case GB_NODE_SAVE:
        return node_args(node, 0, err) &&
               (!node->name || strlen(node->name) <= GB_GRAPH_MAX_NAME ||
                gb_fail(err, GB_ERR_VALUE, "a name of more than %d bytes", GB_GRAPH_MAX_NAME));
    case GB_NODE_BACKWARD:
    case GB_NODE_GRAD:
    case GB_NODE_SETGRAD: return check_backward(graph, node, err);
    default:
        return node->invoke == GB_NO_INVOKE ||
               (node->invoke >= 0 && node->invoke < graph->invoke_count) ||
               gb_fail(err, GB_ERR_VALUE, "invoke %d of %d", (int)node->invoke,
                       (int)graph->invoke_count);
    }
}

bool gb_node_check(const gb_graph *graph, const gb_node *node, gb_node_id id, gb_error *err)
{
    if ((unsigned)node->kind >= GB_NODE_COUNT)
        return gb_fail(err, GB_ERR_VALUE, "a node of no known kind");
    const gb_node_rule *rule = gb_node_rule_of(node->kind);
    if (node->arg_count < rule->least || (rule->most >= 0 && node->arg_count > rule->most))
        return gb_fail(err, GB_ERR_VALUE, "%s with %d arguments", rule->name, (int)node->arg_count);
    arg_check c = {graph, node, id, 0, err};
    for (int32_t i = 0; i < node->arg_count; i++)
        if (!check_arg(&c, &node->args[i], 0)) return false;
    return check_kind(graph, node, err);
}

/* ----------------------------------------------------------------------------- the whole graph */

static const struct {
    const char *pattern;
    bool allowed;
    const char *why;
} op_rules[] = {
#define GB_OP_RULE(pattern, allowed, why) {pattern, allowed, why},
#include "graph/ir/op_rule.def"
#undef GB_OP_RULE
};

/* `*` stands for any number of characters. */
static bool matches(const char *pattern, const char *text)
{
    const char *star = NULL, *again = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = pattern++;
            again = text;
        } else if (*pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star + 1;
            text = ++again;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == 0;
}

bool gb_overload_allowed(const gb_overload *overload, const char **why)
{
    const char *name = gb_overload_name(overload);
    for (size_t i = 0; i < sizeof op_rules / sizeof *op_rules; i++)
        if (matches(op_rules[i].pattern, name)) {
            *why = op_rules[i].why;
            return op_rules[i].allowed;
        }
    *why = "not an operator of ATen";
    return false;
}

static bool verify_op(const gb_node *node, gb_error *err)
{
    const char *why = "";
    if (node->kind != GB_NODE_OP || gb_overload_allowed(node->overload, &why)) return true;
    return gb_fail(err, GB_ERR_VALUE, "%s is not allowed in a graph: %s",
                   gb_overload_name(node->overload), why);
}

/* The batch may differ: a run may make several sequences of one prompt. */
static bool same_form(const gb_tensor *a, const gb_tensor *b)
{
    bool same = gb_tensor_dim(a) == gb_tensor_dim(b) && gb_tensor_dtype(a) == gb_tensor_dtype(b);
    for (int64_t i = 1; same && i < gb_tensor_dim(a); i++)
        same = gb_tensor_size(a, i) == gb_tensor_size(b, i);
    return same;
}

static bool verify_site(const gb_graph *graph, const gb_node *node, const gb_site_oracle *oracle,
                        gb_error *err)
{
    if (!oracle ||
        (node->kind != GB_NODE_READ && node->kind != GB_NODE_WRITE && node->kind != GB_NODE_CALL))
        return true;
    gb_tensor *meta = NULL;
    if (!oracle->site(oracle->context, graph, node, &meta, err)) return false;
    bool fits = !meta || node->kind != GB_NODE_READ || !node->meta || node->arg_count > 0 ||
                same_form(meta, node->meta);
    gb_tensor_unref(meta);
    return fits ||
           gb_fail(err, GB_ERR_VALUE, "the shape or dtype said for '%s#%s' is not the model's",
                   graph->sites[node->site].path, graph->sites[node->site].leaf);
}

bool gb_graph_verify(const gb_graph *graph, const gb_site_oracle *oracle, gb_error *err)
{
    for (gb_node_id id = 0; id < graph->node_count; id++) {
        const gb_node *node = &graph->nodes[id];
        gb_error own = GB_ERROR_INIT;
        if (gb_node_check(graph, node, id, &own) && verify_op(node, &own) &&
            verify_site(graph, node, oracle, &own))
            continue;
        gb_error_context(&own, "node %d", (int)id);
        gb_error_locate(&own, node->span);
        if (err && err->cls == GB_ERR_NONE) *err = own;
        return false;
    }
    return true;
}
