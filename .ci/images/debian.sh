#!/usr/bin/env bash
# debian.sh <cache> <image>: a Debian base image from packages
set -euo pipefail
root=$1/debian
if [ ! -e "$root/.complete" ]; then
  command -v debootstrap >/dev/null || { apt-get -q update && apt-get -q install -y debootstrap; }
  rm -rf "$root" && mkdir -p "$root"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$1/debootstrap.log"
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,info,locale}/*
  touch "$root/.complete"
fi
tar -C "$root" --numeric-owner -c . | docker import -c 'CMD ["bash"]' - "$2" >/dev/null
