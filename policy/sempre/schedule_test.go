package sempre_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/sempre"
)

// scheduleA is the table as published.
var scheduleA = []sempre.Component{
	{Name: "SEMPRE Node Model", Version: "90-0002-BA", Supplier: "SEMPRE Inc."},
	{Name: "ServerOS", Version: "SUSE SLES 15-sp3", Supplier: "SUSE"},
	{Name: "Vault", Version: "1.12.3", Supplier: "HashiCorp"},
	{Name: "MariaDB", Version: "10.5.17"},
	{Name: "Apache", Version: "2.4.51", Supplier: "Open Source"},
	{Name: "MongoDB", Version: "6.0.4", Supplier: "Open Source"},
	{Name: "Synapse (matrix)", Version: "1.82.0", Supplier: "Open Source"},
	{Name: "Coturn", VersionLost: true, Supplier: "Open Source"},
	{Name: "NTFY", Version: "2.4.0", Supplier: "Open Source"},
	{Name: "Freeswitch", Version: "1.10.8", Supplier: "Open Source"},
	{Name: "SystemManager", Supplier: "SEMPRE Inc."},
	{Name: "Nodeclient", Supplier: "SEMPRE Inc."},
	{Name: "Open5GS", Version: "2.6.1", Supplier: "SEMPRE Inc."},
}

func TestSEM8_Schedule(t *testing.T) {
	if diff := cmp.Diff(scheduleA, sempre.Schedule()); diff != "" {
		t.Errorf("Schedule A (-want +got)\n%s", diff)
	}
	sempre.Schedule()[0].Name = "changed"
	if got := sempre.Schedule()[0].Name; got != "SEMPRE Node Model" {
		t.Errorf("the table changed from outside: %s", got)
	}
}

func TestSEM8_CoverComponent(t *testing.T) {
	covered := policy.Decision{Outcome: policy.Covered}
	for _, c := range scheduleA {
		if c.VersionLost {
			continue // see TestSEM8_VersionLost
		}
		got, err := sempre.CoverComponent(c.Name, c.Version)
		if diff := cmp.Diff(covered, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", c.Name, err, diff)
		}
		// A component without a version in the table is covered in any; of the
		// others, the version of another component is none.
		got, err = sempre.CoverComponent(c.Name, "9.9.9")
		if c.Version == "" {
			if diff := cmp.Diff(covered, got); err != nil || diff != "" {
				t.Errorf("%s 9.9.9: %v (-want +got)\n%s", c.Name, err, diff)
			}
		} else if err != nil || got.Outcome != policy.NotCovered || len(got.Reasons) != 1 || got.Reasons[0].Fact != "version" {
			t.Errorf("%s 9.9.9: got %v, %v, want not covered by its version", c.Name, got, err)
		}
	}
	for _, test := range []struct{ name, version, rule string }{
		{"Vault", "1.12.2", "Schedule A has Vault in version 1.12.3, not in 1.12.2"}, // just below
		{"Vault", "1.12.4", "Schedule A has Vault in version 1.12.3, not in 1.12.4"}, // just above
		{"Vault", "1.12", "Schedule A has Vault in version 1.12.3, not in 1.12"},
	} {
		got, err := sempre.CoverComponent(test.name, test.version)
		want := policy.Decision{Outcome: policy.NotCovered, Reasons: []policy.Reason{{
			Outcome: policy.NotCovered, Fact: "version", Stated: true, Clause: "SEM-8", Section: "Schedule A", Rule: test.rule}}}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s %s: %v (-want +got)\n%s", test.name, test.version, err, diff)
		}
	}
	got, err := sempre.CoverComponent("PostgreSQL", "")
	want := policy.Decision{Outcome: policy.NotCovered, Reasons: []policy.Reason{{
		Outcome: policy.NotCovered, Fact: "component", Stated: true, Clause: "SEM-8", Section: "Schedule A",
		Rule: "PostgreSQL is not in Schedule A, which has SEMPRE Node Model, ServerOS, Vault, MariaDB, Apache, MongoDB, Synapse (matrix), Coturn, NTFY, Freeswitch, SystemManager, Nodeclient, Open5GS"}}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("PostgreSQL: %v (-want +got)\n%s", err, diff)
	}
}

// TestSEM8_VersionLost: the row of Coturn has a colon behind the name, as those with a
// version have, and then none. So it is not one that is covered in every version, and
// which it is cannot be told: not for a version, and not without one.
func TestSEM8_VersionLost(t *testing.T) {
	for _, version := range []string{"", "4.6.2", "Source"} {
		got, err := sempre.CoverComponent("Coturn", version)
		const want = `policy: component: "Coturn" is in Schedule A, whose published table has lost the version; ask SEMPRE which one is covered`
		if !errors.Is(err, policy.ErrFacts) || err.Error() != want || got.Outcome != 0 {
			t.Errorf("%q: got %v, %v, want %s", version, got, err, want)
		}
	}
	// Of the rows without a colon, none is lost.
	for _, name := range []string{"SystemManager", "Nodeclient"} {
		if got, err := sempre.CoverComponent(name, "1.0"); err != nil || got.Outcome != policy.Covered {
			t.Errorf("%s: got %v, %v, want covered", name, got, err)
		}
	}
}

func TestSEM8_Errors(t *testing.T) {
	for _, test := range []struct{ name, version, want string }{
		{"", "1.0", `policy: component: is missing; write a name such as SEMPRE Node Model`},
		{"Vault", "", `policy: version: is missing; Schedule A has Vault in version 1.12.3`},
	} {
		_, err := sempre.CoverComponent(test.name, test.version)
		if !errors.Is(err, policy.ErrFacts) || err.Error() != test.want {
			t.Errorf("%q %q: got error %v, want %s", test.name, test.version, err, test.want)
		}
	}
}
