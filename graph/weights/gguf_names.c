/* GGUF tensors under Hugging Face's names, with what has to be undone when they are read: the rules
 * that transformers has for its supported architectures. See gguf_names.def. */
#include "graph/base/buffer.h"
#include "graph/base/memory.h"
#include "graph/weights/checkpoint.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct arch_row {
    const char *arch, *model_type, *class, *prefix;
    bool common; /* rows of "*" apply */
} arch_row;

typedef struct name_row {
    const char *arch, *stored, *name;
    gb_weight_edit edit;
} name_row;

#define GB_GGUF_NAME(arch, stored, name, edit)
static const arch_row arches[] = {
#define GB_GGUF_ARCH(arch, model_type, class, prefix, common)                                      \
    {arch, model_type, class, prefix, common},
#include "graph/weights/gguf_names.def"
#undef GB_GGUF_ARCH
};
#undef GB_GGUF_NAME

#define GB_GGUF_ARCH(arch, model_type, class, prefix, common)
static const name_row names[] = {
#define GB_GGUF_NAME(arch, stored, name, edit) {arch, stored, name, GB_EDIT_##edit},
#include "graph/weights/gguf_names.def"
#undef GB_GGUF_NAME
};
#undef GB_GGUF_ARCH

enum { ARCHES = sizeof arches / sizeof *arches, NAMES = sizeof names / sizeof *names };
enum { MAX_EXPERTS = 4096 };

static const arch_row *find_arch(const char *arch)
{
    for (size_t i = 0; i < ARCHES; i++)
        if (strcmp(arches[i].arch, arch) == 0) return &arches[i];
    return NULL;
}

const char *gb_gguf_model_type(const char *arch, const char **class)
{
    const arch_row *row = find_arch(arch);
    if (row) *class = row->class;
    return row ? row->model_type : NULL;
}

/* The row of a part of `n` bytes; the architecture's own first. */
static const name_row *find_name(const arch_row *arch, const char *part, size_t n)
{
    const name_row *common = NULL;
    for (size_t i = 0; i < NAMES; i++) {
        if (strlen(names[i].stored) != n || memcmp(names[i].stored, part, n) != 0) continue;
        if (strcmp(names[i].arch, arch->arch) == 0) return &names[i];
        if (arch->common && names[i].arch[0] == '*') common = &names[i];
    }
    return common;
}

/* "blk.3.attn_q.weight" in its pieces. */
typedef struct stored_name {
    int64_t block; /* -1 for a tensor outside the blocks */
    const char *part;
    size_t part_size;
    const char *suffix; /* ".weight", ".bias" or "" */
} stored_name;

static stored_name split_name(const char *name)
{
    stored_name s = {.block = -1, .part = name};
    if (strncmp(name, "blk.", 4) == 0 && name[4] >= '0' && name[4] <= '9') {
        char *end;
        s.block = strtoll(name + 4, &end, 10);
        if (*end == '.') s.part = end + 1;
    }
    s.suffix = strrchr(s.part, '.');
    if (!s.suffix || (strcmp(s.suffix, ".weight") != 0 && strcmp(s.suffix, ".bias") != 0))
        s.suffix = s.part + strlen(s.part);
    s.part_size = (size_t)(s.suffix - s.part);
    return s;
}

/* The Hugging Face name; `expert` replaces '#'. Owned by the arena. */
static char *join_name(gb_weights *w, const arch_row *arch, const stored_name *stored,
                       const name_row *row, int64_t expert, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    if (stored->block >= 0) gb_buffer_format(&b, "%s%" PRId64 ".", arch->prefix, stored->block);
    for (const char *p = row->name; *p; p++) {
        if (*p == '#')
            gb_buffer_format(&b, "%" PRId64, expert);
        else
            gb_buffer_char(&b, *p);
    }
    gb_buffer_text(&b, stored->suffix);
    char *name = gb_buffer_ok(&b, err) ? gb_arena_strndup(&w->arena, b.data, b.size, err) : NULL;
    gb_buffer_release(&b);
    return name;
}

static bool is_key_part(const name_row *row)
{
    return strstr(row->stored, "attn_k") != NULL;
}

/* The number of heads in whose rows the tensor is arranged; 0 when that is not known. */
static int64_t head_count(const gb_weights *w, const name_row *row)
{
    int64_t heads = gb_json_int_or(w->config, "num_attention_heads", 0);
    if (!heads) heads = gb_json_int_or(w->config, "n_head", 0);
    if (!is_key_part(row)) return heads;
    return gb_json_int_or(w->config, "num_key_value_heads", heads);
}

static bool set_heads(const gb_weights *w, gb_weight_entry *e, const name_row *row, int64_t pieces,
                      gb_error *err)
{
    e->heads = head_count(w, row);
    if (e->heads > 0 && e->heads <= INT32_MAX && e->info.rank >= 1 &&
        e->heads <= e->info.shape[0] && e->info.shape[0] % (e->heads * pieces) == 0 &&
        (e->info.rank == 2 || e->type->block == 1))
        return true;
    return gb_fail(err, GB_ERR_VALUE,
                   "tensor '%s' has %" PRId64 " rows, which cannot be split into %" PRId64
                   " heads of %" PRId64 " parts",
                   e->info.stored, e->info.rank ? e->info.shape[0] : 0, e->heads, pieces);
}

/* Inserts a dimension of length 1. */
static bool insert_one(gb_weight_entry *e, int at, int rank, gb_error *err)
{
    e->edit = GB_EDIT_NONE;
    if (e->info.rank == rank + 1) return true; /* stored with it already */
    if (e->info.rank != rank)
        return gb_fail(err, GB_ERR_VALUE, "tensor '%s' has %d dimensions, %d were wanted",
                       e->info.stored, e->info.rank, rank);
    for (int i = rank; i > at; i--)
        e->info.shape[i] = e->info.shape[i - 1];
    e->info.shape[at] = 1;
    e->info.rank++;
    return true;
}

/* Sets the edit and the shape that it leaves. */
static bool set_edit(const gb_weights *w, gb_weight_entry *e, const name_row *row, gb_error *err)
{
    bool is_weight = strstr(e->info.stored, ".bias") == NULL;
    e->edit = row->edit;
    switch (row->edit) {
    case GB_EDIT_HEADS: return set_heads(w, e, row, 2, err);
    case GB_EDIT_QKV: return set_heads(w, e, row, 3, err);
    case GB_EDIT_ROW: return insert_one(e, 0, 1, err);
    case GB_EDIT_CHANNEL:
        if (is_weight) return insert_one(e, 1, 2, err);
        e->edit = GB_EDIT_NONE;
        return true;
    case GB_EDIT_TRANSPOSE:
        if (!is_weight || e->info.rank != 2) {
            e->edit = GB_EDIT_NONE;
        } else {
            int64_t rows = e->info.shape[0];
            e->info.shape[0] = e->info.shape[1];
            e->info.shape[1] = rows;
        }
        return true;
    default: return true;
    }
}

/* Expert `i` of a stack as a tensor of its own. */
static bool cut_expert(gb_weight_entry *e, int64_t i)
{
    int64_t experts = e->info.shape[0];
    e->info.bytes /= (uint64_t)experts;
    e->offset += (uint64_t)i * e->info.bytes;
    e->info.rank--;
    memmove(e->info.shape, e->info.shape + 1, (size_t)e->info.rank * sizeof *e->info.shape);
    e->edit = GB_EDIT_NONE;
    return true;
}

/* Where renamed entries are collected. */
typedef struct collection {
    gb_weight_entry *entries;
    size_t count, capacity;
} collection;

static bool append(collection *c, const gb_weight_entry *e, gb_error *err)
{
    if (!gb_grow(&c->entries, &c->capacity, c->count + 1, sizeof *c->entries, err)) return false;
    c->entries[c->count++] = *e;
    return true;
}

static bool append_experts(gb_weights *w, const arch_row *arch, const name_row *row,
                           const gb_weight_entry *stack, collection *c, gb_error *err)
{
    stored_name stored = split_name(stack->info.stored);
    if (stack->info.rank != 3 || stack->info.shape[0] < 1 || stack->info.shape[0] > MAX_EXPERTS)
        return gb_fail(err, GB_ERR_VALUE, "tensor '%s' is no stack of experts", stack->info.stored);
    for (int64_t i = 0; i < stack->info.shape[0]; i++) {
        gb_weight_entry e = *stack;
        cut_expert(&e, i);
        if (!(e.info.name = join_name(w, arch, &stored, row, i, err)) || !append(c, &e, err))
            return false;
    }
    return true;
}

/* A tensor that no row names keeps its stored name. */
static bool rename_entry(gb_weights *w, const arch_row *arch, const gb_weight_entry *from,
                         collection *c, gb_error *err)
{
    stored_name stored = split_name(from->info.stored);
    const name_row *row = find_name(arch, stored.part, stored.part_size);
    if (!row) return append(c, from, err);
    if (row->edit == GB_EDIT_EXPERTS) return append_experts(w, arch, row, from, c, err);
    gb_weight_entry e = *from;
    if (!(e.info.name = join_name(w, arch, &stored, row, 0, err))) return false;
    if (!set_edit(w, &e, row, err)) return false;
    if (e.edit != GB_EDIT_NONE && e.type->dtype != GB_F32) /* edits are made in float32 */
        return gb_fail(err, GB_ERR_VALUE,
                       "tensor '%s' is stored as %s, which no weight of it can be", e.info.stored,
                       e.type->name);
    return append(c, &e, err);
}

bool gb_gguf_rename(gb_weights *w, gb_error *err)
{
    const char *type = gb_json_string_or(w->metadata, "general.architecture", "");
    const arch_row *arch = find_arch(type);
    if (!arch) return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "unknown architecture '%s'", type);
    collection c = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < w->count; i++)
        ok = rename_entry(w, arch, &w->entries[i], &c, err);
    if (ok) {
        gb_free(w->entries);
        w->entries = c.entries;
        w->count = c.count;
        w->capacity = c.capacity;
    } else {
        gb_free(c.entries);
    }
    return ok;
}
