/* How anything travels: a JSON document and named tensors, as one block of bytes.
 *
 * The block is a safetensors file whose `__metadata__` holds the document's text under "glassbox",
 * compressed by zstd. So any safetensors reader can open it. A document without tensors may also be
 * sent as plain JSON text, and either may be sent uncompressed; the reader tells them apart.
 * What the documents say is wire.h's business. */
#ifndef GB_SHARE_PACK_H
#define GB_SHARE_PACK_H

#include "graph/base/map.h"
#include "graph/weights/safetensors.h"

/* --- writing ---------------------------------------------------------------------------------- */

/* The tensors of a block that is being put together. */
typedef struct gb_pack_writer {
    gb_named_tensor *tensors; /* names owned, tensors referenced */
    size_t count, capacity;
    gb_map seen; /* address of the tensor → index + 1: the same one is sent once */
    int64_t bytes;
} gb_pack_writer;

#define GB_PACK_WRITER_INIT                                                                        \
    {                                                                                              \
        0                                                                                          \
    }

/* The name under which the tensor (borrowed) travels, valid until the release; NULL on failure. */
const char *gb_pack_add(gb_pack_writer *writer, gb_tensor *tensor, gb_error *err) GB_MUST_CHECK;

/* Appends the compressed block of `document` (borrowed) and the tensors added. */
bool gb_pack_write(const gb_pack_writer *writer, const json_t *document, gb_buffer *out,
                   gb_error *err) GB_MUST_CHECK;
void gb_pack_writer_release(gb_pack_writer *writer);

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct gb_pack {
    json_t *document;     /* owned, an object */
    gb_safetensors *file; /* owned; NULL: no tensors came */
    gb_tensor **tensors;  /* made when first asked for; owned */
    gb_map names;         /* name → index + 1 */
} gb_pack;

/* Reads a block; `limit` bounds its bytes once decompressed and is looked at while they come, so
 * what a header promises costs nothing. ValueError tells what is wrong with it. On failure there is
 * nothing to release, and *too_large (may be NULL) tells whether the limit was the reason. */
bool gb_pack_read(const void *bytes, size_t n, size_t limit, gb_pack *out, bool *too_large,
                  gb_error *err) GB_MUST_CHECK;

/* A tensor by its name, borrowed, the same one each time; ValueError when it did not come. */
gb_tensor *gb_pack_tensor(gb_pack *pack, const char *name, gb_error *err) GB_MUST_CHECK;
void gb_pack_release(gb_pack *pack);

/* --- zstd ------------------------------------------------------------------------------------- */

/* Appends the compressed bytes. */
bool gb_compress(const void *bytes, size_t n, gb_buffer *out, gb_error *err) GB_MUST_CHECK;

/* Appends what the frames in `bytes` hold. ValueError for what is no zstd, is cut short, or gives
 * more than `limit` bytes (then *too_large, which may be NULL). */
bool gb_decompress(const void *bytes, size_t n, size_t limit, gb_buffer *out, bool *too_large,
                   gb_error *err) GB_MUST_CHECK;

#endif
