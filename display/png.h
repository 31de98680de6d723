/* PNG files: small ones. Pictures of few colours get a palette; others too when 256 colours are
 * close enough to be told apart by nobody, else 24 bits. */
#ifndef GB_DISPLAY_PNG_H
#define GB_DISPLAY_PNG_H

#include "graph/base/error.h"

/* Pixels as 0x00RRGGBB, row-major without gaps. */
typedef struct gb_pixels {
    const uint32_t *data;
    uint32_t width, height; /* both > 0 */
} gb_pixels;

/* The file's bytes, owned, gb_free; deterministic. */
unsigned char *gb_png_encode(const gb_pixels *pixels, size_t *size, gb_error *err) GB_MUST_CHECK;

#endif
