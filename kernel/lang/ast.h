/* Syntax trees: what the parser makes, scope analysis reads and the compiler walks.
 *
 * Every node lives in the arena given to the parser and knows the bytes of source it covers. The
 * kinds and their fields are ast.def's; `node->as.bin_op.left` is a field. Trees are immutable once
 * parsed, and no deeper than GB_SYNTAX_DEPTH, so that walking one by recursion is bounded. */
#ifndef GB_LANG_AST_H
#define GB_LANG_AST_H

#include "graph/base/arena.h"
#include "graph/base/buffer.h"
#include "kernel/lang/code.h"
#include "kernel/lang/source.h"

/* Deepest nesting of nodes; deeper text is a RecursionError with its line. */
enum { GB_SYNTAX_DEPTH = 2000 };

typedef enum gb_syntax_kind {
#define GB_NODE(id, member, name, fields, doc) GB_NODE_##id,
#include "kernel/lang/ast.def"
#undef GB_NODE
    GB_NODE_COUNT
} gb_syntax_kind;

typedef enum gb_context { GB_CTX_LOAD, GB_CTX_STORE, GB_CTX_DELETE } gb_context;

typedef enum gb_bool_operator { GB_BOOL_AND, GB_BOOL_OR } gb_bool_operator;

typedef struct gb_node gb_node;

typedef struct gb_node_list {
    gb_node **items; /* an entry may be NULL where ast.def says so */
    size_t count;
} gb_node_list;

typedef struct gb_names {
    const char **items;
    size_t count;
} gb_names;

typedef struct gb_compares {
    uint8_t *items; /* gb_compare, one for each comparator */
    size_t count;
} gb_compares;

#define NODE(f) gb_node *f;
#define MAYBE(f) gb_node *f;
#define LIST(f) gb_node_list f;
#define NAME(f) const char *f;
#define MAYBENAME(f) const char *f;
#define NAMES(f) gb_names f;
#define TEXT(f) gb_text f;
#define CONSTANT(f) const gb_const *f;
#define INT(f) int f;
#define BINARY(f) gb_binary f;
#define UNARY(f) gb_unary f;
#define COMPARES(f) gb_compares f;
#define BOOL(f) gb_bool_operator f;
#define CTX(f) gb_context f;

struct gb_node {
    gb_syntax_kind kind;
    uint32_t
        start; /* bytes [start, end) of the source; parentheses around an expression excluded */
    uint32_t end;
    uint16_t depth;     /* 1 + that of the deepest child */
    bool parenthesised; /* written in parentheses */
    union {
#define GB_NODE(id, member, name, fields, doc)                                                     \
    struct {                                                                                       \
        fields char end_of_fields[0];                                                              \
    } member;
#include "kernel/lang/ast.def"
#undef GB_NODE
    } as;
};

#undef NODE
#undef MAYBE
#undef LIST
#undef NAME
#undef MAYBENAME
#undef NAMES
#undef TEXT
#undef CONSTANT
#undef INT
#undef BINARY
#undef UNARY
#undef COMPARES
#undef BOOL
#undef CTX

const char *gb_syntax_kind_name(gb_syntax_kind kind);

/* Bytes of a node of this kind: nodes are allocated with no more than their own member of the
 * union. */
size_t gb_node_size(gb_syntax_kind kind);

/* Calls `visit` for each direct child that is there, in field order. False as soon as a call is. */
typedef bool gb_node_visit(const gb_node *child, void *state);
bool gb_node_each_child(const gb_node *node, gb_node_visit *visit, void *state);

/* A constant as Python's repr writes it (an int beyond 64 bits in hexadecimal). */
void gb_const_print(const gb_const *constant, gb_buffer *out);

/* The tree as ast.dump(tree, indent=1) prints it (every child on a line of its own), plus a
 * newline: stable, comparable with CPython.
 */
void gb_ast_print(const gb_node *node, gb_buffer *out);

#endif
