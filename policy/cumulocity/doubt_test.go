package cumulocity_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// TestCUM9_BehindADoubt: the holidays of Malaysia are known through 2026, so nobody can
// tell whether the hub APJ is active in the night to Tuesday, 5 January 2027, from 01:00
// to 10:00 in Germany. That the default region takes over at 08:00 is certain all the
// same (G9: the rest stands), whoever has the ticket by then.
func TestCUM9_BehindADoubt(t *testing.T) {
	for _, row := range []struct{ name, reported, asOf, ownership, next string }{
		{"a Crisis before the doubt", "2027-01-04T09:00:00+01:00 Crisis", "2027-01-04T18:00:00+01:00",
			"2027-01-04T09:00:00+01:00 EMEA, 2027-01-04T17:00:00+01:00 US", "2027-01-05T08:00:00+01:00 hand-over to EMEA"},
		{"in it the owner stays as it was", "2027-01-04T09:00:00+01:00 Crisis", "2027-01-05T07:59:59+01:00",
			"2027-01-04T09:00:00+01:00 EMEA, 2027-01-04T17:00:00+01:00 US", "2027-01-05T08:00:00+01:00 hand-over to EMEA"},
		{"at its end", "2027-01-04T09:00:00+01:00 Crisis", "2027-01-05T08:00:00+01:00",
			"2027-01-04T09:00:00+01:00 EMEA, 2027-01-04T17:00:00+01:00 US, 2027-01-05T08:00:00+01:00 EMEA", "2027-01-05T09:00:00+01:00 escalation step 1"},
		{"a day later once more", "2027-01-04T09:00:00+01:00 Crisis", "2027-01-06T08:00:00+01:00",
			"2027-01-04T09:00:00+01:00 EMEA, 2027-01-04T17:00:00+01:00 US, 2027-01-05T08:00:00+01:00 EMEA, 2027-01-05T17:00:00+01:00 US, 2027-01-06T08:00:00+01:00 EMEA",
			"2027-01-06T09:00:00+01:00 escalation step 2"},
		{"a Critical received in the doubt", "2027-01-05T03:00:00+01:00 Critical", "2027-01-05T07:00:00+01:00", "", "2027-01-05T08:00:00+01:00 hand-over to EMEA"},
		{"and its default region keeps it", "2027-01-05T03:00:00+01:00 Critical", "2027-01-06T07:00:00+01:00", "2027-01-05T08:00:00+01:00 EMEA", "2027-01-06T17:00:00+01:00 update due"},
		{"on call over the weekend", "2027-01-02T12:00:00+01:00 Standard", "2027-01-04T07:00:00+01:00", "2027-01-02T12:00:00+01:00 on-call", "2027-01-04T08:00:00+01:00 hand-over to EMEA"},
		{"and on Monday", "2027-01-02T12:00:00+01:00 Standard", "2027-01-04T08:00:00+01:00", "2027-01-02T12:00:00+01:00 on-call, 2027-01-04T08:00:00+01:00 EMEA", ""},
	} {
		at, level, _ := strings.Cut(row.reported, " ")
		got, err := answer([]byte(`{"agreement":"cumulocity","as_of":"` + row.asOf + `","customer":{"region":"EMEA","country":"DE","hub_holidays":{"APJ":"MY-14"}},"events":[` +
			`{"at":"` + at + `","kind":"reported","severity":"` + level + `","channel":"phone"},{"at":"` + at + `","kind":"plan_provided"}]}`))
		if err != nil {
			t.Fatal(err)
		}
		_, rows, _ := strings.Cut(string(got), `"ownership":[`)
		rows, _, _ = strings.Cut(rows, "]")
		rows = strings.NewReplacer(`{"from":"`, "", `","region":"`, " ", `"},`, ", ", `"}`, "").Replace(rows)
		_, next, _ := strings.Cut(string(got), `"next":{"at":"`)
		next, _, _ = strings.Cut(strings.Replace(next, `","what":"`, " ", 1), `"}`)
		if diff := cmp.Diff([]string{row.ownership, row.next}, []string{rows, next}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestCUM9_BackBehindADoubt: of the hub US nobody knows whether it is active on Friday,
// 1 January 2027, at 17:00 in Germany, when the default region closes. That region gets
// the ticket back on Monday, and says so, though it is the last owner that was known: it
// surely did not have it over the weekend.
func TestCUM9_BackBehindADoubt(t *testing.T) {
	for asOf, want := range map[string]string{
		"2027-01-04T07:59:59+01:00": `"ownership":[{"from":"2027-01-01T09:00:00+01:00","region":"EMEA"}],"next":`,
		"2027-01-04T08:00:00+01:00": `"ownership":[{"from":"2027-01-01T09:00:00+01:00","region":"EMEA"},{"from":"2027-01-04T08:00:00+01:00","region":"EMEA"}],"next":`,
	} {
		got, err := answer([]byte(`{"agreement":"cumulocity","as_of":"` + asOf + `","customer":{"region":"EMEA","country":"NONE","hub_holidays":{"US":"MY-14"}},"events":[` +
			`{"at":"2027-01-01T09:00:00+01:00","kind":"reported","severity":"Crisis","channel":"phone"}]}`))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(got), want) {
			t.Errorf("%s: got %s, want %s", asOf, got, want)
		}
	}
}

// TestCUM9_ProgressBehindADoubt: of a Critical that was received in the doubt, the hours
// of the default region on the next day but one are known.
func TestCUM9_ProgressBehindADoubt(t *testing.T) {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"APJ": "MY-14"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	level, err := p.Scale().Parse("Critical")
	if err != nil {
		t.Fatal(err)
	}
	cet := time.FixedZone("", 3600)
	events := []policy.Event{{At: time.Date(2027, time.January, 5, 3, 0, 0, 0, cet), Kind: policy.Reported, Severity: level, Channel: policy.Phone}}
	day := func(d int) policy.Progress {
		got, err := p.Progress(events, time.Date(2027, time.January, d, 0, 0, 0, 0, cet), time.Date(2027, time.January, d+1, 0, 0, 0, 0, cet))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := day(6); got.Worked != policy.LengthOf(9*time.Hour) || len(got.Shares) != 1 || got.Shares[0].Region != "EMEA" {
		t.Errorf("on 6 January %+v, want 9 h of EMEA", got)
	}
	// From 03:00 to 08:00 nobody knows, and from then on EMEA has it.
	if got := day(5); got.Worked.Unknown() == nil || len(got.Shares) != 2 || got.Shares[0].Worked != policy.LengthOf(9*time.Hour) || got.Shares[1].Open != 5*time.Hour {
		t.Errorf("on 5 January %+v, want 9 h of EMEA and 5 h of which the owner is not known", got)
	}
}
