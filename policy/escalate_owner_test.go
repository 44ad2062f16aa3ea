package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The hubs in UTC, in winter: APJ 00-09, EMEA 07-16, US 15-24; in summer: APJ
// 00-09, EMEA 06-15, US 14-23.

// TestCUM9_Receipt has, for each default region, who owns a ticket that is
// received just before and at each opening and closing.
func TestCUM9_Receipt(t *testing.T) {
	for _, tt := range []struct {
		at             string // the opening or closing; the rows are just before it and at it
		emea, apj, us  string // by default region, just before
		emea2, apj2, u string // at it
	}{
		// Wednesday in winter.
		{"2026-01-14T00:00:00Z", "US", "US", "US", "APJ", "APJ", "APJ"},
		{"2026-01-14T07:00:00Z", "APJ", "APJ", "APJ", "EMEA", "APJ", "EMEA"},
		{"2026-01-14T09:00:00Z", "EMEA", "APJ", "EMEA", "EMEA", "EMEA", "EMEA"},
		{"2026-01-14T15:00:00Z", "EMEA", "EMEA", "EMEA", "EMEA", "US", "US"},
		{"2026-01-14T16:00:00Z", "EMEA", "US", "US", "US", "US", "US"},
		// Wednesday in summer, with the hour in which no hub is open.
		{"2026-07-15T00:00:00Z", "on-call", "on-call", "on-call", "APJ", "APJ", "APJ"},
		{"2026-07-15T06:00:00Z", "APJ", "APJ", "APJ", "EMEA", "APJ", "EMEA"},
		{"2026-07-15T09:00:00Z", "EMEA", "APJ", "EMEA", "EMEA", "EMEA", "EMEA"},
		{"2026-07-15T14:00:00Z", "EMEA", "EMEA", "EMEA", "EMEA", "US", "US"},
		{"2026-07-15T15:00:00Z", "EMEA", "US", "US", "US", "US", "US"},
		{"2026-07-15T23:00:00Z", "US", "US", "US", "on-call", "on-call", "on-call"},
		// Only America has changed its clocks: in March, and in October.
		{"2026-03-11T07:00:00Z", "APJ", "APJ", "APJ", "EMEA", "APJ", "EMEA"},
		{"2026-03-11T14:00:00Z", "EMEA", "EMEA", "EMEA", "EMEA", "US", "US"},
		{"2026-03-11T16:00:00Z", "EMEA", "US", "US", "US", "US", "US"},
		{"2026-03-11T23:00:00Z", "US", "US", "US", "on-call", "on-call", "on-call"},
		{"2026-10-28T14:00:00Z", "EMEA", "EMEA", "EMEA", "EMEA", "US", "US"},
		{"2026-10-28T16:00:00Z", "EMEA", "US", "US", "US", "US", "US"},
		// The weekend: from Friday evening in America to Monday in Asia.
		{"2026-01-17T00:00:00Z", "US", "US", "US", "on-call", "on-call", "on-call"},
		{"2026-01-19T00:00:00Z", "on-call", "on-call", "on-call", "APJ", "APJ", "APJ"},
	} {
		at := instantOf(t, tt.at)
		for region, want := range map[string][2]string{"EMEA": {tt.emea, tt.emea2}, "APJ": {tt.apj, tt.apj2}, "US": {tt.us, tt.u}} {
			for _, severity := range []string{"Crisis", "Critical", "Standard"} {
				for i, d := range []time.Duration{-1, 0} {
					received := at.Add(d)
					p := cumulocityFor(t, region, "NONE")
					a := evaluateAt(t, p, []ev{{received.Format(time.RFC3339Nano), "reported", severity}}, received.Format(time.RFC3339Nano))
					if len(a.Ownership) != 1 || a.Ownership[0].Region != want[i] || !a.Ownership[0].From.Equal(received) || a.Ownership[0].ByItself {
						t.Errorf("%s of %s at %v: %v, want %s", severity, region, received, a.Ownership, want[i])
					}
				}
			}
		}
	}
}

func TestCUM9_HandOvers(t *testing.T) {
	const customer = "cumulocity.other_hubs"
	for _, tt := range []struct {
		name, region, country string
		readings              []string
		list                  []ev
		asOf                  string
		want                  []string
	}{
		{"a Crisis round the clock, winter", "EMEA", "NONE", nil, []ev{{"2026-01-14T07:00:00Z", "reported", "Crisis"}}, "2026-01-15T07:00:00Z",
			[]string{"01-14 07:00 EMEA", "01-14 16:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		{"a Crisis round the clock, summer", "EMEA", "NONE", nil, []ev{{"2026-07-15T06:00:00Z", "reported", "Crisis"}}, "2026-07-16T06:00:00Z",
			[]string{"07-15 06:00 EMEA", "07-15 15:00 US", "07-15 23:00 on-call", "07-16 00:00 APJ", "07-16 06:00 EMEA"}},
		{"a Crisis in March, America ahead", "EMEA", "NONE", nil, []ev{{"2026-03-11T07:00:00Z", "reported", "Crisis"}}, "2026-03-12T07:00:00Z",
			[]string{"03-11 07:00 EMEA", "03-11 16:00 US", "03-11 23:00 on-call", "03-12 00:00 APJ", "03-12 07:00 EMEA"}},
		{"a Crisis in October, Europe behind", "US", "NONE", nil, []ev{{"2026-10-28T07:00:00Z", "reported", "Crisis"}}, "2026-10-28T14:00:00Z",
			[]string{"10-28 07:00 EMEA", "10-28 14:00 US"}},
		{"a Crisis over a weekend", "APJ", "NONE", nil, []ev{{"2026-07-17T08:59:00Z", "reported", "Crisis"}}, "2026-07-20T00:00:00Z",
			[]string{"07-17 08:59 APJ", "07-17 09:00 EMEA", "07-17 15:00 US", "07-17 23:00 on-call", "07-20 00:00 APJ"}},
		{"just before a hand-over", "EMEA", "NONE", nil, []ev{{"2026-01-14T07:00:00Z", "reported", "Crisis"}}, "2026-01-14T15:59:59.999999999Z",
			[]string{"01-14 07:00 EMEA"}},
		{"a Critical stays with its default region", "EMEA", "NONE", nil, []ev{{"2026-01-14T15:59:00Z", "reported", "Critical"}}, "2026-01-16T16:00:00Z",
			[]string{"01-14 15:59 EMEA"}},
		{"a Standard goes to its default region, and stays", "EMEA", "NONE", nil, []ev{{"2026-07-17T22:00:00Z", "reported", "Standard"}}, "2026-07-21T20:00:00Z",
			[]string{"07-17 22:00 US", "07-17 23:00 on-call", "07-20 00:00 APJ", "07-20 06:00 EMEA"}},
		{"the default region takes over from an active one", "US", "NONE", nil, []ev{{"2026-01-14T14:59:00Z", "reported", "Critical"}}, "2026-01-15T14:59:00Z",
			[]string{"01-14 14:59 EMEA", "01-14 15:00 US"}},
		// Good Friday and Easter Monday: the default region is closed for four days.
		{"Easter", "EMEA", "DE", nil, []ev{{"2026-04-02T20:00:00Z", "reported", "Critical"}}, "2026-04-08T20:00:00Z",
			[]string{"04-02 20:00 US", "04-02 23:00 on-call", "04-03 00:00 APJ", "04-03 09:00 on-call", "04-03 14:00 US", "04-03 23:00 on-call",
				"04-06 00:00 APJ", "04-06 09:00 on-call", "04-06 14:00 US", "04-06 23:00 on-call", "04-07 00:00 APJ", "04-07 06:00 EMEA"}},
		{"Easter, all hubs closed", "EMEA", "DE", []string{customer, "customer"}, []ev{{"2026-04-02T20:00:00Z", "reported", "Critical"}}, "2026-04-08T20:00:00Z",
			[]string{"04-02 20:00 US", "04-02 23:00 on-call", "04-07 00:00 APJ", "04-07 06:00 EMEA"}},
		{"becoming a Crisis after the hand-over, and back", "EMEA", "NONE", nil,
			[]ev{{"2026-01-14T15:00:00Z", "reported", "Critical"}, {"2026-01-14T20:00:00Z", "severity_changed", "Crisis"}, {"2026-01-14T21:00:00Z", "severity_changed", "Critical"}}, "2026-01-16T20:00:00Z",
			[]string{"01-14 15:00 EMEA", "01-14 20:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		{"between Critical and Standard nothing is settled", "EMEA", "NONE", nil,
			[]ev{{"2026-01-14T15:00:00Z", "reported", "Critical"}, {"2026-01-14T20:00:00Z", "severity_changed", "Standard"}}, "2026-01-16T20:00:00Z",
			[]string{"01-14 15:00 EMEA"}},
		{"lowered while another region is active", "EMEA", "NONE", nil,
			[]ev{{"2026-01-14T07:00:00Z", "reported", "Crisis"}, {"2026-01-14T08:00:00Z", "severity_changed", "Standard"}}, "2026-01-14T20:00:00Z",
			[]string{"01-14 07:00 EMEA"}},
		{"a Crisis that waits is owned from its report", "EMEA", "NONE", nil, []ev{{"2026-01-14T15:00:00Z", "reported", "Crisis by portal"}}, "2026-01-14T20:00:00Z",
			[]string{"01-14 15:00 EMEA", "01-14 16:00 US"}},
		{"nobody owns a ticket that has ended", "EMEA", "NONE", nil, []ev{{"2026-01-14T15:00:00Z", "reported", "Crisis"}, {"2026-01-14T16:00:00Z", "resolved", ""}}, "2026-01-16T20:00:00Z",
			[]string{"01-14 15:00 EMEA", "01-14 16:00 US"}},
		{"a reopening is a receipt", "EMEA", "NONE", nil, []ev{{"2026-01-14T15:00:00Z", "reported", "Critical"}, {"2026-01-14T15:30:00Z", "closed", ""}, {"2026-01-14T20:00:00Z", "reopened", ""}}, "2026-01-16T20:00:00Z",
			[]string{"01-14 15:00 EMEA", "01-14 20:00 US", "01-15 00:00 APJ", "01-15 07:00 EMEA"}},
		// A change at the instant of a hand-over: one row.
		{"a change at the instant of a hand-over", "EMEA", "NONE", nil,
			[]ev{{"2026-01-14T02:00:00Z", "reported", "Critical"}, {"2026-01-14T07:00:00Z", "severity_changed", "Crisis"}}, "2026-01-14T07:00:00Z",
			[]string{"01-14 02:00 APJ", "01-14 07:00 EMEA"}},
		// Kuala Lumpur's holidays are known through 2026. Its Thursday evening
		// is known, and so is who opens while it is night there.
		{"up to the last known day", "APJ", "MY-14", nil, []ev{{"2026-12-31T10:00:00Z", "reported", "Critical"}}, "2026-12-31T20:00:00Z",
			[]string{"12-31 10:00 EMEA", "12-31 16:00 US"}},
		{"a hand-over on a day that begins unknown", "US", "MY-14", nil, []ev{{"2027-01-01T01:00:00Z", "reported", "Critical"}}, "2027-01-01T10:00:00Z",
			[]string{"01-01 01:00 APJ", "01-01 09:00 EMEA"}},
		{"received on an unknown day", "APJ", "MY-14", nil, []ev{{"2027-01-04T03:00:00Z", "reported", "Critical"}}, "2027-01-04T10:00:00Z", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := evaluateAt(t, cumulocityFor(t, tt.region, tt.country, tt.readings...), tt.list, tt.asOf)
			if diff := cmp.Diff(tt.want, ownerTexts(a.Ownership)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCUM9_HandedOverOnce has an event that settles the owner at the instant of a
// hand-over to the same region: it stays one that has happened by itself.
func TestCUM9_HandedOverOnce(t *testing.T) {
	at := instantOf(t, "2026-01-14T07:00:00Z")
	p := cumulocityFor(t, "EMEA", "NONE")
	list := escalationEvents(t, p, []ev{{"2026-01-14T06:00:00Z", "reported", "Critical"}, {"2026-01-14T07:00:00Z", "severity_changed", "Crisis"}})
	all, err := p.Occurrences(list, at.Add(-time.Minute), at)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || all[0].What != "hand-over to EMEA" {
		t.Errorf("%+v", all)
	}
}
