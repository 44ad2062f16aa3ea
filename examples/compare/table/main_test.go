package main

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	const in = `goos: linux
BenchmarkAdd8h/slaclock-2                 1000  27.04 ns/op   0 B/op  0 allocs/op
BenchmarkAdd8h/slaclock-2                 1000  26.96 ns/op   0 B/op  0 allocs/op
BenchmarkAdd8h/rrule-go_and_a_loop-2      1000  12345 ns/op  12 B/op  34 allocs/op
BenchmarkAdd10400h/slaclock-2             1000  999.4 ns/op   0 B/op  0 allocs/op
BenchmarkAdd10400h/rickar/cal-2              3  5512345 ns/op  0 B/op  0 allocs/op
BenchmarkIsOpen/rrule-go                     3  999.5 ns/op  0 B/op  1 allocs/op
PASS
`
	const want = `| | Add8h | Add10400h | IsOpen |
|---|---:|---:|---:|
| slaclock | 27 ns, 0 allocs | 999 ns, 0 allocs | – |
| rrule-go and a loop | 12.3 µs, 34 allocs | – | – |
| rickar/cal | – | 5.51 ms, 0 allocs | – |
| rrule-go | – | – | 1 µs, 1 allocs |
`
	var out strings.Builder
	if err := table(strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", &out, want)
	}
	if err := table(strings.NewReader("PASS\n"), &out); err == nil {
		t.Error("no error for no benchmarks")
	}
}
