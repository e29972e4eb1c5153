#!/usr/bin/env bash
# confluent.sh <cache> <image>: Apache Kafka, told what to do in the way of Confluent's image: which variables must and must not be there,
# and how they become settings (https://github.com/confluentinc/kafka-images, kafka/include/etc/confluent/docker)
set -euo pipefail
docker build -q -t "$2" confluent
