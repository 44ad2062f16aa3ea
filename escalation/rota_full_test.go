package escalation_test

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
)

// followed tells a watch of a receipt and that time passes, and returns its rows, which
// are written into room.
func followed(t *testing.T, r *escalation.Rota, room []escalation.Owner, from, until time.Time) []escalation.Owner {
	w := escalation.NewWatch(r)
	w.Buffer(room)
	if err := w.Receive(from, false); err != nil {
		t.Error(err)
	}
	if err := w.Advance(until); err != nil {
		t.Error(err)
	}
	return w.Owners()
}

// TestRotaWhereFull: tickets that are handed over more often than the rota has room for
// need no memory once it is full, however many there are, whether one before them was
// like them or not. (15 a week, of which there are 56 in 13 months, and 108 in 25.)
func TestRotaWhereFull(t *testing.T) {
	shared, room := hubs(t, 0), make([]escalation.Owner, 0, 4000)
	start := instant(t, "2026-01-12T00:00:00Z")
	for _, tt := range []struct{ months, least int }{{1, 4 * 15}, {13, 56 * 15}, {25, 108 * 15}} {
		rows := 0
		if n := testing.AllocsPerRun(4, func() {
			rows = len(followed(t, shared, room, start, start.AddDate(0, tt.months, 0)))
		}); n != 0 {
			t.Errorf("over %d months a ticket needs memory %v times", tt.months, n)
		}
		if rows < tt.least {
			t.Errorf("over %d months there are %d rows, want %d or more", tt.months, rows, tt.least)
		}
	}
	from := start.AddDate(5, 0, 0)
	if n := testing.AllocsPerRun(4, func() {
		from = from.AddDate(0, 0, 7)
		followed(t, shared, room, from, from.AddDate(0, 0, 7))
	}); n != 0 {
		t.Errorf("a ticket of days that the rota does not know needs memory %v times", n)
	}
}

// TestRotaForgets: hand-overs that nobody asks for any more stay in their places while
// others want them a thousand times, and then go. Those that took their places stay in turn,
// also where one of the old ones is asked for in between.
func TestRotaForgets(t *testing.T) {
	shared, room := hubs(t, 0), make([]escalation.Owner, 0, 4000)
	old, now := instant(t, "2026-01-12T00:00:00Z"), instant(t, "2031-01-15T07:00:00Z")
	followed(t, shared, room, old, old.AddDate(0, 25, 0))
	// From EMEA, the default region, at 16:00 to US, at 00:00 to APJ, at 07:00 to EMEA again,
	// from which it would go at 16:00: four hand-overs that follow others.
	ask := func() {
		if n := len(followed(t, shared, room, now, now.Add(25*time.Hour))); n != 4 {
			t.Fatalf("%d rows, want 4", n)
		}
	}
	// taken counts the places that change hands while something happens some times.
	taken := func(times int, f func()) (n int) {
		before := shared.Places()
		for range times {
			f()
		}
		for i, after := range shared.Places() {
			if after != before[i] {
				n++
			}
		}
		return n
	}
	for i, tt := range []struct{ times, want int }{{900, 0}, {200, 4}, {1, 0}, {2000, 0}} {
		if got := taken(tt.times, ask); got != tt.want {
			t.Errorf("%d: %d tickets take %d places in the rota, want %d", i, tt.times, got, tt.want)
		}
	}
	// Some seven want each place, three hundred times.
	if got := taken(300, func() {
		followed(t, shared, room, old, old.AddDate(0, 25, 0))
		ask()
	}); got != 0 {
		t.Errorf("hand-overs that are asked for again and again lose %d places", got)
	}
}

// TestRotaFullConcurrently: while several goroutines take the places of a full rota for new
// hand-overs, and look for the old ones, each gets the rows that there are.
func TestRotaFullConcurrently(t *testing.T) {
	shared := hubs(t, 0)
	old := instant(t, "2026-01-12T00:00:00Z")
	followed(t, shared, nil, old, old.AddDate(0, 25, 0))
	// In winter EMEA is open from 07:00 UTC to 16:00, US from 15:00 to 24:00, APJ from 00:00
	// to 09:00.
	rows := func(day, next string) []string {
		return []string{day + " 07:00 EMEA", day + " 16:00 US", next + " 00:00 APJ", next + " 07:00 EMEA"}
	}
	tickets := []struct {
		at   string
		want []string
	}{
		{"2026-01-13T07:00:00Z", rows("01-13", "01-14")},
		{"2031-01-14T07:00:00Z", rows("01-14", "01-15")},
		{"2031-01-15T07:00:00Z", rows("01-15", "01-16")},
		{"2032-01-14T07:00:00Z", rows("01-14", "01-15")},
	}
	var all sync.WaitGroup
	for n := range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			room := make([]escalation.Owner, 0, 8)
			for i := range 4 * 500 {
				ticket := tickets[(n+i)%len(tickets)]
				at := instant(t, ticket.at)
				got := owners(followed(t, shared, room, at, at.Add(24*time.Hour)))
				if diff := cmp.Diff(ticket.want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", ticket.at, diff)
					return
				}
			}
		}()
	}
	all.Wait()
}
