/* What the C++ files of this folder share: the handle is the TensorImpl itself, and the one guard
 * that turns exceptions into a gb_error. Nothing outside the .cpp files here includes this. */
#ifndef GB_TENSOR_TORCH_HPP
#define GB_TENSOR_TORCH_HPP

#include <ATen/ATen.h>

extern "C" {
#include "graph/tensor/autograd.h"
#include "graph/tensor/tensor.h"
}

namespace gb {

inline c10::TensorImpl *impl(const gb_tensor *t)
{
    return reinterpret_cast<c10::TensorImpl *>(const_cast<gb_tensor *>(t));
}

/* One more reference, as ATen's value type. NULL is the undefined tensor. */
inline at::Tensor tensor(const gb_tensor *t)
{
    if (!t) return at::Tensor();
    return at::Tensor(
        c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(impl(t)));
}

/* Hands the reference over to a handle; undefined is NULL. */
inline gb_tensor *handle(at::Tensor t)
{
    if (!t.defined()) return nullptr;
    return reinterpret_cast<gb_tensor *>(t.unsafeReleaseTensorImpl());
}

inline c10::GeneratorImpl *impl(const gb_generator *g)
{
    return reinterpret_cast<c10::GeneratorImpl *>(const_cast<gb_generator *>(g));
}
inline at::Generator generator(const gb_generator *g)
{
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(impl(g)));
}
inline gb_generator *handle(const at::Generator &g)
{
    return reinterpret_cast<gb_generator *>(at::Generator(g).unsafeReleaseGeneratorImpl());
}

at::ScalarType scalar_type(gb_dtype dtype);
gb_dtype dtype(at::ScalarType type);
c10::Device device(gb_device device);
gb_device device(c10::Device device);

/* Makes libtorch take the memory of small tensors from blocks kept for it (small_block.cpp). */
void keep_small_blocks();

/* An error on its way through C++ code that only knows exceptions. */
struct failure {
    gb_error error;
};

/* Fills err with the exception being handled. */
void fail(gb_error *err);

/* Runs f; an exception becomes the error and an empty result. */
template <class F> auto guard(gb_error *err, F f) -> decltype(f())
{
    try {
        return f();
    } catch (...) {
        fail(err);
        return {};
    }
}

} // namespace gb

#endif
