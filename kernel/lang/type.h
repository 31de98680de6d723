/* Classes: what a type can do (slots), how native types are declared, how user classes extend them.
 *
 * A native type is declared by one `static const gb_type_spec` and made once per VM with
 * gb_type_make. The address of the spec names the type: `gb_is_a(v, &tensor_spec)` is true for its
 * instances and those of subclasses, without any global state.
 *
 * Operators, attribute access, truth, comparison, iteration, format and hash all go through slots,
 * so a type decides what each of them means for its values. A slot left NULL is inherited from the
 * base (object at last). User classes get slots that call their dunder methods; the dunder methods
 * of native types (`list.__len__`, `super().__setitem__`) are made from the slots. */
#ifndef GB_LANG_TYPE_H
#define GB_LANG_TYPE_H

#include "kernel/lang/code.h"
#include "kernel/lang/value.h"

/* The operators are gb_binary, gb_unary and gb_compare of code.h (rows of operator.def). Two more
 * that are no operators of the syntax are asked of the same slots. */
enum {
    GB_BINARY_DIVMOD = GB_BINARY_COUNT, /* divmod(a, b) */
    GB_UNARY_ABS = GB_UNARY_COUNT,      /* abs(a) */
};

/* "+"; "<"; and the mirror of <= is >=. */
const char *gb_binary_sign(gb_binary op);
const char *gb_compare_sign(gb_compare op);
gb_compare gb_compare_mirror(gb_compare op);

/* Arguments of a call: `count` positional values, then one value for each of `names` (a tuple of
 * str, or NULL). All borrowed. */
typedef struct gb_arguments {
    const gb_value *values;
    uint32_t count;         /* positional */
    uint32_t keyword_count; /* values[count .. count + keyword_count) */
    gb_value names;         /* tuple of str, or GB_UNSET when keyword_count is 0 */
} gb_arguments;

/* Called for each value an object holds (gb_type_slots.traverse). */
typedef void (*gb_visit)(gb_value held, void *context);

/* Every slot returns an owned value, or GB_UNSET (or -1, false) with an exception in the VM. */
typedef struct gb_type_slots {
    /* Life. `make` is the constructor behind a call of the class: it gets the class called (which
     * may be a subclass) and the arguments, and returns a new object. NULL: no instances can be
     * made by calling. */
    gb_value (*make)(gb_vm *vm, gb_type *cls, const gb_arguments *args);
    void (*release)(gb_object *self); /* frees what self holds, not self */
    void (*traverse)(gb_object *self, gb_visit visit, void *context); /* all values it holds */
    void (*clear)(gb_object *self); /* drops what can be part of a cycle; default: none */

    /* Attributes. getattr gets the name as a str; a missing attribute is gb_raise_attribute. NULL
     * means the ordinary lookup: descriptors of the class, the instance's dict, the class. A native
     * that answers only some names calls gb_getattr_default for the others. setattr gets GB_UNSET
     * as the value for `del`. */
    gb_value (*getattr)(gb_vm *vm, gb_value self, gb_value name);
    bool (*setattr)(gb_vm *vm, gb_value self, gb_value name, gb_value value);

    /* Items. The key is any value: an int, a slice (gb_slice_*), Ellipsis, a tuple of these.
     * setitem gets GB_UNSET as the value for `del x[k]`. */
    gb_value (*getitem)(gb_vm *vm, gb_value self, gb_value key);
    bool (*setitem)(gb_vm *vm, gb_value self, gb_value key, gb_value value);
    int (*contains)(gb_vm *vm, gb_value self, gb_value item); /* 1, 0, -1 */
    int64_t (*len)(gb_vm *vm, gb_value self);                 /* -1 on error */

    /* Operators. `binary` is asked of the left operand's type first, then of the right one's (the
     * operands always come in the order of the text, so self may be either); not knowing them is
     * GB_NOT_IMPLEMENTED_VALUE. `inplace` may change and return self (`a`); without it `binary` is
     * used. `compare` is asked of `a`'s type first, then of `b`'s with op and operands mirrored. */
    gb_value (*binary)(gb_vm *vm, gb_binary op, gb_value a, gb_value b);
    gb_value (*inplace)(gb_vm *vm, gb_binary op, gb_value a, gb_value b);
    gb_value (*unary)(gb_vm *vm, gb_unary op, gb_value a);
    gb_value (*compare)(gb_vm *vm, gb_compare op, gb_value a, gb_value b);

    /* Conversions. `hash` -1 is an error. `truth` 1, 0, -1. `format` gets the spec as a str. */
    int (*truth)(gb_vm *vm, gb_value self);
    int64_t (*hash)(gb_vm *vm, gb_value self);
    gb_value (*repr)(gb_vm *vm, gb_value self);
    gb_value (*str)(gb_vm *vm, gb_value self); /* default: repr */
    gb_value (*format)(gb_vm *vm, gb_value self, gb_value spec);
    gb_value (*to_int)(gb_vm *vm, gb_value self);   /* int(x) */
    gb_value (*to_float)(gb_vm *vm, gb_value self); /* float(x) */
    gb_value (*index)(gb_vm *vm, gb_value self);    /* x as an index: range(x), xs[x] */

    /* Calls and iteration. `next` at the end returns GB_UNSET *without* an exception. */
    gb_value (*call)(gb_vm *vm, gb_value self, const gb_arguments *args);
    gb_value (*iter)(gb_vm *vm, gb_value self);
    gb_value (*next)(gb_vm *vm, gb_value self);

    /* Context manager: `exit` gets the exception or None; true (1) swallows it. NULL: the methods
     * __enter__ and __exit__ are looked up. */
    gb_value (*enter)(gb_vm *vm, gb_value self);
    int (*exit)(gb_vm *vm, gb_value self, gb_value exception);
    /* A `with` that runs its block several times: asked instead of `enter`, and again after each
     * round, for that round's value; GB_UNSET *without* an exception: no round any more. */
    gb_value (*again)(gb_vm *vm, gb_value self);

    /* Descriptor protocol, for values found in a class. */
    gb_value (*get)(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner);
    bool (*set)(gb_vm *vm, gb_value self, gb_value instance, gb_value value);

    /* A value that stands for another one (a graph value): natives whose row does not say
     * GB_TAKES_GRAPH get what this returns in its place. Owned; may run a model. */
    gb_value (*resolve)(gb_vm *vm, gb_value self);
    /* The type that type() and isinstance see in such a value: borrowed, NULL with an exception. */
    gb_type *(*seen)(gb_vm *vm, gb_value self);
    /* Of a type whose objects are looked at through several values (tensors): the object itself.
     * Two values are the same for `is`, id() and the keys of a dict when it is. */
    const void *(*identity)(gb_value self);
} gb_type_slots;

struct gb_native;
struct gb_attribute;

enum {
    GB_TYPE_FINAL = 1,   /* user classes may not derive from it */
    GB_TYPE_DICT = 2,    /* instances have a __dict__ of their own */
    GB_TYPE_NO_MAKE = 4, /* calling the class is a TypeError ("cannot create 'x' instances") */
    GB_TYPE_ATOMIC = 8,  /* instances hold no values: not tracked by the collector */
};

/* The declaration of a native type; static and const. */
typedef struct gb_type_spec {
    const char *name;   /* "Tensor" */
    const char *module; /* "torch"; NULL: builtins */
    const char *shown;  /* what error texts call it, where that is not the name: "re.Match" */
    const char *native; /* what they call the class of its native rows, where Python writes those in
                           a hidden base: "torch._C.TensorBase" */
    const char *doc;    /* first line: the signature of the constructor, "Tensor(data)" */
    size_t size;        /* of an instance, gb_object included */
    uint32_t flags;     /* GB_TYPE_… */
    gb_tag tag;         /* GB_OTHER (the default, when 0) for types outside the core */
    const struct gb_type_spec *base;       /* NULL: object; must have been made before */
    const struct gb_native *methods;       /* rows ended by one with name NULL; or NULL */
    const struct gb_attribute *attributes; /* computed attributes, ended the same way; or NULL */
    gb_type_slots slots;
    /* Asked when a lookup finds nothing in the class and its bases (thousands of methods that are
     * made when first named): what it returns is kept in the class. GB_UNSET without an exception:
     * no such name. It runs no code of the program. */
    gb_value (*missing)(gb_vm *vm, gb_type *type, gb_value name);
} gb_type_spec;

/* A class, native or made by `class`. A type is itself an object (tag GB_TYPE). Read its fields
 * freely; change them only through functions. */
struct gb_type {
    gb_object head;
    gb_vm *vm;
    const gb_type_spec *spec; /* of the nearest native base: tells the layout of instances */
    gb_tag tag;               /* of instances */
    uint32_t flags;           /* GB_TYPE_…, plus private ones */
    uint64_t version;         /* unique; changes whenever a lookup in this type could */
    size_t size;              /* of an instance */
    size_t dict_offset;       /* where the instance's dict pointer is; 0: none */
    size_t slots_offset;      /* where the pointer to the dict of __slots__ members is; 0: they
                                 share the instance's dict */
    gb_value name;            /* str: __name__ */
    gb_value qualname;        /* str */
    gb_value module;          /* str or unset */
    gb_value shown;           /* what error texts call it (str), or unset: its name */
    gb_type *base;            /* the one whose layout it extends; owned; NULL for object */
    gb_value bases;           /* tuple of types */
    gb_value mro;             /* tuple of types, itself first */
    struct gb_dict *dict;     /* own attributes; owned */
    gb_type_slots slots;      /* complete: inherited ones filled in */
    gb_type **subclasses;     /* borrowed; they keep themselves up to date */
    size_t subclass_count;
    size_t subclass_capacity;
    uint32_t expected_fields; /* attributes an instance usually has */
    bool makes_missing;       /* it or a base has gb_type_spec.missing */
};

/* --- making and finding types -------------------------------------------------------------------
 */

/* The type of `spec` in this VM; made on the first call. Borrowed: the VM keeps it. NULL with an
 * exception when there is no memory. */
gb_type *gb_type_make(gb_vm *vm, const gb_type_spec *spec) GB_MUST_CHECK;

/* type(name, bases, namespace): a user's class. `bases` is a tuple; `keywords` go to
 * __init_subclass__ (a dict, or unset). */
gb_value gb_type_new(gb_vm *vm, gb_value name, gb_value bases, gb_value namespace_dict,
                     gb_value keywords) GB_MUST_CHECK;

/* A new instance with all bytes after the head zero (and an empty dict where the type has one).
 * `cls` may be a subclass of the type that the caller knows. */
gb_value gb_instance_new(gb_vm *vm, gb_type *cls) GB_MUST_CHECK;

/* The exact type of any value; borrowed. */
gb_type *gb_type_of(gb_vm *vm, gb_value v);
const char *gb_type_name(gb_vm *vm, gb_value v); /* of the value's type: "list" */
/* What type(v) is: the type of what it stands for, where it stands for something; borrowed. NULL
 * with an exception when that cannot be told. */
gb_type *gb_type_seen(gb_vm *vm, gb_value v) GB_MUST_CHECK;

bool gb_type_is_subtype(const gb_type *type, const gb_type *base);

/* Was it made by `class`, in a cell or an embedded module? */
bool gb_type_is_user(const gb_type *type);

/* isinstance for a native type, by its spec: true for subclasses too. */
bool gb_is_a(gb_value v, const gb_type_spec *spec);

/* isinstance(v, cls): cls a type or tuple of types (or one with __instancecheck__). 1, 0, -1. */
int gb_isinstance(gb_vm *vm, gb_value v, gb_value cls);
int gb_issubclass(gb_vm *vm, gb_value v, gb_value cls);

/* The attribute `name` (a str) along the MRO; borrowed, GB_UNSET when there is none, no exception.
 */
gb_value gb_type_lookup_peek(gb_type *type, gb_value name);

/* Binds an attribute of the class and updates its slots. */
bool gb_type_set(gb_vm *vm, gb_type *type, gb_value name, gb_value value) GB_MUST_CHECK;

/* The value of a type, borrowed; and back (only when gb_is_type). */
static inline gb_value gb_type_value(gb_type *type)
{
    return gb_object_peek(GB_TYPE, type);
}
static inline gb_type *gb_type_peek(gb_value v)
{
    return (gb_type *)(void *)v.o;
}

#endif
