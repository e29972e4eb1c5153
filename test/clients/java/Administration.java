import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics, configurations, the cluster. */
final class Administration {
    private Administration() {}

    private static final String TOPIC = "java-admin";
    private static final ConfigResource CONFIG = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);

    static void run() throws Exception {
        try (Admin admin = Admin.create(Course.settings())) {
            topics(admin);
            configs(admin);
            records(admin);
            cluster(admin);
            deletion(admin);
        }
    }

    private static void topics(Admin admin) throws Exception {
        Course.step("topics");
        Course.createTopic(admin, TOPIC, 2, Map.of("cleanup.policy", "compact", "segment.ms", "60000"));
        Course.expectFailure("creating it again", admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all());
        Course.expectFailure("no partitions", admin.createTopics(List.of(new NewTopic("java-none", 0, (short) 1))).all());
        Course.expectFailure("an unknown configuration",
            admin.createTopics(List.of(new NewTopic("java-bad", 1, (short) 1).configs(Map.of("no.such", "1")))).all());
        Course.expectFailure("a bad value",
            admin.createTopics(List.of(new NewTopic("java-bad", 1, (short) 1).configs(Map.of("segment.ms", "soon")))).all());
        Course.expectFailure("a bad name", admin.createTopics(List.of(new NewTopic("a/b", 1, (short) 1))).all());
        admin.createPartitions(Map.of(TOPIC, NewPartitions.increaseTo(4))).all().get();
        Course.expectFailure("fewer partitions", admin.createPartitions(Map.of(TOPIC, NewPartitions.increaseTo(1))).all());
        Course.until("4 partitions", () -> partitions(admin) == 4);
        Course.say("partitions " + partitions(admin));
        Course.say("listed " + new TreeSet<>(admin.listTopics().names().get()).contains(TOPIC));
        var description = admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
        description.partitions().forEach(each ->
            Course.say(each.partition() + " replicas " + each.replicas().size() + " in sync " + each.isr().size()));
        Course.say("by id " + admin.describeTopics(org.apache.kafka.common.TopicCollection.ofTopicIds(List.of(description.topicId())))
            .allTopicIds().get().get(description.topicId()).name());
    }

    private static int partitions(Admin admin) {
        try {
            return admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions().size();
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void configs(Admin admin) throws Exception {
        Course.step("configurations");
        show(admin);
        alter(admin, new AlterConfigOp(new ConfigEntry("retention.ms", "7200000"), AlterConfigOp.OpType.SET),
            new AlterConfigOp(new ConfigEntry("segment.ms", ""), AlterConfigOp.OpType.DELETE),
            new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.APPEND));
        Course.until("the configuration", () -> valueOf(admin, "retention.ms").equals("7200000"));
        Course.say("retention.ms " + valueOf(admin, "retention.ms"));
        show(admin);
        Course.expectError("a bad value", () -> {
            alter(admin, new AlterConfigOp(new ConfigEntry("retention.ms", "x"), AlterConfigOp.OpType.SET));
            return null;
        });
    }

    private static void alter(Admin admin, AlterConfigOp... operations) throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = Map.of(CONFIG, List.of(operations));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static String valueOf(Admin admin, String name) {
        try {
            return admin.describeConfigs(List.of(CONFIG)).all().get().get(CONFIG).get(name).value();
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void show(Admin admin) throws Exception {
        var config = admin.describeConfigs(List.of(CONFIG)).all().get().get(CONFIG);
        for (String name : List.of("cleanup.policy", "segment.ms", "max.message.bytes", "retention.bytes")) {
            Course.say(name + "=" + config.get(name).value() + " " + config.get(name).source());
        }
    }

    private static void records(Admin admin) throws Exception {
        Course.step("deleting records");
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        alter(admin, new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET));
        long now = System.currentTimeMillis();
        try (Producer<String, String> producer = Course.producer()) {
            for (int index = 0; index < 5; index++) producer.send(new ProducerRecord<>(TOPIC, 0, now + index, "k", "v" + index)).get();
        }
        Course.say("low watermark " + admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(3)))
            .lowWatermarks().get(partition).get().lowWatermark());
        Course.expectFailure("beyond the end", admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(30))).all());
        for (OffsetSpec spec : List.of(OffsetSpec.earliest(), OffsetSpec.latest(), OffsetSpec.maxTimestamp())) {
            Course.say(spec.getClass().getSimpleName() + " "
                + admin.listOffsets(Map.of(partition, spec)).partitionResult(partition).get().offset());
        }
        Course.readAll(TOPIC).forEach(record -> Course.say(record.partition() + "@" + record.offset() + " " + record.value()));
        Course.say("producers " + admin.describeProducers(List.of(partition)).partitionResult(partition).get().activeProducers().size());
    }

    private static void cluster(Admin admin) throws Exception {
        Course.step("the cluster");
        var cluster = admin.describeCluster();
        Course.say("nodes " + cluster.nodes().get().size() + ", a controller " + (cluster.controller().get() != null)
            + ", an id " + (cluster.clusterId().get() != null));
        int node = cluster.nodes().get().iterator().next().id();
        var broker = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(node));
        Course.say("auto.create.topics.enable " + admin.describeConfigs(List.of(broker)).all().get().get(broker).get("auto.create.topics.enable").value());
        var folders = admin.describeLogDirs(List.of(node)).allDescriptions().get().get(node);
        Course.say("log dirs " + folders.size() + ", with the topic " + folders.values().stream()
            .anyMatch(folder -> folder.replicaInfos().containsKey(new TopicPartition(TOPIC, 0))));
    }

    private static void deletion(Admin admin) throws Exception {
        Course.step("deletion");
        admin.deleteTopics(List.of(TOPIC)).all().get();
        Course.until("the topic to be gone", () -> isUnknown(admin));
        Course.expectFailure("deleting it again", admin.deleteTopics(List.of(TOPIC)).all());
        Course.expectFailure("its configuration", admin.describeConfigs(List.of(CONFIG)).all());
    }

    private static boolean isUnknown(Admin admin) {
        try {
            admin.describeTopics(List.of(TOPIC)).allTopicNames().get();
            return false;
        } catch (Exception thrown) {
            return thrown.getCause() instanceof UnknownTopicOrPartitionException;
        }
    }
}
