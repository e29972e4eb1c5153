import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the steps share: clients, waiting, and lines that are the same on every run. */
final class Course {
    static final String BOOTSTRAP = System.getenv("BOOTSTRAP");

    private Course() {}

    static void step(String title) {
        System.out.println("# " + title);
    }

    static void say(String line) {
        System.out.println(line);
    }

    static Map<String, Object> settings(Object... pairs) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", BOOTSTRAP));
        for (int index = 0; index < pairs.length; index += 2) settings.put((String) pairs[index], pairs[index + 1]);
        return settings;
    }

    static Producer<String, String> producer(Object... pairs) {
        return new KafkaProducer<>(settings(pairs), new StringSerializer(), new StringSerializer());
    }

    static Consumer<String, String> consumer(Object... pairs) {
        Map<String, Object> settings = settings(pairs);
        settings.putIfAbsent("auto.offset.reset", "earliest");
        settings.putIfAbsent("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    static void createTopic(Admin admin, String name, int partitions, Map<String, String> configs) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configs))).all().get();
    }

    /** All partitions of a topic from their start to their end, in the order of partition and offset. */
    static List<ConsumerRecord<String, String>> readAll(String topic, Object... pairs) {
        try (Consumer<String, String> consumer = consumer(pairs)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            until("the end of " + topic, () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return partitions.stream().allMatch(each -> consumer.position(each) >= ends.get(each));
            });
            records.sort(Comparator.<ConsumerRecord<String, String>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
            return records;
        }
    }

    static String show(ConsumerRecord<String, String> record) {
        StringBuilder headers = new StringBuilder();
        record.headers().forEach(header -> headers.append(' ').append(header.key()).append('=')
            .append(header.value() == null ? "null" : new String(header.value())));
        return record.partition() + "@" + record.offset() + " " + record.timestampType() + " " + record.timestamp()
            + " key=" + record.key() + " value=" + record.value() + headers;
    }

    static void until(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("waited 30 s for " + what);
        }
    }

    /** Says which error an action ends with, by its class: the text differs from one version to the next. */
    static void expectError(String action, Callable<?> attempt) {
        try {
            attempt.call();
            say(action + ": no error");
        } catch (Exception thrown) {
            Throwable cause = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
            say(action + ": " + cause.getClass().getSimpleName());
        }
    }

    static void expectFailure(String action, Future<?> attempt) {
        expectError(action, attempt::get);
    }
}
