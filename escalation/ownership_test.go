package escalation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// hubs are the three hubs in their order, without holidays but those of the
// default one.
func hubs(t testing.TB, byDefault int, holidays ...string) *escalation.Rota {
	t.Helper()
	r := escalation.Regions{Default: byDefault}
	for i, h := range [][2]string{{"EMEA", "Europe/Berlin"}, {"APJ", "Asia/Kuala_Lumpur"}, {"US", "America/Denver"}} {
		var closed []string
		if i == byDefault {
			closed = holidays
		}
		r.List = append(r.List, escalation.Region{Name: h[0], Calendar: open(t, h[1], 8, 17, closed...)})
	}
	return rotaOf(t, r)
}

// TestCUM9_Tie has two hubs that open at one instant.
func TestCUM9_Tie(t *testing.T) {
	at := instant(t, "2026-01-14T06:00:00Z")
	for _, tt := range []struct {
		names     string
		byDefault int
		want      []string
	}{
		{"ABC", 2, []string{"01-14 06:00 on-call", "01-14 08:00 A", "01-14 17:00 on-call"}}, // C has a day off
		{"BAC", 2, []string{"01-14 06:00 on-call", "01-14 08:00 B", "01-14 17:00 on-call"}},
		{"ABC", 1, []string{"01-14 06:00 on-call", "01-14 08:00 B", "01-14 17:00 on-call"}}, // the default region comes first
	} {
		r := escalation.Regions{Default: tt.byDefault}
		for i, name := range tt.names {
			c := open(t, "UTC", 8, 17)
			if i == 2 {
				c = open(t, "UTC", 8, 17, "2026-01-14")
			}
			r.List = append(r.List, escalation.Region{Name: string(name), Calendar: c})
		}
		w := escalation.NewWatch(rotaOf(t, r))
		if err := w.Receive(at, false); err != nil {
			t.Fatal(err)
		}
		if err := w.Advance(at.Add(12 * time.Hour)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, owners(w.Owners())); diff != "" {
			t.Errorf("%s, default %d (-want +got):\n%s", tt.names, tt.byDefault, diff)
		}
	}
}

func TestCUM9_Next(t *testing.T) {
	for _, tt := range []struct {
		name, at string
		stays    bool
		want     string
	}{
		{"the owner closes", "2026-01-14T15:00:00Z", false, "01-14 16:00 US"},
		{"nobody is active then", "2026-07-15T20:00:00Z", false, "07-15 23:00 on-call"},
		{"the first that opens", "2026-07-15T23:30:00Z", false, "07-16 00:00 APJ"},
		{"the default region opens before the owner closes", "2026-07-15T01:00:00Z", true, "07-15 06:00 EMEA"},
		{"the default region keeps it", "2026-07-15T06:00:00Z", true, ""},
	} {
		w := escalation.NewWatch(hubs(t, 0))
		if err := w.Receive(instant(t, tt.at), tt.stays); err != nil {
			t.Fatal(err)
		}
		next, ok, err := w.Next()
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if ok {
			got = owners([]escalation.Owner{next})[0]
		}
		if got != tt.want || ok && !next.ByItself {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCUM9_HandedOverOnce has an event that settles the owner at the very
// instant at which the ticket was handed over to the same region: it stays one
// hand-over, which has happened by itself.
func TestCUM9_HandedOverOnce(t *testing.T) {
	w := escalation.NewWatch(hubs(t, 0))
	at := instant(t, "2026-01-14T07:00:00Z")
	for _, err := range []error{w.Receive(at.Add(-time.Hour), true), w.Advance(at), w.Receive(at, false)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	rows := w.Owners()
	if len(rows) != 2 || rows[1].Region != "EMEA" || !rows[1].ByItself {
		t.Errorf("%+v", rows)
	}
}

// TestCUM9_ReceivedAfterADoubt has a ticket whose default region has it until 17:00, and
// another region of which it is not known whether it opens then. Received once more by the
// default region it has a second row if its owner was unknown for a time, be that only a
// nanosecond (G9), and none otherwise.
func TestCUM9_ReceivedAfterADoubt(t *testing.T) {
	through, err := calendar.ParseDate("2026-12-31")
	if err != nil {
		t.Fatal(err)
	}
	doubtful, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(17*time.Hour, 20*time.Hour), Holidays: []calendar.Holiday{}, HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	rota := rotaOf(t, escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: doubtful}, {Name: "B", Calendar: open(t, "UTC", 9, 17)}}, Default: 1})
	first, again := instant(t, "2027-01-04T10:00:00Z"), instant(t, "2027-01-05T10:00:00Z")
	closes := instant(t, "2027-01-04T17:00:00Z")
	one, two := []string{"01-04 10:00 B"}, []string{"01-04 10:00 B", "01-05 10:00 B"}
	for _, row := range []struct {
		name    string
		through time.Time
		ends    bool
		want    []string
	}{
		{"ended before the doubt", closes.Add(-time.Hour), true, one},
		{"ended at its instant", closes, true, one},
		{"ended in the doubt", closes.Add(1), true, two},
		{"settled anew in the doubt", closes.Add(time.Hour), false, []string{"01-04 10:00 B", "01-05 09:00 B"}},
	} {
		w := escalation.NewWatch(rota)
		steps := []func() error{
			func() error { return w.Receive(first, false) },
			func() error { return w.Advance(row.through) },
			func() error {
				if row.ends {
					w.End()
				}
				return w.Advance(again)
			},
			func() error { return w.Receive(again, false) },
			func() error { w.End(); return w.Receive(again, false) }, // once more: there is no doubt any more
		}
		for _, step := range steps {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(row.want, owners(w.Owners())); diff != "" {
			t.Errorf("%s: %s", row.name, diff)
		}
	}
	w := escalation.NewWatch(rota) // settled anew while the default region is closed, and perhaps the other one open
	for _, step := range []func() error{
		func() error { return w.Receive(first, false) },
		func() error { return w.Receive(closes.Add(time.Hour), false) }, // who has it is not known
		func() error { return w.Receive(closes.Add(3*time.Hour), true) },
		func() error { return w.Advance(again) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"01-04 10:00 B", "01-04 20:00 on-call", "01-05 09:00 B"}, owners(w.Owners())); diff != "" {
		t.Error(diff)
	}
}

// TestCUM9_BehindAnUnknownDay has a region of which it is not known whether it
// opens at 08:00, and another that surely opens at 14:00: who is handed the
// ticket first is not known, and until 08:00 it surely is on call.
func TestCUM9_BehindAnUnknownDay(t *testing.T) {
	through, err := calendar.ParseDate("2026-01-13")
	if err != nil {
		t.Fatal(err)
	}
	morning, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(8*time.Hour, 10*time.Hour), Holidays: []calendar.Holiday{}, HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	w := escalation.NewWatch(rotaOf(t, escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: morning}, {Name: "B", Calendar: open(t, "UTC", 14, 16)}}}))
	at := instant(t, "2026-01-14T07:00:00Z")
	if err := w.Receive(at, false); err != nil {
		t.Fatal(err)
	}
	if next, ok, err := w.Next(); ok || err != nil {
		t.Errorf("the next hand-over is %v, %v", next, err)
	}
	tenures, err := w.Tenures(at.Add(12 * time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if len(tenures) != 2 || tenures[0].Region != escalation.OnCall || !tenures[0].Until.Equal(at.Add(time.Hour)) ||
		tenures[1].Region != "" || tenures[1].Unknown() == nil || !tenures[1].Until.Equal(at.Add(12*time.Hour)) {
		t.Errorf("%+v", tenures)
	}
	if diff := cmp.Diff([]string{"01-14 07:00 on-call"}, owners(w.Owners())); diff != "" {
		t.Error(diff)
	}
}
