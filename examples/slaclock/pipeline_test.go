package main

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// answerOneByOne is what the command does, written plainly: a line after the
// other, each by itself.
func answerOneByOne(input string, ask answerFunc) (output string) {
	for i, line := range strings.Split(input, "\n") {
		if strings.Trim(line, " \t\r") == "" {
			continue
		}
		f := failure{line: i + 1}
		id, a, err := ask([]byte(line))
		if err != nil {
			f.id, f.text = id, describeLine(err, []byte(line))
			a = f
		}
		output += string(a.appendJSON(nil)) + "\n"
	}
	return output
}

// answerPiped answers input on some workers.
func answerPiped(r io.Reader, answer answerFunc, workers int) (string, bool) {
	var b bytes.Buffer
	run := lineRun{answer: answer, out: newOutput(&b, formatJSON), workers: workers}
	run.lines(r)
	run.out.flush()
	return b.String(), run.failed
}

// TestPropPipeline: on any number of workers, and however the input comes, the
// answers are the same bytes in the order of the lines.
func TestPropPipeline(t *testing.T) {
	ts := newTickets()
	rapid.Check(t, func(t *rapid.T) {
		var in strings.Builder
		first := rapid.IntRange(0, 1_000_000).Draw(t, "first")
		for i := range rapid.IntRange(0, 100).Draw(t, "lines") {
			switch rapid.IntRange(0, 9).Draw(t, "kind of line") {
			case 0:
				in.WriteString(rapid.SampledFrom([]string{"", " \t", "x", "{}", "\r", `{"id":"w"}`}).Draw(t, "odd"))
			case 1: // longer than the reader's buffer, and than a batch
				in.WriteString(`{"id":"` + strings.Repeat("long", rapid.IntRange(0, 50_000).Draw(t, "length")) + `"}`)
			default:
				in.Write(ticketLine(first + i))
			}
			in.WriteString("\n")
		}
		input := strings.TrimSuffix(in.String(), rapid.SampledFrom([]string{"", "\n"}).Draw(t, "end"))
		reader := rapid.SampledFrom([]func(io.Reader) io.Reader{
			func(r io.Reader) io.Reader { return r }, iotest.HalfReader, iotest.DataErrReader,
		}).Draw(t, "reader")
		want := answerOneByOne(input, newTickets().answer)
		got, failed := answerPiped(reader(strings.NewReader(input)), ts.answer, rapid.IntRange(1, 8).Draw(t, "workers"))
		if diff := cmp.Diff(want, got); diff != "" || failed != strings.Contains(want, `"error":`) {
			t.Fatalf("failed %v (-want +got):\n%s", failed, diff)
		}
	})
}

// TestBatchBuffers: no batch keeps the buffers of a long line, and each those of
// usual ones.
func TestBatchBuffers(t *testing.T) {
	b := newBatch()
	b.add(1, make([]byte, longText+1), nil)
	b.json = make([]byte, 0, longText+1)
	if !b.long() || !b.full() {
		t.Error("is not long")
	}
	if b.reset(); len(b.lines) != 0 || cap(b.text) != 0 || cap(b.json) != 0 {
		t.Errorf("%d bytes of text and %d of answers are kept", cap(b.text), cap(b.json))
	}
	for i := range batchLines {
		if b.full() || b.long() {
			t.Errorf("is full after %d lines", i)
		}
		b.add(i, []byte(open), nil)
	}
	if b.reset(); cap(b.text) == 0 || cap(b.lines) < batchLines {
		t.Error("buffers of a usual size are not kept")
	}
}

// TestLongLinesDoNotAddUp: many long lines take the memory of a few.
func TestLongLinesDoNotAddUp(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	line := `{"id":"` + strings.Repeat("x", 4<<20) + `","agreement":"purchased","events":[]}` + "\n"
	var in []io.Reader
	for range 40 {
		in = append(in, strings.NewReader(line))
	}
	var mu sync.Mutex
	var most uint64
	ts := newTickets()
	answer := func(line []byte) (string, answer, error) {
		var m runtime.MemStats
		mu.Lock()
		runtime.GC()
		runtime.ReadMemStats(&m)
		most = max(most, m.HeapAlloc)
		mu.Unlock()
		_, a, err := ts.answer(line)
		return "", a, err
	}
	got, failed := answerPiped(io.MultiReader(in...), answer, 16)
	if n := strings.Count(got, "\n"); n != 40 || !failed {
		t.Errorf("%d lines are answered, failed %v", n, failed)
	}
	if most > 48<<20 { // sixteen workers read ahead by more than 64 lines
		t.Errorf("the heap grew to %d bytes", most)
	}
}

// TestStopsWhenOutputFails: of an input without end no more is read.
func TestStopsWhenOutputFails(t *testing.T) {
	out := newOutput(full{}, formatJSON)
	run := lineRun{answer: new(calendars).answer, out: out, workers: 2}
	run.lines(endlessReader(open))
	if err := out.flush(); err == nil || err.Error() != "disk full" {
		t.Error(err)
	}
}

// An endlessReader repeats a line for ever.
type endlessReader string

func (r endlessReader) Read(b []byte) (int, error) { return copy(b, r), nil }
