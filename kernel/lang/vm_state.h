/* What a VM holds: private to the VM, the builtin types and the builtin functions.
 * Modules written in C use vm.h, object.h and native.h alone. */
#ifndef GB_LANG_VM_STATE_H
#define GB_LANG_VM_STATE_H

#include "kernel/lang/vm.h"

#include "graph/base/interrupt.h"
#include "graph/base/map.h"
#include "graph/base/memory.h"

#include <string.h>

/* Interned names: vm->names[GB_NAME_##identifier]; GB_NAME_OF(vm, __init__). */
enum gb_name {
#define GB_NAME(id) GB_NAME_##id,
#include "kernel/lang/vm_names.def"
#undef GB_NAME
    GB_NAME_COUNT
};
#define GB_NAME_OF(vm, id) ((vm)->names[GB_NAME_##id])

/* Digits of an int in text, unless sys.set_int_max_str_digits says otherwise. */
enum { GB_MAX_STR_DIGITS = 4300 };

/* --- memory -------------------------------------------------------------------------------------
 */

enum {
    GB_POOL_STEP = 16,     /* size classes of small blocks */
    GB_POOL_CLASSES = 33,  /* up to 512 bytes */
    GB_POOL_CHUNK = 65536, /* bytes carved at a time */
};

/* gb_object.track: which list, whether __del__ has run, the place in the list + 1. */
#define GB_TRACK_OLD (1u << 31)
#define GB_TRACK_FINALIZED (1u << 30)
#define GB_TRACK_PLACE (GB_TRACK_FINALIZED - 1)

/* gb_type.flags beyond those of type.h. */
enum {
    GB_TYPE_USER = 1 << 8,           /* made by `class` */
    GB_TYPE_HAS_DEL = 1 << 9,        /* has __del__ */
    GB_TYPE_PLAIN_GETATTR = 1 << 10, /* user class: what is there is found by the ordinary lookup */
    GB_TYPE_PLAIN_SETATTR = 1 << 11,
    GB_TYPE_PLAIN_NEW = 1 << 12,   /* user class whose __new__ is object's */
    GB_TYPE_HAS_GETATTR = 1 << 13, /* has __getattr__ */
    GB_TYPE_ABSTRACT = 1 << 14,    /* has abstract methods */
    GB_TYPE_SLOTS_ONLY = 1 << 15,  /* __slots__ without __dict__: other attributes are refused */
};

/* gb_type.dict_offset of types whose instances vary in size: the pointer is the last word. */
#define GB_DICT_AT_END ((size_t)-1)

typedef struct gb_pool {
    void *free_blocks[GB_POOL_CLASSES];
    char *next; /* of the newest chunk */
    char *end;
    void **chunks;
    size_t chunk_count;
    size_t chunk_capacity;
} gb_pool;

/* Objects that may be part of cycles: object.track - 1 is the place in one of the two lists. */
typedef struct gb_tracked {
    gb_object **items;
    size_t count;
    size_t capacity;
} gb_tracked;

typedef struct gb_collector {
    gb_tracked young, old;
    size_t threshold;     /* young objects before a collection */
    size_t old_threshold; /* old objects before a full one */
    bool running;
    bool disabled;
    uint32_t release_depth; /* nesting of releases */
    gb_object **postponed;  /* releases put off because they nest too deeply */
    size_t postponed_count;
    size_t postponed_capacity;
    size_t object_count; /* all objects alive, tracked or not */
} gb_collector;

/* --- frames --------------------------------------------------------------------------------------
 */

/* What one place of the code remembers between executions. */
typedef struct gb_cache {
    uint64_t version;  /* of the type or of the globals' keys */
    uint64_t version2; /* of the builtins' keys */
    gb_value value;    /* borrowed: what was found in a type (valid while the version is) */
    uint32_t entry;    /* place in a dict's entries */
    uint32_t offset;   /* of the pointer to that dict in an instance */
    uint32_t kind;     /* gb_cache_kind */
} gb_cache;

enum gb_cache_kind {
    GB_CACHE_EMPTY,
    GB_CACHE_GLOBAL,        /* a name of the globals */
    GB_CACHE_BUILTIN,       /* a name of the builtins, which the globals lack */
    GB_CACHE_MODULE,        /* a name of a module; the version is that of its keys */
    GB_CACHE_FIELD,         /* an entry of the instance's dict */
    GB_CACHE_GETTER,        /* the function of a property */
    GB_CACHE_CLASS,         /* a value of the class, where the instance's dict lacks the name */
    GB_CACHE_METHOD,        /* a method of a type whose instances have no dict */
    GB_CACHE_METHOD_UNLESS, /* the same unless the instance's dict has the name */
};

/* What a VM makes of a code once: values of constants and names, its copy of the instructions. */
typedef struct gb_linked {
    gb_vm *vm;
    gb_code *code;
    struct gb_linked *next, **link; /* the VM's list */
    gb_value *constants;
    gb_value *names;
    gb_value *local_names;
    gb_value *cell_names;
    gb_value *free_names;
    gb_instr *instructions;
    gb_cache *caches;
    gb_value name, qualname;
    bool simple;           /* positional parameters only, no generator */
    bool library;          /* of an embedded module */
    uint32_t arg_count;    /* of the code */
    uint32_t frame_values; /* locals, cells, free variables and stack */
    uint32_t stack_base;   /* how many of them stand before the stack */
} gb_linked;

typedef enum gb_frame_kind {
    GB_FRAME_ENTRY, /* its return leaves the C loop */
    GB_FRAME_PLAIN, /* its return pushes on the caller's stack */
    GB_FRAME_INIT,  /* __init__ of a class called: the instance is pushed */
    GB_FRAME_FOR,   /* a generator resumed by FOR_ITER of the caller */
} gb_frame_kind;

typedef struct gb_function gb_function;
typedef struct gb_generator gb_generator;

typedef struct gb_frame {
    struct gb_frame *back;
    gb_linked *linked;
    const gb_instr *ip;      /* the instruction being executed while the frame calls */
    gb_value *slots;         /* locals, cells, free variables, stack */
    gb_value *sp;            /* one past the top while the frame is not running */
    gb_dict *globals;        /* borrowed from the function or owner */
    gb_function *function;   /* owned; NULL for module code */
    gb_dict *space;          /* class body: its namespace; owned */
    gb_generator *generator; /* whose frame this is (borrowed), or NULL */
    gb_value self;           /* GB_FRAME_INIT: the instance; owned */
    gb_frame_kind kind;
    bool yielded; /* a generator's frame left the loop by yielding, not by returning */
} gb_frame;

/* Frames stand one after the other in large blocks. */
typedef struct gb_stack_block {
    struct gb_stack_block *below;
    char *resume; /* free space of the block below */
    char *end;
    char data[];
} gb_stack_block;

/* An attribute found in a type, remembered for all lookups. */
enum { GB_LOOKUP_SLOTS = 2048, GB_MADE_NEAR = 64 };
typedef struct gb_lookup {
    uint64_t version; /* of the type */
    gb_object *name;
    gb_value value; /* borrowed */
} gb_lookup;

/* --- modules -------------------------------------------------------------------------------------
 */

typedef struct gb_attachment {
    const void *key;
    void *state;
    void (*release)(void *state);
} gb_attachment;

/* --- the builtin types
 * ------------------------------------------------------------------------------ */

#define GB_BUILTIN_TYPES(X)                                                                        \
    X(object)                                                                                      \
    X(type)                                                                                        \
    X(none)                                                                                        \
    X(integer)                                                                                     \
    X(boolean)                                                                                     \
    X(floating)                                                                                    \
    X(complex)                                                                                     \
    X(ellipsis)                                                                                    \
    X(not_implemented)                                                                             \
    X(str)                                                                                         \
    X(bytes)                                                                                       \
    X(bytearray)                                                                                   \
    X(range)                                                                                       \
    X(tuple)                                                                                       \
    X(list)                                                                                        \
    X(dict)                                                                                        \
    X(set)                                                                                         \
    X(frozenset)                                                                                   \
    X(slice)                                                                                       \
    X(function)                                                                                    \
    X(native_function)                                                                             \
    X(method)                                                                                      \
    X(native_method)                                                                               \
    X(generator)                                                                                   \
    X(module)                                                                                      \
    X(code)                                                                                        \
    X(cell)                                                                                        \
    X(property)                                                                                    \
    X(classmethod)                                                                                 \
    X(mapping_proxy)                                                                               \
    X(staticmethod)                                                                                \
    X(super)                                                                                       \
    X(attribute)                                                                                   \
    X(member)                                                                                      \
    X(sequence_iterator)                                                                           \
    X(list_iterator)                                                                               \
    X(list_reverseiterator)                                                                        \
    X(tuple_iterator)                                                                              \
    X(range_iterator)                                                                              \
    X(str_ascii_iterator)                                                                          \
    X(str_iterator)                                                                                \
    X(bytes_iterator)                                                                              \
    X(bytearray_iterator)

#define GB_DECLARE_SPEC(name) extern const gb_type_spec gb_spec_##name;
GB_BUILTIN_TYPES(GB_DECLARE_SPEC)
#undef GB_DECLARE_SPEC

typedef struct gb_types {
#define GB_TYPE_FIELD(name) gb_type *name;
    GB_BUILTIN_TYPES(GB_TYPE_FIELD)
#undef GB_TYPE_FIELD
} gb_types;

struct gb_vm {
    gb_value exception; /* raised and not yet handled; owned */
    gb_value handled;   /* being handled by the innermost except or finally block; owned */
    gb_frame *frame;    /* innermost */
    char *stack_next;   /* free space of the newest stack block */
    gb_stack_block *stack;
    gb_stack_block *spare_stack;
    uint32_t depth; /* frames alive and nested C calls */
    uint32_t recursion_limit;
    char *c_stack_limit; /* lowest address that nested calls in C may reach */
    uint64_t steps;
    uint64_t step_limit;
    size_t memory_limit;
    size_t max_str_digits; /* of an int turned to text or back; 0: any number */
    uint64_t next_version; /* of types and of dict keys */

    gb_types types;
    gb_type *by_tag[GB_TAG_COUNT]; /* exact type of immediate values */
    gb_type *dict_iterators[3];    /* of keys, values, items; made when first needed */
    gb_type *dict_views[3];
    gb_type *exceptions[GB_EXC_COUNT];
    gb_value names[GB_NAME_COUNT];
    gb_value letters[256]; /* one-character strings */
    gb_value empty_str;
    gb_value empty_tuple;
    gb_value empty_bytes;
    gb_str **interned; /* open addressing */
    size_t interned_count;
    size_t interned_slots;
    gb_type **made; /* types made from specs; owned */
    size_t made_count;
    size_t made_capacity;
    gb_type *made_near[GB_MADE_NEAR]; /* of `made`, by the spec's address: the last ones found */
    gb_linked *linked;
    gb_lookup lookups[GB_LOOKUP_SLOTS];

    gb_map named;         /* names in the user's code so far */
    gb_map signatures;    /* by address of the text: gb_signature */
    gb_value *slot_names; /* type_slots.c: of the methods that fill slots; borrowed strs */

    gb_value builtins; /* dict */
    gb_value modules;  /* dict: sys.modules */
    const gb_module_spec **module_specs;
    size_t module_count;
    size_t module_capacity;
    gb_attachment *attachments;
    size_t attachment_count;
    size_t attachment_capacity;
    gb_value repr_active; /* list of containers being printed */

    gb_vm_hooks hooks;
    gb_pool pool;
    gb_collector gc;
    uint32_t next_source; /* spans of embedded modules: numbers from the top down */
    bool library;         /* what is compiled now is an embedded module */
    bool closing;
};

/* --- memory of objects
 * ------------------------------------------------------------------------------- */

/* Raw blocks; `size` must be given back with them. NULL with MemoryError. */
void *gb_block_new(gb_vm *vm, size_t size) GB_MUST_CHECK;
void gb_block_free(gb_vm *vm, void *block, size_t size);
/* Grows an array as gb_grow, with the error in the VM. */
bool gb_vm_grow(gb_vm *vm, void *array_pointer, size_t *capacity, size_t wanted,
                size_t size) GB_MUST_CHECK;

/* A new object of exactly `size` bytes (the variable part included), refs 1, not tracked; memory
 * beyond the head is not initialised. */
void *gb_object_new(gb_vm *vm, gb_type *type, size_t size) GB_MUST_CHECK;
/* Makes an object known to the collector, once its fields are valid. */
void gb_track_slow(gb_vm *vm, gb_object *object);
static inline void gb_track(gb_vm *vm, void *pointer)
{
    gb_object *object = (gb_object *)pointer;
    gb_tracked *young = &vm->gc.young;
    if (young->count >= vm->gc.threshold || young->count == young->capacity) {
        gb_track_slow(vm, object);
        return;
    }
    young->items[young->count++] = object;
    object->track = (object->track & GB_TRACK_FINALIZED) | (uint32_t)young->count;
}

static inline void gb_untrack(gb_vm *vm, void *pointer)
{
    gb_object *object = (gb_object *)pointer;
    uint32_t place = object->track & GB_TRACK_PLACE;
    if (!place) return;
    gb_tracked *list = object->track & GB_TRACK_OLD ? &vm->gc.old : &vm->gc.young;
    gb_object *last = list->items[--list->count];
    list->items[place - 1] = last;
    last->track = (last->track & ~GB_TRACK_PLACE) | place;
    object->track &= GB_TRACK_FINALIZED;
}
/* Frees the memory of an object released by its type. */
void gb_object_free(gb_vm *vm, gb_object *object, size_t size);
void gb_pool_release(gb_vm *vm);
/* Where the pointer to an instance's dict is; NULL when its type has none. */
gb_dict **gb_instance_dict_place(gb_object *object);
/* The same of the dict that holds members named in __slots__, which is mostly the same one. */
gb_dict **gb_instance_slots_place(gb_object *object);
/* All dicts an instance keeps, into `out`; how many. */
size_t gb_instance_dicts(gb_object *object, gb_dict *out[2]);
void gb_collect_young(gb_vm *vm);
void gb_collector_init(gb_vm *vm);
void gb_collector_release(gb_vm *vm);

/* gb_type_of for what is hot. */
static inline gb_type *gb_exact_type(const gb_vm *vm, gb_value v)
{
    return gb_is_object(v) ? v.o->type : vm->by_tag[v.tag];
}

static inline gb_vm *gb_vm_of(const void *object)
{
    return ((const gb_object *)object)->type->vm;
}

/* --- types inside the VM
 * ------------------------------------------------------------------------------ */

gb_type *gb_type_alloc(gb_vm *vm, gb_type *meta, size_t size) GB_MUST_CHECK;
bool gb_type_fill(gb_vm *vm, gb_type *type, const gb_type_spec *spec, gb_type *base) GB_MUST_CHECK;
bool gb_type_finish(gb_vm *vm, gb_type *type) GB_MUST_CHECK;
void gb_type_changed(gb_type *type); /* new versions, for subclasses too */
void gb_type_inherit_slots(gb_type *type, const gb_type *base);
bool gb_type_add_subclass(gb_vm *vm, gb_type *base, gb_type *type) GB_MUST_CHECK;
void gb_type_remove_subclass(gb_type *base, const gb_type *type);
/* type_class.c. The most derived class of `meta` and the bases' classes; borrowed; NULL: TypeError.
 */
gb_type *gb_type_meta_of(gb_vm *vm, gb_type *meta, gb_value bases) GB_MUST_CHECK;
/* type(name, bases, space) with a metaclass. */
gb_value gb_type_new_meta(gb_vm *vm, gb_type *meta, const gb_value parts[3],
                          gb_value keywords) GB_MUST_CHECK;
/* type_slots.c: slots of a user's class from its dunder methods. */
void gb_type_settle_hash(gb_type *type); /* of a new class, before the slots */
void gb_type_update_slots(gb_type *type);
void gb_type_update_flags(gb_type *type);
/* type_wrap.c: dunder methods of a native type from its slots. */
bool gb_type_add_wrappers(gb_vm *vm, gb_type *type) GB_MUST_CHECK;
/* Functions of a type's rows. */
gb_value gb_native_method(gb_vm *vm, const gb_native *row, gb_type *owner) GB_MUST_CHECK;
/* A member named in __slots__. */
gb_value gb_member_new(gb_vm *vm, gb_type *owner, gb_value name) GB_MUST_CHECK;
gb_value gb_attribute_new(gb_vm *vm, const gb_attribute *row, gb_type *owner) GB_MUST_CHECK;

/* type_attribute.c. What was found in a class, as `self` (or the class, when unset) shows it. */
gb_value gb_bind_attribute(gb_vm *vm, gb_value found, gb_value self, gb_type *owner) GB_MUST_CHECK;
gb_value gb_type_getattr(gb_vm *vm, gb_value self, gb_value name) GB_MUST_CHECK;
bool gb_type_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value) GB_MUST_CHECK;
gb_value gb_getattr_or_unset(gb_vm *vm, gb_value self, gb_value name, bool *failed) GB_MUST_CHECK;
/* The lookup of object; GB_UNSET without an exception when the attribute is not there. */
gb_value gb_getattr_quiet(gb_vm *vm, gb_value self, gb_value name) GB_MUST_CHECK;
gb_value gb_native_getattr(gb_vm *vm, gb_value self, gb_value name) GB_MUST_CHECK;
/* Dunder methods are looked up in the type. special_method: unset without an exception for none. */
gb_value gb_special_method(gb_vm *vm, gb_value self, gb_value name) GB_MUST_CHECK;
gb_value gb_call_special(gb_vm *vm, gb_value self, gb_value name, const gb_value *args,
                         size_t count) GB_MUST_CHECK;
/* call(self, *args, **kwargs): `parts` are self, a tuple and a dict (or unset). */
gb_value gb_call_slot_spread(gb_vm *vm, gb_value (*call)(gb_vm *, gb_value, const gb_arguments *),
                             const gb_value parts[3]) GB_MUST_CHECK;

/* --- things shared by the VM's files
 * ------------------------------------------------------------------ */

/* The interned str for this text; the VM keeps it; borrowed. */
gb_value gb_intern_peek(gb_vm *vm, const char *text, size_t n);
/* The interned twin of any str; takes `name` over, owned. */
gb_value gb_intern_take(gb_vm *vm, gb_value name);

/* Dict access by interned or other str, without errors; borrowed. */
gb_value gb_dict_find_name(gb_dict *dict, gb_value name);
gb_dict_entry *gb_dict_find_entry(gb_dict *dict, gb_value name);
bool gb_dict_set_name(gb_vm *vm, gb_dict *dict, gb_value name, gb_value value) GB_MUST_CHECK;
/* The same; the entry, NULL with an exception. */
gb_dict_entry *gb_dict_put_name(gb_vm *vm, gb_dict *dict, gb_value name,
                                gb_value value) GB_MUST_CHECK;
/* True when an instance's dict (or NULL) surely lacks an interned name; false: it has to be looked
 * for. */
static inline bool gb_fields_lack(const gb_dict *fields, gb_value name)
{
    if (!fields || !fields->used) return true;
    if (fields->index || !fields->names_only) return false;
    for (uint32_t i = 0; i < fields->used; i++)
        if (fields->entries[i].key.o == name.o) return false;
    return true;
}
/* A dict that is not tracked yet, with room for some entries; NULL with an exception. */
gb_dict *gb_dict_alloc(gb_vm *vm, uint32_t capacity) GB_MUST_CHECK;
/* The same as the public ones with the hash known. NULL: missing, or failed with an exception. */
gb_dict_entry *gb_dict_lookup(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash);
bool gb_dict_set_hashed(gb_vm *vm, gb_dict *dict, gb_value key, gb_value value,
                        int64_t hash) GB_MUST_CHECK;
int gb_dict_remove_hashed(gb_vm *vm, gb_dict *dict, gb_value key, int64_t hash, gb_value *value);

/* Exactly a str, not an instance of a subclass. */
static inline bool gb_exact_str(const gb_vm *vm, gb_value v)
{
    return v.tag == GB_STR && v.o->type == vm->types.str;
}

int64_t gb_str_hash_compute(gb_str *text);
static inline int64_t gb_str_hash(gb_value v)
{
    gb_str *text = gb_str_peek(v);
    return text->hash != -1 ? text->hash : gb_str_hash_compute(text);
}

/* RecursionError when calls nest too deeply, also those in C. `doing` ends its text: " in
 * comparison". */
bool gb_enter(gb_vm *vm, const char *doing) GB_MUST_CHECK;
static inline bool gb_enter_call(gb_vm *vm)
{
    return gb_enter(vm, "");
}
static inline void gb_leave_call(gb_vm *vm)
{
    vm->depth--;
}

/* The items of an iterable as a list, or the list or tuple itself; owned. What is not iterable
 * raises TypeError with the text `otherwise`. */
gb_value gb_to_sequence(gb_vm *vm, gb_value v, const char *otherwise) GB_MUST_CHECK;
/* operator.length_hint(v): *out stays where v has none. False when it raised other than TypeError,
 * or is no int of 0 or more. */
bool gb_length_hint(gb_vm *vm, gb_value v, int64_t *out) GB_MUST_CHECK;
/* TypeError for `self[key] = value` (unset: del) of what has no such slot; false. */
bool gb_raise_no_items(gb_vm *vm, gb_value self, gb_value key, gb_value value);
/* Hash slot of types that have none. */
int64_t gb_hash_unhashable(gb_vm *vm, gb_value v);
/* Hash of an object by its address. */
int64_t gb_hash_identity(gb_vm *vm, gb_value v);
int64_t gb_double_hash(double x);
gb_value gb_type_getitem(gb_vm *vm, gb_value type, gb_value key) GB_MUST_CHECK;
/* An iterator that asks for items 0, 1, ... until IndexError. */
gb_value gb_sequence_iterator(gb_vm *vm, gb_value v) GB_MUST_CHECK;
bool gb_int_to_double(gb_vm *vm, gb_value v, double *out) GB_MUST_CHECK;

/* ascii(v). */
gb_value gb_ascii(gb_vm *vm, gb_value v) GB_MUST_CHECK;
/* dict.update(other) for a mapping with keys() or an iterable of pairs. */
bool gb_dict_merge_any(gb_vm *vm, gb_value dict, gb_value other) GB_MUST_CHECK;

/* __dict__ of objects that have one, as a computed attribute. */
gb_value gb_get_dict_attribute(gb_vm *vm, gb_value self) GB_MUST_CHECK;
bool gb_set_dict_attribute(gb_vm *vm, gb_value self, gb_value value) GB_MUST_CHECK;

/* A list or tuple that takes the values over (also when it fails). */
gb_value gb_list_take(gb_vm *vm, gb_value *items, size_t count) GB_MUST_CHECK;
gb_value gb_tuple_take(gb_vm *vm, gb_value *items, size_t count) GB_MUST_CHECK;
bool gb_set_update(gb_vm *vm, gb_value set, gb_value iterable) GB_MUST_CHECK;

/* vm_loop.c: runs vm->frame until the entry frame returns. */
gb_value gb_vm_loop(gb_vm *vm, gb_frame *entry) GB_MUST_CHECK;

/* frame.c: a code made ready for this VM; lives as long as the code. */
gb_linked *gb_link(gb_vm *vm, gb_code *code) GB_MUST_CHECK;
void gb_linked_release(gb_linked *linked);

/* Spans of embedded modules have sources from here on. */
#define GB_LIBRARY_SOURCES 0x40000000u

/* "module 'math' has no attribute 'foo'" */
gb_value gb_module_missing_text(gb_vm *vm, gb_value module, gb_value name) GB_MUST_CHECK;

#endif
