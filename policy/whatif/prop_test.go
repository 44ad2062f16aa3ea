package whatif_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/whatif"
	"pgregory.net/rapid"
)

// sides are what sides are drawn from.
var sides = [...]string{"", "customer.country=B", "shop.zone=+01:00", "shop.resolution=3 days", "shop.resolution=none,customer.country=B", "shop.mail=waits"}

// makers has a maker for each of sides that makes its Policy once, and two with
// repeats and thresholds.
func makers(t *testing.T) []whatif.Maker {
	each := []whatif.Maker{stepping(2, 50, 100), stepping(1, 75)}
	for _, text := range sides {
		each = append(each, with(t, text))
	}
	var all []whatif.Maker
	for _, maker := range each {
		p, err := maker(&policy.Ticket{Agreement: "shop", Customer: policy.Customer{Country: "A"}})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, func(*policy.Ticket) (*policy.Policy, error) { return p, nil })
	}
	return all
}

// tickets returns a generator of tickets of shop.
func tickets(t *testing.T) *rapid.Generator[*policy.Ticket] {
	p, err := shop(&policy.Ticket{Customer: policy.Customer{Country: "A"}})
	if err != nil {
		t.Fatal(err)
	}
	timelines := policytest.Timelines(p)
	return rapid.Custom(func(t *rapid.T) *policy.Ticket {
		l := timelines.Draw(t, "ticket")
		ticket := &policy.Ticket{ID: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "id"), Agreement: "shop", AsOf: policy.Stamp{Text: "x", Time: l.AsOf}}
		for _, e := range l.Events {
			one := policy.TicketEvent{At: policy.Stamp{Text: "x", Time: e.At}, Kind: e.Kind, Channel: e.Channel}
			if !e.Severity.IsZero() {
				name := e.Severity.String()
				one.Severity = &name
			}
			ticket.Events = append(ticket.Events, one)
		}
		return ticket
	})
}

// draw draws a comparison, and the same the other way round.
func draw(t *rapid.T, g *rapid.Generator[*policy.Ticket], all []whatif.Maker) (there, back *whatif.Diff) {
	ticket := g.Draw(t, "ticket")
	from, to := rapid.IntRange(0, len(all)-1).Draw(t, "from"), rapid.IntRange(0, len(all)-1).Draw(t, "to")
	compare := func(from, to int) *whatif.Diff {
		d, err := whatif.Compare(ticket, all[from], all[to])
		if err == nil {
			err = d.Explain(ticket)
		}
		if err != nil {
			t.Fatal(err)
		}
		return &d
	}
	return compare(from, to), compare(to, from)
}

// TestPropEqualSides: two agreements that are the same make no difference.
func TestPropEqualSides(t *testing.T) {
	g, one, other := tickets(t), makers(t), makers(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(one)-1).Draw(t, "side")
		d, err := whatif.Compare(g.Draw(t, "ticket"), one[i], other[i])
		if err != nil || d.Differs() {
			t.Fatalf("%v, %v", tell(&d), err)
		}
	})
}

// TestPropMirror: what one way is new is old the other way, later is earlier,
// and breached is saved.
func TestPropMirror(t *testing.T) {
	g, all := tickets(t), makers(t)
	rapid.Check(t, func(t *rapid.T) {
		there, back := draw(t, g, all)
		if there.Differs() != back.Differs() || there.NextDiffers() != back.NextDiffers() || there.SeverityDiffers() != back.SeverityDiffers() {
			t.Fatal("one way is different, the other is not")
		}
		mirror := *back
		mirror.Old, mirror.New = back.New, back.Old
		mirror.Clocks, mirror.Rungs, mirror.Owners = nil, nil, nil
		// The order goes by the old side; what only one has comes first or last.
		for i := range there.Clocks {
			k := slices.IndexFunc(back.Clocks, func(c whatif.Clock) bool {
				return c.Metric == there.Clocks[i].Metric && c.Round == there.Clocks[i].Round
			})
			if k < 0 {
				t.Fatalf("%s %d differs one way only", there.Clocks[i].Metric, there.Clocks[i].Round)
			}
			c := back.Clocks[k]
			a, known := there.Clocks[i].Moved()
			if b, alsoKnown := c.Moved(); known != alsoKnown || a != -b {
				t.Fatalf("moved %v and %v", a, b)
			}
			if c.Breached() != there.Clocks[i].Saved() || c.Saved() != there.Clocks[i].Breached() {
				t.Fatal("a clock that is breached one way is not saved the other way")
			}
			c.Old, c.New, c.Causes = c.New, c.Old, slices.Clone(c.Causes)
			for n := range c.Causes {
				cause := &c.Causes[n]
				cause.Old, cause.New = cause.New, cause.Old
				if cause.Kind == whatif.CauseClause || cause.Kind == whatif.CauseEvent { // the name is the new side's
					cause.Name = there.Clocks[i].Causes[n].Name
				}
			}
			mirror.Clocks = append(mirror.Clocks, c)
		}
		for i := range there.Rungs {
			k := slices.IndexFunc(back.Rungs, func(s whatif.Rung) bool {
				o := there.Rungs[i]
				return s.Metric == o.Metric && s.Round == o.Round && s.Step == o.Step && s.Repeat == o.Repeat
			})
			if k < 0 {
				t.Fatal("a step differs one way only")
			}
			s := back.Rungs[k]
			s.Old, s.New = s.New, s.Old
			mirror.Rungs = append(mirror.Rungs, s)
		}
		for _, o := range back.Owners {
			mirror.Owners = append(mirror.Owners, whatif.Owner{Old: o.New, New: o.Old})
		}
		if diff := cmp.Diff(tell(there), tell(&mirror)); diff != "" || len(there.Clocks) != len(back.Clocks) || len(there.Rungs) != len(back.Rungs) {
			t.Fatalf("(-there +mirrored):\n%s", diff)
		}
	})
}

// TestPropMovedByCauses: a due time that moves does so because of something, and hours
// are responsible for no clock that is counted as before and due as before.
func TestPropMovedByCauses(t *testing.T) {
	g, all := tickets(t), makers(t)
	rapid.Check(t, func(t *rapid.T) {
		d, _ := draw(t, g, all)
		for i := range d.Clocks {
			c := &d.Clocks[i]
			by, ok := c.Moved()
			found := len(c.Causes) - len(d.Readings())
			if ok && by != 0 && found == 0 {
				t.Fatalf("%s moves by %v because of nothing: %v", c.Metric, by, tell(d))
			}
			if ok && by == 0 && slices.ContainsFunc(c.Causes, func(cause whatif.Cause) bool { return cause.Kind == whatif.CauseHours }) {
				t.Fatalf("%s does not move, and hours do it: %v", c.Metric, tell(d))
			}
		}
	})
}

// TestPropSummary: a summary of parts is that of the whole, in any order; and each
// clock that differs is counted once.
func TestPropSummary(t *testing.T) {
	g, makers := tickets(t), makers(t)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.IntRange(0, 3).Draw(t, "list")
		var diffs []*whatif.Diff
		differ := 0
		for range rapid.IntRange(0, 4).Draw(t, "tickets") {
			d, _ := draw(t, g, makers)
			diffs = append(diffs, d)
			differ += len(d.Clocks)
		}
		whole, all := whatif.NewSummary(list), whatif.NewSummary(list)
		for _, d := range diffs {
			whole.Add(d)
		}
		part := whatif.NewSummary(list)
		for _, d := range rapid.Permutation(diffs).Draw(t, "order") {
			if part.Add(d); rapid.Bool().Draw(t, "another part") {
				merge(t, all, part)
				part = whatif.NewSummary(list)
			}
		}
		merge(t, all, part)
		if diff := cmp.Diff(string(whole.AppendJSON(nil)), string(all.AppendJSON(nil))); diff != "" {
			t.Fatalf("(-whole +merged):\n%s", diff)
		}
		for _, r := range whole.Rows() {
			if r.Differ > r.Clocks || r.Moves()+r.Appeared+r.Vanished > r.Differ || r.Min > r.Median || r.Median > r.Max {
				t.Fatalf("%+v", r)
			}
			differ -= r.Differ
		}
		if differ != 0 || len(whole.Breached().List) != min(list, whole.Breached().Total) {
			t.Fatalf("%d clocks differ besides those counted", differ)
		}
		merge(t, all, all)
		if all.Tickets() != 2*len(diffs) || all.Saved().Total != 2*whole.Saved().Total {
			t.Fatal("merged with itself it does not count twice")
		}
	})
}

// merge makes one summary take another that lists as many clocks.
func merge(t *rapid.T, s, o *whatif.Summary) {
	if err := s.Merge(o); err != nil {
		t.Fatal(err)
	}
}
