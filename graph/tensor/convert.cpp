/* gb_args to the values of C++ and back. */
#include "graph/tensor/convert.hpp"

extern "C" {
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tensor/overload.h"
}

#include <ATen/ScalarOps.h>

#include <string>

namespace gb {

[[noreturn]] void fail_type(const char *format, const char *a, const char *b, const char *c,
                            const char *d)
{
    gb::failure f{};
    gb_fail(&f.error, GB_ERR_TYPE, format, a, b, c, d);
    throw f;
}

void check(bool ok, const gb_error &error)
{
    if (!ok) throw gb::failure{error};
}

/* --- gb_arg -> IValue ------------------------------------------------------------------------- */

[[noreturn]] static void wrong_type(const gb_param *p, const gb_arg &a)
{
    fail_type("argument '%s' must be %s%s, not %s", p->name, p->list ? "tuple of " : "",
              gb_param_type_names[p->type], gb_arg_type_name(&a));
}

at::Scalar to_scalar(const gb_param *p, const gb_arg &a)
{
    switch (a.kind) {
    case GB_ARG_BOOL: return at::Scalar(a.as.boolean);
    case GB_ARG_INT: return at::Scalar(a.as.integer);
    case GB_ARG_FLOAT: return at::Scalar(a.as.real);
    case GB_ARG_COMPLEX: return at::Scalar(c10::complex<double>(a.as.complex.re, a.as.complex.im));
    case GB_ARG_TENSOR: return gb::tensor(a.as.tensor).item();
    default: wrong_type(p, a);
    }
}

at::Tensor to_tensor(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_TENSOR) return gb::tensor(a.as.tensor);
    at::Tensor t = c10::scalar_to_tensor(to_scalar(p, a));
    t.unsafeGetTensorImpl()->set_wrapped_number(true);
    return t;
}

int64_t to_int(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_INT) return a.as.integer;
    if (a.kind == GB_ARG_BOOL) return a.as.boolean;
    if (a.kind == GB_ARG_TENSOR) return gb::tensor(a.as.tensor).item().toLong();
    wrong_type(p, a);
}

double to_float(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_FLOAT) return a.as.real;
    return to_scalar(p, a).toDouble();
}

bool to_bool(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_BOOL) return a.as.boolean;
    wrong_type(p, a);
}

static c10::Device to_device(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_DEVICE) return gb::device(a.as.device);
    if (a.kind == GB_ARG_TEXT) return c10::Device(std::string(a.as.text));
    if (a.kind == GB_ARG_INT)
        return c10::Device(at::kCUDA, static_cast<c10::DeviceIndex>(a.as.integer));
    wrong_type(p, a);
}

int64_t to_dtype(const gb_param *p, const gb_arg &a)
{
    gb_dtype dtype = a.kind == GB_ARG_DTYPE  ? a.as.dtype
                     : a.kind == GB_ARG_TEXT ? gb_dtype_find(a.as.text)
                                             : GB_DTYPE_NONE;
    if (dtype == GB_DTYPE_NONE) wrong_type(p, a);
    return static_cast<int64_t>(gb::scalar_type(dtype));
}

/* Layouts and memory formats travel as names. */
struct named {
    const char *name;
    int64_t value;
};
static const named layouts[] = {{"strided", int64_t(at::kStrided)},
                                {"sparse_coo", int64_t(at::kSparse)}};
static const named memory_formats[] = {
    {"contiguous_format", int64_t(at::MemoryFormat::Contiguous)},
    {"preserve_format", int64_t(at::MemoryFormat::Preserve)},
    {"channels_last", int64_t(at::MemoryFormat::ChannelsLast)},
    {"channels_last_3d", int64_t(at::MemoryFormat::ChannelsLast3d)}};

template <size_t N>
static int64_t to_named(const named (&table)[N], const gb_param *p, const gb_arg &a)
{
    if (a.kind != GB_ARG_TEXT) wrong_type(p, a);
    const char *name = strncmp(a.as.text, "torch.", 6) == 0 ? a.as.text + 6 : a.as.text;
    for (const named &row : table)
        if (strcmp(row.name, name) == 0) return row.value;
    wrong_type(p, a);
}

template <size_t N> static gb_arg from_named(const named (&table)[N], int64_t value)
{
    for (const named &row : table)
        if (row.value == value) return gb_arg_text(row.name);
    return gb_arg_none();
}

static c10::IValue to_item(const gb_param *p, const gb_arg &a)
{
    switch (p->type) {
    case GB_PARAM_TENSOR: return to_tensor(p, a);
    case GB_PARAM_SCALAR: return to_scalar(p, a);
    case GB_PARAM_INT: return to_int(p, a);
    case GB_PARAM_FLOAT: return to_float(p, a);
    case GB_PARAM_BOOL: return to_bool(p, a);
    case GB_PARAM_COMPLEX: return to_scalar(p, a).toComplexDouble();
    case GB_PARAM_TEXT:
        return a.kind == GB_ARG_TEXT ? c10::IValue(std::string(a.as.text, a.count))
                                     : (wrong_type(p, a), c10::IValue());
    case GB_PARAM_DTYPE: return to_dtype(p, a);
    case GB_PARAM_DEVICE: return to_device(p, a);
    case GB_PARAM_LAYOUT: return to_named(layouts, p, a);
    case GB_PARAM_MEMORY_FORMAT: return to_named(memory_formats, p, a);
    case GB_PARAM_GENERATOR:
        return a.kind == GB_ARG_GENERATOR ? c10::IValue(gb::generator(a.as.generator))
                                          : (wrong_type(p, a), c10::IValue());
    default: wrong_type(p, a);
    }
}

template <class T, class F>
static c10::IValue to_list_of(const gb_param *p, const gb_arg &a, F convert)
{
    c10::List<T> list;
    if (a.kind == GB_ARG_LIST) {
        list.reserve(a.count);
        for (uint32_t i = 0; i < a.count; i++)
            list.push_back(convert(p, a.as.items[i]));
        return list;
    }
    T one = convert(p, a); // a single number for int[2]
    for (int32_t i = 0; i < (p->list_size > 0 ? p->list_size : 1); i++)
        list.push_back(one);
    return list;
}

static std::optional<at::Tensor> to_optional_tensor(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_NONE) return std::nullopt;
    return to_tensor(p, a);
}

static c10::IValue to_list(const gb_param *p, const gb_arg &a)
{
    switch (p->type) {
    case GB_PARAM_TENSOR:
        if (a.kind != GB_ARG_LIST) wrong_type(p, a);
        if (p->element_optional)
            return to_list_of<std::optional<at::Tensor>>(p, a, to_optional_tensor);
        return to_list_of<at::Tensor>(p, a, to_tensor);
    case GB_PARAM_INT: return to_list_of<int64_t>(p, a, to_int);
    case GB_PARAM_FLOAT: return to_list_of<double>(p, a, to_float);
    case GB_PARAM_BOOL: return to_list_of<bool>(p, a, to_bool);
    case GB_PARAM_SCALAR: {
        c10::List<at::Scalar> list;
        if (a.kind != GB_ARG_LIST) wrong_type(p, a);
        for (uint32_t i = 0; i < a.count; i++)
            list.push_back(to_scalar(p, a.as.items[i]));
        return list;
    }
    default: wrong_type(p, a);
    }
}

c10::IValue to_ivalue(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_TENSOR && p->type == GB_PARAM_TENSOR && !p->list)
        return gb::tensor(a.as.tensor);
    if (a.kind == GB_ARG_NONE) {
        if (p->optional) return c10::IValue();
        // `out`-like and undefined tensors: a Tensor parameter may be undefined for a few operators
        wrong_type(p, a);
    }
    return p->list ? to_list(p, a) : to_item(p, a);
}

/* --- IValue -> gb_arg ------------------------------------------------------------------------- */

template <class L, class F> static gb_arg list_arg(const L &list, F convert)
{
    gb_error error{};
    size_t n = list.size();
    auto *items = static_cast<gb_arg *>(gb_calloc(n ? n : 1, sizeof(gb_arg), &error));
    check(items, error);
    for (size_t i = 0; i < n; i++)
        items[i] = convert(list.get(i));
    return gb_arg_list(items, n);
}

static gb_arg from_text(const std::string &text)
{
    gb_error error{};
    gb_arg arg = gb_arg_text("");
    arg.as.text = gb_strndup(text.data(), text.size(), &error);
    arg.count = static_cast<uint32_t>(text.size());
    check(arg.as.text, error);
    return arg;
}

gb_arg from_ivalue(const c10::IValue &v)
{
    if (v.isTensor()) return gb_arg_tensor(gb::handle(v.toTensor()));
    if (v.isNone()) return gb_arg_none();
    if (v.isBool()) return gb_arg_bool(v.toBool());
    if (v.isInt()) return gb_arg_int(v.toInt());
    if (v.isDouble()) return gb_arg_float(v.toDouble());
    if (v.isComplexDouble())
        return gb_arg_complex(v.toComplexDouble().real(), v.toComplexDouble().imag());
    if (v.isString()) return from_text(v.toStringRef());
    if (v.isDevice()) return gb_arg_device(gb::device(v.toDevice()));
    if (v.isTensorList())
        return list_arg(v.toTensorList(),
                        [](at::Tensor t) { return gb_arg_tensor(gb::handle(std::move(t))); });
    if (v.isIntList()) return list_arg(v.toIntList(), gb_arg_int);
    if (v.isDoubleList()) return list_arg(v.toDoubleList(), gb_arg_float);
    if (v.isBoolList()) return list_arg(v.toBoolList(), gb_arg_bool);
    if (v.isSymInt()) return gb_arg_int(v.toSymInt().expect_int());
    if (v.isList()) return list_arg(v.toList(), [](c10::IValue x) { return from_ivalue(x); });
    return gb_arg_none();
}

gb_arg from_default(const gb_param *p, const c10::IValue &v)
{
    if (v.isInt() && p->type == GB_PARAM_DTYPE)
        return gb_arg_dtype(gb::dtype(static_cast<at::ScalarType>(v.toInt())));
    if (v.isInt() && p->type == GB_PARAM_LAYOUT) return from_named(layouts, v.toInt());
    if (v.isInt() && p->type == GB_PARAM_MEMORY_FORMAT)
        return from_named(memory_formats, v.toInt());
    return from_ivalue(v);
}

} // namespace gb
