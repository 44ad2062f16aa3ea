package compliance

import (
	"cmp"
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// An Owner says how long a region owned tickets of an agreement (CUM-9). It counts the
// tickets that were reported in one month, with all the time until they were judged,
// including time in later months. The zero Owner stands for no owner.
type Owner struct {
	Agreement string
	Month     Month  // of the report, in the agreement's zone
	Region    string // a region, [escalation.OnCall], or "" for the time whose owner is unknown (G9)
	Tickets   int    // how many tickets it owned at some time
	// Open is how long the region owned open tickets, and Worked the progress time within
	// that; see [policy.Progress]. Tickets whose progress time is unknown are counted in
	// Unknown, and not in Worked.
	Open    Total
	Worked  Total
	Unknown int
}

type ownerKey struct {
	agreement string
	month     Month
	region    string
}

// addOwners counts the time of a ticket by owner.
func (r *Report) addOwners(j *Judgement) {
	for _, s := range j.Progress.Shares {
		month := monthOf(calendar.At(j.Reported), j.Policy.Location())
		one := Owner{Tickets: 1, Open: TotalOf(s.Open)}
		if worked, ok := s.Worked.Get(); ok {
			one.Worked = TotalOf(worked)
		} else {
			one.Unknown = 1
		}
		r.owner(ownerKey{j.Policy.Name(), month, s.Region}).merge(&one)
	}
}

func (r *Report) owner(k ownerKey) *Owner {
	o := r.owners[k]
	if o == nil {
		if r.owners == nil {
			r.owners = map[ownerKey]*Owner{}
		}
		o = &Owner{Agreement: k.agreement, Month: k.month, Region: k.region}
		r.owners[k] = o
	}
	return o
}

func (o *Owner) merge(other *Owner) {
	o.Tickets += other.Tickets
	o.Unknown += other.Unknown
	o.Open = o.Open.Plus(other.Open)
	o.Worked = o.Worked.Plus(other.Worked)
}

// Owners returns the time of each owner: by agreement and month, then by region, with on-call
// and then the unknown owner last. It is empty if no agreement has owners.
func (r *Report) Owners() []Owner {
	r = r.data()
	all := make([]Owner, 0, len(r.owners))
	for _, o := range r.owners {
		all = append(all, *o)
	}
	slices.SortFunc(all, func(a, b Owner) int {
		return cmp.Or(cmp.Compare(a.Agreement, b.Agreement), a.Month.Compare(b.Month),
			cmp.Compare(a.place(), b.place()), cmp.Compare(a.Region, b.Region))
	})
	return all
}

// place returns 0 for a region, and more for what comes after the regions.
func (o *Owner) place() int {
	switch o.Region {
	case escalation.OnCall:
		return 1
	case "":
		return 2
	}
	return 0
}
