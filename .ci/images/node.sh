#!/usr/bin/env bash
# node.sh <cache> <image>: Node, npm and a user "node" on Debian, from the npm registry
set -euo pipefail
context=$1/node
rm -rf "$context" && mkdir -p "$context/usr/local/bin" "$context/usr/local/lib/node_modules" "$context/packages"
npm install --silent --no-audit --no-fund --prefix "$context/packages" node@24 npm@11
cp -L "$context/packages/node_modules/node/bin/node" "$context/usr/local/bin/"
cp -r "$context/packages/node_modules/npm" "$context/usr/local/lib/node_modules/"
for tool in npm npx; do ln -s "../lib/node_modules/npm/bin/$tool-cli.js" "$context/usr/local/bin/$tool"; done
docker build -q -t "$2" -f - "$context" <<'D'
FROM debian:bookworm-slim
RUN useradd --create-home --shell /bin/bash node
COPY usr /usr
CMD ["node"]
D
