/* The well-known traps, seen where they are written. See note.h. */
#include "kernel/lang/trace/note.h"

#include "kernel/lang/trace/proxy_state.h"

#include "graph/tensor/index.h"

#include <stdarg.h>
#include <stdio.h>

GB_PRINTF(2, 3) static void say(gb_vm *vm, const char *format, ...)
{
    enum { LONGEST = 512 };
    char text[LONGEST];
    const gb_model_host *host = gb_model_host_of(vm);
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (host->note) host->note(host->context, vm, text);
}

void gb_note_overwritten(gb_trace *trace, const gb_graph_cell *cell)
{
    for (const gb_proxy *p = trace->proxies; p; p = p->next) {
        if (p->cell != cell || !p->saved || p->saved_line == 0) continue;
        say(trace->vm,
            "line %u: the value that line %u saved is overwritten here, and the saved one with it; "
            ".clone() keeps the old value",
            (unsigned)gb_vm_line(trace->vm), (unsigned)p->saved_line);
        return;
    }
}

/* Is it `block.output`, the hidden state itself? */
static bool is_block_output(gb_value v)
{
    if (!gb_is_proxy(v) || !gb_proxy_is_base(v)) return false;
    const gb_proxy *p = gb_proxy_peek(v);
    const gb_plan *plan = p->cell->place >= 0 ? gb_model_plan(p->trace->model->model) : NULL;
    if (!plan) return false;
    int32_t module = plan->places[p->cell->place].module;
    const gb_module *above = plan->tree.modules[module].parent < 0
                                 ? NULL
                                 : &plan->tree.modules[plan->tree.modules[module].parent];
    return above && above->list && plan->places[p->cell->place].rank == 3;
}

static bool is_int(gb_value v, int64_t wanted)
{
    return v.tag == GB_INT && v.i == wanted;
}

void gb_note_old_index(gb_vm *vm, gb_value value, gb_value key)
{
    const gb_proxy *p = gb_proxy_peek(value);
    const gb_tuple *keys = gb_is_tuple(key) ? gb_tuple_peek(key) : NULL;
    if (!keys || keys->count != 2 || !gb_is_slice(keys->items[0]) || !is_int(keys->items[1], -1) ||
        !p->view || p->view->overload != gb_overload_getitem())
        return;
    const gb_arg *first = &p->view->args[1];
    if (first->kind != GB_ARG_INT || first->as.integer != 0 || !is_block_output(p->parent)) return;
    say(vm,
        "line %u: a block's output is the hidden state [B, T, D] in transformers 5, so [0] is the "
        "first prompt and [0][:, -1] the last of its features; .output[:, -1] is the last token. "
        "`%%compat tuples` brings the older meaning back",
        (unsigned)gb_vm_line(vm));
}
