/* `_frames`: where the program is, for warnings and logging. */
#include "kernel/lang/modules/modules.h"

#include "kernel/lang/frame.h"

/* The level-th frame of the user's own code from the innermost one (1) outwards; the outermost when
 * there are fewer; NULL when none runs. */
static const gb_frame *user_frame(const gb_vm *vm, int64_t level)
{
    const gb_frame *found = NULL;
    for (const gb_frame *frame = vm->frame; frame && level > 0; frame = frame->back) {
        if (frame->linked->library) continue;
        found = frame;
        level--;
    }
    return found;
}

/* (file, line, function) */
static gb_value caller(gb_vm *vm, gb_value *args)
{
    int64_t level;
    if (!gb_to_int64(vm, args[0], &level)) return GB_UNSET_VALUE;
    const gb_frame *frame = user_frame(vm, level);
    const gb_code *code = frame ? frame->linked->code : NULL;
    gb_value file =
        frame ? gb_dict_find_name(frame->globals, GB_NAME_OF(vm, __file__)) : GB_UNSET_VALUE;
    gb_value parts[3] = {
        gb_is_str(file) ? gb_ref(file) : gb_str_intern(vm, "<cell>"),
        gb_int(frame ? code->lines[frame->ip - frame->linked->instructions] : 1),
        gb_str_intern(vm, frame ? code->name : "<module>"),
    };
    return gb_tuple_take(vm, parts, 3);
}

static const gb_native functions[] = {
    {"caller", caller, "level=1, /", 0, "(file, line, function) of a frame of the program."}, {0}};

const gb_module_spec gb_module_frames = {
    .name = "_frames",
    .doc = "Where the program is.",
    .functions = functions,
};
