/* Operators: finding, choosing, calling. */
#include "graph/tensor/op.h"

#include "graph/tensor/autograd.h"
#include "graph/tensor/index.h"
#include "graph/tensor/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static gb_tensor *range(int64_t n)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *t = GB_CALL_NAME("aten::arange", &err, gb_arg_int(n), gb_arg_dtype(GB_F32));
    assert_non_null(t);
    return t;
}

static void call(const char *name, const gb_op_arguments *c, gb_results *r)
{
    gb_error err = GB_ERROR_INIT;
    if (!gb_op_call(gb_op_find(name, &err), c, r, &err)) fail_msg("%s: %s", name, err.message);
}

static double number(const gb_tensor *t, int64_t i)
{
    double x = 0;
    assert_true(gb_tensor_read(t, i, 1, &x, NULL));
    return x;
}

static void finds_operators_and_suggests(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    assert_ptr_equal(gb_op_find("add", &err), gb_op_find("aten::add", &err));
    assert_non_null(gb_overload_find("aten::add.Tensor", &err));
    assert_null(gb_op_find("sofmax", &err));
    assert_int_equal(err.cls, GB_ERR_ATTRIBUTE);
    assert_non_null(strstr(err.message, "did you mean 'softmax'"));
}

static void number_stands_for_tensor(void **state)
{
    (void)state;
    gb_tensor *x = range(3);
    gb_arg self = gb_arg_tensor(x), other = gb_arg_int(2);
    gb_results r;
    call("add", &(gb_op_arguments){.self = &self, .positional = &other, .positional_count = 1}, &r);
    assert_string_equal(gb_overload_name(r.overload), "aten::add.Tensor");
    assert_float_equal(number(r.values[0].as.tensor, 2), 4, 0);
    assert_int_equal(gb_tensor_dtype(r.values[0].as.tensor), GB_F32);
    gb_results_release(&r);
    gb_tensor_unref(x);
}

static void varargs_keywords_and_defaults(void **state)
{
    (void)state;
    gb_tensor *x = range(6);
    gb_arg self = gb_arg_tensor(x), two[2] = {gb_arg_int(2), gb_arg_int(3)};
    gb_results r, s;
    call("view", &(gb_op_arguments){.self = &self, .positional = two, .positional_count = 2}, &r);
    assert_int_equal(gb_tensor_size(r.values[0].as.tensor, 1), 3);
    const char *names[] = {"axis", "keepdims"};
    gb_arg values[] = {gb_arg_int(1), gb_arg_bool(true)};
    call("sum",
         &(gb_op_arguments){
             .self = &r.values[0], .keywords = names, .keyword_values = values, .keyword_count = 2},
         &s);
    assert_int_equal(gb_tensor_dim(s.values[0].as.tensor), 2);
    assert_float_equal(number(s.values[0].as.tensor, 1), 12, 0);
    gb_results_release(&s);
    gb_results_release(&r);
    gb_tensor_unref(x);
}

static void errors_are_pytorchs(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = range(3);
    gb_arg args[2] = {gb_arg_tensor(x), gb_arg_text("a")};
    gb_results r;
    assert_false(gb_op_call(
        gb_op_find("add", &err),
        &(gb_op_arguments){.self = args, .positional = args + 1, .positional_count = 1}, &r, &err));
    assert_int_equal(err.cls, GB_ERR_TYPE);
    assert_string_equal(err.message,
                        "add(): argument 'other' (position 1) must be Tensor, not str");
    err = (gb_error)GB_ERROR_INIT;
    gb_arg five = gb_arg_int(5);
    assert_false(gb_op_call(
        gb_op_find("sum", &err),
        &(gb_op_arguments){.self = args, .positional = &five, .positional_count = 1}, &r, &err));
    assert_int_equal(err.cls, GB_ERR_INDEX);
    assert_string_equal(err.message,
                        "Dimension out of range (expected to be in range of [-1, 0], but got 5)");
    gb_tensor_unref(x);
}

static void out_and_several_results(void **state)
{
    (void)state;
    gb_tensor *x = range(4), *y = range(4);
    gb_arg two[2] = {gb_arg_tensor(x), gb_arg_tensor(x)}, out = gb_arg_tensor(y);
    const char *name = "out";
    gb_results r;
    call("mul",
         &(gb_op_arguments){.positional = two,
                            .positional_count = 2,
                            .keywords = &name,
                            .keyword_values = &out,
                            .keyword_count = 1},
         &r);
    assert_string_equal(gb_overload_name(r.overload), "aten::mul.out");
    assert_float_equal(number(y, 3), 9, 0);
    gb_results_release(&r);
    gb_arg k[2] = {gb_arg_tensor(x), gb_arg_int(2)};
    call("topk", &(gb_op_arguments){.positional = k, .positional_count = 2}, &r);
    assert_int_equal(r.count, 2);
    assert_string_equal(gb_overload_result_name(r.overload, 1), "indices");
    assert_float_equal(number(r.values[1].as.tensor, 0), 3, 0);
    gb_results_release(&r);
    gb_tensor_unref(x);
    gb_tensor_unref(y);
}

static void requires_grad_of_a_factory_and_backward(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const char *name = "requires_grad";
    gb_arg yes = gb_arg_bool(true), n = gb_arg_int(3);
    gb_results r;
    call("ones",
         &(gb_op_arguments){.positional = &n,
                            .positional_count = 1,
                            .keywords = &name,
                            .keyword_values = &yes,
                            .keyword_count = 1},
         &r);
    gb_tensor *x = r.values[0].as.tensor;
    gb_tensor *y = GB_CALL_NAME("aten::mul.Tensor", &err, gb_arg_tensor(x), gb_arg_int(3));
    gb_tensor *z = GB_CALL_NAME("aten::sum", &err, gb_arg_tensor(y));
    assert_true(gb_tensor_backward(z, NULL, NULL, &err));
    gb_tensor *g = gb_tensor_grad(x);
    assert_float_equal(number(g, 2), 3, 0);
    gb_buffer b = GB_BUFFER_INIT;
    assert_true(gb_tensor_grad_fn(y, &b));
    assert_string_equal(b.data, "<MulBackward0>");
    gb_buffer_release(&b);
    gb_tensor_unref(g);
    gb_tensor_unref(z);
    gb_tensor_unref(y);
    gb_results_release(&r);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Not asserted: printed, so that a change for the worse is seen. */
static void measures_a_call(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = range(4);
    gb_inference *mode = gb_inference_enter(true, &err);
    gb_arg self = gb_arg_tensor(x), other = gb_arg_tensor(x);
    gb_op_arguments c = {.self = &self, .positional = &other, .positional_count = 1};
    const gb_op *op = gb_op_find("add", &err);
    double t0 = seconds();
    for (int i = 0; i < 20000; i++)
        gb_tensor_unref(GB_CALL(gb_overload_known(GB_KNOWN_ADD), &err, self, other));
    double t1 = seconds();
    for (int i = 0; i < 20000; i++) {
        gb_results r;
        assert_true(gb_op_call(op, &c, &r, &err));
        gb_results_release(&r);
    }
    double t2 = seconds();
    print_message("add: %.3f us a call, %.3f us with choosing\n", (t1 - t0) * 50, (t2 - t1) * 50);
    gb_inference_leave(mode);
    gb_tensor_unref(x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_operators_and_suggests),
        cmocka_unit_test(number_stands_for_tensor),
        cmocka_unit_test(varargs_keywords_and_defaults),
        cmocka_unit_test(errors_are_pytorchs),
        cmocka_unit_test(out_and_several_results),
        cmocka_unit_test(requires_grad_of_a_factory_and_backward),
        cmocka_unit_test(measures_a_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
