# Every habit of this project. Each target sets up what is missing; `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help demo down test test-long lint describe bench build deploy

# Compile what is imported once, not in every one of the many processes that import it, whatever the machine's habit.
export PYTHONDONTWRITEBYTECODE :=

# A file to a worker, and those of the stack to one (tests/side_by_side.py), which is first and waits more than it works:
# so three of them, for two processors. In the order of the folders, so that none is left with the stack in the end. What
# measures time (`alone`) follows with nothing beside it.
SIDE_BY_SIDE := --numprocesses 3 --dist loadfile --no-loadscope-reorder
TEMPLATES := template.yaml $(wildcard infrastructure/*.yaml)
SAM := .sayso/tools/sam/bin/sam
# The tool's own Python is the Lambda runtime to build for, and this machine's architecture the one to deploy: then
# every wheel is checked against the lock. (Building for the other one, sam pins versions but checks no hashes.)
RUNTIME = python$(shell .sayso/tools/sam/bin/python -c 'import sys; print(*sys.version_info[:2], sep=".")')
ARCHITECTURE := $(if $(filter arm64 aarch64,$(shell uname -m)),arm64,x86_64)

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: setup ## Start the local stack and bring a believable company to life in it
	@.venv/bin/sayso demo

down: setup-dev ## Stop the local stack
	@.venv/bin/sayso down

test: setup ## Run the tests, on the local stack and in Chromium too
	@.venv/bin/pytest -m "not long and not alone" $(SIDE_BY_SIDE)
	@.venv/bin/pytest -m "not long and alone"

test-long: setup ## Run all tests, the longer runs included
	@.venv/bin/pytest -m "not alone" $(SIDE_BY_SIDE)
	@.venv/bin/pytest -m alone

lint: setup ## Check style, types, layers and templates
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.ci/desk check
	.venv/bin/cfn-lint $(TEMPLATES)
	AWS_DEFAULT_REGION=eu-central-1 SAM_CLI_TELEMETRY=0 $(SAM) validate --lint --template template.yaml

describe: setup-dev ## Write docs/openapi.json, docs/staff-api.json, docs/events and docs/published.schema.json from the code
	@.venv/bin/python -m sayso.handlers.api_description
	@.venv/bin/python -m sayso.handlers.staff_description
	@.venv/bin/python -m sayso.handlers.event_schemas
	@.venv/bin/python -m sayso.handlers.published_schema

bench: setup ## Measure speed against bare code, and what a mail costs (about four minutes)
	@.venv/bin/python -m tests.bench

build: setup ## Set everything up and build the functions as they are deployed to AWS
	PATH="$(CURDIR)/.sayso/tools/sam/bin:$$PATH" SAM_CLI_TELEMETRY=0 $(SAM) build \
		--parameter-overrides PythonRuntime=$(RUNTIME) Architecture=$(ARCHITECTURE) SenderIdentity=example.com

# The answers are kept in samconfig.local.toml, which git ignores.
deploy: region build ## Deploy to your AWS account: asks for the parameters, shows the changes, waits for a yes
	@[ -f samconfig.local.toml ] || echo 'version = 0.1' >samconfig.local.toml
	SAM_CLI_TELEMETRY=0 $(SAM) deploy --guided --stack-name sayso --config-file "$(CURDIR)/samconfig.local.toml" \
		--confirm-changeset \
		--capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND \
		--parameter-overrides PythonRuntime=$(RUNTIME) Architecture=$(ARCHITECTURE)

.PHONY: setup setup-dev region
region:
	@test -n "$$AWS_DEFAULT_REGION" || { echo "Say which region to deploy to: export AWS_DEFAULT_REGION=eu-central-1"; exit 1; }
setup:
	@.ci/setup all
setup-dev:
	@.ci/setup dev
