/* The text form of code objects: `glassbox show code`. */
#include "kernel/lang/ast.h"
#include "kernel/lang/code.h"
#include "kernel/lang/operand.h"

static const struct {
    uint8_t a, b, x;
} operands[GB_OP_COUNT] = {
#define GB_OPCODE(name, A, B, X, pops, pushes, doc) {A, B, X},
#include "kernel/lang/opcode.def"
#undef GB_OPCODE
};

static const char *const binary_signs[] = {
#define GB_BINARY(id, sign, node, method, reflected, inplace) sign,
#include "kernel/lang/operator.def"
};
static const char *const compare_signs[] = {
#define GB_COMPARE(id, sign, node, method, reflected, mask) sign,
#include "kernel/lang/operator.def"
};

static void print_slot(const gb_code *code, uint32_t slot, gb_buffer *out)
{
    uint32_t cells = code->local_count, frees = cells + code->cell_count;
    if (slot < cells)
        gb_buffer_format(out, " %s", code->local_names[slot]);
    else if (slot < frees)
        gb_buffer_format(out, " %s(cell)", code->cell_names[slot - cells]);
    else if (slot < frees + code->free_count)
        gb_buffer_format(out, " %s(free)", code->free_names[slot - frees]);
}

static void print_test(unsigned x, gb_buffer *out)
{
    gb_buffer_format(out, " if %s%s", x & GB_TEST_IF_TRUE ? "" : "not ",
                     compare_signs[gb_compare_of_mask(x & GB_TEST_MASK)]);
}

static void print_operand(const gb_code *code, uint8_t kind, uint32_t v, gb_buffer *out)
{
    switch (kind) {
    case LOCAL:
    case CELL: print_slot(code, v, out); break;
    case CONST:
        gb_buffer_char(out, ' ');
        if (v < code->constant_count) gb_const_print(code->constants[v], out);
        break;
    case NAME:
        if (v < code->name_count) gb_buffer_format(out, " %s", code->names[v]);
        break;
    case CODE:
        if (v < code->code_count) gb_buffer_format(out, " %s", code->codes[v]->qualname);
        break;
    case JUMP: gb_buffer_format(out, " -> %u", v); break;
    case COUNT:
    case DEPTH: gb_buffer_format(out, " %u", v); break;
    case BINARY: gb_buffer_format(out, " %s", binary_signs[v]); break;
    case COMPARE: gb_buffer_format(out, " %s", compare_signs[v]); break;
    case FLAG:
        if (v) gb_buffer_format(out, " /%u", v);
        break;
    case TEST: print_test(v, out); break;
    default: break;
    }
}

/* The two operands that share b's sixteen bits. */
static void print_pair(const gb_code *code, gb_instr i, gb_buffer *out)
{
    print_slot(code, i.b & 255u, out);
    if (i.op == GB_OP_COMPARE_JUMP_LL)
        print_slot(code, i.b >> 8, out);
    else
        print_operand(code, CONST, i.b >> 8, out);
}

static void print_instr(const gb_code *code, uint32_t at, gb_buffer *out)
{
    gb_instr i = code->instructions[at];
    gb_buffer_format(out, "%6u %5u  %s", code->lines[at], at, gb_opcode_name((gb_opcode)i.op));
    print_operand(code, operands[i.op].a, i.a, out);
    bool pair = i.op == GB_OP_COMPARE_JUMP_LL || i.op == GB_OP_COMPARE_JUMP_LC;
    if (pair)
        print_pair(code, i, out);
    else if (i.op != GB_OP_MAKE_CELL || i.x)
        print_operand(code, operands[i.op].b, i.b, out);
    print_operand(code, operands[i.op].x, i.x, out);
    gb_buffer_char(out, '\n');
}

static void print_arguments(const gb_code *code, gb_buffer *out)
{
    static const struct {
        uint32_t flag;
        const char *name;
    } flags[] = {{GB_CODE_GENERATOR, "generator"},
                 {GB_CODE_CLASS, "class"},
                 {GB_CODE_VARARGS, "*args"},
                 {GB_CODE_VARKEYWORDS, "**kwargs"},
                 {GB_CODE_NESTED, "nested"}};
    gb_buffer_format(out, "code %s  args %u+%u (%u positional-only)  locals %u  stack %u",
                     code->qualname, code->arg_count, code->kwonly_count, code->posonly_count,
                     code->local_count, code->stack_size);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (code->flags & flags[i].flag) gb_buffer_format(out, "  %s", flags[i].name);
    gb_buffer_char(out, '\n');
}

void gb_code_print(const gb_code *code, gb_buffer *out)
{
    print_arguments(code, out);
    for (uint32_t i = 0; i < code->instruction_count; i++)
        print_instr(code, i, out);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        gb_handler h = code->handlers[i];
        gb_buffer_format(out, "       [%u, %u) -> %u depth %u\n", h.start, h.end, h.handler,
                         h.depth);
    }
    for (uint32_t i = 0; i < code->code_count; i++) {
        gb_buffer_char(out, '\n');
        gb_code_print(code->codes[i], out);
    }
}
