SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

JAVA_HOME := $(shell scripts/find-jdk 2>/dev/null)
export JAVA_HOME

MVN_FLAGS ?=
MVN       := mvn --batch-mode -Dstyle.color=never $(MVN_FLAGS)
export MAVEN_OPTS ?= --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
SERVICES  := rules ledger segment notify
DEVSTACK  := scripts/devstack
FORMAT    ?= online-retail

##@ Run
.PHONY: demo
demo: build ## Play a simulated shop for 90 virtual days, print a report, leave everything running (MEMBERS, DAYS, SEED, NATIVE=1)
	@$(DEVSTACK) demo

.PHONY: replay
replay: build ## Play a real purchase file: FILE=… [FORMAT=online-retail|cdnow] [SHUFFLE=seed]
	@$(DEVSTACK) replay "$(FILE)" "$(FORMAT)" $(if $(SHUFFLE),--shuffle $(SHUFFLE))

.PHONY: up
up: build ## Start the platform on embedded infrastructure
	@$(DEVSTACK) up

.PHONY: down
down: ## Stop what was started here
	@$(DEVSTACK) down

.PHONY: status
status: ## Show what runs, where, and how much memory it takes
	@$(DEVSTACK) status || true

.PHONY: env
env: ## Print addresses and tokens as shell variables, for eval
	@$(DEVSTACK) env

.PHONY: logs
logs: ## Show the end of all logs, or of one: NAME=ledger
	@$(DEVSTACK) logs $(NAME)

##@ Build and test
.PHONY: build
build: check ## Build the four services and the devstack, without tests
	@echo "building …"
	@$(MVN) --quiet package -DskipTests -pl '!e2e,!helm'

.PHONY: native
native: check ## Build, test and measure native executables: [SERVICE=ledger] with GRAALVM_HOME or a container
	@scripts/native $(SERVICE)

.PHONY: images
images: ## Build container images of what is built: [NATIVE=1] [SERVICE=ledger] [IMAGE_PREFIX=…] [TAG=…]
	@scripts/images $(if $(filter 1,$(NATIVE)),native,jvm) $(SERVICE)

.PHONY: test
test: check ## Everything that CI runs: unit, property, service, contract, architecture, end-to-end
	$(MVN) verify

.PHONY: chaos
chaos: build ## Kill everything under the ledger while members use it, prove that its books are right: [SEED=…] [KILLS=50]
	@$(DEVSTACK) chaos

.PHONY: test-service
test-service: check ## The tests of one module: SERVICE=ledger
	$(MVN) --quiet install -DskipTests -pl event-contracts,devstack,service-kit -am
	$(MVN) verify -pl $(SERVICE)-service

.PHONY: bench
bench: build ## Measure ratios to the machine's limits: [SUITE=ledger] [SECONDS=5 CYCLES=5 MEMBERS=200000 EVENTS=… BLOCKS=… PROFILE=n]
	@$(DEVSTACK) bench $(or $(SUITE),ledger) $(if $(SECONDS),--seconds $(SECONDS)) \
	  $(if $(CYCLES),--cycles $(CYCLES)) $(if $(MEMBERS),--members $(MEMBERS)) $(if $(EVENTS),--events $(EVENTS)) \
	  $(if $(BLOCKS),--blocks $(BLOCKS)) $(if $(PROFILE),--profile $(PROFILE))

.PHONY: format
format: check ## Format the sources
	$(MVN) --quiet spotless:apply

.PHONY: clean
clean: check ## Remove what the build made
	$(MVN) --quiet clean

##@ Chart
.PHONY: chart
chart: check ## Write what is made from the chart's values (README), then run all chart tests
	$(MVN) --quiet install -DskipTests -pl event-contracts -am
	$(MVN) verify -pl helm -Dchart.write=true

.PHONY: k8s-base
k8s-base: check ## Render k8s/base from the chart
	$(MVN) --quiet install -DskipTests -pl event-contracts -am
	$(MVN) --quiet verify -pl helm -Dtest=BaseTest -Dchart.write=true

##@ Help
.PHONY: help
help: ## Show this
	@awk 'BEGIN {FS = ":.*## "} \
	  /^##@/ {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z0-9-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: check
check:
	@scripts/find-jdk > /dev/null
	@command -v mvn > /dev/null || { echo "Apache Maven 3.8 or newer is needed; no mvn is on the PATH." >&2; exit 1; }
