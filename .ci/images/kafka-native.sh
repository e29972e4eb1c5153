#!/usr/bin/env bash
# kafka-native.sh <cache> <image>: takes the same variables in the same way as apache/kafka of that version; only a native binary it is not
set -euo pipefail
docker tag "apache/kafka:${2##*:}" "$2"
