/* Which view suits which type. See view.h. */
#include "kernel/view.h"

#include "kernel/lang/torch/tensor.h"
#include "kernel/picture.h"

const gb_view_row gb_view_rows[] = {
    {&gb_picture_spec, gb_view_picture},
    {&gb_tensor_spec, gb_view_vocabulary},
    {&gb_tensor_spec, gb_view_tensor},
    {0},
};
