package sempre

import "github.com/slaclock/slaclock/policy"

// Name is the agreement's name.
const Name = "sempre"

// Clauses returns the registry of the agreement's clauses, in order.
func Clauses() []policy.Clause {
	return []policy.Clause{
		{ID: "SEM-1", Section: "definitions of Current and Previous Release, Operating Environment", How: policy.Computed,
			Rule: "In each operating environment the highest version is current, the next lower one previous."},
		{ID: "SEM-2", Section: "only obligated for a Previous Release", How: policy.Computed,
			Rule: "The previous release is supported for 12 months from the release date of the current one."},
		{ID: "SEM-3", Section: "Service Levels: Workaround, temporary Fix", How: policy.Computed,
			Rule: "A workaround or temporary fix is supported until the proper fix is available."},
		{ID: "SEM-4", Section: "no obligation to support; Enhancements; definition of Update; additional maintenance", How: policy.Computed,
			Rule: "Not supported: altered products, the licensee's negligence and causes beyond control, other interfaces, unsupported environments, enhancements, versions that are licensed separately; repair of data and additional maintenance are charged."},
		{ID: "SEM-5", Section: "required actions: inform of environmental changes", How: policy.Computed,
			Rule: "Written notice of a change of the environment is due 30 days before it."},
		{ID: "SEM-6", Section: "required actions; upon payment of the applicable fees", How: policy.Computed,
			Rule: "Support depends on payment and on ten actions of the licensee, and rests while one is missing; help with installing a release is charged."},
		{ID: "SEM-7", Section: "not due to an Error", How: policy.Computed,
			Rule: "Work on a problem that was no Error is charged from the licensee's written consent until its stop notice is received or that is found; work on an Error never."},
		{ID: "SEM-8", Section: "Schedule A", How: policy.Computed,
			Rule: "The components and versions that are covered; a component outside the table is not."},
	}
}
