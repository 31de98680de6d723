/* The dispatcher: schemas become gb_op tables, and the one call that reaches every operator. */
#include "graph/tensor/convert.hpp"
#include "graph/tensor/typed.hpp"

extern "C" {
#include "graph/base/arena.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tensor/choose.h"
#include "graph/tensor/overload.h"
}

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <torch/csrc/jit/frontend/function_schema_parser.h>

#include <array>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using gb::check;

/* What the call needs of one overload. */
struct torch_overload {
    c10::OperatorHandle handle;
    const gb::typed_call *typed; // NULL: only boxed
    std::vector<c10::IValue> defaults;
};

/* A cache of facts about libtorch, filled on demand: operators once made never change. */
struct registry {
    std::mutex mutex;
    std::map<std::string, std::vector<c10::OperatorName>> names; // sorted, for listing
    std::unordered_map<std::string, gb_op *> ops;
    gb_arena arena{};
};

/* Libraries do not print: what libtorch warns of is dropped. */
struct silence : c10::WarningHandler {
    void process(const c10::Warning &) override
    {
    }
};

registry &the_registry()
{
    static registry *r = [] {
        static silence quiet;
        c10::WarningUtils::set_warning_handler(&quiet);
        gb::keep_small_blocks();
        auto *made = new registry; // lives as long as the process: handles point into it
        for (const c10::OperatorName &name : c10::Dispatcher::singleton().getAllOpNames())
            if (name.name.compare(0, 6, "aten::") == 0) made->names[name.name].push_back(name);
        for (size_t i = 0; i < gb_own_schema_count; i++)
            made->names[std::string(gb_own_schemas[i], strcspn(gb_own_schemas[i], ".("))];
        return made;
    }();
    return *r;
}

/* --- schemas ---------------------------------------------------------------------------------- */

const char *keep(gb_arena *arena, const std::string &text)
{
    gb_error error{};
    const char *copy = gb_arena_strndup(arena, text.data(), text.size(), &error);
    check(copy, error);
    return copy;
}

template <class T> T *keep_array(gb_arena *arena, size_t count)
{
    gb_error error{};
    auto *array = static_cast<T *>(gb_arena_array(arena, count ? count : 1, sizeof(T), &error));
    check(array, error);
    return array;
}

gb_param_type param_type(const c10::TypePtr &type)
{
    switch (type->kind()) {
    case c10::TypeKind::TensorType: return GB_PARAM_TENSOR;
    case c10::TypeKind::NumberType: return GB_PARAM_SCALAR;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType: return GB_PARAM_INT;
    case c10::TypeKind::FloatType:
    case c10::TypeKind::SymFloatType: return GB_PARAM_FLOAT;
    case c10::TypeKind::BoolType:
    case c10::TypeKind::SymBoolType: return GB_PARAM_BOOL;
    case c10::TypeKind::ComplexType: return GB_PARAM_COMPLEX;
    case c10::TypeKind::StringType: return GB_PARAM_TEXT;
    case c10::TypeKind::ScalarTypeType: return GB_PARAM_DTYPE;
    case c10::TypeKind::DeviceObjType: return GB_PARAM_DEVICE;
    case c10::TypeKind::LayoutType: return GB_PARAM_LAYOUT;
    case c10::TypeKind::MemoryFormatType: return GB_PARAM_MEMORY_FORMAT;
    case c10::TypeKind::GeneratorType: return GB_PARAM_GENERATOR;
    case c10::TypeKind::AnyType: return GB_PARAM_INDEX;
    default: return GB_PARAM_OTHER;
    }
}

c10::TypePtr strip(const c10::TypePtr &type, c10::TypeKind kind, bool *had)
{
    *had = type->kind() == kind;
    if (!*had) return type;
    return kind == c10::TypeKind::ListType ? type->castRaw<c10::ListType>()->getElementType()
                                           : type->castRaw<c10::OptionalType>()->getElementType();
}

void fill_param(gb_param *p, const c10::Argument &argument, gb_arena *arena)
{
    p->name = keep(arena, argument.name());
    c10::TypePtr type = strip(argument.real_type(), c10::TypeKind::OptionalType, &p->optional);
    type = strip(type, c10::TypeKind::ListType, &p->list);
    if (p->list) type = strip(type, c10::TypeKind::OptionalType, &p->element_optional);
    p->type = param_type(type);
    p->list_size = argument.N().value_or(0);
    p->symbolic = argument.real_type()->str().find("SymInt") != std::string::npos;
    p->keyword_only = argument.kwarg_only();
    p->out = argument.is_out();
    p->written = argument.alias_info() && argument.alias_info()->isWrite();
    p->aliased = argument.alias_info() && !argument.alias_info()->isWrite();
    p->has_default = argument.default_value().has_value();
    if (p->has_default) p->standard = gb::from_default(p, *argument.default_value());
}

void fill_results(gb_overload *o, const c10::FunctionSchema &schema, gb_arena *arena)
{
    o->result_count = schema.returns().size();
    o->result_names = keep_array<const char *>(arena, o->result_count);
    o->result_lists = keep_array<bool>(arena, o->result_count);
    for (size_t i = 0; i < o->result_count; i++) {
        const c10::Argument &result = schema.returns()[i];
        o->result_names[i] = keep(arena, result.name());
        o->result_lists[i] = result.type()->kind() == c10::TypeKind::ListType;
        if (result.real_type()->kind() == c10::TypeKind::ScalarTypeType) o->result_dtype = true;
        if (result.alias_info() && !result.alias_info()->isWrite()) o->view = true;
    }
}

/* One overload's table, from its schema. `torch` is NULL for our own operators. */
gb_overload *make_overload(const c10::FunctionSchema &schema, torch_overload *torch, gb_op *op,
                           gb_arena *arena)
{
    auto *o = keep_array<gb_overload>(arena, 1);
    const c10::OperatorName &name = schema.operator_name();
    o->name =
        keep(arena, name.overload_name.empty() ? name.name : name.name + "." + name.overload_name);
    o->overload_name = keep(arena, name.overload_name);
    o->schema = keep(arena, c10::toString(schema));
    o->op = op;
    o->param_count = schema.arguments().size();
    o->params = keep_array<gb_param>(arena, o->param_count);
    for (size_t i = 0; i < o->param_count; i++) {
        gb_param *p = &o->params[i];
        fill_param(p, schema.arguments()[i], arena);
        o->out_count += p->out;
        o->mutates = o->mutates || p->written;
        if (strcmp(p->name, "pin_memory") == 0) o->factory = true;
        if (torch)
            torch->defaults.push_back(p->has_default ? *schema.arguments()[i].default_value()
                                                     : c10::IValue());
    }
    fill_results(o, schema, arena);
    o->torch = torch;
    o->own = torch ? nullptr : gb_own_call_find(op->name);
    o->rule = gb_rule_find(op->short_name);
    o->dynamic = torch && (torch->handle.hasTag(at::Tag::dynamic_output_shape) ||
                           torch->handle.hasTag(at::Tag::data_dependent_output));
    o->generated = torch && torch->handle.hasTag(at::Tag::generated);
    o->random = torch && torch->handle.hasTag(at::Tag::nondeterministic_seeded);
    if (torch) torch->typed = gb::typed_call_new(o, torch->handle);
    o->functional = torch && !o->view && !o->mutates && !strstr(o->op->short_name, "_dual");
    return o;
}

void add_own_overloads(gb_op *op, std::vector<gb_overload *> *overloads, gb_arena *arena)
{
    for (size_t i = 0; i < gb_own_schema_count; i++) {
        size_t n = strlen(op->name);
        if (strncmp(gb_own_schemas[i], op->name, n) != 0 || !strchr(".(", gb_own_schemas[i][n]))
            continue;
        overloads->push_back(
            make_overload(torch::jit::parseSchema(gb_own_schemas[i]), nullptr, op, arena));
    }
}

gb_op *make_op(registry &r, const std::string &name,
               const std::vector<c10::OperatorName> &overload_names)
{
    auto *op = keep_array<gb_op>(&r.arena, 1);
    op->name = keep(&r.arena, name);
    op->short_name = strstr(op->name, "::") + 2;
    std::vector<gb_overload *> overloads;
    for (const c10::OperatorName &overload : overload_names) {
        auto handle = c10::Dispatcher::singleton().findSchema(overload);
        if (!handle || handle->schema().arguments().size() > GB_ARGS_MAX ||
            handle->schema().returns().size() > GB_RESULTS_MAX)
            continue;
        auto *torch = new torch_overload{*handle, nullptr, {}};
        overloads.push_back(make_overload(handle->schema(), torch, op, &r.arena));
    }
    add_own_overloads(op, &overloads, &r.arena);
    op->overload_count = overloads.size();
    op->overloads = keep_array<gb_overload *>(&r.arena, overloads.size());
    std::copy(overloads.begin(), overloads.end(), op->overloads);
    gb_error error{};
    check(gb_op_arrange(op, &r.arena, &error), error);
    return op;
}

gb_op *find_registered(const char *name)
{
    registry &r = the_registry();
    std::string full = strstr(name, "::") ? name : std::string("aten::") + name;
    std::lock_guard<std::mutex> lock(r.mutex);
    auto known = r.ops.find(full);
    if (known != r.ops.end()) return known->second;
    auto row = r.names.find(full);
    if (row == r.names.end()) return nullptr;
    return r.ops[full] = make_op(r, full, row->second);
}

/* Names that are asked for again and again are mostly the same literals. */
gb_op *find(const char *name)
{
    enum { NEAR = 256 };
    static thread_local gb_op *near[NEAR];
    static thread_local const char *asked[NEAR];
    size_t slot = (reinterpret_cast<uintptr_t>(name) >> 2) % NEAR;
    if (asked[slot] == name && near[slot] && strcmp(near[slot]->short_name, name) == 0)
        return near[slot];
    gb_op *op = find_registered(name);
    if (op && strcmp(op->short_name, name) == 0) {
        asked[slot] = name;
        near[slot] = op;
    }
    return op;
}

/* "no operator 'aten::ad'; did you mean 'add'?" */
void unknown(const char *name, gb_error *err)
{
    const char *after = strstr(name, "::");
    std::vector<const char *> names;
    for (const auto &row : the_registry().names)
        names.push_back(row.first.c_str() + 6);
    const char *near = gb_nearest(after ? after + 2 : name, names.data(), names.size());
    if (near) gb_fail(err, GB_ERR_ATTRIBUTE, "no operator '%s'; did you mean '%s'?", name, near);
    gb_fail(err, GB_ERR_ATTRIBUTE, "no operator '%s'", name);
}

} // namespace

/* Would autograd record a call with these arguments? */
static bool records(const gb_arg *args, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (args[i].kind == GB_ARG_TENSOR && gb::impl(args[i].as.tensor)->requires_grad())
            return true;
        if (args[i].kind == GB_ARG_LIST && records(args[i].as.items, args[i].count)) return true;
    }
    return false;
}

static void call_boxed(const gb_overload *o, const gb_arg *args, size_t count, gb_arg *results)
{
    auto *torch = static_cast<const torch_overload *>(o->torch);
    std::vector<c10::IValue> stack;
    stack.reserve(std::max(o->param_count, o->result_count));
    for (size_t i = 0; i < count; i++)
        stack.push_back(gb::to_ivalue(&o->params[i], args[i]));
    for (size_t i = count; i < o->param_count; i++)
        stack.push_back(torch->defaults[i]);
    torch->handle.callBoxed(stack);
    for (size_t i = 0; i < o->result_count; i++)
        results[i] = o->result_dtype
                         ? gb_arg_dtype(gb::dtype(static_cast<at::ScalarType>(stack[i].toInt())))
                         : gb::from_ivalue(stack[i]);
}

extern "C" {

const gb_op *gb_op_lookup(const char *name)
{
    return gb::guard(nullptr, [&] { return find(name); });
}

const gb_op *gb_op_find(const char *name, gb_error *err)
{
    return gb::guard(err, [&] {
        gb_op *op = find(name);
        if (!op) unknown(name, err);
        return op;
    });
}

const gb_overload *gb_overload_known(gb_known_op op)
{
    static const auto *known = [] {
        static const char *const names[] = {
#define GB_KNOWN_OP(id, name) name,
#include "graph/tensor/known_op.def"
#undef GB_KNOWN_OP
        };
        auto *found = new std::array<const gb_overload *, GB_KNOWN_COUNT>;
        for (size_t i = 0; i < GB_KNOWN_COUNT; i++)
            (*found)[i] = gb_overload_find(names[i], nullptr);
        return found;
    }();
    return (*known)[op];
}

void gb_op_each(const char *prefix, gb_op_visitor *each, void *context)
{
    gb::guard(nullptr, [&] {
        std::vector<std::string> names;
        std::string full = strstr(prefix, "::") ? prefix : std::string("aten::") + prefix;
        bool hidden = full[full.find("::") + 2] == '_';
        auto &all = the_registry().names;
        for (auto row = all.lower_bound(full);
             row != all.end() && row->first.compare(0, full.size(), full) == 0; ++row)
            if (hidden || row->first[row->first.find("::") + 2] != '_') names.push_back(row->first);
        for (const std::string &name : names)
            if (!each(find(name.c_str()), context)) break;
        return true;
    });
}

size_t gb_keyword_order(const char *const *names, size_t count, size_t order[GB_KEYWORDS_MAX])
{
    return gb::guard(nullptr, [&] {
        std::unordered_map<std::string, size_t> table;
        for (size_t i = 0; i < count && i < GB_KEYWORDS_MAX; i++)
            table.emplace(names[i], i);
        size_t n = 0;
        for (const auto &entry : table)
            order[n++] = entry.second;
        return n;
    });
}

bool gb_overload_dispatch(const gb_overload *o, const gb_arg *args, size_t count, gb_arg *results,
                          gb_error *err)
{
    if (!gb_overload_may_leave_out(o, count, err)) return false;
    return gb::guard(err, [&] {
        auto *torch = static_cast<const torch_overload *>(o->torch);
        std::optional<at::AutoDispatchBelowADInplaceOrView> below;
        /* Nothing to record: as Python's bindings make new tensors, with version 0. */
        if (o->factory || (o->functional && !records(args, count))) below.emplace();
        if (torch->typed)
            results[0] = gb_arg_tensor(torch->typed->call(o->params, args, count));
        else
            call_boxed(o, args, count, results);
        return true;
    });
}
}
