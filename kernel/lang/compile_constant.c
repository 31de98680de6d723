/* The tables of a code object: constants and names, each once, copied into the code's arena. */
#include "kernel/lang/compile_state.h"

#include "graph/base/memory.h"

#include <string.h>

const gb_const gb_constant_none = {GB_CONST_NONE, 0, {0}};

const char *gb_code_text(gb_compiler *c, const char *text)
{
    const char *copy = gb_arena_strdup(&c->arena, text, c->err);
    return copy ? copy : "";
}

/* A copy that lives as long as the code. */
static const gb_const *copy_constant(gb_compiler *c, const gb_const *from)
{
    gb_const *to = gb_arena_copy(&c->arena, from, sizeof *from, c->err);
    if (!to) return NULL;
    switch (from->kind) {
    case GB_CONST_BIGINT:
    case GB_CONST_STR:
    case GB_CONST_BYTES:
        to->as.text = gb_arena_strndup(&c->arena, from->as.text, from->size, c->err);
        return to->as.text ? to : NULL;
    case GB_CONST_TUPLE:
    case GB_CONST_FROZENSET: {
        const gb_const **items = gb_arena_array(&c->arena, from->size, sizeof *items, c->err);
        for (uint32_t i = 0; items && i < from->size; i++)
            if (!(items[i] = copy_constant(c, from->as.items[i]))) return NULL;
        to->as.items = items;
        return items ? to : NULL;
    }
    default: return to;
    }
}

/* A text that tells constants apart: kind and value, lengths before contents. */
static void write_key(const gb_const *k, gb_buffer *out)
{
    gb_buffer_char(out, (char)('A' + k->kind));
    switch (k->kind) {
    case GB_CONST_INT: gb_buffer_put(out, &k->as.integer, sizeof k->as.integer); break;
    case GB_CONST_FLOAT:
    case GB_CONST_IMAGINARY: gb_buffer_put(out, &k->as.real, sizeof k->as.real); break;
    case GB_CONST_BIGINT:
    case GB_CONST_STR:
    case GB_CONST_BYTES:
        gb_buffer_put(out, &k->size, sizeof k->size);
        gb_buffer_put(out, k->as.text, k->size);
        break;
    case GB_CONST_TUPLE:
    case GB_CONST_FROZENSET:
        gb_buffer_put(out, &k->size, sizeof k->size);
        for (uint32_t i = 0; i < k->size; i++)
            write_key(k->as.items[i], out);
        break;
    default: break;
    }
}

uint32_t gb_add_constant(gb_compiler *c, const gb_const *constant)
{
    gb_unit *u = c->unit;
    if (gb_compiler_failed(c) || !constant) return 0;
    gb_buffer key = GB_BUFFER_INIT;
    write_key(constant, &key);
    uint32_t index = 0;
    if (gb_buffer_ok(&key, c->err)) {
        uintptr_t found = (uintptr_t)gb_map_get_n(&u->constant_map, key.data, key.size);
        index = (uint32_t)u->constant_count;
        if (found) {
            index = (uint32_t)found - 1;
        } else if (gb_grow(&u->constants, &u->constant_capacity, u->constant_count + 1,
                           sizeof *u->constants, c->err) &&
                   gb_map_put_n(&u->constant_map, key.data, key.size,
                                (void *)(uintptr_t)(index + 1), c->err)) {
            u->constants[u->constant_count++] = copy_constant(c, constant);
        }
    }
    gb_buffer_release(&key);
    return index;
}

uint32_t gb_add_name(gb_compiler *c, const char *name)
{
    gb_unit *u = c->unit;
    uintptr_t found = (uintptr_t)gb_map_get(&u->name_map, name);
    if (found) return (uint32_t)found - 1;
    uintptr_t index = u->name_count;
    if (gb_grow(&u->names, &u->name_capacity, u->name_count + 1, sizeof *u->names, c->err) &&
        gb_map_put(&u->name_map, name, (void *)(index + 1), c->err))
        u->names[u->name_count++] = gb_code_text(c, name);
    return (uint32_t)index;
}

const gb_const *gb_constant_str(gb_compiler *c, const char *text, size_t size)
{
    gb_const *k = gb_arena_alloc(&c->scope_arena, sizeof *k, c->err);
    if (!k) return NULL;
    k->kind = GB_CONST_STR;
    k->size = (uint32_t)size;
    k->as.text = text;
    return k;
}

const gb_const *gb_constant_tuple(gb_compiler *c, const gb_const *const *items, size_t count,
                                  gb_const_kind kind)
{
    gb_const *k = gb_arena_alloc(&c->scope_arena, sizeof *k, c->err);
    if (!k) return NULL;
    k->kind = kind;
    k->size = (uint32_t)count;
    k->as.items = items;
    return k;
}
