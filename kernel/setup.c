/* What a session's virtual machine is given at its start. See session_state.h. */
#include "kernel/session_state.h"

#include "kernel/picture.h"
#include "kernel/lang/hf/tokenizer.h"
#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/model_object.h"
#include "kernel/trace_record.h"

#include <string.h>

/* --- what models and traces tell -----------------------------------------------------------------
 */

static void note_trace(void *context, const gb_trace *trace)
{
    gb_session *session = gb_session_of(trace->vm);
    (void)context;
    gb_trace_record_take(session->last_trace, trace);
    if (!session->watch.graph) return;
    gb_buffer text = GB_BUFFER_INIT;
    gb_graph_text(trace->graph, &text);
    session->watch.graph(session->watch.context, text.data ? text.data : "");
    gb_buffer_release(&text);
}

static void note_model(void *context, gb_vm *vm, const gb_model *model)
{
    gb_session *session = gb_session_of(vm);
    (void)context;
    if (!session->watch.plan) return;
    gb_buffer text = GB_BUFFER_INIT;
    gb_plan_print(gb_model_plan(model), &text);
    session->watch.plan(session->watch.context, text.data ? text.data : "");
    gb_buffer_release(&text);
}

/* Below a notebook's cell; a script's output is the program's own, so there it goes to stderr. */
static void show_note(void *context, gb_vm *vm, const char *text)
{
    gb_session *session = gb_session_of(vm);
    (void)context;
    if (session->cell && !session->cell->hide_result) {
        gb_session_note(session, text);
        return;
    }
    gb_vm_write(vm, true, "note: ", 6);
    gb_vm_write(vm, true, text, strlen(text));
    gb_vm_write(vm, true, "\n", 1);
}

bool gb_session_install(gb_session *session, gb_error *err)
{
    gb_vm *vm = session->vm;
    gb_model_host host = {.context = session->remotes,
                          .folder = session->folder,
                          .progress = gb_progress_board_hook(session->progress),
                          .traced = note_trace,
                          .opened = note_model,
                          .note = show_note,
                          .remote = gb_remotes_find};
    if (gb_module_register(vm, &gb_views_module) && gb_module_register(vm, &gb_figures_module) &&
        gb_torch_install(vm) && gb_transformers_install(vm) && gb_nnsight_install(vm, &host))
        return true;
    gb_exception_to_error(vm, err);
    return false;
}

bool gb_session_add_record(gb_session *session, gb_error *err)
{
    return (session->last_trace = gb_trace_record_new(err)) != NULL;
}

void gb_session_free_record(gb_session *session)
{
    gb_trace_record_free(session->last_trace);
}

bool gb_session_set_arguments(gb_session *session, const gb_session_options *options, gb_error *err)
{
    gb_vm *vm = session->vm;
    gb_value sys = gb_import(vm, "sys"), list = gb_list_new(vm, 0);
    for (size_t i = 0; !gb_is_unset(list) && i < options->argc; i++)
        if (!gb_list_append_take(vm, list, gb_str_text_new(vm, options->argv[i]))) gb_clear(&list);
    bool ok = !gb_is_unset(sys) && !gb_is_unset(list) && gb_module_set(vm, sys, "argv", list);
    if (!ok) gb_exception_to_error(vm, err);
    gb_unref(sys);
    gb_unref(list);
    return ok;
}
