/* Looking names, attributes and items up without running the user's code. See known.h. */
#include "kernel/known.h"

#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/model_object.h"
#include "kernel/lang/trace/tracer.h"

#include <stdlib.h>
#include <string.h>

void gb_known_release(gb_known *known)
{
    gb_unref(known->value);
    gb_unref(known->type);
    *known = GB_UNKNOWN;
}

/* Takes the value over. */
static gb_known take_value(gb_session *session, gb_value value)
{
    if (gb_is_unset(value)) {
        gb_exception_clear(session->vm);
        return GB_UNKNOWN;
    }
    return (gb_known){.value = value,
                      .type = gb_ref(gb_type_value(gb_type_of(session->vm, value)))};
}

gb_known gb_known_value(gb_session *session, gb_value value)
{
    return take_value(session, gb_ref(value));
}

static gb_known known_type(gb_type *type)
{
    return type ? (gb_known){.value = GB_UNSET_VALUE, .type = gb_ref(gb_type_value(type))}
                : GB_UNKNOWN;
}

static gb_known known_spec(gb_session *session, const gb_type_spec *spec)
{
    return known_type(gb_type_make(session->vm, spec));
}

gb_known gb_known_name(gb_session *session, const char *name, size_t n)
{
    gb_value key = gb_str_new(session->vm, name, n);
    if (gb_is_unset(key)) return take_value(session, key);
    gb_value found = gb_dict_get_peek(session->vm, session->globals, key);
    if (gb_is_unset(found))
        found = gb_dict_get_peek(session->vm, gb_vm_builtins_peek(session->vm), key);
    gb_unref(key);
    return gb_is_unset(found) ? GB_UNKNOWN : gb_known_value(session, found);
}

/* --- attributes --------------------------------------------------------------------------------*/

/* Is it code of ours: native, or of an embedded module? */
static bool is_ours(gb_session *session, gb_value function)
{
    const gb_code *code = gb_is_function(function) ? gb_function_code_peek(function) : NULL;
    return function.tag == GB_NATIVE_FUNCTION ||
           (code && !gb_session_source(session, code->source));
}

/* Children are envoys; parameters are known to be tensors, and are not read. */
static gb_known envoy_attribute(gb_session *session, gb_value envoy, const char *name)
{
    int32_t module;
    gb_model_state *state = gb_envoy_state_peek(envoy, &module);
    if (!state->model) return GB_UNKNOWN;
    const gb_tree *tree = gb_model_tree(state->model);
    int32_t child = gb_tree_child(tree, module, name);
    if (child >= 0) return take_value(session, gb_envoy_new(session->vm, state, child));
    if (gb_module_param(&tree->modules[module], name) || strcmp(name, "output") == 0 ||
        strcmp(name, "input") == 0)
        return known_spec(session, &gb_tensor_spec);
    return GB_UNKNOWN;
}

/* What a class holds under a name, as its instances show it. */
static gb_known class_attribute(gb_session *session, gb_value self, gb_type *type, gb_value name)
{
    gb_value found = gb_type_lookup_peek(type, name);
    if (gb_is_unset(found)) return GB_UNKNOWN;
    if (gb_is_function(found) || found.tag == GB_NATIVE_FUNCTION) {
        if (!gb_is_unset(self)) return take_value(session, gb_method_new(session->vm, found, self));
        gb_known function = gb_known_value(session, found);
        function.bound = true;
        return function;
    }
    bool computed = gb_type_of(session->vm, found)->slots.get != NULL;
    const char *kind = gb_type_name(session->vm, found);
    if (strcmp(kind, "classmethod") == 0 || strcmp(kind, "staticmethod") == 0)
        return take_value(session, gb_getattr_text(session->vm, found, "__func__"));
    if (!computed) return gb_known_value(session, found);
    return GB_UNKNOWN;
}

/* May the attributes of this value be asked for: is all that runs then ours? */
static bool may_ask(gb_session *session, gb_value self)
{
    gb_type *type = gb_type_of(session->vm, self);
    if (gb_is_module(self) || !gb_type_is_user(type) || gb_tensor_value_peek(self)) return true;
    gb_value name = gb_str_intern(session->vm, "__getattr__");
    gb_value hook = gb_type_lookup_peek(type, name);
    gb_unref(name);
    return is_ours(session, hook);
}

static gb_known value_attribute(gb_session *session, gb_value self, gb_value name)
{
    gb_vm *vm = session->vm;
    if (gb_envoy_state_peek(self, NULL)) {
        gb_known found = envoy_attribute(session, self, gb_str_data(name));
        return gb_is_known(found) ? found
                                  : class_attribute(session, self, gb_type_of(vm, self), name);
    }
    if (gb_is_type(self)) {
        gb_value found = gb_type_lookup_peek(gb_type_peek(self), name);
        return gb_is_unset(found) ? GB_UNKNOWN : gb_known_value(session, found);
    }
    gb_value dict = gb_instance_dict_peek(vm, self);
    gb_value own = gb_is_unset(dict) ? dict : gb_dict_get_peek(vm, dict, name);
    if (!gb_is_unset(own)) return gb_known_value(session, own);
    gb_known found = class_attribute(session, self, gb_type_of(vm, self), name);
    bool here =
        gb_is_known(found) || (gb_type_is_user(gb_type_of(vm, self)) &&
                               !gb_is_unset(gb_type_lookup_peek(gb_type_of(vm, self), name)));
    if (here || !may_ask(session, self)) return found;
    return take_value(session, gb_getattr(vm, self, name));
}

gb_known gb_known_attribute(gb_session *session, const gb_known *of, const char *name, size_t n)
{
    gb_value key = gb_str_new(session->vm, name, n);
    if (gb_is_unset(key) || !gb_is_known(*of)) {
        gb_unref(key);
        return GB_UNKNOWN;
    }
    gb_known found = gb_is_unset(of->value)
                         ? class_attribute(session, GB_UNSET_VALUE, gb_type_peek(of->type), key)
                         : value_attribute(session, of->value, key);
    gb_unref(key);
    return found;
}

/* --- items and calls ---------------------------------------------------------------------------*/

gb_known gb_known_item(gb_session *session, const gb_known *of, gb_value key)
{
    gb_value v = of->value;
    bool plain = !gb_is_unset(v) && !gb_type_is_user(gb_type_of(session->vm, v));
    bool container = plain && (gb_is_sequence(v) || gb_is_dict(v) || gb_envoy_state_peek(v, NULL));
    if (container && !gb_is_unset(key)) return take_value(session, gb_getitem(session->vm, v, key));
    gb_type *tensor = gb_type_make(session->vm, &gb_tensor_spec);
    if (tensor && gb_is_known(*of) && gb_type_is_subtype(gb_type_peek(of->type), tensor))
        return known_type(tensor);
    return GB_UNKNOWN;
}

/* What our own functions give, as far as it is the same for every call. */
static gb_known native_result(gb_session *session, gb_value function)
{
    static const char *const blocks[] = {"trace", "generate", "scan", "invoke"};
    gb_value module = gb_getattr_text(session->vm, function, "__module__");
    gb_value name = gb_getattr_text(session->vm, function, "__name__");
    bool torch = gb_is_str(module) && strncmp(gb_str_data(module), "torch", 5) == 0;
    bool block = false;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        block = block || gb_str_is(name, blocks[i]);
    gb_exception_clear(session->vm);
    gb_unref(module);
    gb_unref(name);
    if (torch) return known_spec(session, &gb_tensor_spec);
    return block ? known_spec(session, &gb_tracer_spec) : GB_UNKNOWN;
}

gb_known gb_known_call(gb_session *session, const gb_known *callee)
{
    gb_value v = callee->value;
    if (gb_is_type(v)) return known_type(gb_type_peek(v));
    if (v.tag == GB_NATIVE_FUNCTION) return native_result(session, v);
    if (v.tag != GB_METHOD) return GB_UNKNOWN;
    gb_value function = gb_getattr_text(session->vm, v, "__func__");
    gb_value self = gb_getattr_text(session->vm, v, "__self__");
    gb_known result = GB_UNKNOWN;
    if (gb_tensor_value_peek(self))
        result = known_spec(session, &gb_tensor_spec);
    else if (function.tag == GB_NATIVE_FUNCTION)
        result = native_result(session, function);
    gb_exception_clear(session->vm);
    gb_unref(function);
    gb_unref(self);
    return result;
}

/* --- listing -----------------------------------------------------------------------------------*/

static bool add_keys(gb_vm *vm, gb_value set, gb_value dict)
{
    gb_value key, value;
    for (size_t at = 0; gb_is_dict(dict) && gb_dict_next(dict, &at, &key, &value);)
        if (gb_is_str(key) && !gb_set_add(vm, set, key)) return false;
    return true;
}

static bool add_class(gb_vm *vm, gb_value set, const gb_type *type)
{
    const gb_tuple *mro = gb_tuple_peek(type->mro);
    for (size_t i = 0; i < mro->count; i++)
        if (!add_keys(vm, set, gb_object_peek(GB_DICT, gb_type_peek(mro->items[i])->dict)))
            return false;
    return true;
}

/* What __dir__ says, where it is our code. */
static bool add_dir(gb_session *session, gb_value set, gb_value self)
{
    gb_vm *vm = session->vm;
    gb_value name = gb_str_intern(vm, "__dir__");
    gb_value hook = gb_type_lookup_peek(gb_type_of(vm, self), name);
    gb_unref(name);
    if (!is_ours(session, hook)) return true;
    gb_value names = gb_call_method(vm, self, "__dir__", NULL, 0);
    size_t count = 0;
    gb_value *items = gb_is_sequence(names) ? gb_items_peek(names, &count) : NULL;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = !gb_is_str(items[i]) || gb_set_add(vm, set, items[i]);
    gb_exception_clear(vm);
    gb_unref(names);
    return ok;
}

static bool add_all(gb_session *session, gb_value set, const gb_known *of)
{
    gb_vm *vm = session->vm;
    gb_value v = of->value;
    if (!gb_is_unset(v)) {
        if (gb_is_module(v) && !add_keys(vm, set, gb_module_dict_peek(v))) return false;
        if (gb_is_type(v) && !add_class(vm, set, gb_type_peek(v))) return false;
        if (!gb_is_type(v) && !gb_is_module(v) &&
            (!add_keys(vm, set, gb_instance_dict_peek(vm, v)) || !add_dir(session, set, v)))
            return false;
        if (gb_is_module(v)) return true;
    }
    return gb_is_type(v) || add_class(vm, set, gb_type_peek(of->type));
}

static int by_text(const void *a, const void *b)
{
    return strcmp(gb_str_data(*(const gb_value *)a), gb_str_data(*(const gb_value *)b));
}

gb_value gb_known_attributes(gb_session *session, const gb_known *of)
{
    gb_vm *vm = session->vm;
    if (!gb_is_known(*of)) return gb_list_new(vm, 0);
    gb_value set = gb_set_new(vm, false), list = GB_UNSET_VALUE;
    if (!gb_is_unset(set) && add_all(session, set, of)) list = gb_to_list(vm, set);
    if (!gb_is_unset(list))
        qsort(gb_list_peek(list)->items, gb_list_peek(list)->count, sizeof(gb_value), by_text);
    gb_exception_clear(vm);
    gb_unref(set);
    return list;
}

const char *gb_known_kind(gb_session *session, const gb_known *known)
{
    gb_value v = known->value;
    if (gb_is_unset(v)) return gb_is_known(*known) ? "instance" : "";
    if (gb_is_module(v)) return "module";
    if (gb_is_type(v)) return "class";
    if (gb_is_function(v) || v.tag == GB_NATIVE_FUNCTION || v.tag == GB_METHOD) return "function";
    (void)session;
    return "instance";
}
