/* Which view suits which type. See view.h. */
#include "kernel/view.h"

#include "kernel/lang/torch/tensor.h"

const gb_view_row gb_view_rows[] = {
    {&gb_tensor_spec, gb_view_tensor},
    {0},
};
