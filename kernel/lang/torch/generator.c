/* torch.Generator: a stream of random numbers. */
#include "kernel/lang/torch/state.h"

#include "graph/tensor/autograd.h"

typedef struct generator_object {
    gb_object head;
    gb_generator *generator; /* owned */
} generator_object;

static gb_generator *generator_of(gb_value v)
{
    return ((generator_object *)(void *)v.o)->generator;
}

bool gb_generator_value_get(gb_value v, gb_generator **generator)
{
    if (v.tag != GB_OTHER || !gb_is_a(v, &gb_generator_spec)) return false;
    *generator = generator_of(v);
    return true;
}

gb_value gb_generator_value_take(gb_vm *vm, gb_generator *generator)
{
    gb_type *type = generator ? gb_type_make(vm, &gb_generator_spec) : NULL;
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v))
        gb_generator_unref(generator);
    else
        ((generator_object *)(void *)v.o)->generator = generator;
    return v;
}

static gb_value generator_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    (void)cls;
    gb_error err = GB_ERROR_INIT;
    gb_value given;
    gb_device device = {GB_CPU, -1};
    if (!gb_bind(vm, "Generator", "device='cpu'", args, &given)) return GB_UNSET_VALUE;
    bool ok = gb_device_argument(vm, given, &device);
    gb_unref(given);
    if (!ok) return GB_UNSET_VALUE;
    gb_generator *generator = gb_generator_new(device, &err);
    return generator ? gb_generator_value_take(vm, generator) : gb_raise_error(vm, &err);
}

static void generator_release(gb_object *self)
{
    gb_generator_unref(((generator_object *)(void *)self)->generator);
}

static gb_value generator_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "<torch._C.Generator object at %p>", (void *)self.o);
}

/* --- methods
 * ------------------------------------------------------------------------------------------ */

bool gb_seed_argument(gb_vm *vm, gb_value v, int64_t *seed)
{
    mpz_t z;
    gb_value number = gb_call(vm, gb_type_value(gb_type_of(vm, gb_int(0))), &v, 1); /* int(v) */
    if (gb_is_unset(number)) return false;
    bool ok = gb_int_fits(number, seed);
    if (!ok) { /* up to 2^64: the same bits */
        gb_int_to_mpz(number, z);
        ok = mpz_sgn(z) >= 0 && mpz_sizeinbase(z, 2) <= 64;
        uint64_t bits = 0;
        if (ok) mpz_export(&bits, NULL, -1, sizeof bits, 0, 0, z);
        *seed = (int64_t)bits;
        mpz_clear(z);
    }
    gb_unref(number);
    return ok || gb_raise_false(vm, GB_EXC_ValueError, "Overflow when unpacking long long");
}

static gb_value manual_seed(gb_vm *vm, gb_value *args)
{
    int64_t seed;
    if (!gb_seed_argument(vm, args[1], &seed)) return GB_UNSET_VALUE;
    gb_generator_seed(generator_of(args[0]), seed);
    return gb_ref(args[0]);
}

static gb_value initial_seed(gb_vm *vm, gb_value *args)
{
    return gb_int_from_uint64(vm, (uint64_t)gb_generator_initial_seed(generator_of(args[0])));
}

static gb_value get_state(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *state = gb_generator_state(generator_of(args[0]), &err);
    return state ? gb_tensor_value_take(vm, state) : gb_raise_error(vm, &err);
}

static gb_value set_state(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_tensor *state = gb_tensor_value_peek(args[1]);
    if (!state)
        return gb_raise(vm, GB_EXC_TypeError, "expected a torch.ByteTensor, but got %s",
                        gb_type_name(vm, args[1]));
    if (!gb_generator_set_state(generator_of(args[0]), state, &err))
        return gb_raise_error(vm, &err);
    return gb_ref(args[0]);
}

static gb_value clone_state(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    gb_generator *from = generator_of(args[0]);
    gb_generator *copy = gb_generator_new(gb_generator_device(from), &err);
    gb_tensor *state = copy ? gb_generator_state(from, &err) : NULL;
    bool ok = state && gb_generator_set_state(copy, state, &err);
    gb_tensor_unref(state);
    if (ok) return gb_generator_value_take(vm, copy);
    gb_generator_unref(copy);
    return gb_raise_error(vm, &err);
}

static const gb_native methods[] = {
    {"manual_seed", manual_seed, "seed", 0, "Starts the stream anew; gives itself."},
    {"initial_seed", initial_seed, "", 0, "The seed that the stream started from."},
    {"get_state", get_state, "", 0, "Where the stream is, as bytes."},
    {"set_state", set_state, "new_state", 0, "Goes to where get_state was called."},
    {"clone_state", clone_state, "", 0, "Another generator at the same place."},
    {0},
};

static gb_value get_device(gb_vm *vm, gb_value self)
{
    return gb_device_value(vm, gb_generator_device(generator_of(self)));
}

static const gb_attribute attributes[] = {
    {"device", get_device, NULL, "Whose random numbers it draws."},
    {0},
};

const gb_type_spec gb_generator_spec = {
    .name = "Generator",
    .module = "torch",
    .doc = "Generator(device='cpu')",
    .size = sizeof(generator_object),
    .flags = GB_TYPE_ATOMIC,
    .methods = methods,
    .attributes = attributes,
    .slots = {.make = generator_make, .release = generator_release, .repr = generator_repr},
};
