/* The handle: references, facts, construction, reading, conversion. One ATen call a function. */
#include "graph/tensor/torch.hpp"

#include <ATen/EmptyTensor.h>
#include <c10/core/GradMode.h>

#include <cstring>
#include <memory>
#include <regex>

namespace gb {

static const at::ScalarType to_torch[GB_DTYPE_COUNT] = {
#define GB_DTYPE_ROW(id, name, alias, file_name, bytes, kind, torch) at::ScalarType::torch,
#include "graph/tensor/dtype.def"
#undef GB_DTYPE_ROW
};

at::ScalarType scalar_type(gb_dtype dtype)
{
    return dtype >= 0 && dtype < GB_DTYPE_COUNT ? to_torch[dtype] : at::ScalarType::Undefined;
}

gb_dtype dtype(at::ScalarType type)
{
    switch (type) {
#define GB_DTYPE_ROW(id, name, alias, file_name, bytes, kind, torch)                               \
    case at::ScalarType::torch:                                                                    \
        return GB_##id;
#include "graph/tensor/dtype.def"
#undef GB_DTYPE_ROW
    default: return GB_DTYPE_NONE;
    }
}

c10::Device device(gb_device d)
{
    c10::DeviceType type = d.type == GB_CUDA   ? c10::DeviceType::CUDA
                           : d.type == GB_META ? c10::DeviceType::Meta
                                               : c10::DeviceType::CPU;
    return c10::Device(type, static_cast<c10::DeviceIndex>(d.type == GB_CUDA ? d.index : -1));
}

gb_device device(c10::Device d)
{
    gb_device_type type = d.is_cpu()    ? GB_CPU
                          : d.is_cuda() ? GB_CUDA
                          : d.is_meta() ? GB_META
                                        : GB_DEVICE_NONE;
    return gb_device{static_cast<int16_t>(type),
                     static_cast<int16_t>(d.is_cuda() ? d.index() : -1)};
}

/* libtorch's names of tensor types as Python shows them: CPUFloatType is torch.FloatTensor. */
static std::string with_python_names(std::string text)
{
    static const std::regex type(
        "(CPU|CUDA)(Byte|Char|Short|Int|Long|Half|Float|Double|BFloat16|Bool|ComplexFloat|"
        "ComplexDouble)Type");
    if (text.find("Type") == std::string::npos) return text;
    text = std::regex_replace(text, type, "torch.$1.$2Tensor");
    return std::regex_replace(std::regex_replace(text, std::regex("torch\\.CPU\\."), "torch."),
                              std::regex("torch\\.CUDA\\."), "torch.cuda.");
}

/* A GPU asked of a libtorch that has none: PyTorch's Python refuses before the call. */
static bool lacks_cuda(const c10::Error &e)
{
    const std::string text = e.what_without_backtrace();
    return text.find("not linked with support for cuda") != std::string::npos ||
           (text.find("Could not run") == 0 && text.find("'CUDA' backend") != std::string::npos);
}

static void fail_at(gb_error *err, gb_error_class cls, const c10::Error &e)
{
    if (lacks_cuda(e)) {
        gb_fail(err, GB_ERR_ASSERTION, "Torch not compiled with CUDA enabled");
        return;
    }
    gb_fail(err, cls, "%s", with_python_names(e.what_without_backtrace()).c_str());
}

void fail(gb_error *err)
{
    try {
        throw;
    } catch (const failure &e) {
        if (err && err->cls == GB_ERR_NONE) *err = e.error;
    } catch (const c10::IndexError &e) {
        fail_at(err, GB_ERR_INDEX, e);
    } catch (const c10::ValueError &e) {
        fail_at(err, GB_ERR_VALUE, e);
    } catch (const c10::TypeError &e) {
        fail_at(err, GB_ERR_TYPE, e);
    } catch (const c10::NotImplementedError &e) {
        fail_at(err, GB_ERR_NOT_IMPLEMENTED, e);
    } catch (const c10::LinAlgError &e) {
        fail_at(err, GB_ERR_LINALG, e);
    } catch (const c10::Error &e) {
        fail_at(err, GB_ERR_RUNTIME, e);
    } catch (const std::bad_alloc &) {
        gb_fail(err, GB_ERR_MEMORY, "out of memory");
    } catch (const std::exception &e) {
        gb_fail(err, GB_ERR_RUNTIME, "%s", e.what());
    } catch (...) {
        gb_fail(err, GB_ERR_RUNTIME, "unknown failure inside libtorch");
    }
}

static at::TensorOptions options(gb_dtype dtype, gb_device dev)
{
    at::TensorOptions o;
    if (dtype != GB_DTYPE_NONE) o = o.dtype(scalar_type(dtype));
    if (dev.type != GB_DEVICE_NONE) o = o.device(device(dev));
    return o;
}

} // namespace gb

using gb::guard;
using gb::handle;
using gb::impl;

extern "C" {

/* --- references ------------------------------------------------------------------------------ */

gb_tensor *gb_tensor_ref(const gb_tensor *t)
{
    return handle(gb::tensor(t));
}

void gb_tensor_unref(gb_tensor *t)
{
    if (t) c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(t));
}

size_t gb_tensor_use_count(const gb_tensor *t)
{
    return c10::raw::intrusive_ptr::use_count(impl(t));
}

/* --- facts ------------------------------------------------------------------------------------ */

int64_t gb_tensor_dim(const gb_tensor *t)
{
    return impl(t)->dim();
}

int64_t gb_tensor_numel(const gb_tensor *t)
{
    return impl(t)->numel();
}

const int64_t *gb_tensor_sizes(const gb_tensor *t)
{
    return impl(t)->sizes().data();
}

const int64_t *gb_tensor_strides(const gb_tensor *t)
{
    return gb_tensor_is_strided(t) ? impl(t)->strides().data() : nullptr;
}

int64_t gb_tensor_size(const gb_tensor *t, int64_t dim)
{
    int64_t n = impl(t)->dim();
    if (dim < 0) dim += n;
    return dim < 0 || dim >= n ? -1 : impl(t)->sizes()[dim];
}

gb_dtype gb_tensor_dtype(const gb_tensor *t)
{
    return gb::dtype(impl(t)->dtype().toScalarType());
}

gb_device gb_tensor_device(const gb_tensor *t)
{
    return gb::device(impl(t)->device());
}

bool gb_tensor_is_meta(const gb_tensor *t)
{
    return impl(t)->is_meta();
}

bool gb_tensor_is_strided(const gb_tensor *t)
{
    return impl(t)->layout() == at::kStrided;
}

bool gb_tensor_is_contiguous(const gb_tensor *t)
{
    return gb_tensor_is_strided(t) && impl(t)->is_contiguous();
}

bool gb_tensor_same_shape(const gb_tensor *a, const gb_tensor *b)
{
    return impl(a)->sizes() == impl(b)->sizes();
}

size_t gb_tensor_element_size(const gb_tensor *t)
{
    return impl(t)->itemsize();
}

size_t gb_tensor_bytes(const gb_tensor *t)
{
    return static_cast<size_t>(impl(t)->numel()) * impl(t)->itemsize();
}

size_t gb_tensor_storage_bytes(const gb_tensor *t)
{
    return impl(t)->has_storage() ? impl(t)->storage().nbytes() : 0;
}

/* --- aliasing --------------------------------------------------------------------------------- */

const void *gb_tensor_storage_id(const gb_tensor *t)
{
    return impl(t)->has_storage() ? impl(t)->storage().unsafeGetStorageImpl() : nullptr;
}

bool gb_tensor_shares_storage(const gb_tensor *a, const gb_tensor *b)
{
    const void *id = gb_tensor_storage_id(a);
    return id && id == gb_tensor_storage_id(b);
}

int64_t gb_tensor_storage_offset(const gb_tensor *t)
{
    return impl(t)->has_storage() ? impl(t)->storage_offset() : 0;
}

size_t gb_tensor_storage_use_count(const gb_tensor *t)
{
    return impl(t)->has_storage() ? impl(t)->storage().use_count() : 0;
}

bool gb_tensor_is_sole_owner(const gb_tensor *t)
{
    return gb_tensor_use_count(t) == 1 && gb_tensor_storage_use_count(t) == 1 &&
           !gb_tensor_requires_grad(t);
}

uint32_t gb_tensor_version(const gb_tensor *t)
{
    return impl(t)->is_inference() ? 0 : impl(t)->version_counter().current_version();
}

gb_tensor *gb_tensor_base(const gb_tensor *t)
{
    return guard(nullptr, [&]() -> gb_tensor * {
        at::Tensor x = gb::tensor(t);
        return x.is_view() ? handle(at::Tensor(x._base())) : nullptr;
    });
}

/* --- construction ----------------------------------------------------------------------------- */

gb_tensor *gb_tensor_empty(gb_dtype dtype, const int64_t *sizes, size_t dim, gb_error *err)
{
    return guard(err, [&] { return handle(at::empty({sizes, dim}, gb::scalar_type(dtype))); });
}

gb_tensor *gb_tensor_meta(gb_dtype dtype, const int64_t *sizes, size_t dim, gb_error *err)
{
    return guard(err, [&] {
        return handle(at::Tensor(at::detail::empty_meta({sizes, dim}, gb::scalar_type(dtype))));
    });
}

gb_tensor *gb_tensor_from_data(const void *data, gb_dtype dtype, const int64_t *sizes, size_t dim,
                               gb_error *err)
{
    gb_tensor *t = gb_tensor_empty(dtype, sizes, dim, err);
    if (t && gb_tensor_bytes(t)) std::memcpy(impl(t)->mutable_data(), data, gb_tensor_bytes(t));
    return t;
}

gb_tensor *gb_tensor_from_borrowed(const gb_borrowed *m, gb_error *err)
{
    return guard(err, [&] {
        auto release = m->release;
        void *context = m->context;
        auto armed = std::make_shared<bool>(false); // a failure after this leaves the memory alone
        auto done = [release, context, armed](void *) {
            if (release && *armed) release(context);
        };
        at::TensorOptions o = at::TensorOptions().dtype(gb::scalar_type(m->dtype)).device(at::kCPU);
        at::IntArrayRef sizes(m->sizes, m->dim);
        at::Tensor t = m->strides ? at::from_blob(m->data, sizes, {m->strides, m->dim}, done, o)
                                  : at::from_blob(m->data, sizes, done, o);
        *armed = true;
        return handle(std::move(t));
    });
}

gb_tensor *gb_tensor_from_scalar(gb_arg value, gb_dtype dtype, gb_error *err)
{
    return guard(err, [&] {
        at::Scalar s =
            value.kind == GB_ARG_BOOL  ? at::Scalar(value.as.boolean)
            : value.kind == GB_ARG_INT ? at::Scalar(value.as.integer)
            : value.kind == GB_ARG_FLOAT
                ? at::Scalar(value.as.real)
                : at::Scalar(c10::complex<double>(value.as.complex.re, value.as.complex.im));
        at::ScalarType type = dtype != GB_DTYPE_NONE ? gb::scalar_type(dtype)
                              : value.kind == GB_ARG_FLOAT
                                  ? at::typeMetaToScalarType(at::get_default_dtype())
                              : value.kind == GB_ARG_COMPLEX
                                  ? at::typeMetaToScalarType(at::get_default_complex_dtype())
                                  : s.type();
        return handle(at::full({}, s, at::TensorOptions(type)));
    });
}

/* --- reading ---------------------------------------------------------------------------------- */

void *gb_tensor_data(const gb_tensor *t)
{
    if (!impl(t)->device().is_cpu() || !impl(t)->has_storage() || !impl(t)->numel()) return nullptr;
    return static_cast<char *>(impl(t)->storage().mutable_data()) +
           static_cast<size_t>(impl(t)->storage_offset()) * impl(t)->itemsize();
}

static gb_arg scalar_arg(const at::Scalar &s)
{
    if (s.isBoolean()) return gb_arg_bool(s.toBool());
    if (s.isIntegral(false))
        return gb_arg_int(s.type() == at::kUInt64 ? static_cast<int64_t>(s.toUInt64())
                                                  : s.toLong());
    if (s.isFloatingPoint()) return gb_arg_float(s.toDouble());
    c10::complex<double> z = s.toComplexDouble();
    return gb_arg_complex(z.real(), z.imag());
}

bool gb_tensor_item(const gb_tensor *t, gb_arg *value, gb_error *err)
{
    return guard(err, [&] {
        *value = scalar_arg(gb::tensor(t).item());
        return true;
    });
}

/* Elements [first, first + count) as a contiguous CPU tensor of `type`. */
static at::Tensor flat_part(const gb_tensor *t, int64_t first, int64_t count, at::ScalarType type)
{
    at::AutoGradMode no_grad(false);
    at::Tensor x = gb::tensor(t).detach();
    TORCH_CHECK_INDEX(first >= 0 && count >= 0 && first + count <= x.numel(), "elements ", first,
                      " to ", first + count, " of a tensor with ", x.numel());
    if (x.is_conj()) x = x.resolve_conj();
    if (x.is_neg()) x = x.resolve_neg();
    // A few elements of a large strided tensor are picked one by one; else copying all is cheaper.
    if (x.is_contiguous() || count * 4 > x.numel())
        x = x.contiguous().view(-1).narrow(0, first, count);
    else
        x = x.take(
            at::arange(first, first + count, at::TensorOptions(at::kLong).device(x.device())));
    return x.cpu().to(type);
}

bool gb_tensor_read(const gb_tensor *t, int64_t first, int64_t count, double *values, gb_error *err)
{
    return guard(err, [&] {
        at::Tensor x = flat_part(
            t, first, count,
            c10::isComplexType(impl(t)->dtype().toScalarType()) ? at::kComplexDouble : at::kDouble);
        if (x.is_complex()) x = at::view_as_real(x).select(-1, 0).contiguous();
        if (count)
            std::memcpy(values, x.const_data_ptr<double>(),
                        sizeof(double) * static_cast<size_t>(count));
        return true;
    });
}

bool gb_tensor_read_args(const gb_tensor *t, int64_t first, int64_t count, gb_arg *values,
                         gb_error *err)
{
    return guard(err, [&] {
        at::ScalarType type = impl(t)->dtype().toScalarType();
        at::ScalarType wide = c10::isComplexType(type)    ? at::kComplexDouble
                              : c10::isFloatingType(type) ? at::kDouble
                              : type == at::kBool         ? at::kBool
                              : type == at::kUInt64       ? at::kUInt64
                                                          : at::kLong;
        at::Tensor x = flat_part(t, first, count, wide);
        const void *data = x.const_data_ptr();
        for (int64_t i = 0; i < count; i++)
            switch (wide) {
            case at::kBool: values[i] = gb_arg_bool(static_cast<const bool *>(data)[i]); break;
            case at::kDouble: values[i] = gb_arg_float(static_cast<const double *>(data)[i]); break;
            case at::kComplexDouble:
                values[i] = gb_arg_complex(static_cast<const double *>(data)[2 * i],
                                           static_cast<const double *>(data)[2 * i + 1]);
                break;
            default: values[i] = gb_arg_int(static_cast<const int64_t *>(data)[i]);
            }
        return true;
    });
}

bool gb_tensor_same_bits(const gb_tensor *a, const gb_tensor *b)
{
    if (a == b) return true;
    if (!gb_tensor_same_shape(a, b) || impl(a)->dtype() != impl(b)->dtype() ||
        impl(a)->device() != impl(b)->device())
        return false;
    return guard(nullptr, [&] {
        at::AutoGradMode no_grad(false);
        at::Tensor x = gb::tensor(a).detach().contiguous(), y = gb::tensor(b).detach().contiguous();
        if (x.is_cpu())
            return !x.numel() ||
                   std::memcmp(x.const_data_ptr(), y.const_data_ptr(), x.nbytes()) == 0;
        return at::equal(x.view(-1).view(at::kByte), y.view(-1).view(at::kByte));
    });
}

/* --- conversion ------------------------------------------------------------------------------- */

gb_tensor *gb_tensor_clone(const gb_tensor *t, gb_error *err)
{
    return guard(err, [&] { return handle(gb::tensor(t).clone()); });
}

gb_tensor *gb_tensor_contiguous(const gb_tensor *t, gb_error *err)
{
    return guard(err, [&] { return handle(gb::tensor(t).contiguous()); });
}

gb_tensor *gb_tensor_cpu(const gb_tensor *t, gb_error *err)
{
    return guard(err, [&] { return handle(gb::tensor(t).cpu()); });
}

gb_tensor *gb_tensor_to(const gb_tensor *t, gb_dtype dtype, gb_device device, gb_error *err)
{
    return guard(err, [&] { return handle(gb::tensor(t).to(gb::options(dtype, device))); });
}

gb_tensor *gb_tensor_detach(const gb_tensor *t, gb_error *err)
{
    return guard(err, [&] { return handle(gb::tensor(t).detach()); });
}

gb_tensor *gb_tensor_view(const gb_tensor *x, const int64_t *sizes, const int64_t *strides,
                          size_t dim, int64_t offset, gb_error *err)
{
    return guard(err, [&] {
        return handle(at::as_strided(gb::tensor(x), at::IntArrayRef(sizes, dim),
                                     at::IntArrayRef(strides, dim), offset));
    });
}

gb_tensor *gb_tensor_as_meta(const gb_tensor *t, gb_error *err)
{
    if (impl(t)->is_meta()) return gb_tensor_ref(t);
    return guard(err, [&] {
        at::ScalarType type = impl(t)->dtype().toScalarType();
        if (!gb_tensor_is_strided(t))
            return handle(at::Tensor(at::detail::empty_meta(impl(t)->sizes(), type)));
        at::Tensor meta =
            at::detail::empty_strided_meta(impl(t)->sizes(), impl(t)->strides(), type);
        if (impl(t)->is_wrapped_number()) meta.unsafeGetTensorImpl()->set_wrapped_number(true);
        return handle(meta);
    });
}

bool gb_tensor_copy_into(gb_tensor *to, const gb_tensor *from, gb_error *err)
{
    return guard(err, [&] { return gb::tensor(to).copy_(gb::tensor(from)), true; });
}

bool gb_tensor_set_data(gb_tensor *t, const gb_tensor *data, gb_error *err)
{
    return guard(err, [&] { return gb::tensor(t).set_data(gb::tensor(data)), true; });
}

/* --- dtypes and devices ----------------------------------------------------------------------- */

gb_dtype gb_dtype_promote(gb_dtype a, gb_dtype b)
{
    try {
        return gb::dtype(at::promote_types(gb::scalar_type(a), gb::scalar_type(b)));
    } catch (...) {
        return GB_DTYPE_NONE;
    }
}

gb_dtype gb_default_dtype(void)
{
    return gb::dtype(at::typeMetaToScalarType(at::get_default_dtype()));
}

bool gb_default_dtype_set(gb_dtype dtype, gb_error *err)
{
    if (dtype == GB_DTYPE_NONE || gb_dtype_kind_of(dtype) != GB_KIND_FLOAT)
        return gb_fail(err, GB_ERR_TYPE,
                       "only floating-point types are supported as the default type");
    return guard(err, [&] {
        return at::set_default_dtype(c10::scalarTypeToTypeMeta(gb::scalar_type(dtype))), true;
    });
}

bool gb_device_parse(const char *text, gb_device *device, gb_error *err)
{
    return guard(err, [&] {
        c10::Device parsed{std::string(text)};
        *device = gb::device(parsed);
        TORCH_CHECK(device->type != GB_DEVICE_NONE, "device '", text,
                    "' is not supported: use cpu, cuda or meta");
        return true;
    });
}

int gb_cuda_count(void)
{
    return guard(nullptr, [&] {
        return at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().deviceCount()) : 0;
    });
}

bool gb_device_synchronize(gb_device device, gb_error *err)
{
    if (device.type != GB_CUDA) return true;
    return guard(err, [&] {
        return at::detail::getCUDAHooks().deviceSynchronize(
                   device.index < 0 ? at::detail::getCUDAHooks().getCurrentDevice()
                                    : static_cast<c10::DeviceIndex>(device.index)),
               true;
    });
}
}
