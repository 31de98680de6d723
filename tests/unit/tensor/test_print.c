/* Printing, against what PyTorch prints (tests/golden/tensor/print.txt, by
 * tests/oracle/tensor_print.py). */
#include "graph/tensor/print.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static double wave(int64_t i)
{
    return (double)((i * 37) % 101 - 50);
}

/* Element i of a kind, as tests/oracle/tensor_print.py makes it. */
static gb_arg element(const char *kind, int64_t i)
{
    static const double odd[] = {1.5, INFINITY, -INFINITY, NAN, 0.0, -2.0},
                        whole[] = {1.0, INFINITY, NAN, -3.0};
    if (!strcmp(kind, "ramp")) return gb_arg_float((double)i);
    if (!strcmp(kind, "half_ramp")) return gb_arg_float((double)i / 2);
    if (!strcmp(kind, "small")) return gb_arg_float(wave(i) * 1e-6);
    if (!strcmp(kind, "mixed")) return gb_arg_float(wave(i) * pow(10.0, (double)(i % 7 - 3)));
    if (!strcmp(kind, "big")) return gb_arg_float((double)i * 1e7);
    if (!strcmp(kind, "nonfinite")) return gb_arg_float(odd[i % 6]);
    if (!strcmp(kind, "whole_nonfinite")) return gb_arg_float(whole[i % 4]);
    if (!strcmp(kind, "nans")) return gb_arg_float(NAN);
    if (!strcmp(kind, "zeros")) return gb_arg_float(0);
    if (!strcmp(kind, "ints") || !strcmp(kind, "int32")) return gb_arg_int((i * 37) % 101 - 50);
    if (!strcmp(kind, "bytes")) return gb_arg_int((i * 37) % 256);
    if (!strcmp(kind, "shorts")) return gb_arg_int(i * 10);
    if (!strcmp(kind, "bools")) return gb_arg_bool(i % 3 == 0);
    if (!strcmp(kind, "complex"))
        return gb_arg_complex(wave(i) / 7, (double)((i * 13) % 11 - 5) / 3);
    if (!strcmp(kind, "whole_complex")) return gb_arg_complex((double)i, (double)-i);
    if (!strcmp(kind, "cdouble")) return gb_arg_complex((double)i / 4, (double)(i % 3));
    return gb_arg_float(wave(i) / 7); /* wave, doubles, halves, bf */
}

static gb_dtype dtype_of(const char *kind)
{
    static const struct {
        const char *kind;
        gb_dtype dtype;
    } rows[] = {{"doubles", GB_F64},       {"halves", GB_F16},    {"bf", GB_BF16},
                {"ints", GB_I64},          {"int32", GB_I32},     {"bytes", GB_U8},
                {"shorts", GB_I16},        {"bools", GB_BOOLEAN}, {"complex", GB_C64},
                {"whole_complex", GB_C64}, {"cdouble", GB_C128}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (!strcmp(rows[i].kind, kind)) return rows[i].dtype;
    return GB_F32;
}

static gb_tensor *make(const char *kind, const char *sizes)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg dims[8];
    int64_t count = 1;
    size_t dim = 0;
    for (const char *at = sizes; *at; at += *at == ',') {
        char *end;
        dims[dim++] = gb_arg_int(strtoll(at, &end, 10));
        count *= dims[dim - 1].as.integer;
        at = end;
    }
    gb_arg *items = calloc((size_t)count + 1, sizeof *items);
    for (int64_t i = 0; i < count; i++)
        items[i] = element(kind, i);
    gb_arg list = gb_arg_list(items, (size_t)count);
    gb_tensor_options o = gb_tensor_options_default();
    o.dtype = dtype_of(kind);
    gb_tensor *flat = gb_tensor_from_arg(&list, &o, &err);
    if (!flat) fail_msg("%s %s: %s", kind, sizes, err.message);
    gb_tensor *t = GB_CALL(gb_overload_known(GB_KNOWN_RESHAPE), &err, gb_arg_tensor(flat),
                           gb_arg_list(dims, dim));
    gb_tensor_unref(flat);
    free(items);
    return t;
}

static char *unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (from[0] == '\\' && from[1] == 'n') {
            *to++ = '\n';
            from++;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return text;
}

static void prints_as_pytorch(void **state)
{
    (void)state;
    FILE *file = fopen("tests/golden/tensor/print.txt", "r");
    assert_non_null(file);
    static char line[1 << 16];
    int cases = 0;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        char *sizes = strchr(line, ' '), *want = strstr(line, " | ");
        *sizes++ = *want = '\0';
        gb_error err = GB_ERROR_INIT;
        gb_tensor *t = make(line, sizes);
        char *got = gb_tensor_repr(t, NULL, &err);
        if (!got || strcmp(got, unescape(want + 3)) != 0)
            fail_msg("%s [%s]:\ngot  %s\nwant %s", line, sizes, got ? got : err.message, want + 3);
        gb_free(got);
        gb_tensor_unref(t);
        cases++;
    }
    fclose(file);
    assert_true(cases > 200);
}

static void expect(const gb_tensor *t, const gb_print_options *o, const char *want)
{
    char *got = gb_tensor_repr(t, o, NULL);
    assert_string_equal(got, want);
    gb_free(got);
}

static void suffixes_and_options(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_tensor *x = make("half_ramp", "3");
    assert_true(gb_tensor_set_requires_grad(x, true, &err));
    expect(x, NULL, "tensor([0.0000, 0.5000, 1.0000], requires_grad=True)");
    gb_tensor *y = GB_CALL(gb_overload_known(GB_KNOWN_MUL), &err, gb_arg_tensor(x), gb_arg_int(2));
    expect(y, NULL, "tensor([0., 1., 2.], grad_fn=<MulBackward0>)");
    gb_print_options o = gb_print_defaults;
    o.precision = 2;
    o.sci_mode = GB_SCI_ON;
    expect(x, &o, "tensor([0.00e+00, 5.00e-01, 1.00e+00], requires_grad=True)");
    gb_tensor *m = gb_tensor_as_meta(y, &err);
    expect(m, NULL, "tensor(..., device='meta', size=(3,))");
    gb_tensor_unref(m);
    gb_tensor_unref(y);
    gb_tensor_unref(x);
    gb_buffer b = GB_BUFFER_INIT;
    gb_shape_print(&b, (int64_t[]){2, 3}, 2);
    assert_string_equal(b.data, "torch.Size([2, 3])");
    gb_buffer_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_as_pytorch),
        cmocka_unit_test(suffixes_and_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
