package calendar_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// TestTenThousandCalendars: a service with 10,000 tenants, each with holidays of
// its own, each asked about three years, keeps them in less than 200 MB.
func TestTenThousandCalendars(t *testing.T) {
	switch {
	case testing.Short():
		t.Skip("10,000 calendars take some seconds; skipped with -short")
	case raceDetector:
		t.Skip("10,000 calendars take minutes under the race detector, and its heap is not a service's")
	}
	const tenants, limit = 10_000, 200_000_000
	first := on("2026-01-01")
	starts := make([]calendar.Date, 36)
	for i := range starts {
		starts[i] = must[calendar.Date](t)(first.Plus(i, calendar.Months))
	}
	before := liveHeap()
	calendars := make([]*calendar.Calendar, tenants)
	answers := map[uint64]bool{}
	for i := range calendars {
		// Ten days off of each of three years, others for each tenant.
		random := rand.New(rand.NewPCG(uint64(i), 0))
		var off []calendar.Date
		for range 30 {
			off = append(off, must[calendar.Date](t)(first.Plus(random.IntN(3*365), calendar.Days)))
		}
		c, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Holidays: calendar.DaysOff(off...)})
		if err != nil {
			t.Fatal(err)
		}
		h := fnv.New64a()
		for _, d := range starts {
			due, err := c.Add(d.In(c.Location()), hm(40, 0))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(h, due.Unix())
		}
		answers[h.Sum64()] = true
		calendars[i] = c
	}
	used := liveHeap() - before
	runtime.KeepAlive(calendars)
	t.Logf("%d calendars: %.1f MB of live heap, %.1f kB each", tenants, float64(used)/1e6, float64(used)/tenants/1e3)
	if used > limit {
		t.Errorf("%d bytes of live heap, want at most %d", used, limit)
	}
	if len(answers) < tenants/2 {
		t.Errorf("only %d different lists of answers: the calendars are hardly different", len(answers))
	}
}

// liveHeap is what is reachable on the heap.
func liveHeap() int64 {
	runtime.GC()
	runtime.GC() // what the first one only marked for finalizers is swept by the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
