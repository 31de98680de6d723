/* Gradients, modes, threads and generators. One call into libtorch a function. */
#include "graph/tensor/torch.hpp"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/function_hook.h>
#include <torch/csrc/autograd/functions/accumulate_grad.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/variable.h>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <type_traits>

using gb::guard;
using gb::handle;
using gb::impl;

struct gb_inference {
    c10::InferenceMode mode;
    explicit gb_inference(bool on) : mode(on)
    {
    }
};

/* std::shared_ptr<Node> in older versions, c10::intrusive_ptr<Node> in newer ones. */
using node_pointer = decltype(torch::autograd::Edge::function);

struct gb_grad_node {
    node_pointer node;
    std::atomic<unsigned> refs;
};

namespace gb {

/* "torch::autograd::CopySlices" is CopySlices to Python. */
static std::string short_name(const std::string &name)
{
    size_t colon = name.rfind(':');
    return colon == std::string::npos ? name : name.substr(colon + 1);
}

static std::string type_text(const at::Tensor &t)
{
    std::string name = c10::toString(t.scalar_type());
    for (char &c : name)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name;
}

/* A node whose backward is C. */
struct custom_node : torch::autograd::Node {
    gb_custom_node custom;
    std::string title;

    explicit custom_node(const gb_custom_node &c) : custom(c), title(c.name)
    {
        custom.name = nullptr;
    }
    ~custom_node() override
    {
        custom.release(custom.context);
    }
    std::string name() const override
    {
        return title;
    }
    void release_variables() override
    {
        if (custom.forget) custom.forget(custom.context);
    }
    torch::autograd::variable_list apply(torch::autograd::variable_list &&grads) override
    {
        std::vector<gb_tensor *> in(grads.size()), out(num_outputs());
        for (size_t i = 0; i < grads.size(); i++) {
            if (!grads[i].defined() && custom.materialize &&
                !input_metadata(i).is_tensor_subclass())
                grads[i] = input_metadata(i).zeros_like();
            in[i] = grads[i].defined()
                        ? reinterpret_cast<gb_tensor *>(grads[i].unsafeGetTensorImpl())
                        : nullptr;
        }
        failure failed{};
        bool ok = custom.backward(custom.context, in.data(), in.size(), out.data(), &failed.error);
        torch::autograd::variable_list result(out.size());
        for (size_t i = 0; i < out.size(); i++) {
            result[i] = tensor(out[i]);
            gb_tensor_unref(out[i]);
        }
        if (!ok) throw failed;
        return result;
    }
};

template <class Pointer> Pointer make_node(const gb_custom_node &custom)
{
    if constexpr (std::is_same_v<Pointer, std::shared_ptr<torch::autograd::Node>>)
        return std::make_shared<custom_node>(custom);
    else
        return c10::make_intrusive<custom_node>(custom);
}

} // namespace gb

static torch::autograd::variable_list list(gb_tensor *const *tensors, size_t count)
{
    torch::autograd::variable_list result(count);
    for (size_t i = 0; tensors && i < count; i++)
        result[i] = gb::tensor(tensors[i]);
    return result;
}

extern "C" {

/* --- of one tensor ---------------------------------------------------------------------------- */

bool gb_tensor_requires_grad(const gb_tensor *t)
{
    return impl(t)->requires_grad();
}

bool gb_tensor_set_requires_grad(gb_tensor *t, bool on, gb_error *err)
{
    return guard(err, [&] {
        at::Tensor x = gb::tensor(t);
        TORCH_CHECK(!on || x.is_floating_point() || x.is_complex(),
                    "only Tensors of floating point dtype can require gradients");
        TORCH_CHECK(
            on || x.is_leaf(),
            "you can only change requires_grad flags of leaf variables. If you want to use a "
            "computed variable in a subgraph that doesn't require differentiation use "
            "var_no_grad = var.detach().");
        return x.requires_grad_(on), true;
    });
}

bool gb_tensor_is_leaf(const gb_tensor *t)
{
    return guard(nullptr, [&] { return gb::tensor(t).is_leaf(); });
}

bool gb_tensor_retain_grad(gb_tensor *t, gb_error *err)
{
    return guard(err, [&] { return gb::tensor(t).retain_grad(), true; });
}

bool gb_tensor_retains_grad(const gb_tensor *t)
{
    return guard(nullptr, [&] { return gb::tensor(t).retains_grad(); });
}

gb_tensor *gb_tensor_grad(const gb_tensor *t)
{
    return handle(at::Tensor(impl(t)->grad()));
}

bool gb_tensor_set_grad(gb_tensor *t, const gb_tensor *grad, gb_error *err)
{
    return guard(err, [&] {
        at::Tensor x = gb::tensor(t), g = gb::tensor(grad);
        if (g.defined()) {
            TORCH_CHECK(
                x.scalar_type() == g.scalar_type(), "attempting to assign a gradient with dtype '",
                gb::type_text(g), "' to a tensor with grad_dtype '", c10::toString(x.scalar_type()),
                "'. The gradient must match the tensor's grad_dtype (defaults to the tensor's "
                "dtype). You can set the tensor's grad_dtype attribute with a specific dtype, or "
                "None to allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a "
                "tensor and its gradient may break downstream systems that assume they match.");
            TORCH_CHECK(x.device() == g.device(),
                        "attempting to assign a gradient with device type '", g.device().type(),
                        "' to a tensor with device type '", x.device().type(),
                        "'. Please ensure that the gradient and the tensor are on the same device");
            TORCH_CHECK(x.sizes() == g.sizes(), "attempting to assign a gradient of size '",
                        g.sizes(), "' to a tensor of size '", x.sizes(),
                        "'. Please ensure that the gradient and the tensor are the same size");
        }
        x.mutable_grad() = g;
        return true;
    });
}

bool gb_tensor_grad_fn(const gb_tensor *t, gb_buffer *out)
{
    return guard(nullptr, [&] {
        const auto &fn = gb::tensor(t).grad_fn();
        if (fn) gb_buffer_format(out, "<%s>", gb::short_name(fn->name()).c_str());
        return fn != nullptr;
    });
}

unsigned gb_tensor_add_hook(gb_tensor *t, gb_grad_hook *hook, void *context,
                            void (*release)(void *context), gb_error *err)
{
    return guard(err, [&] {
        std::shared_ptr<void> owner(context, [release](void *c) {
            if (release) release(c);
        });
        return 1 + gb::tensor(t).register_hook([hook, owner](at::Tensor grad) {
            gb::failure failed{};
            gb_tensor *borrowed = handle(std::move(grad));
            gb_tensor *changed = hook(owner.get(), borrowed, &failed.error);
            gb_tensor_unref(borrowed);
            at::Tensor result = gb::tensor(changed);
            gb_tensor_unref(changed);
            if (failed.error.cls != GB_ERR_NONE) throw failed;
            return result;
        });
    });
}

void gb_tensor_remove_hook(gb_tensor *t, unsigned id)
{
    guard(nullptr, [&] { return gb::tensor(t).remove_hook(id - 1), true; });
}

namespace {

/* The hooks of one leaf that run when its gradient was added. */
struct post_hooks : torch::autograd::PostAccumulateGradHook {
    std::map<unsigned, std::function<void()>> hooks;
    unsigned last = 0;

    void operator()(const torch::autograd::Variable &) override
    {
        for (const auto &hook : hooks)
            hook.second();
    }
};

} // namespace

unsigned gb_tensor_add_post_hook(gb_tensor *t, gb_grad_hook *hook, void *context,
                                 void (*release)(void *context), gb_error *err)
{
    return guard(err, [&] {
        std::shared_ptr<void> owner(context, [release](void *c) {
            if (release) release(c);
        });
        at::Tensor x = gb::tensor(t);
        auto *own = dynamic_cast<post_hooks *>(torch::autograd::impl::post_acc_grad_hooks(x).get());
        if (!own) {
            auto made = std::make_unique<post_hooks>();
            own = made.get();
            torch::autograd::impl::set_post_acc_grad_hooks(x, std::move(made));
        }
        own->hooks[++own->last] = [hook, owner] {
            gb::failure failed{};
            gb_tensor_unref(hook(owner.get(), nullptr, &failed.error));
            if (failed.error.cls != GB_ERR_NONE) throw failed;
        };
        return own->last;
    });
}

void gb_tensor_remove_post_hook(gb_tensor *t, unsigned id)
{
    guard(nullptr, [&] {
        at::Tensor x = gb::tensor(t);
        auto *own = dynamic_cast<post_hooks *>(torch::autograd::impl::post_acc_grad_hooks(x).get());
        if (own) own->hooks.erase(id);
        return true;
    });
}

/* --- history ---------------------------------------------------------------------------------- */

gb_grad_node *gb_tensor_grad_node(const gb_tensor *t)
{
    return guard(nullptr, [&]() -> gb_grad_node * {
        const auto &fn = gb::tensor(t).grad_fn();
        return fn ? new gb_grad_node{fn, {1}} : nullptr;
    });
}

gb_grad_node *gb_grad_node_ref(const gb_grad_node *node)
{
    auto *owned = const_cast<gb_grad_node *>(node);
    if (owned) owned->refs++;
    return owned;
}

void gb_grad_node_unref(gb_grad_node *node)
{
    if (node && --node->refs == 0) delete node;
}

const void *gb_grad_node_id(const gb_grad_node *node)
{
    return node->node.get();
}

void gb_grad_node_name(const gb_grad_node *node, gb_buffer *out)
{
    guard(nullptr, [&] {
        gb_buffer_text(out, gb::short_name(node->node->name()).c_str());
        return true;
    });
}

size_t gb_grad_node_next_count(const gb_grad_node *node)
{
    return node->node->num_outputs();
}

gb_grad_node *gb_grad_node_next(const gb_grad_node *node, size_t i, unsigned *input)
{
    return guard(nullptr, [&]() -> gb_grad_node * {
        const auto &edge = node->node->next_edge(i);
        if (input) *input = edge.input_nr;
        return edge.function ? new gb_grad_node{edge.function, {1}} : nullptr;
    });
}

gb_tensor *gb_grad_node_leaf(const gb_grad_node *node)
{
    auto *accumulate = dynamic_cast<torch::autograd::AccumulateGrad *>(node->node.get());
    return accumulate ? handle(at::Tensor(accumulate->variable)) : nullptr;
}

bool gb_custom_node_attach(const gb_custom_node *custom, gb_tensor *const *inputs,
                           size_t input_count, gb_tensor **outputs, const bool *differentiable,
                           size_t output_count, gb_error *err)
{
    return guard(err, [&] {
        auto node = gb::make_node<node_pointer>(*custom);
        torch::autograd::variable_list ins = list(inputs, input_count);
        if (!torch::autograd::compute_requires_grad(ins)) return true;
        node->set_next_edges(torch::autograd::collect_next_edges(ins));
        for (size_t i = 0; i < output_count; i++) {
            at::Tensor y = gb::tensor(outputs[i]);
            bool written = false;
            for (size_t k = 0; k < input_count; k++) {
                if (outputs[i] != inputs[k]) continue;
                written = custom->in_place;
                if (written) break;
                at::AutoGradMode no_grad(false);
                y = y.view_as(y).detach();
                gb_tensor_unref(outputs[i]);
                outputs[i] = handle(y);
                break;
            }
            bool floats = y.is_floating_point() || y.is_complex();
            if (written) y.unsafeGetTensorImpl()->bump_version();
            if (written)
                torch::autograd::impl::rebase_history(y, {node, node->add_input_metadata(y)});
            else if (differentiable[i] && floats)
                torch::autograd::set_history(y, node);
            else
                node->add_input_metadata(torch::autograd::Node::undefined_input());
        }
        return true;
    });
}

gb_tensor *gb_tensor_plain(const gb_tensor *t, gb_error *err)
{
    return guard(err, [&] { return handle(gb::tensor(t).variable_data()); });
}

bool gb_tensor_is_conj(const gb_tensor *t)
{
    return impl(t)->is_conj();
}

bool gb_tensor_is_neg(const gb_tensor *t)
{
    return impl(t)->is_neg();
}

bool gb_tensor_is_channels_last(const gb_tensor *t)
{
    return impl(t)->is_contiguous(impl(t)->dim() == 5 ? at::MemoryFormat::ChannelsLast3d
                                                      : at::MemoryFormat::ChannelsLast);
}

gb_anomaly gb_anomaly_mode(void)
{
    return {torch::autograd::AnomalyMode::is_enabled(),
            torch::autograd::AnomalyMode::should_check_nan()};
}

void gb_anomaly_set(gb_anomaly mode)
{
    torch::autograd::AnomalyMode::set_enabled(mode.on, mode.check_nan);
}

/* --- backward --------------------------------------------------------------------------------- */

static const gb_backward_options plain = {};

/* Ones where no seed is given, as torch.autograd does. */
static torch::autograd::variable_list make_seeds(const torch::autograd::variable_list &outputs,
                                                 gb_tensor *const *seeds)
{
    torch::autograd::variable_list result = list(seeds, outputs.size());
    for (size_t i = 0; i < outputs.size(); i++) {
        if (result[i].defined()) {
            TORCH_CHECK(result[i].sizes() == outputs[i].sizes(), "Mismatch in shape: grad_output[",
                        i, "] has a shape of torch.Size(", result[i].sizes(), ") and output[", i,
                        "] has a shape of torch.Size(", outputs[i].sizes(), ").");
            continue;
        }
        if (!outputs[i].requires_grad()) continue;
        TORCH_CHECK(!outputs[i].is_complex() || outputs[i].numel() != 1,
                    "grad can be implicitly created only for real scalar outputs but got ",
                    "torch.complex", outputs[i].scalar_type() == at::kComplexFloat ? "64" : "128");
        TORCH_CHECK(outputs[i].numel() == 1,
                    "grad can be implicitly created only for scalar outputs");
        result[i] = at::ones_like(outputs[i], at::MemoryFormat::Preserve);
    }
    return result;
}

bool gb_tensors_backward(gb_tensor *const *outputs, gb_tensor *const *seeds, size_t count,
                         const gb_backward_options *options, gb_error *err)
{
    const gb_backward_options *o = options ? options : &plain;
    return guard(err, [&] {
        torch::autograd::variable_list ys = list(outputs, count);
        torch::autograd::backward(ys, make_seeds(ys, seeds), o->retain_graph || o->create_graph,
                                  o->create_graph, list(o->inputs, o->inputs ? o->input_count : 0));
        return true;
    });
}

bool gb_tensor_backward(gb_tensor *output, gb_tensor *seed, const gb_backward_options *options,
                        gb_error *err)
{
    return gb_tensors_backward(&output, &seed, 1, options, err);
}

bool gb_autograd_grad(gb_tensor *const *outputs, gb_tensor *const *seeds, size_t count,
                      const gb_backward_options *o, gb_tensor **grads, gb_error *err)
{
    return guard(err, [&] {
        torch::autograd::variable_list ys = list(outputs, count);
        for (size_t i = 0; i < count; i++)
            TORCH_CHECK(ys[i].requires_grad(), "element ", i,
                        " of tensors does not require grad and does not have a grad_fn");
        for (size_t i = 0; i < o->input_count; i++)
            TORCH_CHECK(impl(o->inputs[i])->requires_grad(),
                        "One of the differentiated Tensors does not require grad");
        auto result =
            torch::autograd::grad(ys, list(o->inputs, o->input_count), make_seeds(ys, seeds),
                                  o->retain_graph || o->create_graph, o->create_graph, true);
        for (size_t i = 0; i < o->input_count; i++)
            TORCH_CHECK(
                o->allow_unused || result[i].defined(), "The differentiated Tensor at index ", i,
                " appears to not have been used in the graph. Set allow_unused=True if this is the "
                "desired behavior.");
        for (size_t i = 0; i < o->input_count; i++)
            grads[i] = handle(std::move(result[i]));
        return true;
    });
}

/* --- modes ------------------------------------------------------------------------------------ */

bool gb_grad_mode(void)
{
    return at::GradMode::is_enabled();
}

bool gb_grad_mode_set(bool on)
{
    bool old = at::GradMode::is_enabled();
    at::GradMode::set_enabled(on);
    return old;
}

bool gb_inference_mode(void)
{
    return c10::InferenceMode::is_enabled();
}

gb_inference *gb_inference_enter(bool on, gb_error *err)
{
    return guard(err, [&] { return new gb_inference(on); });
}

void gb_inference_leave(gb_inference *token)
{
    delete token;
}

bool gb_tensor_is_inference(const gb_tensor *t)
{
    return impl(t)->is_inference();
}

gb_autocast gb_autocast_of(gb_device device)
{
    const auto kind = gb::device(device).type();
    return {at::autocast::is_autocast_enabled(kind),
            gb::dtype(at::autocast::get_autocast_dtype(kind))};
}

bool gb_autocast_set(gb_device device, gb_autocast setting, int nesting, gb_error *err)
{
    return guard(err, [&] {
        const auto kind = gb::device(device).type();
        at::autocast::set_autocast_enabled(kind, setting.on);
        at::autocast::set_autocast_dtype(kind, gb::scalar_type(setting.dtype));
        if (nesting > 0)
            at::autocast::increment_nesting();
        else if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
        return true;
    });
}

/* --- threads ---------------------------------------------------------------------------------- */

int gb_threads(void)
{
    return at::get_num_threads();
}

void gb_threads_set(int count)
{
    if (count > 0) at::set_num_threads(count);
}

/* --- random numbers --------------------------------------------------------------------------- */

void gb_manual_seed(int64_t seed)
{
    at::manual_seed(static_cast<uint64_t>(seed));
}

int64_t gb_initial_seed(void)
{
    return static_cast<int64_t>(at::globalContext().defaultGenerator(at::kCPU).current_seed());
}

gb_generator *gb_generator_new(gb_device device, gb_error *err)
{
    return guard(err, [&] {
        if (device.type == GB_CUDA)
            return handle(
                at::globalContext().getAcceleratorHooksInterface(at::kCUDA).getNewGenerator(
                    static_cast<c10::DeviceIndex>(device.index)));
        return handle(at::detail::createCPUGenerator());
    });
}

gb_generator *gb_generator_default(gb_device device, gb_error *err)
{
    return guard(err,
                 [&] { return handle(at::globalContext().defaultGenerator(gb::device(device))); });
}

gb_generator *gb_generator_ref(const gb_generator *g)
{
    return g ? handle(gb::generator(g)) : nullptr;
}

void gb_generator_unref(gb_generator *g)
{
    if (g) c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(impl(g));
}

void gb_generator_seed(gb_generator *g, int64_t seed)
{
    std::lock_guard<std::mutex> lock(impl(g)->mutex_);
    impl(g)->set_current_seed(static_cast<uint64_t>(seed));
}

int64_t gb_generator_initial_seed(const gb_generator *g)
{
    return static_cast<int64_t>(impl(g)->current_seed());
}

gb_device gb_generator_device(const gb_generator *g)
{
    return gb::device(impl(g)->device());
}

gb_tensor *gb_generator_state(const gb_generator *g, gb_error *err)
{
    return guard(err, [&] { return handle(gb::generator(g).get_state()); });
}

bool gb_generator_set_state(gb_generator *g, const gb_tensor *state, gb_error *err)
{
    return guard(err, [&] { return gb::generator(g).set_state(gb::tensor(state)), true; });
}
}
