#!/usr/bin/env bash
# redpanda.sh <cache> <image>: Apache Kafka that takes the command line of `rpk redpanda start`, and nothing that is not in its reference
# (https://docs.redpanda.com/streaming/current/reference/rpk/rpk-redpanda/rpk-redpanda-start/)
set -euo pipefail
docker build -q -t "$2" redpanda
