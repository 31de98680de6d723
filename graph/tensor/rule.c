/* Shape rules: for operators without a meta kernel in C++. */
#include "graph/tensor/overload.h"

gb_infer_rule *gb_infer_rule_find(const char *name)
{
    (void)name;
    return NULL;
}
