// franz-go: produces with every codec, groups of both protocols, transactions, administration.
package main

import (
	"context"
	"fmt"
	"sort"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"

	"flowproof.test/clients/course"
)

var ctx = context.Background()

func client(options ...kgo.Opt) *kgo.Client {
	all := append([]kgo.Opt{kgo.SeedBrokers(course.Bootstrap), kgo.RecordPartitioner(kgo.ManualPartitioner())}, options...)
	return course.Got(kgo.NewClient(all...))
}

func create(admin *kadm.Client, topic string, partitions int32, configs map[string]*string) {
	course.Must(course.Got(admin.CreateTopic(ctx, partitions, 1, configs, topic)).Err)
}

func produce(producer *kgo.Client, topic string, records []course.Record) error {
	var all []*kgo.Record
	for _, each := range records {
		all = append(all, &kgo.Record{
			Topic: topic, Partition: int32(each.Partition), Key: each.Key, Value: each.Value,
			Timestamp: time.UnixMilli(each.Ms), Headers: []kgo.RecordHeader{{Key: "h", Value: []byte(each.Header)}},
		})
	}
	return producer.ProduceSync(ctx, all...).FirstErr()
}

func values(count int) []course.Record {
	var records []course.Record
	for index := 0; index < count; index++ {
		records = append(records, course.Record{Partition: index % 3, Ms: time.Now().UnixMilli(), Value: []byte(fmt.Sprintf("v%d", index))})
	}
	return records
}

func poll(consumer *kgo.Client, wait time.Duration) []course.Record {
	limited, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	var records []course.Record
	consumer.PollFetches(limited).EachRecord(func(each *kgo.Record) {
		header := ""
		if len(each.Headers) > 0 {
			header = string(each.Headers[0].Value)
		}
		records = append(records, course.Record{Partition: int(each.Partition), Offset: each.Offset, Ms: each.Timestamp.UnixMilli(), Key: each.Key, Value: each.Value, Header: header})
	})
	return records
}

// read gives some records, each once: after a rebalance a member begins again where the group has committed.
func read(consumer *kgo.Client, count int) []course.Record {
	var records []course.Record
	seen := map[string]bool{}
	course.Until(fmt.Sprintf("%d records", count), func() bool {
		for _, each := range poll(consumer, 200*time.Millisecond) {
			place := fmt.Sprint(each.Partition, each.Offset, string(each.Value))
			if !seen[place] {
				records = append(records, each)
			}
			seen[place] = true
		}
		consumer.AllowRebalance()
		return len(records) >= count
	})
	return records
}

func texts(records []course.Record) []string {
	var found []string
	for _, each := range records {
		found = append(found, string(each.Value))
	}
	return course.Sorted(found)
}

func records(admin *kadm.Client) {
	codecs := map[string]kgo.CompressionCodec{
		"none": kgo.NoCompression(), "gzip": kgo.GzipCompression(), "snappy": kgo.SnappyCompression(),
		"lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression(),
	}
	for _, name := range []string{"none", "gzip", "snappy", "lz4", "zstd"} {
		course.Step("records, " + name)
		topic := "franz-" + name
		create(admin, topic, 2, map[string]*string{"retention.ms": kadm.StringPtr("-1")})
		producer := client(kgo.ProducerBatchCompression(codecs[name]), kgo.ProducerLinger(20*time.Millisecond))
		course.Must(produce(producer, topic, course.Samples()))
		producer.Close()
		consumer := client(kgo.ConsumeTopics(topic), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()))
		course.Show(read(consumer, 7))
		consumer.Close()
	}
}

func offsets(admin *kadm.Client) {
	course.Step("offsets by time")
	for _, afterMs := range []int64{0, 1, 2000, 9000, 9001} {
		found := course.Got(admin.ListOffsetsAfterMilli(ctx, course.FirstMs+afterMs, "franz-lz4"))
		first, _ := found.Lookup("franz-lz4", 0)
		fmt.Printf("+%d %d\n", afterMs, first.Offset)
	}
	start, _ := course.Got(admin.ListStartOffsets(ctx, "franz-lz4")).Lookup("franz-lz4", 0)
	end, _ := course.Got(admin.ListEndOffsets(ctx, "franz-lz4")).Lookup("franz-lz4", 0)
	fmt.Printf("start %d end %d\n", start.Offset, end.Offset)
}

func refusals(admin *kadm.Client) {
	course.Step("what is refused")
	create(admin, "franz-small", 1, map[string]*string{"max.message.bytes": kadm.StringPtr("1000")})
	for _, size := range []int{5000, 10} {
		producer := client(kgo.ProducerBatchCompression(kgo.NoCompression()))
		course.Outcome(fmt.Sprintf("%d bytes", size), produce(producer, "franz-small", []course.Record{{Value: make([]byte, size), Ms: time.Now().UnixMilli()}}))
		producer.Close()
	}
	producer := client(kgo.UnknownTopicRetries(1))
	course.Outcome("an unknown topic", produce(producer, "franz-no-such", values(1)))
	producer.Close()
}

// member counts the partitions that it is assigned, by the callbacks of the client.
type member struct {
	client *kgo.Client
	owned  map[int32]bool
}

func join(group string, topic string, protocol string) *member {
	joined := &member{owned: map[int32]bool{}}
	take := func(_ context.Context, _ *kgo.Client, parts map[string][]int32) {
		for _, each := range parts[topic] {
			joined.owned[each] = true
		}
	}
	drop := func(_ context.Context, _ *kgo.Client, parts map[string][]int32) {
		for _, each := range parts[topic] {
			delete(joined.owned, each)
		}
	}
	options := []kgo.Opt{
		kgo.ConsumerGroup(group), kgo.ConsumeTopics(topic), kgo.DisableAutoCommit(), kgo.HeartbeatInterval(200 * time.Millisecond),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()), kgo.OnPartitionsAssigned(take), kgo.OnPartitionsRevoked(drop), kgo.OnPartitionsLost(drop),
		kgo.BlockRebalanceOnPoll(),
	}
	if protocol == "consumer" {
		options = append(options, kgo.ServerSideBalancer())
	}
	joined.client = client(options...)
	return joined
}

func (member *member) partitions() []int {
	poll(member.client, 50*time.Millisecond)
	defer member.client.AllowRebalance()
	var found []int
	for each := range member.owned {
		found = append(found, int(each))
	}
	sort.Ints(found)
	return found
}

func groups(admin *kadm.Client, protocol string) {
	course.Step("two members, " + protocol)
	topic := "franz-" + protocol
	create(admin, topic, 3, nil)
	producer := client()
	course.Must(produce(producer, topic, values(9)))
	producer.Close()
	first := join(topic, topic, protocol)
	course.Until("3 partitions", func() bool { return len(first.partitions()) == 3 })
	fmt.Println("one member has 3 partitions")
	second := join(topic, topic, protocol)
	var both []int
	course.Until("both to have some", func() bool {
		ones, others := first.partitions(), second.partitions()
		both = append(ones, others...)
		sort.Ints(both)
		return len(both) == 3 && len(ones) < 3 && len(others) < 3
	})
	fmt.Println("two members have", both)
	second.client.CloseAllowingRebalance()
	course.Until("3 partitions", func() bool { return len(first.partitions()) == 3 })
	fmt.Println("the one that stayed has 3 partitions")
	first.client.CloseAllowingRebalance()
	resume(admin, topic, protocol)
}

func resume(admin *kadm.Client, topic string, protocol string) {
	course.Step("commit and resume, " + protocol)
	first := join(topic, topic, protocol)
	fmt.Println("read", texts(read(first.client, 9)))
	offsets := map[string]map[int32]kgo.EpochOffset{topic: {0: {Epoch: -1, Offset: 3}, 1: {Epoch: -1, Offset: 3}, 2: {Epoch: -1, Offset: 1}}}
	first.client.CommitOffsetsSync(ctx, offsets, nil)
	first.client.CloseAllowingRebalance()
	second := join(topic, topic, protocol)
	fmt.Println("resumed with", texts(read(second.client, 2)))
	second.client.CloseAllowingRebalance()
	stored := course.Got(admin.FetchOffsets(ctx, topic)).Offsets()
	for partition := int32(0); partition < 3; partition++ {
		each, _ := stored.Lookup(topic, partition)
		fmt.Printf("committed %d@%d\n", partition, each.At)
	}
}

// patterns consumes what is in topics that are named by a pattern, and in one that comes later.
func patterns(admin *kadm.Client, protocol string) {
	course.Step("topics by a pattern, " + protocol)
	prefix := "franz-like-" + protocol
	fill := func(topic string) {
		create(admin, topic, 1, nil)
		producer := client()
		course.Must(produce(producer, topic, []course.Record{{Value: []byte("in " + topic), Ms: time.Now().UnixMilli()}}))
		producer.Close()
	}
	fill(prefix + "-a")
	fill(prefix + "-b")
	options := []kgo.Opt{
		kgo.ConsumerGroup(prefix), kgo.ConsumeTopics("^" + prefix + "-.*"), kgo.ConsumeRegex(), kgo.HeartbeatInterval(200 * time.Millisecond),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()), kgo.MetadataMinAge(200 * time.Millisecond), kgo.MetadataMaxAge(500 * time.Millisecond),
	}
	if protocol == "consumer" {
		options = append(options, kgo.ServerSideBalancer())
	}
	consumer := client(options...)
	fmt.Println("read", texts(read(consumer, 2)))
	fill(prefix + "-c")
	fmt.Println("and", texts(read(consumer, 1)))
	consumer.Close()
}

func transactions(admin *kadm.Client) {
	course.Step("transactions")
	topic := "franz-tx"
	create(admin, topic, 1, nil)
	producer := client(kgo.TransactionalID("franz-tx"))
	for _, value := range []string{"committed", "aborted", "committed again"} {
		course.Must(producer.BeginTransaction())
		course.Must(produce(producer, topic, []course.Record{{Value: []byte(value), Ms: time.Now().UnixMilli()}}))
		course.Must(producer.EndTransaction(ctx, kgo.TransactionEndTry(value != "aborted")))
	}
	producer.Close()
	shown(topic, "committed", kgo.ReadCommitted(), 2)
	shown(topic, "uncommitted", kgo.ReadUncommitted(), 3)
	exactlyOnce(admin, topic)
}

func shown(topic string, name string, level kgo.IsolationLevel, count int) {
	consumer := client(kgo.ConsumeTopics(topic), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()), kgo.FetchIsolationLevel(level))
	for _, each := range read(consumer, count) {
		fmt.Println(name, each.Offset, string(each.Value))
	}
	consumer.Close()
}

// exactlyOnce copies records in a session whose offsets are part of the transaction.
func exactlyOnce(admin *kadm.Client, from string) {
	course.Step("a session of consume, transform, produce")
	create(admin, "franz-copy", 1, nil)
	session := course.Got(kgo.NewGroupTransactSession(
		kgo.SeedBrokers(course.Bootstrap), kgo.TransactionalID("franz-session"), kgo.FetchIsolationLevel(kgo.ReadCommitted()),
		kgo.ConsumerGroup("franz-session"), kgo.ConsumeTopics(from), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.RequireStableFetchOffsets(),
	))
	copied := 0
	course.Until("the copies", func() bool {
		course.Must(session.Begin())
		limited, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
		defer cancel()
		session.PollFetches(limited).EachRecord(func(each *kgo.Record) {
			copied++
			session.Produce(ctx, &kgo.Record{Topic: "franz-copy", Value: append([]byte("copy of "), each.Value...)}, nil)
		})
		course.Got(session.End(ctx, kgo.TryCommit))
		return copied >= 2
	})
	session.Close()
	shown("franz-copy", "copied", kgo.ReadCommitted(), 2)
}

func administration(admin *kadm.Client) {
	course.Step("administration")
	topic := "franz-admin"
	create(admin, topic, 2, map[string]*string{"cleanup.policy": kadm.StringPtr("compact")})
	again := course.Got(admin.CreateTopics(ctx, 2, 1, nil, topic))[topic]
	course.Outcome("creating it again", again.Err)
	course.Must(course.Got(admin.UpdatePartitions(ctx, 4, topic)).Error())
	course.Until("4 partitions", func() bool { return len(course.Got(admin.ListTopics(ctx, topic))[topic].Partitions) == 4 })
	fmt.Println("4 partitions")
	change := []kadm.AlterConfig{{Op: kadm.SetConfig, Name: "retention.ms", Value: kadm.StringPtr("7200000")}}
	course.Must(course.Got(admin.AlterTopicConfigs(ctx, change, topic))[0].Err)
	course.Until("the configuration", func() bool { return configs(admin, topic) == "cleanup.policy=compact retention.ms=7200000 " })
	fmt.Println(configs(admin, topic))
	described := course.Got(admin.DescribeGroups(ctx, "franz-classic"))["franz-classic"]
	fmt.Println(described.State, len(described.Members))
	deleted := course.Got(admin.DeleteRecords(ctx, kadm.Offsets{"franz-classic": {0: {Topic: "franz-classic", At: 2}}}))
	low, _ := deleted.Lookup("franz-classic", 0)
	fmt.Println("low", low.LowWatermark)
	for range 2 {
		course.Outcome("deleting the group", course.Got(admin.DeleteGroups(ctx, "franz-classic"))["franz-classic"].Err)
	}
	fmt.Println("brokers", len(course.Got(admin.ListBrokers(ctx))))
	course.Must(course.Got(admin.DeleteTopics(ctx, topic))[topic].Err)
	course.Until("it to be gone", func() bool {
		return course.Got(admin.ListTopics(ctx, topic))[topic].Err == kerr.UnknownTopicOrPartition
	})
	course.Outcome("deleting it again", course.Got(admin.DeleteTopics(ctx, topic))[topic].Err)
}

func configs(admin *kadm.Client, topic string) string {
	found := ""
	for _, each := range course.Got(admin.DescribeTopicConfigs(ctx, topic))[0].Configs {
		if each.Source.String() == "DYNAMIC_TOPIC_CONFIG" {
			found += each.Key + "=" + each.MaybeValue() + " "
		}
	}
	return found
}

func main() {
	connected := client()
	admin := kadm.NewClient(connected)
	records(admin)
	offsets(admin)
	refusals(admin)
	groups(admin, "classic")
	groups(admin, "consumer")
	patterns(admin, "classic")
	patterns(admin, "consumer")
	transactions(admin)
	administration(admin)
	connected.Close()
}
