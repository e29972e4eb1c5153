import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Commit, abort, offsets within a transaction, fencing, and who sees what meanwhile. */
final class Transactions {
    private Transactions() {}

    private static final String TOPIC = "java-transactions";

    static void run() throws Exception {
        try (Admin admin = Admin.create(Course.settings())) {
            Course.createTopic(admin, TOPIC, 2, Map.of());
            commitAndAbort();
            offsets(admin);
            fencing();
            Course.step("describing transactions");
            var description = admin.describeTransactions(List.of("java-tx")).description("java-tx").get();
            Course.say(description.state() + " partitions " + description.topicPartitions().size());
            boolean listed = admin.listTransactions().all().get().stream().anyMatch(each -> each.transactionalId().equals("java-tx"));
            Course.say("listed: " + listed);
        }
    }

    private static void commitAndAbort() throws Exception {
        Course.step("commit and abort");
        try (Producer<String, String> producer = Course.producer("transactional.id", "java-tx")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < 2; partition++) producer.send(new ProducerRecord<>(TOPIC, partition, "k", "committed " + partition));
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, 0, "k", "aborted")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, 0, "k", "open")).get();
            show("while one is open");
            producer.commitTransaction();
        }
        show("when it is committed");
    }

    private static void show(String when) {
        for (String level : List.of("read_committed", "read_uncommitted")) {
            Course.say(when + ", " + level);
            Course.readAll(TOPIC, "isolation.level", level).forEach(record ->
                Course.say("  " + record.partition() + "@" + record.offset() + " " + record.value()));
        }
    }

    private static void offsets(Admin admin) throws Exception {
        Course.step("offsets within a transaction");
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (Producer<String, String> producer = Course.producer("transactional.id", "java-offsets");
             Consumer<String, String> consumer = Course.consumer("group.id", "java-tx-group", "isolation.level", "read_committed")) {
            consumer.subscribe(List.of(TOPIC));
            Course.until("a record", () -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(1)), consumer.groupMetadata());
            producer.abortTransaction();
            Course.say("aborted: " + committed(admin, partition));
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(2)), consumer.groupMetadata());
            producer.commitTransaction();
            Course.until("the offset of the committed one", () -> committed(admin, partition).equals("2"));
            Course.say("committed: " + committed(admin, partition));
        }
    }

    private static String committed(Admin admin, TopicPartition partition) {
        try {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets("java-tx-group").partitionsToOffsetAndMetadata().get().get(partition);
            return offset == null ? "none" : String.valueOf(offset.offset());
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void fencing() {
        Course.step("fencing");
        try (Producer<String, String> old = Course.producer("transactional.id", "java-fenced");
             Producer<String, String> fresh = Course.producer("transactional.id", "java-fenced")) {
            old.initTransactions();
            old.beginTransaction();
            old.send(new ProducerRecord<>(TOPIC, 1, "k", "of the old one"));
            old.flush();
            fresh.initTransactions();
            Course.expectError("the old producer commits", () -> {
                old.commitTransaction();
                return null;
            });
            fresh.beginTransaction();
            fresh.send(new ProducerRecord<>(TOPIC, 1, "k", "of the fresh one"));
            fresh.commitTransaction();
        }
        show("after fencing");
    }
}
