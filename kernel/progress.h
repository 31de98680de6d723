/* Progress lines below a cell: turns what layers report (graph/base/progress.h) into displays that
 * are updated in place, at most five times a second, and left standing in their last state. What is
 * over within a third of a second is never shown. */
#ifndef GB_KERNEL_PROGRESS_H
#define GB_KERNEL_PROGRESS_H

#include "graph/base/progress.h"
#include "kernel/front.h"

typedef struct gb_progress_board gb_progress_board;

/* `front` is borrowed and may be NULL. */
gb_progress_board *gb_progress_board_new(const gb_front *front, gb_error *err) GB_MUST_CHECK;
void gb_progress_board_free(gb_progress_board *board);

/* What to hand to layers; borrowed, lives as long as the board. */
const gb_progress *gb_progress_board_hook(gb_progress_board *board);

/* The cell is over: lines that did not reach their end are shown as ended by `failed`, and
 * forgotten. */
void gb_progress_board_finish(gb_progress_board *board, bool failed);

#endif
