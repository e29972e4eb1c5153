#!/usr/bin/env bash
# kafka.sh <cache> <image>: Apache Kafka from Maven on a trimmed Java, configured by KAFKA_* as the public image is
set -euo pipefail
command -v jlink >/dev/null || { apt-get -q update && apt-get -q install -y --no-install-recommends default-jdk-headless maven; }
context=$1/kafka
version=${2##*:}
rm -rf "$context" && mkdir -p "$context"
cp kafka/* "$context"
mvn -q -B -f kafka/pom.xml -Dkafka.version="$version" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory="$context/libs"
jlink --strip-debug --no-header-files --no-man-pages --output "$context/java" --add-modules \
java.base,java.logging,java.management,java.management.rmi,java.naming,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml,java.desktop,jdk.crypto.ec,jdk.security.auth,jdk.unsupported,jdk.management,jdk.management.agent
"$context/java/bin/java" -XX:+UseSerialGC -Xshare:dump >/dev/null
docker build -q -t "$2" "$context"
