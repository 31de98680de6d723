/* The first pass: scopes and the names they bind and use. The second is scope_resolve.c's. */
#include "kernel/lang/scope.h"

#include "kernel/lang/scope_state.h"

#include <string.h>

const char *gb_mangle(const char *class_name, const char *name, gb_arena *arena, gb_error *err)
{
    size_t n = strlen(name);
    if (!class_name || name[0] != '_' || name[1] != '_') return name;
    if ((n > 3 && name[n - 1] == '_' && name[n - 2] == '_') || strchr(name, '.')) return name;
    while (*class_name == '_')
        class_name++;
    size_t m = strlen(class_name);
    if (!m) return name;
    char *out = gb_arena_alloc(arena, n + m + 2, err);
    if (!out) return NULL;
    out[0] = '_';
    memcpy(out + 1, class_name, m);
    memcpy(out + 1 + m, name, n);
    return out;
}

static void fail_at(scoper *s, const gb_node *node, const char *format, const char *name)
{
    char text[400];
    snprintf(text, sizeof text, format, name);
    gb_fail_at(s->err, GB_ERR_SYNTAX, (gb_span){s->source->id, node->start, node->end}, "%s", text);
}

static bool failed(const scoper *s)
{
    return s->err->cls != GB_ERR_NONE;
}

static gb_scope *push_scope(scoper *s, gb_scope_kind kind, const gb_node *node)
{
    gb_scope *scope = gb_arena_alloc(s->out->arena, sizeof *scope, s->err);
    if (!scope) return NULL;
    scope->kind = kind;
    scope->node = node;
    scope->parent = s->now;
    scope->class_name = s->now ? s->now->class_name : NULL;
    scope->host = scope;
    bool generator = node->kind == GB_NODE_GENERATOR_EXP;
    if (kind == GB_SCOPE_COMPREHENSION && !generator && s->now->kind != GB_SCOPE_CLASS) {
        scope->inlined = true;
        scope->host = s->now->host;
    }
    gb_scopes *out = s->out;
    if ((out->count & (out->count - 1)) == 0) {
        gb_scope **items =
            gb_arena_array(out->arena, out->count ? out->count * 2 : 1, sizeof *items, s->err);
        if (!items) return NULL;
        if (out->count) memcpy(items, out->items, out->count * sizeof *items);
        out->items = items;
    }
    out->items[out->count++] = scope;
    if (!gb_map_put_n(&out->by_node, (const char *)&node, sizeof node, scope, s->err)) return NULL;
    s->now = scope;
    return scope;
}

static void pop_scope(scoper *s)
{
    s->now = s->now->parent;
}

gb_symbol *gb_scoper_symbol(scoper *s, gb_scope *scope, const char *name)
{
    name = gb_mangle(scope->class_name, name, s->out->arena, s->err);
    gb_symbol *symbol = name ? gb_map_get(&scope->symbols, name) : NULL;
    if (symbol || !name) return symbol;
    symbol = gb_arena_alloc(s->out->arena, sizeof *symbol, s->err);
    if (!symbol) return NULL;
    symbol->name = name;
    symbol->scope = scope->host;
    return gb_map_put(&scope->symbols, name, symbol, s->err) ? symbol : NULL;
}

static gb_symbol *mark(scoper *s, const char *name, unsigned flags)
{
    gb_symbol *symbol = gb_scoper_symbol(s, s->now, name);
    if (symbol) symbol->flags |= flags;
    return symbol;
}

static void bind(scoper *s, const gb_node *at, const char *name)
{
    if (strcmp(name, "__debug__") == 0) fail_at(s, at, "cannot assign to %s", name);
    gb_symbol *symbol = mark(s, name, GB_SYMBOL_BOUND);
    if (!symbol || s->now->kind != GB_SCOPE_COMPREHENSION || !s->targets) return;
    symbol->flags |= GB_SYMBOL_ITERATION;
}

static void walk(scoper *s, const gb_node *node);

static void walk_list(scoper *s, gb_node_list list)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i]) walk(s, list.items[i]);
}

static void walk_maybe(scoper *s, const gb_node *node)
{
    if (node) walk(s, node);
}

static bool walk_child(const gb_node *child, void *state)
{
    walk(state, child);
    return !failed(state);
}

/* --- functions and classes --------------------------------------------------------------- */

static void add_parameter(scoper *s, const gb_node *arg)
{
    const char *name = arg->as.arg.arg;
    gb_symbol *symbol = gb_scoper_symbol(s, s->now, name);
    if (!symbol) return;
    if (symbol->flags & GB_SYMBOL_PARAMETER)
        fail_at(s, arg, "duplicate argument '%s' in function definition", name);
    if (strcmp(name, "__debug__") == 0) fail_at(s, arg, "cannot assign to %s", name);
    symbol->flags |= GB_SYMBOL_PARAMETER | GB_SYMBOL_BOUND;
    gb_scope_add_parameter(s, symbol->name);
}

static void add_parameters(scoper *s, const gb_node *args)
{
    const gb_node_list *lists[] = {&args->as.arguments.posonlyargs, &args->as.arguments.args,
                                   &args->as.arguments.kwonlyargs};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < lists[k]->count; i++)
            add_parameter(s, lists[k]->items[i]);
    if (args->as.arguments.vararg) add_parameter(s, args->as.arguments.vararg);
    if (args->as.arguments.kwarg) add_parameter(s, args->as.arguments.kwarg);
}

static void walk_annotations(scoper *s, const gb_node *args)
{
    const gb_node_list *lists[] = {&args->as.arguments.posonlyargs, &args->as.arguments.args,
                                   &args->as.arguments.kwonlyargs};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < lists[k]->count; i++)
            walk_maybe(s, lists[k]->items[i]->as.arg.annotation);
    if (args->as.arguments.vararg) walk_maybe(s, args->as.arguments.vararg->as.arg.annotation);
    if (args->as.arguments.kwarg) walk_maybe(s, args->as.arguments.kwarg->as.arg.annotation);
}

static void walk_function(scoper *s, const gb_node *node, const gb_node *args)
{
    walk_list(s, args->as.arguments.defaults);
    walk_list(s, args->as.arguments.kw_defaults);
    walk_annotations(s, args);
    if (node->kind == GB_NODE_FUNCTION_DEF) walk_maybe(s, node->as.function_def.returns);
    if (!push_scope(s, GB_SCOPE_FUNCTION, node)) return;
    add_parameters(s, args);
    if (node->kind == GB_NODE_FUNCTION_DEF)
        walk_list(s, node->as.function_def.body);
    else
        walk(s, node->as.lambda.body);
    pop_scope(s);
}

static void walk_class(scoper *s, const gb_node *node)
{
    walk_list(s, node->as.class_def.decorator_list);
    walk_list(s, node->as.class_def.bases);
    walk_list(s, node->as.class_def.keywords);
    bind(s, node, node->as.class_def.name);
    if (!push_scope(s, GB_SCOPE_CLASS, node)) return;
    s->now->class_name = node->as.class_def.name;
    walk_list(s, node->as.class_def.body);
    pop_scope(s);
}

/* --- comprehensions ---------------------------------------------------------------------- */

static void walk_target(scoper *s, const gb_node *target)
{
    s->targets++;
    walk(s, target);
    s->targets--;
}

static void walk_comprehension(scoper *s, const gb_node *node, const gb_node_list *generators)
{
    unsigned targets = s->targets;
    s->targets = 0;
    s->iterables++;
    walk(s, generators->items[0]->as.comprehension.iter);
    s->iterables--;
    if (!push_scope(s, GB_SCOPE_COMPREHENSION, node)) return;
    if (!s->now->inlined)
        gb_scope_add_parameter(s, mark(s, ".0", GB_SYMBOL_PARAMETER | GB_SYMBOL_BOUND)->name);
    unsigned iterables = s->iterables;
    s->iterables = 0;
    for (size_t i = 0; i < generators->count; i++) {
        const gb_node *g = generators->items[i];
        walk_target(s, g->as.comprehension.target);
        s->iterables = 1;
        if (i) walk(s, g->as.comprehension.iter);
        s->iterables = 0;
        walk_list(s, g->as.comprehension.ifs);
    }
    if (node->kind == GB_NODE_DICT_COMP) {
        walk(s, node->as.dict_comp.key);
        walk(s, node->as.dict_comp.value);
    } else {
        walk(s, node->as.list_comp.elt);
    }
    s->iterables = iterables;
    pop_scope(s);
    s->targets = targets;
}

/* `:=` inside a comprehension binds in the function, module or class around it. */
static void walk_named(scoper *s, const gb_node *node)
{
    const char *name = node->as.named_expr.target->as.name.id;
    const gb_node *at = node->as.named_expr.target;
    if (s->iterables)
        fail_at(s, node,
                "assignment expression cannot be used in a comprehension iterable expression%s",
                "");
    gb_scope *scope = s->now;
    for (; scope->kind == GB_SCOPE_COMPREHENSION; scope = scope->parent) {
        gb_symbol *symbol = gb_scoper_symbol(s, scope, name);
        if (!symbol) return;
        if (symbol->flags & GB_SYMBOL_ITERATION)
            fail_at(s, at,
                    "assignment expression cannot rebind comprehension iteration variable '%s'",
                    name);
        symbol->flags |= GB_SYMBOL_USED;
    }
    if (scope->kind == GB_SCOPE_CLASS && scope != s->now)
        fail_at(s, at,
                "assignment expression within a comprehension cannot be used in a class body%s",
                "");
    gb_symbol *symbol = gb_scoper_symbol(s, scope, name);
    if (symbol) symbol->flags |= GB_SYMBOL_BOUND;
    if (strcmp(name, "__debug__") == 0) fail_at(s, at, "cannot assign to %s", name);
    walk(s, node->as.named_expr.value);
}

/* --- declarations ------------------------------------------------------------------------ */

static void declare(scoper *s, const gb_node *node, const gb_names *names, bool global)
{
    const char *word = global ? "global" : "nonlocal";
    char text[300];
    if (!global && s->now->kind == GB_SCOPE_MODULE)
        fail_at(s, node, "nonlocal declaration not allowed at module level%s", "");
    for (size_t i = 0; i < names->count; i++) {
        const char *name = names->items[i], *how = NULL;
        gb_symbol *symbol = gb_scoper_symbol(s, s->now, name);
        if (!symbol) return;
        unsigned f = symbol->flags;
        if (f & GB_SYMBOL_PARAMETER)
            how = "name '%%s' is parameter and %s";
        else if (f & GB_SYMBOL_ANNOTATED)
            how = "annotated name '%%s' can't be %s";
        else if (f & GB_SYMBOL_BOUND)
            how = "name '%%s' is assigned to before %s declaration";
        else if (f & GB_SYMBOL_USED)
            how = "name '%%s' is used prior to %s declaration";
        if (how) {
            snprintf(text, sizeof text, how, word);
            fail_at(s, node, text, name);
        }
        if (f & (global ? GB_SYMBOL_NONLOCAL : GB_SYMBOL_GLOBAL))
            fail_at(s, node, "name '%s' is nonlocal and global", name);
        symbol->flags |= global ? GB_SYMBOL_GLOBAL : GB_SYMBOL_NONLOCAL;
    }
}

static void walk_annotated(scoper *s, const gb_node *node)
{
    const gb_node *target = node->as.ann_assign.target;
    if (target->kind == GB_NODE_NAME && node->as.ann_assign.simple) {
        const char *name = target->as.name.id;
        gb_symbol *symbol = gb_scoper_symbol(s, s->now, name);
        if (!symbol) return;
        bool declared = symbol->flags & (GB_SYMBOL_GLOBAL | GB_SYMBOL_NONLOCAL);
        if (declared && s->now->kind != GB_SCOPE_MODULE)
            fail_at(s, node,
                    symbol->flags & GB_SYMBOL_GLOBAL ? "annotated name '%s' can't be global"
                                                     : "annotated name '%s' can't be nonlocal",
                    name);
        s->now->annotated = true;
        symbol->flags |= GB_SYMBOL_BOUND | GB_SYMBOL_ANNOTATED;
    } else {
        walk(s, target);
    }
    bool evaluated = s->now->kind != GB_SCOPE_FUNCTION || !node->as.ann_assign.simple;
    if (evaluated) walk(s, node->as.ann_assign.annotation);
    walk_maybe(s, node->as.ann_assign.value);
}

static void walk_import(scoper *s, const gb_node *node, const gb_node_list *names)
{
    for (size_t i = 0; i < names->count; i++) {
        const gb_node *alias = names->items[i];
        const char *name = alias->as.alias.asname ? alias->as.alias.asname : alias->as.alias.name;
        if (strcmp(name, "*") == 0) {
            if (s->now->kind != GB_SCOPE_MODULE)
                fail_at(s, node, "import * only allowed at module level%s", "");
            continue;
        }
        const char *dot = strchr(name, '.');
        size_t n = dot ? (size_t)(dot - name) : strlen(name);
        const char *first = gb_arena_strndup(s->out->arena, name, n, s->err);
        if (first) bind(s, alias, first);
    }
}

static void walk_name(scoper *s, const gb_node *node)
{
    const char *name = node->as.name.id;
    if (node->as.name.ctx != GB_CTX_LOAD) {
        bind(s, node, name);
        return;
    }
    mark(s, name, GB_SYMBOL_USED);
    bool function = s->now->kind == GB_SCOPE_FUNCTION || s->now->kind == GB_SCOPE_COMPREHENSION;
    if (function && strcmp(name, "super") == 0) mark(s, "__class__", GB_SYMBOL_USED);
}

static void walk_yield(scoper *s, const gb_node *node, const gb_node *value)
{
    static const char *const texts[] = {
        "'yield' inside list comprehension", "'yield' inside set comprehension",
        "'yield' inside dict comprehension", "'yield' inside generator expression"};
    if (s->now->kind == GB_SCOPE_COMPREHENSION)
        fail_at(s, node, "%s", texts[s->now->node->kind - GB_NODE_LIST_COMP]);
    else if (s->now->kind != GB_SCOPE_FUNCTION)
        fail_at(s, node, "'%s' outside function", "yield");
    s->now->generator = true;
    walk_maybe(s, value);
}

static void walk_handler(scoper *s, const gb_node *node)
{
    walk_maybe(s, node->as.except_handler.type);
    if (node->as.except_handler.name) bind(s, node, node->as.except_handler.name);
    walk_list(s, node->as.except_handler.body);
}

static void walk_def(scoper *s, const gb_node *node)
{
    walk_list(s, node->as.function_def.decorator_list);
    bind(s, node, node->as.function_def.name);
    walk_function(s, node, node->as.function_def.args);
}

static void walk_pattern_name(scoper *s, const gb_node *node, const char *name)
{
    if (name) bind(s, node, name);
    gb_node_each_child(node, walk_child, s);
}

static void walk_kind(scoper *s, const gb_node *node)
{
    switch (node->kind) {
    case GB_NODE_FUNCTION_DEF: walk_def(s, node); break;
    case GB_NODE_LAMBDA: walk_function(s, node, node->as.lambda.args); break;
    case GB_NODE_CLASS_DEF: walk_class(s, node); break;
    case GB_NODE_LIST_COMP:
    case GB_NODE_SET_COMP:
    case GB_NODE_GENERATOR_EXP: walk_comprehension(s, node, &node->as.list_comp.generators); break;
    case GB_NODE_DICT_COMP: walk_comprehension(s, node, &node->as.dict_comp.generators); break;
    case GB_NODE_NAMED_EXPR: walk_named(s, node); break;
    case GB_NODE_GLOBAL: declare(s, node, &node->as.global.names, true); break;
    case GB_NODE_NONLOCAL: declare(s, node, &node->as.nonlocal.names, false); break;
    case GB_NODE_ANN_ASSIGN: walk_annotated(s, node); break;
    case GB_NODE_IMPORT: walk_import(s, node, &node->as.import.names); break;
    case GB_NODE_IMPORT_FROM: walk_import(s, node, &node->as.import_from.names); break;
    case GB_NODE_NAME: walk_name(s, node); break;
    case GB_NODE_YIELD: walk_yield(s, node, node->as.yield.value); break;
    case GB_NODE_YIELD_FROM: walk_yield(s, node, node->as.yield_from.value); break;
    case GB_NODE_EXCEPT_HANDLER: walk_handler(s, node); break;
    case GB_NODE_MATCH_AS: walk_pattern_name(s, node, node->as.match_as.name); break;
    case GB_NODE_MATCH_STAR: walk_pattern_name(s, node, node->as.match_star.name); break;
    case GB_NODE_MATCH_MAPPING: walk_pattern_name(s, node, node->as.match_mapping.rest); break;
    case GB_NODE_AUG_ASSIGN:
        if (node->as.aug_assign.target->kind == GB_NODE_NAME)
            mark(s, node->as.aug_assign.target->as.name.id, GB_SYMBOL_USED);
        gb_node_each_child(node, walk_child, s);
        break;
    default: gb_node_each_child(node, walk_child, s);
    }
}

static void walk(scoper *s, const gb_node *node)
{
    if (!failed(s)) walk_kind(s, node);
}

bool gb_scopes_build(const gb_node *module, const gb_source *source, gb_arena *arena,
                     gb_scopes *out, gb_error *err)
{
    gb_error local = GB_ERROR_INIT;
    *out = (gb_scopes){.arena = arena};
    scoper s = {.out = out, .source = source, .err = &local};
    if (push_scope(&s, GB_SCOPE_MODULE, module)) walk_list(&s, module->as.module.body);
    if (!failed(&s)) gb_scopes_resolve(&s);
    if (!failed(&s)) return true;
    gb_scopes_release(out);
    return gb_fail_at(err, local.cls, local.span, "%s", local.message);
}

void gb_scopes_release(gb_scopes *scopes)
{
    for (size_t i = 0; i < scopes->count; i++)
        gb_map_release(&scopes->items[i]->symbols);
    gb_map_release(&scopes->by_node);
    scopes->count = 0;
}

gb_scope *gb_scope_of(const gb_scopes *scopes, const gb_node *node)
{
    return gb_map_get_n(&scopes->by_node, (const char *)&node, sizeof node);
}
