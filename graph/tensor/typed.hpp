/* Calls without boxing. Overloads whose schema has one of the forms of typed.cpp ("two tensors and
 * a number give a tensor") go through the dispatcher's typed handle: no stack of IValues is made,
 * and arguments are lent, not counted. That saves a small operator about a tenth of its time; what
 * is computed is the same. */
#ifndef GB_TENSOR_TYPED_HPP
#define GB_TENSOR_TYPED_HPP

#include "graph/tensor/convert.hpp"

extern "C" {
#include "graph/tensor/overload.h"
}

#include <ATen/core/dispatch/Dispatcher.h>

namespace gb {

struct typed_call {
    virtual ~typed_call() = default;
    /* Calls with args[0 .. count) and the defaults of the parameters after them. The result is
     * owned; errors are thrown. */
    virtual gb_tensor *call(const gb_param *params, const gb_arg *args, size_t count) const = 0;
};

/* The typed call of an overload, NULL if its schema has none of the forms. It lives as long as the
 * process. */
const typed_call *typed_call_new(const gb_overload *overload, const c10::OperatorHandle &handle);

} // namespace gb

#endif
