"""kafka-python: pure Python."""
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError
from kafka.structs import OffsetAndMetadata

from course import BOOTSTRAP, CODECS, FIRST_MS, sample_records, say, show, step, text, until

admin = KafkaAdminClient(bootstrap_servers=BOOTSTRAP)


def consumer(**settings):
    return KafkaConsumer(bootstrap_servers=BOOTSTRAP, auto_offset_reset="earliest", enable_auto_commit=False, **settings)


def member_of(group, topic):
    """A member that knows the topic's partitions before it joins: otherwise, now and then, this client assigns none."""
    member = consumer(group_id=group)
    member.subscribe([topic])
    until("partitions", lambda: member.partitions_for_topic(topic))
    return member


def create_topic(name, partitions, **config):
    configs = {key.replace("_", "."): value for key, value in config.items()}
    admin.create_topics({name: {"num_partitions": partitions, "replication_factor": 1, "configs": configs}})


def expect_error(action, attempt):
    try:
        attempt()
        say(f"{action}: no error")
    except KafkaError as thrown:
        say(f"{action}: {type(thrown).__name__}")


def poll(reader):
    return [record for records in reader.poll(100).values() for record in records]


def read_all(topic, partitions, **settings):
    reader = consumer(**settings)
    assigned = [TopicPartition(topic, partition) for partition in range(partitions)]
    reader.assign(assigned)
    reader.seek_to_beginning()
    ends = reader.end_offsets(assigned)
    records = []

    def at_end():
        records.extend(poll(reader))
        return all(reader.position(each) >= ends[each] for each in assigned)

    until(f"the end of {topic}", at_end)
    reader.close()
    return sorted(records, key=lambda each: (each.partition, each.offset))


def records():
    for codec in CODECS:
        step(f"records, {codec}")
        topic = f"kafka-python-{codec}"
        create_topic(topic, 2, retention_ms="-1")
        producer = KafkaProducer(bootstrap_servers=BOOTSTRAP, compression_type=None if codec == "none" else codec, linger_ms=50)
        for partition, timestamp, key, value, headers in sample_records():
            producer.send(topic, value, key, headers, partition, timestamp)
        producer.close()
        for each in read_all(topic, 2):
            show(each.partition, each.offset, each.timestamp, each.key, each.value, each.headers)


def offsets():
    step("offsets by time")
    reader, partition = consumer(), TopicPartition("kafka-python-lz4", 0)
    say(f"beginning {reader.beginning_offsets([partition])[partition]} end {reader.end_offsets([partition])[partition]}")
    for after in (0, 1, 2000, 9000, 9001):
        found = reader.offsets_for_times({partition: FIRST_MS + after})[partition]
        say(f"+{after} {found and (found.offset, found.timestamp)}")
    reader.close()


def refusals():
    step("what is refused")
    create_topic("kafka-python-small", 1, max_message_bytes="1000")
    for size in (5000, 10):
        producer = KafkaProducer(bootstrap_servers=BOOTSTRAP)
        expect_error(f"a record of {size} bytes", lambda: producer.send("kafka-python-small", b"x" * size).get(30))
        producer.close()


def rebalance():
    step("two members")
    topic, group = "kafka-python-group", "kafka-python-group"
    create_topic(topic, 3)
    producer = KafkaProducer(bootstrap_servers=BOOTSTRAP)
    for index in range(9):
        producer.send(topic, f"v{index}".encode(), partition=index % 3)
    producer.close()
    members = [member_of(group, topic)]

    def sizes(*polled):
        for member in polled:
            member.poll(100)
        return [len(member.assignment()) for member in polled]

    until("3 partitions", lambda: sizes(members[0]) == [3])
    say("one member has 3 partitions")
    members.append(member_of(group, topic))
    until("both to have some", lambda: (found := sizes(*members)) and sum(found) == 3 and min(found) > 0)
    say(f"two members have {sorted(part.partition for member in members for part in member.assignment())}")
    members[1].close()
    until("3 partitions", lambda: sizes(members[0]) == [3])
    say("the one that stayed has 3 partitions")
    members[0].close()
    resume(topic, group)


def resume(topic, group):
    step("commit and resume")
    member = member_of(group, topic)
    say(f"read {read_values(member, 9)}")
    member.commit({TopicPartition(topic, index): OffsetAndMetadata(offset) for index, offset in enumerate((3, 3, 1))})
    member.close()
    member = member_of(group, topic)
    say(f"resumed with {read_values(member, 2)}")
    say(f"committed {[member.committed(TopicPartition(topic, index)) for index in range(3)]}")
    member.close()


def read_values(member, count):
    values = []

    def enough():
        values.extend(text(record.value) for record in poll(member))
        return len(values) >= count

    until(f"{count} records", enough)
    return sorted(values)


def transactions():
    step("transactions")
    topic, partition = "kafka-python-tx", TopicPartition("kafka-python-tx", 0)
    create_topic(topic, 1)
    producer = KafkaProducer(bootstrap_servers=BOOTSTRAP, transactional_id="kafka-python-tx")
    producer.init_transactions()
    for value in ("committed", "aborted", "committed again"):
        producer.begin_transaction()
        producer.send(topic, value.encode(), partition=0).get(30)
        producer.abort_transaction() if value == "aborted" else producer.commit_transaction()
    for level in ("read_committed", "read_uncommitted"):
        say(f"{level} {[(each.offset, text(each.value)) for each in read_all(topic, 1, isolation_level=level)]}")
    reader = member_of("kafka-python-tx-group", topic)
    read_values(reader, 1)
    for offset, finish in ((1, producer.abort_transaction), (2, producer.commit_transaction)):
        producer.begin_transaction()
        producer.send_offsets_to_transaction({partition: OffsetAndMetadata(offset)}, reader.group_metadata())
        finish()
        if offset == 2:
            until("the offset of the committed one", lambda: reader.committed(partition) == 2)
        say(f"{finish.__name__} {reader.committed(partition)}")
    reader.close()
    producer.close()


def configs(topic):
    described = admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    return sorted((name, entry["value"]) for name, entry in described["topic"][topic].items())


def administration():
    step("administration")
    topic = "kafka-python-admin"
    create_topic(topic, 2, cleanup_policy="compact")
    expect_error("creating it again", lambda: create_topic(topic, 2))
    expect_error("a bad name", lambda: create_topic("a/b", 2))
    expect_error("an unknown configuration", lambda: create_topic("kafka-python-bad", 2, no_such="1"))
    admin.create_partitions({topic: 4})
    until("4 partitions", lambda: len(admin.describe_topics([topic])[0]["partitions"]) == 4)
    say("4 partitions")
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"retention.ms": "7200000"})])
    until("the configuration", lambda: len(configs(topic)) == 2)
    say(f"configurations that were set {configs(topic)}")
    group = "kafka-python-group"
    say(f"{group} {admin.describe_groups([group])[group]['group_state']}")
    say(f"listed {group in [each['group_id'] for each in admin.list_groups()]}")
    stored = admin.list_group_offsets({group: None})[group]
    say(f"offsets {sorted((each.partition, offset.offset) for each, offset in stored.items())}")
    say(f"deleted {admin.delete_groups([group])}")
    say(f"deleted again {admin.delete_groups([group])}")
    deleted = admin.delete_records({TopicPartition(topic.replace("admin", "group"), 0): 2})
    say(f"deleted records up to {[each['low_watermark'] for each in deleted.values()]}")
    say(f"brokers {len(admin.describe_cluster()['brokers'])}")
    admin.delete_topics([topic])
    until("it to be gone", lambda: topic not in admin.list_topics())
    expect_error("deleting it again", lambda: admin.delete_topics([topic]))


records()
offsets()
refusals()
rebalance()
transactions()
administration()
