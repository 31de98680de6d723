/* Tensors as text, as PyTorch prints them. See print.h. */
#include "graph/tensor/print.h"

#include "graph/base/memory.h"

#include <string.h>

const gb_print_options gb_print_defaults = {
    .precision = 4, .threshold = 1000, .edge_items = 3, .linewidth = 80, .sci_mode = GB_SCI_AUTO};

bool gb_print_profile(const char *name, gb_print_options *options)
{
    *options = gb_print_defaults;
    if (!strcmp(name, "short")) {
        options->precision = 2;
        options->edge_items = 2;
    }
    if (!strcmp(name, "full")) options->threshold = INT64_MAX;
    return !strcmp(name, "default") || !strcmp(name, "short") || !strcmp(name, "full");
}

void gb_shape_print(gb_buffer *out, const int64_t *sizes, size_t dim)
{
    gb_buffer_text(out, "torch.Size([");
    for (size_t i = 0; i < dim; i++)
        gb_buffer_format(out, "%s%lld", i ? ", " : "", (long long)sizes[i]);
    gb_buffer_text(out, "])");
}

void gb_tensor_describe(gb_buffer *out, const gb_tensor *t)
{
    gb_buffer_format(out, "%s[", gb_dtype_name(gb_tensor_dtype(t)));
    for (int64_t i = 0; i < gb_tensor_dim(t); i++)
        gb_buffer_format(out, "%s%lld", i ? ", " : "", (long long)gb_tensor_sizes(t)[i]);
    gb_buffer_char(out, ']');
    if (gb_tensor_device(t).type == GB_CPU || gb_tensor_is_meta(t)) return;
    gb_buffer_char(out, ' ');
    gb_device_print(out, gb_tensor_device(t));
}

char *gb_tensor_repr(const gb_tensor *t, const gb_print_options *options, gb_error *err)
{
    gb_buffer out = GB_BUFFER_INIT;
    if (gb_tensor_print(&out, t, options, err)) return gb_buffer_take(&out, NULL, err);
    gb_buffer_release(&out);
    return NULL;
}
