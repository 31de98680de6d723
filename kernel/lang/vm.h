/* The virtual machine: one session's builtins, modules, types and exception state; running code.
 *
 * A VM is used by one thread at a time. Natives get it as their first argument; everything a VM
 * made is released with it. Nothing here prints or exits: what a program prints goes to the hooks.
 */
#ifndef GB_LANG_VM_H
#define GB_LANG_VM_H

#include "kernel/lang/code.h"
#include "kernel/lang/object.h"

/* What a path leads to; GB_FILE_ERROR: the exception is in the VM. */
typedef enum gb_file_kind {
    GB_FILE_ERROR = -1,
    GB_FILE_NOTHING,
    GB_FILE_REGULAR,
    GB_FILE_FOLDER
} gb_file_kind;

/* What the host does for the language. Every member may be NULL. Hooks that can fail raise in the
 * VM (gb_raise) and return false or GB_UNSET. */
typedef struct gb_vm_hooks {
    void *context;
    /* Text that a program writes; `error` for stderr. */
    void (*write)(void *context, bool error, const char *text, size_t n);
    /* input(prompt): one line without its end; EOFError when there is none. */
    gb_value (*input)(void *context, gb_vm *vm, const char *prompt);
    /* The value of a cell's last expression (never None). */
    bool (*display)(void *context, gb_vm *vm, gb_value value);
    /* A line or cell magic: `kind` is gb_magic_kind, `parts` the tuple (name, arguments, body). */
    gb_value (*magic)(void *context, gb_vm *vm, int kind, gb_value parts);
    /* Asked when an attribute is missing on any object, before AttributeError is raised: a value,
     * or GB_UNSET without an exception for "not known" (`x.save()` is answered here). */
    gb_value (*missing_attribute)(void *context, gb_vm *vm, gb_value self, gb_value name);
    /* Asked for a module that is not registered; GB_UNSET without an exception: ImportError. */
    gb_value (*import)(void *context, gb_vm *vm, const char *name);
    /* May a program read this file (open)? NULL: no file can be opened. Returns the whole content,
     * gb_free. */
    char *(*read_file)(void *context, gb_vm *vm, const char *path, size_t *n);
    /* What stands at a path that a program may read. `bytes` gets a file's size; `names`, when it
     * is not NULL, a list of the names in a folder (owned). */
    gb_file_kind (*look)(void *context, gb_vm *vm, const char *path, int64_t *bytes,
                         gb_value *names);
    /* The folder that relative paths begin at; borrowed. NULL: "/". */
    const char *(*folder)(void *context);
} gb_vm_hooks;

typedef struct gb_vm_options {
    gb_vm_hooks hooks;
    uint32_t recursion_limit; /* frames; 0: 1000 */
    uint64_t step_limit;      /* instructions' back edges and calls before TimeoutError; 0: none */
    size_t memory_limit;      /* bytes of one value; 0: 4 GiB */
} gb_vm_options;

/* NULL with MemoryError. `options` may be NULL; it is copied. */
gb_vm *gb_vm_new(const gb_vm_options *options, gb_error *err) GB_MUST_CHECK;
/* Releases every object the VM made (also those that somebody still refers to). NULL is accepted.
 */
void gb_vm_free(gb_vm *vm);

gb_vm_hooks *gb_vm_hooks_of(gb_vm *vm); /* borrowed; may be changed between runs */

/* One pointer for each `key` (any address): state of native modules, released with the VM. */
bool gb_vm_attach(gb_vm *vm, const void *key, void *state,
                  void (*release)(void *state)) GB_MUST_CHECK;
void *gb_vm_attached(gb_vm *vm, const void *key); /* NULL when there is none */

/* --- running
 * -------------------------------------------------------------------------------------- */

/* Runs module code with these globals (a dict). The code is referenced while anything needs it.
 * True, or false with the exception in the VM (gb_exception_take, gb_traceback). */
bool gb_vm_run(gb_vm *vm, gb_code *code, gb_value globals) GB_MUST_CHECK;
/* A fresh globals dict: __name__ = "__main__", __builtins__. */
gb_value gb_vm_globals_new(gb_vm *vm) GB_MUST_CHECK;
/* The builtins, as a dict; borrowed. */
gb_value gb_vm_builtins_peek(gb_vm *vm);

/* True if the user's own code that ran so far has this name, as a global or an attribute: what a
 * program never speaks of need not be made ready for it. */
bool gb_vm_has_named(const gb_vm *vm, const char *name);

/* Where the program is now: the span of the instruction of the innermost frame of the user's own
 * code (source 0 when nothing runs). */
gb_span gb_vm_span(gb_vm *vm);
/* The line of that place, 1-based; 0 when nothing runs. */
uint32_t gb_vm_line(gb_vm *vm);
/* True if what is being called there is the head of a `with`: `with f(): ...`. */
bool gb_vm_calls_context(gb_vm *vm);
/* Globals and locals of the innermost user frame. globals: borrowed. locals: a new dict. */
gb_value gb_vm_frame_globals_peek(gb_vm *vm);
gb_value gb_vm_frame_locals(gb_vm *vm) GB_MUST_CHECK;

/* A number that grows with every instruction executed at the place `gb_vm_span` tells, for telling
 * apart two executions of one line. */
uint64_t gb_vm_steps(gb_vm *vm);

/* --- exceptions as data
 * ------------------------------------------------------------------------------ */

typedef struct gb_trace_entry {
    const char *name; /* of the code: "<module>", "f"; borrowed from the exception */
    gb_span span;     /* of the expression that failed */
    uint32_t line;    /* 1-based */
    bool library;     /* inside an embedded module, not the user's text */
} gb_trace_entry;

/* The frames an exception passed, outermost first. *count entries, owned (gb_free). */
gb_trace_entry *gb_traceback(gb_vm *vm, gb_value exception, size_t *count);
/* "ValueError: text", with notes on further lines: the last lines of a traceback. */
gb_value gb_exception_line(gb_vm *vm, gb_value exception) GB_MUST_CHECK;
/* The exception's __cause__, or its __context__ unless suppressed; borrowed; GB_UNSET: none. */
gb_value gb_exception_chain_peek(gb_value exception, bool *is_cause);
/* Where the mistake of a SyntaxError is; source 0 for other exceptions. */
gb_span gb_exception_span(gb_value exception);
/* Names near the one that was not found ("did you mean"), for what is shown: owned text or NULL. */
char *gb_exception_suggestion(gb_vm *vm, gb_value exception);

/* --- output
 * ------------------------------------------------------------------------------------------- */

void gb_vm_write(gb_vm *vm, bool error, const char *text, size_t n);

/* --- memory
 * -------------------------------------------------------------------------------------------- */

/* Looks for unreachable cycles now; how many objects were released. */
size_t gb_collect(gb_vm *vm);
/* Objects alive, and bytes that the language's own allocations hold: for tests and %memory. */
size_t gb_vm_object_count(gb_vm *vm);

/* True, or MemoryError when one value of `bytes` is over the limit. */
bool gb_vm_allows(gb_vm *vm, size_t bytes) GB_MUST_CHECK;
/* Between steps of something long in C: false with KeyboardInterrupt when the user interrupted. */
bool gb_vm_check(gb_vm *vm) GB_MUST_CHECK;

/* --- modules
 * ------------------------------------------------------------------------------------------- */

/* How source text becomes code; set by gb_vm_new to the compiler. */
bool gb_vm_run_text(gb_vm *vm, const char *name, const char *text, gb_value globals) GB_MUST_CHECK;

/* The code of modules/NAME.py ("torch.nn" is modules/torch/nn.py or modules/torch/nn/__init__.py),
 * compiled when the binary was built, for gb_code_load; NULL when there is none. Static. */
const void *gb_embedded_module(const char *name);
/* The names that `import` knows, one by one, some twice; NULL past the last. */
const char *gb_module_name_at(gb_vm *vm, size_t i);

/* Is there an embedded module below this name ("torch" when there is "torch.nn")? */
bool gb_embedded_package(const char *name);

#endif
