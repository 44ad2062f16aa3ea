package policy

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// Holds reports whether the threshold holds at a level: whether it names the level, by any
// of its names, or names no level at all. It never holds at the zero Level.
func (h Threshold) Holds(level severity.Level) bool {
	return !level.IsZero() && (len(h.Levels) == 0 || slices.ContainsFunc(h.Levels, func(name string) bool {
		l, err := level.Scale().Parse(name)
		return err == nil && l == level
	}))
}

// thresholds fills in what an answer says about the thresholds of its clocks: those of each
// metric in the order of the rounds.
func (t *timeline) thresholds(a *Answer, asOf time.Time) {
	if !t.policy.followed {
		return
	}
	for m := range t.policy.metrics {
		metric := &t.policy.metrics[m]
		if len(metric.Thresholds) == 0 {
			continue
		}
		from := len(a.Escalation)
		for i := range t.rounds.n {
			r := t.rounds.at(i)
			if r.metric.place != m {
				continue
			}
			for k, h := range metric.Thresholds {
				row := Rung{Metric: metric.Name, Threshold: h.String(), Step: k + 1, To: h.To, Clause: h.Clause, Round: int(r.number), State: escalation.Pending}
				if r.marks != nil {
					row.State = r.marks[k].state
				} else if !r.open() || !t.holds(r, k) {
					row.State = escalation.Cancelled
				}
				if r.marks != nil && (row.State == escalation.Reached || row.State == escalation.Pending) {
					row.At = r.marks[k].at
				}
				if t.journal != nil {
					row.Why = t.whyMark(r, k, &row)
				}
				a.Escalation = append(a.Escalation, row)
			}
		}
		rows := a.Escalation[from:]
		slices.SortStableFunc(rows, func(a, b Rung) int { return a.Round - b.Round })
		for _, row := range rows {
			if at, ok := row.At.Get(); ok && row.State == escalation.Pending && at.After(asOf) {
				a.Next.consider(at, row.what())
			}
		}
	}
}

// whyMark returns the ordered steps of a threshold of a clock, without those of the clock
// itself.
func (t *timeline) whyMark(r *round, k int, row *Rung) []Step {
	text := fmt.Sprintf("%v: %s of %s %d", r.target.level, row.Threshold, row.Metric, row.Round)
	switch {
	case row.State == escalation.Cancelled && !t.holds(r, k):
		text += ", for which it does not hold"
	case row.State == escalation.Cancelled:
		text += ", which stopped before it"
	case row.State == escalation.Halted:
		text += ", which stands still"
	case r.marks != nil && r.marks[k].late:
		text += ": that had gone by, so it is reached at once"
	}
	steps := []Step{{Kind: StepTarget, At: row.At, By: row.Clause, Text: text}}
	if row.State == escalation.Reached {
		steps = append(steps, Step{Kind: StepReached, At: row.At, By: row.Clause})
	}
	return steps
}

// String names the step within its ticket, without who is told: "step 2", "step 2, repeat 1
// of ladder 2", "75% of response", "75% of update 2". For the zero Rung it returns "none".
func (r Rung) String() string {
	if r.Step == 0 {
		return "none"
	}
	text, of := "step "+strconv.Itoa(r.Step), " of ladder "
	if r.Repeat > 0 {
		text += ", repeat " + strconv.Itoa(r.Repeat)
	}
	if r.Metric != "" {
		text, of = r.Threshold+" of "+r.Metric, " "
	}
	if r.Round > 1 {
		text += of + strconv.Itoa(r.Round)
	}
	return text
}

// what names a step as the next change; its words do not count the rounds.
func (r *Rung) what() string {
	if r.Metric != "" {
		return r.Metric + " " + r.Threshold
	}
	return rungText(r.Step, r.Repeat)
}
