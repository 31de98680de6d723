/* print() in a trace: values of the run print when they are known. See print.h. */
#include "kernel/lang/trace/print.h"

#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"

/* --- the builtin
 * ------------------------------------------------------------------------------------------ */

/* The innermost trace that prints have to wait for: one that is open and has an invoke. */
static gb_trace *waiting_trace(gb_vm *vm)
{
    gb_trace *trace = gb_trace_current(vm);
    bool runs = trace && trace->state == GB_TRACE_OPEN && trace->mode <= GB_TRACE_GENERATE;
    return runs && trace->invoke != GB_NO_INVOKE ? trace : NULL;
}

static bool any_open(gb_value args)
{
    size_t count;
    gb_value *items = gb_items_peek(args, &count);
    for (size_t i = 0; i < count; i++)
        if (gb_proxy_is_open(items[i])) return true;
    return false;
}

/* A piece of the line: the node of a tensor value, or the text of anything else. */
static bool add_piece(gb_vm *vm, gb_conversion *c, gb_value v, gb_arg *piece)
{
    gb_node_id node;
    if (gb_proxy_is_open(v) && !gb_proxy_is_number(v)) {
        if (!gb_proxy_node(vm, v, &node)) return false;
        *piece = gb_arg_node(node);
        return true;
    }
    gb_value text = gb_to_str(vm, v);
    if (gb_is_unset(text)) return false;
    if (gb_is_unset(c->held)) c->held = gb_list_new(vm, 0);
    *piece = gb_arg_text(gb_str_data(text));
    return !gb_is_unset(c->held) ? gb_list_append_take(vm, c->held, text) : (gb_unref(text), false);
}

static const char *text_or(gb_value v, const char *fallback)
{
    return gb_is_str(v) ? gb_str_data(v) : fallback;
}

static gb_value print_later(gb_vm *vm, gb_trace *trace, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_conversion c;
    gb_conversion_start(&c);
    size_t count, used = 0;
    gb_value *items = gb_items_peek(args[0], &count);
    gb_arg *pieces = gb_calloc(2 * count + 2, sizeof *pieces, &err);
    bool ok = pieces != NULL || gb_raise_error_false(vm, &err);
    for (size_t i = 0; ok && i < count; i++) {
        if (i > 0) pieces[used++] = gb_arg_text(text_or(args[1], " "));
        ok = add_piece(vm, &c, items[i], &pieces[used++]);
    }
    if (ok) {
        pieces[used++] = gb_arg_text(text_or(args[2], "\n"));
        ok = gb_graph_print(trace->graph, trace->invoke, pieces, (int32_t)used,
                            gb_trace_span(trace), &err) != GB_NO_NODE ||
             gb_raise_error_false(vm, &err);
    }
    trace->prints = trace->prints || ok;
    gb_free(pieces);
    gb_conversion_release(&c);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static const char original_key;

static gb_value print_now(gb_vm *vm, gb_value *args)
{
    gb_value *original = gb_vm_attached(vm, &original_key);
    gb_value keywords = gb_dict_new(vm);
    bool ok = !gb_is_unset(keywords) && gb_dict_set_text(vm, keywords, "sep", args[1]) &&
              gb_dict_set_text(vm, keywords, "end", args[2]) &&
              gb_dict_set_text(vm, keywords, "file", args[3]) &&
              gb_dict_set_text(vm, keywords, "flush", args[4]);
    gb_value out = ok ? gb_call_spread(vm, *original, args[0], keywords) : GB_UNSET_VALUE;
    gb_unref(keywords);
    return out;
}

static gb_value print(gb_vm *vm, gb_value *args)
{
    gb_trace *trace = waiting_trace(vm);
    bool later = trace && gb_is_none(args[3]) && (trace->prints || any_open(args[0]));
    return later ? print_later(vm, trace, args) : print_now(vm, args);
}

static const gb_native print_row = {
    "print", print, "*args, sep=' ', end='\\n', file=None, flush=False", GB_TAKES_GRAPH,
    "Prints the values, with sep between them and end after."};

static void release_original(void *state)
{
    gb_unref(*(gb_value *)state);
    gb_free(state);
}

bool gb_print_install(gb_vm *vm)
{
    gb_value builtins = gb_vm_builtins_peek(vm);
    gb_value *original = gb_calloc(1, sizeof *original, NULL);
    if (!original) return gb_raise_false(vm, GB_EXC_MemoryError, "out of memory");
    *original = gb_ref(gb_dict_get_text_peek(vm, builtins, "print"));
    if (!gb_vm_attach(vm, &original_key, original, release_original)) return false;
    return gb_dict_set_text_take(vm, builtins, "print", gb_native_new(vm, &print_row, "builtins"));
}

/* --- when the values are known
 * -------------------------------------------------------------------------------- */

static bool append_value(gb_trace *trace, const gb_arg *value, gb_buffer *out, gb_error *err)
{
    if (value->kind == GB_ARG_TEXT) {
        gb_buffer_put(out, value->as.text, value->count);
        return true;
    }
    if (value->kind == GB_ARG_TENSOR)
        return gb_tensor_print(out, value->as.tensor, gb_torch_print_options(trace->vm), err);
    gb_arg copy;
    if (!gb_arg_copy(value, &copy, err)) return false;
    gb_value v = gb_value_from_arg_take(trace->vm, &copy);
    gb_value text = gb_is_unset(v) ? v : gb_to_str(trace->vm, v);
    if (gb_is_unset(text))
        gb_exception_to_error(trace->vm, err);
    else
        gb_buffer_put(out, gb_str_data(text), gb_str_size(text));
    gb_unref(text);
    gb_unref(v);
    return !gb_is_unset(text);
}

bool gb_trace_show_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                         gb_error *err)
{
    (void)node;
    gb_trace *trace = context;
    gb_buffer line = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = append_value(trace, &values[i], &line, err);
    ok = ok && gb_buffer_ok(&line, err);
    if (ok && line.size) gb_vm_write(trace->vm, false, line.data, line.size);
    gb_buffer_release(&line);
    return ok;
}
