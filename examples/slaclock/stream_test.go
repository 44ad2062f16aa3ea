package main

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"
)

// ticketSource is a reader of n ticket lines, made as they are read. They are of
// all agreements, of a few customers and of many instants, and every hundredth is
// wrong.
type ticketSource struct {
	next, n int
	rest    []byte
}

func (s *ticketSource) Read(b []byte) (int, error) {
	for len(s.rest) == 0 {
		if s.next == s.n {
			return 0, io.EOF
		}
		s.rest = append(ticketLine(s.next), '\n')
		s.next++
	}
	n := copy(b, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// ticketLine is line i of the source.
func ticketLine(i int) []byte {
	at := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i%20_000) * 41 * time.Minute)
	stamp := func(after time.Duration) string { return at.Add(after).Format(time.RFC3339) }
	if i%100 == 99 {
		return fmt.Appendf(nil, `{"id":"%d","agreement":"purchased","events":[{"at":"%s","kind":"solved"}]}`, i, stamp(0))
	}
	head := [...]string{
		`"agreement":"purchased","events":[{"kind":"reported","severity":%q,"channel":"email","at":%q}`,
		`"agreement":"cumulocity","customer":{"region":"EMEA","country":"DE"},"events":[{"kind":"reported","severity":%q,"channel":"phone","at":%q}`,
		`"agreement":"ispsystem","customer":{"product":"VMmanager","tier":"Standard","country":"DE"},"events":[{"kind":"reported","severity":%q,"at":%q}`,
		`"agreement":"portx","customer":{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},"events":[{"kind":"reported","severity":%q,"at":%q}`,
	}[i%4]
	level := [...][2]string{{"1", "2"}, {"Crisis", "Critical"}, {"High", "Low"}, {"S1", "S2"}}[i%4]
	line := fmt.Appendf(nil, `{"id":"%d",`+head, i, level[i/4%2], stamp(0))
	for n, kind := range []string{"registered", "info_requested", "info_received", "updated", "customer_replied", "resolved"} {
		line = fmt.Appendf(line, `,{"kind":%q,"at":%q}`, kind, stamp(time.Duration(n+1)*3*time.Hour))
	}
	return append(line, `]}`...)
}

// lineCounter counts the lines that are written to it, and those that are errors,
// and keeps the size of the largest heap that it has seen.
type lineCounter struct {
	lines, errors int
	heap          uint64
	part          []byte // of a line that has not ended
}

func (c *lineCounter) Write(b []byte) (int, error) {
	c.part = append(c.part, b...)
	for {
		line, rest, ok := bytes.Cut(c.part, []byte("\n"))
		if !ok {
			return len(b), nil
		}
		if bytes.Contains(line, []byte(`"error":`)) {
			c.errors++
		}
		c.part = append(c.part[:0], rest...)
		if c.lines++; c.lines%1000 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			c.heap = max(c.heap, m.HeapAlloc)
		}
	}
}

// TestTicketsStream: ten times as many lines take no more memory.
func TestTicketsStream(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	heap := func(n int) uint64 {
		var out lineCounter
		status := run([]string{"tickets", "-format", "json"}, &ticketSource{n: n}, &out, io.Discard)
		if status != exitFailed || out.lines != n || out.errors != n/100 {
			t.Errorf("of %d lines %d were answered, %d with an error; status %d", n, out.lines, out.errors, status)
		}
		return out.heap
	}
	short, long := heap(2_000), heap(20_000)
	t.Logf("heap: %d kB after 2,000 lines, %d kB after 20,000", short/1024, long/1024)
	// The pages of the calendars that the later instants need, and no more.
	const slack = 4 << 20
	if long > short+slack {
		t.Errorf("the heap grew from %d to %d bytes", short, long)
	}
}
