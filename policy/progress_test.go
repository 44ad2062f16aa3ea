package policy_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/purchased"
	"pgregory.net/rapid"
)

// progressEvents reads events such as "2026-01-14T02:00:00Z reported Critical";
// the report is by telephone.
func progressEvents(t testing.TB, p *policy.Policy, lines ...string) (list []policy.Event) {
	t.Helper()
	for _, line := range lines {
		words := strings.Fields(line)
		at, err := time.ParseInLocation(time.RFC3339Nano, words[0], time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		kind, err := policy.ParseKind(words[1])
		if err != nil {
			t.Fatal(err)
		}
		e := policy.Event{At: at, Kind: kind}
		if len(words) > 2 {
			if e.Severity, err = p.Scale().Parse(words[2]); err != nil {
				t.Fatal(err)
			}
		}
		if kind == policy.Reported {
			e.Channel = policy.Phone
		}
		list = append(list, e)
	}
	return list
}

// TestCUM9_Progress has what each owner worked. The hubs in UTC, in winter: APJ
// 00-09, EMEA 07-16, US 15-24; in summer: APJ 00-09, EMEA 06-15, US 14-23.
func TestCUM9_Progress(t *testing.T) {
	for _, tt := range []struct {
		name, region, country, from, to string
		events                          []string
		want                            string
	}{
		{"before the default region takes over, and after", "EMEA", "NONE", "2026-01-14T02:00:00Z", "2026-01-15T12:00:00Z",
			[]string{"2026-01-14T02:00:00Z reported Critical"}, "34h0m0s 19h0m0s, EMEA 29h0m0s 14h0m0s, APJ 5h0m0s 5h0m0s"},
		{"part of it", "EMEA", "NONE", "2026-01-14T06:00:00Z", "2026-01-14T08:00:00Z",
			[]string{"2026-01-14T02:00:00Z reported Standard"}, "2h0m0s 2h0m0s, EMEA 1h0m0s 1h0m0s, APJ 1h0m0s 1h0m0s"},
		{"just before the opening", "EMEA", "NONE", "2026-01-15T06:59:59.999999999Z", "2026-01-15T07:00:00.000000001Z",
			[]string{"2026-01-14T07:00:00Z reported Standard"}, "2ns 1ns, EMEA 2ns 1ns"},
		{"a Crisis, winter", "EMEA", "NONE", "2026-01-14T00:00:00Z", "2026-01-15T07:00:00Z",
			[]string{"2026-01-14T07:00:00Z reported Crisis"}, "24h0m0s 24h0m0s, EMEA 9h0m0s 9h0m0s, APJ 7h0m0s 7h0m0s, US 8h0m0s 8h0m0s"},
		{"a Crisis, summer: on-call works too", "EMEA", "NONE", "2026-07-15T06:00:00Z", "2026-07-16T06:00:00Z",
			[]string{"2026-07-15T06:00:00Z reported Crisis"}, "24h0m0s 24h0m0s, EMEA 9h0m0s 9h0m0s, APJ 6h0m0s 6h0m0s, US 8h0m0s 8h0m0s, on-call 1h0m0s 1h0m0s"},
		{"on-call is no progress", "EMEA", "NONE", "2026-07-17T22:30:00Z", "2026-07-20T07:00:00Z",
			[]string{"2026-07-17T22:30:00Z reported Critical"}, "56h30m0s 7h30m0s, EMEA 1h0m0s 1h0m0s, APJ 6h0m0s 6h0m0s, US 30m0s 30m0s, on-call 49h0m0s 0s"},
		{"a holiday of the default region", "EMEA", "DE", "2026-04-02T12:00:00Z", "2026-04-07T12:00:00Z",
			[]string{"2026-04-02T12:00:00Z reported Critical"}, "120h0m0s 9h0m0s, EMEA 120h0m0s 9h0m0s"},
		{"a Crisis in between", "EMEA", "NONE", "2026-01-14T15:00:00Z", "2026-01-15T08:00:00Z",
			[]string{"2026-01-14T15:00:00Z reported Critical", "2026-01-14T20:00:00Z severity_changed Crisis", "2026-01-14T21:00:00Z severity_changed Critical"},
			"17h0m0s 13h0m0s, EMEA 6h0m0s 2h0m0s, APJ 7h0m0s 7h0m0s, US 4h0m0s 4h0m0s"},
		{"closed and reopened", "EMEA", "NONE", "2026-01-14T00:00:00Z", "2026-01-14T17:00:00Z",
			[]string{"2026-01-14T08:00:00Z reported Critical", "2026-01-14T09:00:00Z closed", "2026-01-14T15:00:00Z reopened"}, "3h0m0s 2h0m0s, EMEA 3h0m0s 2h0m0s"},
		{"nothing stands still during a test", "EMEA", "NONE", "2026-01-14T08:00:00Z", "2026-01-14T12:00:00Z",
			[]string{"2026-01-14T08:00:00Z reported Critical", "2026-01-14T09:00:00Z resolution_proposed"}, "4h0m0s 4h0m0s, EMEA 4h0m0s 4h0m0s"},
		{"an event at the end has no effect", "EMEA", "NONE", "2026-01-14T17:00:00Z", "2026-01-14T18:00:00Z",
			[]string{"2026-01-14T08:00:00Z reported Critical", "2026-01-14T18:00:00Z severity_changed Crisis"}, "1h0m0s 0s, EMEA 1h0m0s 0s"},
		{"before the report", "EMEA", "NONE", "2026-01-14T00:00:00Z", "2026-01-14T08:00:00Z",
			[]string{"2026-01-14T08:00:00Z reported Critical"}, "0s 0s"},
		{"no time at all", "EMEA", "NONE", "2026-01-14T09:00:00Z", "2026-01-14T09:00:00Z",
			[]string{"2026-01-14T08:00:00Z reported Critical"}, "0s 0s"},
		{"the wrong way round", "EMEA", "NONE", "2026-01-14T10:00:00Z", "2026-01-14T09:00:00Z",
			[]string{"2026-01-14T08:00:00Z reported Critical"}, "0s 0s"},
		// Whether Kuala Lumpur opens at 08:00 on 1 January 2027, midnight in
		// UTC, is not known; up to then the US own the ticket.
		{"beyond the known holidays", "APJ", "MY-14", "2026-12-31T10:00:00Z", "2027-01-01T06:00:00Z",
			[]string{"2026-12-31T10:00:00Z reported Critical"}, "20h0m0s unknown, EMEA 6h0m0s 6h0m0s, US 8h0m0s 8h0m0s,  6h0m0s unknown"},
		{"a Crisis beyond the known holidays", "APJ", "MY-14", "2026-12-31T10:00:00Z", "2027-01-01T06:00:00Z",
			[]string{"2026-12-31T10:00:00Z reported Crisis"}, "20h0m0s 20h0m0s, EMEA 6h0m0s 6h0m0s, US 8h0m0s 8h0m0s,  6h0m0s 6h0m0s"},
		{"received on an unknown day", "APJ", "MY-14", "2027-01-04T00:00:00Z", "2027-01-04T06:00:00Z",
			[]string{"2027-01-04T03:00:00Z reported Critical"}, "3h0m0s unknown,  3h0m0s unknown"},
		{"its own hours are not known", "APJ", "MY-14", "2026-12-31T01:00:00Z", "2027-01-01T06:00:00Z",
			[]string{"2026-12-31T01:00:00Z reported Critical"}, "29h0m0s unknown, APJ 29h0m0s unknown"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := cumulocity.New(policy.Customer{Region: tt.region, Country: tt.country}, nil)
			if err != nil {
				t.Fatal(err)
			}
			span := progressEvents(t, p, tt.from+" closed", tt.to+" closed")
			got, err := p.Progress(progressEvents(t, p, tt.events...), span[0].At, span[1].At)
			if err != nil {
				t.Fatal(err)
			}
			text := got.Open.String() + " " + got.Worked.String()
			for _, s := range got.Shares {
				text += ", " + s.Region + " " + s.Open.String() + " " + s.Worked.String()
			}
			if diff := cmp.Diff(tt.want, text); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCUM9_ProgressErrors(t *testing.T) {
	from := time.Date(2026, 1, 14, 0, 0, 0, 0, time.UTC)
	p, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Progress(progressEvents(t, p, "2026-01-14T08:00:00Z reported 1"), from, from.Add(time.Hour)); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("without regions: %v", err)
	}
	if _, err := p.Progress(nil, from, from.Add(time.Hour)); !errors.Is(err, policy.ErrEvents) {
		t.Errorf("without events: %v", err)
	}
	if _, err := new(policy.Policy).Progress(nil, from, from.Add(time.Hour)); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("of the zero Policy: %v", err)
	}
}

// TestPropCUM9_ProgressAdds: the progress of adjoining spans adds up to that of
// the whole, and so do the shares; it is never more than the time in which the
// ticket is open.
func TestPropCUM9_ProgressAdds(t *testing.T) {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	first := time.Date(2026, 3, 27, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(r *rapid.T) {
		minutes := rapid.IntRange(0, 14*1440)
		levels := p.Scale().Levels()
		list := []policy.Event{{At: first, Kind: policy.Reported, Severity: rapid.SampledFrom(levels).Draw(r, "severity"), Channel: policy.Phone}}
		for range rapid.IntRange(0, 5).Draw(r, "events") {
			e := policy.Event{At: first.Add(time.Duration(minutes.Draw(r, "at")) * time.Minute), Kind: rapid.SampledFrom([]policy.Kind{policy.SeverityChanged, policy.Closed, policy.Reopened}).Draw(r, "kind")}
			if e.Kind == policy.SeverityChanged {
				e.Severity = rapid.SampledFrom(levels).Draw(r, "severity")
			}
			list = append(list, e)
		}
		at := []int{minutes.Draw(r, "from"), minutes.Draw(r, "by"), minutes.Draw(r, "to")}
		for i := range at {
			for k := range i {
				if at[i] < at[k] {
					at[i], at[k] = at[k], at[i]
				}
			}
		}
		progress := func(from, to int) policy.Progress {
			g, err := p.Progress(list, first.Add(time.Duration(from)*time.Minute), first.Add(time.Duration(to)*time.Minute))
			if err != nil {
				r.Fatal(err)
			}
			var open, worked time.Duration
			for _, s := range g.Shares {
				w, _ := s.Worked.Get()
				open, worked = open+s.Open, worked+w
				if w > s.Open {
					r.Fatalf("%+v", s)
				}
			}
			if w, _ := g.Worked.Get(); open != g.Open || worked != w {
				r.Fatalf("%+v", g)
			}
			return g
		}
		a, b, all := progress(at[0], at[1]), progress(at[1], at[2]), progress(at[0], at[2])
		x, _ := a.Worked.Get()
		y, _ := b.Worked.Get()
		if z, _ := all.Worked.Get(); x+y != z || a.Open+b.Open != all.Open {
			r.Fatalf("%+v and %+v, together %+v", a, b, all)
		}
	})
}
