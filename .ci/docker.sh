#!/usr/bin/env bash
# Brings what the Docker tests need: a daemon where none runs, compose, and the images that the tests start. Images that
# cannot be pulled (no network to a registry) are built from packages, under the same names. Needs root where there is
# no daemon. Safe to call again: what is there is left as it is.
set -euo pipefail
cd "$(dirname "$0")/images"
cache=${FLOWPROOF_CACHE:-$PWD/../../.cache/docker}

start_daemon() {
  docker info >/dev/null 2>&1 && return
  command -v dockerd >/dev/null || { apt-get -q update && apt-get -q install -y --no-install-recommends docker.io iptables; }
  mkdir -p "$cache"
  setsid dockerd --data-root "${DOCKER_DATA_ROOT:-/var/lib/docker}" >"$cache/dockerd.log" 2>&1 </dev/null &
  for _ in $(seq 120); do docker info >/dev/null 2>&1 && return; sleep 0.5; done
  tail -20 "$cache/dockerd.log" >&2
  echo "the Docker daemon did not start" >&2
  return 1
}

install_compose() {
  docker compose version >/dev/null 2>&1 || ./compose.sh "$cache"
}

# provide <image> <script that builds it>
provide() {
  docker image inspect "$1" >/dev/null 2>&1 && return
  timeout 120 docker pull -q "$1" && return
  echo "building a stand-in for $1"
  "./$2" "$cache" "$1"
}

start_daemon
install_compose
provide debian:bookworm-slim debian.sh
provide node:24-slim node.sh
provide apache/kafka:4.3.1 kafka.sh
provide apache/kafka-native:4.3.1 kafka-native.sh
provide confluentinc/cp-kafka:8.1.0 confluent.sh
provide redpandadata/redpanda:v25.3.9 redpanda.sh
provide apicurio/apicurio-registry:3.3.3 apicurio.sh
docker images
