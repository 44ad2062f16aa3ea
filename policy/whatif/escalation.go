package whatif

import (
	"slices"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// A Rung is a step of a ticket's ladder, or a threshold of one of its clocks, that
// differs between the two sides. What it is matched by stands here; when a threshold
// is reached, which can be what differs, is the Threshold of Old and New. The zero
// Rung is none. Like a [Clock] it has JSON in a [Diff] only.
type Rung struct {
	Metric string // of the clock of a threshold; "" of a step of the ladder
	Round  int    // of the ladder, or of that clock, from 1
	Step   int    // its place in the ladder, or among the metric's thresholds, from 1
	Repeat int    // 0 of the step itself, then from 1
	Old    *policy.Rung
	New    *policy.Rung // Old and New are nil where the side has no such step
}

// compareRungs returns the steps that differ. What neither side reaches any more is left
// out, whoever it would have told.
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

// never reports whether a step will not be reached any more, or is not there.
func never(r *policy.Rung) bool { return r == nil || r.State == escalation.Cancelled }

// An Owner is a change of owner that differs between the two sides. Where one has
// no change of owner at that instant, its row is the zero [escalation.Owner]. Like a
// [Clock] it has JSON in a [Diff] only. The zero Owner is of no change.
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
