package whatif

import (
	"slices"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// A Rung is a step of a ticket's ladder, or a threshold of one of its clocks, that differs
// between the two sides. Its fields are what the sides are matched by; when a threshold is
// reached, which can be the difference, is the Threshold of Old and New. The zero Rung stands
// for no step. Like a [Clock], a Rung has JSON only within a [Diff].
type Rung struct {
	Metric string // the metric of a threshold's clock; "" for a step of the ladder
	Round  int    // of the ladder, or of that clock, from 1
	Step   int    // its place in the ladder, or among the metric's thresholds, from 1
	Repeat int    // 0 for the step itself, then from 1
	Old    *policy.Rung
	New    *policy.Rung // Old and New are nil if the side has no such step
}

// compareRungs returns the steps that differ. Steps that neither side reaches any more are
// left out, whoever they would have told.
func compareRungs(before, after []policy.Rung) []Rung {
	name := func(r *policy.Rung) match { return match{r.Metric, r.Round, r.Step, r.Repeat} }
	all := differing(before, after, name, sameRung, func(m match, a, b *policy.Rung) Rung {
		return Rung{Metric: m.name, Round: m.round, Step: m.step, Repeat: m.repeat, Old: a, New: b}
	})
	return slices.DeleteFunc(all, func(r Rung) bool { return never(r.Old) && never(r.New) })
}

// sameRung reports whether two steps say the same.
func sameRung(a, b *policy.Rung) bool {
	return a.Threshold == b.Threshold && a.To == b.To && a.Clause == b.Clause && a.State == b.State &&
		a.At.Equal(b.At) && a.Notified.Equal(b.Notified)
}

// never reports whether a step will not be reached any more, or does not exist.
func never(r *policy.Rung) bool { return r == nil || r.State == escalation.Cancelled }

// An Owner is a change of owner that differs between the two sides. If a side has no change
// of owner at that instant, its row is the zero [escalation.Owner]. Like a [Clock], an Owner
// has JSON only within a [Diff]. The zero Owner stands for no change.
type Owner struct{ Old, New escalation.Owner }

// compareOwners returns the changes of owner that only one side has, or in which
// another region gets the ticket, by time.
func compareOwners(before, after []escalation.Owner) []Owner {
	var all []Owner
	for len(before)+len(after) > 0 {
		order := 0
		switch {
		case len(after) == 0:
			order = -1
		case len(before) == 0:
			order = 1
		default:
			order = before[0].From.Compare(after[0].From)
		}
		var o Owner
		if order <= 0 {
			o.Old, before = before[0], before[1:]
		}
		if order >= 0 {
			o.New, after = after[0], after[1:]
		}
		if o.Old.Region != o.New.Region {
			all = append(all, o)
		}
	}
	return all
}
