/* torch in the cell language: the Tensor type, and the one call that reaches all of ATen.
 *
 * `torch.NAME(...)`, `x.NAME(...)` and the operators all end in gb_torch_call: it turns values into
 * operator arguments, and either calls the operator now or, when an argument is a graph value
 * (kernel/lang/trace), adds a node to that graph. So eager and traced code are the same code.
 *
 * What Python spells differently from ATen (`F.cross_entropy`, `torch.nn`, optimisers) is written
 * in the cell language: modules/torch/. */
#ifndef GB_LANG_TORCH_TENSOR_H
#define GB_LANG_TORCH_TENSOR_H

#include "kernel/lang/vm.h"

#include "graph/base/arena.h"
#include "graph/tensor/op.h"
#include "graph/tensor/print.h"

/* Makes torch, its submodules and the Tensor type known to the VM. */
bool gb_torch_install(gb_vm *vm) GB_MUST_CHECK;

/* --- tensors as values -------------------------------------------------------------------------
 */

extern const gb_type_spec gb_tensor_spec; /* class Tensor; Parameter and ndarray derive from it */

/* Wraps a tensor, which is taken over; NULL gives GB_UNSET (the exception must be there already).
 */
gb_value gb_tensor_value_take(gb_vm *vm, gb_tensor *tensor) GB_MUST_CHECK;
/* The tensor of a value, borrowed; NULL if it is none. */
gb_tensor *gb_tensor_value_peek(gb_value v);
/* Makes a Tensor value (or one of a subclass) look at another tensor: `x.data = y`. */
void gb_tensor_value_replace(gb_value v, gb_tensor *tensor);

/* --- dtype, device, Size ------------------------------------------------------------------------
 */

gb_value gb_dtype_value(gb_vm *vm, gb_dtype dtype) GB_MUST_CHECK;
bool gb_dtype_value_get(gb_value v,
                        gb_dtype *dtype); /* also the classes float, int, bool, complex */
gb_value gb_device_value(gb_vm *vm, gb_device device) GB_MUST_CHECK;
bool gb_device_value_get(gb_value v, gb_device *device);
gb_value gb_size_value(gb_vm *vm, const int64_t *sizes, size_t dim) GB_MUST_CHECK; /* torch.Size */

/* --- arguments ----------------------------------------------------------------------------------
 */

struct gb_trace;

/* A conversion of values to operator arguments, and what it holds meanwhile. */
typedef struct gb_conversion {
    gb_arena arena;         /* long lists and slices */
    size_t used;            /* of room */
    gb_arg room[16];        /* short ones */
    gb_value held;          /* list of values made on the way, or unset */
    struct gb_trace *trace; /* of the graph values met; NULL: none, the call runs now */
    bool typed;             /* numbers of numpy keep their dtype: torch.tensor's data */
} gb_conversion;

/* Starts a conversion; `room` is written before it is read. */
static inline void gb_conversion_start(gb_conversion *c)
{
    c->arena = (gb_arena)GB_ARENA_INIT;
    c->used = 0;
    c->held = GB_UNSET_VALUE;
    c->trace = NULL;
    c->typed = false;
}

/* Converts one value; the argument borrows from the value and the conversion. Graph values of a
 * trace that still runs become NODE, those of a finished one their tensor. TypeError for what no
 * operator takes. */
bool gb_convert(gb_vm *vm, gb_conversion *conversion, gb_value v, gb_arg *out) GB_MUST_CHECK;
void gb_conversion_release(gb_conversion *conversion);

/* Is it an object that operators take for a number, as a scalar of numpy is? */
bool gb_torch_is_user_number(gb_vm *vm, gb_value v);

/* A result as a value: tensors are wrapped, lists become lists. Takes the argument over. */
gb_value gb_value_from_arg_take(gb_vm *vm, gb_arg *arg) GB_MUST_CHECK;

/* --- the call ------------------------------------------------------------------------------------
 */

/* Calls an operator as Python does: `self` (unset for torch.NAME) and arguments. The result is a
 * Tensor, a number, a list, a named tuple of results, or graph values in their place. */
gb_value gb_torch_call(gb_vm *vm, const gb_op *op, gb_value self,
                       const gb_arguments *args) GB_MUST_CHECK;
/* The same by short name with `count` positional values. */
gb_value gb_torch_call_name(gb_vm *vm, const char *name, const gb_value *values,
                            size_t count) GB_MUST_CHECK;

/* Raises what an operator reported; returns GB_UNSET. */
gb_value gb_torch_raise(gb_vm *vm, const gb_error *err);

/* Several results as Python shows them: a named tuple `torch.return_types.NAME` where the schema
 * names them, else a plain tuple; items are taken over. */
gb_value gb_torch_results_take(gb_vm *vm, const gb_overload *overload, gb_value *items,
                               size_t count) GB_MUST_CHECK;

/* A function value that calls the operator, for module attributes; and x.NAME as an attribute of
 * class `owner`. */
gb_value gb_torch_function(gb_vm *vm, const gb_op *op) GB_MUST_CHECK;
gb_value gb_torch_method(gb_vm *vm, const gb_op *op, gb_type *owner) GB_MUST_CHECK;

/* The operator behind a Python operator: `add` for GB_BINARY_ADD, `lt` for GB_COMPARE_LT. */
const gb_op *gb_torch_binary_op(gb_binary op);
const gb_op *gb_torch_compare_op(gb_compare op);

/* Binary and unary operators on tensors or graph values, numbers on either side. */
gb_value gb_torch_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b) GB_MUST_CHECK;
gb_value gb_torch_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b) GB_MUST_CHECK;
gb_value gb_torch_unary(gb_vm *vm, gb_unary op, gb_value a) GB_MUST_CHECK;
gb_value gb_torch_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b) GB_MUST_CHECK;

/* Rows of Tensor's own methods (tensor_method.c). */
extern const gb_native gb_tensor_methods[];

/* torch.float32, …, torch.dtype and torch.device, into the module. */
bool gb_torch_add_dtypes(gb_vm *vm, gb_value module) GB_MUST_CHECK;

/* A method of Tensor that graph values have too, bound to self: operators, casts, and what the cell
 * language spells (modules/torch/_tensor.py). GB_UNSET without an exception when there is none. */
gb_value gb_tensor_method_find(gb_vm *vm, gb_value self, gb_value name);

/* How tensors print in this VM (torch.set_printoptions); borrowed. */
gb_print_options *gb_torch_print_options(gb_vm *vm);

#endif
