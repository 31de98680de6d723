/* Safetensors in memory: writer and reader. See safetensors.h. */
#include "graph/weights/safetensors.h"

#include "graph/base/file.h"
#include "graph/base/map.h"
#include "graph/base/memory.h"
#include "graph/weights/safetensors_header.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* --- writing ------------------------------------------------------------------------------------
 */

/* JSON of one tensor; NULL with an error. */
static json_t *entry_of(const gb_named_tensor *t, uint64_t begin, gb_error *err)
{
    const char *dtype = gb_dtype_file_name(gb_tensor_dtype(t->tensor));
    if (!dtype[0] || !gb_stored_type_named(dtype)) {
        gb_fail(err, GB_ERR_VALUE, "tensor '%s': safetensors has no dtype %s", t->name,
                gb_dtype_name(gb_tensor_dtype(t->tensor)));
        return NULL;
    }
    json_t *shape = json_array();
    for (int64_t i = 0; shape && i < gb_tensor_dim(t->tensor); i++)
        if (json_array_append_new(shape, json_integer(gb_tensor_size(t->tensor, i)))) break;
    json_int_t end = (json_int_t)(begin + gb_tensor_bytes(t->tensor));
    json_t *entry = json_pack("{s:s, s:o, s:[I, I]}", "dtype", dtype, "shape", shape,
                              "data_offsets", (json_int_t)begin, end);
    if (!entry) gb_fail(err, GB_ERR_MEMORY, "out of memory while writing safetensors");
    return entry;
}

static bool add_header_entry(json_t *header, const gb_named_tensor *t, uint64_t *at, gb_error *err)
{
    if (json_object_get(header, t->name) || strcmp(t->name, "__metadata__") == 0)
        return gb_fail(err, GB_ERR_VALUE, "the name '%s' is used twice", t->name);
    json_t *entry = entry_of(t, *at, err);
    if (!entry) return false;
    *at += gb_tensor_bytes(t->tensor);
    if (json_object_set_new(header, t->name, entry))
        return gb_fail(err, GB_ERR_VALUE, "the name of a tensor is not UTF-8");
    return true;
}

/* The header's text, padded with spaces so that the data begin at a multiple of 8. */
static char *header_text(const gb_named_tensor *tensors, size_t count, const json_t *metadata,
                         size_t *size, gb_error *err)
{
    json_t *header = json_object();
    uint64_t at = 0;
    bool ok = header || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing safetensors");
    for (size_t i = 0; ok && i < count; i++)
        ok = add_header_entry(header, &tensors[i], &at, err);
    if (ok && metadata && json_object_set(header, "__metadata__", (json_t *)metadata))
        ok = gb_fail(err, GB_ERR_MEMORY, "out of memory while writing safetensors");
    char *text = ok ? gb_json_text(header, false, err) : NULL;
    json_decref(header);
    if (!text) return NULL;
    size_t n = strlen(text);
    *size = (n + 7) & ~(size_t)7;
    char *padded = gb_alloc(*size + 1, err);
    if (padded) {
        memset(padded, ' ', *size);
        memcpy(padded, text, n);
        padded[*size] = '\0';
    }
    gb_free(text);
    return padded;
}

static bool put_data(const gb_tensor *t, gb_buffer *out, gb_error *err)
{
    gb_tensor *cpu = gb_tensor_cpu(t, err);
    gb_tensor *packed = cpu ? gb_tensor_contiguous(cpu, err) : NULL;
    if (packed && gb_tensor_bytes(packed))
        gb_buffer_put(out, gb_tensor_data(packed), gb_tensor_bytes(packed));
    bool ok = packed != NULL;
    gb_tensor_unref(packed);
    gb_tensor_unref(cpu);
    return ok;
}

bool gb_safetensors_write(const gb_named_tensor *tensors, size_t count, const json_t *metadata,
                          gb_buffer *out, gb_error *err)
{
    size_t n;
    char *header = header_text(tensors, count, metadata, &n, err);
    if (!header) return false;
    for (int i = 0; i < 8; i++)
        gb_buffer_char(out, (char)(n >> (8 * i) & 0xFF));
    gb_buffer_put(out, header, n);
    gb_free(header);
    for (size_t i = 0; i < count; i++)
        if (!put_data(tensors[i].tensor, out, err)) return false;
    return gb_buffer_ok(out, err);
}

bool gb_safetensors_save(const char *path, const gb_named_tensor *tensors, size_t count,
                         const json_t *metadata, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = gb_safetensors_write(tensors, count, metadata, &b, err) &&
              gb_file_write(path, b.data, b.size, err);
    gb_buffer_release(&b);
    return ok;
}

/* --- reading ------------------------------------------------------------------------------------
 */

struct gb_safetensors {
    gb_safetensors_header header;
    json_t *metadata;
    unsigned char *bytes;
};

gb_safetensors *gb_safetensors_parse(const void *bytes, size_t n, gb_error *err)
{
    gb_safetensors *s = gb_calloc(1, sizeof *s, err);
    if (!s || !gb_safetensors_header_parse(bytes, n, &s->header, err)) {
        gb_free(s);
        return NULL;
    }
    s->metadata = s->header.metadata ? json_incref(s->header.metadata) : json_object();
    s->bytes = gb_alloc(n, err);
    if (s->bytes && s->metadata) {
        memcpy(s->bytes, bytes, n);
        return s;
    }
    gb_fail(err, GB_ERR_MEMORY, "out of memory while reading safetensors");
    gb_safetensors_free(s);
    return NULL;
}

void gb_safetensors_free(gb_safetensors *s)
{
    if (!s) return;
    json_decref(s->metadata);
    gb_safetensors_header_release(&s->header);
    gb_free(s->bytes);
    gb_free(s);
}

size_t gb_safetensors_count(const gb_safetensors *s)
{
    return s->header.count;
}

const char *gb_safetensors_name(const gb_safetensors *s, size_t i)
{
    return s->header.entries[i].name;
}

const json_t *gb_safetensors_metadata(const gb_safetensors *s)
{
    return s->metadata;
}

gb_tensor *gb_safetensors_tensor(const gb_safetensors *s, size_t i, gb_error *err)
{
    const gb_header_entry *e = &s->header.entries[i];
    return gb_tensor_from_data(s->bytes + e->begin, e->type->dtype, e->shape, (size_t)e->rank, err);
}
