/* Weights of a model: which tensors of the checkpoint they are, reading them, replacing them. */
#include "graph/model/model_state.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"

#include <stdio.h>
#include <string.h>

enum { MAX_NAME = 512 };

/* --- names ------------------------------------------------------------------------------------ */

/* Checkpoints spell the ends of some names differently. */
static const struct {
    const char *now, *before;
} old_endings[] = {
    {"LayerNorm.weight", "LayerNorm.gamma"},
    {"LayerNorm.bias", "LayerNorm.beta"},
    {"cls.predictions.bias", "cls.predictions.decoder.bias"},
    {"lm_head.bias", "lm_head.decoder.bias"},
    {"lm_head.weight", "embed_out.weight"},
};

static const gb_weight *with_old_ending(const gb_weights *w, const char *name)
{
    char text[MAX_NAME];
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof old_endings / sizeof *old_endings; i++) {
        size_t end = strlen(old_endings[i].now);
        if (n < end || strcmp(name + n - end, old_endings[i].now) != 0) continue;
        snprintf(text, sizeof text, "%.*s%s", (int)(n - end), name, old_endings[i].before);
        const gb_weight *found = gb_weights_find(w, text);
        if (found) return found;
    }
    return NULL;
}

/* Checkpoints of a base model lack the first part of the path, or have one more than this tree. */
static const gb_weight *find_stored(const gb_model *model, const gb_weights *w, const char *name)
{
    const gb_weight *found = gb_weights_find(w, name);
    if (!found) found = with_old_ending(w, name);
    const char *dot = strchr(name, '.');
    if (!found && dot) found = gb_weights_find(w, dot + 1);
    if (!found && dot) found = with_old_ending(w, dot + 1);
    const char *base = model->plan->base_name;
    if (found || !base) return found;
    char text[MAX_NAME];
    snprintf(text, sizeof text, "%s.%s", base, name);
    found = gb_weights_find(w, text);
    return found ? found : with_old_ending(w, text);
}

static const gb_weight *need_stored(const gb_model *model, const gb_weights *w, const char *name,
                                    gb_error *err)
{
    const gb_weight *found = find_stored(model, w, name);
    if (found) return found;
    const char *near = gb_weights_nearest(w, name);
    gb_fail(err, GB_ERR_KEY, "%s: the checkpoint has no tensor '%s'%s%s%s", model->id, name,
            near ? "; the nearest is '" : "", near ? near : "", near ? "'" : "");
    return NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool check_shape(const gb_model *model, const gb_tensor *t, const char *name, int rank,
                        const int64_t *shape, gb_error *err)
{
    bool same = gb_tensor_dim(t) == rank;
    for (int d = 0; same && d < rank; d++)
        same = gb_tensor_size(t, d) == shape[d];
    if (same) return true;
    gb_buffer text = GB_BUFFER_INIT;
    for (int64_t d = 0; d < gb_tensor_dim(t); d++)
        gb_buffer_format(&text, "%s%lld", d ? ", " : "", (long long)gb_tensor_size(t, d));
    gb_buffer_text(&text, "] in the checkpoint; the config wants [");
    for (int d = 0; d < rank; d++)
        gb_buffer_format(&text, "%s%lld", d ? ", " : "", (long long)shape[d]);
    gb_fail(err, GB_ERR_VALUE, "%s: '%s' is [%s]", model->id, name, text.data ? text.data : "");
    gb_buffer_release(&text);
    return false;
}

/* The tensor (given up) as the model holds it. */
static gb_tensor *as_held(const gb_model *model, gb_tensor *t, gb_dtype dtype, gb_error *err)
{
    gb_device device;
    if (!t || !gb_device_parse(model->device, &device, err)) return NULL;
    gb_tensor *held = gb_tensor_to(t, dtype, device, err);
    gb_tensor_unref(t);
    return held;
}

static void tell(void *context, uint64_t done, uint64_t total, const char *name)
{
    char label[MAX_NAME];
    const gb_model *model = context;
    (void)name;
    snprintf(label, sizeof label, "loading %s", model->id);
    gb_progress_report(model->progress, label, done, total, "B");
}

/* The weight slots of the plan and what they are called in the checkpoint. */
typedef struct wanted {
    const char **names;
    int32_t *slots;
    gb_tensor **tensors;
    size_t count;
} wanted;

static void wanted_release(wanted *w)
{
    gb_free(w->names);
    gb_free(w->slots);
    gb_free(w->tensors);
}

static bool list_wanted(const gb_model *model, const gb_weights *weights, wanted *w, gb_error *err)
{
    const gb_plan *plan = model->plan;
    size_t most = (size_t)plan->slot_count + 1;
    w->names = gb_calloc(most, sizeof *w->names, err);
    w->slots = gb_calloc(most, sizeof *w->slots, err);
    w->tensors = gb_calloc(most, sizeof *w->tensors, err);
    if (!w->names || !w->slots || !w->tensors) return false;
    for (int32_t i = 0; i < plan->slot_count; i++) {
        if (plan->slots[i].kind != GB_SLOT_WEIGHT || model->weights[i]) continue;
        const gb_weight *found = need_stored(model, weights, plan->slots[i].name, err);
        if (!found) return false;
        w->names[w->count] = found->name;
        w->slots[w->count++] = i;
    }
    return true;
}

static bool keep_wanted(gb_model *model, const gb_weights *weights, wanted *w, gb_error *err)
{
    bool ok = true;
    for (size_t i = 0; i < w->count; i++) {
        const gb_slot *slot = &model->plan->slots[w->slots[i]];
        gb_tensor *read = w->tensors[i], **held = &model->weights[w->slots[i]];
        ok = ok && check_shape(model, read, slot->name, slot->rank, slot->shape, err);
        if (ok)
            *held = as_held(model, read, slot->dtype, err);
        else
            gb_tensor_unref(read);
        ok = ok && *held;
        if (ok && *held != read) gb_weights_forget(weights, w->names[i]);
    }
    return ok;
}

/* The lock is held. */
static bool load(gb_model *model, gb_error *err)
{
    wanted w = {0};
    gb_weights *weights = gb_model_checkpoint(model, err);
    if (!weights) return false;
    if (!model->weights)
        model->weights =
            gb_calloc((size_t)model->plan->slot_count + 1, sizeof *model->weights, err);
    gb_weights_read_options how = {.progress = tell, .context = model};
    bool ok = model->weights && list_wanted(model, weights, &w, err) &&
              gb_weights_read_many(weights, w.names, w.count, w.tensors, &how, err) &&
              keep_wanted(model, weights, &w, err);
    wanted_release(&w);
    if (ok) atomic_store(&model->loaded, true);
    return ok;
}

bool gb_model_load(gb_model *model, gb_error *err)
{
    if (atomic_load(&model->loaded)) return true;
    pthread_mutex_lock(&model->lock);
    bool ok = atomic_load(&model->loaded) || load(model, err);
    pthread_mutex_unlock(&model->lock);
    return ok;
}

bool gb_model_is_loaded(const gb_model *model)
{
    return atomic_load(&model->loaded);
}

uint64_t gb_model_weight_bytes(const gb_model *model)
{
    uint64_t bytes = 0;
    for (int32_t i = 0; i < model->plan->slot_count; i++) {
        const gb_slot *slot = &model->plan->slots[i];
        uint64_t n = gb_dtype_size(slot->dtype);
        if (slot->kind != GB_SLOT_WEIGHT) continue;
        for (int d = 0; d < slot->rank; d++)
            n *= (uint64_t)slot->shape[d];
        bytes += n;
    }
    return bytes;
}

gb_tensor *gb_model_weight(gb_model *model, int32_t slot, gb_error *err)
{
    return gb_model_load(model, err) ? model->weights[slot] : NULL;
}

bool gb_model_is_trained(const gb_model *model)
{
    if (!atomic_load(&model->loaded)) return false;
    for (int32_t i = 0; i < model->plan->slot_count; i++)
        if (model->weights[i] && gb_tensor_requires_grad(model->weights[i])) return true;
    return false;
}

/* --- parameters ------------------------------------------------------------------------------- */

static const gb_parameter *need_param(const gb_model *model, int32_t module, const char *name,
                                      gb_error *err)
{
    const gb_module *m = &model->plan->tree.modules[module];
    const gb_parameter *p = gb_module_param(m, name);
    if (!p) gb_fail(err, GB_ERR_ATTRIBUTE, "'%s' object has no attribute '%s'", m->cls, name);
    return p;
}

/* The slot of a parameter, also where another module's tied parameter has it; -1: none. */
static int32_t slot_of(const gb_model *model, const gb_parameter *p)
{
    if (p->slot >= 0) return p->slot;
    for (int32_t i = 0; i < model->plan->slot_count; i++)
        if (model->plan->slots[i].kind == GB_SLOT_WEIGHT &&
            strcmp(model->plan->slots[i].name, p->stored) == 0)
            return i;
    return -1;
}

/* A parameter that no step uses. The lock is held. */
static gb_tensor *spare(gb_model *model, const gb_parameter *p, gb_error *err)
{
    gb_tensor *t = gb_map_get(&model->spare, p->stored);
    if (t) return t;
    gb_weights *weights = gb_model_checkpoint(model, err);
    const gb_weight *found = weights ? need_stored(model, weights, p->stored, err) : NULL;
    t = found ? gb_weights_read(weights, found->name, err) : NULL;
    if (t && !check_shape(model, t, p->stored, p->rank, p->shape, err)) {
        gb_tensor_unref(t);
        return NULL;
    }
    t = as_held(model, t, p->dtype, err);
    if (t && !gb_map_put(&model->spare, p->stored, t, err)) {
        gb_tensor_unref(t);
        return NULL;
    }
    return t;
}

gb_tensor *gb_model_param(gb_model *model, int32_t module, const char *name, gb_error *err)
{
    const gb_parameter *p = need_param(model, module, name, err);
    if (!p) return NULL;
    int32_t slot = slot_of(model, p);
    if (slot >= 0) return gb_model_weight(model, slot, err);
    pthread_mutex_lock(&model->lock);
    gb_tensor *t = spare(model, p, err);
    pthread_mutex_unlock(&model->lock);
    return t;
}

bool gb_model_set_param(gb_model *model, int32_t module, const char *name, gb_tensor *value,
                        gb_error *err)
{
    const gb_parameter *p = need_param(model, module, name, err);
    if (!p || !check_shape(model, value, name, p->rank, p->shape, err)) return false;
    int32_t slot = slot_of(model, p);
    if (slot >= 0 && !gb_model_load(model, err)) return false;
    pthread_mutex_lock(&model->lock);
    gb_tensor *old = slot >= 0 ? model->weights[slot] : gb_map_get(&model->spare, p->stored);
    bool ok = true;
    if (slot >= 0)
        model->weights[slot] = gb_tensor_ref(value);
    else
        ok = gb_map_put(&model->spare, p->stored, gb_tensor_ref(value), err);
    pthread_mutex_unlock(&model->lock);
    gb_tensor_unref(old);
    return ok;
}

void gb_model_weights_release(gb_model *model)
{
    for (int32_t i = 0; model->weights && i < model->plan->slot_count; i++)
        gb_tensor_unref(model->weights[i]);
    gb_free(model->weights);
    gb_map_entry *entry;
    for (size_t i = 0; (entry = gb_map_next(&model->spare, &i));)
        gb_tensor_unref(entry->value);
    gb_map_release(&model->spare);
    if (atomic_load(&model->loaded)) gb_memory_trim();
}
