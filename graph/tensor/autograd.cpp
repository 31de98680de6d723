/* Gradients, modes, threads and generators. One call into libtorch a function. */
#include "graph/tensor/torch.hpp"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/variable.h>

#include <memory>

using gb::guard;
using gb::handle;
using gb::impl;

struct gb_inference {
    c10::InferenceMode mode;
    explicit gb_inference(bool on) : mode(on)
    {
    }
};

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
            TORCH_CHECK(x.sizes() == g.sizes(), "assigned grad has data of a different size");
            TORCH_CHECK(x.scalar_type() == g.scalar_type(),
                        "assigned grad has data of a different type");
            TORCH_CHECK(x.device() == g.device(),
                        "assigned grad has data located on a different device");
        }
        x.mutable_grad() = g;
        return true;
    });
}

bool gb_tensor_grad_fn(const gb_tensor *t, gb_buffer *out)
{
    return guard(nullptr, [&] {
        const auto &fn = gb::tensor(t).grad_fn();
        if (fn) gb_buffer_format(out, "<%s>", fn->name().c_str());
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
        auto result = torch::autograd::grad(
            ys, list(o->inputs, o->input_count), make_seeds(ys, seeds),
            o->retain_graph || o->create_graph, o->create_graph, o->allow_unused);
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
