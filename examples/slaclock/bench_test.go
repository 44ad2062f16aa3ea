package main

import (
	"bytes"
	"io"
	"runtime"
	"testing"
)

// BenchmarkTicketsJSON answers ticket lines as the command does, from a reader of
// JSON Lines to a writer of them, on at most two processors. An operation is a
// line, of seven events.
func BenchmarkTicketsJSON(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(min(2, runtime.GOMAXPROCS(0))))
	const lines = 20_000
	input, err := io.ReadAll(&ticketSource{n: lines})
	if err != nil {
		b.Fatal(err)
	}
	var in []io.Reader
	for range b.N / lines {
		in = append(in, bytes.NewReader(input))
	}
	in = append(in, &ticketSource{n: b.N % lines})
	b.SetBytes(int64(len(input) / lines))
	b.ReportAllocs()
	b.ResetTimer()
	run([]string{"tickets", "-format", "json"}, io.MultiReader(in...), io.Discard, io.Discard)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}
