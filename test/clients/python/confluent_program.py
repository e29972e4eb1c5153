"""confluent-kafka, the Python client on librdkafka."""
from confluent_kafka import (
    Consumer, ConsumerGroupTopicPartitions, KafkaException, Producer, TopicPartition,
)
from confluent_kafka.admin import (
    AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource, NewPartitions, NewTopic, OffsetSpec, ResourceType,
)

from course import BOOTSTRAP, CODECS, FIRST_MS, sample_records, say, show, step, text, until

admin = AdminClient({"bootstrap.servers": BOOTSTRAP})


def consumer(**settings):
    named = {name.replace("_", "."): value for name, value in settings.items()}
    return Consumer({
        "bootstrap.servers": BOOTSTRAP, "group.id": "confluent-none", "auto.offset.reset": "earliest",
        "enable.auto.commit": False, "enable.partition.eof": True, **named})


def producer(**settings):
    named = {name.replace("_", "."): value for name, value in settings.items()}
    return Producer({"bootstrap.servers": BOOTSTRAP, "enable.idempotence": True, **named})


def wait(futures):
    return {name: future.result(30) for name, future in futures.items()}


def create_topic(name, partitions, **config):
    named = {key.replace("_", "."): value for key, value in config.items()}
    wait(admin.create_topics([NewTopic(name, partitions, 1, config=named)]))


def expect_error(action, attempt):
    try:
        attempt()
        say(f"{action}: no error")
    except KafkaException as thrown:
        say(f"{action}: {thrown.args[0].name()}")


def read_all(topic, partitions, **settings):
    reader = consumer(**settings)
    reader.assign([TopicPartition(topic, partition, 0) for partition in range(partitions)])
    records, ended = [], set()

    def at_end():
        message = reader.poll(0.1)
        if message is None:
            return False
        if message.error():
            assert message.error().name() == "_PARTITION_EOF", message.error()
            ended.add(message.partition())
        else:
            records.append(message)
        return len(ended) == partitions

    until(f"the end of {topic}", at_end)
    reader.close()
    return sorted(records, key=lambda each: (each.partition(), each.offset()))


def records():
    for codec in CODECS:
        step(f"records, {codec}")
        topic = f"confluent-{codec}"
        create_topic(topic, 2, retention_ms="-1")
        sender = producer(compression_type=codec, linger_ms=50)
        for partition, timestamp, key, value, headers in sample_records():
            sender.produce(topic, value, key, partition, timestamp=timestamp, headers=headers)
        assert sender.flush(30) == 0
        for each in read_all(topic, 2):
            show(each.partition(), each.offset(), each.timestamp()[1], each.key(), each.value(), each.headers() or [])


def offsets():
    step("offsets by time")
    reader = consumer()
    say(f"watermarks {reader.get_watermark_offsets(TopicPartition('confluent-lz4', 0), timeout=30)}")
    for after in (0, 1, 2000, 9000, 9001):
        found = reader.offsets_for_times([TopicPartition("confluent-lz4", 0, FIRST_MS + after)], timeout=30)
        say(f"+{after} {found[0].offset}")
    reader.close()
    partition = TopicPartition("confluent-lz4", 0)
    for name, spec in (("earliest", OffsetSpec.earliest()), ("max timestamp", OffsetSpec.max_timestamp())):
        say(f"{name} {wait(admin.list_offsets({partition: spec}))[partition].offset}")


def refusals():
    step("what is refused")
    create_topic("confluent-small", 1, max_message_bytes="1000")
    sender = producer()
    for size in (5000, 10):
        sender.produce("confluent-small", b"x" * size, on_delivery=lambda error, _: say(error.name() if error else "no error"))
        sender.flush(30)
    reader = consumer(allow_auto_create_topics=False)
    reader.subscribe(["confluent-no-such"])
    message = until("an error", lambda: reader.poll(0.1))
    say(f"an unknown topic: {message.error().name()}")
    reader.close()


def rebalance(protocol):
    step(f"two members, {protocol}")
    topic, group = f"confluent-{protocol}", f"confluent-{protocol}-group"
    create_topic(topic, 3)
    sender = producer()
    for index in range(9):
        sender.produce(topic, f"v{index}".encode(), partition=index % 3)
    sender.flush(30)
    members = [consumer(group_id=group, group_protocol=protocol) for _ in range(2)]

    def sizes(*polled):
        for member in polled:
            member.poll(0.05)
        return [len(member.assignment()) for member in polled]

    members[0].subscribe([topic])
    until("3 partitions", lambda: sizes(members[0]) == [3])
    say("one member has 3 partitions")
    members[1].subscribe([topic])
    until("both to have some", lambda: (found := sizes(*members)) and sum(found) == 3 and min(found) > 0)
    say(f"two members have {sorted(part.partition for member in members for part in member.assignment())}")
    members[1].close()
    until("3 partitions", lambda: sizes(members[0]) == [3])
    say("the one that stayed has 3 partitions")
    members[0].close()
    resume(protocol, topic, group)


def resume(protocol, topic, group):
    step(f"commit and resume, {protocol}")
    member = consumer(group_id=group, group_protocol=protocol)
    member.subscribe([topic])
    say(f"read {read_values(member, 9)}")
    member.commit(offsets=[TopicPartition(topic, 0, 3), TopicPartition(topic, 1, 3), TopicPartition(topic, 2, 1)], asynchronous=False)
    member.close()
    member = consumer(group_id=group, group_protocol=protocol)
    member.subscribe([topic])
    say(f"resumed with {read_values(member, 2)}")
    say(f"committed {[each.offset for each in member.committed([TopicPartition(topic, index) for index in range(3)], timeout=30)]}")
    member.close()


def pattern(protocol):
    step(f"topics by a pattern, {protocol}")
    prefix = f"confluent-like-{protocol}"
    member = consumer(group_id=prefix, group_protocol=protocol, topic_metadata_refresh_interval_ms=500)

    def owned(count):
        member.poll(0.05)
        found = sorted(each.topic for each in member.assignment())
        return found if len(found) == count else None

    create_topic(f"{prefix}-a", 1)
    create_topic(f"{prefix}-b", 1)
    member.subscribe([f"^{prefix}-.*"])
    say(f"has {until('two topics', lambda: owned(2))}")
    create_topic(f"{prefix}-c", 1)
    say(f"has {until('the new topic', lambda: owned(3))}")
    member.close()


def read_values(member, count):
    values = []

    def enough():
        message = member.poll(0.1)
        if message is not None and not message.error():
            values.append(text(message.value()))
        return len(values) >= count

    until(f"{count} records", enough)
    return sorted(values)


def transactions():
    step("transactions")
    topic = "confluent-transactions"
    create_topic(topic, 1)
    sender = producer(transactional_id="confluent-tx")
    sender.init_transactions(30)
    for value in ("committed", "aborted", "committed again"):
        sender.begin_transaction()
        sender.produce(topic, value.encode(), partition=0)
        assert sender.flush(30) == 0
        sender.abort_transaction(30) if value == "aborted" else sender.commit_transaction(30)
    for level in ("read_committed", "read_uncommitted"):
        say(f"{level} {[(each.offset(), text(each.value())) for each in read_all(topic, 1, isolation_level=level)]}")
    reader = consumer(group_id="confluent-tx-group")
    reader.subscribe([topic])
    read_values(reader, 1)
    for offset, finish in ((1, sender.abort_transaction), (2, sender.commit_transaction)):
        sender.begin_transaction()
        sender.send_offsets_to_transaction([TopicPartition(topic, 0, offset)], reader.consumer_group_metadata(), 30)
        finish(30)
        stored = lambda: reader.committed([TopicPartition(topic, 0)], timeout=30)[0].offset
        if offset == 2:
            until("the offset of the committed one", lambda: stored() == 2)
        say(f"{finish.__name__} {stored()}")
    reader.close()
    fencing(topic)


def fencing(topic):
    old, fresh = producer(transactional_id="confluent-fenced"), producer(transactional_id="confluent-fenced")
    old.init_transactions(30)
    old.begin_transaction()
    old.produce(topic, b"of the old one", partition=0)
    old.flush(30)
    fresh.init_transactions(30)
    expect_error("the old producer commits", lambda: old.commit_transaction(30))


def administration():
    step("administration")
    topic = "confluent-admin"
    create_topic(topic, 2, cleanup_policy="compact")
    expect_error("creating it again", lambda: create_topic(topic, 2))
    expect_error("a bad name", lambda: create_topic("a/b", 2))
    expect_error("an unknown configuration", lambda: create_topic("confluent-bad", 2, no_such="1"))
    wait(admin.create_partitions([NewPartitions(topic, 4)]))
    until("4 partitions", lambda: len(admin.list_topics(topic, timeout=30).topics[topic].partitions) == 4)
    say("4 partitions")
    resource = ConfigResource(ResourceType.TOPIC, topic, incremental_configs=[
        ConfigEntry("retention.ms", "7200000", incremental_operation=AlterConfigOpType.SET)])
    wait(admin.incremental_alter_configs([resource]))
    until("the configuration", lambda: "7200000" in configs(topic))
    say(configs(topic))
    groups()
    say(f"brokers {len(admin.describe_cluster().result(30).nodes)}")
    say(f"deleted records up to {wait(admin.delete_records([TopicPartition('confluent-classic', 0, 2)])).popitem()[1].low_watermark}")
    wait(admin.delete_topics([topic]))
    expect_error("deleting it again", lambda: until("it to be gone", lambda: wait(admin.delete_topics([topic]))))


def configs(topic):
    entries = wait(admin.describe_configs([ConfigResource(ResourceType.TOPIC, topic)])).popitem()[1]
    return " ".join(entries[name].value for name in ("cleanup.policy", "retention.ms", "segment.bytes"))


def groups():
    listed = admin.list_consumer_groups().result(30)
    say(f"listed {sorted(each.group_id for each in listed.valid if each.group_id.startswith('confluent-c'))}")
    for protocol in ("classic", "consumer"):
        group = f"confluent-{protocol}-group"
        described = wait(admin.describe_consumer_groups([group]))[group]
        say(f"{group} {described.state.name} members {len(described.members)}")
        stored = wait(admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions(group)]))[group]
        say(f"offsets {sorted((each.partition, each.offset) for each in stored.topic_partitions)}")
        wait(admin.delete_consumer_groups([group]))
        expect_error("deleting it again", lambda: wait(admin.delete_consumer_groups([group])))


records()
offsets()
refusals()
rebalance("classic")
rebalance("consumer")
pattern("classic")
pattern("consumer")
transactions()
administration()
