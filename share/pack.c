/* A document and tensors as one safetensors file. See pack.h. */
#include "share/pack.h"

#include "graph/base/memory.h"

#include <stdio.h>
#include <string.h>

static const char document_key[] = "glassbox";

/* --- writing ---------------------------------------------------------------------------------- */

const char *gb_pack_add(gb_pack_writer *w, gb_tensor *tensor, gb_error *err)
{
    const char *address = (const char *)&tensor;
    size_t seen = (size_t)gb_map_get_n(&w->seen, address, sizeof tensor);
    if (seen) return w->tensors[seen - 1].name;
    char name[32];
    snprintf(name, sizeof name, "t%zu", w->count);
    if (!gb_grow(&w->tensors, &w->capacity, w->count + 1, sizeof *w->tensors, err)) return NULL;
    gb_named_tensor *slot = &w->tensors[w->count];
    slot->name = gb_strdup(name, err);
    if (!slot->name) return NULL;
    slot->tensor = gb_tensor_ref(tensor);
    w->count++;
    w->bytes += (int64_t)gb_tensor_bytes(tensor);
    if (!gb_map_put_n(&w->seen, address, sizeof tensor, (void *)w->count, err)) return NULL;
    return slot->name;
}

void gb_pack_writer_release(gb_pack_writer *w)
{
    for (size_t i = 0; i < w->count; i++) {
        gb_free((char *)w->tensors[i].name);
        gb_tensor_unref(w->tensors[i].tensor);
    }
    gb_free(w->tensors);
    gb_map_release(&w->seen);
    *w = (gb_pack_writer)GB_PACK_WRITER_INIT;
}

bool gb_pack_write(const gb_pack_writer *w, const json_t *document, gb_buffer *out, gb_error *err)
{
    gb_buffer plain = GB_BUFFER_INIT;
    char *text = gb_json_text(document, false, err);
    json_t *metadata = text ? json_pack("{s:s}", document_key, text) : NULL;
    bool ok = metadata || gb_fail(err, GB_ERR_MEMORY, "out of memory for a document");
    ok = ok && gb_safetensors_write(w->tensors, w->count, metadata, &plain, err) &&
         gb_buffer_ok(&plain, err) && gb_compress(plain.data, plain.size, out, err);
    json_decref(metadata);
    gb_free(text);
    gb_buffer_release(&plain);
    return ok;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool is_zstd(const unsigned char *bytes, size_t n)
{
    static const unsigned char magic[] = {0x28, 0xb5, 0x2f, 0xfd};
    return n >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0;
}

/* A safetensors file begins with a length of eight bytes, the last of which is zero. */
static bool is_json(const unsigned char *bytes, size_t n)
{
    return n > 0 && strchr("{ \t\r\n", bytes[0]) && bytes[0] && !(n >= 8 && bytes[7] == 0);
}

static bool index_names(gb_pack *pack, gb_error *err)
{
    size_t count = gb_safetensors_count(pack->file);
    pack->tensors = gb_calloc(count + 1, sizeof(gb_tensor *), err);
    if (!pack->tensors) return false;
    for (size_t i = 0; i < count; i++)
        if (!gb_map_put(&pack->names, gb_safetensors_name(pack->file, i), (void *)(i + 1), err))
            return false;
    return true;
}

static bool read_document(gb_pack *pack, const char *text, size_t n, gb_error *err)
{
    pack->document = gb_json_parse(text, n, "the document", err);
    return pack->document && (json_is_object(pack->document) ||
                              gb_fail(err, GB_ERR_VALUE, "the document is not a JSON object"));
}

static bool read_plain(gb_pack *pack, const char *bytes, size_t n, gb_error *err)
{
    if (is_json((const unsigned char *)bytes, n)) return read_document(pack, bytes, n, err);
    pack->file = gb_safetensors_parse(bytes, n, err);
    if (!pack->file) return false;
    const json_t *text = json_object_get(gb_safetensors_metadata(pack->file), document_key);
    if (!json_is_string(text))
        return gb_fail(err, GB_ERR_VALUE,
                       "a safetensors file without a text '%s' in its __metadata__", document_key);
    return read_document(pack, json_string_value(text), json_string_length(text), err) &&
           index_names(pack, err);
}

bool gb_pack_read(const void *bytes, size_t n, size_t limit, gb_pack *out, bool *too_large,
                  gb_error *err)
{
    *out = (gb_pack){0};
    if (too_large) *too_large = false;
    gb_buffer plain = GB_BUFFER_INIT;
    bool ok;
    if (is_zstd(bytes, n)) {
        ok = gb_decompress(bytes, n, limit, &plain, too_large, err) &&
             read_plain(out, plain.data ? plain.data : "", plain.size, err);
    } else {
        ok = n <= limit || gb_fail(err, GB_ERR_VALUE, "it has more than %zu bytes", limit);
        if (!ok && too_large) *too_large = true;
        ok = ok && read_plain(out, bytes, n, err);
    }
    gb_buffer_release(&plain);
    if (!ok) gb_pack_release(out);
    return ok;
}

gb_tensor *gb_pack_tensor(gb_pack *pack, const char *name, gb_error *err)
{
    size_t found = (size_t)gb_map_get(&pack->names, name);
    if (!found) {
        (void)gb_fail(err, GB_ERR_VALUE, "no tensor '%s' came along", name);
        return NULL;
    }
    gb_tensor **slot = &pack->tensors[found - 1];
    if (!*slot) *slot = gb_safetensors_tensor(pack->file, found - 1, err);
    return *slot;
}

void gb_pack_release(gb_pack *pack)
{
    for (size_t i = 0; pack->tensors && i < gb_safetensors_count(pack->file); i++)
        gb_tensor_unref(pack->tensors[i]);
    gb_free(pack->tensors);
    gb_map_release(&pack->names);
    gb_safetensors_free(pack->file);
    json_decref(pack->document);
    *pack = (gb_pack){0};
}
