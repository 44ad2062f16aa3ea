package escalation_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"pgregory.net/rapid"
)

// withBreak is Monday to Friday from 08:00 to 17:00 without the hour from 12:00.
func withBreak() calendar.Week {
	week := calendar.Weekdays(8*time.Hour, 12*time.Hour)
	for day := range week {
		if len(week[day]) > 0 {
			week[day] = append(week[day], calendar.Window{Open: 13 * time.Hour, Close: 17 * time.Hour})
		}
	}
	return week
}

// withBreaks are regions of which two have a break at noon; the last of them is not
// known after 7 April 2026.
func withBreaks(t testing.TB) escalation.Regions {
	t.Helper()
	through, err := calendar.ParseDate("2026-04-07")
	if err != nil {
		t.Fatal(err)
	}
	unsure, err := calendar.New(calendar.Config{Zone: "America/Denver", Week: withBreak(), HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	return escalation.Regions{List: []escalation.Region{
		{Name: "EMEA", Calendar: made(t, "Europe/Berlin", withBreak())},
		{Name: "APJ", Calendar: open(t, "Asia/Kuala_Lumpur", 8, 17, "2026-04-03")},
		{Name: "US", Calendar: unsure},
	}}
}

// A way is what a watch is told: receipts, or an end, at half hours from slowEpoch, and
// that time passes in between.
type way []struct {
	at     int
	ends   bool
	stays  bool
	offset time.Duration
}

// A story is all that a watch says on a way.
type story struct {
	owners  []escalation.Owner
	tenures []escalation.Tenure
	next    []escalation.Owner
}

// tell tells a watch of a rota a way, and returns what the watch says.
func (steps way) tell(r *escalation.Rota) (s story, err error) {
	w := escalation.NewWatch(r)
	w.KeepReasons(func() string { return "told" })
	for _, step := range steps {
		at := slowEpoch.Add(time.Duration(step.at)*30*time.Minute + step.offset)
		tenures, err := w.Tenures(at)
		if err != nil {
			return s, err
		}
		s.tenures = append(s.tenures, tenures...)
		if w.End(); !step.ends {
			if err := w.Receive(at, step.stays); err != nil {
				return s, err
			}
		}
		next, _, err := w.Next()
		if err != nil {
			return s, err
		}
		s.next = append(s.next, next)
	}
	s.owners = w.Owners()
	return s, nil
}

// drawWay draws a way: receipts at hand-overs, just beside them, and anywhere.
func drawWay(r *rand.Rand) (steps way) {
	steps = make(way, 2+r.IntN(5))
	at := r.IntN(48 * 18)
	for i := range steps {
		s := &steps[i]
		s.at, s.ends, s.stays = at, i > 0 && r.IntN(5) == 0, r.IntN(2) == 0
		s.offset = []time.Duration{0, 0, 1, 17*time.Minute + 1}[r.IntN(4)]
		at += 1 + r.IntN(48*4)
	}
	return steps
}

// differ returns how two stories differ in any respect; it is empty if they do not.
func differ(a, b story) string {
	same := func(a, b escalation.Tenure) bool {
		return a.From == b.From && a.Until == b.Until && a.Region == b.Region && a.Calendar == b.Calendar && fmt.Sprint(a.Unknown()) == fmt.Sprint(b.Unknown())
	}
	if slices.Equal(a.owners, b.owners) && slices.Equal(a.next, b.next) && slices.EqualFunc(a.tenures, b.tenures, same) {
		return ""
	}
	return fmt.Sprintf("-%+v\n+%+v", a, b)
}

// TestPropOneRotaForAll: whatever other tickets have asked a rota before, a ticket gets
// the same answers as from a rota of its own.
func TestPropOneRotaForAll(t *testing.T) {
	regions := withBreaks(t)
	rapid.Check(t, func(t *rapid.T) {
		regions := regions
		regions.Default = rapid.IntRange(0, 2).Draw(t, "default")
		shared := rotaOf(t, regions)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		for range rapid.IntRange(2, 5).Draw(t, "tickets") {
			steps := drawWay(r)
			want, err1 := steps.tell(rotaOf(t, regions))
			got, err2 := steps.tell(shared)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if diff := differ(want, got); diff != "" {
				t.Fatalf("%+v (-of its own +shared):\n%s", steps, diff)
			}
		}
	})
}

// TestRotaConcurrently: tickets that several goroutines follow at once, each in an order
// of its own, get the answers that each gets alone.
func TestRotaConcurrently(t *testing.T) {
	regions := withBreaks(t)
	r := rand.New(rand.NewPCG(1, 2))
	ways, want := make([]way, 150), make([]story, 150)
	for i := range ways {
		var err error
		ways[i] = drawWay(r)
		if want[i], err = ways[i].tell(rotaOf(t, regions)); err != nil {
			t.Fatal(err)
		}
	}
	shared := rotaOf(t, regions)
	var all sync.WaitGroup
	for n := range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			for _, i := range rand.New(rand.NewPCG(3, uint64(n))).Perm(len(ways)) {
				got, err := ways[i].tell(shared)
				if diff := differ(want[i], got); err != nil || diff != "" {
					t.Errorf("%+v: %v (-alone +among others):\n%s", ways[i], err, diff)
					return
				}
			}
		}()
	}
	all.Wait()
}

// TestRotaOfManyHandOvers: a ticket that is handed over more often than the rota has
// room for, so that places are taken again, and another one that asks for them all again.
// From a Monday on, without holidays, each week is like the first.
func TestRotaOfManyHandOvers(t *testing.T) {
	shared := hubs(t, 0)
	start, week := instant(t, "2026-11-02T00:00:00Z"), 7*24*time.Hour
	const weeks = 18 // in winter time
	want := []string{
		"0s APJ", "7h0m0s EMEA", "16h0m0s US", "24h0m0s APJ", "31h0m0s EMEA", "40h0m0s US",
		"48h0m0s APJ", "55h0m0s EMEA", "64h0m0s US", "72h0m0s APJ", "79h0m0s EMEA", "88h0m0s US",
		"96h0m0s APJ", "103h0m0s EMEA", "112h0m0s US", "120h0m0s on-call",
	}
	for ticket := range 3 {
		w := escalation.NewWatch(shared)
		if err := w.Receive(start, false); err != nil {
			t.Fatal(err)
		}
		if err := w.Advance(start.Add(weeks*week - 1)); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range w.Owners() {
			after := o.From.Sub(start)
			got = append(got, (after%week).String()+" "+o.Region)
		}
		if len(got) != weeks*len(want) {
			t.Fatalf("ticket %d: %d rows, want %d", ticket, len(got), weeks*len(want))
		}
		for k := range weeks {
			if diff := cmp.Diff(want, got[k*len(want):(k+1)*len(want)]); diff != "" {
				t.Fatalf("ticket %d, week %d (-want +got):\n%s", ticket, k, diff)
			}
		}
	}
}

// TestRotaSettledAtAHandOver: tickets over one rota that come to an owner at one instant
// in different ways, by a hand-over, by a receipt then and by one just before, and that
// the default region keeps or does not. In winter APJ is open from 00:00 to 09:00 UTC,
// EMEA, the default region, from 07:00 to 16:00, US from 15:00 to 24:00.
func TestRotaSettledAtAHandOver(t *testing.T) {
	shared := hubs(t, 0)
	for _, tt := range []struct {
		at    string
		stays bool
		want  []string
	}{
		{"2026-01-14T07:00:00Z", true, []string{"01-14 07:00 EMEA"}},
		{"2026-01-14T07:00:00Z", false, []string{"01-14 07:00 EMEA", "01-14 16:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		{"2026-01-14T06:59:59Z", false, []string{"01-14 06:59 APJ", "01-14 07:00 EMEA", "01-14 16:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		{"2026-01-14T06:59:59Z", true, []string{"01-14 06:59 APJ", "01-14 07:00 EMEA"}},
		{"2026-01-14T07:00:00Z", true, []string{"01-14 07:00 EMEA"}},
		{"2026-01-14T16:00:00Z", true, []string{"01-14 16:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		{"2026-01-14T15:59:59Z", true, []string{"01-14 15:59 EMEA"}},
		{"2026-01-14T15:59:59Z", false, []string{"01-14 15:59 EMEA", "01-14 16:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		{"2026-01-14T16:00:00Z", false, []string{"01-14 16:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
	} {
		w := escalation.NewWatch(shared)
		if err := w.Receive(instant(t, tt.at), tt.stays); err != nil {
			t.Fatal(err)
		}
		if err := w.Advance(instant(t, "2026-01-15T12:00:00Z")); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, owners(w.Owners())); diff != "" {
			t.Errorf("%s, stays %v (-want +got):\n%s", tt.at, tt.stays, diff)
		}
	}
}

// TestRotaKeepsNoDoubt: what follows Thursday evening is not known, since nobody knows
// about 1 January 2027. The second ticket over the rota is told so too, and why; and what
// came before is known to both.
func TestRotaKeepsNoDoubt(t *testing.T) {
	through, err := calendar.ParseDate("2026-12-31")
	if err != nil {
		t.Fatal(err)
	}
	office, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	shared := rotaOf(t, escalation.Regions{List: []escalation.Region{{Name: "Office", Calendar: office}, {Name: "Late", Calendar: open(t, "UTC", 16, 22)}}})
	want := []string{
		"12-30 12:00 to 12-30 17:00 Office", "12-30 17:00 to 12-30 22:00 Late", "12-30 22:00 to 12-31 09:00 on-call",
		"12-31 09:00 to 12-31 17:00 Office", "12-31 17:00 to 12-31 22:00 Late", "12-31 22:00 to 01-01 09:00 on-call",
		"01-01 09:00 to 01-01 20:00 unknown",
	}
	for range 2 {
		w := escalation.NewWatch(shared)
		if err := w.Receive(instant(t, "2026-12-30T12:00:00Z"), false); err != nil {
			t.Fatal(err)
		}
		got, err := w.Tenures(instant(t, "2027-01-01T20:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, tenures(got)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if why := got[len(got)-1].Unknown(); why == nil || why.Error() != "holidays are known through 2026-12-31 only" {
			t.Error(why)
		}
	}
}

// TestRotaIsAskedOnce: the first ticket leaves what follows each hand-over in the rota,
// which needs memory; one after it that is handed over like it needs none. A receipt,
// which may be at any instant, leaves nothing.
func TestRotaIsAskedOnce(t *testing.T) {
	at := instant(t, "2026-01-14T15:00:00Z")
	var shared *escalation.Rota
	rows := make([]escalation.Owner, 0, 8)
	follow := func(from time.Time, until time.Duration) {
		w := escalation.NewWatch(shared)
		w.Buffer(rows)
		if err := w.Receive(from, false); err != nil {
			t.Fatal(err)
		}
		if err := w.Advance(at.Add(until)); err != nil {
			t.Fatal(err)
		}
	}
	regions := escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: open(t, "UTC", 8, 17)}, {Name: "B", Calendar: open(t, "UTC", 17, 22)}}}
	empty := testing.AllocsPerRun(10, func() { shared = rotaOf(t, regions) })
	// From A, which opened at 08:00, at 17:00 to B, at 22:00 to on-call, and at 08:00 to
	// A, from which it would go at 17:00.
	if n := testing.AllocsPerRun(10, func() { shared = rotaOf(t, regions); follow(at, 20*time.Hour) }); n != empty+4 {
		t.Errorf("a ticket that is handed over three times, and will be once more, leaves %v hand-overs", n-empty)
	}
	if n := testing.AllocsPerRun(10, func() { follow(at, 20*time.Hour) }); n != 0 {
		t.Errorf("a ticket that is handed over as one before it needs memory %v times", n)
	}
	for _, later := range []time.Duration{0, 3 * time.Hour} { // A, B
		from := at.Add(later)
		if n := testing.AllocsPerRun(100, func() {
			from = from.Add(time.Second)
			follow(from, later+30*time.Minute)
		}); n != 0 {
			t.Errorf("%v later a receipt leaves something in the rota %v times", later, n)
		}
	}
}

// TestBuffer: the rows are the same with and without room that is handed in, and with
// too little of it; room for a watch that has rows comes too late.
func TestBuffer(t *testing.T) {
	regions := escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: open(t, "UTC", 8, 17)}, {Name: "B", Calendar: open(t, "UTC", 17, 22)}}}
	want := []string{"14 15:00 A", "14 17:00 B", "14 22:00 on-call", "15 08:00 A", "15 17:00 B"}
	for i, room := range [][]escalation.Owner{nil, make([]escalation.Owner, 2), {{Region: "what was there"}, {Region: "is gone"}}, make([]escalation.Owner, 3, 20)} {
		w := escalation.NewWatch(rotaOf(t, regions))
		w.Buffer(room)
		if err := w.Receive(instant(t, "2026-01-14T15:00:00Z"), false); err != nil {
			t.Fatal(err)
		}
		w.Buffer(make([]escalation.Owner, 1))
		if err := w.Advance(instant(t, "2026-01-15T18:00:00Z")); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range w.Owners() {
			got = append(got, o.From.Format("02 15:04 ")+o.Region)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("room %d (-want +got):\n%s", i, diff)
		}
		if room != nil && room[:1][0].Region != "A" {
			t.Errorf("room %d was not used", i)
		}
	}
}

// TestRotaIsACopy: whatever becomes of the list of regions, the rota has it as it was.
func TestRotaIsACopy(t *testing.T) {
	regions := withBreaks(t)
	rota := rotaOf(t, regions)
	regions.List[0], regions.List[1] = escalation.Region{}, regions.List[2]
	w := escalation.NewWatch(rota)
	if err := w.Receive(instant(t, "2026-03-30 11:00"), false); err != nil {
		t.Fatal(err)
	}
	if err := w.Advance(instant(t, "2026-03-30 14:00")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"03-30 09:00 EMEA", "03-30 10:00 on-call", "03-30 11:00 EMEA"}, owners(w.Owners())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
