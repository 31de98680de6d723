/* Values of the cell language: 16 bytes, passed by value.
 *
 * A value is a tag and a payload. None, booleans, ints that fit 64 bits and floats live in the
 * value itself; everything else is a pointer to a reference-counted object (object.h). The tag
 * tells the *layout*, so that `v.tag == GB_LIST` holds for a list and for an instance of a user's
 * subclass of list; `gb_type_of` tells the exact type.
 *
 * Ownership, everywhere in kernel/lang: arguments are borrowed, results are owned. `_take` marks a
 * function that takes over an argument, `_peek` (and every accessor that says so) one whose result
 * is borrowed. The value GB_UNSET_VALUE stands for "no value": a failed call returns it and leaves
 * the exception in the VM. */
#ifndef GB_LANG_VALUE_H
#define GB_LANG_VALUE_H

#include "graph/base/error.h"

typedef struct gb_vm gb_vm;
typedef struct gb_object gb_object;
typedef struct gb_type gb_type;

typedef enum gb_tag {
    /* Immediate values. */
    GB_UNSET,           /* no value: an error, an unbound name, a default that was not given */
    GB_NONE,            /* None */
    GB_BOOL,            /* .i is 0 or 1 */
    GB_INT,             /* .i; exact type int */
    GB_FLOAT,           /* .f; exact type float */
    GB_ELLIPSIS,        /* ... */
    GB_NOT_IMPLEMENTED, /* NotImplemented: a slot does not know these operands */
    /* Objects that cannot hold other objects. */
    GB_BIGINT,       /* int beyond 64 bits, or an instance of a subclass of int */
    GB_FLOAT_OBJECT, /* an instance of a subclass of float */
    GB_COMPLEX,
    GB_STR,
    GB_BYTES,
    GB_RANGE,
    /* Objects that can hold others: tracked by the cycle collector. */
    GB_TUPLE,
    GB_LIST,
    GB_DICT,
    GB_SET, /* set and frozenset */
    GB_SLICE,
    GB_TYPE,      /* a class */
    GB_INSTANCE,  /* of a user's class without a builtin layout */
    GB_EXCEPTION, /* of any exception class */
    GB_FUNCTION,  /* made by def or lambda */
    GB_NATIVE_FUNCTION,
    GB_METHOD, /* bound method */
    GB_GENERATOR,
    GB_MODULE,
    GB_CODE,  /* compiled code as a value */
    GB_OTHER, /* every further native type: iterators, views, tensors, proxies, models … */
    GB_TAG_COUNT
} gb_tag;

enum { GB_FIRST_OBJECT = GB_BIGINT, GB_FIRST_CONTAINER = GB_TUPLE };

typedef struct gb_value {
    uint64_t tag; /* gb_tag */
    union {
        int64_t i;
        double f;
        gb_object *o;
    };
} gb_value;

/* What every object begins with. */
struct gb_object {
    uint32_t refs;  /* references held */
    uint32_t track; /* place in the collector's lists; 0 while not tracked */
    gb_type *type;  /* owned */
};

/* --- making immediate values ------------------------------------------------------------------ */

#define GB_UNSET_VALUE ((gb_value){.tag = GB_UNSET})
#define GB_NONE_VALUE ((gb_value){.tag = GB_NONE})
#define GB_TRUE_VALUE ((gb_value){.tag = GB_BOOL, .i = 1})
#define GB_FALSE_VALUE ((gb_value){.tag = GB_BOOL})
#define GB_ELLIPSIS_VALUE ((gb_value){.tag = GB_ELLIPSIS})
#define GB_NOT_IMPLEMENTED_VALUE ((gb_value){.tag = GB_NOT_IMPLEMENTED})

static inline gb_value gb_bool(bool b)
{
    return (gb_value){.tag = GB_BOOL, .i = b};
}

static inline gb_value gb_int(int64_t i)
{
    return (gb_value){.tag = GB_INT, .i = i};
}

static inline gb_value gb_float(double f)
{
    return (gb_value){.tag = GB_FLOAT, .f = f};
}

/* The value of an object whose layout is `tag`; borrows: no reference is added. */
static inline gb_value gb_object_peek(gb_tag tag, void *object)
{
    return (gb_value){.tag = tag, .o = (gb_object *)object};
}

/* --- asking ------------------------------------------------------------------------------------
 */

static inline bool gb_is_unset(gb_value v)
{
    return v.tag == GB_UNSET;
}

static inline bool gb_is_none(gb_value v)
{
    return v.tag == GB_NONE;
}

static inline bool gb_is_object(gb_value v)
{
    return v.tag >= GB_FIRST_OBJECT;
}

/* bool, int of any size, and instances of subclasses of int. */
static inline bool gb_is_int(gb_value v)
{
    return v.tag == GB_INT || v.tag == GB_BOOL || v.tag == GB_BIGINT;
}

static inline bool gb_is_float(gb_value v)
{
    return v.tag == GB_FLOAT || v.tag == GB_FLOAT_OBJECT;
}

#define GB_DEFINE_IS(name, TAG)                                                                    \
    static inline bool gb_is_##name(gb_value v)                                                    \
    {                                                                                              \
        return v.tag == TAG;                                                                       \
    }
GB_DEFINE_IS(bool, GB_BOOL)
GB_DEFINE_IS(complex, GB_COMPLEX)
GB_DEFINE_IS(str, GB_STR)
GB_DEFINE_IS(bytes, GB_BYTES)
GB_DEFINE_IS(range, GB_RANGE)
GB_DEFINE_IS(tuple, GB_TUPLE)
GB_DEFINE_IS(list, GB_LIST)
GB_DEFINE_IS(dict, GB_DICT)
GB_DEFINE_IS(set, GB_SET)
GB_DEFINE_IS(slice, GB_SLICE)
GB_DEFINE_IS(type, GB_TYPE)
GB_DEFINE_IS(exception, GB_EXCEPTION)
GB_DEFINE_IS(function, GB_FUNCTION)
GB_DEFINE_IS(module, GB_MODULE)
#undef GB_DEFINE_IS

/* The same value: Python's `is` but for types with an `identity` slot (gb_identical). */
static inline bool gb_same(gb_value a, gb_value b)
{
    return a.tag == b.tag && (a.tag <= GB_NONE || a.tag == GB_ELLIPSIS || a.i == b.i);
}

/* --- references --------------------------------------------------------------------------------
 */

/* Releases an object whose last reference went. */
void gb_object_release(gb_object *object);

static inline gb_value gb_ref(gb_value v)
{
    if (gb_is_object(v)) v.o->refs++;
    return v;
}

static inline void gb_unref(gb_value v)
{
    if (gb_is_object(v) && --v.o->refs == 0) gb_object_release(v.o);
}

/* For pointers to objects of known kind (gb_str *, gb_type *…); NULL is accepted. */
#define gb_object_ref(pointer) ((pointer) ? (((gb_object *)(pointer))->refs++, (pointer)) : NULL)
static inline void gb_object_unref(void *pointer)
{
    gb_object *object = (gb_object *)pointer;
    if (object && --object->refs == 0) gb_object_release(object);
}

/* Reads and writes a place as two words, never as 16 bytes at once: a wide load of what two narrow
 * stores have just written waits for both to reach the cache. For what is hot. */
static inline gb_value gb_get(const gb_value *place)
{
    return (gb_value){.tag = place->tag, .i = place->i};
}

static inline void gb_put(gb_value *place, gb_value v)
{
    place->tag = v.tag;
    place->i = v.i;
}

/* Puts `v` (taken over) into a place that holds a value, and releases the old one afterwards. */
static inline void gb_replace_take(gb_value *place, gb_value v)
{
    gb_value old = gb_get(place);
    gb_put(place, v);
    gb_unref(old);
}

static inline void gb_clear(gb_value *place)
{
    gb_replace_take(place, GB_UNSET_VALUE);
}

#endif
