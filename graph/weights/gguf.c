/* GGUF version 3: its key-value pairs as JSON, its tensors as entries. Names and shapes become
 * Hugging Face's in gguf_names.c, the configuration in gguf_config.c. See weights.h.
 *
 * Layout (little-endian): "GGUF", u32 version, u64 tensors, u64 pairs; pairs { text key, u32 type,
 * value }; tensors { text name, u32 rank, u64 size[rank] innermost first, u32 type, u64 offset };
 * padding; data. A text is u64 length and bytes. */
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/weights/checkpoint.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_KEY = 65535,      /* bytes of a key or name, as the format says */
    MAX_RANK = 4,         /* the same */
    MAX_NESTING = 4,      /* arrays of arrays */
    SMALLEST_PAIR = 13,   /* bytes: an empty key, a type, a byte */
    SMALLEST_TENSOR = 24, /* bytes: an empty name, a rank of 0, a type, an offset */
    MAX_ALIGNMENT = 1 << 20,
};

/* What is left to read. Every read checks; after the first failure nothing moves. */
typedef struct reader {
    const unsigned char *data;
    size_t at, size;
    gb_error *err;
} reader;

static bool take(reader *r, size_t n, const unsigned char **out)
{
    if (n > r->size - r->at)
        return gb_fail(r->err, GB_ERR_VALUE,
                       "%zu bytes are wanted at byte %zu, but the file has %zu (is it truncated?)",
                       n, r->at, r->size);
    *out = r->data + r->at;
    r->at += n;
    return true;
}

static bool take_number(reader *r, size_t bytes, uint64_t *out)
{
    const unsigned char *p = NULL;
    if (!take(r, bytes, &p)) return false;
    uint64_t x = 0;
    for (size_t i = bytes; i-- > 0;)
        x = x << 8 | p[i];
    *out = x;
    return true;
}

static bool take_text(reader *r, const char **text, size_t *n)
{
    uint64_t size;
    const unsigned char *p = NULL;
    if (!take_number(r, 8, &size) || !take(r, size, &p)) return false;
    *text = (const char *)p;
    *n = size;
    return true;
}

/* A key or a tensor's name, copied. */
static char *take_name(reader *r, gb_arena *arena)
{
    const char *text;
    size_t n;
    if (!take_text(r, &text, &n)) return NULL;
    if (n == 0 || n > MAX_KEY || !gb_utf8_valid(text, n) || memchr(text, '\0', n)) {
        gb_fail(r->err, GB_ERR_VALUE, "the name at byte %zu is empty, too long or not text",
                r->at - n);
        return NULL;
    }
    return gb_arena_strndup(arena, text, n, r->err);
}

/* --- values -------------------------------------------------------------------------------------
 */

enum { TYPE_FLOAT32 = 6, TYPE_BOOL = 7, TYPE_TEXT = 8, TYPE_ARRAY = 9, TYPE_FLOAT64 = 12 };

/* Bytes of the value types by number; 0 for text and arrays. Negative: signed. */
static const int8_t value_bytes[] = {1, -1, 2, -2, 4, -4, 4, 1, 0, 0, 8, -8, 8};
enum { VALUE_TYPES = sizeof value_bytes / sizeof *value_bytes };

static json_t *number_value(uint32_t type, uint64_t bits)
{
    if (type == TYPE_FLOAT32) {
        float x;
        uint32_t half = (uint32_t)bits;
        memcpy(&x, &half, sizeof x);
        return isfinite(x) ? json_real((double)x) : json_null();
    }
    if (type == TYPE_FLOAT64) {
        double x;
        memcpy(&x, &bits, sizeof x);
        return isfinite(x) ? json_real(x) : json_null();
    }
    if (type == TYPE_BOOL) return json_boolean(bits != 0);
    int bytes = value_bytes[type];
    if (bytes == -1) return json_integer((int8_t)bits);
    if (bytes == -2) return json_integer((int16_t)bits);
    if (bytes == -4) return json_integer((int32_t)bits);
    if (bytes == 8 && bits > INT64_MAX) return json_real((double)bits);
    return json_integer((json_int_t)bits);
}

static json_t *take_scalar(reader *r, uint32_t type)
{
    uint64_t bits;
    json_t *value = NULL;
    if (type == TYPE_TEXT) {
        const char *text;
        size_t n;
        if (!take_text(r, &text, &n)) return NULL;
        value = json_stringn(text, n); /* NULL for what is not UTF-8 */
        if (!value) gb_fail(r->err, GB_ERR_VALUE, "the text at byte %zu is not UTF-8", r->at - n);
    } else if (take_number(r, (size_t)abs(value_bytes[type]), &bits)) {
        if (type == TYPE_BOOL && bits > 1)
            gb_fail(r->err, GB_ERR_VALUE, "a bool of value %" PRIu64, bits);
        else if (!(value = number_value(type, bits)))
            gb_fail(r->err, GB_ERR_MEMORY, "out of memory while reading metadata");
    }
    return value;
}

static json_t *take_value(reader *r, uint32_t type, int depth);

/* Bytes of an element; 0 for those that say it themselves. */
static size_t element_bytes(uint64_t type)
{
    return type < VALUE_TYPES ? (size_t)abs(value_bytes[type]) : 0;
}

static bool take_array_head(reader *r, uint64_t *type, uint64_t *count)
{
    if (!take_number(r, 4, type) || !take_number(r, 8, count)) return false;
    size_t least = element_bytes(*type) ? element_bytes(*type) : 8;
    return *count <= (r->size - r->at) / least ||
           gb_fail(r->err, GB_ERR_VALUE,
                   "an array of %" PRIu64 " elements is promised, %zu bytes follow", *count,
                   r->size - r->at);
}

static json_t *take_array(reader *r, int depth)
{
    uint64_t type, count;
    if (depth > MAX_NESTING) {
        gb_fail(r->err, GB_ERR_VALUE, "arrays nested deeper than %d", MAX_NESTING);
        return NULL;
    }
    if (!take_array_head(r, &type, &count)) return NULL;
    json_t *array = json_array();
    if (!array) gb_fail(r->err, GB_ERR_MEMORY, "out of memory while reading metadata");
    for (uint64_t i = 0; array && i < count; i++) {
        json_t *value = take_value(r, (uint32_t)type, depth + 1);
        bool interrupted = i % 4096 == 0 && !gb_check_interrupt(r->err);
        if (!value || interrupted || json_array_append_new(array, value)) {
            gb_fail(r->err, GB_ERR_MEMORY, "out of memory while reading metadata");
            if (value && interrupted) json_decref(value);
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static json_t *take_value(reader *r, uint32_t type, int depth)
{
    if (type >= VALUE_TYPES) {
        gb_fail(r->err, GB_ERR_VALUE, "unknown type %" PRIu32 " of a value", type);
        return NULL;
    }
    return type == TYPE_ARRAY ? take_array(r, depth) : take_scalar(r, type);
}

/* Passes by an array: its length instead of it. */
static json_t *take_length(reader *r)
{
    uint64_t type, count;
    if (!take_array_head(r, &type, &count)) return NULL;
    const unsigned char *numbers;
    const char *text;
    size_t n, bytes = element_bytes(type);
    bool ok = !bytes || take(r, count * bytes, &numbers);
    for (uint64_t i = 0; ok && !bytes && i < count; i++) {
        json_t *value = type == TYPE_TEXT ? NULL : take_value(r, (uint32_t)type, 1);
        ok = value || (type == TYPE_TEXT && take_text(r, &text, &n));
        json_decref(value);
    }
    return ok ? json_integer((json_int_t)count) : NULL;
}

/* `whole`: with the arrays of the tokenizer's vocabulary, else their lengths. */
static bool read_pairs(reader *r, gb_arena *keys, uint64_t count, bool whole, json_t *out)
{
    static const char prefix[] = "tokenizer.";
    for (uint64_t i = 0; i < count; i++) {
        uint64_t type;
        char *key = take_name(r, keys);
        if (!key || !take_number(r, 4, &type)) return false;
        bool passes = !whole && type == TYPE_ARRAY && strncmp(key, prefix, sizeof prefix - 1) == 0;
        json_t *value = passes ? take_length(r) : take_value(r, (uint32_t)type, 0);
        if (!value) {
            gb_error_context(r->err, "'%s'", key);
            return false;
        }
        if (json_object_get(out, key)) {
            json_decref(value);
            return gb_fail(r->err, GB_ERR_VALUE, "the key '%s' is there twice", key);
        }
        if (json_object_set_new(out, key, value))
            return gb_fail(r->err, GB_ERR_MEMORY, "out of memory while reading metadata");
    }
    return true;
}

/* --- tensors ------------------------------------------------------------------------------------
 */

static bool take_shape(reader *r, gb_weight *info)
{
    uint64_t rank, size;
    if (!take_number(r, 4, &rank)) return false;
    if (rank > MAX_RANK)
        return gb_fail(r->err, GB_ERR_VALUE, "%" PRIu64 " dimensions; at most %d are allowed", rank,
                       MAX_RANK);
    info->rank = (int)rank;
    for (int i = info->rank - 1; i >= 0; i--) { /* innermost first in the file */
        if (!take_number(r, 8, &size)) return false;
        if (size > INT64_MAX) return gb_fail(r->err, GB_ERR_VALUE, "a dimension of %" PRIu64, size);
        info->shape[i] = (int64_t)size;
    }
    return true;
}

/* One tensor; its offset is relative to the data until place_tensors. */
static bool take_tensor(reader *r, gb_weight_entry *e)
{
    uint64_t type;
    if (!take_shape(r, &e->info) || !take_number(r, 4, &type) || !take_number(r, 8, &e->offset))
        return false;
    e->type = gb_stored_type_numbered((uint32_t)type);
    if (!e->type)
        return gb_fail(r->err, GB_ERR_NOT_IMPLEMENTED,
                       "it is stored as GGUF type %" PRIu64
                       ", which Glassbox cannot read; F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1 "
                       "and Q2_K to Q6_K can be",
                       type);
    if (!gb_stored_bytes(e->type, e->info.rank, e->info.shape, &e->info.bytes))
        return gb_fail(r->err, GB_ERR_VALUE,
                       "its shape is larger than any memory, or its rows are no whole number of "
                       "%s blocks of %" PRIu32,
                       e->type->name, e->type->block);
    return true;
}

static bool read_tensors(reader *r, gb_weights *w, uint64_t count)
{
    for (uint64_t i = 0; i < count; i++) {
        gb_weight_entry e = {.mapping = w->mappings[0]};
        char *name = take_name(r, &w->arena);
        if (!name) return false;
        if (!take_tensor(r, &e)) {
            gb_error_context(r->err, "tensor '%s'", name);
            return false;
        }
        if (!gb_weights_add(w, name, &e, r->err)) return false;
    }
    return true;
}

static int by_offset(const void *a, const void *b)
{
    const gb_weight_entry *const *x = a, *const *y = b;
    if ((*x)->offset != (*y)->offset) return (*x)->offset < (*y)->offset ? -1 : 1;
    return ((*x)->info.bytes > (*y)->info.bytes) - ((*x)->info.bytes < (*y)->info.bytes);
}

/* `sorted` entries may neither overlap nor leave the file. */
static bool check_places(gb_weight_entry **sorted, size_t count, uint64_t size, gb_error *err)
{
    uint64_t end = 0;
    for (size_t i = 0; i < count; i++) {
        const gb_weight_entry *e = sorted[i];
        if (e->info.bytes && e->offset < end)
            return gb_fail(err, GB_ERR_VALUE, "tensor '%s' overlaps the one before it",
                           e->info.name);
        if (e->offset > size || e->info.bytes > size - e->offset)
            return gb_fail(err, GB_ERR_VALUE,
                           "tensor '%s' wants %" PRIu64 " bytes at %" PRIu64
                           " of the data, but only %" PRIu64 " are there (is the file truncated?)",
                           e->info.name, e->info.bytes, e->offset, size);
        end = e->offset + e->info.bytes;
    }
    return true;
}

/* Checks where the tensors are and counts offsets from the start of the file. */
static bool place_tensors(gb_weights *w, uint64_t start, uint64_t size, gb_error *err)
{
    gb_weight_entry **sorted = gb_alloc(w->count * sizeof *sorted, err);
    if (!sorted) return false;
    for (size_t i = 0; i < w->count; i++)
        sorted[i] = &w->entries[i];
    qsort(sorted, w->count, sizeof *sorted, by_offset);
    bool ok = check_places(sorted, w->count, size, err);
    gb_free(sorted);
    for (size_t i = 0; ok && i < w->count; i++)
        w->entries[i].offset += start;
    return ok;
}

/* Rounds the end of the header up; false when the file says something absurd. */
static bool align(reader *r, const gb_weights *w, size_t *start)
{
    int64_t alignment = gb_json_int_or(w->metadata, "general.alignment", 32);
    if (alignment < 1 || alignment > MAX_ALIGNMENT || (alignment & (alignment - 1)))
        return gb_fail(r->err, GB_ERR_VALUE,
                       "'general.alignment' is %" PRId64 ", which is no power of two", alignment);
    *start = (r->at + (size_t)alignment - 1) & ~((size_t)alignment - 1);
    if (*start > r->size) *start = r->size;
    for (size_t i = 0; i < w->count; i++)
        if (w->entries[i].offset % (uint64_t)alignment)
            return gb_fail(r->err, GB_ERR_VALUE,
                           "tensor '%s' begins at byte %" PRIu64
                           " of the data, which is no multiple of %" PRId64,
                           w->entries[i].info.name, w->entries[i].offset, alignment);
    return true;
}

static bool read_counts(reader *r, uint64_t *tensors, uint64_t *pairs)
{
    const unsigned char *magic = NULL;
    uint64_t version;
    if (!take(r, 4, &magic)) return false;
    if (memcmp(magic, "GGUF", 4) != 0)
        return gb_fail(r->err, GB_ERR_VALUE, "not a GGUF file (it does not begin with 'GGUF')");
    if (!take_number(r, 4, &version)) return false;
    if (version != 2 && version != 3)
        return gb_fail(r->err, GB_ERR_VALUE,
                       "GGUF version %" PRIu64 "; versions 2 and 3 (little-endian) can be read",
                       version);
    if (!take_number(r, 8, tensors) || !take_number(r, 8, pairs)) return false;
    size_t left = r->size - r->at;
    if (*pairs > left / SMALLEST_PAIR || *tensors > left / SMALLEST_TENSOR)
        return gb_fail(r->err, GB_ERR_VALUE,
                       "%" PRIu64 " tensors and %" PRIu64 " pairs are promised, %zu bytes follow",
                       *tensors, *pairs, left);
    return true;
}

bool gb_gguf_open(gb_weights *w, const char *path, gb_error *err)
{
    uint64_t tensors = 0, pairs = 0;
    size_t start = 0;
    gb_mapping *mapping = gb_weights_map(w, path, err);
    if (!mapping) return false;
    w->format = GB_FORMAT_GGUF;
    reader r = {gb_mapping_data(mapping), 0, gb_mapping_size(mapping), err};
    if (!read_counts(&r, &tensors, &pairs) ||
        !read_pairs(&r, &w->arena, pairs, false, w->metadata) || !read_tensors(&r, w, tensors) ||
        !align(&r, w, &start) || !place_tensors(w, start, r.size - start, err))
        return false;
    gb_mapping_forget(mapping, 0, start);
    w->config = gb_gguf_config(w->metadata, w, err);
    return w->config && gb_gguf_rename(w, err);
}

json_t *gb_gguf_metadata(gb_weights *w, gb_error *err)
{
    uint64_t tensors = 0, pairs = 0;
    gb_arena keys = {0};
    gb_mapping *mapping = w->mappings[0];
    reader r = {gb_mapping_data(mapping), 0, gb_mapping_size(mapping), err};
    json_t *out = json_object();
    bool ok = out || gb_fail(err, GB_ERR_MEMORY, "out of memory while reading metadata");
    ok = ok && read_counts(&r, &tensors, &pairs) && read_pairs(&r, &keys, pairs, true, out);
    gb_mapping_forget(mapping, 0, r.at);
    gb_arena_release(&keys);
    if (ok) return out;
    json_decref(out);
    return NULL;
}
