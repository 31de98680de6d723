/* x[...] as PyTorch does it: also the operators gb::getitem(self, index) and
 * gb::setitem(self, index, value), which are found, called, inferred and put in graphs as any
 * other.
 *
 * An index is one gb_arg: INT, BOOL, NONE, ELLIPSIS, SLICE, TENSOR, a LIST (a Python list: an index
 * tensor in the making), or a tuple LIST of such, one a dimension. Slice parts and ints may be
 * 0-dim tensors. In a graph, any TENSOR inside may be a NODE. */
#ifndef GB_TENSOR_INDEX_H
#define GB_TENSOR_INDEX_H

#include "graph/tensor/op.h"

/* x[index], owned: a view of x where PyTorch gives a view (ints, slices, None, Ellipsis), else a
 * copy. IndexError and TypeError in PyTorch's words. */
gb_tensor *gb_tensor_index(const gb_tensor *x, const gb_arg *index, gb_error *err) GB_MUST_CHECK;

/* x[index] = value, in place; value is TENSOR or a number, broadcast and converted. */
bool gb_tensor_index_put(gb_tensor *x, const gb_arg *index, const gb_arg *value,
                         gb_error *err) GB_MUST_CHECK;

/* True if x[index] of any x is a view of it (no index tensor, list or mask inside). */
bool gb_index_is_view(const gb_arg *index);

/* The two operators. getitem gives x[index] (a view where it can be); setitem is functional: it
 * gives a copy of self in which [index] is value, and leaves self alone. */
const gb_overload *gb_overload_getitem(void);
const gb_overload *gb_overload_setitem(void);

#endif
