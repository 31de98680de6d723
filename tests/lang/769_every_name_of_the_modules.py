# Every public name of the modules that programs import; what is printed would be missing.
import abc, base64, bisect, cmath, collections, collections.abc, contextlib, copy, csv, dataclasses, datetime, enum, fnmatch, fractions, functools, heapq, html, itertools, json, keyword, math, numbers, operator, os.path, pprint, random, re, reprlib, statistics, string, textwrap, time, traceback, types, typing, warnings
NAMES = {
    math: """acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1
        fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma
        log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt tan tanh tau trunc
        ulp""",
    random: """Random SystemRandom betavariate choice choices expovariate gammavariate gauss getrandbits getstate
        lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle
        triangular uniform vonmisesvariate weibullvariate""",
    time: """altzone asctime ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter
        perf_counter_ns process_time process_time_ns sleep strftime strptime struct_time thread_time thread_time_ns
        time time_ns timezone tzname tzset""",
    json: """JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads""",
    re: """A ASCII DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S U UNICODE VERBOSE X compile
        error escape findall finditer fullmatch match purge search split sub subn""",
    string: """Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable
        punctuation whitespace""",
    collections: """ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple""",
    collections.abc: """AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container Coroutine
        Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence
        MutableSet Reversible Sequence Set Sized ValuesView""",
    itertools: """accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby
        islice pairwise permutations product repeat starmap takewhile tee zip_longest""",
    functools: """WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial partialmethod reduce
        singledispatch singledispatchmethod total_ordering update_wrapper wraps""",
    operator: """abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat
        ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter
        itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub
        truediv truth xor""",
    contextlib: """AbstractAsyncContextManager AbstractContextManager ContextDecorator ExitStack chdir closing contextmanager
        nullcontext redirect_stderr redirect_stdout suppress""",
    copy: """Error copy deepcopy""",
    typing: """AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable
        BinaryIO ByteString Callable ChainMap ClassVar Collection Concatenate Container ContextManager Coroutine
        Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable
        Iterator KeysView List Literal LiteralString Mapping MappingView Match MutableMapping MutableSequence
        MutableSet NamedTuple Never NewType NoReturn NotRequired Optional OrderedDict ParamSpec Pattern Protocol
        Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat
        SupportsIndex SupportsInt SupportsRound TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeGuard TypeVar
        TypeVarTuple TypedDict Union Unpack ValuesView assert_never assert_type cast clear_overloads
        dataclass_transform final get_args get_origin get_overloads get_type_hints is_typeddict no_type_check overload
        reveal_type runtime_checkable""",
    enum: """CONFORM CONTINUOUS EJECT Enum EnumCheck EnumMeta EnumType Flag FlagBoundary IntEnum IntFlag KEEP NAMED_FLAGS
        ReprEnum STRICT StrEnum UNIQUE auto global_enum global_enum_repr global_flag_repr global_str member nonmember
        property unique verify""",
    dataclasses: """Field FrozenInstanceError InitVar KW_ONLY MISSING asdict astuple dataclass field fields is_dataclass
        make_dataclass replace""",
    abc: """ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token
        update_abstractmethods""",
    warnings: """catch_warnings filterwarnings formatwarning resetwarnings showwarning simplefilter warn warn_explicit""",
    os.path: """abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars
        extsep getsize isabs isdir isfile islink ismount join lexists normcase normpath pardir pathsep realpath
        relpath samefile sep split splitdrive splitext supports_unicode_filenames""",
    textwrap: """TextWrapper dedent fill indent shorten wrap""",
    cmath: """acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan nanj phase
        pi polar rect sin sinh sqrt tan tanh tau""",
    statistics: """NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean linear_regression mean
        median median_grouped median_high median_low mode multimode pstdev pvariance quantiles stdev variance""",
    bisect: """bisect bisect_left bisect_right insort insort_left insort_right""",
    heapq: """heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest""",
    pprint: """PrettyPrinter isreadable isrecursive pformat pp pprint saferepr""",
    fractions: """Fraction""",
    keyword: """iskeyword issoftkeyword kwlist softkwlist""",
    numbers: """Complex Integral Number Rational Real""",
    reprlib: """Repr recursive_repr repr""",
    html: """escape unescape""",
    fnmatch: """filter fnmatch fnmatchcase translate""",
    csv: """Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC Sniffer __doc__
        __version__ excel excel_tab field_size_limit get_dialect list_dialects reader register_dialect unix_dialect
        unregister_dialect writer""",
    datetime: """MAXYEAR MINYEAR UTC date datetime time timedelta timezone tzinfo""",
    base64: """b16decode b16encode b32decode b32encode b64decode b64encode decodebytes encodebytes standard_b64decode
        standard_b64encode urlsafe_b64decode urlsafe_b64encode""",
    traceback: """FrameSummary StackSummary TracebackException clear_frames extract_stack extract_tb format_exc format_exception
        format_exception_only format_list format_stack format_tb print_exc print_exception print_last print_stack
        print_tb walk_tb""",
    types: """BuiltinFunctionType BuiltinMethodType CellType ClassMethodDescriptorType CodeType DynamicClassAttribute
        EllipsisType FrameType FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType
        MappingProxyType MemberDescriptorType MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType
        NotImplementedType SimpleNamespace TracebackType UnionType WrapperDescriptorType new_class prepare_class
        resolve_bases""",
}
for module, names in NAMES.items():
    missing = []
    for name in names.split():
        try: getattr(module, name)
        except AttributeError: missing.append(name)
    print(module.__name__.replace("posixpath", "os.path"), len(names.split()), missing)
