/* Exceptions inside the VM: the object and its traceback. Others use native.h and vm.h. */
#ifndef GB_LANG_EXCEPTION_H
#define GB_LANG_EXCEPTION_H

#include "kernel/lang/vm_state.h"

/* A frame that the exception passed, innermost first while it travels. */
typedef struct gb_trace_point {
    gb_linked *linked; /* its code is referenced */
    gb_code *code;
    uint32_t instruction;
} gb_trace_point;

typedef struct gb_exception {
    gb_object head;
    gb_value args; /* tuple */
    gb_value cause, context;
    bool suppress_context;
    gb_value name, obj; /* of NameError, AttributeError, ImportError (name, path) */
    gb_trace_point *points;
    size_t point_count;
    size_t point_capacity;
    gb_span span; /* of SyntaxErrors and errors of lower layers; source 0: none */
} gb_exception;

static inline gb_exception *gb_exception_object(gb_value v)
{
    return (gb_exception *)(void *)v.o;
}

bool gb_exceptions_setup(gb_vm *vm) GB_MUST_CHECK;

/* An instance of cls with one argument (or none when `arg` is unset). */
gb_value gb_exception_new(gb_vm *vm, gb_type *cls, gb_value arg) GB_MUST_CHECK;

/* Puts an exception (taken over) into the VM; what is being handled becomes its context. */
void gb_raise_take(gb_vm *vm, gb_value exception);

/* `raise value [from cause]`: classes are called; TypeError when it is no exception. `cause` unset:
 * no from. */
void gb_raise_from(gb_vm *vm, gb_value value, gb_value cause);

/* Notes that the current exception passes this frame at its ip. */
void gb_exception_pass(gb_vm *vm, const gb_frame *frame);

/* except clause: 1, 0, -1. */
int gb_exception_matches(gb_vm *vm, gb_value exception, gb_value cls);

/* StopIteration(value) and its value. */
void gb_raise_stop(gb_vm *vm, gb_value value);
gb_value gb_stop_value(gb_vm *vm, gb_value exception); /* owned */

#endif
