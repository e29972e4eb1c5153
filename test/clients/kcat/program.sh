#!/bin/sh
# kcat, the command line of librdkafka. Prints lines that are the same on every run.
set -u

step() { echo "# $1"; }
consume() { kcat -b "$BOOTSTRAP" -C -q -e -o beginning -f '%p@%o %T key=%k value=%s %h\n' "$@"; }
# What librdkafka says of an error has times and addresses in it: only the error itself is kept.
failure() { "$@" 2>&1 | grep -oE 'Broker: [A-Za-z ]+|Local: [A-Za-z ]+' | sort -u | head -1; }

for codec in none gzip snappy lz4 zstd; do
  step "records, $codec"
  for index in 0 1 2; do
    printf 'k%s:v%s\n' "$index" "$index$index$index$index$index$index" |
      kcat -b "$BOOTSTRAP" -P -t "kcat-$codec" -p 0 -K : -z "$codec" -H "h=é$index" -H again=x
  done
  printf 'tomb:\n' | kcat -b "$BOOTSTRAP" -P -t "kcat-$codec" -p 0 -K : -Z -z "$codec"
  consume -t "kcat-$codec" | sed -E 's/@([0-9]+) [0-9]{13} /@\1 /'
done

step 'many records in one go'
seq 1 2000 | kcat -b "$BOOTSTRAP" -P -t kcat-many -z lz4 -X linger.ms=20 -X enable.idempotence=true
consume -t kcat-many | wc -l | tr -d ' '
consume -t kcat-many | tail -1 | grep -o 'value=.*'
kcat -b "$BOOTSTRAP" -C -q -e -t kcat-many -o -3 -f '%o %s\n'
kcat -b "$BOOTSTRAP" -C -q -t kcat-many -o 1000 -c 2 -f '%o %s\n'

step 'metadata'
kcat -b "$BOOTSTRAP" -L -t kcat-many | grep -oE '"kcat-many" with 1 partitions|^ [0-9]+ brokers'
kcat -b "$BOOTSTRAP" -L -J -t kcat-many | grep -c '"topic":"kcat-many"'

step 'offsets by time'
for time in 0 -2 -1; do kcat -b "$BOOTSTRAP" -Q -t "kcat-none:0:$time"; done

step 'a group resumes'
for count in 3 2; do
  kcat -b "$BOOTSTRAP" -q -G kcat-group -X auto.offset.reset=earliest -c "$count" kcat-many 2>/dev/null
done

step 'transactions'
for value in one two; do
  printf '%s\n' "$value" | kcat -b "$BOOTSTRAP" -P -t kcat-tx -X transactional.id=kcat-tx
done
consume -t kcat-tx -X isolation.level=read_committed | sed -E 's/@([0-9]+) [0-9]{13} /@\1 /'

step 'what is refused'
head -c 3000000 /dev/zero | tr '\0' x > "$SCRATCH/large"
failure kcat -b "$BOOTSTRAP" -P -t kcat-many -X message.max.bytes=9000000 "$SCRATCH/large"
failure kcat -b "$BOOTSTRAP" -C -t kcat-no-such -e -X allow.auto.create.topics=false
