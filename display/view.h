/* All views. A view is a plain struct of borrowed arrays, strings and lists, and one function
 * `gb_<view>_show(view, bundle, err)` that fills a mime bundle; the caller releases the bundle.
 * On failure the bundle is empty. Which view suits a value is the kernel's decision. */
#ifndef GB_DISPLAY_VIEW_H
#define GB_DISPLAY_VIEW_H

#include "display/array.h"
#include "display/bundle.h"
#include "display/card.h"
#include "display/color.h"
#include "display/diagram.h"
#include "display/figure.h"
#include "display/heatmap.h"
#include "display/progress.h"
#include "display/topk.h"
#include "display/tree.h"
#include "display/trouble.h"

#endif
