/* What a PRINT node shows, as text: a server sends text, not tensors. */
#ifndef GB_SHARE_PRINT_TEXT_H
#define GB_SHARE_PRINT_TEXT_H

#include "graph/tensor/print.h"

/* Appends the pieces one after another: texts as they are, everything else as Python's str. */
bool gb_print_text(const gb_arg *values, size_t count, const gb_print_options *options,
                   gb_buffer *out, gb_error *err) GB_MUST_CHECK;

#endif
