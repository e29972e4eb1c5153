// segmentio/kafka-go: speaks old versions of the protocol to this day.
package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"

	"github.com/segmentio/kafka-go"

	"flowproof.test/clients/course"
)

var (
	ctx    = context.Background()
	client = &kafka.Client{Addr: kafka.TCP(course.Bootstrap), Timeout: 10 * time.Second}
)

func create(topic string, partitions int, entries ...kafka.ConfigEntry) error {
	answer, err := client.CreateTopics(ctx, &kafka.CreateTopicsRequest{Topics: []kafka.TopicConfig{{
		Topic: topic, NumPartitions: partitions, ReplicationFactor: 1, ConfigEntries: entries,
	}}})
	course.Must(err)
	return answer.Errors[topic]
}

// byPartition sends a record to the partition that it was made for.
type byPartition struct{}

func (byPartition) Balance(message kafka.Message, _ ...int) int { return message.WriterData.(int) }

func produce(topic string, codec kafka.Compression, records []course.Record) error {
	writer := &kafka.Writer{
		Addr: kafka.TCP(course.Bootstrap), Topic: topic, Balancer: byPartition{}, Compression: codec,
		RequiredAcks: kafka.RequireAll, BatchTimeout: 20 * time.Millisecond, MaxAttempts: 2,
	}
	defer writer.Close()
	var messages []kafka.Message
	for _, each := range records {
		messages = append(messages, kafka.Message{
			Key: each.Key, Value: each.Value, Time: time.UnixMilli(each.Ms), WriterData: each.Partition,
			Headers: []kafka.Header{{Key: "h", Value: []byte(each.Header)}},
		})
	}
	return writer.WriteMessages(ctx, messages...)
}

func values(count int) []course.Record {
	var records []course.Record
	for index := 0; index < count; index++ {
		records = append(records, course.Record{Partition: index % 3, Ms: time.Now().UnixMilli(), Value: []byte(fmt.Sprintf("v%d", index))})
	}
	return records
}

func readPartition(topic string, partition int, count int) []course.Record {
	reader := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{course.Bootstrap}, Topic: topic, Partition: partition, MaxWait: 100 * time.Millisecond})
	defer reader.Close()
	var records []course.Record
	for len(records) < count {
		message := course.Got(reader.ReadMessage(ctx))
		header := ""
		if len(message.Headers) > 0 {
			header = string(message.Headers[0].Value)
		}
		records = append(records, course.Record{Partition: message.Partition, Offset: message.Offset, Ms: message.Time.UnixMilli(), Key: message.Key, Value: message.Value, Header: header})
	}
	return records
}

func records() {
	codecs := []kafka.Compression{0, kafka.Gzip, kafka.Snappy, kafka.Lz4, kafka.Zstd}
	for _, codec := range codecs {
		name := codec.String()
		course.Step("records, " + name)
		topic := "segmentio-" + name
		course.Must(create(topic, 2, kafka.ConfigEntry{ConfigName: "retention.ms", ConfigValue: "-1"}))
		course.Must(produce(topic, codec, course.Samples()))
		course.Show(append(readPartition(topic, 0, 4), readPartition(topic, 1, 3)...))
	}
}

func offsets() {
	course.Step("offsets by time")
	for _, afterMs := range []int64{0, 1, 2000, 9000, 9001} {
		connection := course.Got(kafka.DialLeader(ctx, "tcp", course.Bootstrap, "segmentio-lz4", 0))
		fmt.Printf("+%d %d\n", afterMs, course.Got(connection.ReadOffset(time.UnixMilli(course.FirstMs+afterMs))))
		connection.Close()
	}
	connection := course.Got(kafka.DialLeader(ctx, "tcp", course.Bootstrap, "segmentio-lz4", 0))
	first, last, err := connection.ReadOffsets()
	course.Must(err)
	fmt.Println("first", first, "last", last)
	connection.Close()
}

func refusals() {
	course.Step("what is refused")
	course.Must(create("segmentio-small", 1, kafka.ConfigEntry{ConfigName: "max.message.bytes", ConfigValue: "1000"}))
	for _, size := range []int{5000, 10} {
		err := produce("segmentio-small", 0, []course.Record{{Value: make([]byte, size), Ms: time.Now().UnixMilli()}})
		var each kafka.WriteErrors
		if errors.As(err, &each) {
			err = each[0]
		}
		course.Outcome(fmt.Sprintf("%d bytes", size), err)
	}
}

// member reads in a group in the background.
type member struct {
	reader *kafka.Reader
	lock   sync.Mutex
	read   []kafka.Message
	done   chan struct{}
}

func join(group string, topic string) *member {
	joined := &member{done: make(chan struct{})}
	joined.reader = kafka.NewReader(kafka.ReaderConfig{
		Brokers: []string{course.Bootstrap}, GroupID: group, Topic: topic, StartOffset: kafka.FirstOffset, MaxWait: 100 * time.Millisecond,
		HeartbeatInterval: 200 * time.Millisecond, RebalanceTimeout: 5 * time.Second, JoinGroupBackoff: 100 * time.Millisecond,
	})
	go func() {
		defer close(joined.done)
		for {
			message, err := joined.reader.FetchMessage(ctx)
			if err != nil {
				return
			}
			joined.lock.Lock()
			joined.read = append(joined.read, message)
			joined.lock.Unlock()
		}
	}()
	return joined
}

func (member *member) values() []string {
	member.lock.Lock()
	defer member.lock.Unlock()
	var values []string
	for _, each := range member.read {
		values = append(values, string(each.Value))
	}
	return course.Sorted(values)
}

func (member *member) leave() {
	course.Must(member.reader.Close())
	<-member.done
}

// stateOf is the group's state and how many of its members have partitions.
func stateOf(group string) (string, []int) {
	answer := course.Got(client.DescribeGroups(ctx, &kafka.DescribeGroupsRequest{GroupIDs: []string{group}})).Groups[0]
	var sizes []int
	for _, each := range answer.Members {
		count := 0
		for _, topic := range each.MemberAssignments.Topics {
			count += len(topic.Partitions)
		}
		sizes = append(sizes, count)
	}
	sort.Ints(sizes)
	return answer.GroupState, sizes
}

func groups() {
	course.Step("two members")
	topic := "segmentio-group"
	course.Must(create(topic, 3))
	course.Must(produce(topic, 0, values(9)))
	first := join(topic, topic)
	await(topic, "Stable", []int{3})
	second := join(topic, topic)
	await(topic, "Stable", []int{1, 2})
	second.leave()
	await(topic, "Stable", []int{3})
	first.leave()
	course.Step("commit and resume")
	first = join(topic, topic)
	course.Until("9 records", func() bool { return len(first.values()) >= 9 })
	fmt.Println("read", first.values())
	for _, each := range first.read {
		if each.Partition < 2 && each.Offset == 2 || each.Partition == 2 && each.Offset == 0 {
			course.Must(first.reader.CommitMessages(ctx, each))
		}
	}
	first.leave()
	second = join(topic, topic)
	course.Until("2 records", func() bool { return len(second.values()) >= 2 })
	fmt.Println("resumed with", second.values())
	second.leave()
	stored := course.Got(client.OffsetFetch(ctx, &kafka.OffsetFetchRequest{GroupID: topic, Topics: map[string][]int{topic: {0, 1, 2}}})).Topics[topic]
	sort.Slice(stored, func(a, b int) bool { return stored[a].Partition < stored[b].Partition })
	for _, each := range stored {
		fmt.Printf("committed %d@%d\n", each.Partition, each.CommittedOffset)
	}
}

func await(group string, state string, sizes []int) {
	course.Until(fmt.Sprint(state, sizes), func() bool {
		now, found := stateOf(group)
		return now == state && fmt.Sprint(found) == fmt.Sprint(sizes)
	})
	fmt.Println(state, sizes)
}

func administration() {
	course.Step("administration")
	topic := "segmentio-admin"
	course.Must(create(topic, 2, kafka.ConfigEntry{ConfigName: "cleanup.policy", ConfigValue: "compact"}))
	course.Outcome("creating it again", create(topic, 2))
	course.Outcome("a bad name", create("a/b", 2))
	described := course.Got(client.DescribeConfigs(ctx, &kafka.DescribeConfigsRequest{Resources: []kafka.DescribeConfigRequestResource{{
		ResourceType: kafka.ResourceTypeTopic, ResourceName: topic, ConfigNames: []string{"cleanup.policy"},
	}}})).Resources[0].ConfigEntries[0]
	fmt.Println(described.ConfigName, described.ConfigValue)
	metadata := course.Got(client.Metadata(ctx, &kafka.MetadataRequest{Topics: []string{topic, "segmentio-no-such"}}))
	fmt.Println("partitions", len(metadata.Topics[0].Partitions), "brokers", len(metadata.Brokers))
	course.Outcome("an unknown topic", metadata.Topics[1].Error)
	listed := false
	for _, each := range course.Got(client.ListGroups(ctx, &kafka.ListGroupsRequest{})).Groups {
		listed = listed || each.GroupID == "segmentio-group"
	}
	fmt.Println("listed", listed)
	for range 2 {
		deleted := course.Got(client.DeleteTopics(ctx, &kafka.DeleteTopicsRequest{Topics: []string{topic}}))
		course.Outcome("deleting it", deleted.Errors[topic])
		course.Until("it to be gone", func() bool {
			return course.Got(client.Metadata(ctx, &kafka.MetadataRequest{Topics: []string{topic}})).Topics[0].Error != nil
		})
	}
}

func main() {
	records()
	offsets()
	refusals()
	groups()
	administration()
}
