/* Memory of small tensors. glibc serves an aligned block slowly (about a tenth of the time of a
 * small operator), so blocks of up to 4 KB are kept by the thread that frees them, a few of each
 * size, and given out again. Everything else goes to libtorch's own allocator. */
#include "graph/tensor/torch.hpp"

#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>

#include <array>

namespace {

constexpr size_t smallest = 64;
constexpr size_t classes = 7; // 64 B, 128 B, ..., 4 KB
#ifdef GB_SANITIZED
constexpr size_t most_kept = 0; // a block used after it was freed must be seen
#else
constexpr size_t most_kept = 64; // of a size, in a thread
#endif

constexpr size_t class_bytes(size_t index)
{
    return smallest << index;
}

size_t class_of(size_t bytes) // classes, when it is too big
{
    size_t index = 0;
    while (index < classes && class_bytes(index) < bytes)
        index++;
    return index;
}

thread_local bool ended = false; // the thread's blocks are gone; tensors may still be freed

struct kept_blocks {
    std::array<std::array<void *, most_kept + 1>, classes> blocks;
    std::array<size_t, classes> counts{};

    ~kept_blocks()
    {
        ended = true;
        for (size_t c = 0; c < classes; c++)
            while (counts[c])
                c10::free_cpu(blocks[c][--counts[c]]);
    }
};
thread_local kept_blocks kept;

template <size_t index> void give_back(void *block)
{
    if (ended || kept.counts[index] == most_kept) {
        c10::free_cpu(block);
        return;
    }
    kept.blocks[index][kept.counts[index]++] = block;
}

void *take(size_t index)
{
    if (!ended && kept.counts[index]) return kept.blocks[index][--kept.counts[index]];
    return c10::alloc_cpu(class_bytes(index));
}

constexpr c10::DeleterFnPtr give_back_of[classes] = {give_back<0>, give_back<1>, give_back<2>,
                                                     give_back<3>, give_back<4>, give_back<5>,
                                                     give_back<6>};

struct small_block_allocator final : c10::Allocator {
    c10::DataPtr allocate(size_t bytes) override
    {
        size_t index = bytes ? class_of(bytes) : classes;
        if (index == classes) return c10::GetDefaultCPUAllocator()->allocate(bytes);
        void *block = take(index);
        return {block, block, give_back_of[index], at::Device(at::kCPU)};
    }
    /* What allocate gave may always be freed directly. */
    c10::DeleterFnPtr raw_deleter() const override
    {
        return c10::free_cpu;
    }
    void copy_data(void *to, const void *from, size_t bytes) const override
    {
        default_copy_data(to, from, bytes);
    }
};

} // namespace

void gb::keep_small_blocks()
{
    static small_block_allocator allocator;
    c10::SetCPUAllocator(&allocator, 1);
}
