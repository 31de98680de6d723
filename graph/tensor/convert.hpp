/* gb_args to the values of C++ and back, for the two ways of calling: boxed (dispatch.cpp) and
 * typed (typed.cpp). What a parameter cannot take throws gb::failure with TypeError. */
#ifndef GB_TENSOR_CONVERT_HPP
#define GB_TENSOR_CONVERT_HPP

#include "graph/tensor/torch.hpp"

extern "C" {
#include "graph/tensor/op.h"
}

#include <ATen/core/ivalue.h>

namespace gb {

[[noreturn]] void fail_type(const char *format, const char *a, const char *b = "",
                            const char *c = "", const char *d = "");
/* Throws the error unless ok. */
void check(bool ok, const gb_error &error);

at::Tensor to_tensor(const gb_param *p, const gb_arg &a); /* a number becomes one of 0 dimensions */
at::Scalar to_scalar(const gb_param *p, const gb_arg &a);
int64_t to_int(const gb_param *p, const gb_arg &a);
double to_float(const gb_param *p, const gb_arg &a);
bool to_bool(const gb_param *p, const gb_arg &a);
int64_t to_dtype(const gb_param *p, const gb_arg &a); /* an at::ScalarType */
c10::IValue to_ivalue(const gb_param *p, const gb_arg &a);

/* An owned argument of a result. */
gb_arg from_ivalue(const c10::IValue &v);
/* The same of the default value of a parameter, whose type tells dtypes and names from ints. */
gb_arg from_default(const gb_param *p, const c10::IValue &v);

} // namespace gb

#endif
