/* The header of safetensors: every field is hostile until it was checked against the bytes that are
 * there. See safetensors_header.h. */
#include "graph/weights/safetensors_header.h"

#include "graph/base/memory.h"
#include "graph/weights/safetensors.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static uint64_t little_endian_64(const unsigned char *p)
{
    uint64_t x = 0;
    for (int i = 7; i >= 0; i--)
        x = x << 8 | p[i];
    return x;
}

static bool read_shape(const json_t *value, gb_header_entry *e, gb_error *err)
{
    if (!json_is_array(value)) return gb_fail(err, GB_ERR_VALUE, "'shape' is not a list");
    if (json_array_size(value) > GB_WEIGHT_MAX_RANK)
        return gb_fail(err, GB_ERR_VALUE, "%zu dimensions; at most %d are supported",
                       json_array_size(value), GB_WEIGHT_MAX_RANK);
    e->rank = (int)json_array_size(value);
    for (int i = 0; i < e->rank; i++) {
        const json_t *size = json_array_get(value, (size_t)i);
        if (!json_is_integer(size) || json_integer_value(size) < 0)
            return gb_fail(err, GB_ERR_VALUE, "'shape' holds something that is not a size");
        e->shape[i] = json_integer_value(size);
    }
    return true;
}

static bool read_range(const json_t *value, gb_header_entry *e, gb_error *err)
{
    const json_t *begin = json_array_get(value, 0), *end = json_array_get(value, 1);
    if (json_array_size(value) != 2 || !json_is_integer(begin) || !json_is_integer(end) ||
        json_integer_value(begin) < 0 || json_integer_value(end) < json_integer_value(begin))
        return gb_fail(err, GB_ERR_VALUE, "'data_offsets' is not a range [begin, end)");
    e->begin = (uint64_t)json_integer_value(begin);
    e->end = (uint64_t)json_integer_value(end);
    return true;
}

/* One member of the header. Ranges are checked against each other later. */
static bool read_entry(const json_t *value, gb_header_entry *e, gb_error *err)
{
    const char *dtype;
    if (!json_is_object(value)) return gb_fail(err, GB_ERR_VALUE, "its entry is not an object");
    if (!gb_json_string(value, "dtype", &dtype, err)) return false;
    e->type = gb_stored_type_named(dtype);
    if (!e->type) return gb_fail(err, GB_ERR_VALUE, "unknown dtype '%s'", dtype);
    if (!read_shape(json_object_get(value, "shape"), e, err) ||
        !read_range(json_object_get(value, "data_offsets"), e, err))
        return false;
    uint64_t wanted;
    if (!gb_stored_bytes(e->type, e->rank, e->shape, &wanted))
        return gb_fail(err, GB_ERR_VALUE, "its shape is larger than any memory");
    if (wanted != e->end - e->begin)
        return gb_fail(err, GB_ERR_VALUE,
                       "its shape and dtype take %" PRIu64 " bytes, its range holds %" PRIu64,
                       wanted, e->end - e->begin);
    return true;
}

static int by_place(const void *a, const void *b)
{
    const gb_header_entry *x = a, *y = b;
    if (x->begin != y->begin) return x->begin < y->begin ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

/* Ranges must follow each other without gap or overlap and end with the file. Afterwards they are
 * counted from the start of the file. */
static bool place_entries(gb_safetensors_header *h, uint64_t start, uint64_t size, gb_error *err)
{
    uint64_t at = 0;
    qsort(h->entries, h->count, sizeof *h->entries, by_place);
    for (size_t i = 0; i < h->count; i++) {
        gb_header_entry *e = &h->entries[i];
        if (e->begin != at)
            return gb_fail(err, GB_ERR_VALUE,
                           "tensor '%s' begins at byte %" PRIu64 " of the data, where %s", e->name,
                           e->begin, e->begin < at ? "another tensor is" : "a gap is left");
        at = e->end;
        if (at > size)
            return gb_fail(err, GB_ERR_VALUE,
                           "tensor '%s' ends at byte %" PRIu64 " of the data, but only %" PRIu64
                           " bytes are there (is the file truncated?)",
                           e->name, at, size);
        e->begin += start;
        e->end += start;
    }
    if (at != size)
        return gb_fail(err, GB_ERR_VALUE, "%" PRIu64 " bytes follow the last tensor", size - at);
    return true;
}

static bool check_metadata(const json_t *metadata, gb_error *err)
{
    const char *key;
    json_t *value;
    if (!json_is_object(metadata))
        return gb_fail(err, GB_ERR_VALUE, "'__metadata__' is not an object");
    json_object_foreach((json_t *)metadata, key, value)
    {
        if (!json_is_string(value))
            return gb_fail(err, GB_ERR_VALUE, "'__metadata__' holds no text at '%s'", key);
    }
    return true;
}

static bool read_entries(gb_safetensors_header *h, gb_error *err)
{
    size_t members = json_object_size(h->json);
    if (members > GB_SAFETENSORS_MAX_TENSORS)
        return gb_fail(err, GB_ERR_VALUE, "%zu tensors; at most %d are read", members,
                       GB_SAFETENSORS_MAX_TENSORS);
    if (!(h->entries = gb_calloc(members, sizeof *h->entries, err))) return false;
    const char *name;
    json_t *value;
    json_object_foreach(h->json, name, value)
    {
        if (strcmp(name, "__metadata__") == 0) {
            if (!check_metadata(value, err)) return false;
            h->metadata = value;
            continue;
        }
        gb_header_entry *e = &h->entries[h->count++];
        e->name = name;
        if (!read_entry(value, e, err)) {
            gb_error_context(err, "tensor '%s'", name);
            return false;
        }
    }
    return true;
}

bool gb_safetensors_header_parse(const void *bytes, size_t n, gb_safetensors_header *out,
                                 gb_error *err)
{
    *out = (gb_safetensors_header){0};
    if (n < 8) return gb_fail(err, GB_ERR_VALUE, "%zu bytes are too few for a safetensors file", n);
    uint64_t header = little_endian_64(bytes);
    if (header > GB_SAFETENSORS_MAX_HEADER)
        return gb_fail(err, GB_ERR_VALUE,
                       "a header of %" PRIu64 " bytes; at most %d are read (is this safetensors?)",
                       header, GB_SAFETENSORS_MAX_HEADER);
    if (header > n - 8)
        return gb_fail(err, GB_ERR_VALUE,
                       "a header of %" PRIu64 " bytes is promised, %zu bytes follow", header,
                       n - 8);
    const char *text = (const char *)bytes + 8;
    if (!(out->json = gb_json_parse(text, (size_t)header, "header", err))) return false;
    bool ok =
        json_is_object(out->json) || gb_fail(err, GB_ERR_VALUE, "the header is not a JSON object");
    ok = ok && read_entries(out, err) && place_entries(out, 8 + header, n - 8 - header, err);
    if (!ok) gb_safetensors_header_release(out);
    return ok;
}

void gb_safetensors_header_release(gb_safetensors_header *header)
{
    gb_free(header->entries);
    json_decref(header->json);
    *header = (gb_safetensors_header){0};
}
