/* What the iterators of `itertools` share: one layout for all of them, so that one release and one
 * traverse serve every type; the fields a type does not use stay unset.
 *
 * itertools.c: streams that pass items on. itertools_group.c: groupby, tee. itertools_combine.c:
 * product, permutations, combinations. */
#ifndef GB_LANG_MODULES_ITERTOOLS_H
#define GB_LANG_MODULES_ITERTOOLS_H

#include "kernel/lang/vm.h"

typedef struct gb_stream {
    gb_object head;
    gb_value source;   /* the iterator (or tuple of iterators) that items come from */
    gb_value function; /* predicate, key function, fill value */
    gb_value value;    /* the item or total so far */
    gb_value extra;    /* list of items seen, second iterator, key of the item read last */
    gb_value key;      /* groupby: of the group given out last */
    int64_t at, stop, step;
    size_t *places; /* of the combinatoric ones: indices into the pool; owned */
    size_t width;   /* how many of them make a result */
    bool started;
    bool done;
} gb_stream;

static inline gb_stream *gb_stream_peek(gb_value v)
{
    return (gb_stream *)(void *)v.o;
}

void gb_stream_release(gb_object *self);
void gb_stream_traverse(gb_object *self, gb_visit visit, void *context);
void gb_stream_clear(gb_object *self);
gb_value gb_stream_iter(gb_vm *vm, gb_value self);

/* A spec of the module: its constructor, its step, its methods (rows or NULL). */
#define GB_STREAM_SPEC(type_name, doc_text, make_function, next_function, method_rows)             \
    {                                                                                              \
        .name = type_name, .module = "itertools", .shown = "itertools." type_name,                 \
        .doc = doc_text, .size = sizeof(gb_stream), .methods = method_rows,                        \
        .slots = {.make = make_function,                                                           \
                  .release = gb_stream_release,                                                    \
                  .traverse = gb_stream_traverse,                                                  \
                  .clear = gb_stream_clear,                                                        \
                  .iter = gb_stream_iter,                                                          \
                  .next = next_function},                                                          \
    }

/* Specs by file, each list ended by NULL. */
extern const gb_type_spec *const gb_itertools_combine[];
extern const gb_type_spec *const gb_itertools_group[];

/* tee(iterable, n): itertools_group.c. */
gb_value gb_itertools_tee(gb_vm *vm, gb_value *args);

#endif
