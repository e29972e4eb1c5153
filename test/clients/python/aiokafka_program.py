"""aiokafka: asyncio."""
import asyncio
import time

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, for_code

from course import BOOTSTRAP, CODECS, FIRST_MS, sample_records, say, show, step, text


def consumer(*topics, **settings):
    return AIOKafkaConsumer(
        *topics, bootstrap_servers=BOOTSTRAP, auto_offset_reset="earliest", enable_auto_commit=False, **settings)


async def until(what, attempt):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if result := await attempt():
            return result
    raise TimeoutError(f"waited 30 s for {what}")


async def create_topic(admin, name, partitions, **config):
    named = {key.replace("_", "."): value for key, value in config.items()}
    answer = await admin.create_topics([NewTopic(name, partitions, 1, topic_configs=named)])
    return for_code(answer.topic_errors[0][1]).__name__


async def poll(reader):
    return [record for records in (await reader.getmany(timeout_ms=100)).values() for record in records]


async def read_all(topic, partitions, **settings):
    async with consumer(**settings) as reader:
        assigned = [TopicPartition(topic, partition) for partition in range(partitions)]
        reader.assign(assigned)
        ends = await reader.end_offsets(assigned)
        records = []

        async def at_end():
            records.extend(await poll(reader))
            return all([await reader.position(each) >= ends[each] for each in assigned])

        await until(f"the end of {topic}", at_end)
    return sorted(records, key=lambda each: (each.partition, each.offset))


async def records(admin):
    for codec in CODECS:
        step(f"records, {codec}")
        topic = f"aiokafka-{codec}"
        await create_topic(admin, topic, 2, retention_ms="-1")
        settings = {"compression_type": None if codec == "none" else codec, "linger_ms": 50, "enable_idempotence": True}
        async with AIOKafkaProducer(bootstrap_servers=BOOTSTRAP, **settings) as producer:
            for partition, timestamp, key, value, headers in sample_records():
                await producer.send(topic, value, key, partition, timestamp, headers)
        for each in await read_all(topic, 2):
            show(each.partition, each.offset, each.timestamp, each.key, each.value, each.headers)


async def offsets():
    step("offsets by time")
    async with consumer() as reader:
        partition = TopicPartition("aiokafka-lz4", 0)
        for after in (0, 1, 2000, 9000, 9001):
            found = (await reader.offsets_for_times({partition: FIRST_MS + after}))[partition]
            say(f"+{after} {found and (found.offset, found.timestamp)}")
        say(f"beginning {(await reader.beginning_offsets([partition]))[partition]}")


async def refusals(admin):
    step("what is refused")
    await create_topic(admin, "aiokafka-small", 1, max_message_bytes="1000")
    async with AIOKafkaProducer(bootstrap_servers=BOOTSTRAP) as producer:
        for size in (5000, 10):
            try:
                await producer.send_and_wait("aiokafka-small", b"x" * size)
                say(f"{size} bytes: no error")
            except KafkaError as thrown:
                say(f"{size} bytes: {type(thrown).__name__}")


async def rebalance(admin):
    step("two members")
    topic = group = "aiokafka-group"
    await create_topic(admin, topic, 3)
    async with AIOKafkaProducer(bootstrap_servers=BOOTSTRAP) as producer:
        for index in range(9):
            await producer.send(topic, f"v{index}".encode(), partition=index % 3)
    members = [consumer(topic, group_id=group, heartbeat_interval_ms=200) for _ in range(2)]

    async def sizes(*polled):
        for member in polled:
            await poll(member)
        return [len(member.assignment()) for member in polled]

    async def alone():
        return await sizes(members[0]) == [3]

    async def both():
        found = await sizes(*members)
        return sum(found) == 3 and min(found) > 0

    await members[0].start()
    await until("3 partitions", alone)
    say("one member has 3 partitions")
    await members[1].start()
    await until("both to have some", both)
    say(f"two members have {sorted(part.partition for member in members for part in member.assignment())}")
    await members[1].stop()
    await until("3 partitions", alone)
    say("the one that stayed has 3 partitions")
    await members[0].stop()
    await resume(topic, group)


async def resume(topic, group):
    step("commit and resume")
    async with consumer(topic, group_id=group) as member:
        say(f"read {await read_values(member, 9)}")
        await member.commit({TopicPartition(topic, index): offset for index, offset in enumerate((3, 3, 1))})
    async with consumer(topic, group_id=group) as member:
        say(f"resumed with {await read_values(member, 2)}")
        say(f"committed {[await member.committed(TopicPartition(topic, index)) for index in range(3)]}")


async def read_values(member, count):
    values = []

    async def enough():
        values.extend(text(record.value) for record in await poll(member))
        return len(values) >= count

    await until(f"{count} records", enough)
    return sorted(values)


async def transactions(admin):
    step("transactions")
    topic, partition = "aiokafka-tx", TopicPartition("aiokafka-tx", 0)
    await create_topic(admin, topic, 1)
    async with AIOKafkaProducer(bootstrap_servers=BOOTSTRAP, transactional_id="aiokafka-tx") as producer:
        for value in ("committed", "aborted", "committed again"):
            await producer.begin_transaction()
            await producer.send_and_wait(topic, value.encode(), partition=0)
            await (producer.abort_transaction() if value == "aborted" else producer.commit_transaction())
        for level in ("read_committed", "read_uncommitted"):
            found = await read_all(topic, 1, isolation_level=level)
            say(f"{level} {[(each.offset, text(each.value)) for each in found]}")
        async with consumer(topic, group_id="aiokafka-tx-group") as reader:
            await read_values(reader, 1)
            for offset, finish in ((1, producer.abort_transaction), (2, producer.commit_transaction)):
                await producer.begin_transaction()
                await producer.send_offsets_to_transaction({partition: offset}, "aiokafka-tx-group")
                await finish()

                async def stored():
                    return await reader.committed(partition) == 2

                if offset == 2:
                    await until("the offset of the committed one", stored)
                say(f"{finish.__name__} {await reader.committed(partition)}")


async def administration(admin):
    step("administration")
    topic, group = "aiokafka-admin", "aiokafka-group"
    say(f"creating it {await create_topic(admin, topic, 2, cleanup_policy='compact')}")
    say(f"creating it again {await create_topic(admin, topic, 2)}")
    say(f"a bad name {await create_topic(admin, 'a/b', 2)}")
    await admin.create_partitions({topic: NewPartitions(4)})

    async def four():
        return len((await admin.describe_topics([topic]))[0]["partitions"]) == 4

    await until("4 partitions", four)
    say("4 partitions")
    answer = (await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)]))[0]
    say(f"cleanup.policy {[entry[1] for entry in answer.resources[0][4] if entry[0] == 'cleanup.policy']}")
    say(f"listed {group in [each[0] for each in await admin.list_consumer_groups()]}")
    say(f"state {(await admin.describe_consumer_groups([group]))[0].groups[0][2]}")
    stored = await admin.list_consumer_group_offsets(group)
    say(f"offsets {sorted((each.partition, offset.offset) for each, offset in stored.items())}")
    say(f"brokers {len((await admin.describe_cluster())['brokers'])}")
    await admin.delete_topics([topic])

    async def gone():
        return topic not in await admin.list_topics()

    await until("it to be gone", gone)
    say("deleted")


async def main():
    admin = AIOKafkaAdminClient(bootstrap_servers=BOOTSTRAP)
    await admin.start()
    await records(admin)
    await offsets()
    await refusals(admin)
    await rebalance(admin)
    await transactions(admin)
    await administration(admin)
    await admin.close()


asyncio.run(main())
