package compliance_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
)

// stream is a week of tickets, each for one reason.
func stream(t testing.TB, p *policy.Policy) []compliance.Judgement {
	return mustJudge(t, p,
		"early: Mid email 03-02T09:00 responded 03-02T10:00 as of 03-10T09:00",                    // 1 h of 4 h
		"just: Mid email 03-02T09:00 responded 03-02T13:00 as of 03-10T09:00",                     // 4 h of 4 h: met at due
		"hair: Mid email 03-02T09:00 responded 03-02T13:00:00.000000001 as of 03-10T09:00",        // late by a nanosecond
		"worst: Mid email 03-02T16:00 responded 03-04T10:00 as of 03-10T09:00",                    // 1+8+1 h; due 03-03T12:00, so 6 h late, 22 h on the wall
		"open: Mid email 03-02T09:00 as of 03-02T13:00",                                           // at its due instant it is not overdue
		"over: Mid email 03-02T09:00 as of 03-02T14:00",                                           // overdue by 1 h
		"gone: Mid email 03-02T09:00 closed 03-02T10:00 as of 03-10T09:00",                        // cancelled
		"april: Mid email 04-01T09:00 responded 04-01T11:00 as of 04-10T09:00",                    // 2 h of 4 h
		"edge: Mid email 04-30T16:00 responded 04-30T16:30 as of 05-10T09:00",                     // due on 1 May, which is not known
		"call: High email 03-02T09:00 as of 03-02T10:00",                                          // waits for the call
		"night: High phone 03-31T23:00 responded 04-01T00:30 as of 04-10T09:00",                   // 1.5 h of 2 h
		"mail: High email 03-02T09:00 responded 03-02T09:30 as of 03-10T09:00",                    // T5: met while it waited
		"soon: Mid email 03-02T09:00 as of 03-01T09:00",                                           // T3: not reported yet
		"late: High phone 03-31T20:00 responded 03-31T23:00 closed 04-01T09:00 as of 04-02T09:00") // 3 h of 2 h
}

func TestReport(t *testing.T) {
	hour := time.Hour
	r := count(t, compliance.Options{Worst: 2}, stream(t, mustDesk(t, "UTC", false)))
	march, april := compliance.Month{Year: 2026, Month: 3}, compliance.Month{Year: 2026, Month: 4}
	elapsed := func(n int, median, p90, p95 time.Duration) compliance.Percentiles[time.Duration] {
		return compliance.Percentiles[time.Duration]{Count: n, Median: median, P90: p90, P95: p95}
	}
	against := func(n int, median, p90, p95 compliance.Tenths) compliance.Percentiles[compliance.Tenths] {
		return compliance.Percentiles[compliance.Tenths]{Count: n, Median: median, P90: p90, P95: p95}
	}
	want := []compliance.Row{
		{Agreement: "desk", Metric: "response", Level: "High", Month: march, Clocks: 2, Met: 1, Breached: 1,
			Elapsed: elapsed(2, 90*time.Minute, 3*hour, 3*hour), OfTarget: against(2, 750, 1500, 1500)},
		{Agreement: "desk", Metric: "response", Level: "High", Clocks: 2, Met: 1, Waiting: 1},
		{Agreement: "desk", Metric: "response", Level: "Mid", Month: march, Clocks: 7, Met: 2, Breached: 3, Overdue: 1, Open: 1, Cancelled: 1,
			Elapsed: elapsed(4, 4*hour, 10*hour, 10*hour), OfTarget: against(4, 1000, 2500, 2500)},
		{Agreement: "desk", Metric: "response", Level: "Mid", Month: april, Clocks: 2, Met: 1, Unknown: 1,
			Elapsed: elapsed(1, 2*hour, 2*hour, 2*hour), OfTarget: against(1, 500, 500, 500)},
	}
	if diff := cmp.Diff(want, r.Rows()); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if r.Tickets() != 14 {
		t.Errorf("%d tickets, want 14", r.Tickets())
	}
	at := func(text string) time.Time {
		at, err := instant(text)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	late := []compliance.LateClock{
		{Agreement: "desk", Metric: "response", ID: "worst", Round: 1, Level: "Mid", Due: at("03-03T12:00"), Stopped: true, Overdue: policy.LengthOf(6 * hour), Wall: 22 * hour},
		// Both are an hour late; then it goes by the id.
		{Agreement: "desk", Metric: "response", ID: "late", Round: 1, Level: "High", Due: at("03-31T22:00"), Stopped: true, Overdue: policy.LengthOf(hour), Wall: hour},
	}
	if diff := cmp.Diff(late, r.Worst(), cmp.Comparer(func(a, b policy.Length) bool { return a == b })); diff != "" {
		t.Errorf("worst (-want +got):\n%s", diff)
	}
	if owners := r.Owners(); len(owners) != 0 {
		t.Errorf("owners %v, want none", owners)
	}
}

// TestMonth: an instant lies in the month that it has in the agreement's zone.
func TestMonth(t *testing.T) {
	for _, c := range []struct {
		zone, at string
		want     string
	}{
		{"UTC", "03-31T23:59:59.999999999", "2026-03"},
		{"UTC", "04-01T00:00", "2026-04"},
		{"Europe/Berlin", "03-31T21:59:59.999999999", "2026-03"},
		{"Europe/Berlin", "03-31T22:00", "2026-04"},
		{"-05:00", "04-01T04:59:59.999999999", "2026-03"},
		{"-05:00", "04-01T05:00", "2026-04"},
	} {
		tickets := mustJudge(t, mustDesk(t, c.zone, false), ": High phone "+c.at+" as of "+c.at)
		if got := count(t, compliance.Options{}, tickets).Rows()[0].Month.String(); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.at, c.zone, got, c.want)
		}
	}
}

// TestBasis: a ticket that starts in January, is due in February and stopped in
// March; one that still runs; one that waits.
func TestBasis(t *testing.T) {
	p := mustDesk(t, "UTC", false)
	tickets := mustJudge(t, p,
		"a: Mid email 01-30T16:00 responded 03-02T09:00 as of 03-10T09:00",
		"b: Mid email 01-30T16:00 as of 03-10T09:00",
		"c: High email 01-30T16:00 as of 03-10T09:00")
	for basis, want := range map[compliance.Basis][]string{
		compliance.ByStart: {"High none 1", "Mid 2026-01 2"},
		compliance.ByDue:   {"High none 1", "Mid 2026-02 2"},
		compliance.ByStop:  {"High none 1", "Mid 2026-03 1", "Mid none 1"},
	} {
		var got []string
		for _, row := range count(t, compliance.Options{Basis: basis}, tickets).Rows() {
			got = append(got, row.Level+" "+row.Month.String()+" "+string(rune('0'+row.Clocks)))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", basis, diff)
		}
	}
}

// TestWorstOrder: by working time, then by wall time, then by id and round.
func TestWorstOrder(t *testing.T) {
	p := mustDesk(t, "UTC", false)
	tickets := mustJudge(t, p,
		"d: Mid email 03-02T09:00 responded 03-02T15:00 as of 03-10T09:00", // 2 h
		"c: Mid email 03-02T09:00 responded 03-02T14:00 as of 03-10T09:00", // 1 h
		"b: Mid email 03-02T16:00 responded 03-03T13:00 as of 03-10T09:00", // 1 h
		"a: Mid email 03-02T13:00 responded 03-02T18:00 as of 03-10T09:00", // due 17:00: 1 h on the wall, none of working time
		"e: Mid email 03-02T13:00 responded 03-03T10:00 as of 03-10T09:00", // due 17:00: 1 h of working time, 17 h on the wall
		"f: Mid email 03-06T13:00 as of 03-07T12:00")                       // due Friday 17:00, and it is Saturday: none, 19 h
	var got []string
	for _, l := range count(t, compliance.Options{Worst: 9}, tickets).Worst() {
		overdue, _ := l.Overdue.Get()
		got = append(got, l.ID+" "+overdue.String()+" "+l.Wall.String())
	}
	want := []string{"d 2h0m0s 2h0m0s", "e 1h0m0s 17h0m0s", "b 1h0m0s 1h0m0s", "c 1h0m0s 1h0m0s", "f 0s 19h0m0s", "a 0s 1h0m0s"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for n, want := range map[int]int{-1: 0, 0: 0, 1: 1, 5: 5, 6: 6, 7: 6} {
		if got := len(count(t, compliance.Options{Worst: n}, tickets).Worst()); got != want {
			t.Errorf("of %d there are %d, want %d", n, got, want)
		}
	}
}

// TestOwners: tickets of two months; Day keeps what it once has, so that at night
// it owns without working.
func TestOwners(t *testing.T) {
	p := mustDesk(t, "UTC", true)
	tickets := mustJudge(t, p,
		"a: Mid email 03-02T15:00 as of 03-02T18:00",                       // Day: 3 h, of which 2 h worked
		"b: Mid email 03-02T20:00 closed 03-03T10:00 as of 03-10T09:00",    // Late 20-22, on call 22-09, Day 09-10
		"c: Mid email 04-02T10:00 responded 04-02T11:00 as of 04-02T10:00", // no time has passed
		"d: Mid email 03-31T16:00 as of 04-01T10:00")                       // Day: all 18 h, of which 1 h and 1 h worked; of March
	got := lines(count(t, compliance.Options{}, tickets))[2:]
	want := []string{
		`{"agreement":"desk","month":"2026-03","region":"Day","tickets":3,"open":"22h0m0s","worked":"5h0m0s","unknown":0}`,
		`{"agreement":"desk","month":"2026-03","region":"Late","tickets":1,"open":"2h0m0s","worked":"2h0m0s","unknown":0}`,
		`{"agreement":"desk","month":"2026-03","region":"on-call","tickets":1,"open":"11h0m0s","worked":"0s","unknown":0}`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOwnersUnknown: at 09:00 on a day that is not known nobody knows whether Day
// opens (G9). Before that it is closed anyhow, holiday or not.
func TestOwnersUnknown(t *testing.T) {
	tickets := mustJudge(t, mustDesk(t, "UTC", true), "a: Mid email 05-04T20:00 as of 05-05T20:00")
	got := lines(count(t, compliance.Options{}, tickets))
	want := []string{
		`{"agreement":"desk","metric":"response","severity":"Mid","month":"2026-05","clocks":1,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":0,"unknown":1}`,
		`{"agreement":"desk","month":"2026-05","region":"Late","tickets":1,"open":"2h0m0s","worked":"2h0m0s","unknown":0}`,
		`{"agreement":"desk","month":"2026-05","region":"on-call","tickets":1,"open":"11h0m0s","worked":"0s","unknown":0}`,
		`{"agreement":"desk","month":"2026-05","region":"","tickets":1,"open":"11h0m0s","worked":"0s","unknown":1}`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestErrors(t *testing.T) {
	p := mustDesk(t, "UTC", false)
	if _, err := compliance.Judge("a", p, nil, time.Time{}); !errors.Is(err, policy.ErrEvents) {
		t.Errorf("no events: %v", err)
	}
	// It has no regions either, and is an error all the same.
	if _, err := compliance.Judge("a", new(policy.Policy), nil, time.Time{}); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("the zero Policy: %v", err)
	}
	if _, err := compliance.Judge("a", nil, nil, time.Time{}); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("no Policy: %v", err)
	}
	const noBasis = `compliance: basis: "Basis(3)" is not a basis; write started, due or stopped`
	if _, err := compliance.NewReport(compliance.Options{Basis: 3}); !errors.Is(err, compliance.ErrOptions) || err.Error() != noBasis {
		t.Errorf("a basis that is none: %v, want %s", err, noBasis)
	}
	if _, err := compliance.NewReport(compliance.Options{Basis: 2}); err != nil {
		t.Errorf("the last basis: %v", err)
	}
	a, b := count(t, compliance.Options{Worst: 5}, nil), count(t, compliance.Options{Worst: 4, Basis: compliance.ByDue}, nil)
	err := a.Merge(b)
	const want = "compliance: a report by started with 5 late clocks cannot take one by due with 4; make both with the same options"
	if !errors.Is(err, compliance.ErrMerge) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	var zero compliance.Report
	zero.Add(new(compliance.Judgement))
	if zero.Tickets() != 1 || len(lines(&zero)) != 0 {
		t.Errorf("the zero Report of the zero Ticket: %d, %v", zero.Tickets(), lines(&zero))
	}
	zero.Add(nil)
	if err := zero.Merge(nil); err != nil || zero.Tickets() != 2 || len(lines(&zero)) != 0 {
		t.Errorf("of nil as well: %d, %v, %v", zero.Tickets(), lines(&zero), err)
	}
}
