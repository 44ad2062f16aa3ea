package sempre

import (
	"slices"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// A Component is a row of Schedule A. The zero Component is none.
type Component struct {
	Name     string // "MariaDB"
	Version  string // "10.5.17"; empty where the schedule gives none: then every version is covered
	Supplier string // "HashiCorp"
}

// schedule is Schedule A (SEM-8). The published table has lost some of its
// cells: MariaDB stands there twice and without a supplier, Coturn without a
// version, its supplier cut to "Source".
var schedule = []Component{
	{"SEMPRE Node Model", "90-0002-BA", "SEMPRE Inc."},
	{"ServerOS", "SUSE SLES 15-sp3", "SUSE"},
	{"Vault", "1.12.3", "HashiCorp"},
	{"MariaDB", "10.5.17", ""},
	{"Apache", "2.4.51", "Open Source"},
	{"MongoDB", "6.0.4", "Open Source"},
	{"Synapse (matrix)", "1.82.0", "Open Source"},
	{"Coturn", "", "Open Source"},
	{"NTFY", "2.4.0", "Open Source"},
	{"Freeswitch", "1.10.8", "Open Source"},
	{"SystemManager", "", "SEMPRE Inc."},
	{"Nodeclient", "", "SEMPRE Inc."},
	{"Open5GS", "2.6.1", "SEMPRE Inc."},
}

// Schedule returns Schedule A, in its order.
func Schedule() []Component { return slices.Clone(schedule) }

// CoverComponent decides whether a component is covered in a version (SEM-8).
// It is if Schedule A has its name, written as there, with that very version,
// neither an older nor a newer one, or with none. The version of a component
// whose row has one must be given: an empty version is a [policy.ErrFacts]
// then, and so is an empty name.
func CoverComponent(name, version string) (policy.Decision, error) {
	if name == "" {
		return policy.Decision{}, &policy.PlaceError{Kind: policy.ErrFacts, Place: "component", Why: "is missing; write a name such as " + schedule[0].Name}
	}
	reason := policy.Reason{Outcome: policy.NotCovered, Stated: true, Clause: "SEM-8", Section: "Schedule A"}
	i := slices.IndexFunc(schedule, func(c Component) bool { return c.Name == name })
	if i < 0 {
		names := make([]string, len(schedule))
		for k, c := range schedule {
			names[k] = c.Name
		}
		reason.Fact, reason.Rule = "component", name+" is not in Schedule A, which has "+strings.Join(names, ", ")
		return policy.Decision{Outcome: policy.Covered}.With(reason), nil
	}
	listed := schedule[i].Version
	switch {
	case listed != "" && version == "":
		return policy.Decision{}, &policy.PlaceError{Kind: policy.ErrFacts, Place: "version", Why: "is missing; Schedule A has " + name + " in version " + listed}
	case listed != "" && version != listed:
		reason.Fact, reason.Rule = "version", "Schedule A has "+name+" in version "+listed+", not in "+version
		return policy.Decision{Outcome: policy.Covered}.With(reason), nil
	}
	return policy.Decision{Outcome: policy.Covered}, nil
}
