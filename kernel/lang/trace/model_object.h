/* Models and their modules as the cell language sees them: LanguageModel, and one Envoy a module.
 *
 * An envoy is a name for a module of the tree. Inside a trace its `.output`, `.input` and inner
 * values read and write the run; everywhere it answers for children, parameters, shapes and its
 * text. */
#ifndef GB_LANG_TRACE_MODEL_OBJECT_H
#define GB_LANG_TRACE_MODEL_OBJECT_H

#include "kernel/lang/vm.h"

#include "graph/engine/backend.h"
#include "graph/model/model.h"

typedef struct gb_edit gb_edit; /* edit.h */

/* What a model object and all its envoys share. Reference-counted. */
typedef struct gb_model_state {
    uint32_t refs;
    gb_vm *vm;
    gb_model *model;     /* owned; NULL for a user's own module (`net`) */
    gb_value net;        /* the user's module of NNsight(net), or unset */
    gb_value modules;    /* dict path -> the user's modules attached to the tree */
    gb_value parameters; /* dict stored name -> Parameter; shared with copies */
    gb_value config;     /* made at the first use; or unset */
    gb_value tokenizer;  /* made at the first use; or unset */
    gb_value renames;    /* dict path -> {second name: path below}; or unset */
    gb_type *cls;        /* of the model object, owned; NULL: LanguageModel */
    gb_edit **edits;     /* in the order they were made; references */
    size_t edit_count, edit_capacity;
    bool tuples; /* compat="tuples": block outputs as they were before transformers 5 */
} gb_model_state;

extern const gb_type_spec gb_envoy_spec;              /* a module */
extern const gb_type_spec gb_transformers_model_spec; /* TransformersModel */
extern const gb_type_spec gb_model_spec; /* LanguageModel: the root module, and the model */

gb_model_state *gb_model_state_new(gb_vm *vm, gb_model *model_take) GB_MUST_CHECK;
gb_model_state *gb_model_state_ref(gb_model_state *state);
void gb_model_state_unref(gb_model_state *state);
/* The same model with the same edits so far; later ones are its own. */
gb_model_state *gb_model_state_copy(const gb_model_state *state) GB_MUST_CHECK;

/* The envoy of a module (0: the root, as a model object). */
gb_value gb_envoy_new(gb_vm *vm, gb_model_state *state, int32_t module) GB_MUST_CHECK;

/* The module behind an envoy or model object; NULL state for other values. */
gb_model_state *gb_envoy_state_peek(gb_value v, int32_t *module);

/* Which backend is wanted. Texts are borrowed. */
typedef struct gb_backend_ask {
    bool here;        /* remote="local": the way to a server and back, in this process */
    const char *host; /* CONFIG.API.HOST; NULL: as the environment says */
    const char *key;  /* CONFIG.API.APIKEY, or NULL */
} gb_backend_ask;

struct gb_trace; /* trace.h */

/* Where graphs run, and what of the outside a model may need; filled by the kernel. */
typedef struct gb_model_host {
    void *context;
    const char *folder;          /* relative ids start from here; NULL: the current folder */
    const gb_progress *progress; /* NULL: nobody listens */
    /* Told of every trace at its end, also of one that failed, and of every model that is opened;
     * NULL: nobody looks. */
    void (*traced)(void *context, const struct gb_trace *trace);
    void (*opened)(void *context, gb_vm *vm, const gb_model *model);
    /* Shows a line about the program beside its output; NULL: nobody reads it. */
    void (*note)(void *context, gb_vm *vm, const char *text);
    /* The backend of remote=True, borrowed, living as long as the VM; NULL with the error:
     * ValueError where no server is named. May be NULL. */
    gb_backend *(*remote)(void *context, const gb_backend_ask *ask, gb_error *err);
} gb_model_host;

/* The hook gb_vm_hooks.missing_attribute: `.save()` on any value. */
gb_value gb_missing_attribute(void *context, gb_vm *vm, gb_value self, gb_value name);

/* Makes `nnsight` and its kin importable. `host` is copied, what it points to borrowed. */
bool gb_nnsight_install(gb_vm *vm, const gb_model_host *host) GB_MUST_CHECK;
const gb_model_host *gb_model_host_of(gb_vm *vm);

/* `%compat tuples`: models opened from here on have block outputs as before transformers 5. */
void gb_nnsight_set_compat_tuples(gb_vm *vm, bool on);
bool gb_nnsight_compat_tuples(gb_vm *vm);
/* The backend of this process; made at the first use. */
gb_backend *gb_backend_here(gb_vm *vm, gb_error *err);

#endif
