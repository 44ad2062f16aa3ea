package lint

import (
	"fmt"
	"math"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Bounds of the work on the thresholds of a metric.
const (
	maxBefore = 32      // how many earlier thresholds that tell the same person each one is compared with
	maxTold   = 200_000 // about how many instants are compared; at least one of 125 starts is examined
)

// A telling identifies when a threshold is reached, for all clocks that are counted alike.
type telling struct {
	counting
	percent       int
	before, after policy.Measure
	every         int // one of so many starts is examined
}

// A twice says how often two thresholds tell one person at one instant.
type twice struct {
	other          int // the threshold that comes first in the list
	level          severity.Level
	same, compared int       // starts
	start, at      time.Time // an example
}

// always reports whether that is so from all starts.
func (t *twice) always() bool { return t.same == t.compared }

// severity returns how grave that is: a Warning if it is so from at least half of the starts,
// a Note if from at least one in a hundred. It returns false if there is nothing to report.
func (t *twice) severity() (s Severity, ok bool) {
	if t.same*2 >= t.compared {
		return Warning, t.same > 0
	}
	return Note, t.same*100 >= t.compared*often
}

// worse reports whether t is graver than o.
func (t *twice) worse(o *twice) bool {
	a, ok := t.severity()
	b, other := o.severity()
	return ok && (!other || a > b || a == b && t.same > o.same)
}

// pace returns of how many starts one is examined, for a number of thresholds. Its values
// have no factor in common with the hours of a week, so that every hour has its turn.
func (v *view) pace(thresholds int) int {
	every := 1
	for pairs := thresholds * min(thresholds, maxBefore) * v.Scale.Len(); every < 125 && pairs/every > maxTold/len(v.starts); {
		every *= 5
	}
	return every
}

// told are the thresholds of a metric that have been examined.
type told struct {
	every int              // one of so many starts is examined
	to    map[string][]int // by who is told
	at    [][][]time.Time  // by threshold and rank; nil if not asked for yet
}

func (v *view) newTold(thresholds int) *told {
	return &told{v.pace(thresholds), map[string][]int{}, make([][][]time.Time, thresholds)}
}

// checkTwice reports a threshold that tells somebody whom an earlier threshold in the list
// tells at the same instant.
func (v *view) checkTwice(f *found, metric, i int, all *told) {
	m := &v.Metrics[metric]
	h, place := &m.Thresholds[i], v.metrics[metric].thresholds[i]
	before := all.to[h.To]
	all.to[h.To] = append(before, i)
	if len(before) == 0 {
		return
	}
	var worst twice
	mine := v.instants(metric, i, all)
	for _, k := range before[max(0, len(before)-maxBefore):] {
		others := v.instants(metric, k, all)
		for rank := range mine {
			if mine[rank] == nil || others[rank] == nil {
				continue
			}
			t := v.compareTold(mine[rank], others[rank], all.every)
			if alike(h, &m.Thresholds[k]) {
				t.same, t.compared = len(v.starts)+1, len(v.starts)+1 // from these, and from all others
			}
			if t.worse(&worst) {
				t.other, t.level = k, v.clocks[metric][rank].level
				worst = t
			}
		}
	}
	severity, ok := worst.severity()
	if !ok {
		return
	}
	o := &m.Thresholds[worst.other]
	what, consequence := fmt.Sprintf("%v tells %s at the same instant as %v", h, h.To, o), v.toldTwice(&worst, h.To)
	switch {
	case alike(h, o):
		what, consequence = fmt.Sprintf("%v tells %s, and so does another row", h, h.To), "one and the same person is told twice at one and the same instant, as of two steps"
	case !worst.always():
		what = fmt.Sprintf("%v can tell %s at the same instant as %v", h, h.To, o)
		consequence += fmt.Sprintf("; so it is at %d of %d instants of a year that were tried", worst.same, worst.compared)
	}
	remedy := "leave one out"
	if severity == Note {
		remedy += " if once is enough"
	}
	f.say(severity, "two-rules", place, what, consequence, remedy+"; the other stands at "+v.metrics[metric].thresholds[worst.other])
}

// toldTwice says what follows from that.
func (v *view) toldTwice(t *twice, to string) string {
	return fmt.Sprintf("of a ticket reported on %s as %v %s is told twice on %s, as of two steps", stamp(t.start, v.Location), t.level, to, stamp(t.at, v.Location))
}

// alike reports whether two thresholds are defined so that they are reached at the same
// instants.
func alike(a, b *policy.Threshold) bool {
	return a.Percent == b.Percent && a.Before == b.Before && a.After == b.After
}

// compareTold compares the instants of two thresholds of a clock. Thresholds that have passed
// at the start are left out.
func (v *view) compareTold(x, y []time.Time, every int) (t twice) {
	for i := range x {
		if x[i].IsZero() || y[i].IsZero() {
			continue
		}
		t.compared++
		if x[i].Equal(y[i]) {
			if t.same++; t.same == 1 {
				t.start, t.at = v.starts[i*every], x[i]
			}
		}
	}
	return t
}

// instants returns when a threshold is reached, by rank: nil where it does not apply or there
// is no clock, and empty where the clock's time is not known.
func (v *view) instants(metric, i int, all *told) [][]time.Time {
	if all.at[i] != nil {
		return all.at[i]
	}
	h, byRank := &v.Metrics[metric].Thresholds[i], make([][]time.Time, len(v.clocks[metric]))
	for rank, c := range v.clocks[metric] {
		switch {
		case c == nil || !h.Holds(c.level):
		case c.open:
			byRank[rank] = []time.Time{}
		default:
			byRank[rank] = v.tell(c, h, all.every)
		}
	}
	all.at[i] = byRank
	return byRank
}

// tell returns when a threshold of a clock is reached, by start: the zero time if that is not
// known, or not after the start.
func (v *view) tell(c *clock, h *policy.Threshold, every int) []time.Time {
	key := telling{countingOf(c.Target, c.calendar), h.Percent, h.Before, h.After, every}
	if at, ok := v.tellings[key]; ok {
		return at
	}
	var all []time.Time
	for i := 0; i < len(v.starts); i += every {
		at, err := toldAt(c.calendar, h, v.starts[i], c.due[i])
		if err != nil || !at.After(v.starts[i]) {
			at = time.Time{}
		}
		all = append(all, at)
	}
	if len(v.tellings) >= maxOwed {
		clear(v.tellings)
	}
	v.tellings[key] = all
	return all
}

// toldAt returns when a threshold is reached, of a clock with the given start and due time.
func toldAt(c *calendar.Calendar, h *policy.Threshold, start time.Time, d due) (time.Time, error) {
	switch {
	case d.err != nil:
		return time.Time{}, d.err
	case h.Before != policy.Measure{}:
		return after(c, escalation.Delay{Time: -h.Before.Time, Days: -h.Before.Days, Convention: h.Before.Convention}, d.at)
	case h.After != policy.Measure{}:
		return after(c, escalation.Delay{Time: h.After.Time, Days: h.After.Days, Convention: h.After.Convention}, d.at)
	case h.Percent == 100:
		return d.at, nil
	}
	total, err := c.Between(start, d.at)
	if err != nil {
		return time.Time{}, err
	}
	if h.Percent > 100 {
		return c.Add(d.at, partOf(total, h.Percent-100))
	}
	return c.Add(start, partOf(total, h.Percent))
}

// neverTold returns why a threshold of a clock is never reached for any ticket, or nil.
func (v *view) neverTold(c *clock, h *policy.Threshold) (first error) {
	for i, d := range c.due {
		if d.err != nil {
			continue
		}
		_, err := toldAt(c.calendar, h, v.starts[i], d)
		if err == nil || unknown(err) != nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// partOf returns a percentage of a time, rounded up, since that much has not passed earlier.
// A result too long for a Duration becomes the longest Duration.
func partOf(d time.Duration, percent int) time.Duration {
	p := time.Duration(percent)
	if d/100 >= math.MaxInt64/p-1 {
		return math.MaxInt64
	}
	return d/100*p + (d%100*p+99)/100
}
