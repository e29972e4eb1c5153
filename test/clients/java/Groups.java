import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.SubscriptionPattern;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Members that come and go, commits and resuming; with the classic protocol and with the new one. */
final class Groups {
    private Groups() {}

    static void run(String protocol) throws Exception {
        String topic = "java-" + protocol;
        String group = "java-" + protocol + "-group";
        try (Admin admin = Admin.create(Course.settings())) {
            Course.createTopic(admin, topic, 3, Map.of());
            try (Producer<String, String> producer = Course.producer()) {
                for (int index = 0; index < 9; index++) producer.send(new ProducerRecord<>(topic, index % 3, null, "v" + index));
            }
            rebalance(protocol, topic, group);
            resume(protocol, topic, group);
            describe(admin, group);
            pattern(admin, protocol);
            if (protocol.equals("classic")) classicOnly(topic);
            Course.step("deleting the group");
            admin.deleteConsumerGroupOffsets(group, java.util.Set.of(new TopicPartition(topic, 2))).all().get();
            Course.say("offsets of " + admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().size() + " partitions");
            admin.deleteConsumerGroups(List.of(group)).all().get();
            Course.expectFailure("again", admin.deleteConsumerGroups(List.of(group)).all());
        }
    }

    static Consumer<String, String> member(String protocol, String group, Object... pairs) {
        List<Object> all = new ArrayList<>(List.of("group.id", group, "group.protocol", protocol));
        all.addAll(List.of(pairs));
        return Course.consumer(all.toArray());
    }

    private static void rebalance(String protocol, String topic, String group) {
        Course.step("two members, " + protocol);
        try (Consumer<String, String> first = member(protocol, group)) {
            first.subscribe(List.of(topic));
            awaitPartitions(3, first);
            Course.say("one member has 3 partitions");
            try (Consumer<String, String> second = member(protocol, group)) {
                second.subscribe(List.of(topic));
                Course.until("both to have some", () -> {
                    poll(first);
                    poll(second);
                    return !first.assignment().isEmpty() && !second.assignment().isEmpty()
                        && first.assignment().size() + second.assignment().size() == 3;
                });
                TreeSet<Integer> union = new TreeSet<>();
                for (Consumer<String, String> each : List.of(first, second)) each.assignment().forEach(one -> union.add(one.partition()));
                Course.say("two members have " + union);
            }
            awaitPartitions(3, first);
            Course.say("the one that stayed has 3 partitions");
        }
    }

    private static void resume(String protocol, String topic, String group) throws Exception {
        Course.step("commit and resume, " + protocol);
        try (Consumer<String, String> member = member(protocol, group)) {
            member.subscribe(List.of(topic));
            List<String> values = readValues(member, 9);
            Course.say("read " + values);
            member.commitSync(Map.of(
                new TopicPartition(topic, 0), new OffsetAndMetadata(3, "all of it"),
                new TopicPartition(topic, 1), new OffsetAndMetadata(3),
                new TopicPartition(topic, 2), new OffsetAndMetadata(1)));
        }
        try (Consumer<String, String> member = member(protocol, group)) {
            member.subscribe(List.of(topic));
            Course.say("resumed with " + readValues(member, 2));
            Course.say("metadata \"" + member.committed(java.util.Set.of(new TopicPartition(topic, 0)))
                .get(new TopicPartition(topic, 0)).metadata() + "\"");
            member.commitSync();
        }
    }

    /** A member that is assigned all topics with such names, also one that comes later. */
    private static void pattern(Admin admin, String protocol) throws Exception {
        Course.step("topics by a pattern, " + protocol);
        String prefix = "java-like-" + protocol;
        for (String name : List.of("-a", "-b")) Course.createTopic(admin, prefix + name, 1, Map.of());
        try (Consumer<String, String> member = member(protocol, prefix, "metadata.max.age.ms", "500")) {
            if (protocol.equals("classic")) member.subscribe(java.util.regex.Pattern.compile(prefix + "-.*"));
            else member.subscribe(new SubscriptionPattern(prefix + "-.*"));
            awaitPartitions(2, member);
            Course.createTopic(admin, prefix + "-c", 1, Map.of());
            awaitPartitions(3, member);
            TreeSet<String> topics = new TreeSet<>();
            member.assignment().forEach(one -> topics.add(one.topic()));
            Course.say("has " + topics);
        }
    }

    private static void describe(Admin admin, String group) throws Exception {
        Course.step("describing the group");
        Course.until("the group to be empty", () -> stateOf(admin, group).equals("Empty"));
        var description = admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
        Course.say(description.type() + " " + description.groupState() + " members " + description.members().size());
        boolean listed = admin.listGroups().all().get().stream().anyMatch(each -> each.groupId().equals(group));
        Course.say("listed: " + listed);
        new java.util.TreeMap<>(byName(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()))
            .forEach((name, offset) -> Course.say(name + " " + offset));
    }

    static Map<String, Long> byName(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<String, Long> named = new java.util.HashMap<>();
        offsets.forEach((partition, offset) -> named.put(partition.toString(), offset.offset()));
        return named;
    }

    private static String stateOf(Admin admin, String group) {
        try {
            return admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get().groupState().toString();
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    /** A static member keeps its partitions over a restart; the cooperative assignor works too. */
    private static void classicOnly(String topic) {
        Course.step("static member, cooperative");
        String group = "java-static";
        Object[] settings = {
            "group.instance.id", "one", "partition.assignment.strategy",
            "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"};
        String before;
        try (Consumer<String, String> member = member("classic", group, settings)) {
            member.subscribe(List.of(topic));
            awaitPartitions(3, member);
            before = member.groupMetadata().memberId().substring(0, 3);
        }
        try (Consumer<String, String> member = member("classic", group, settings)) {
            member.subscribe(List.of(topic));
            awaitPartitions(3, member);
            Course.say("instance " + member.groupMetadata().groupInstanceId().orElse("none") + ", member id begins with " + before
                + ", generation " + member.groupMetadata().generationId());
        }
    }

    private static void awaitPartitions(int count, Consumer<String, String> member) {
        Course.until(count + " partitions", () -> {
            poll(member);
            return member.assignment().size() == count;
        });
    }

    static ConsumerRecords<String, String> poll(Consumer<String, String> member) {
        return member.poll(Duration.ofMillis(50));
    }

    private static List<String> readValues(Consumer<String, String> member, int count) {
        List<String> values = new ArrayList<>();
        Course.until(count + " records", () -> {
            member.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            return values.size() >= count;
        });
        return values.stream().sorted().toList();
    }
}
