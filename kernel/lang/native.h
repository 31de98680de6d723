/* How C code offers functions, methods, attributes, types and modules to the cell language, and how
 * it raises and calls back.
 *
 * A native is a row: name, C function, signature text, flags, documentation. The signature is
 * parsed once; arguments are bound by it before the C function runs, so that the function sees a
 * flat array with one borrowed value for each parameter, in order:
 *
 *     static gb_value scale(gb_vm *vm, gb_value *args)      // "x, factor=2.0, *rest, strict=False"
 *     {
 *         double x, factor;
 *         if (!gb_to_double(vm, args[0], &x) || !gb_to_double(vm, args[1], &factor))
 *             return GB_UNSET_VALUE;                          // the exception is in the VM
 *         if (factor == 0) return gb_raise(vm, GB_EXC_ValueError, "factor must not be 0");
 *         return gb_float(x * factor);                        // args[2]: tuple, args[3]: bool
 *     }
 *     static const gb_native functions[] = {
 *         {"scale", scale, "x, factor=2.0, *rest, strict=False", 0, "x times factor."},
 *         {0}};
 *
 * The same text feeds help(), inspection, completion and Python's error texts for wrong calls.
 * Rows usually live in a .def file: GB_NATIVE(name, function, signature, flags, doc).
 *
 * Signature text: parameters as in a def, with `/`, `*`, `*args`, `**kwargs`. Defaults are None,
 * True, False, an int, a float, a 'text', (), or `?` – not given: the function sees GB_UNSET. A
 * method's self is not written: it is args[0], and the first parameter of the text is args[1].
 * `//` for `/` changes the words of the error for too few or too many arguments: some of CPython's
 * functions say "find() takes at least 1 argument (0 given)". */
#ifndef GB_LANG_NATIVE_H
#define GB_LANG_NATIVE_H

#include "kernel/lang/type.h"

enum {
    GB_TAKES_GRAPH = 1, /* gets graph values (types with a `resolve` slot) as they are; without it
                           they are resolved before the call, also inside *args and **kwargs */
    GB_STATIC = 2,      /* in a type's rows: a static method, no self */
    GB_CLASS = 4,       /* in a type's rows: a class method, args[0] is the class */
    GB_TAKES_FRAME = 8, /* reads or changes the caller's variables (locals, vars, dir) */
};

typedef gb_value (*gb_native_call)(gb_vm *vm, gb_value *args);

typedef struct gb_native {
    const char *name;
    gb_native_call call;
    const char *signature;
    uint32_t flags;
    const char *doc;
} gb_native;

#define GB_NATIVE_ROW(name, call, signature, flags, doc) {name, call, signature, flags, doc},

/* A computed attribute of a native type: `get` borrows self, returns owned; `set` may be NULL
 * (read-only) and gets GB_UNSET for `del`. */
typedef struct gb_attribute {
    const char *name;
    gb_value (*get)(gb_vm *vm, gb_value self);
    bool (*set)(gb_vm *vm, gb_value self, gb_value value);
    const char *doc;
} gb_attribute;

/* A function value from a row (`row` must outlive the VM: static). `module` (text or NULL) is its
 * __module__. */
gb_value gb_native_new(gb_vm *vm, const gb_native *row, const char *module) GB_MUST_CHECK;

/* A function value that carries one value of its own: the C function finds it after the parameters,
 * in args[number of parameters] (self counts for methods). For tables of generated functions. */
gb_value gb_native_closure(gb_vm *vm, const gb_native *row, const char *module,
                           gb_value data) GB_MUST_CHECK;

/* A function value whose C function gets its arguments as they come (graph values too) and binds
 * them itself: for tables of functions with a binding of their own. `context` is handed to it. A
 * method when `owner` is given: then values[0] is self, of any type. The row's signature is only
 * shown; its call is not used. */
typedef gb_value (*gb_raw_call)(gb_vm *vm, const void *context, const gb_arguments *args);
gb_value gb_native_raw(gb_vm *vm, const gb_native *row, gb_type *owner, gb_raw_call call,
                       const void *context) GB_MUST_CHECK;
/* The context of such a function; NULL for every other value. */
const void *gb_native_context(gb_value v, gb_raw_call call);

/* --- modules ------------------------------------------------------------------------------------
 */

/* What `import name` gives. Registered before it is first imported; made when imported. Attributes
 * come from `functions`, then `init`, then `source` (text in the cell language, run with the
 * module's names as globals; it may use what the first two made, and import other modules). A
 * dotted name ("torch.nn") is a submodule: importing it imports its parents and binds it there. */
typedef struct gb_module_spec {
    const char *name;
    const char *doc;
    const gb_native *functions;               /* ended by name NULL; or NULL */
    bool (*init)(gb_vm *vm, gb_value module); /* more names; or NULL */
    const char *source;                       /* or NULL: embedded modules/NAME.py is looked for */
    /* Called for an attribute that is not there (thousands of torch functions); returns GB_UNSET
     * without an exception for "no such name". What it returns is kept in the module. */
    gb_value (*missing)(gb_vm *vm, gb_value module, gb_value name);
} gb_module_spec;

/* `spec` is static. A later registration of the same name replaces an earlier one. */
bool gb_module_register(gb_vm *vm, const gb_module_spec *spec) GB_MUST_CHECK;

/* The imported module "a.b" itself (sys.modules); imports it when needed. */
gb_value gb_import(gb_vm *vm, const char *name) GB_MUST_CHECK;

/* Binds name to value in a module. */
bool gb_module_set(gb_vm *vm, gb_value module, const char *name, gb_value value) GB_MUST_CHECK;
/* The same; takes the value over, and is false when it is GB_UNSET: for freshly made values. */
bool gb_module_add_take(gb_vm *vm, gb_value module, const char *name, gb_value value) GB_MUST_CHECK;

/* --- raising ------------------------------------------------------------------------------------
 */

/* The builtin exception classes, GB_EXC_ValueError and so on: exception.def. */
typedef enum gb_exception_class {
#define GB_EXCEPTION(name, base, doc) GB_EXC_##name,
#include "kernel/lang/exception.def"
#undef GB_EXCEPTION
    GB_EXC_COUNT
} gb_exception_class;

/* Sets the VM's exception; returns GB_UNSET so that `return gb_raise(...)` reads well. In functions
 * that return bool use gb_raise_false, for int64_t or int gb_raise_minus. An exception that is
 * being handled becomes the __context__. */
gb_value gb_raise(gb_vm *vm, gb_exception_class cls, const char *format, ...) GB_PRINTF(3, 4);
bool gb_raise_false(gb_vm *vm, gb_exception_class cls, const char *format, ...) GB_PRINTF(3, 4);
int gb_raise_minus(gb_vm *vm, gb_exception_class cls, const char *format, ...) GB_PRINTF(3, 4);

/* Raises an instance (or a class, which is called). */
gb_value gb_raise_value(gb_vm *vm, gb_value exception);

/* Raises what a lower layer reported; the class by its name. */
gb_value gb_raise_error(gb_vm *vm, const gb_error *err);
bool gb_raise_error_false(gb_vm *vm, const gb_error *err);

/* "'list' object has no attribute 'foo'". */
gb_value gb_raise_attribute(gb_vm *vm, gb_value self, gb_value name);
/* KeyError(key). */
gb_value gb_raise_key(gb_vm *vm, gb_value key);
/* OverflowError(34, 'Numerical result out of range'): what C's mathematics cannot represent. */
gb_value gb_raise_range(gb_vm *vm);

/* The exception raised and not yet handled; borrowed, GB_UNSET when there is none. */
gb_value gb_exception_peek(gb_vm *vm);
/* Is it an instance of cls? */
bool gb_exception_is(gb_vm *vm, gb_exception_class cls);
/* Takes it out of the VM; owned. */
gb_value gb_exception_take(gb_vm *vm);
void gb_exception_clear(gb_vm *vm);
/* Moves it into a gb_error (class by nearest known name, str(e), span of the raise). */
void gb_exception_to_error(gb_vm *vm, gb_error *err);

/* The class as a type; borrowed. */
gb_type *gb_exception_type(gb_vm *vm, gb_exception_class cls);

/* --- calling back -------------------------------------------------------------------------------
 */

/* Calls any callable with `count` positional arguments. */
gb_value gb_call(gb_vm *vm, gb_value callable, const gb_value *args, size_t count) GB_MUST_CHECK;
gb_value gb_call_arguments(gb_vm *vm, gb_value callable, const gb_arguments *args) GB_MUST_CHECK;
/* With a tuple and a dict (or GB_UNSET): f(*args, **kwargs). */
gb_value gb_call_spread(gb_vm *vm, gb_value callable, gb_value args, gb_value kwargs) GB_MUST_CHECK;
/* obj.name(args…). */
gb_value gb_call_method(gb_vm *vm, gb_value self, const char *name, const gb_value *args,
                        size_t count) GB_MUST_CHECK;
bool gb_is_callable(gb_vm *vm, gb_value v);

/* Binds arguments to a signature text, for `make` and `call` slots: fills `out` (one value for each
 * parameter, owned: release with gb_bound_release). `name` is what error texts call the function.
 */
typedef struct gb_signature gb_signature;
bool gb_bind(gb_vm *vm, const char *name, const char *signature, const gb_arguments *args,
             gb_value *out) GB_MUST_CHECK;
void gb_bound_release(gb_value *bound, size_t count);

/* If v's type has a resolve slot: what it stands for (owned), else v itself (a new reference). */
gb_value gb_resolve(gb_vm *vm, gb_value v) GB_MUST_CHECK;

/* --- what operators and builtins do, for C -------------------------------------------------------
 */

gb_value gb_getattr(gb_vm *vm, gb_value self, gb_value name) GB_MUST_CHECK;
gb_value gb_getattr_text(gb_vm *vm, gb_value self, const char *name) GB_MUST_CHECK;
/* GB_UNSET without an exception when the attribute is not there; *failed tells other errors. */
gb_value gb_getattr_optional(gb_vm *vm, gb_value self, const char *name,
                             bool *failed) GB_MUST_CHECK;
/* The lookup of object: what a `getattr` slot calls for names it does not answer itself. */
gb_value gb_getattr_default(gb_vm *vm, gb_value self, gb_value name) GB_MUST_CHECK;
bool gb_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value) GB_MUST_CHECK;
bool gb_setattr_text(gb_vm *vm, gb_value self, const char *name, gb_value value) GB_MUST_CHECK;
bool gb_setattr_default(gb_vm *vm, gb_value self, gb_value name, gb_value value) GB_MUST_CHECK;

gb_value gb_getitem(gb_vm *vm, gb_value self, gb_value key) GB_MUST_CHECK;
bool gb_setitem(gb_vm *vm, gb_value self, gb_value key,
                gb_value value) GB_MUST_CHECK;                               /* unset: del */
int gb_contains(gb_vm *vm, gb_value container, gb_value item) GB_MUST_CHECK; /* 1, 0, -1 */
int64_t gb_len(gb_vm *vm, gb_value self) GB_MUST_CHECK;                      /* -1: error */

gb_value gb_apply_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b) GB_MUST_CHECK;
gb_value gb_apply_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b) GB_MUST_CHECK;
gb_value gb_apply_unary(gb_vm *vm, gb_unary op, gb_value a) GB_MUST_CHECK;
gb_value gb_apply_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b) GB_MUST_CHECK;
bool gb_identical(gb_value a, gb_value b); /* Python's `is`: gb_same, or one object seen twice */
int gb_equal(gb_vm *vm, gb_value a, gb_value b) GB_MUST_CHECK; /* is or ==; 1, 0, -1 */
int gb_less(gb_vm *vm, gb_value a, gb_value b) GB_MUST_CHECK;  /* 1, 0, -1 */

int gb_truth(gb_vm *vm, gb_value v) GB_MUST_CHECK;       /* 1, 0, -1 */
int64_t gb_hash(gb_vm *vm, gb_value v) GB_MUST_CHECK;    /* -1: TypeError: unhashable */
gb_value gb_repr(gb_vm *vm, gb_value v) GB_MUST_CHECK;   /* str */
gb_value gb_to_str(gb_vm *vm, gb_value v) GB_MUST_CHECK; /* str(v) */
gb_value gb_format(gb_vm *vm, gb_value v, gb_value spec) GB_MUST_CHECK; /* format(v, spec) */
gb_value gb_iter(gb_vm *vm, gb_value v) GB_MUST_CHECK;
/* GB_UNSET without an exception at the end. */
gb_value gb_next(gb_vm *vm, gb_value iterator) GB_MUST_CHECK;
/* next(iterator): StopIteration at the end, with the value that a generator returned. */
gb_value gb_next_or_stop(gb_vm *vm, gb_value iterator) GB_MUST_CHECK;

/* --- arguments into C ----------------------------------------------------------------------------
 */

/* An int (or anything with __index__) that fits; TypeError or OverflowError otherwise. */
bool gb_to_int64(gb_vm *vm, gb_value v, int64_t *out) GB_MUST_CHECK;
/* operator.index(v): an int of any size, owned; TypeError. */
gb_value gb_to_index(gb_vm *vm, gb_value v) GB_MUST_CHECK;
/* Any number (or anything with __float__). */
bool gb_to_double(gb_vm *vm, gb_value v, double *out) GB_MUST_CHECK;
/* A str's bytes, borrowed, terminated; TypeError naming `what` otherwise. n may be NULL. */
bool gb_to_text(gb_vm *vm, gb_value v, const char *what, const char **text,
                size_t *n) GB_MUST_CHECK;
/* A list of all items of an iterable. */
gb_value gb_to_list(gb_vm *vm, gb_value iterable) GB_MUST_CHECK;
gb_value gb_to_tuple(gb_vm *vm, gb_value iterable) GB_MUST_CHECK;

#endif
