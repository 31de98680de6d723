/* Code objects: references and facts about instructions. See code.h. */
#include "kernel/lang/code.h"

#include "graph/base/memory.h"

static const char *const opcode_names[GB_OP_COUNT] = {
#define GB_OPCODE(name, A, B, X, pops, pushes, doc) #name,
#include "kernel/lang/opcode.def"
#undef GB_OPCODE
};

gb_code *gb_code_ref(gb_code *code)
{
    code->outermost->users++;
    return code;
}

static void release_attached(gb_code *code)
{
    for (uint32_t i = 0; i < code->code_count; i++)
        release_attached(code->codes[i]);
    if (code->release_attached) code->release_attached(code);
}

void gb_code_unref(gb_code *code)
{
    if (!code || --code->outermost->users > 0) return;
    release_attached(code->outermost);
    gb_arena arena = code->outermost->arena;
    gb_arena_release(&arena);
}

gb_compare gb_compare_of_mask(unsigned mask)
{
#define GB_COMPARE(id, sign, node, method, reflected, outcomes)                                    \
    if (outcomes && outcomes == (mask & 15)) return GB_COMPARE_##id;
#include "kernel/lang/operator.def"
    return GB_COMPARE_EQ;
}

int gb_instr_effect(gb_instr instr)
{
    int a = (int)instr.a, b = instr.b, x = instr.x;
    (void)a;
    (void)b;
    (void)x;
    switch ((gb_opcode)instr.op) {
#define GB_OPCODE(name, A, B, X, pops, pushes, doc)                                                \
    case GB_OP_##name:                                                                             \
        return (pushes) - (pops);
#include "kernel/lang/opcode.def"
#undef GB_OPCODE
    case GB_OP_COUNT: break;
    }
    return 0;
}

const char *gb_opcode_name(gb_opcode op)
{
    return (unsigned)op < GB_OP_COUNT ? opcode_names[op] : "?";
}
