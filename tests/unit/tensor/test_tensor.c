/* Handles: references, facts, construction, reading, conversion, gradients, generators. */
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"
#include "graph/tensor/print.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static gb_tensor *range(int64_t n)
{
    gb_tensor *t = GB_CALL_NAME("aten::arange", NULL, gb_arg_int(n), gb_arg_dtype(GB_F32));
    assert_non_null(t);
    return t;
}

static double number(const gb_tensor *t, int64_t i)
{
    double x = NAN;
    assert_true(gb_tensor_read(t, i, 1, &x, NULL));
    return x;
}

static void references_and_aliases(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = range(6), *again = gb_tensor_ref(x);
    assert_ptr_equal(x, again);
    assert_int_equal(gb_tensor_use_count(x), 2);
    gb_tensor_unref(again);
    assert_true(gb_tensor_is_sole_owner(x));
    gb_tensor *view = GB_CALL(gb_overload_known(GB_KNOWN_NARROW), &err, gb_arg_tensor(x),
                              gb_arg_int(0), gb_arg_int(2), gb_arg_int(3));
    assert_true(gb_tensor_shares_storage(x, view));
    assert_int_equal(gb_tensor_storage_offset(view), 2);
    assert_false(gb_tensor_is_sole_owner(x));
    uint32_t version = gb_tensor_version(x);
    gb_tensor_unref(
        GB_CALL(gb_overload_known(GB_KNOWN_FILL_SCALAR), &err, gb_arg_tensor(view), gb_arg_int(9)));
    assert_int_equal(gb_tensor_version(x), version + 1);
    assert_float_equal(number(x, 3), 9, 0);
    assert_float_equal(number(x, 5), 5, 0);
    gb_tensor *base = gb_tensor_base(view);
    assert_ptr_equal(base, x);
    gb_tensor_unref(base);
    gb_tensor_unref(view);
    gb_tensor_unref(x);
}

static void count_release(void *context)
{
    ++*(int *)context;
}

static void borrowed_memory_is_not_copied(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    float data[6] = {0, 1, 2, 3, 4, 5};
    int released = 0;
    int64_t sizes[] = {2, 3}, wrong[] = {-1};
    gb_borrowed m = {.data = data,
                     .dtype = GB_F32,
                     .sizes = sizes,
                     .dim = 2,
                     .release = count_release,
                     .context = &released};
    gb_tensor *t = gb_tensor_from_borrowed(&m, &err);
    assert_ptr_equal(gb_tensor_data(t), data);
    gb_tensor *more = gb_tensor_detach(t, &err);
    gb_tensor_unref(t);
    assert_int_equal(released, 0);
    gb_tensor_unref(more);
    assert_int_equal(released, 1);
    m.sizes = wrong;
    m.dim = 1;
    assert_null(gb_tensor_from_borrowed(&m, &err));
    assert_int_equal(err.cls, GB_ERR_RUNTIME);
    assert_int_equal(released, 1);
}

static void nested_lists_become_tensors(void **state)
{
    (void)state;
    gb_arg inner[4] = {gb_arg_int(1), gb_arg_float(2.5), gb_arg_int(3), gb_arg_int(4)};
    gb_arg rows[2] = {gb_arg_list(inner, 2), gb_arg_list(inner + 2, 2)}, all = gb_arg_list(rows, 2),
           back;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *t = gb_tensor_from_arg(&all, NULL, &err);
    assert_int_equal(gb_tensor_dtype(t), GB_F32);
    assert_true(gb_tensor_to_list(t, &back, &err));
    assert_int_equal(back.count, 2);
    assert_float_equal(back.as.items[0].as.items[1].as.real, 2.5, 0);
    gb_arg_release(&back);
    gb_tensor_unref(t);
    rows[1].count = 1;
    assert_null(gb_tensor_from_arg(&all, NULL, &err));
    assert_string_equal(err.message, "expected sequence of length 2 at dim 1 (got 1)");
    err = (gb_error)GB_ERROR_INIT;
    gb_tensor_options o = gb_tensor_options_default();
    o.dtype = GB_U8;
    gb_arg big = gb_arg_int(300);
    assert_null(gb_tensor_from_arg(&big, &o, &err));
    assert_string_equal(err.message, "value cannot be converted to type uint8 without overflow");
}

static void args_copy_compare_and_hash(void **state)
{
    (void)state;
    gb_tensor *x = range(2);
    gb_arg parts[3] = {gb_arg_int(0), gb_arg_none(), gb_arg_none()}, copy;
    gb_arg items[4] = {gb_arg_text("sum"), gb_arg_tensor(x), gb_arg_slice(parts),
                       gb_arg_float(NAN)};
    gb_arg list = gb_arg_tuple(items, 4);
    assert_true(gb_arg_copy(&list, &copy, NULL));
    assert_int_equal(gb_tensor_use_count(x), 2);
    assert_true(gb_arg_equal(&list, &copy));
    assert_int_equal(gb_arg_hash(&list), gb_arg_hash(&copy));
    copy.as.items[3].as.real = 1;
    assert_false(gb_arg_equal(&list, &copy));
    gb_buffer b = GB_BUFFER_INIT;
    gb_arg_print(&b, &copy);
    assert_string_equal(b.data, "('sum', float32[2], slice(0, None, None), 1.0)");
    gb_buffer_release(&b);
    gb_arg_release(&copy);
    assert_int_equal(gb_tensor_use_count(x), 1);
    gb_tensor_unref(x);
}

static gb_tensor *doubled(void *context, gb_tensor *grad, gb_error *failed)
{
    ++*(int *)context;
    return GB_CALL(gb_overload_known(GB_KNOWN_MUL), failed, gb_arg_tensor(grad), gb_arg_int(2));
}

static gb_tensor *failing(void *context, gb_tensor *grad, gb_error *failed)
{
    (void)context;
    (void)grad;
    gb_fail(failed, GB_ERR_VALUE, "the hook says no");
    return NULL;
}

static void hooks_change_gradients(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    int calls = 0, released = 0;
    gb_tensor *x = range(3);
    assert_true(gb_tensor_set_requires_grad(x, true, &err));
    gb_tensor *y =
        GB_CALL(gb_overload_known(GB_KNOWN_MUL), &err, gb_arg_tensor(x), gb_arg_tensor(x));
    unsigned id = gb_tensor_add_hook(y, doubled, &calls, NULL, &err);
    assert_int_not_equal(id, 0);
    gb_tensor *z = GB_CALL_NAME("aten::sum", &err, gb_arg_tensor(y));
    assert_true(gb_tensor_backward(z, NULL, &(gb_backward_options){.retain_graph = true}, &err));
    gb_tensor *g = gb_tensor_grad(x);
    assert_float_equal(number(g, 2), 8, 0); /* 2 * 2x */
    assert_int_equal(calls, 1);
    gb_tensor_unref(g);
    assert_int_not_equal(gb_tensor_add_hook(x, failing, &released, count_release, &err), 0);
    assert_false(gb_tensor_backward(z, NULL, NULL, &err));
    assert_string_equal(err.message, "the hook says no");
    assert_int_equal(err.cls, GB_ERR_VALUE);
    gb_tensor_unref(z);
    gb_tensor_unref(y);
    gb_tensor_unref(x);
    assert_int_equal(released, 1);
}

static void gradients_of_inputs(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = range(3), *unused = range(3), *grads[2] = {NULL, NULL};
    gb_tensor *inputs[2] = {x, unused};
    assert_true(gb_tensor_set_requires_grad(x, true, &err));
    assert_true(gb_tensor_set_requires_grad(unused, true, &err));
    gb_tensor *y = GB_CALL(gb_overload_known(GB_KNOWN_MUL), &err, gb_arg_tensor(x), gb_arg_int(3));
    gb_tensor *seed = range(3);
    gb_backward_options o = {.inputs = inputs, .input_count = 2, .retain_graph = true};
    assert_false(gb_autograd_grad(&y, NULL, 1, &o, grads, &err));
    assert_string_equal(err.message, "grad can be implicitly created only for scalar outputs");
    err = (gb_error)GB_ERROR_INIT;
    o.allow_unused = true;
    assert_true(gb_autograd_grad(&y, &seed, 1, &o, grads, &err));
    assert_float_equal(number(grads[0], 2), 6, 0);
    assert_null(grads[1]);
    assert_null(gb_tensor_grad(x));
    gb_tensor_unref(grads[0]);
    gb_tensor_unref(seed);
    gb_tensor_unref(y);
    gb_tensor_unref(x);
    gb_tensor_unref(unused);
}

static void modes_nest(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = range(2);
    assert_true(gb_tensor_set_requires_grad(x, true, &err));
    bool old = gb_grad_mode_set(false);
    gb_tensor *y = GB_CALL(gb_overload_known(GB_KNOWN_ADD), &err, gb_arg_tensor(x), gb_arg_int(1));
    assert_false(gb_tensor_requires_grad(y));
    gb_grad_mode_set(old);
    gb_inference *token = gb_inference_enter(true, &err);
    gb_tensor *z = GB_CALL(gb_overload_known(GB_KNOWN_ADD), &err, gb_arg_tensor(x), gb_arg_int(1));
    assert_true(gb_tensor_is_inference(z));
    assert_int_equal(gb_tensor_version(z), 0);
    gb_inference_leave(token);
    assert_false(gb_inference_mode());
    gb_tensor_unref(y);
    gb_tensor_unref(z);
    gb_tensor_unref(x);
}

static void seeds_repeat(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_arg two = gb_arg_int(2), size = gb_arg_list(&two, 1);
    gb_manual_seed(0);
    gb_tensor *a = GB_CALL_NAME("aten::randn", &err, size);
    assert_float_equal(number(a, 0), 1.5409960746765137,
                       1e-7); /* torch.manual_seed(0); torch.randn(2) */
    gb_generator *g = gb_generator_new((gb_device){GB_CPU, -1}, &err);
    gb_generator_seed(g, 0);
    gb_arg generator = gb_arg_of(GB_ARG_GENERATOR);
    generator.as.generator = g;
    gb_tensor *b = GB_CALL_NAME("aten::randn.generator", &err, size, generator);
    assert_true(gb_tensor_same_bits(a, b));
    gb_tensor_unref(a);
    gb_tensor_unref(b);
    gb_generator_unref(g);
}

static void an_interrupt_stops_a_call(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = range(2);
    gb_interrupt_set();
    assert_null(GB_CALL(gb_overload_known(GB_KNOWN_ADD), &err, gb_arg_tensor(x), gb_arg_int(1)));
    assert_int_equal(err.cls, GB_ERR_INTERRUPT);
    gb_interrupt_clear();
    gb_tensor_unref(x);
}

static void dtypes_and_devices(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_device d;
    assert_int_equal(gb_dtype_find("torch.float"), GB_F32);
    assert_int_equal(gb_dtype_find("BF16"), GB_BF16);
    assert_int_equal(gb_dtype_find("float31"), GB_DTYPE_NONE);
    assert_int_equal(gb_dtype_promote(GB_I64, GB_F16), GB_F16);
    assert_float_equal(gb_dtype_limits_of(GB_F32).eps, 1.1920928955078125e-07, 0);
    assert_float_equal(gb_dtype_limits_of(GB_BF16).max, 3.3895313892515355e+38, 0);
    assert_float_equal(gb_dtype_limits_of(GB_F32).resolution, 1e-6, 1e-20);
    assert_true(gb_dtype_limits_of(GB_I8).min_int == -128);
    assert_true(gb_dtype_limits_of(GB_U64).max_int == UINT64_MAX);
    assert_true(gb_device_parse("cuda:1", &d, &err));
    assert_int_equal(d.index, 1);
    assert_false(gb_device_parse("foo", &d, &err));
    assert_int_equal(err.cls, GB_ERR_RUNTIME);
}

static void failing_allocations_leave_nothing(void **state)
{
    (void)state;
    gb_arg items[3] = {gb_arg_int(1), gb_arg_text("abc"), gb_arg_int(3)},
           list = gb_arg_list(items, 3);
    gb_arg outer = gb_arg_list(&list, 1), copy;
    bool ok = false;
    for (long n = 0; !ok && n < 10; n++) {
        gb_error err = GB_ERROR_INIT;
        gb_alloc_fail_after(n);
        ok = gb_arg_copy(&outer, &copy, &err);
        gb_alloc_fail_after(-1);
        if (!ok) assert_int_equal(err.cls, GB_ERR_MEMORY);
    }
    assert_true(ok);
    gb_arg_release(&copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_and_aliases),
        cmocka_unit_test(borrowed_memory_is_not_copied),
        cmocka_unit_test(nested_lists_become_tensors),
        cmocka_unit_test(args_copy_compare_and_hash),
        cmocka_unit_test(hooks_change_gradients),
        cmocka_unit_test(gradients_of_inputs),
        cmocka_unit_test(modes_nest),
        cmocka_unit_test(seeds_repeat),
        cmocka_unit_test(an_interrupt_stops_a_call),
        cmocka_unit_test(dtypes_and_devices),
        cmocka_unit_test(failing_allocations_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
