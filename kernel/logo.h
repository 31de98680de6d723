/* The kernel's picture in Jupyter's launcher: drawn, not stored. */
#ifndef GB_KERNEL_LOGO_H
#define GB_KERNEL_LOGO_H

#include "graph/base/error.h"

/* Writes a square PNG of `pixels` width to a file. OSError when it cannot be written. */
bool gb_logo_write(const char *path, int pixels, gb_error *err) GB_MUST_CHECK;

/* The same picture as SVG. */
bool gb_logo_write_svg(const char *path, int pixels, gb_error *err) GB_MUST_CHECK;

#endif
