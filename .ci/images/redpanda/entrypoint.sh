#!/bin/bash
set -eu
refuse() { echo "rpk: $1" >&2; exit 1; }
[ "${1-} ${2-}" = 'redpanda start' ] || refuse "unknown command \"$*\""
shift 2

listen= advertise= mode=
for argument in "$@"; do
  value=${argument#*=}
  case $argument in
    --kafka-addr=*) listen=$value ;;
    --advertise-kafka-addr=*) advertise=$value ;;
    --mode=dev-container) mode=$value ;;
    --smp=[1-9]*|--memory=[1-9]*|--default-log-level=trace|--default-log-level=debug|--default-log-level=info|--default-log-level=warn|--default-log-level=error) ;;
    *) refuse "unknown flag or value: $argument" ;;
  esac
done
[ -n "$mode" ] || refuse 'without --mode=dev-container this machine would be checked for production'
names() { tr , '\n' <<<"$1" | sed -nE 's#^(\w+)://[^:]+:[0-9]+$#\1#p' | sort; }
[ -n "$(names "$listen")" ] && [ "$(names "$listen")" = "$(names "$advertise")" ] || refuse "listeners $listen are advertised as $advertise"

cat >/var/lib/redpanda/server.properties <<P
node.id=0
process.roles=broker,controller
controller.quorum.voters=0@localhost:33145
controller.listener.names=RPC
listeners=$listen,RPC://:33145
advertised.listeners=$advertise
listener.security.protocol.map=RPC:PLAINTEXT$(names "$listen" | sed 's/.*/,&:PLAINTEXT/' | tr -d '\n')
inter.broker.listener.name=$(names "$listen" | head -1)
log.dirs=/var/lib/redpanda/data
auto.create.topics.enable=true
offsets.topic.replication.factor=1
offsets.topic.num.partitions=3
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
P
java=(java -Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.configurationFile=/etc/kafka/docker/log4j2.yaml -cp "/opt/kafka/libs/*")
"${java[@]}" kafka.tools.StorageTool format -t 5L6g3nShT-eMCtK--X86sw -c /var/lib/redpanda/server.properties
exec "${java[@]}" kafka.Kafka /var/lib/redpanda/server.properties
