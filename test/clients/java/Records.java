import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Producing with every codec, reading back, looking up offsets by time, and what is refused. */
final class Records {
    private Records() {}

    private static final long FIRST_MS = 1_700_000_000_000L;

    static void run() throws Exception {
        try (Admin admin = Admin.create(Course.settings())) {
            for (String codec : List.of("none", "gzip", "snappy", "lz4", "zstd")) produceAndRead(admin, codec);
            offsetsByTime();
            Course.createTopic(admin, "java-small", 1, Map.of("max.message.bytes", "1000"));
            refusals();
            appendTime(admin);
        }
    }

    private static void produceAndRead(Admin admin, String codec) throws Exception {
        Course.step("records, " + codec);
        String topic = "java-records-" + codec;
        Course.createTopic(admin, topic, 2, Map.of("retention.ms", "-1"));
        try (Producer<String, String> producer = Course.producer("compression.type", codec, "linger.ms", "50")) {
            for (int index = 0; index < 6; index++) {
                ProducerRecord<String, String> record = new ProducerRecord<>(
                    topic, index % 2, FIRST_MS + index * 1000, "k" + index, ("v" + index).repeat(20));
                record.headers().add("h", ("é" + index).getBytes("UTF-8")).add("h", "again".getBytes())
                    .add(new RecordHeader("none", (byte[]) null));
                producer.send(record);
            }
            producer.send(new ProducerRecord<>(topic, 0, FIRST_MS + 9000, "k0", (String) null));
            producer.send(new ProducerRecord<>(topic, 1, FIRST_MS + 9000, null, ""));
            producer.flush();
        }
        Course.readAll(topic).forEach(record -> Course.say(Course.show(record)));
    }

    private static void offsetsByTime() {
        Course.step("offsets by time");
        TopicPartition partition = new TopicPartition("java-records-lz4", 0);
        try (Consumer<String, String> consumer = Course.consumer()) {
            List<TopicPartition> asked = List.of(partition);
            Course.say("beginning " + consumer.beginningOffsets(asked).get(partition)
                + " end " + consumer.endOffsets(asked).get(partition));
            for (long afterMs : new long[] {0, 1, 2000, 2001, 9000, 9001}) {
                Course.say("+" + afterMs + " " + consumer.offsetsForTimes(Map.of(partition, FIRST_MS + afterMs)).get(partition));
            }
        }
    }

    private static void refusals() {
        Course.step("what is refused");
        try (Producer<String, String> producer = Course.producer("max.block.ms", "2000")) {
            Course.expectFailure("a record above max.message.bytes",
                producer.send(new ProducerRecord<>("java-small", "x".repeat(5000))));
            Course.expectFailure("a record within it", producer.send(new ProducerRecord<>("java-small", "small")));
            Course.expectError("a topic with a bad name", () -> producer.send(new ProducerRecord<>("no/slash", "x")).get());
        }
        try (Consumer<String, String> consumer = Course.consumer("auto.offset.reset", "none")) {
            TopicPartition partition = new TopicPartition("java-small", 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 77);
            Course.expectError("reading beyond the end", () -> {
                Course.until("an error", () -> !consumer.poll(java.time.Duration.ofMillis(100)).isEmpty());
                return null;
            });
        }
    }

    private static void appendTime(Admin admin) throws Exception {
        Course.step("time of append");
        Course.createTopic(admin, "java-appended", 1, Map.of("message.timestamp.type", "LogAppendTime"));
        long before = System.currentTimeMillis();
        try (Producer<String, String> producer = Course.producer()) {
            producer.send(new ProducerRecord<>("java-appended", 0, FIRST_MS, "k", "v")).get();
        }
        Course.readAll("java-appended").forEach(record ->
            Course.say(record.timestampType() + (record.timestamp() >= before - 1000 ? " of the broker" : " of the producer")));
    }
}
