import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A group whose members go over from the classic protocol to the new one, one by one, and back again. */
final class Migration {
    private static final String TOPIC = "java-migration";
    private static final String GROUP = "java-migration-group";

    private Migration() {}

    static void run() throws Exception {
        try (Admin admin = Admin.create(Course.settings())) {
            Course.createTopic(admin, TOPIC, 4, Map.of());
            produce("before");
            try (Consumer<String, String> newer = upgrade(admin)) {
                downgrade(admin, newer);
            }
            rejoinStatic(admin);
        }
    }

    /** Ends with one member of the new protocol. */
    private static Consumer<String, String> upgrade(Admin admin) throws Exception {
        Course.step("from classic to consumer");
        Consumer<String, String> newer = member("consumer");
        try (Consumer<String, String> older = member("classic")) {
            older.subscribe(List.of(TOPIC));
            List<String> values = new ArrayList<>();
            Course.until("4 records", () -> {
                Groups.poll(older).forEach(record -> values.add(record.value()));
                return values.size() == 4;
            });
            older.commitSync();
            say(admin, "one of the classic protocol", List.of(older));
            newer.subscribe(List.of(TOPIC));
            awaitShares(List.of(older, newer));
            say(admin, "and one of the new", List.of(older, newer));
            produce("while");
            TreeSet<String> later = new TreeSet<>();
            Course.until("4 more", () -> {
                for (Consumer<String, String> each : List.of(older, newer)) Groups.poll(each).forEach(record -> later.add(record.value()));
                return later.size() == 4;
            });
            Course.say("read " + later);
            older.commitSync();
            newer.commitSync();
        }
        awaitShares(List.of(newer));
        say(admin, "only the new one is left", List.of(newer));
        return newer;
    }

    private static void downgrade(Admin admin, Consumer<String, String> newer) throws Exception {
        Course.step("from consumer to classic");
        try (Consumer<String, String> first = member("classic"); Consumer<String, String> second = member("classic")) {
            first.subscribe(List.of(TOPIC));
            awaitShares(List.of(newer, first));
            second.subscribe(List.of(TOPIC));
            awaitShares(List.of(newer, first, second));
            say(admin, "two of the classic protocol have come", List.of(newer, first, second));
            newer.close();
            awaitShares(List.of(first, second));
            say(admin, "the new one is gone", List.of(first, second));
            first.commitSync();
            Course.say("committed " + committed(admin));
        }
    }

    /** A static member comes back with the other protocol and keeps its place. */
    private static void rejoinStatic(Admin admin) throws Exception {
        Course.step("a static member changes its protocol");
        for (String protocol : List.of("classic", "consumer", "classic")) {
            try (Consumer<String, String> member = member(protocol, "group.instance.id", "one")) {
                member.subscribe(List.of(TOPIC));
                awaitShares(List.of(member));
                say(admin, protocol, List.of(member));
            }
        }
    }

    private static Consumer<String, String> member(String protocol, Object... pairs) {
        return Groups.member(protocol, GROUP, pairs);
    }

    private static void produce(String value) {
        try (Producer<String, String> producer = Course.producer()) {
            for (int partition = 0; partition < 4; partition++) producer.send(new ProducerRecord<>(TOPIC, partition, null, value + " " + partition));
        }
    }

    /** Until the members have all partitions, each of them some. */
    private static void awaitShares(List<Consumer<String, String>> members) {
        Course.until("all to have their share", () -> {
            members.forEach(Groups::poll);
            return members.stream().noneMatch(each -> each.assignment().isEmpty())
                && members.stream().mapToInt(each -> each.assignment().size()).sum() == 4;
        });
    }

    private static void say(Admin admin, String what, List<Consumer<String, String>> members) throws Exception {
        TreeSet<Integer> shares = new TreeSet<>();
        members.forEach(member -> member.assignment().forEach(one -> shares.add(one.partition())));
        var group = admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP).get();
        Course.say(what + ": " + group.type() + ", " + group.members().size() + " members with " + shares);
    }

    private static Map<String, Long> committed(Admin admin) throws Exception {
        return new java.util.TreeMap<>(Groups.byName(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get()));
    }
}
