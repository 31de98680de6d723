/* The second pass: where the value of each name is. See scope.h. */
#include "kernel/lang/scope_state.h"

#include <string.h>

/* Arena arrays double when their count is a power of two. */
static bool grow(scoper *s, void *array, size_t count, size_t size)
{
    if (count & (count - 1)) return true;
    void **items = array;
    void *out = gb_arena_array(s->out->arena, count ? count * 2 : 1, size, s->err);
    if (out && count) memcpy(out, *items, count * size);
    if (out) *items = out;
    return out;
}

void gb_scope_add_parameter(scoper *s, const char *name)
{
    gb_names *names = &s->now->parameters;
    if (grow(s, &names->items, names->count, sizeof *names->items))
        names->items[names->count++] = name;
}

static void add_free(scoper *s, gb_scope *host, gb_symbol *owner, gb_scope *owner_host)
{
    for (size_t i = 0; i < host->free_count; i++)
        if (host->frees[i].owner == owner) return;
    if (grow(s, &host->frees, host->free_count, sizeof *host->frees))
        host->frees[host->free_count++] = (gb_captured){owner, owner_host};
}

static bool is_bound(const gb_symbol *symbol)
{
    return symbol && (symbol->flags & GB_SYMBOL_BOUND) &&
           !(symbol->flags & (GB_SYMBOL_GLOBAL | GB_SYMBOL_NONLOCAL));
}

/* The class's cell for super() and __class__, made at first use. */
static gb_symbol *class_cell(scoper *s, gb_scope *scope)
{
    if (scope->class_cell) return scope->class_cell;
    gb_symbol *symbol = gb_arena_alloc(s->out->arena, sizeof *symbol, s->err);
    if (!symbol) return NULL;
    symbol->name = "__class__";
    symbol->scope = scope;
    symbol->captured = true;
    return scope->class_cell = symbol;
}

/* The symbol that binds `name` in a function around `scope`; NULL: it is global. */
static gb_symbol *find_owner(scoper *s, gb_scope *scope, const char *name, gb_scope **where)
{
    for (gb_scope *p = scope->parent; p && p->kind != GB_SCOPE_MODULE; p = p->parent) {
        if (p->kind == GB_SCOPE_CLASS) {
            if (strcmp(name, "__class__") != 0) continue;
            *where = p;
            return class_cell(s, p);
        }
        gb_symbol *symbol = gb_map_get(&p->symbols, name);
        if (is_bound(symbol)) {
            *where = p->host;
            return symbol;
        }
        if (symbol && (symbol->flags & GB_SYMBOL_GLOBAL)) return NULL;
    }
    return NULL;
}

static void attach(scoper *s, gb_scope *scope, gb_symbol *symbol, gb_symbol *owner, gb_scope *where)
{
    symbol->owner = owner;
    symbol->scope = where;
    if (scope->host == where) {
        symbol->place = GB_PLACE_LOCAL;
        return;
    }
    owner->captured = true;
    for (gb_scope *f = scope->host; f != where; f = f->parent->host)
        add_free(s, f, owner, where);
    symbol->place = scope->kind == GB_SCOPE_CLASS && !(symbol->flags & GB_SYMBOL_NONLOCAL)
                        ? GB_PLACE_CLASS_CELL
                        : GB_PLACE_CELL;
}

/* Where the declaration of a name is, for the error. */
static const gb_node *find_declaration(const gb_scope *scope, const char *name);

typedef struct search {
    const char *name;
    const gb_node *found;
} search;

static bool look_for_declaration(const gb_node *node, void *state)
{
    search *want = state;
    if (node->kind == GB_NODE_NONLOCAL)
        for (size_t i = 0; i < node->as.nonlocal.names.count; i++)
            if (strcmp(node->as.nonlocal.names.items[i], want->name) == 0) want->found = node;
    if (want->found) return false;
    if (node->kind == GB_NODE_FUNCTION_DEF || node->kind == GB_NODE_CLASS_DEF) return true;
    return gb_node_each_child(node, look_for_declaration, state);
}

static const gb_node *find_declaration(const gb_scope *scope, const char *name)
{
    search want = {name, NULL};
    gb_node_each_child(scope->node, look_for_declaration, &want);
    return want.found ? want.found : scope->node;
}

static void resolve(scoper *s, gb_scope *scope, gb_symbol *symbol)
{
    gb_scope *where = NULL;
    symbol->place = GB_PLACE_GLOBAL;
    if (symbol->flags & GB_SYMBOL_GLOBAL) return;
    if (is_bound(symbol)) {
        if (scope->kind == GB_SCOPE_CLASS)
            symbol->place = GB_PLACE_NAMESPACE;
        else if (scope->kind != GB_SCOPE_MODULE)
            symbol->place = GB_PLACE_LOCAL;
        return;
    }
    gb_symbol *owner = find_owner(s, scope, symbol->name, &where);
    if (owner) {
        attach(s, scope, symbol, owner, where);
    } else if (symbol->flags & GB_SYMBOL_NONLOCAL) {
        const gb_node *at = find_declaration(scope, symbol->name);
        gb_fail_at(s->err, GB_ERR_SYNTAX, (gb_span){s->source->id, at->start, at->end},
                   "no binding for nonlocal '%s' found", symbol->name);
    } else if (scope->kind == GB_SCOPE_CLASS) {
        symbol->place = GB_PLACE_NAMESPACE;
    }
}

static void add_local(scoper *s, gb_scope *host, gb_symbol *symbol)
{
    if (!grow(s, &host->locals, host->local_count, sizeof *host->locals)) return;
    symbol->local = (uint32_t)host->local_count;
    host->locals[host->local_count++] = symbol;
}

static void add_cell(scoper *s, gb_scope *host, gb_symbol *symbol)
{
    if (!grow(s, &host->cells, host->cell_count, sizeof *host->cells)) return;
    symbol->cell = (uint32_t)host->cell_count;
    host->cells[host->cell_count++] = symbol;
}

static void place_symbols(scoper *s, gb_scope *scope)
{
    for (size_t i = 0; i < scope->parameters.count; i++)
        add_local(s, scope, gb_map_get(&scope->symbols, scope->parameters.items[i]));
    gb_map_entry *e;
    for (size_t i = 0; (e = gb_map_next(&scope->symbols, &i));) {
        gb_symbol *symbol = e->value;
        if (symbol->place != GB_PLACE_LOCAL || symbol->owner) continue;
        if (symbol->captured)
            add_cell(s, scope->host, symbol);
        else if (!(symbol->flags & GB_SYMBOL_PARAMETER))
            add_local(s, scope->host, symbol);
    }
    if (scope->class_cell) add_cell(s, scope, scope->class_cell);
}

void gb_scopes_resolve(scoper *s)
{
    gb_map_entry *e;
    for (size_t k = 0; k < s->out->count; k++)
        for (size_t i = 0; (e = gb_map_next(&s->out->items[k]->symbols, &i));)
            resolve(s, s->out->items[k], e->value);
    for (size_t k = 0; k < s->out->count && !s->err->cls; k++)
        place_symbols(s, s->out->items[k]);
}

uint32_t gb_scope_cell_of(const gb_scope *host, const gb_captured *wanted)
{
    if (wanted->host == host) return wanted->owner->cell;
    for (size_t i = 0; i < host->free_count; i++)
        if (host->frees[i].owner == wanted->owner) return (uint32_t)(host->cell_count + i);
    return 0;
}

gb_binding gb_scope_find(const gb_scope *scope, const char *name)
{
    const gb_symbol *symbol = gb_map_get(&scope->symbols, name);
    if (!symbol)
        return (gb_binding){scope->kind == GB_SCOPE_CLASS ? GB_PLACE_NAMESPACE : GB_PLACE_GLOBAL,
                            0};
    const gb_symbol *owner = symbol->owner ? symbol->owner : symbol;
    switch (symbol->place) {
    case GB_PLACE_LOCAL:
        if (owner->captured) return (gb_binding){GB_PLACE_CELL, owner->cell};
        return (gb_binding){GB_PLACE_LOCAL, owner->local};
    case GB_PLACE_CELL:
    case GB_PLACE_CLASS_CELL: {
        gb_captured wanted = {symbol->owner, symbol->scope};
        return (gb_binding){symbol->place, gb_scope_cell_of(scope->host, &wanted)};
    }
    default: return (gb_binding){symbol->place, 0};
    }
}
