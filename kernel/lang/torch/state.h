/* What torch keeps in a VM; private to this folder. */
#ifndef GB_LANG_TORCH_STATE_H
#define GB_LANG_TORCH_STATE_H

#include "kernel/lang/torch/tensor.h"

#include "graph/base/map.h"
#include "graph/tensor/autograd.h"

enum { GB_INFERENCE_MAX = 64, GB_DEVICES_MAX = 64 };

/* Something of the program that libtorch calls; private to gradient.c. */
typedef struct gb_callback gb_callback;

typedef struct gb_torch_state {
    gb_arena arena;         /* rows of the functions made for operators */
    gb_print_options print; /* torch.set_printoptions */
    gb_map results;         /* classes of named results, by the overload's name: borrowed gb_type */
    gb_map nodes;           /* classes of grad_fn, by the node's name: borrowed gb_type */
    gb_value classes;       /* list that owns the classes of both maps */
    gb_callback *callbacks; /* alive; each is emptied with the VM */
    gb_inference *inference[GB_INFERENCE_MAX]; /* entered, innermost last */
    size_t inference_depth;
    /* Where new tensors go without device=: set_default_device's, then those of `with` blocks. */
    gb_device devices[GB_DEVICES_MAX];
    size_t device_depth; /* of the one that holds */
} gb_torch_state;

/* A tensor as a value. Instances of subclasses (Parameter) have the same head. */
typedef struct gb_tensor_object {
    gb_object head;
    gb_tensor *tensor; /* owned */
    gb_value grad; /* the value that x.grad gave last, so that it stays the same one; or unset */
} gb_tensor_object;

static inline gb_tensor_object *gb_tensor_object_peek(gb_value v)
{
    return (gb_tensor_object *)(void *)v.o;
}

/* Computed attributes of Tensor: tensor_attribute.c. */
extern const gb_attribute gb_tensor_attributes[];

/* A value of class `cls` (Tensor or below) that looks at the tensor, which is taken over. */
gb_value gb_tensor_value_of_type_take(gb_vm *vm, gb_type *cls, gb_tensor *tensor) GB_MUST_CHECK;

/* Made when first asked for; NULL with MemoryError. Borrowed. */
gb_torch_state *gb_torch_state_of(gb_vm *vm) GB_MUST_CHECK;
/* Where tensors are made when nobody says: GB_DEVICE_DEFAULT unless the program chose. */
gb_device gb_torch_default_device(gb_vm *vm);

/* The class `name` below a native type, made on the first call; borrowed, NULL with an exception.
 * `fresh` (may be NULL) tells whether it was made now. */
gb_type *gb_torch_class(gb_vm *vm, gb_map *made, const char *key, const char *name, gb_type *base,
                        bool *fresh) GB_MUST_CHECK;

/* Arguments of `backward` and `autograd.grad`: the tensors of a list or tuple, borrowed, NULL for
 * None. TypeError for other values. At most GB_TENSORS_MAX. */
enum { GB_TENSORS_MAX = 1024, GB_DIMENSIONS_MAX = 64 };
bool gb_tensors_peek(gb_vm *vm, gb_value list, gb_tensor **out, size_t *count) GB_MUST_CHECK;

/* None, a device, its text or its number. */
bool gb_device_argument(gb_vm *vm, gb_value v, gb_device *device) GB_MUST_CHECK;
/* None or a dtype. */
bool gb_dtype_argument(gb_vm *vm, gb_value v, gb_dtype *dtype) GB_MUST_CHECK;

/* The functions of `torch` and of `torch._C` that are in the other files of this folder: rows
 * ended by name NULL. */
extern const gb_native gb_torch_functions[];    /* create.c */
extern const gb_native gb_gradient_functions[]; /* gradient.c */
extern const gb_native gb_module_functions[];   /* module_class.c */
extern const gb_native gb_storage_functions[];  /* storage.c */

/* Functions that libtorch still holds are forgotten. */
void gb_callbacks_empty(gb_torch_state *state);

/* torch.Generator. */
extern const gb_type_spec gb_generator_spec;
bool gb_generator_value_get(gb_value v, gb_generator **generator); /* borrowed */
gb_value gb_generator_value_take(gb_vm *vm, gb_generator *generator) GB_MUST_CHECK;
/* An int of 64 bits, signed or not, as the bits of a seed. */
bool gb_seed_argument(gb_vm *vm, gb_value v, int64_t *seed) GB_MUST_CHECK;

/* x.grad_fn: the node, or None. */
gb_value gb_grad_node_value(gb_vm *vm, gb_value tensor) GB_MUST_CHECK;

/* Attributes of Tensor that are made when first named: every operator of ATen that has a self, and
 * casts (x.float()). The `missing` of the type. */
gb_value gb_tensor_missing(gb_vm *vm, gb_type *type, gb_value name);

/* torch.strided and its kin: GB_NONE for a name that there is not. */
gb_value gb_layout_value(gb_vm *vm, const char *name) GB_MUST_CHECK;
/* "strided" of such a value; NULL for every other. */
const char *gb_layout_name(gb_value v);
bool gb_torch_add_layouts(gb_vm *vm, gb_value module) GB_MUST_CHECK;

/* torch.tensor: binds its arguments itself. */
gb_value gb_torch_tensor_function(gb_vm *vm) GB_MUST_CHECK;

/* torch.return_types.NAME: the `missing` of that module. */
gb_value gb_torch_results_class(gb_vm *vm, gb_value module, gb_value name);

/* torch.Size. */
extern const gb_type_spec gb_size_spec;

#endif
