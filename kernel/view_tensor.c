/* A tensor as a card. See view.h. */
#include "kernel/view.h"

#include "display/card.h"
#include "graph/base/memory.h"
#include "kernel/lang/torch/tensor.h"

#include <string.h>

/* A card holds a copy of all elements as doubles while it is made; beyond this many only the shape
 * is shown. */
enum { MOST_ELEMENTS = 32 << 20 };

static double *copy_elements(const gb_tensor *tensor, gb_error *err)
{
    int64_t count = gb_tensor_numel(tensor);
    double *values = gb_calloc((size_t)count + 1, sizeof *values, err);
    if (values && !gb_tensor_read(tensor, 0, count, values, err)) {
        gb_free(values);
        return NULL;
    }
    return values;
}

static bool has_elements(const gb_tensor *tensor)
{
    return !gb_tensor_is_meta(tensor) && gb_tensor_numel(tensor) <= MOST_ELEMENTS &&
           gb_dtype_kind_of(gb_tensor_dtype(tensor)) != GB_KIND_COMPLEX;
}

bool gb_view_tensor(gb_session *session, gb_value value, const char *repr, gb_bundle *out,
                    gb_error *err)
{
    (void)session;
    const gb_tensor *tensor = gb_tensor_value_peek(value);
    int64_t rank = tensor ? gb_tensor_dim(tensor) : 0;
    if (!tensor || rank == 0 || rank > GB_ARRAY_RANK) return true;
    gb_card card = {.repr = repr,
                    .dtype = gb_dtype_name(gb_tensor_dtype(tensor)),
                    .bytes = gb_tensor_bytes(tensor),
                    .array = {.type = GB_ARRAY_DOUBLE, .rank = (size_t)rank}};
    for (int64_t i = 0; i < rank; i++)
        card.array.dims[i] = gb_tensor_sizes(tensor)[i];
    gb_buffer device = GB_BUFFER_INIT;
    gb_device_print(&device, gb_tensor_device(tensor));
    card.device = device.data;
    double *values = has_elements(tensor) ? copy_elements(tensor, err) : NULL;
    card.array.data = values;
    bool ok = gb_card_show(&card, out, err);
    gb_free(values);
    gb_buffer_release(&device);
    return ok;
}
