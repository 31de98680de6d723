/* Operator calls, index expressions and shape inference against PyTorch:
 * tests/golden/tensor/calls.txt, made by tests/oracle/tensor_calls.py. Each call is also inferred,
 * and its shape and dtype compared with those of the real result. GLASSBOX_TEST_ALL=1 lists all
 * differences in place of failing at the first. */
#include "graph/tensor/index.h"

#include "graph/base/arena.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/print.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* --- reading a call
 * -------------------------------------------------------------------------------- */

/* Texts are ours, so what cannot be read stops the test. */
typedef struct reader {
    const char *at;
    gb_arena arena;
    gb_tensor *tensors[64];
    size_t tensor_count;
} reader;

static gb_arg read_value(reader *r);

static void skip_spaces(reader *r)
{
    while (*r->at == ' ')
        r->at++;
}

static bool take(reader *r, const char *text)
{
    skip_spaces(r);
    if (strncmp(r->at, text, strlen(text)) != 0) return false;
    r->at += strlen(text);
    return true;
}

static gb_arg *copy_items(reader *r, const gb_arg *items, size_t count)
{
    return gb_arena_copy(&r->arena, items, (count + 1) * sizeof *items, NULL);
}

/* Values up to `close`; *comma tells whether there was one. */
static gb_arg read_items(reader *r, const char *close, bool *comma)
{
    gb_arg items[32];
    size_t count = 0;
    *comma = false;
    while (!take(r, close)) {
        assert_true(count < 31);
        items[count++] = read_value(r);
        *comma = take(r, ",") || *comma;
    }
    memset(&items[count], 0, sizeof items[0]);
    return gb_arg_list(copy_items(r, items, count), count);
}

static gb_arg element(char kind, int64_t i)
{
    double wave = (double)((i * 37) % 101 - 50) / 7;
    if (kind == 'I') return gb_arg_int((i * 7) % 3);
    if (kind == 'B') return gb_arg_bool(i % 3 == 0);
    if (kind == 'C') return gb_arg_complex((double)i, (double)-i);
    return gb_arg_float(wave);
}

static gb_arg read_tensor(reader *r, char kind)
{
    static const struct {
        char kind;
        gb_dtype dtype;
    } kinds[] = {{'T', GB_F32}, {'D', GB_F64}, {'I', GB_I64}, {'B', GB_BOOLEAN}, {'C', GB_C64}};
    bool comma;
    gb_error err = GB_ERROR_INIT;
    gb_arg sizes = read_items(r, ")", &comma);
    int64_t count = 1;
    for (uint32_t i = 0; i < sizes.count; i++)
        count *= sizes.as.items[i].as.integer;
    gb_arg *items = calloc((size_t)count + 1, sizeof *items);
    for (int64_t i = 0; i < count; i++)
        items[i] = element(kind, i);
    gb_arg list = gb_arg_list(items, (size_t)count);
    gb_tensor_options o = gb_tensor_options_default();
    for (size_t i = 0; i < 5; i++)
        if (kinds[i].kind == kind) o.dtype = kinds[i].dtype;
    gb_tensor *flat = gb_tensor_from_arg(&list, &o, &err);
    free(items);
    gb_tensor *t = GB_CALL(gb_overload_known(GB_KNOWN_RESHAPE), &err, gb_arg_tensor(flat), sizes);
    assert_non_null(t);
    gb_tensor_unref(flat);
    return gb_arg_tensor(r->tensors[r->tensor_count++] = t);
}

static gb_arg read_text(reader *r)
{
    size_t n = strcspn(r->at, "'");
    const char *text = gb_arena_strndup(&r->arena, r->at, n, NULL);
    r->at += n + 1;
    return gb_arg_text(text);
}

static gb_arg read_name_or_number(reader *r)
{
    static const struct {
        const char *name;
        double value;
    } numbers[] = {{"inf", INFINITY}, {"-inf", -INFINITY}, {"nan", NAN}};
    for (size_t i = 0; i < 3; i++)
        if (take(r, numbers[i].name)) return gb_arg_float(numbers[i].value);
    if (take(r, "torch.")) {
        size_t n = strspn(r->at, "abcdefghijklmnopqrstuvwxyz0123456789");
        const char *name = gb_arena_strndup(&r->arena, r->at, n, NULL);
        r->at += n;
        return gb_arg_dtype(gb_dtype_find(name));
    }
    char *end;
    size_t n = strspn(r->at, "-0123456789");
    bool real = r->at[n] == '.' || r->at[n] == 'e';
    gb_arg value = real ? gb_arg_float(strtod(r->at, &end)) : gb_arg_int(strtoll(r->at, &end, 10));
    if (end == r->at) fail_msg("cannot read '%s'", r->at);
    r->at = end;
    return value;
}

static gb_arg read_value(reader *r)
{
    bool comma;
    skip_spaces(r);
    if (take(r, "...")) return gb_arg_of(GB_ARG_ELLIPSIS);
    if (take(r, "None")) return gb_arg_none();
    if (take(r, "True")) return gb_arg_bool(true);
    if (take(r, "False")) return gb_arg_bool(false);
    if (take(r, "'")) return read_text(r);
    if (strchr("TDIBC", *r->at) && r->at[1] == '(') {
        r->at += 2;
        return read_tensor(r, r->at[-2]);
    }
    if (take(r, "[")) return read_items(r, "]", &comma);
    if (take(r, "(")) {
        gb_arg list = read_items(r, ")", &comma);
        if (!comma && list.count == 1) return list.as.items[0];
        list.tuple = true;
        return list;
    }
    return read_name_or_number(r);
}

/* One item of an index: a value or a slice. */
static gb_arg read_index_item(reader *r)
{
    gb_arg parts[4] = {{0}};
    skip_spaces(r);
    if (*r->at != ':') {
        parts[0] = read_value(r);
        skip_spaces(r);
        if (*r->at != ':') return parts[0];
    }
    for (int i = 1; i < 3 && take(r, ":"); i++) {
        skip_spaces(r);
        if (!strchr(":,]", *r->at)) parts[i] = read_value(r);
    }
    return gb_arg_slice(copy_items(r, parts, 3));
}

static gb_arg read_index(reader *r)
{
    gb_arg items[16];
    size_t count = 0;
    bool comma = false;
    while (!take(r, "]")) {
        items[count++] = read_index_item(r);
        comma = take(r, ",") || comma;
    }
    return comma ? gb_arg_tuple(copy_items(r, items, count), count) : items[0];
}

static void release(reader *r)
{
    for (size_t i = 0; i < r->tensor_count; i++)
        gb_tensor_unref(r->tensors[i]);
    gb_arena_release(&r->arena);
}

/* --- writing a result
 * ------------------------------------------------------------------------------ */

static void show(gb_buffer *b, const gb_arg *a);

static void show_many(gb_buffer *b, const gb_arg *items, size_t count)
{
    gb_buffer_char(b, '(');
    for (size_t i = 0; i < count; i++) {
        if (i) gb_buffer_text(b, ", ");
        show(b, &items[i]);
    }
    gb_buffer_char(b, ')');
}

static void show(gb_buffer *b, const gb_arg *a)
{
    if (a->kind == GB_ARG_TENSOR)
        assert_true(gb_tensor_print(b, a->as.tensor, NULL, NULL));
    else if (a->kind == GB_ARG_LIST)
        show_many(b, a->as.items, a->count);
    else
        gb_arg_print(b, a);
}

/* --- inference
 * --------------------------------------------------------------------------------------- */

static int inferred, unknown;

static bool same_facts(const gb_arg *a, const gb_arg *b)
{
    if (a->kind != b->kind) return false;
    if (a->kind == GB_ARG_LIST) {
        for (uint32_t i = 0; i < a->count; i++)
            if (a->count != b->count || !same_facts(&a->as.items[i], &b->as.items[i])) return false;
        return true;
    }
    return a->kind != GB_ARG_TENSOR ||
           (gb_tensor_same_shape(a->as.tensor, b->as.tensor) &&
            gb_tensor_dtype(a->as.tensor) == gb_tensor_dtype(b->as.tensor));
}

/* The inference must agree with the real results, or with the failure. */
static void infer(gb_buffer *b, const gb_overload *o, const gb_arg *args, size_t count,
                  const gb_arg *real)
{
    gb_arg results[GB_RESULTS_MAX];
    gb_error err = GB_ERROR_INIT;
    gb_inferred got = gb_overload_infer(o, args, count, results, &err);
    inferred += got == GB_INFER_KNOWN;
    unknown += got == GB_INFER_UNKNOWN;
    if (got == GB_INFER_ERROR && real) gb_buffer_format(b, " INFER FAILS: %s", err.message);
    if (got != GB_INFER_KNOWN) return;
    for (size_t i = 0; i < gb_overload_result_count(o); i++) {
        if (real && !same_facts(&results[i], &real[i])) {
            gb_buffer_text(b, " INFERS ");
            gb_arg_print(b, &results[i]);
        }
        gb_arg_release(&results[i]);
    }
}

/* --- running a call
 * ---------------------------------------------------------------------------------- */

static void show_error(gb_buffer *b, const gb_error *err)
{
    gb_buffer_format(b, "!%s: %s", gb_error_class_name(err->cls), err->message);
}

static void run_call(reader *r, bool method, gb_buffer *b)
{
    gb_arg positional[16], values[16], self, results[GB_RESULTS_MAX];
    const char *names[16];
    gb_op_arguments call = {.positional = positional, .keywords = names, .keyword_values = values};
    gb_error err = GB_ERROR_INIT;
    gb_bound bound;
    size_t n = strcspn(r->at, "(");
    const char *name = gb_arena_strndup(&r->arena, r->at, n, NULL);
    r->at += n + 1;
    while (!take(r, ")")) {
        skip_spaces(r);
        size_t word = strspn(r->at, "abcdefghijklmnopqrstuvwxyz_0123456789");
        if (word && r->at[word] == '=') {
            names[call.keyword_count] = gb_arena_strndup(&r->arena, r->at, word, NULL);
            r->at += word + 1;
            values[call.keyword_count++] = read_value(r);
        } else {
            positional[call.positional_count++] = read_value(r);
        }
        take(r, ",");
    }
    if (method) {
        self = positional[0];
        call.self = &self;
        call.positional++;
        call.positional_count--;
    }
    const gb_op *op = gb_op_find(name, &err);
    if (!op || !gb_op_choose(op, &call, &bound, &err)) {
        show_error(b, &err);
        return;
    }
    gb_buffer extra = GB_BUFFER_INIT;
    infer(&extra, bound.overload, bound.args, bound.count, NULL);
    if (!gb_overload_call(bound.overload, bound.args, bound.count, results, &err)) {
        show_error(b, &err);
    } else {
        size_t count = gb_overload_result_count(bound.overload);
        for (size_t i = 0; bound.requires_grad && i < count; i++)
            assert_true(gb_tensor_set_requires_grad(results[i].as.tensor, true, &err));
        if (count == 1)
            show(b, results);
        else
            show_many(b, results, count);
        if (!gb_overload_mutates(bound.overload))
            infer(b, bound.overload, bound.args, bound.count, results);
        for (size_t i = 0; i < count; i++)
            gb_arg_release(&results[i]);
    }
    gb_buffer_release(&extra);
}

static void run_getitem(reader *r, gb_buffer *b)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg args[2], result;
    args[0] = read_value(r);
    assert_true(take(r, "["));
    args[1] = read_index(r);
    if (!gb_overload_call(gb_overload_getitem(), args, 2, &result, &err)) {
        show_error(b, &err);
        return;
    }
    show(b, &result);
    infer(b, gb_overload_getitem(), args, 2, &result);
    bool view = gb_tensor_shares_storage(args[0].as.tensor, result.as.tensor);
    if (view != gb_index_is_view(&args[1])) gb_buffer_text(b, " VIEW?");
    gb_arg_release(&result);
}

static void run_setitem(reader *r, gb_buffer *b)
{
    gb_error err = GB_ERROR_INIT;
    gb_arg args[3], result;
    args[0] = read_value(r);
    assert_true(take(r, "["));
    args[1] = read_index(r);
    assert_true(take(r, "="));
    args[2] = read_value(r);
    if (args[2].kind >= GB_ARG_BOOL && args[2].kind <= GB_ARG_COMPLEX)
        infer(b, gb_overload_setitem(), args, 3, NULL);
    if (!gb_tensor_index_put(args[0].as.tensor, &args[1], &args[2], &err)) {
        show_error(b, &err);
        return;
    }
    show(b, &args[0]);
    if (!gb_overload_call(gb_overload_setitem(), args, 3, &result, &err))
        fail_msg("setitem: %s", err.message);
    if (!gb_tensor_same_bits(result.as.tensor, args[0].as.tensor)) gb_buffer_text(b, " SETITEM?");
    gb_arg_release(&result);
}

static void run(reader *r, gb_buffer *b)
{
    char kind = r->at[0];
    r->at += 2;
    if (kind == 'G')
        run_getitem(r, b);
    else if (kind == 'S')
        run_setitem(r, b);
    else
        run_call(r, kind == 'M', b);
}

static void escape(gb_buffer *b)
{
    gb_buffer to = GB_BUFFER_INIT;
    for (const char *c = b->data; c && *c; c++)
        if (*c == '\n')
            gb_buffer_text(&to, "\\n");
        else
            gb_buffer_char(&to, *c);
    gb_buffer_release(b);
    *b = to;
}

static void calls_give_what_pytorch_gives(void **state)
{
    (void)state;
    static char line[1 << 16];
    FILE *file = fopen("tests/golden/tensor/calls.txt", "r");
    int cases = 0, wrong = 0;
    bool all = getenv("GLASSBOX_TEST_ALL") != NULL;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        reader r = {.at = line};
        gb_buffer got = GB_BUFFER_INIT;
        line[strcspn(line, "\n")] = '\0';
        char *want = strstr(line, " | ");
        *want = '\0';
        run(&r, &got);
        escape(&got);
        cases++;
        /* a message is cut where a gb_error ends */
        if (!got.data || strncmp(got.data, want + 3, 900) != 0) {
            wrong++;
            if (!all) fail_msg("%s\ngot  %s\nwant %s", line, got.data ? got.data : "", want + 3);
            print_message("%s\n  got  %.300s\n  want %.300s\n", line, got.data ? got.data : "",
                          want + 3);
        }
        gb_buffer_release(&got);
        release(&r);
    }
    fclose(file);
    print_message("%d calls, %d wrong; shapes: %d inferred, %d unknown\n", cases, wrong, inferred,
                  unknown);
    assert_true(cases > 1000);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_give_what_pytorch_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
