package sempre

import (
	"slices"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// A Component is a row of Schedule A. The zero Component stands for no component.
type Component struct {
	Name string // "MariaDB"
	// Version is the covered version, such as 10.5.17. It is empty if the schedule gives
	// none, so that every version is covered, and if VersionLost is set.
	Version string
	// VersionLost says that the row's version is missing from the published table: it is
	// unknown which version is covered.
	VersionLost bool
	Supplier    string // "HashiCorp"; empty if it is missing from the published table
}

// schedule is Schedule A (SEM-8). Some cells are missing from the published table: MariaDB is
// listed twice and without a supplier; Coturn has the colon that precedes a version but no
// version, and its supplier is cut to "Source". Rows that never had a version have no colon.
var schedule = []Component{
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

// Schedule returns Schedule A, in the order of the text.
func Schedule() []Component { return slices.Clone(schedule) }

// CoverComponent decides whether a component is covered in a version (SEM-8). It is covered
// if Schedule A lists its name, spelled as there, with exactly that version, neither an older
// nor a newer one, or without a version. If the row has a version, version must not be empty;
// an empty version is then a [policy.ErrFacts], and so is an empty name. A component whose
// version is missing from the published table is a [policy.ErrFacts] in any version: nothing
// is decided from a gap.
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
	case schedule[i].VersionLost:
		return policy.Decision{}, &policy.PlaceError{Kind: policy.ErrFacts, Place: "component", Value: name,
			Why: "is in Schedule A, whose published table has lost the version; ask SEMPRE which one is covered"}
	case listed != "" && version == "":
		return policy.Decision{}, &policy.PlaceError{Kind: policy.ErrFacts, Place: "version", Why: "is missing; Schedule A has " + name + " in version " + listed}
	case listed != "" && version != listed:
		reason.Fact, reason.Rule = "version", "Schedule A has "+name+" in version "+listed+", not in "+version
		return policy.Decision{Outcome: policy.Covered}.With(reason), nil
	}
	return policy.Decision{Outcome: policy.Covered}, nil
}
