import io
import logging

stream = io.StringIO()
logger = logging.getLogger("app")
logger.setLevel(logging.DEBUG)
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
logger.addHandler(handler)
logger.propagate = False
logger.debug("details %d", 1)
logger.info("hello %s and %s", "a", "b")
logger.warning("careful")
logger.error("failed: %r", {"k": 1})
logger.critical("stop")
child = logging.getLogger("app.sub")
child.info("from child")
print(stream.getvalue(), end="")
stream.truncate(0)
stream.seek(0)
handler.setLevel(logging.ERROR)
child.info("dropped")
child.error("kept")
try:
    {}["missing"]
except KeyError:
    logger.exception("with trace")
text = stream.getvalue()
print(text.splitlines()[0], text.splitlines()[1], text.splitlines()[-1])
print(logger.name, logger.level, logging.getLevelName(30), child.parent is logger, logger.isEnabledFor(10), child.getEffectiveLevel(), logging.getLogger("app") is logger)
print(logger, handler, logging.getLogger().name)


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage()))


lh = ListHandler()
other = logging.getLogger("other")
other.addHandler(lh)
other.propagate = False
other.info("not shown at default level")
other.warning("shown %s", "yes")
other.setLevel("DEBUG")
other.debug("now shown")
other.log(25, "custom level")
print(lh.records)


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


other.addFilter(NoSecrets())
other.info("a secret")
other.info("public")
print(lh.records[-1], len(lh.records))
logging.basicConfig(stream=stream, level=logging.INFO, format="%(message)s", force=True)
stream.truncate(0)
stream.seek(0)
logging.info("root info")
logging.debug("no")
print(repr(stream.getvalue()))
adapter = logging.LoggerAdapter(other, {"run": 7})
adapter.warning("adapted")
print(lh.records[-1])
try:
    other.setLevel("LOUD")
except ValueError as e:
    print(e)
fmt = logging.Formatter("{levelname}:{message}", style="{")
print(fmt.format(logging.LogRecord("n", 20, "p", 1, "msg %d", (5,), None)))
