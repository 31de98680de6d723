/* `with model.session(remote=True):` values flow between its traces as they do between any; what
 * the session adds is where they run. */
#include "kernel/lang/trace/remote.h"
#include "kernel/lang/trace/tracer.h"

#include "graph/base/memory.h"

static const char default_key;

/* The remote= of the innermost session that says one; unset outside all. */
typedef struct session_default {
    gb_value remote;
} session_default;

static void default_release(void *state)
{
    gb_unref(((session_default *)state)->remote);
    gb_free(state);
}

static session_default *default_of(gb_vm *vm)
{
    session_default *state = gb_vm_attached(vm, &default_key);
    if (state) return state;
    state = gb_calloc(1, sizeof *state, NULL);
    if (state && !gb_vm_attach(vm, &default_key, state, default_release)) {
        gb_free(state);
        return NULL;
    }
    return state;
}

gb_value gb_session_remote_peek(gb_vm *vm)
{
    const session_default *state = default_of(vm);
    return state ? state->remote : GB_UNSET_VALUE;
}

typedef struct session_object {
    gb_object head;
    gb_value model;
    gb_value remote; /* of this session; unset: as outside */
    gb_value outer;  /* what was said outside, while the block runs */
} session_object;

static session_object *as_session(gb_value v)
{
    return (session_object *)(void *)v.o;
}

static void session_release(gb_object *self)
{
    session_object *s = (session_object *)(void *)self;
    gb_clear(&s->model), gb_clear(&s->remote), gb_clear(&s->outer);
}

static void session_traverse(gb_object *self, gb_visit visit, void *context)
{
    const session_object *s = (const session_object *)(void *)self;
    visit(s->model, context), visit(s->remote, context), visit(s->outer, context);
}

static gb_value session_enter(gb_vm *vm, gb_value self)
{
    session_object *s = as_session(self);
    session_default *state = default_of(vm);
    if (state && !gb_is_unset(s->remote)) {
        gb_replace_take(&s->outer, state->remote);
        state->remote = gb_ref(s->remote);
    }
    return gb_ref(s->model);
}

static int session_exit(gb_vm *vm, gb_value self, gb_value exception)
{
    (void)exception;
    session_object *s = as_session(self);
    session_default *state = default_of(vm);
    if (state && !gb_is_unset(s->remote)) {
        gb_replace_take(&state->remote, s->outer);
        s->outer = GB_UNSET_VALUE;
    }
    return 0;
}

static const gb_type_spec session_spec = {
    .name = "Session",
    .module = "nnsight",
    .doc = "Several traces; with remote=True each of them runs on the server.",
    .size = sizeof(session_object),
    .flags = GB_TYPE_NO_MAKE,
    .slots = {.release = session_release,
              .traverse = session_traverse,
              .enter = session_enter,
              .exit = session_exit},
};

gb_value gb_session_context(gb_vm *vm, gb_value model, gb_value keywords)
{
    gb_type *type = gb_type_make(vm, &session_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    as_session(v)->model = gb_ref(model);
    if (gb_is_dict(keywords))
        as_session(v)->remote = gb_ref(gb_dict_get_text_peek(vm, keywords, "remote"));
    return v;
}
