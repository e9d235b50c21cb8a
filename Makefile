# Two commands: make demo, make test. The rest is detail.
PORT ?= 8000
PY := .venv/bin/python
INSTALL := python3 casusregie/config/install.py
# Every process that starts here would otherwise compile the same two thousand modules again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help bench demo format test check install install-dev lock clean python3
help:
	@echo 'make demo [PORT=8123]  de toepassing met een demonstratieverhaal'
	@echo 'make test              alle controles en alle tests'
	@echo 'make reis              alleen de lange reis door de browser, van melding tot toezicht'
	@echo 'make bench             meten hoe snel het is met 100.000 casussen (zie docs/prestaties.md)'
	@echo 'make check             alleen de controles (opmaak, typen, lagen, instellingen)'
	@echo "make format            de code opmaken"
	@echo 'make install           alleen installeren wat draaien nodig heeft'
	@echo 'make install-dev       ook installeren wat de tests nodig hebben'
	@echo 'make lock [UPGRADE=1]  de lock-bestanden opnieuw maken'
	@echo 'make clean             alles weghalen wat hier is gemaakt, ook de demogegevens'

python3:
	@command -v python3 >/dev/null || { echo 'python3 ontbreekt. Installeer het met: apt-get install -y python3 python3-venv python3-pip / dnf install -y python3 python3-pip / brew install python.'; exit 1; }

install: python3
	@$(INSTALL) runtime

install-dev: python3
	@$(INSTALL) dev

demo: install
	@exec $(PY) -m casusregie.config.demo --port $(PORT)

check: install-dev
	@$(PY) -m casusregie.config.checks

test: install-dev
	@$(INSTALL) browser
	@$(PY) -m casusregie.config.checks --with-tests

reis: install-dev
	@$(INSTALL) browser
	@$(PY) -m pytest -n 0 -q -m reis

bench: install
	@$(PY) -m casusregie.config.bench

lock: python3
	@$(INSTALL) lock

clean:
	rm -rf .venv .uv .data node_modules .import_linter_cache .hypothesis .ruff_cache

format: install-dev
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .
