/* tracer.cache(): modules/nnsight/_cache.py over the trace. */
#ifndef GB_LANG_TRACE_CACHE_H
#define GB_LANG_TRACE_CACHE_H

#include "kernel/lang/trace/trace.h"

extern const gb_module_spec gb_cache_module; /* functions of `nnsight._cache` */

/* tracer.cache(…): args as _cache.make takes them behind the model. */
gb_value gb_run_cache_new(gb_trace *trace, gb_value args, gb_value keywords) GB_MUST_CHECK;

/* At the end of the block, before the run: asks for what the caches want; after it: what came. */
bool gb_run_caches_collect(gb_trace *trace) GB_MUST_CHECK;
bool gb_run_caches_settle(gb_trace *trace) GB_MUST_CHECK;

#endif
