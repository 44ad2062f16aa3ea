package agreementtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// reply is a twin's answer, read from its JSON.
type reply struct {
	Reply
	text []byte
	asOf time.Time
}

func (w Twin) reply(t *rapid.T, s Spec) reply {
	r := reply{text: w.text(t, s.Line())}
	err := json.Unmarshal(r.text, &r.Reply)
	if err == nil {
		err = r.asOf.UnmarshalText([]byte(r.AsOf)) // with its offset, to ask for it again
	}
	if err != nil {
		t.Fatalf("%v in %s", err, r.text)
	}
	return r
}

// Sane checks of the twin what any right answer has: it proves little, but it
// catches a twin or a generator that has gone astray.
func (w Twin) Sane(t testing.TB) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		s := w.Specs.Draw(t, "ticket")
		r := w.reply(t, s)
		if early := r.asOf.Before(s.Reported()); early != (r.Severity == "") || early && len(r.Clocks) > 0 {
			t.Fatalf("severity %q and %d clocks, asked before the report: %v", r.Severity, len(r.Clocks), early)
		}
		r.checkRows(t)
		w.checkNext(t, s, r)
		w.checkOrder(t, s, r)
		if w.Also != nil {
			w.Also(t, s)
		}
	})
}

// checkRows checks the clocks among each other: they stand in the order in which
// they started, the rounds of a metric are counted, and one of it is open at most.
func (r reply) checkRows(t *rapid.T) {
	rounds, open := map[string][]int{}, map[string]int{}
	for i, c := range r.Clocks {
		check(t, c, r.asOf)
		rounds[c.Metric] = append(rounds[c.Metric], c.Round)
		if c.Stopped == nil {
			open[c.Metric]++
		}
		if i == 0 || c.Started == nil {
			continue
		}
		if before := r.Clocks[i-1]; before.Started == nil || before.Started.After(*c.Started) {
			t.Fatalf("row %d stands behind one that started later\n%s", i, r.text)
		}
	}
	for metric, list := range rounds {
		slices.Sort(list)
		for i, round := range list {
			if round != i+1 {
				t.Fatalf("%s: rounds %v\n%s", metric, list, r.text)
			}
		}
		if open[metric] > 1 {
			t.Fatalf("%s: %d clocks at once\n%s", metric, open[metric], r.text)
		}
	}
}

// check checks a clock against its own fields.
func check(t *rapid.T, c ReplyClock, asOf time.Time) {
	ran := c.Started != nil
	if (c.WaitingFor != "") != (c.State == "waiting") {
		t.Fatalf("%+v: waits for %q", c, c.WaitingFor)
	}
	if c.Unknown == "" && ((c.Due != nil) != ran || (c.Elapsed != nil) != ran || (c.Remaining != nil) != ran) {
		t.Fatalf("%+v: started, due, elapsed, remaining do not go together", c)
	}
	// G9: unknown stands for a part that is missing, and for nothing else.
	if c.Unknown != "" && (!ran || c.Elapsed != nil && c.Remaining != nil || c.Due == nil && c.Remaining != nil) {
		t.Fatalf("%+v: unknown and the fields that it replaces do not go together", c)
	}
	until := asOf
	if c.Stopped != nil {
		until = *c.Stopped
	}
	late := c.Due != nil && until.After(*c.Due)
	right := false
	switch c.State {
	case "waiting":
		right = !ran && c.Stopped == nil
	case "running":
		right = ran && c.Stopped == nil && !late
	case "met", "cancelled":
		right = c.Stopped != nil && !late
	case "breached":
		right = late
	}
	if !right {
		t.Fatalf("%+v: this cannot be its state", c)
	}
	if ran && until.Before(*c.Started) || c.Elapsed != nil && *c.Elapsed < 0 ||
		c.Remaining != nil && (late && *c.Remaining > 0 || !late && *c.Remaining < 0) {
		t.Fatalf("%+v: elapsed or remaining has the wrong sign", c)
	}
}

// standing is what can change by itself of an answer.
func (r reply) standing() []string {
	var list []string
	for _, c := range r.Clocks {
		list = append(list, c.Metric+" "+c.State)
	}
	for _, s := range r.Escalation {
		list = append(list, fmt.Sprint("step ", s.Step, " ", s.State))
	}
	for _, o := range r.Ownership {
		list = append(list, o.Region)
	}
	return list
}

// checkNext asks again when what comes next is about to happen, where nothing may
// have changed yet but the time that is used, and when it has, where something
// must have: a clock that was due is breached.
func (w Twin) checkNext(t *rapid.T, s Spec, r reply) {
	// Where nobody knows the owner, a hand-over could come before what the twin
	// holds to be next.
	noOwner := func(s Spec) bool { return slices.Contains(w.unsettled(s.Line()), "ownership") }
	if r.Next == nil || noOwner(s) {
		return
	}
	if r.Next.At.Before(r.asOf) {
		t.Fatalf("next %v lies before as_of %v", r.Next.At, r.asOf)
	}
	before, after := time.Duration(0), time.Duration(1)
	if w.Around != nil {
		before, after = w.Around(r.Next.What)
	}
	known := s
	known.Events = slices.DeleteFunc(slices.Clone(s.Events), func(e SpecEvent) bool { return e.At.After(r.asOf) })
	if at := r.Next.At.Add(-before); !at.Before(r.asOf) {
		if so := w.reply(t, known.At(at)); !slices.Equal(r.standing(), so.standing()) {
			t.Fatalf("changes before next is over\nas_of %s\nnext  %s\n%s", r.standing(), so.standing(), s.Line())
		}
	}
	then := known.At(r.Next.At.Add(after))
	if noOwner(then) {
		return
	}
	so := w.reply(t, then)
	if slices.Equal(r.standing(), so.standing()) {
		t.Fatalf("nothing changes right after next\n%s", s.Line())
	}
	metric, due := strings.CutSuffix(r.Next.What, " due")
	for _, c := range so.Clocks {
		if due && after > 0 && c.Metric == metric && c.Stopped == nil && c.Started != nil && c.State != "breached" {
			t.Fatalf("%s is %s right after it was due\n%s", metric, c.State, s.Line())
		}
		// What is over stays, and no clock comes by itself. A row can move up, where
		// its clock no longer waits.
		i := slices.IndexFunc(r.Clocks, func(was ReplyClock) bool { return was.Metric == c.Metric && was.Round == c.Round })
		if i < 0 || r.Clocks[i].Stopped != nil && c.State != r.Clocks[i].State {
			t.Fatalf("%s %d is %s right after next\n%s\n%s", c.Metric, c.Round, c.State, r.text, s.Line())
		}
	}
	if len(so.Clocks) != len(r.Clocks) {
		t.Fatalf("of %d clocks there are %d right after next\n%s", len(r.Clocks), len(so.Clocks), s.Line())
	}
}

// checkOrder hands the same events in by time, and leaves out those after as_of.
func (w Twin) checkOrder(t *rapid.T, s Spec, r reply) {
	other := s.sorted().Until(r.asOf).At(r.asOf)
	if so := w.reply(t, other); !bytes.Equal(r.text, so.text) {
		t.Fatalf("events by time and without later ones answer differently\n%s\n%s", r.text, so.text)
	}
}
