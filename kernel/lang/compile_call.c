/* Calls. Without stars the values lie on the stack; with them a tuple and a dict are built. */
#include "kernel/lang/compile_state.h"

#include <string.h>

bool gb_has_star(const gb_node_list *args, const gb_node_list *keywords)
{
    for (size_t i = 0; i < args->count; i++)
        if (args->items[i]->kind == GB_NODE_STARRED) return true;
    for (size_t i = 0; i < keywords->count; i++)
        if (!keywords->items[i]->as.keyword.arg) return true;
    return args->count + keywords->count > 0xFFFF;
}

void gb_check_keywords(gb_compiler *c, const gb_node_list *keywords)
{
    for (size_t i = 0; i < keywords->count; i++) {
        const char *name = keywords->items[i]->as.keyword.arg;
        if (!name) continue;
        if (strcmp(name, "__debug__") == 0)
            gb_compile_fail(c, keywords->items[i], "cannot assign to __debug__");
        for (size_t j = 0; j < i; j++) {
            const char *other = keywords->items[j]->as.keyword.arg;
            if (other && strcmp(name, other) == 0)
                gb_compile_fail(c, keywords->items[i], "keyword argument repeated: %s", name);
        }
    }
}

const gb_const *gb_keyword_names(gb_compiler *c, const gb_node_list *keywords)
{
    const gb_const **items =
        gb_arena_array(&c->scope_arena, keywords->count, sizeof *items, c->err);
    if (!items) return &gb_constant_none;
    for (size_t i = 0; i < keywords->count; i++) {
        const char *name = keywords->items[i]->as.keyword.arg;
        items[i] = gb_constant_str(c, name, strlen(name));
    }
    return gb_constant_tuple(c, items, keywords->count, GB_CONST_TUPLE);
}

static void push_values(gb_compiler *c, const gb_node_list *args, const gb_node_list *keywords)
{
    for (size_t i = 0; i < args->count; i++)
        gb_compile_expr(c, args->items[i]);
    for (size_t i = 0; i < keywords->count; i++)
        gb_compile_expr(c, keywords->items[i]->as.keyword.value);
}

/* The tuple of positional arguments. */
static void push_tuple(gb_compiler *c, const gb_node_list *args)
{
    uint32_t plain = 0;
    while (plain < args->count && args->items[plain]->kind != GB_NODE_STARRED)
        gb_compile_expr(c, args->items[plain++]);
    if (plain == args->count) {
        gb_emit(c, GB_OP_BUILD_TUPLE, plain);
        return;
    }
    gb_emit(c, GB_OP_BUILD_LIST, plain);
    for (size_t i = plain; i < args->count; i++) {
        const gb_node *arg = args->items[i];
        bool star = arg->kind == GB_NODE_STARRED;
        gb_compile_expr(c, star ? arg->as.starred.value : arg);
        gb_at(c, arg);
        gb_emit(c, star ? GB_OP_LIST_EXTEND : GB_OP_LIST_APPEND, 1);
    }
    gb_emit(c, GB_OP_LIST_TO_TUPLE, 0);
}

static void push_keywords(gb_compiler *c, const gb_node_list *keywords)
{
    gb_emit(c, GB_OP_BUILD_MAP, 0);
    for (size_t i = 0; i < keywords->count;) {
        const gb_node *k = keywords->items[i];
        if (!k->as.keyword.arg) {
            gb_compile_expr(c, k->as.keyword.value);
            gb_at(c, k);
            gb_emit(c, GB_OP_DICT_MERGE, 1);
            i++;
            continue;
        }
        uint32_t pairs = 0; /* merged together, so that a repeated name is found */
        for (; i < keywords->count && keywords->items[i]->as.keyword.arg; i++, pairs++) {
            k = keywords->items[i];
            const char *name = k->as.keyword.arg;
            gb_emit_constant(c, gb_constant_str(c, name, strlen(name)));
            gb_compile_expr(c, k->as.keyword.value);
        }
        gb_emit(c, GB_OP_BUILD_MAP, pairs);
        gb_emit(c, GB_OP_DICT_MERGE, 1);
    }
}

void gb_compile_arguments_ex(gb_compiler *c, const gb_node_list *args, const gb_node_list *keywords)
{
    push_tuple(c, args);
    if (keywords->count) push_keywords(c, keywords);
}

void gb_compile_call(gb_compiler *c, const gb_node *node)
{
    const gb_node *function = node->as.call.func;
    const gb_node_list *args = &node->as.call.args, *keywords = &node->as.call.keywords;
    gb_check_keywords(c, keywords);
    bool star = gb_has_star(args, keywords);
    bool method = function->kind == GB_NODE_ATTRIBUTE && !star;
    if (method) {
        gb_compile_expr(c, function->as.attribute.value);
        gb_at(c, function);
        gb_emit_cached(c, GB_OP_LOAD_METHOD, gb_mangled(c, function->as.attribute.attr));
    } else {
        gb_compile_expr(c, function);
    }
    if (star) {
        bool single = args->count == 1 && args->items[0]->kind == GB_NODE_STARRED;
        if (single) /* becomes a tuple in the call, which knows whom to name in errors */
            gb_compile_expr(c, args->items[0]->as.starred.value);
        else
            push_tuple(c, args);
        if (keywords->count) push_keywords(c, keywords);
        gb_at(c, node);
        gb_emit_full(c, GB_OP_CALL_EX, 0, 0, keywords->count > 0);
        return;
    }
    push_values(c, args, keywords);
    gb_at(c, node);
    uint32_t count = (uint32_t)(args->count + keywords->count);
    if (!keywords->count) {
        gb_emit(c, method ? GB_OP_CALL_METHOD : GB_OP_CALL, count);
        return;
    }
    uint32_t names = gb_add_constant(c, gb_keyword_names(c, keywords));
    gb_emit_full(c, method ? GB_OP_CALL_METHOD_KW : GB_OP_CALL_KW, names, count, 0);
}
