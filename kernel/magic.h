/* Magics: the % and ! lines of notebooks. Private to kernel/magic*.c; session_state.h has the hook.
 *
 * magic.def lists them; each row's function gets the call and returns the line's value, owned: None
 * shows nothing, GB_UNSET with an exception in the VM fails the cell. */
#ifndef GB_KERNEL_MAGIC_H
#define GB_KERNEL_MAGIC_H

#include "kernel/session_state.h"

typedef struct gb_magic_call {
    gb_session *session;
    gb_vm *vm;
    const char *name; /* without % */
    const char *args; /* what follows on the line; "" */
    const char *body; /* the lines below, of a cell magic; "" */
    uint32_t line;    /* number of the body's first line in the cell */
    bool cell;
} gb_magic_call;

typedef gb_value gb_magic_function(const gb_magic_call *call);

enum { GB_MAGIC_ON_LINE = 1, GB_MAGIC_ON_CELL = 2 };

typedef struct gb_magic {
    const char *name;
    gb_magic_function *run;
    int forms;
    const char *usage; /* behind the name */
    const char *doc;
} gb_magic;

#define GB_MAGIC(name, function, forms, usage, doc) gb_magic_function gb_magic_##function;
#include "kernel/magic.def"
#undef GB_MAGIC

extern const gb_magic gb_magics[]; /* ended by name NULL */

/* The row of a name, NULL when there is none. */
const gb_magic *gb_magic_find(const char *name);

/* A grey line below the cell. */
void gb_magic_note(const gb_magic_call *call, const char *format, ...) GB_PRINTF(2, 3);

/* Text to the cell's stdout. */
void gb_magic_print(const gb_magic_call *call, const char *text);

/* The body, or the arguments of a line magic, as a cell: owned value of its last expression, None
 * when it has none. */
gb_value gb_magic_run(const gb_magic_call *call, const char *text) GB_MUST_CHECK;

/* Takes options off the front of the arguments: single letters, those followed by ':' in `known`
 * with a value ("n:r:oq"). values[i] is the text of the i-th letter's value in `words` (its
 * memory), "" for one without, NULL for one that is absent. Returns the rest of the arguments, NULL
 * with an exception for an option that is not known. */
enum { GB_MAGIC_OPTIONS = 8, GB_MAGIC_WORDS = 256 };
typedef struct gb_magic_options {
    const char *values[GB_MAGIC_OPTIONS];
    char words[GB_MAGIC_WORDS];
} gb_magic_options;
const char *gb_magic_read_options(const gb_magic_call *call, const char *known,
                                  gb_magic_options *out) GB_MUST_CHECK;

/* An instance of a class of the embedded module IPython._results, made with keyword-less
 * arguments. */
gb_value gb_magic_result(gb_vm *vm, const char *cls, const gb_value *args,
                         size_t count) GB_MUST_CHECK;

#endif
