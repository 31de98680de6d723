/* Code objects: what the compiler makes and the VM runs. Plain data, no values of the language.
 *
 * A code object owns its nested codes and lives in one arena with them: gb_code_unref of the
 * outermost one (the one gb_compile returned) releases all. The VM makes values of `constants` and
 * `names` once, keeps them beside the code, and may copy `instructions` to rewrite them in place.
 * Nothing here changes after compiling, `users` and `attached` apart. */
#ifndef GB_LANG_CODE_H
#define GB_LANG_CODE_H

#include "graph/base/arena.h"
#include "graph/base/buffer.h"

typedef enum gb_opcode {
#define GB_OPCODE(name, a, b, x, pops, pushes, doc) GB_OP_##name,
#include "kernel/lang/opcode.def"
#undef GB_OPCODE
    GB_OP_COUNT
} gb_opcode;

typedef enum gb_binary {
#define GB_BINARY(id, sign, node, method, reflected, inplace) GB_BINARY_##id,
#include "kernel/lang/operator.def"
    GB_BINARY_COUNT
} gb_binary;

typedef enum gb_unary {
#define GB_UNARY(id, sign, node, method) GB_UNARY_##id,
#include "kernel/lang/operator.def"
    GB_UNARY_COUNT
} gb_unary;

typedef enum gb_compare {
#define GB_COMPARE(id, sign, node, method, reflected, mask) GB_COMPARE_##id,
#include "kernel/lang/operator.def"
    GB_COMPARE_COUNT
} gb_compare;

/* Bit 7 of a TEST operand: jump when the ordering holds; clear: when it does not. The ordering
 * itself is the mask in bits 0-3; gb_compare_of_mask gives it back for operands that are no
 * numbers. */
enum { GB_TEST_MASK = 15, GB_TEST_IF_TRUE = 128 };
gb_compare gb_compare_of_mask(unsigned mask);

/* One instruction; fields as opcode.def says. */
typedef struct gb_instr {
    uint8_t op;
    uint8_t x;
    uint16_t b;
    uint32_t a;
} gb_instr;

/* A constant as the source means it; strings are UTF-8 (lone surrogates from escapes as three bytes
 * each), terminated, and may hold NUL bytes: `size` counts. */
typedef enum gb_const_kind {
    GB_CONST_NONE,
    GB_CONST_FALSE,
    GB_CONST_TRUE,
    GB_CONST_ELLIPSIS,
    GB_CONST_INT,       /* integer */
    GB_CONST_BIGINT,    /* text: hexadecimal digits without prefix, '-' first when negative */
    GB_CONST_FLOAT,     /* real */
    GB_CONST_IMAGINARY, /* real: the imaginary part */
    GB_CONST_STR,       /* text, size */
    GB_CONST_BYTES,     /* text, size */
    GB_CONST_TUPLE,     /* items, size */
    GB_CONST_FROZENSET  /* items, size (`x in {1, 2}`) */
} gb_const_kind;

typedef struct gb_const gb_const;
struct gb_const {
    gb_const_kind kind;
    uint32_t size;
    union {
        int64_t integer;
        double real;
        const char *text;
        const gb_const *const *items;
    } as;
};

/* While an instruction in [start, end) raises: cut the stack to `depth` values, push the exception,
 * go on at `handler`. Entries are sorted innermost first: the first that holds the instruction is
 * the one. Jumping and returning out of a region needs nothing: entering one is free. */
typedef struct gb_handler {
    uint32_t start;
    uint32_t end;
    uint32_t handler;
    uint32_t depth;
} gb_handler;

/* The bytes of the source that an instruction comes from (within gb_code.source). */
typedef struct gb_range {
    uint32_t start;
    uint32_t end;
} gb_range;

enum gb_code_flag {
    GB_CODE_FUNCTION = 1,  /* a def, lambda or generator expression: fast locals */
    GB_CODE_CLASS = 2,     /* a class body: a namespace dict; returns its __class__ cell or None */
    GB_CODE_MODULE = 4,    /* a cell or file: names are globals; locals are hidden ones only */
    GB_CODE_GENERATOR = 8, /* calling it makes a generator */
    GB_CODE_VARARGS = 16,  /* has *args */
    GB_CODE_VARKEYWORDS = 32,   /* has **kwargs */
    GB_CODE_NESTED = 64,        /* has free variables */
    GB_CODE_COMPREHENSION = 128 /* a generator expression: argument 0 is its outermost iterator */
};

/* Frame of a code: slots [0, local_count) locals, arguments first; then cell_count own cells, which
 * MAKE_CELL at the code's start fills; then free_count cells taken from the function's closure;
 * then stack_size stack values. CELL operands are slot numbers in this frame. */
typedef struct gb_code gb_code;
struct gb_code {
    const char *name;     /* "f", "<lambda>", "<genexpr>", "<module>" */
    const char *qualname; /* "C.f", "f.<locals>.g" */
    const char *doc;      /* docstring, or NULL; the constants hold none of it for functions */
    uint32_t doc_size;
    uint32_t flags;  /* gb_code_flag */
    uint32_t source; /* of all spans */
    gb_range span;   /* the whole definition, "def" or "class" first (decorators not counted) */
    uint32_t line;   /* of the definition, 1-based (that of the first decorator, as in CPython) */

    /* Arguments: slots 0 ... in this order: positional (positional-only ones first), keyword-only,
     * *args, **kwargs. Their names are local_names. A default tuple covers the last positional
     * ones.
     */
    uint32_t posonly_count;
    uint32_t arg_count; /* positional, positional-only included */
    uint32_t kwonly_count;

    const gb_instr *instructions;
    const gb_range *ranges; /* one for each instruction */
    const uint32_t *lines;  /* one for each instruction, 1-based */
    uint32_t instruction_count;
    uint32_t stack_size;
    uint32_t cache_count;

    const gb_const *const *constants;
    uint32_t constant_count;
    const char *const *names; /* of globals and attributes */
    uint32_t name_count;
    const char *const *local_names; /* hidden ones (inlined comprehensions) start with '.' */
    uint32_t local_count;
    const char *const *cell_names;
    uint32_t cell_count;
    const char *const *free_names;
    uint32_t free_count;
    const uint32_t *captured; /* for each free variable: the cell slot in the enclosing frame */
    int32_t class_cell;       /* slot of the cell of __class__ for super(), or -1 */
    int32_t first_arg_cell;   /* slot of the cell that argument 0 was moved to, or -1 */

    const gb_handler *handlers;
    uint32_t handler_count;
    gb_code *const *codes; /* nested ones */
    uint32_t code_count;

    gb_code *outermost; /* the code that owns the arena; itself for the outermost */
    gb_arena arena;     /* of the outermost alone */
    long users;         /* reference count, of the outermost alone */

    /* For the VM: what it made of the constants and names, released by `release_attached` (once,
     * with the outermost's memory still there). NULL while unused. */
    void *attached;
    void (*release_attached)(gb_code *code);
};

/* References count on the outermost code whichever code they are taken of. */
gb_code *gb_code_ref(gb_code *code);
void gb_code_unref(gb_code *code);

/* Stack effect of one instruction when it does not jump. */
int gb_instr_effect(gb_instr instr);

const char *gb_opcode_name(gb_opcode op);

/* Text of a code and those nested in it, one line an instruction: the form of `glassbox show code`.
 */
void gb_code_print(const gb_code *code, gb_buffer *out);

#endif
