/* Which name means what: one pass over the tree makes the scopes, one resolves their names.
 *
 * A list, set or dict comprehension is a scope of its own that usually lives in the frame around it
 * (its variables are hidden locals there): `host` is the scope whose frame holds the values. */
#ifndef GB_LANG_SCOPE_H
#define GB_LANG_SCOPE_H

#include "graph/base/map.h"
#include "kernel/lang/ast.h"

typedef enum gb_scope_kind {
    GB_SCOPE_MODULE,
    GB_SCOPE_CLASS,
    GB_SCOPE_FUNCTION,     /* def, lambda */
    GB_SCOPE_COMPREHENSION /* all four kinds */
} gb_scope_kind;

/* Where a name's value is; slots of cells count from the first cell of the frame. */
typedef enum gb_place {
    GB_PLACE_GLOBAL,
    GB_PLACE_LOCAL,     /* slot */
    GB_PLACE_CELL,      /* slot: own cells, then those of the closure */
    GB_PLACE_NAMESPACE, /* in a class body */
    GB_PLACE_CLASS_CELL /* in a class body: the namespace, else the cell `slot` */
} gb_place;

enum gb_symbol_flag {
    GB_SYMBOL_USED = 1,
    GB_SYMBOL_BOUND = 2, /* assigned, imported, defined … */
    GB_SYMBOL_PARAMETER = 4,
    GB_SYMBOL_GLOBAL = 8,
    GB_SYMBOL_NONLOCAL = 16,
    GB_SYMBOL_ANNOTATED = 32,
    GB_SYMBOL_ITERATION = 64 /* target of a comprehension */
};

typedef struct gb_scope gb_scope;
typedef struct gb_symbol gb_symbol;
struct gb_symbol {
    const char *name;
    unsigned flags;
    gb_place place;
    bool captured;    /* lives in a cell */
    gb_symbol *owner; /* the symbol that is meant, when another scope's; else NULL */
    gb_scope *scope;  /* of the owner's frame */
    uint32_t local;   /* slot of a local, or of a parameter before it goes to its cell */
    uint32_t cell;    /* index among the frame's own cells */
};

/* A name that a frame gets from the frame around it. */
typedef struct gb_captured {
    gb_symbol *owner;
    gb_scope *host; /* the owner's frame */
} gb_captured;

struct gb_scope {
    gb_scope_kind kind;
    const gb_node *node;
    gb_scope *parent;
    gb_scope *host;
    const char *class_name; /* for mangling private names; NULL outside classes */
    gb_map symbols;         /* name → gb_symbol */
    gb_symbol *class_cell;  /* of a class whose methods use super() or __class__ */
    gb_names parameters;    /* in slot order */
    bool inlined;
    bool generator;
    bool annotated;     /* has annotated names (module, class) */
    bool in_iterable;   /* while its outermost iterable is walked */
    gb_symbol **locals; /* of a host, in slot order */
    size_t local_count;
    gb_symbol **cells;
    size_t cell_count;
    gb_captured *frees;
    size_t free_count;
};

typedef struct gb_scopes {
    gb_map by_node; /* gb_node pointer → gb_scope */
    gb_scope **items;
    size_t count;
    gb_arena *arena;
} gb_scopes;

/* Fills `out`, its memory in `arena` but for the maps. False with SyntaxError at its span. */
bool gb_scopes_build(const gb_node *module, const gb_source *source, gb_arena *arena,
                     gb_scopes *out, gb_error *err) GB_MUST_CHECK;
void gb_scopes_release(gb_scopes *scopes);
gb_scope *gb_scope_of(const gb_scopes *scopes, const gb_node *node);

typedef struct gb_binding {
    gb_place place;
    uint32_t slot;
} gb_binding;

/* What a (mangled) name means in a scope. A name the scope does not hold is global. */
gb_binding gb_scope_find(const gb_scope *scope, const char *name);

/* Index among the cells of `host`'s frame of what a nested frame captures. */
uint32_t gb_scope_cell_of(const gb_scope *host, const gb_captured *wanted);

/* "__x" within class C is "_C__x". Borrowed or in the arena; NULL without memory. */
const char *gb_mangle(const char *class_name, const char *name, gb_arena *arena, gb_error *err);

#endif
