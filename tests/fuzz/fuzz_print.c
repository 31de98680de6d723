/* Tensors of any dtype, shape and bits, printed with any options. */
#include "tests/fuzz/bytes.h"

#include "graph/tensor/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bytes b = {data, size};
    gb_error err = GB_ERROR_INIT;
    gb_buffer out = GB_BUFFER_INIT;
    gb_print_options options = {.precision = next_byte(&b) % 24,
                                .threshold = next_byte(&b),
                                .edge_items = next_byte(&b) % 6,
                                .linewidth = next_byte(&b),
                                .sci_mode = (gb_sci_mode)(next_byte(&b) % (GB_SCI_OFF + 1))};
    gb_tensor *t = next_tensor(&b, 5);
    if (t) (void)!gb_tensor_print(&out, t, &options, &err);
    gb_tensor_unref(t);
    gb_buffer_release(&out);
    return 0;
}
