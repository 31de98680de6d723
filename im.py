import time
a = time.process_time()
import random
b = time.process_time()
print("%-16s %.2f ms" % ("random", (b-a)*1e3))
