#!/usr/bin/env bash
# compose.sh <cache>: Docker Compose as a plugin of the Docker client, built from its source where no package has it
set -euo pipefail
version=v2.40.3
plugins=/usr/local/lib/docker/cli-plugins
if [ ! -x "$1/docker-compose" ]; then
  module=$(cd / && go mod download -json "github.com/docker/compose/v2@$version" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  rm -rf "$1/compose" && mkdir -p "$1" && cp -r "$module" "$1/compose" && chmod -R u+w "$1/compose"
  (cd "$1/compose" && CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o "$1/docker-compose" ./cmd)
fi
mkdir -p "$plugins" && cp "$1/docker-compose" "$plugins/"
