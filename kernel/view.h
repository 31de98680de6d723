/* Rich views of native types: the table that says which view suits a value.
 *
 * A row names a type and the function that fills a bundle for its values (and of subclasses'); the
 * first row that fits and has something to show wins. text/plain always is the value's repr; a view
 * adds text/html and image/png. */
#ifndef GB_KERNEL_VIEW_H
#define GB_KERNEL_VIEW_H

#include "display/bundle.h"
#include "kernel/session.h"

#include "kernel/lang/vm.h"

/* Fills `out` for a value of the row's type. `repr` is the value's text. An empty bundle (text
 * NULL) means that the repr says it all. False with `err` when it cannot be shown: the repr is used
 * then. */
typedef bool gb_view_show(gb_session *session, gb_value value, const char *repr, gb_bundle *out,
                          gb_error *err);

typedef struct gb_view_row {
    const gb_type_spec *type;
    gb_view_show *show;
} gb_view_row;

extern const gb_view_row gb_view_rows[]; /* ended by type NULL; view_table.c */

/* picture.c: a View shows what it holds. */
gb_view_show gb_view_picture;
/* view_vocabulary.c: the likeliest tokens; an empty bundle for tensors that are no distributions
 * over a vocabulary. */
gb_view_show gb_view_vocabulary;
/* view_tensor.c: card, folded heat map. */
gb_view_show gb_view_tensor;

#endif
