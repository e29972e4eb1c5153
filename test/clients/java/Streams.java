import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/** Kafka Streams counts words, at least once and exactly once, and carries on after a restart. */
final class Streams {
    private Streams() {}

    static void run() throws Exception {
        for (String guarantee : List.of("at_least_once", "exactly_once_v2")) count(guarantee);
    }

    private static void count(String guarantee) throws Exception {
        Course.step("word count, " + guarantee);
        String name = "java-words-" + guarantee;
        try (Admin admin = Admin.create(Course.settings())) {
            Course.createTopic(admin, name + "-lines", 2, Map.of());
            Course.createTopic(admin, name + "-counts", 2, Map.of("cleanup.policy", "compact"));
            write(name, "to be or not to be", "that is the question");
            runUntil(name, guarantee, Map.of("to", "2", "be", "2", "question", "1"));
            write(name, "to be is to do", "to do is to be");
            runUntil(name, guarantee, Map.of("to", "6", "be", "4", "do", "2", "is", "3"));
            latest(name).forEach((word, times) -> Course.say(word + " " + times));
            Course.say("a changelog and a repartition topic: " + admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(name + "-app-")).count());
        }
    }

    private static void write(String name, String... lines) throws Exception {
        try (Producer<String, String> producer = Course.producer()) {
            for (int index = 0; index < lines.length; index++) {
                producer.send(new ProducerRecord<>(name + "-lines", index % 2, null, lines[index])).get();
            }
        }
    }

    private static void runUntil(String name, String guarantee, Map<String, String> awaited) throws Exception {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream(name + "-lines")
            .flatMapValues(line -> Arrays.asList(line.split(" ")))
            .groupBy((key, word) -> word, Grouped.with(Serdes.String(), Serdes.String()))
            .count(Materialized.as("counts"))
            .toStream()
            .mapValues(String::valueOf)
            .to(name + "-counts", Produced.with(Serdes.String(), Serdes.String()));
        Properties settings = new Properties();
        settings.putAll(Course.settings(
            "application.id", name + "-app", "processing.guarantee", guarantee, "replication.factor", "1",
            "commit.interval.ms", "100",
            // Streams does not leave its group when it is closed: the next start waits for the session to end.
            "session.timeout.ms", "6000", "heartbeat.interval.ms", "1000", "state.dir", System.getenv("SCRATCH"), "auto.offset.reset", "earliest",
            "default.key.serde", Serdes.StringSerde.class, "default.value.serde", Serdes.StringSerde.class));
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
            streams.start();
            Course.until("the counts " + awaited, () -> latest(name).entrySet().containsAll(awaited.entrySet()));
            streams.close(Duration.ofSeconds(20));
        }
    }

    private static Map<String, String> latest(String name) {
        Map<String, String> counts = new TreeMap<>();
        Course.readAll(name + "-counts", "isolation.level", "read_committed").forEach(record -> counts.put(record.key(), record.value()));
        return counts;
    }
}
