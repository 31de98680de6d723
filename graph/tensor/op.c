/* Operators: facts about overloads, and the checks around a call. Building the tables and the call
 * itself are in dispatch.cpp, choosing in choose.c, shapes in infer.c. */
#include "graph/tensor/op.h"

#include "graph/base/interrupt.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/overload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const gb_overload *overload_named(const gb_op *op, const char *overload_name)
{
    for (size_t i = 0; op && i < op->overload_count; i++)
        if (!strcmp(op->overloads[i]->overload_name, overload_name)) return op->overloads[i];
    return NULL;
}

const gb_overload *gb_overload_find(const char *name, gb_error *err)
{
    char op_name[128];
    const char *dot = strchr(name, '.');
    size_t n = dot ? (size_t)(dot - name) : strlen(name);
    if (n >= sizeof op_name) {
        gb_fail(err, GB_ERR_ATTRIBUTE, "no operator '%s'", name);
        return NULL;
    }
    memcpy(op_name, name, n);
    op_name[n] = '\0';
    const gb_op *op = gb_op_find(op_name, err);
    const gb_overload *overload = overload_named(op, dot ? dot + 1 : "");
    if (op && !overload) gb_fail(err, GB_ERR_ATTRIBUTE, "operator '%s' has no such overload", name);
    return overload;
}

/* --- facts ------------------------------------------------------------------------------------ */

const char *gb_op_name(const gb_op *op)
{
    return op->name;
}

const char *gb_op_short_name(const gb_op *op)
{
    return op->short_name;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool gb_op_is_method(const gb_op *op)
{
    static const char *const function_only[] = {
#define GB_FUNCTION_ONLY(name) name,
#include "graph/tensor/function_only.def"
#undef GB_FUNCTION_ONLY
    };
    return op->method_count > 0 &&
           !bsearch(&op->short_name, function_only, sizeof function_only / sizeof *function_only,
                    sizeof *function_only, compare_names);
}

static bool takes_tensor(const gb_overload *overload)
{
    for (size_t i = 0; i < overload->param_count; i++)
        if (overload->params[i].type == GB_PARAM_TENSOR) return true;
    return false;
}

bool gb_op_is_factory(const gb_op *op)
{
    for (size_t i = 0; i < op->overload_count; i++)
        if (op->overloads[i]->factory && !takes_tensor(op->overloads[i])) return true;
    return false;
}

size_t gb_op_overload_count(const gb_op *op)
{
    return op->overload_count;
}

const gb_overload *gb_op_overload(const gb_op *op, size_t i)
{
    return op->overloads[i];
}

const char *gb_overload_name(const gb_overload *overload)
{
    return overload->name;
}

const char *gb_overload_schema(const gb_overload *overload)
{
    return overload->schema;
}

const gb_op *gb_overload_op(const gb_overload *overload)
{
    return overload->op;
}

size_t gb_overload_param_count(const gb_overload *overload)
{
    return overload->param_count;
}

const gb_param *gb_overload_param(const gb_overload *overload, size_t i)
{
    return &overload->params[i];
}

size_t gb_overload_result_count(const gb_overload *overload)
{
    return overload->result_count;
}

const char *gb_overload_result_name(const gb_overload *overload, size_t i)
{
    return overload->result_names[i];
}

bool gb_overload_result_is_list(const gb_overload *overload, size_t i)
{
    return overload->result_lists[i];
}

bool gb_overload_mutates(const gb_overload *overload)
{
    return overload->mutates;
}

bool gb_overload_is_view(const gb_overload *overload)
{
    return overload->view;
}

bool gb_overload_is_random(const gb_overload *overload)
{
    return overload->random;
}

const gb_overload *gb_overload_functional(const gb_overload *overload)
{
    char name[128];
    size_t n = strlen(overload->op->name);
    if (!overload->mutates || overload->out_count || n >= sizeof name || n < 2 ||
        overload->op->name[n - 1] != '_')
        return NULL;
    memcpy(name, overload->op->name, n - 1);
    name[n - 1] = '\0';
    const gb_overload *twin = overload_named(gb_op_lookup(name), overload->overload_name);
    return twin && twin->param_count == overload->param_count ? twin : NULL;
}

/* --- calling ---------------------------------------------------------------------------------- */

bool gb_overload_may_leave_out(const gb_overload *overload, size_t count, gb_error *err)
{
    for (size_t i = count; i < overload->param_count; i++)
        if (!overload->params[i].has_default)
            return gb_fail(err, GB_ERR_TYPE, "%s() missing 1 required positional arguments: \"%s\"",
                           overload->op->short_name, overload->params[i].name);
    return true;
}

static bool call_own(const gb_overload *overload, const gb_arg *args, size_t count, gb_arg *results,
                     gb_error *err)
{
    gb_arg full[GB_ARGS_MAX];
    if (!gb_overload_may_leave_out(overload, count, err)) return false;
    memcpy(full, args, count * sizeof *args);
    for (size_t i = count; i < overload->param_count; i++)
        full[i] = overload->params[i].standard;
    return overload->own(full, results, err);
}

bool gb_overload_call(const gb_overload *overload, const gb_arg *args, size_t count,
                      gb_arg *results, gb_error *err)
{
    if (!gb_check_interrupt(err)) return false;
    if (count > overload->param_count)
        return gb_fail(err, GB_ERR_TYPE, "%s() takes %zu arguments but %zu were given",
                       overload->op->short_name, overload->param_count, count);
    if (overload->own) return call_own(overload, args, count, results, err);
    return gb_overload_dispatch(overload, args, count, results, err);
}

gb_tensor *gb_overload_tensor(const gb_overload *overload, const gb_arg *args, size_t count,
                              gb_error *err)
{
    gb_arg results[GB_RESULTS_MAX];
    if (!overload || !gb_overload_call(overload, args, count, results, err)) return NULL;
    for (size_t i = 1; i < overload->result_count; i++)
        gb_arg_release(&results[i]);
    if (overload->result_count && results[0].kind == GB_ARG_TENSOR) return results[0].as.tensor;
    if (overload->result_count) gb_arg_release(&results[0]);
    gb_fail(err, GB_ERR_TYPE, "%s() gives no tensor", overload->op->short_name);
    return NULL;
}

gb_tensor *gb_overload_tensor_name(const char *name, const gb_arg *args, size_t count,
                                   gb_error *err)
{
    const gb_overload *overload = gb_overload_find(name, err);
    return overload ? gb_overload_tensor(overload, args, count, err) : NULL;
}

void gb_results_release(gb_results *results)
{
    for (size_t i = 0; i < results->count; i++)
        gb_arg_release(&results->values[i]);
    results->count = 0;
}

/* requires_grad=True of a factory function. */
static bool require_grad(gb_results *results, gb_error *err)
{
    for (size_t i = 0; i < results->count; i++)
        if (results->values[i].kind == GB_ARG_TENSOR &&
            !gb_tensor_set_requires_grad(results->values[i].as.tensor, true, err)) {
            gb_results_release(results);
            if (err && err->cls == GB_ERR_RUNTIME)
                snprintf(err->message, sizeof err->message, "%s",
                         "Only Tensors of floating point and complex dtype can require gradients");
            return false;
        }
    return true;
}

bool gb_op_call(const gb_op *op, const gb_op_arguments *call, gb_results *results, gb_error *err)
{
    gb_bound bound;
    results->count = 0;
    if (!gb_op_choose(op, call, &bound, err)) return false;
    if (!gb_overload_call(bound.overload, bound.args, bound.count, results->values, err))
        return false;
    results->overload = bound.overload;
    results->count = bound.overload->result_count;
    return !bound.requires_grad || require_grad(results, err);
}
