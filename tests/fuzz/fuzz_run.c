/* Programs, run: what compiles is executed with a limit of steps, of frames and of memory, and may
 * raise whatever it likes. Every program gets globals of its own in one VM, which is made anew now
 * and then so that what programs did to its types does not pile up. */
#include "kernel/lang/compile.h"
#include "kernel/lang/parser.h"
#include "kernel/lang/vm_state.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS = 20000, PROGRAMS = 500, LARGEST = 4096 };

static void run(gb_vm *vm, gb_code *code)
{
    vm->steps = 0;
    vm->step_limit = STEPS;
    gb_value globals = gb_vm_globals_new(vm);
    if (!gb_is_unset(globals) && !gb_vm_run(vm, code, globals)) {
        vm->steps = 0; /* telling what went wrong may run the program's own __str__ */
        gb_value exception = gb_exception_take(vm);
        gb_unref(gb_exception_line(vm, exception));
        gb_unref(exception);
    }
    gb_exception_clear(vm);
    gb_unref(globals);
    vm->steps = 0; /* finalizers */
    gb_collect(vm);
    gb_exception_clear(vm);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gb_vm *vm;
    static int programs;
    gb_error err = GB_ERROR_INIT;
    if (size > LARGEST) return 0;
    if (programs++ % PROGRAMS == 0) {
        gb_vm_options options = {.memory_limit = 1 << 22, .recursion_limit = 200};
        gb_vm_free(vm);
        vm = gb_vm_new(&options, &err);
    }
    gb_source source;
    if (!vm || !gb_source_init(&source, 1, "fuzz", (gb_text){(const char *)data, size}, &err))
        return 0;
    gb_code *code = gb_compile_text(&source, (gb_compile_options){.fuse = true}, &err);
    if (code) run(vm, code);
    gb_code_unref(code);
    gb_source_release(&source);
    return 0;
}
