/* Views as values, and the module that makes them. See picture.h. */
#include "kernel/picture.h"

#include "kernel/view.h"
#include "kernel/view_spec.h"

typedef struct gb_picture {
    gb_object head;
    gb_bundle bundle;
} gb_picture;

static gb_picture *picture_of(gb_value v)
{
    return (gb_picture *)(void *)v.o;
}

const gb_bundle *gb_picture_bundle_peek(gb_value v)
{
    return gb_is_a(v, &gb_picture_spec) ? &picture_of(v)->bundle : NULL;
}

static void picture_release(gb_object *self)
{
    gb_bundle_release(&((gb_picture *)(void *)self)->bundle);
}

static gb_value picture_repr(gb_vm *vm, gb_value self)
{
    return gb_str_text_new(vm, picture_of(self)->bundle.text);
}

static gb_value get_html(gb_vm *vm, gb_value self)
{
    const char *html = picture_of(self)->bundle.html;
    return html ? gb_str_text_new(vm, html) : GB_NONE_VALUE;
}

static gb_value get_png(gb_vm *vm, gb_value self)
{
    const gb_bundle *bundle = &picture_of(self)->bundle;
    return bundle->png ? gb_bytes_new(vm, bundle->png, bundle->png_size) : GB_NONE_VALUE;
}

static gb_value get_alt(gb_vm *vm, gb_value self)
{
    const char *alt = picture_of(self)->bundle.alt;
    return gb_str_text_new(vm, alt ? alt : "");
}

static const gb_attribute picture_attributes[] = {
    {"html", get_html, NULL, "The view as HTML without scripts; None when its text says it all."},
    {"png", get_png, NULL, "The picture at 2×, as bytes; None when the view is no picture."},
    {"alt", get_alt, NULL, "What the picture shows, in words."},
    {0}};

const gb_type_spec gb_picture_spec = {
    .name = "View",
    .module = "glassbox",
    .doc = "A table or picture, shown when it is a cell's last value.",
    .size = sizeof(gb_picture),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .attributes = picture_attributes,
    .slots = {.release = picture_release, .repr = picture_repr},
};

gb_value gb_picture_take(gb_vm *vm, gb_bundle *bundle)
{
    gb_type *type = gb_type_make(vm, &gb_picture_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v))
        gb_bundle_release(bundle);
    else
        picture_of(v)->bundle = *bundle;
    *bundle = (gb_bundle)GB_BUNDLE_INIT;
    return v;
}

bool gb_view_picture(gb_session *session, gb_value value, const char *repr, gb_bundle *out,
                     gb_error *err)
{
    (void)session;
    (void)repr;
    return gb_bundle_copy(&picture_of(value)->bundle, out, err);
}

/* --- the module ----------------------------------------------------------------------------------
 */

static const gb_view_kind *find_kind(gb_value name)
{
    for (const gb_view_kind *kind = gb_view_kinds; kind->name; kind++)
        if (gb_str_is(name, kind->name)) return kind;
    return NULL;
}

static gb_value show(gb_view_reading *reading, const gb_view_kind *kind, gb_value description)
{
    gb_error err = GB_ERROR_INIT;
    gb_bundle bundle = GB_BUNDLE_INIT;
    void *view = gb_arena_alloc(&reading->arena, kind->size, &err);
    if (!view) return gb_raise_error(reading->vm, &err);
    if (!gb_view_read(reading, description, kind->fields, view)) return GB_UNSET_VALUE;
    if (kind->show(view, &bundle, &err)) return gb_picture_take(reading->vm, &bundle);
    gb_bundle_release(&bundle);
    return gb_raise_error(reading->vm, &err);
}

static gb_value make_view(gb_vm *vm, gb_value *args)
{
    const gb_view_kind *kind = find_kind(args[0]);
    if (!kind) return gb_raise(vm, GB_EXC_ValueError, "there is no such kind of view");
    gb_view_reading reading = {.vm = vm};
    gb_value picture = show(&reading, kind, args[1]);
    gb_view_reading_release(&reading);
    return picture;
}

static const gb_native functions[] = {
    {"view", make_view, "kind, description, /", 0,
     "A View of one of display's kinds; the description is a dict of its fields. ValueError and "
     "TypeError name the field."},
    {0}};

const gb_module_spec gb_views_module = {
    .name = "_views",
    .doc = "Tables and pictures out of plain values.",
    .functions = functions,
};
