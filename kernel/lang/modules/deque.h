/* deque: items in a ring, so that both ends are cheap. deque.c has its slots, deque_method.c its
 * methods. */
#ifndef GB_LANG_MODULES_DEQUE_H
#define GB_LANG_MODULES_DEQUE_H

#include "kernel/lang/vm.h"

typedef struct gb_deque {
    gb_object head;
    gb_value *items; /* NULL while nothing was ever in it */
    size_t capacity; /* a power of two */
    size_t start;    /* place of item 0 */
    size_t count;
    int64_t limit;    /* maxlen; -1: none */
    uint64_t version; /* changes when items come, go or move */
} gb_deque;

extern const gb_type_spec gb_spec_deque;
extern const gb_native gb_deque_methods[];
extern const gb_attribute gb_deque_attributes[];

static inline bool gb_is_deque(gb_value v)
{
    return gb_is_a(v, &gb_spec_deque);
}
static inline gb_deque *gb_deque_peek(gb_value v)
{
    return (gb_deque *)(void *)v.o;
}
/* The place of item i; i < count. */
static inline gb_value *gb_deque_at(const gb_deque *d, size_t i)
{
    return &d->items[(d->start + i) & (d->capacity - 1)];
}

/* Adds an item (borrowed) at one end; when there are maxlen, the one at the other end goes. */
bool gb_deque_push(gb_vm *vm, gb_deque *d, gb_value item, bool left) GB_MUST_CHECK;
/* Takes the item at one end; the deque is not empty. */
gb_value gb_deque_take(gb_deque *d, bool left);
bool gb_deque_extend(gb_vm *vm, gb_value self, gb_value iterable, bool left) GB_MUST_CHECK;
void gb_deque_clear(gb_deque *d);
/* A plain list of the items. */
gb_value gb_deque_list(gb_vm *vm, const gb_deque *d) GB_MUST_CHECK;
/* Rotates by n to the right. */
void gb_deque_rotate(gb_deque *d, int64_t n);
/* A deque of the same class and maxlen with the same items. */
gb_value gb_deque_copy(gb_vm *vm, gb_value self) GB_MUST_CHECK;
/* An iterator from the first or the last item on. */
gb_value gb_deque_iterator(gb_vm *vm, gb_value self, bool reversed) GB_MUST_CHECK;

#endif
