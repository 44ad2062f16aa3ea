package policy_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
)

// responseIn returns portx with a response within so many business days.
func responseIn(t testing.TB, days int) *policy.Policy {
	t.Helper()
	p, err := portx.New(policy.Customer{
		Zone: "UTC", Country: "NONE", ResponseDays: map[string]int{"S1": days, "S2": days, "S3": days, "S4": days},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestVersions: a ticket is judged by the version in force at its report: the
// old one until just before the new one begins, the new one from that instant on.
func TestVersions(t *testing.T) {
	old, renewed := responseIn(t, 3), responseIn(t, 1)
	begins := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	v, err := policy.NewVersions(policy.Version{From: begins, Policy: renewed}, policy.Version{From: begins.AddDate(-2, 0, 0), Policy: old})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		at   time.Time
		want *policy.Policy
	}{
		{begins.AddDate(-2, 0, 0), old},
		{begins.Add(-1), old},
		{begins, renewed},
		{begins.AddDate(50, 0, 0), renewed},
	} {
		if got, err := v.InForce(row.at); got != row.want || err != nil {
			t.Errorf("%v: %p, %v; want %p", row.at, got, err, row.want)
		}
	}
	_, err = v.InForce(begins.AddDate(-2, 0, 0).Add(-1))
	const want = `policy: reported: "2024-06-30T23:59:59.999999999Z" is before the first version, which is in force from 2024-07-01T00:00:00Z`
	if !errors.Is(err, policy.ErrEvents) || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	if _, err := new(policy.Versions).InForce(begins); !errors.Is(err, policy.ErrEvents) {
		t.Errorf("zero Versions: %v", err)
	}
}

func TestVersionsMistakes(t *testing.T) {
	other, err := purchased.New(policy.Customer{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := responseIn(t, 1)
	at := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		list []policy.Version
		want string
	}{
		{nil, `policy: versions: are missing; an agreement has at least one`},
		{[]policy.Version{{From: at}}, `policy: versions: "2026-07-01T00:00:00Z" has no policy; make it with New`},
		{[]policy.Version{{From: at, Policy: new(policy.Policy)}}, `policy: versions: "2026-07-01T00:00:00Z" has no policy; make it with New`},
		{[]policy.Version{{Policy: p}, {From: at, Policy: other}}, `policy: versions: "2026-07-01T00:00:00Z" is of purchased, another one is of portx`},
		{[]policy.Version{{From: at, Policy: p}, {From: at.In(time.FixedZone("", 3600)), Policy: p}}, `policy: versions: "2026-07-01T01:00:00+01:00" is the beginning of two versions`},
	} {
		_, err := policy.NewVersions(row.list...)
		if !errors.Is(err, policy.ErrAgreement) || err.Error() != row.want {
			t.Errorf("got  %v\nwant %s", err, row.want)
		}
	}
}

func ExampleNewVersions() {
	customer := policy.Customer{Zone: "UTC", Country: "NONE", ResponseDays: map[string]int{"S1": 2, "S2": 3, "S3": 4, "S4": 5}}
	old, _ := portx.New(customer, nil)
	customer.ResponseDays = map[string]int{"S1": 1, "S2": 2, "S3": 3, "S4": 5}
	renewed, _ := portx.New(customer, nil)
	july := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	versions, err := policy.NewVersions(policy.Version{Policy: old}, policy.Version{From: july, Policy: renewed})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := versions.InForce(time.Date(2026, time.June, 30, 16, 0, 0, 0, time.UTC))
	fmt.Println(p == old, err)
	// Output: true <nil>
}
