package whatif

import (
	"cmp"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A StepRow says what becomes of the steps of one agreement's ladders, or of the thresholds
// of one metric's clocks, that differ. A step can be counted in several fields: it can come
// later and tell somebody else. The zero StepRow counts no steps.
type StepRow struct {
	Agreement string
	Metric    string // the metric whose thresholds they are; "" for the steps of ladders

	Differ    int // those that differ in any way
	Earlier   int // those that are reached earlier
	Later     int // those that are reached later
	Appeared  int // those that only the new side has
	Vanished  int // those that only the old side has
	Recipient int // those that tell somebody else
}

// columns returns all counts of a row, in the order of its JSON.
func (r *StepRow) columns() [6]column {
	return [...]column{{"differ", &r.Differ}, {"earlier", &r.Earlier}, {"later", &r.Later},
		{"appeared", &r.Appeared}, {"vanished", &r.Vanished}, {"recipient", &r.Recipient}}
}

type stepKey struct{ agreement, metric string }

// Steps returns what becomes of steps and thresholds, by agreement and metric, the ladders
// first. There is no row where nothing differs.
func (s *Summary) Steps() []StepRow {
	s = s.data()
	keys := slices.SortedFunc(maps.Keys(s.steps), func(a, b stepKey) int {
		return cmp.Or(cmp.Compare(a.agreement, b.agreement), cmp.Compare(a.metric, b.metric))
	})
	rows := make([]StepRow, len(keys))
	for i, k := range keys {
		rows[i] = *s.steps[k]
	}
	return rows
}

// addRung counts a step that differs.
func (s *Summary) addRung(agreement string, g *Rung) {
	r := s.stepsAt(stepKey{agreement, g.Metric})
	r.Differ++
	switch {
	case g.Old == nil:
		r.Appeared++
		return
	case g.New == nil:
		r.Vanished++
		return
	}
	if g.Old.To != g.New.To {
		r.Recipient++
	}
	before, known := g.Old.At.Get()
	after, too := g.New.At.Get()
	switch {
	case !known || !too:
	case after.Before(before):
		r.Earlier++
	case after.After(before):
		r.Later++
	}
}

func (s *Summary) stepsAt(k stepKey) *StepRow {
	r := s.steps[k]
	if r == nil {
		if s.steps == nil {
			s.steps = map[stepKey]*StepRow{}
		}
		r = &StepRow{Agreement: k.agreement, Metric: k.metric}
		s.steps[k] = r
	}
	return r
}

// takeSteps adds the steps of another summary.
func (s *Summary) takeSteps(o *Summary) {
	for k, r := range o.steps {
		ours, theirs := s.stepsAt(k).columns(), r.columns()
		for i := range ours {
			*ours[i].count += *theirs[i].count
		}
	}
}

// MarshalJSON returns the row as in a summary's JSON: without a metric for the steps of
// ladders. The error is always nil.
func (r StepRow) MarshalJSON() ([]byte, error) {
	w := writer{strictjson.NewWriter(nil)}
	w.stepRow(&r)
	return w.Bytes(), nil
}

func (w *writer) stepRow(r *StepRow) {
	w.OpenObject()
	w.Name("agreement").Text(r.Agreement)
	w.Optional("metric", r.Metric)
	for _, c := range r.columns() {
		w.Name(c.name).Int(*c.count)
	}
	w.CloseObject()
}
