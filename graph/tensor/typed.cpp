/* The forms of schemas that are called without boxing, and how a gb_arg is lent to each type. */
#include "graph/tensor/typed.hpp"

#include <memory>
#include <vector>

namespace gb {

/* --- one argument: what it fits, and the value for the length of a call ----------------------- */

static bool is_plain(const gb_param &p, gb_param_type type, bool optional)
{
    return p.type == type && !p.list && p.optional == optional && !p.out;
}

/* A tensor that is lent to ATen without counting, or one made of a number. */
class lent_tensor {
  public:
    lent_tensor(const gb_param *p, const gb_arg &a) : lent(a.kind == GB_ARG_TENSOR)
    {
        if (lent)
            value =
                at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(
                    impl(a.as.tensor)));
        else
            value = to_tensor(p, a);
    }
    lent_tensor(const lent_tensor &) = delete;
    lent_tensor &operator=(const lent_tensor &) = delete;
    ~lent_tensor()
    {
        if (lent) value.unsafeReleaseTensorImpl();
    }
    at::Tensor value;

  private:
    bool lent;
};

template <class T> struct slot;

template <class Ref, bool written> struct tensor_slot {
    static bool fits(const gb_param &p)
    {
        return is_plain(p, GB_PARAM_TENSOR, false) && p.written == written;
    }
    tensor_slot(const gb_param *p, const gb_arg &a) : tensor(p, a)
    {
    }
    Ref get()
    {
        return tensor.value;
    }
    lent_tensor tensor;
};
template <> struct slot<const at::Tensor &> : tensor_slot<const at::Tensor &, false> {
    using tensor_slot::tensor_slot;
};
template <> struct slot<at::Tensor &> : tensor_slot<at::Tensor &, true> {
    using tensor_slot::tensor_slot;
};

template <> struct slot<const std::optional<at::Tensor> &> {
    static bool fits(const gb_param &p)
    {
        return is_plain(p, GB_PARAM_TENSOR, true) && !p.written;
    }
    slot(const gb_param *p, const gb_arg &a)
    {
        if (a.kind != GB_ARG_NONE) value = to_tensor(p, a);
    }
    const std::optional<at::Tensor> &get()
    {
        return value;
    }
    std::optional<at::Tensor> value;
};

/* Arguments that C++ takes by value: the conversion is one function. */
template <class T, gb_param_type type, bool optional, class F, F convert> struct value_slot {
    static bool fits(const gb_param &p)
    {
        return is_plain(p, type, optional);
    }
    value_slot(const gb_param *p, const gb_arg &a) : value(convert(p, a))
    {
    }
    T &get()
    {
        return value;
    }
    T value;
};
#define GB_VALUE_SLOT(cpp, type, convert) value_slot<cpp, type, false, decltype(&convert), &convert>

template <>
struct slot<const at::Scalar &> : GB_VALUE_SLOT(at::Scalar, GB_PARAM_SCALAR, to_scalar) {
    using value_slot::value_slot;
};
template <> struct slot<bool> : GB_VALUE_SLOT(bool, GB_PARAM_BOOL, to_bool) {
    using value_slot::value_slot;
};
template <> struct slot<double> : GB_VALUE_SLOT(double, GB_PARAM_FLOAT, to_float) {
    using value_slot::value_slot;
};
template <> struct slot<int64_t> : GB_VALUE_SLOT(int64_t, GB_PARAM_INT, to_int) {
    using value_slot::value_slot;
    static bool fits(const gb_param &p)
    {
        return is_plain(p, GB_PARAM_INT, false) && !p.symbolic;
    }
};
template <> struct slot<c10::SymInt> : GB_VALUE_SLOT(c10::SymInt, GB_PARAM_INT, to_int) {
    using value_slot::value_slot;
    static bool fits(const gb_param &p)
    {
        return is_plain(p, GB_PARAM_INT, false) && p.symbolic;
    }
};

static std::optional<at::ScalarType> to_optional_dtype(const gb_param *p, const gb_arg &a)
{
    if (a.kind == GB_ARG_NONE) return std::nullopt;
    return static_cast<at::ScalarType>(to_dtype(p, a));
}
template <>
struct slot<std::optional<at::ScalarType>>
    : value_slot<std::optional<at::ScalarType>, GB_PARAM_DTYPE, true, decltype(&to_optional_dtype),
                 &to_optional_dtype> {
    using value_slot::value_slot;
};

/* int[] and int[]?, written in place when there are few. */
class lent_ints {
  public:
    lent_ints(const gb_param *p, const gb_arg &a) : given(a.kind != GB_ARG_NONE)
    {
        if (a.kind == GB_ARG_LIST)
            for (uint32_t i = 0; i < a.count; i++)
                ints.push_back(to_int(p, a.as.items[i]));
        else if (given) // one number for int[2]
            ints.append(static_cast<size_t>(p->list_size > 0 ? p->list_size : 1), to_int(p, a));
        else if (!p->optional)
            ints.push_back(to_int(p, a)); // says what is wrong
    }
    bool given;
    c10::SmallVector<int64_t, 8> ints;
};

template <bool optional, bool symbolic> struct ints_slot {
    static bool fits(const gb_param &p)
    {
        return p.type == GB_PARAM_INT && p.list && p.optional == optional && p.symbolic == symbolic;
    }
    ints_slot(const gb_param *p, const gb_arg &a) : held(p, a)
    {
    }
    lent_ints held;
};
template <> struct slot<at::OptionalIntArrayRef> : ints_slot<true, false> {
    using ints_slot::ints_slot;
    at::OptionalIntArrayRef get()
    {
        if (!held.given) return std::nullopt;
        return at::OptionalIntArrayRef(at::IntArrayRef(held.ints));
    }
};
template <> struct slot<at::IntArrayRef> : ints_slot<false, false> {
    using ints_slot::ints_slot;
    at::IntArrayRef get()
    {
        return held.ints;
    }
};
template <> struct slot<c10::SymIntArrayRef> : ints_slot<false, true> {
    using ints_slot::ints_slot;
    c10::SymIntArrayRef get()
    {
        return c10::fromIntArrayRefSlow(held.ints);
    }
};

/* --- one form --------------------------------------------------------------------------------- */

template <class Call> class form;

template <class R, class... A> class form<R(A...)> final : public typed_call {
  public:
    explicit form(const c10::OperatorHandle &h) : handle(h.typed<R(A...)>())
    {
    }
    static bool fits(const gb_overload *o)
    {
        return o->param_count == sizeof...(A) &&
               fits_each(o->params, std::index_sequence_for<A...>{});
    }
    gb_tensor *call(const gb_param *params, const gb_arg *args, size_t count) const override
    {
        return call_each(params, args, count, std::index_sequence_for<A...>{});
    }

  private:
    template <size_t... I> static bool fits_each(const gb_param *params, std::index_sequence<I...>)
    {
        return (slot<A>::fits(params[I]) && ...);
    }
    template <size_t... I>
    gb_tensor *call_each(const gb_param *params, const gb_arg *args, size_t count,
                         std::index_sequence<I...>) const
    {
        return gb::handle(at::Tensor(
            handle.call(slot<A>(&params[I], I < count ? args[I] : params[I].standard).get()...)));
    }
    c10::TypedOperatorHandle<R(A...)> handle;
};

/* Makes the call if the schema has this form; libtorch's own check of the C++ types is the last
 * word. */
template <class Call>
static const typed_call *try_form(const gb_overload *o, const c10::OperatorHandle &handle)
{
    if (!form<Call>::fits(o)) return nullptr;
    try {
        return new form<Call>(handle);
    } catch (const c10::Error &) {
        return nullptr;
    }
}

/* --- the forms -------------------------------------------------------------------------------- */

using T = const at::Tensor &;
using S = const at::Scalar &;
using W = at::Tensor &; /* written */
using M = const std::optional<at::Tensor> &;
using D = std::optional<at::ScalarType>;

static const typed_call *(*const forms[])(const gb_overload *, const c10::OperatorHandle &) = {
    try_form<at::Tensor(T)>,                                   // neg, exp, relu, t
    try_form<at::Tensor(T, T)>,                                // mul, matmul, eq.Tensor
    try_form<at::Tensor(T, S)>,                                // pow.Tensor_Scalar, lt.Scalar
    try_form<at::Tensor(T, T, S)>,                             // add, sub
    try_form<at::Tensor(T, T, T)>,                             // where, addcmul without value
    try_form<at::Tensor(T, T, T, S)>,                          // addcmul
    try_form<at::Tensor(T, T, T, S, S)>,                       // addmm
    try_form<at::Tensor(T, T, M)>,                             // linear
    try_form<at::Tensor(T, D)>,                                // sum, mean
    try_form<at::Tensor(T, at::OptionalIntArrayRef, bool, D)>, // sum.dim_IntList, mean.dim
    try_form<at::Tensor(T, int64_t, D)>,                       // softmax, log_softmax, cumsum
    try_form<at::Tensor(T, int64_t)>,                          // unsqueeze, squeeze.dim
    try_form<at::Tensor(T, int64_t, int64_t)>,                 // transpose
    try_form<at::Tensor(T, int64_t, c10::SymInt)>,             // select
    try_form<at::Tensor(T, int64_t, T)>,                       // index_select
    try_form<at::Tensor(T, at::IntArrayRef)>,                  // permute, flip
    try_form<at::Tensor(T, c10::SymIntArrayRef)>,              // view, reshape, repeat
    try_form<at::Tensor(T, c10::SymIntArrayRef, bool)>,        // expand
    try_form<at::Tensor(T, bool)>,                             // var, std
    try_form<at::Tensor(T, int64_t, bool)>,                    // all.dim, any.dim
    try_form<at::Tensor &(W)>,                                 // zero_, relu_
    try_form<at::Tensor &(W, T)>,                              // mul_
    try_form<at::Tensor &(W, S)>,                              // fill_
    try_form<at::Tensor &(W, T, S)>,                           // add_
    try_form<at::Tensor &(W, T, bool)>,                        // copy_
    try_form<at::Tensor &(W, T, T, S)>,                        // addcmul_, addcdiv_
};

const typed_call *typed_call_new(const gb_overload *o, const c10::OperatorHandle &handle)
{
    if (o->result_count != 1 || o->result_lists[0] || o->out_count) return nullptr;
    for (auto make : forms)
        if (const typed_call *made = make(o, handle)) return made;
    return nullptr;
}

} // namespace gb
