/* A plan as text: `glassbox show plan` and `print(module.source)`. */
#include "graph/model/plan.h"

#include <string.h>

static const char *row_op_name(gb_row_op op)
{
    static const char *const names[] = {
#define GB_ROW_OP(id, name, doc) name,
#include "graph/model/row_op.def"
#undef GB_ROW_OP
    };
    return names[op];
}

static const char *op_name(const gb_step *step)
{
    switch (step->kind) {
    case GB_STEP_ATEN: return gb_overload_name(step->overload);
    case GB_STEP_ROWS: return row_op_name(step->row_op);
    case GB_STEP_ALIAS: break;
    }
    return "alias";
}

static void print_slot(const gb_plan *plan, int32_t slot, gb_buffer *out)
{
    const gb_slot *s = &plan->slots[slot];
    if (s->kind == GB_SLOT_WEIGHT)
        gb_buffer_text(out, s->name);
    else
        gb_buffer_format(out, "%%%d", slot);
}

static void print_shape(const gb_slot *s, gb_buffer *out)
{
    gb_buffer_format(out, "%s[", gb_dtype_name(s->dtype));
    if (s->kind == GB_SLOT_TOKENS) gb_buffer_char(out, 'N');
    for (int d = 0; d < s->rank; d++) {
        if (d || s->kind == GB_SLOT_TOKENS) gb_buffer_text(out, ", ");
        if (s->shape[d] < 0)
            gb_buffer_char(out, 'S');
        else
            gb_buffer_format(out, "%lld", (long long)s->shape[d]);
    }
    gb_buffer_char(out, ']');
}

static void print_arg(const gb_plan *plan, const gb_arg *arg, gb_buffer *out)
{
    if (arg->kind == GB_ARG_NODE)
        print_slot(plan, arg->as.node, out);
    else
        gb_arg_print(out, arg);
}

static void print_step(const gb_plan *plan, int32_t index, int depth, gb_buffer *out)
{
    const gb_step *step = &plan->steps[index];
    gb_buffer_format(out, "%4d ", index);
    gb_buffer_repeat(out, ' ', (size_t)depth * 2);
    for (int32_t i = 0; i < step->out_count; i++) {
        if (i) gb_buffer_text(out, ", ");
        print_slot(plan, step->out[i], out);
    }
    gb_buffer_format(out, " = %s(", op_name(step));
    int32_t count = step->kind == GB_STEP_ATEN ? step->arg_count : step->in_count;
    for (int32_t i = 0; i < count; i++) {
        if (i) gb_buffer_text(out, ", ");
        if (step->kind == GB_STEP_ATEN)
            print_arg(plan, &step->args[i], out);
        else
            print_slot(plan, step->in[i], out);
    }
    gb_buffer_text(out, ") : ");
    print_shape(&plan->slots[step->out[0]], out);
    if (step->variant != GB_VARIANT_ALWAYS)
        gb_buffer_text(out, step->variant == GB_VARIANT_EAGER ? "  # eager" : "  # fused");
    gb_buffer_char(out, '\n');
}

/* How many running modules a module is in. */
static int depth_of(const gb_plan *plan, int32_t module)
{
    int depth = 0;
    for (; module >= 0; module = plan->tree.modules[module].parent)
        if (plan->io[module].runs) depth++;
    return depth;
}

static void print_entered(const gb_plan *plan, int32_t boundary, gb_buffer *out)
{
    for (int32_t m = 0; m < plan->tree.count; m++) {
        const gb_module_io *io = &plan->io[m];
        if (!io->runs || io->enter_boundary != boundary) continue;
        const gb_module *module = &plan->tree.modules[m];
        gb_buffer_text(out, "     ");
        gb_buffer_repeat(out, ' ', (size_t)(depth_of(plan, m) - 1) * 2);
        gb_buffer_format(out, "%s %s:\n", module->path[0] ? module->path : "(model)", module->cls);
        return;
    }
}

void gb_plan_print(const gb_plan *plan, gb_buffer *out)
{
    int32_t boundary = 0;
    for (int32_t s = 0; s <= plan->step_count; s++) {
        while (boundary < plan->boundary_count && plan->boundary_steps[boundary] == s)
            print_entered(plan, boundary++, out);
        if (s < plan->step_count) print_step(plan, s, depth_of(plan, plan->steps[s].module), out);
    }
}

/* --- .source ---------------------------------------------------------------------------------- */

static void print_form(const gb_plan *plan, const gb_form *form, gb_buffer *out)
{
    switch (form->kind) {
    case GB_FORM_TENSOR: gb_place_shape_text(&plan->places[form->place], out); return;
    case GB_FORM_TUPLE:
        gb_buffer_char(out, '(');
        for (int32_t i = 0; i < form->count; i++) {
            if (i) gb_buffer_text(out, ", ");
            print_form(plan, &form->items[i], out);
        }
        gb_buffer_char(out, ')');
        return;
    case GB_FORM_NONE: gb_buffer_text(out, "None"); return;
    default: gb_buffer_text(out, form->cls ? form->cls : "…"); return;
    }
}

/* The boundary at which a value is known. */
static int32_t form_boundary(const gb_plan *plan, const gb_form *form)
{
    if (form->kind == GB_FORM_TENSOR) return plan->places[form->place].boundary;
    return form->count ? form_boundary(plan, &form->items[0]) : -1;
}

void gb_plan_print_source(const gb_plan *plan, int32_t module, gb_buffer *out)
{
    const gb_module_io *io = &plan->io[module];
    size_t width = 0;
    for (int32_t i = 0; i < io->inner_count; i++)
        if (strlen(io->inner[i].name) > width) width = strlen(io->inner[i].name);
    for (int32_t at = io->enter_boundary; io->runs && at <= io->leave_boundary; at++) {
        for (int32_t i = 0; i < io->inner_count; i++) {
            const gb_inner *inner = &io->inner[i];
            if (form_boundary(plan, inner->output) != at) continue;
            gb_buffer_format(out, " %-*s -> ", (int)width, inner->name);
            print_form(plan, inner->output, out);
            gb_buffer_char(out, '\n');
        }
    }
}
