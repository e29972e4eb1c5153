// Package course is what the Go programs share: waiting, and lines that are the same on every run.
package course

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"time"
)

// Bootstrap is the broker's host:port.
var Bootstrap = os.Getenv("BOOTSTRAP")

// FirstMs is the time of the first record; those that follow are a second apart.
const FirstMs = int64(1_700_000_000_000)

// Record is what the programs produce and print.
type Record struct {
	Partition int
	Offset    int64
	Ms        int64
	Key       []byte
	Value     []byte
	Header    string
}

// Samples is what each codec is tried with.
func Samples() []Record {
	var samples []Record
	for index := 0; index < 6; index++ {
		samples = append(samples, Record{
			Partition: index % 2,
			Ms:        FirstMs + int64(index)*1000,
			Key:       []byte(fmt.Sprintf("k%d", index)),
			Value:     []byte(strings.Repeat(fmt.Sprintf("v%d", index), 20)),
			Header:    fmt.Sprintf("é%d", index),
		})
	}
	return append(samples, Record{Partition: 0, Ms: FirstMs + 9000, Key: []byte("k0"), Header: "tombstone"})
}

// Step begins a part of the output.
func Step(title string) { fmt.Println("# " + title) }

// Show prints records in the order of partition and offset.
func Show(records []Record) {
	sort.Slice(records, func(a, b int) bool {
		if records[a].Partition != records[b].Partition {
			return records[a].Partition < records[b].Partition
		}
		return records[a].Offset < records[b].Offset
	})
	for _, each := range records {
		fmt.Printf("%d@%d %d key=%s value=%s h=%s\n", each.Partition, each.Offset, each.Ms, text(each.Key), text(each.Value), each.Header)
	}
}

func text(data []byte) string {
	if data == nil {
		return "null"
	}
	return string(data)
}

// Until repeats an attempt until it succeeds.
func Until(what string, attempt func() bool) {
	deadline := time.Now().Add(30 * time.Second)
	for !attempt() {
		if time.Now().After(deadline) {
			panic("waited 30 s for " + what)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Must ends the program on an error.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// Got gives the value of a call that must not fail.
func Got[T any](value T, err error) T {
	Must(err)
	return value
}

// Outcome names how an action ended.
func Outcome(action string, err error) {
	if err == nil {
		fmt.Println(action + ": no error")
		return
	}
	fmt.Println(action + ": " + strings.SplitN(err.Error(), "\n", 2)[0])
}

// Sorted gives strings in order.
func Sorted(values []string) []string {
	sorted := append([]string{}, values...)
	sort.Strings(sorted)
	return sorted
}
