// Sarama: produces with every codec, consumes partitions and in a group, transactions, administration.
package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/IBM/sarama"

	"flowproof.test/clients/course"
)

func config() *sarama.Config {
	config := sarama.NewConfig()
	config.Version = sarama.MaxVersion
	config.Producer.Return.Successes = true
	config.Producer.Partitioner = sarama.NewManualPartitioner
	config.Consumer.Offsets.Initial = sarama.OffsetOldest
	config.Consumer.Offsets.AutoCommit.Enable = false
	config.Consumer.Group.Heartbeat.Interval = 200 * time.Millisecond
	config.Metadata.AllowAutoTopicCreation = false
	config.Consumer.MaxWaitTime = 100 * time.Millisecond
	return config
}

func create(admin sarama.ClusterAdmin, topic string, partitions int32, configs map[string]string) error {
	entries := map[string]*string{}
	for name, value := range configs {
		entries[name] = &value
	}
	return admin.CreateTopic(topic, &sarama.TopicDetail{NumPartitions: partitions, ReplicationFactor: 1, ConfigEntries: entries}, false)
}

func produce(settings *sarama.Config, topic string, records []course.Record) error {
	producer := course.Got(sarama.NewSyncProducer([]string{course.Bootstrap}, settings))
	defer producer.Close()
	return producer.SendMessages(messages(topic, records))
}

func messages(topic string, records []course.Record) []*sarama.ProducerMessage {
	var all []*sarama.ProducerMessage
	for _, each := range records {
		message := &sarama.ProducerMessage{
			Topic: topic, Partition: int32(each.Partition), Timestamp: time.UnixMilli(each.Ms),
			Headers: []sarama.RecordHeader{{Key: []byte("h"), Value: []byte(each.Header)}},
		}
		if each.Key != nil {
			message.Key = sarama.ByteEncoder(each.Key)
		}
		if each.Value != nil {
			message.Value = sarama.ByteEncoder(each.Value)
		}
		all = append(all, message)
	}
	return all
}

func values(count int) []course.Record {
	var records []course.Record
	for index := 0; index < count; index++ {
		records = append(records, course.Record{Partition: index % 3, Ms: time.Now().UnixMilli(), Value: []byte(fmt.Sprintf("v%d", index))})
	}
	return records
}

// read gives the records of some partitions from their start, of which the topic must have `count`.
func read(settings *sarama.Config, topic string, partitions int32, count int) []course.Record {
	consumer := course.Got(sarama.NewConsumer([]string{course.Bootstrap}, settings))
	defer consumer.Close()
	var lock sync.Mutex
	var records []course.Record
	for partition := int32(0); partition < partitions; partition++ {
		reader := course.Got(consumer.ConsumePartition(topic, partition, sarama.OffsetOldest))
		defer reader.AsyncClose()
		go func() {
			for message := range reader.Messages() {
				lock.Lock()
				records = append(records, shown(message))
				lock.Unlock()
			}
		}()
	}
	course.Until(fmt.Sprintf("%d records", count), func() bool {
		lock.Lock()
		defer lock.Unlock()
		return len(records) >= count
	})
	return records
}

func shown(message *sarama.ConsumerMessage) course.Record {
	header := ""
	if len(message.Headers) > 0 {
		header = string(message.Headers[0].Value)
	}
	return course.Record{Partition: int(message.Partition), Offset: message.Offset, Ms: message.Timestamp.UnixMilli(), Key: message.Key, Value: message.Value, Header: header}
}

func records(admin sarama.ClusterAdmin) {
	for _, codec := range []sarama.CompressionCodec{sarama.CompressionNone, sarama.CompressionGZIP, sarama.CompressionSnappy, sarama.CompressionLZ4, sarama.CompressionZSTD} {
		course.Step("records, " + codec.String())
		topic := "sarama-" + codec.String()
		course.Must(create(admin, topic, 2, map[string]string{"retention.ms": "-1"}))
		settings := config()
		settings.Producer.Compression = codec
		settings.Producer.Idempotent = true
		settings.Producer.RequiredAcks = sarama.WaitForAll
		settings.Net.MaxOpenRequests = 1
		course.Must(produce(settings, topic, course.Samples()))
		course.Show(read(config(), topic, 2, 7))
	}
}

func offsets() {
	course.Step("offsets by time")
	client := course.Got(sarama.NewClient([]string{course.Bootstrap}, config()))
	defer client.Close()
	for _, afterMs := range []int64{0, 1, 2000, 9000, 9001} {
		fmt.Printf("+%d %d\n", afterMs, course.Got(client.GetOffset("sarama-lz4", 0, course.FirstMs+afterMs)))
	}
	fmt.Println("oldest", course.Got(client.GetOffset("sarama-lz4", 0, sarama.OffsetOldest)), "newest", course.Got(client.GetOffset("sarama-lz4", 0, sarama.OffsetNewest)))
}

func refusals(admin sarama.ClusterAdmin) {
	course.Step("what is refused")
	course.Must(create(admin, "sarama-small", 1, map[string]string{"max.message.bytes": "1000"}))
	for _, size := range []int{5000, 10} {
		err := produce(config(), "sarama-small", []course.Record{{Value: make([]byte, size), Ms: time.Now().UnixMilli()}})
		course.Outcome(fmt.Sprintf("%d bytes", size), first(err))
	}
	course.Outcome("an unknown topic", first(produce(config(), "sarama-no-such", values(1))))
}

func first(err error) error {
	if all, many := err.(sarama.ProducerErrors); many {
		return all[0].Err
	}
	return err
}

// member notes what it owns and what it has read.
type member struct {
	group  sarama.ConsumerGroup
	cancel context.CancelFunc
	lock   sync.Mutex
	owned  []int32
	values []string
	commit map[int32]int64
	done   chan struct{}
}

func join(group string, topic string, commit map[int32]int64) *member {
	joined := &member{commit: commit, done: make(chan struct{})}
	joined.group = course.Got(sarama.NewConsumerGroup([]string{course.Bootstrap}, group, config()))
	ctx, cancel := context.WithCancel(context.Background())
	joined.cancel = cancel
	go func() {
		defer close(joined.done)
		for ctx.Err() == nil {
			course.Must(joined.group.Consume(ctx, []string{topic}, joined))
		}
	}()
	return joined
}

func (member *member) Setup(session sarama.ConsumerGroupSession) error {
	member.lock.Lock()
	defer member.lock.Unlock()
	for _, partitions := range session.Claims() {
		member.owned = slices.Clone(partitions)
	}
	return nil
}

func (member *member) Cleanup(session sarama.ConsumerGroupSession) error {
	member.lock.Lock()
	defer member.lock.Unlock()
	member.owned = nil
	return nil
}

func (member *member) ConsumeClaim(session sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for {
		select {
		case message, open := <-claim.Messages():
			if !open {
				return nil
			}
			member.lock.Lock()
			member.values = append(member.values, string(message.Value))
			member.lock.Unlock()
			if message.Offset+1 == member.commit[message.Partition] {
				session.MarkMessage(message, "by sarama")
				session.Commit()
			}
		case <-session.Context().Done():
			return nil
		}
	}
}

func (member *member) partitions() []int32 {
	member.lock.Lock()
	defer member.lock.Unlock()
	return slices.Clone(member.owned)
}

func (member *member) read() []string {
	member.lock.Lock()
	defer member.lock.Unlock()
	return course.Sorted(member.values)
}

func (member *member) leave() {
	member.cancel()
	<-member.done
	course.Must(member.group.Close())
}

func groups(admin sarama.ClusterAdmin) {
	course.Step("two members")
	topic := "sarama-group"
	course.Must(create(admin, topic, 3, nil))
	course.Must(produce(config(), topic, values(9)))
	first := join(topic, topic, nil)
	course.Until("3 partitions", func() bool { return len(first.partitions()) == 3 })
	fmt.Println("one member has 3 partitions")
	second := join(topic, topic, nil)
	var both []int32
	course.Until("both to have some", func() bool {
		ones, others := first.partitions(), second.partitions()
		both = append(ones, others...)
		slices.Sort(both)
		return len(both) == 3 && len(ones) < 3 && len(others) < 3
	})
	fmt.Println("two members have", both)
	second.leave()
	course.Until("3 partitions", func() bool { return len(first.partitions()) == 3 })
	fmt.Println("the one that stayed has 3 partitions")
	first.leave()
	course.Step("commit and resume")
	first = join(topic, topic, map[int32]int64{0: 3, 1: 3, 2: 1})
	course.Until("9 records", func() bool { return len(first.read()) >= 9 })
	fmt.Println("read", first.read())
	course.Until("3 offsets", func() bool { return fmt.Sprint(committed(admin, topic)) == "[3 3 1]" })
	first.leave()
	second = join(topic, topic, nil)
	course.Until("2 records", func() bool { return len(second.read()) >= 2 })
	fmt.Println("resumed with", second.read())
	second.leave()
	fmt.Println("committed", committed(admin, topic))
}

func committed(admin sarama.ClusterAdmin, topic string) []int64 {
	stored := course.Got(admin.ListConsumerGroupOffsets(topic, map[string][]int32{topic: {0, 1, 2}}))
	var offsets []int64
	for partition := int32(0); partition < 3; partition++ {
		offsets = append(offsets, stored.GetBlock(topic, partition).Offset)
	}
	return offsets
}

func transactions(admin sarama.ClusterAdmin) {
	course.Step("transactions")
	topic := "sarama-tx"
	course.Must(create(admin, topic, 1, nil))
	settings := config()
	settings.Producer.Idempotent = true
	settings.Producer.RequiredAcks = sarama.WaitForAll
	settings.Producer.Transaction.ID = "sarama-tx"
	settings.Net.MaxOpenRequests = 1
	producer := course.Got(sarama.NewSyncProducer([]string{course.Bootstrap}, settings))
	for _, value := range []string{"committed", "aborted", "committed again"} {
		course.Must(producer.BeginTxn())
		course.Must(producer.SendMessages(messages(topic, []course.Record{{Value: []byte(value), Ms: time.Now().UnixMilli()}})))
		if value == "aborted" {
			course.Must(producer.AbortTxn())
		} else {
			course.Must(producer.CommitTxn())
		}
	}
	for _, offset := range []int64{1, 2} {
		course.Must(producer.BeginTxn())
		offsets := map[string][]*sarama.PartitionOffsetMetadata{topic: {{Partition: 0, Offset: offset, LeaderEpoch: -1}}}
		course.Must(producer.AddOffsetsToTxn(offsets, "sarama-tx"))
		if offset == 1 {
			course.Must(producer.AbortTxn())
		} else {
			course.Must(producer.CommitTxn())
		}
	}
	producer.Close()
	course.Until("the offset", func() bool {
		stored := course.Got(admin.ListConsumerGroupOffsets("sarama-tx", map[string][]int32{topic: {0}}))
		return stored.GetBlock(topic, 0).Offset == 2
	})
	fmt.Println("the committed offset is 2")
	for _, count := range []int{2, 3} {
		reading := config()
		reading.Consumer.IsolationLevel = sarama.IsolationLevel(3 - count)
		for _, each := range read(reading, topic, 1, count) {
			fmt.Println("isolation", 3-count, each.Offset, string(each.Value))
		}
	}
}

func administration(admin sarama.ClusterAdmin) {
	course.Step("administration")
	topic := "sarama-admin"
	course.Must(create(admin, topic, 2, map[string]string{"cleanup.policy": "compact"}))
	course.Outcome("creating it again", create(admin, topic, 2, nil))
	course.Outcome("a bad name", create(admin, "a/b", 2, nil))
	course.Must(admin.CreatePartitions(topic, 4, nil, false))
	course.Until("4 partitions", func() bool { return len(course.Got(admin.DescribeTopics([]string{topic}))[0].Partitions) == 4 })
	fmt.Println("4 partitions")
	retention := "7200000"
	change := map[string]sarama.IncrementalAlterConfigsEntry{"retention.ms": {Operation: sarama.IncrementalAlterConfigsOperationSet, Value: &retention}}
	course.Must(admin.IncrementalAlterConfig(sarama.TopicResource, topic, change, false))
	course.Until("the configuration", func() bool { return configs(admin, topic) == "cleanup.policy=compact retention.ms=7200000 " })
	fmt.Println(configs(admin, topic))
	group := course.Got(admin.DescribeConsumerGroups([]string{"sarama-group"}))[0]
	fmt.Println(group.State, len(group.Members))
	_, listed := course.Got(admin.ListConsumerGroups())["sarama-group"]
	fmt.Println("listed", listed)
	course.Must(admin.DeleteRecords("sarama-group", map[int32]int64{0: 2}))
	client := course.Got(sarama.NewClient([]string{course.Bootstrap}, config()))
	fmt.Println("oldest", course.Got(client.GetOffset("sarama-group", 0, sarama.OffsetOldest)))
	client.Close()
	for range 2 {
		course.Outcome("deleting the group", admin.DeleteConsumerGroup("sarama-group"))
	}
	brokers, _, err := admin.DescribeCluster()
	course.Must(err)
	fmt.Println("brokers", len(brokers))
	course.Must(admin.DeleteTopic(topic))
	course.Until("it to be gone", func() bool {
		_, there := course.Got(admin.ListTopics())[topic]
		return !there
	})
	course.Outcome("deleting it again", admin.DeleteTopic(topic))
}

func configs(admin sarama.ClusterAdmin, topic string) string {
	asked := sarama.ConfigResource{Type: sarama.TopicResource, Name: topic, ConfigNames: []string{"cleanup.policy", "retention.ms"}}
	described := course.Got(admin.DescribeConfig(asked))
	slices.SortFunc(described, func(a, b sarama.ConfigEntry) int { return strings.Compare(a.Name, b.Name) })
	found := ""
	for _, each := range described {
		found += each.Name + "=" + each.Value + " "
	}
	return found
}

func main() {
	admin := course.Got(sarama.NewClusterAdmin([]string{course.Bootstrap}, config()))
	defer admin.Close()
	records(admin)
	offsets()
	refusals(admin)
	groups(admin)
	transactions(admin)
	administration(admin)
}
