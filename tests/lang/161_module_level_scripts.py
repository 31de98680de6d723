"""A script with a docstring."""
import sys
VERSION = (1, 2)
def main(argv):
    print(f'{__name__} {".".join(map(str, VERSION))} {len(argv)}')
    return 0 if argv else 1
print(__doc__)
if __name__ == '__main__':
    status = main(['x'])
    print('status', status, type(sys).__name__, isinstance(sys.maxsize, int), sys.maxsize == 2**63 - 1, sys.version_info[:2] >= (3, 11), sys.byteorder)
