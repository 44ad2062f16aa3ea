package policy

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/escalation"
)

// thresholds fills in what an answer tells of the thresholds of its clocks: those
// of each metric in the order of the rounds.
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
			if r.metric != m {
				continue
			}
			for k, h := range metric.Thresholds {
				row := Rung{Metric: metric.Name, Threshold: h.String(), Step: k + 1, To: h.To, Clause: h.Clause, Round: r.number, State: escalation.Pending}
				if r.marks != nil {
					row.State = r.marks[k].state
				} else if !r.open() || !t.holds(r, k) {
					row.State = escalation.Cancelled
				}
				if r.marks != nil && (row.State == escalation.Reached || row.State == escalation.Pending) {
					row.At = r.marks[k].at
				}
				if t.journal != nil {
					row.Why = []Step{{Kind: StepTarget, At: row.At, By: h.Clause,
						Text: fmt.Sprintf("%v: %s of %s %d, whose steps say when that is", r.level, h, metric.Name, r.number)}}
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

// what names a step in words.
func (r *Rung) what() string {
	if r.Metric != "" {
		return r.Metric + " " + r.Threshold
	}
	return stepText(r.Step)
}

// id identifies a step within its ticket.
func (r *Rung) id() string {
	if r.Metric != "" {
		return fmt.Sprintf("threshold/%s/%d/%d", r.Metric, r.Round, r.Step)
	}
	return fmt.Sprintf("escalation/%d/%d", r.Round, r.Step)
}
