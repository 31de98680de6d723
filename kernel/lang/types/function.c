/* Functions made by def and lambda, bound methods, cells, code objects. */
#include "kernel/lang/frame.h"

#include "kernel/lang/native_function.h"

/* --- functions
 * ----------------------------------------------------------------------------------------- */

gb_value gb_function_new(gb_vm *vm, gb_linked *linked, gb_value globals)
{
    gb_value v = gb_instance_new(vm, vm->types.function);
    if (gb_is_unset(v)) return v;
    gb_function *f = gb_function_peek(v);
    f->linked = linked;
    gb_code_ref(linked->code);
    f->globals = gb_ref(globals);
    f->name = gb_ref(linked->name);
    f->qualname = gb_ref(linked->qualname);
    f->module = gb_ref(gb_dict_find_name(gb_dict_peek(globals), GB_NAME_OF(vm, __name__)));
    f->doc = linked->code->doc ? gb_str_new(vm, linked->code->doc, linked->code->doc_size)
                               : GB_NONE_VALUE;
    return v;
}

gb_code *gb_function_code_peek(gb_value function)
{
    return function.tag == GB_FUNCTION ? gb_function_peek(function)->linked->code : NULL;
}

static void function_release(gb_object *self)
{
    gb_function *f = (gb_function *)(void *)self;
    gb_unref(f->globals);
    gb_unref(f->defaults);
    gb_unref(f->keyword_defaults);
    gb_unref(f->closure);
    gb_unref(f->name);
    gb_unref(f->qualname);
    gb_unref(f->doc);
    gb_unref(f->module);
    gb_unref(f->annotations);
    gb_code_unref(f->linked->code);
}

static void function_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_function *f = (gb_function *)(void *)self;
    visit(f->globals, context);
    visit(f->defaults, context);
    visit(f->keyword_defaults, context);
    visit(f->closure, context);
    visit(f->annotations, context);
    visit(f->doc, context);
    visit(f->module, context);
}

static void function_clear(gb_object *self)
{
    gb_function *f = (gb_function *)(void *)self;
    gb_clear(&f->closure);
    gb_clear(&f->defaults);
    gb_clear(&f->keyword_defaults);
    gb_clear(&f->annotations);
}

static gb_value function_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "<function %s at 0x%012llx>",
                         gb_str_data(gb_function_peek(self)->qualname),
                         (unsigned long long)(uintptr_t)self.o);
}

static gb_value function_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return gb_call_arguments(vm, self, args);
}

static gb_value function_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    return gb_is_unset(instance) ? gb_ref(self) : gb_method_new(vm, self, instance);
}

static gb_value none_or(gb_value v)
{
    return gb_is_unset(v) ? GB_NONE_VALUE : gb_ref(v);
}

#define FIELD(name, field)                                                                         \
    static gb_value get_##name(gb_vm *vm, gb_value self)                                           \
    {                                                                                              \
        (void)vm;                                                                                  \
        return none_or(gb_function_peek(self)->field);                                             \
    }                                                                                              \
    static bool set_##name(gb_vm *vm, gb_value self, gb_value value)                               \
    {                                                                                              \
        (void)vm;                                                                                  \
        gb_replace_take(&gb_function_peek(self)->field, gb_ref(value));                            \
        return true;                                                                               \
    }
FIELD(doc, doc)
FIELD(module, module)
FIELD(defaults, defaults)
FIELD(kwdefaults, keyword_defaults)

#define TEXT_FIELD(name, field)                                                                    \
    static gb_value get_##name(gb_vm *vm, gb_value self)                                           \
    {                                                                                              \
        (void)vm;                                                                                  \
        return none_or(gb_function_peek(self)->field);                                             \
    }                                                                                              \
    static bool set_##name(gb_vm *vm, gb_value self, gb_value value)                               \
    {                                                                                              \
        if (!gb_is_str(value))                                                                     \
            return gb_raise_false(vm, GB_EXC_TypeError,                                            \
                                  "__" #name "__ must be set to a string object");                 \
        gb_replace_take(&gb_function_peek(self)->field, gb_ref(value));                            \
        return true;                                                                               \
    }
TEXT_FIELD(name, name)
TEXT_FIELD(qualname, qualname)

static gb_value get_closure(gb_vm *vm, gb_value self)
{
    (void)vm;
    return none_or(gb_function_peek(self)->closure);
}

static gb_value get_globals(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_function_peek(self)->globals);
}

static gb_value get_annotations(gb_vm *vm, gb_value self)
{
    gb_function *f = gb_function_peek(self);
    if (gb_is_unset(f->annotations)) f->annotations = gb_dict_new(vm);
    return gb_ref(f->annotations);
}

static bool set_annotations(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    gb_replace_take(&gb_function_peek(self)->annotations, gb_ref(value));
    return true;
}

typedef struct gb_code_object {
    gb_object head;
    gb_linked *linked;
} gb_code_object;

static gb_value get_code(gb_vm *vm, gb_value self)
{
    gb_value v = gb_instance_new(vm, vm->types.code);
    if (gb_is_unset(v)) return v;
    gb_linked *linked = gb_function_peek(self)->linked;
    ((gb_code_object *)(void *)v.o)->linked = linked;
    gb_code_ref(linked->code);
    return v;
}

static const gb_attribute function_attributes[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__closure__", get_closure, NULL, NULL},
    {"__globals__", get_globals, NULL, NULL},
    {"__code__", get_code, NULL, NULL},
    {"__dict__", gb_get_dict_attribute, gb_set_dict_attribute, NULL},
    {0}};

const gb_type_spec gb_spec_function = {
    .name = "function",
    .size = sizeof(gb_function),
    .tag = GB_FUNCTION,
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_DICT,
    .attributes = function_attributes,
    .slots = {.release = function_release,
              .traverse = function_traverse,
              .clear = function_clear,
              .repr = function_repr,
              .call = function_call,
              .get = function_get},
};

/* --- code
 * --------------------------------------------------------------------------------------------------
 */

static gb_linked *linked_of(gb_value self)
{
    return ((gb_code_object *)(void *)self.o)->linked;
}

static void code_release(gb_object *self)
{
    gb_code_unref(((gb_code_object *)(void *)self)->linked->code);
}

static gb_value code_repr(gb_vm *vm, gb_value self)
{
    const gb_code *code = linked_of(self)->code;
    return gb_str_format(vm, "<code object %s, line %u>", code->name, code->line);
}

static gb_value code_name(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(linked_of(self)->name);
}

static gb_value code_varnames(gb_vm *vm, gb_value self)
{
    gb_linked *linked = linked_of(self);
    uint32_t count = 0;
    while (count < linked->code->local_count && linked->code->local_names[count][0] != '.')
        count++;
    return gb_tuple_from(vm, linked->local_names, count);
}

static gb_value code_cellvars(gb_vm *vm, gb_value self)
{
    gb_linked *linked = linked_of(self);
    return gb_tuple_from(vm, linked->cell_names, linked->code->cell_count);
}

static gb_value code_freevars(gb_vm *vm, gb_value self)
{
    gb_linked *linked = linked_of(self);
    return gb_tuple_from(vm, linked->free_names, linked->code->free_count);
}

static gb_value code_qualname(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(linked_of(self)->qualname);
}

#define NUMBER(name, field)                                                                        \
    static gb_value code_##name(gb_vm *vm, gb_value self)                                          \
    {                                                                                              \
        (void)vm;                                                                                  \
        return gb_int(linked_of(self)->code->field);                                               \
    }
NUMBER(argcount, arg_count)
NUMBER(posonly, posonly_count)
NUMBER(kwonly, kwonly_count)
NUMBER(line, line)

/* CPython's numbers: CO_VARARGS 4, CO_VARKEYWORDS 8, CO_NESTED 16, CO_GENERATOR 32. */
static gb_value code_flags(gb_vm *vm, gb_value self)
{
    (void)vm;
    uint32_t flags = linked_of(self)->code->flags;
    return gb_int(3 + (flags & GB_CODE_VARARGS ? 4 : 0) + (flags & GB_CODE_VARKEYWORDS ? 8 : 0) +
                  (flags & GB_CODE_NESTED ? 16 : 0) + (flags & GB_CODE_GENERATOR ? 32 : 0));
}

static const gb_attribute code_attributes[] = {{"co_name", code_name, NULL, NULL},
                                               {"co_qualname", code_qualname, NULL, NULL},
                                               {"co_varnames", code_varnames, NULL, NULL},
                                               {"co_cellvars", code_cellvars, NULL, NULL},
                                               {"co_freevars", code_freevars, NULL, NULL},
                                               {"co_argcount", code_argcount, NULL, NULL},
                                               {"co_posonlyargcount", code_posonly, NULL, NULL},
                                               {"co_kwonlyargcount", code_kwonly, NULL, NULL},
                                               {"co_firstlineno", code_line, NULL, NULL},
                                               {"co_flags", code_flags, NULL, NULL},
                                               {0}};

const gb_type_spec gb_spec_code = {
    .name = "code",
    .size = sizeof(gb_code_object),
    .tag = GB_CODE,
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .attributes = code_attributes,
    .slots = {.release = code_release, .repr = code_repr},
};

/* --- bound methods
 * -------------------------------------------------------------------------------------------- */

gb_value gb_method_new(gb_vm *vm, gb_value function, gb_value self)
{
    gb_type *type = function.tag == GB_NATIVE_FUNCTION ? vm->types.native_method : vm->types.method;
    gb_method *method = gb_object_new(vm, type, sizeof(gb_method));
    if (!method) return GB_UNSET_VALUE;
    method->function = gb_ref(function);
    method->self = gb_ref(self);
    gb_track(vm, method);
    return gb_object_peek(GB_METHOD, method);
}

static void method_release(gb_object *self)
{
    gb_method *method = (gb_method *)(void *)self;
    gb_unref(method->function);
    gb_unref(method->self);
}

static void method_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_method *method = (gb_method *)(void *)self;
    visit(method->function, context);
    visit(method->self, context);
}

static gb_value method_repr(gb_vm *vm, gb_value self)
{
    gb_method *method = gb_method_peek(self);
    if (method->function.tag == GB_NATIVE_FUNCTION)
        return gb_str_format(
            vm, "<built-in method %s of %s object at 0x%012llx>",
            gb_native_peek(method->function)->row->name, gb_type_name(vm, method->self),
            (unsigned long long)(uintptr_t)(gb_is_object(method->self) ? method->self.o : NULL));
    bool failed;
    gb_value name = gb_getattr_optional(vm, method->function, "__qualname__", &failed);
    if (failed) return name;
    gb_value of = gb_repr(vm, method->self);
    if (gb_is_unset(of)) {
        gb_unref(name);
        return of;
    }
    gb_value text = gb_str_format(vm, "<bound method %s of %s>",
                                  gb_is_str(name) ? gb_str_data(name) : "?", gb_str_data(of));
    gb_unref(name);
    gb_unref(of);
    return text;
}

static gb_value method_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    (void)vm;
    if (b.tag != GB_METHOD || (op != GB_COMPARE_EQ && op != GB_COMPARE_NE))
        return GB_NOT_IMPLEMENTED_VALUE;
    bool same = gb_same(gb_method_peek(a)->self, gb_method_peek(b)->self) &&
                gb_same(gb_method_peek(a)->function, gb_method_peek(b)->function);
    return gb_bool(same == (op == GB_COMPARE_EQ));
}

static int64_t method_hash(gb_vm *vm, gb_value self)
{
    gb_method *method = gb_method_peek(self);
    return gb_hash_identity(vm, method->function) ^ (gb_hash_identity(vm, method->self) >> 1);
}

/* What a method does not have is asked of its function. */
static gb_value method_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    if (!gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_getattr_default(vm, self, name);
    return gb_getattr(vm, gb_method_peek(self)->function, name);
}

static gb_value method_self(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_method_peek(self)->self);
}

static gb_value method_function(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_method_peek(self)->function);
}

static gb_value method_doc(gb_vm *vm, gb_value self)
{
    return gb_getattr_text(vm, gb_method_peek(self)->function, "__doc__");
}

static const gb_attribute method_attributes[] = {{"__self__", method_self, NULL, NULL},
                                                 {"__func__", method_function, NULL, NULL},
                                                 {"__doc__", method_doc, NULL, NULL},
                                                 {0}};

static gb_value method_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], made = GB_UNSET_VALUE;
    (void)cls;
    if (!gb_bind(vm, "method", "function, instance, /", args, bound)) return made;
    if (!gb_is_callable(vm, bound[0]))
        gb_raise(vm, GB_EXC_TypeError, "first argument must be callable");
    else if (gb_is_none(bound[1]))
        gb_raise(vm, GB_EXC_TypeError, "instance must not be None");
    else
        made = gb_method_new(vm, bound[0], bound[1]);
    gb_bound_release(bound, 2);
    return made;
}

const gb_type_spec gb_spec_method = {
    .name = "method",
    .size = sizeof(gb_method),
    .tag = GB_METHOD,
    .doc = "method(function, instance)",
    .flags = GB_TYPE_FINAL,
    .attributes = method_attributes,
    .slots = {.make = method_make,
              .release = method_release,
              .traverse = method_traverse,
              .getattr = method_getattr,
              .compare = method_compare,
              .hash = method_hash,
              .repr = method_repr,
              .call = function_call},
};

static const gb_type_spec spec_method_wrapper = {.name = "method-wrapper",
                                                 .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE};

/* list.append of a list: to a program of the type of len; what was made from a slot is not. */
static gb_type *native_method_seen(gb_vm *vm, gb_value self)
{
    if (gb_native_peek(gb_method_peek(self)->function)->wrapper)
        return gb_type_make(vm, &spec_method_wrapper);
    return vm->types.native_function;
}

const gb_type_spec gb_spec_native_method = {
    .name = "builtin_function_or_method",
    .size = sizeof(gb_method),
    .tag = GB_METHOD,
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .attributes = method_attributes,
    .slots = {.release = method_release,
              .traverse = method_traverse,
              .getattr = method_getattr,
              .compare = method_compare,
              .hash = method_hash,
              .repr = method_repr,
              .call = function_call,
              .seen = native_method_seen},
};

/* --- cells
 * -------------------------------------------------------------------------------------------------------
 */

gb_value gb_cell_new(gb_vm *vm)
{
    gb_cell *cell = gb_object_new(vm, vm->types.cell, sizeof(gb_cell));
    if (!cell) return GB_UNSET_VALUE;
    cell->value = GB_UNSET_VALUE;
    gb_track(vm, cell);
    return gb_object_peek(GB_OTHER, cell);
}

static void cell_release(gb_object *self)
{
    gb_unref(((gb_cell *)(void *)self)->value);
}

static void cell_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_cell *)(void *)self)->value, context);
}

static void cell_clear(gb_object *self)
{
    gb_clear(&((gb_cell *)(void *)self)->value);
}

static gb_value cell_contents(gb_vm *vm, gb_value self)
{
    gb_value v = gb_cell_peek(self)->value;
    if (gb_is_unset(v)) return gb_raise(vm, GB_EXC_ValueError, "Cell is empty");
    return gb_ref(v);
}

static const gb_attribute cell_attributes[] = {{"cell_contents", cell_contents, NULL, NULL}, {0}};

const gb_type_spec gb_spec_cell = {
    .name = "cell",
    .size = sizeof(gb_cell),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .attributes = cell_attributes,
    .slots = {.release = cell_release, .traverse = cell_traverse, .clear = cell_clear},
};
