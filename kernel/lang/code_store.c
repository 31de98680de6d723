/* Writing and reading code objects as bytes. See code_store.h.
 *
 * A code is a gb_stored_code, then in order: its texts, its arrays, its constants, the codes
 * inside. Every piece begins at a multiple of 8. */
#include "kernel/lang/code_store.h"

#include <string.h>

enum { ALIGNMENT = 8 };
#define ABSENT UINT32_MAX /* the size of a text that is NULL */

typedef struct gb_stored_code {
    uint32_t doc_size, flags, line;
    gb_range span;
    uint32_t posonly_count, arg_count, kwonly_count;
    uint32_t instruction_count, stack_size, cache_count;
    uint32_t constant_count, name_count, local_count, cell_count, free_count;
    int32_t class_cell, first_arg_cell;
    uint32_t handler_count, code_count;
} gb_stored_code;

typedef struct gb_stored_const {
    uint32_t kind, size;
    uint64_t bits; /* of a number */
} gb_stored_const;

/* --- writing ------------------------------------------------------------------------------------
 */

static void put(gb_buffer *out, const void *bytes, size_t n)
{
    if (n) gb_buffer_put(out, bytes, n);
    gb_buffer_repeat(out, '\0', (ALIGNMENT - n % ALIGNMENT) % ALIGNMENT);
}

static void put_text(gb_buffer *out, const char *text, size_t n)
{
    uint32_t size = text ? (uint32_t)n : ABSENT;
    gb_buffer_put(out, &size, sizeof size);
    if (text) gb_buffer_put(out, text, n);
    size_t used = sizeof size + (text ? n : 0);
    gb_buffer_repeat(out, '\0', ALIGNMENT - used % ALIGNMENT); /* at least the terminator */
}

static void put_names(gb_buffer *out, const char *const *names, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        put_text(out, names[i], strlen(names[i]));
}

static void put_constant(gb_buffer *out, const gb_const *k)
{
    gb_stored_const stored = {.kind = k->kind, .size = k->size};
    if (k->kind == GB_CONST_INT) memcpy(&stored.bits, &k->as.integer, sizeof stored.bits);
    if (k->kind == GB_CONST_FLOAT || k->kind == GB_CONST_IMAGINARY)
        memcpy(&stored.bits, &k->as.real, sizeof stored.bits);
    put(out, &stored, sizeof stored);
    if (k->kind == GB_CONST_STR || k->kind == GB_CONST_BYTES) put_text(out, k->as.text, k->size);
    if (k->kind == GB_CONST_BIGINT) put_text(out, k->as.text, strlen(k->as.text));
    if (k->kind == GB_CONST_TUPLE || k->kind == GB_CONST_FROZENSET)
        for (uint32_t i = 0; i < k->size; i++)
            put_constant(out, k->as.items[i]);
}

void gb_code_store(const gb_code *code, gb_buffer *out)
{
    gb_stored_code stored = {
        code->doc_size,       code->flags,         code->line,           code->span,
        code->posonly_count,  code->arg_count,     code->kwonly_count,   code->instruction_count,
        code->stack_size,     code->cache_count,   code->constant_count, code->name_count,
        code->local_count,    code->cell_count,    code->free_count,     code->class_cell,
        code->first_arg_cell, code->handler_count, code->code_count,
    };
    put(out, &stored, sizeof stored);
    put_text(out, code->name, strlen(code->name));
    put_text(out, code->qualname, strlen(code->qualname));
    put_text(out, code->doc, code->doc_size);
    put(out, code->instructions, code->instruction_count * sizeof *code->instructions);
    put(out, code->ranges, code->instruction_count * sizeof *code->ranges);
    put(out, code->lines, code->instruction_count * sizeof *code->lines);
    put(out, code->captured, code->free_count * sizeof *code->captured);
    put(out, code->handlers, code->handler_count * sizeof *code->handlers);
    put_names(out, code->names, code->name_count);
    put_names(out, code->local_names, code->local_count);
    put_names(out, code->cell_names, code->cell_count);
    put_names(out, code->free_names, code->free_count);
    for (uint32_t i = 0; i < code->constant_count; i++)
        put_constant(out, code->constants[i]);
    for (uint32_t i = 0; i < code->code_count; i++)
        gb_code_store(code->codes[i], out);
}

/* --- reading ------------------------------------------------------------------------------------
 */

typedef struct gb_code_reader {
    const char *at;
    uint32_t source;
    gb_arena arena; /* of the outermost code */
    gb_code *outermost;
    gb_error *err;
} gb_code_reader;

/* The next piece of `n` bytes, where it lies. */
static const void *take(gb_code_reader *r, size_t n)
{
    const void *piece = r->at;
    r->at += (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return piece;
}

static const char *take_text(gb_code_reader *r)
{
    uint32_t size;
    memcpy(&size, r->at, sizeof size);
    const char *text = size == ABSENT ? NULL : r->at + sizeof size;
    size_t used = sizeof size + (text ? size : 0);
    r->at += used + ALIGNMENT - used % ALIGNMENT;
    return text;
}

/* NULL when there is no memory; never NULL otherwise, also for no names. */
static const char *const *take_names(gb_code_reader *r, uint32_t count)
{
    const char **names = gb_arena_array(&r->arena, count, sizeof *names, r->err);
    for (uint32_t i = 0; names && i < count; i++)
        names[i] = take_text(r);
    return names;
}

static const gb_const *take_constant(gb_code_reader *r)
{
    const gb_stored_const *stored = take(r, sizeof *stored);
    gb_const *k = gb_arena_alloc(&r->arena, sizeof *k, r->err);
    if (!k) return NULL;
    k->kind = (gb_const_kind)stored->kind;
    k->size = stored->size;
    if (k->kind == GB_CONST_INT) memcpy(&k->as.integer, &stored->bits, sizeof k->as.integer);
    if (k->kind == GB_CONST_FLOAT || k->kind == GB_CONST_IMAGINARY)
        memcpy(&k->as.real, &stored->bits, sizeof k->as.real);
    if (k->kind == GB_CONST_STR || k->kind == GB_CONST_BYTES || k->kind == GB_CONST_BIGINT)
        k->as.text = take_text(r);
    if (k->kind != GB_CONST_TUPLE && k->kind != GB_CONST_FROZENSET) return k;
    const gb_const **items = gb_arena_array(&r->arena, k->size, sizeof *items, r->err);
    for (uint32_t i = 0; items && i < k->size; i++)
        if (!(items[i] = take_constant(r))) return NULL;
    k->as.items = items;
    return items ? k : NULL;
}

static bool take_constants(gb_code_reader *r, gb_code *code)
{
    const gb_const **items = gb_arena_array(&r->arena, code->constant_count, sizeof *items, r->err);
    for (uint32_t i = 0; items && i < code->constant_count; i++)
        if (!(items[i] = take_constant(r))) return false;
    code->constants = items;
    return items;
}

static void take_header(gb_code_reader *r, gb_code *code)
{
    const gb_stored_code *stored = take(r, sizeof *stored);
    code->doc_size = stored->doc_size;
    code->flags = stored->flags;
    code->line = stored->line;
    code->span = stored->span;
    code->posonly_count = stored->posonly_count;
    code->arg_count = stored->arg_count;
    code->kwonly_count = stored->kwonly_count;
    code->instruction_count = stored->instruction_count;
    code->stack_size = stored->stack_size;
    code->cache_count = stored->cache_count;
    code->constant_count = stored->constant_count;
    code->name_count = stored->name_count;
    code->local_count = stored->local_count;
    code->cell_count = stored->cell_count;
    code->free_count = stored->free_count;
    code->class_cell = stored->class_cell;
    code->first_arg_cell = stored->first_arg_cell;
    code->handler_count = stored->handler_count;
    code->code_count = stored->code_count;
}

static gb_code *take_code(gb_code_reader *r)
{
    gb_code *code = gb_arena_alloc(&r->arena, sizeof *code, r->err);
    if (!code) return NULL;
    if (!r->outermost) r->outermost = code;
    code->outermost = r->outermost;
    code->source = r->source;
    take_header(r, code);
    code->name = take_text(r);
    code->qualname = take_text(r);
    code->doc = take_text(r);
    code->instructions = take(r, code->instruction_count * sizeof *code->instructions);
    code->ranges = take(r, code->instruction_count * sizeof *code->ranges);
    code->lines = take(r, code->instruction_count * sizeof *code->lines);
    code->captured = take(r, code->free_count * sizeof *code->captured);
    code->handlers = take(r, code->handler_count * sizeof *code->handlers);
    code->names = take_names(r, code->name_count);
    code->local_names = take_names(r, code->local_count);
    code->cell_names = take_names(r, code->cell_count);
    code->free_names = take_names(r, code->free_count);
    gb_code **codes = gb_arena_array(&r->arena, code->code_count, sizeof *codes, r->err);
    code->codes = codes;
    if (!code->names || !code->local_names || !code->cell_names || !code->free_names || !codes ||
        !take_constants(r, code))
        return NULL;
    for (uint32_t i = 0; i < code->code_count; i++)
        if (!(codes[i] = take_code(r))) return NULL;
    return code;
}

gb_code *gb_code_load(const void *bytes, uint32_t source, gb_error *err)
{
    gb_code_reader r = {.at = bytes, .source = source, .err = err};
    gb_code *code = take_code(&r);
    if (!code) {
        gb_arena_release(&r.arena);
        return NULL;
    }
    code->users = 1;
    code->arena = r.arena;
    return code;
}
