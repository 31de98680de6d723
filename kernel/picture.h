/* A view as a value of the cell language: what `glassbox.heatmap(...)` returns, shown when it is a
 * cell's last expression or given to display(). */
#ifndef GB_KERNEL_PICTURE_H
#define GB_KERNEL_PICTURE_H

#include "display/bundle.h"
#include "kernel/lang/vm.h"

/* class View: its text, its forms (`_repr_mimebundle_`), save(path). */
extern const gb_type_spec gb_picture_spec;

/* The bundle is moved into the value; it is released also on failure. */
gb_value gb_picture_take(gb_vm *vm, gb_bundle *bundle) GB_MUST_CHECK;
/* The bundle of a picture, borrowed; NULL for other values. */
const gb_bundle *gb_picture_bundle_peek(gb_value v);

/* The module `_views`: view(kind, description) makes a picture. `glassbox` and `matplotlib` are
 * written in the cell language above it. */
extern const gb_module_spec gb_views_module;
/* The module `_figures`: whether pictures are shown here, and writing a chart into a file. */
extern const gb_module_spec gb_figures_module;

#endif
