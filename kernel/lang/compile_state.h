/* What the files of the compiler share; for no one else.
 *
 * Compiling never stops half-way: the first mistake sticks in c->err, what is emitted after it is
 * thrown away, and gb_compile looks at the end. So the functions here return nothing. */
#ifndef GB_LANG_COMPILE_STATE_H
#define GB_LANG_COMPILE_STATE_H

#include "kernel/lang/compile.h"
#include "kernel/lang/parser.h"
#include "kernel/lang/scope.h"

typedef uint32_t gb_label; /* index into gb_unit.labels */

typedef struct gb_label_place {
    uint32_t at; /* instruction; UINT32_MAX while unbound */
    int depth;   /* of the stack there; -1 while unknown */
} gb_label_place;

/* What a jump out of nested blocks must undo, innermost last. */
typedef enum gb_block_kind {
    GB_BLOCK_FOR, /* stack: iterator */
    GB_BLOCK_WHILE,
    GB_BLOCK_TRY,     /* a protected region with nothing to undo */
    GB_BLOCK_FINALLY, /* a protected region; the finally body runs on the way out */
    GB_BLOCK_WITH,    /* a protected region; stack: exit */
    GB_BLOCK_HANDLER, /* in an except clause; stack: exception handled before */
    GB_BLOCK_CLEANUP, /* in a finally body after an exception; stack: before, exception */
    GB_BLOCK_POP      /* stack: one value */
} gb_block_kind;

typedef struct gb_block {
    gb_block_kind kind;
    gb_label next;            /* loops: where continue goes */
    gb_label done;            /* loops: where break goes */
    gb_label handler;         /* regions */
    uint32_t start;           /* regions: first instruction of the part not yet in the table */
    int depth;                /* regions: stack depth that a handler keeps */
    const gb_node_list *body; /* of a finally */
    const gb_node *handled;   /* an except clause with a name to unbind, or NULL */
} gb_block;

/* One code object in the making. */
typedef struct gb_unit {
    struct gb_unit *parent;
    gb_scope *scope; /* innermost, inlined comprehensions included */
    gb_scope *host;
    gb_code *code;
    gb_instr *instrs;
    gb_range *ranges;
    size_t count, instr_capacity, range_capacity;
    gb_label_place *labels;
    size_t label_count, label_capacity;
    uint32_t barrier; /* nothing before this instruction may be fused with what follows */
    gb_handler *handlers;
    size_t handler_count, handler_capacity;
    gb_block *blocks;
    size_t block_count, block_capacity;
    gb_block spare;                /* stands in for a block when memory ran out */
    gb_map constant_map, name_map; /* printed form → index + 1 */
    const gb_const **constants;
    size_t constant_count, constant_capacity;
    const char **names;
    size_t name_count, name_capacity;
    gb_code **codes;
    size_t code_count, code_capacity;
    const char **temporaries; /* names of hidden locals beyond the scope's */
    uint32_t temporary_count, temporaries_in_use;
    int depth, deepest;
    bool dead; /* what follows cannot be reached */
    gb_range at;
} gb_unit;

typedef struct gb_compiler {
    const gb_source *source;
    gb_compile_options options;
    gb_scopes scopes;
    gb_arena scope_arena;
    gb_arena arena; /* the code's */
    gb_unit *unit;
    gb_error *err;
    bool text_annotations; /* from __future__ import annotations */
    int depth;             /* of the recursion: counted in blocks inlined into blocks */
} gb_compiler;

static inline bool gb_compiler_failed(const gb_compiler *c)
{
    return c->err->cls != GB_ERR_NONE;
}
void gb_compile_fail(gb_compiler *c, const gb_node *at, const char *format, ...) GB_PRINTF(3, 4);

/* --- units: compile.c --- */
bool gb_unit_begin(gb_compiler *c, gb_unit *unit, gb_scope *scope, const char *name);
/* Finishes the unit and adds its code to the parent's; the index there. */
uint32_t gb_unit_end(gb_compiler *c);
/* Sets the place of what is emitted next. */
void gb_at(gb_compiler *c, const gb_node *node);

/* --- emission: compile_emit.c --- */
void gb_emit(gb_compiler *c, gb_opcode op, uint32_t a);
void gb_emit_full(gb_compiler *c, gb_opcode op, uint32_t a, uint32_t b, uint32_t x);
void gb_emit_jump(gb_compiler *c, gb_opcode op, gb_label to);
/* COMPARE_JUMP with a TEST operand. */
void gb_emit_test(gb_compiler *c, gb_label to, unsigned test);
/* An opcode with an inline cache (LOAD_GLOBAL, LOAD_ATTR …). */
void gb_emit_cached(gb_compiler *c, gb_opcode op, const char *name);
void gb_emit_constant(gb_compiler *c, const gb_const *constant);
void gb_emit_none(gb_compiler *c);
/* A CELL operand: the frame's cell with this index. */
void gb_emit_cell(gb_compiler *c, gb_opcode op, uint32_t cell);
gb_label gb_label_new(gb_compiler *c);
void gb_label_bind(gb_compiler *c, gb_label label);
/* Starts the handler of a region: alive, with `depth` values and the exception on the stack. */
void gb_label_bind_handler(gb_compiler *c, gb_label label, int depth);
/* Adds [start, now) to the exception table. */
void gb_emit_region(gb_compiler *c, uint32_t start, gb_label handler, int depth);
/* The next instruction's index, with nothing fused across it. */
uint32_t gb_position(gb_compiler *c);

/* --- constants and names: compile_constant.c --- */
uint32_t gb_add_constant(gb_compiler *c, const gb_const *constant);
uint32_t gb_add_name(gb_compiler *c, const char *name);
const gb_const *gb_constant_str(gb_compiler *c, const char *text, size_t size);
const gb_const *gb_constant_tuple(gb_compiler *c, const gb_const *const *items, size_t count,
                                  gb_const_kind kind);
extern const gb_const gb_constant_none;
const char *gb_code_text(gb_compiler *c, const char *text);
/* The constant an expression always is, or NULL: compile_fold.c. */
const gb_const *gb_fold(gb_compiler *c, const gb_node *node);
/* Its truth: 1, 0, or -1 when it is not constant. */
int gb_fold_truth(gb_compiler *c, const gb_node *node);

/* --- names: compile_name.c --- */
void gb_load_name(gb_compiler *c, const char *name);
void gb_store_name(gb_compiler *c, const char *name);
void gb_delete_name(gb_compiler *c, const char *name);
const char *gb_mangled(gb_compiler *c, const char *name);
uint32_t gb_temporary_take(gb_compiler *c);
void gb_temporary_give(gb_compiler *c, uint32_t slot);
void gb_compile_store(gb_compiler *c, const gb_node *target); /* value on top */
void gb_compile_delete(gb_compiler *c, const gb_node *target);

/* --- expressions --- */
void gb_compile_expr(gb_compiler *c, const gb_node *node);
/* The same for what is only looked into or walked over: a list or set display of constants is a
 * constant then (as CPython's, which the order of a set shows). */
void gb_compile_unchanged(gb_compiler *c, const gb_node *node);
void gb_compile_condition(gb_compiler *c, const gb_node *node, gb_label to, bool when);
void gb_compile_call(gb_compiler *c, const gb_node *node);
/* Pushes the arguments and calls what is on the stack; `extra` positional values are there already.
 */
void gb_compile_arguments_ex(gb_compiler *c, const gb_node_list *args,
                             const gb_node_list *keywords);
bool gb_has_star(const gb_node_list *args, const gb_node_list *keywords);
const gb_const *gb_keyword_names(gb_compiler *c, const gb_node_list *keywords);
void gb_check_keywords(gb_compiler *c, const gb_node_list *keywords);
void gb_compile_comprehension(gb_compiler *c, const gb_node *node);
void gb_compile_subscript_key(gb_compiler *c, const gb_node *slice);
void gb_compile_lambda(gb_compiler *c, const gb_node *node);
void gb_emit_binary(gb_compiler *c, gb_binary op, bool in_place);

/* --- statements --- */
void gb_compile_body(gb_compiler *c, const gb_node_list *body);
void gb_compile_statement(gb_compiler *c, const gb_node *node);
void gb_compile_def(gb_compiler *c, const gb_node *node);
void gb_compile_class(gb_compiler *c, const gb_node *node);
void gb_compile_for(gb_compiler *c, const gb_node *node);
void gb_compile_while(gb_compiler *c, const gb_node *node);
void gb_compile_try(gb_compiler *c, const gb_node *node);
void gb_compile_with(gb_compiler *c, const gb_node *node);
void gb_compile_match(gb_compiler *c, const gb_node *node);
void gb_compile_return(gb_compiler *c, const gb_node *node);
void gb_compile_loop_jump(gb_compiler *c, const gb_node *node); /* break, continue */
void gb_compile_annotation(gb_compiler *c, const gb_node *annotation);
void gb_compile_import(gb_compiler *c, const gb_node *node);
void gb_compile_import_from(gb_compiler *c, const gb_node *node);
/* The docstring of a body, or NULL. */
const gb_const *gb_docstring(const gb_node_list *body);
/* MAKE_CELL for the cells that belong to a scope of the current frame. */
void gb_make_cells(gb_compiler *c, const gb_scope *scope);
/* The part of a def, lambda or generator expression that is the code itself is compiled by its
 * owner between gb_unit_begin and gb_unit_end. */

/* --- blocks: compile_block.c --- */
gb_block *gb_block_push(gb_compiler *c, gb_block_kind kind);
void gb_block_pop(gb_compiler *c);
/* Opens a protected region whose handler keeps the present stack. */
gb_block *gb_region_push(gb_compiler *c, gb_block_kind kind, gb_label handler);
/* Ends it and puts its rest into the table. */
void gb_region_pop(gb_compiler *c);
/* Emits what leaving the blocks above `keep` of them needs; `value`: the top of the stack is kept.
 * Then comes the jump or return, then gb_region_resume: the regions go on behind it. */
void gb_unwind(gb_compiler *c, size_t keep, bool value);
/* Ends the parts of the regions above `keep` here, and begins new ones. */
void gb_region_suspend(gb_compiler *c, size_t keep);
void gb_region_resume(gb_compiler *c, size_t keep);

#endif
