/* The standard streams as objects: sys.stdin, sys.stdout, sys.stderr. */
#ifndef GB_LANG_MODULES_STREAM_H
#define GB_LANG_MODULES_STREAM_H

#include "kernel/lang/modules/modules.h"

typedef enum gb_stream_kind { GB_STDIN, GB_STDOUT, GB_STDERR } gb_stream_kind;

/* A new object over the VM's hooks; owned. */
gb_value gb_stream_object(gb_vm *vm, gb_stream_kind kind) GB_MUST_CHECK;

#endif
