/* The text of a print. See print_text.h. */
#include "share/print_text.h"

enum { DEEPEST = 16 };

static bool put_value(const gb_arg *value, const gb_print_options *options, int depth,
                      gb_buffer *out, gb_error *err);

static bool put_list(const gb_arg *list, const gb_print_options *options, int depth, gb_buffer *out,
                     gb_error *err)
{
    if (depth >= DEEPEST) return gb_fail(err, GB_ERR_VALUE, "a list nested too deep to print");
    gb_buffer_char(out, list->tuple ? '(' : '[');
    for (uint32_t i = 0; i < list->count; i++) {
        if (i) gb_buffer_text(out, ", ");
        if (!put_value(&list->as.items[i], options, depth + 1, out, err)) return false;
    }
    if (list->tuple && list->count == 1) gb_buffer_char(out, ',');
    gb_buffer_char(out, list->tuple ? ')' : ']');
    return true;
}

static bool put_value(const gb_arg *value, const gb_print_options *options, int depth,
                      gb_buffer *out, gb_error *err)
{
    if (value->kind == GB_ARG_TENSOR) return gb_tensor_print(out, value->as.tensor, options, err);
    if (value->kind == GB_ARG_LIST) return put_list(value, options, depth, out, err);
    gb_arg_print(out, value);
    return true;
}

bool gb_print_text(const gb_arg *values, size_t count, const gb_print_options *options,
                   gb_buffer *out, gb_error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (values[i].kind == GB_ARG_TEXT)
            gb_buffer_put(out, values[i].as.text, values[i].count);
        else if (!put_value(&values[i], options, 0, out, err))
            return false;
    }
    return gb_buffer_ok(out, err);
}
