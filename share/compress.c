/* zstd with bounds: the window and the output, whatever a frame's header says. See pack.h. */
#include "share/pack.h"

#include <zstd.h>

enum {
    LEVEL = 3,
    WINDOW_LOG = 24, /* the largest window that is accepted: 16 MiB */
    CHUNK = 1 << 18,
};

bool gb_compress(const void *bytes, size_t n, gb_buffer *out, gb_error *err)
{
    size_t room = ZSTD_compressBound(n);
    char *to = gb_buffer_reserve(out, room);
    if (!to) return gb_buffer_ok(out, err);
    size_t size = ZSTD_compress(to, room, bytes, n, LEVEL);
    if (ZSTD_isError(size)) return gb_fail(err, GB_ERR_MEMORY, "zstd: %s", ZSTD_getErrorName(size));
    out->size += size;
    out->data[out->size] = 0;
    return true;
}

/* One step of decompression; *left is what zstd still wants to see of the frame. */
static bool step(ZSTD_DCtx *context, ZSTD_inBuffer *in, size_t limit, gb_buffer *out, size_t *left,
                 gb_error *err)
{
    char *to = gb_buffer_reserve(out, CHUNK);
    if (!to) return gb_buffer_ok(out, err);
    /* one byte beyond the limit is enough to know that there is more */
    size_t room = limit - out->size + 1;
    ZSTD_outBuffer piece = {to, room < CHUNK ? room : CHUNK, 0};
    *left = ZSTD_decompressStream(context, &piece, in);
    if (ZSTD_isError(*left))
        return gb_fail(err, GB_ERR_VALUE, "zstd: %s", ZSTD_getErrorName(*left));
    out->size += piece.pos;
    out->data[out->size] = 0;
    return true;
}

bool gb_decompress(const void *bytes, size_t n, size_t limit, gb_buffer *out, bool *too_large,
                   gb_error *err)
{
    ZSTD_DCtx *context = ZSTD_createDCtx();
    if (!context) return gb_fail(err, GB_ERR_MEMORY, "out of memory for zstd");
    ZSTD_inBuffer in = {bytes, n, 0};
    size_t left = 1, start = out->size, full;
    bool ok = !ZSTD_isError(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, WINDOW_LOG));
    limit += start;
    do {
        full = out->size;
        ok = ok && step(context, &in, limit, out, &left, err);
        if (ok && out->size > limit) {
            if (too_large) *too_large = true;
            ok = gb_fail(err, GB_ERR_VALUE, "it holds more than %zu bytes once decompressed",
                         limit - start);
        }
    } while (ok && (in.pos < in.size || (left && out->size > full)));
    ZSTD_freeDCtx(context);
    return ok && (left == 0 || gb_fail(err, GB_ERR_VALUE, "zstd: the data end too early"));
}
