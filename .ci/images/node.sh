#!/usr/bin/env bash
# node.sh <cache> <image>: Node, npm and a user "node" on Debian, from the npm registry; it trusts the authorities that this
# machine trusts, so that `npm install` works in it where a proxy reads along
set -euo pipefail
context=$1/node
rm -rf "$context" && mkdir -p "$context/usr/local/bin" "$context/usr/local/lib/node_modules" "$context/packages"
npm install --silent --no-audit --no-fund --prefix "$context/packages" node@24 npm@11
cp -L "$context/packages/node_modules/node/bin/node" "$context/usr/local/bin/"
cp -r "$context/packages/node_modules/npm" "$context/usr/local/lib/node_modules/"
for tool in npm npx; do ln -s "../lib/node_modules/npm/bin/$tool-cli.js" "$context/usr/local/bin/$tool"; done
mkdir -p "$context/usr/local/share/ca" && cp "${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" "$context/usr/local/share/ca/machine.pem"
docker build -q -t "$2" -f - "$context" <<'D'
FROM debian:bookworm-slim
RUN useradd --create-home --shell /bin/bash node
COPY usr /usr
ENV NODE_EXTRA_CA_CERTS=/usr/local/share/ca/machine.pem
CMD ["node"]
D
