package whatif

import (
	"cmp"
	"slices"

	"github.com/slaclock/slaclock/policy"
)

// A Summary counts differences. It is made by [NewSummary]; the zero Summary is empty and
// lists no clocks. A nil Summary is always empty: it counts nothing. A Summary is not safe
// for concurrent use. It keeps 8 bytes for each due time that moves.
type Summary struct {
	list            int
	tickets         int
	differ          int
	rows            map[rowKey]*row
	causes          map[CauseCount]int // with Clocks 0 as the key
	steps           map[stepKey]*StepRow
	breached, saved Verdicts
}

// NewSummary returns an empty summary that lists up to list clocks that are newly breached,
// and as many that are saved. If list is less than 1, it lists none.
func NewSummary(list int) *Summary { return &Summary{list: max(list, 0)} }

// Verdicts are the clocks that are newly breached, or those that are saved. The zero Verdicts
// have no clocks.
type Verdicts struct {
	Total int       // all of them
	List  []Verdict // the first ones, by agreement, id, metric and round
}

// A Verdict is a clock that the two sides judge differently. The zero Verdict stands for no
// clock.
type Verdict struct {
	ID        string `json:"id,omitempty"` // the ticket's ID; "" if it has none
	Agreement string `json:"agreement"`    // of the old side
	Metric    string `json:"metric"`
	Round     int    `json:"round"`    // numbers the clocks of the metric within the ticket, from 1
	Level     string `json:"severity"` // the level by which the old side judges it, or the new side if only that has it
}

// A CauseCount says how many clocks differ for one cause. A clock with several causes is
// counted for each. The zero CauseCount stands for no cause.
type CauseCount struct {
	Agreement string    `json:"agreement"`
	Kind      CauseKind `json:"kind"`
	Name      string    `json:"name"`
	// Old and New are what each side has: for a reading its value, for a clause the clause.
	// Other causes are counted by name only.
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
	Clocks int    `json:"clocks"`
}

// data returns s, or an empty summary if s is nil.
func (s *Summary) data() *Summary {
	if s == nil {
		return new(Summary)
	}
	return s
}

// Tickets returns how many tickets have been compared.
func (s *Summary) Tickets() int { return s.data().tickets }

// Differing returns how many of the tickets compared differ.
func (s *Summary) Differing() int { return s.data().differ }

// Breached returns the clocks that are newly breached.
func (s *Summary) Breached() Verdicts {
	s = s.data()
	return Verdicts{s.breached.Total, slices.Clone(s.breached.List)}
}

// Saved returns the clocks that are no longer breached.
func (s *Summary) Saved() Verdicts {
	s = s.data()
	return Verdicts{s.saved.Total, slices.Clone(s.saved.List)}
}

// Add counts the comparison of a ticket, whether it differs or not. The zero Diff, like nil,
// counts as a ticket and nothing else.
func (s *Summary) Add(d *Diff) {
	if s == nil {
		return
	}
	s.tickets++
	if d == nil || d.Old.Policy == nil {
		return
	}
	if d.Differs() {
		s.differ++
	}
	agreement := d.Old.Policy.Name()
	for i := range d.Old.Answer.Clocks {
		c := &d.Old.Answer.Clocks[i]
		s.row(agreement, c).Clocks++
	}
	for i := range d.Clocks {
		s.addClock(d, agreement, &d.Clocks[i])
	}
	for i := range d.Rungs {
		s.addRung(agreement, &d.Rungs[i])
	}
}

func (s *Summary) addClock(d *Diff, agreement string, c *Clock) {
	at := c.Old
	if at == nil {
		at = c.New
	}
	r := s.row(agreement, at)
	switch {
	case c.Old == nil:
		r.Clocks++
		r.Appeared++
	case c.New == nil:
		r.Vanished++
	}
	r.Differ++
	if by, ok := c.Moved(); ok && by != 0 {
		r.moves = append(r.moves, by)
		if by < 0 {
			r.Earlier++
		} else {
			r.Later++
		}
	}
	verdict := Verdict{d.ID, agreement, c.Metric, c.Round, at.Severity.String()}
	if c.Breached() {
		r.Breached++
		s.breached.add(s.list, verdict)
	}
	if c.Saved() {
		r.Saved++
		s.saved.add(s.list, verdict)
	}
	s.addCauses(agreement, c)
}

func (s *Summary) addCauses(agreement string, c *Clock) {
	for _, cause := range c.Causes {
		k := CauseCount{Agreement: agreement, Kind: cause.Kind, Name: cause.Name}
		if cause.Kind == CauseReading || cause.Kind == CauseClause {
			k.Old, k.New = cause.Old, cause.New
		}
		s.cause(k, 1)
	}
}

func (s *Summary) cause(k CauseCount, n int) {
	if s.causes == nil {
		s.causes = map[CauseCount]int{}
	}
	s.causes[k] += n
}

// add counts a verdict, and lists it in its place if there is room.
func (v *Verdicts) add(list int, one Verdict) {
	v.Total++
	i, _ := slices.BinarySearchFunc(v.List, one, Verdict.compare)
	if i >= list {
		return
	}
	v.List = slices.Insert(v.List[:min(len(v.List), list-1)], i, one)
}

func (v Verdict) compare(o Verdict) int {
	return cmp.Or(cmp.Compare(v.Agreement, o.Agreement), cmp.Compare(v.ID, o.ID), cmp.Compare(v.Metric, o.Metric),
		cmp.Compare(v.Round, o.Round), cmp.Compare(v.Level, o.Level))
}

// Causes returns the causes and how many clocks each is responsible for: by agreement and
// kind, the most frequent first.
func (s *Summary) Causes() []CauseCount {
	s = s.data()
	all := make([]CauseCount, 0, len(s.causes))
	for k, n := range s.causes {
		k.Clocks = n
		all = append(all, k)
	}
	order := kinds()
	slices.SortFunc(all, func(a, b CauseCount) int {
		return cmp.Or(cmp.Compare(a.Agreement, b.Agreement), slices.Index(order, a.Kind)-slices.Index(order, b.Kind),
			cmp.Compare(b.Clocks, a.Clocks), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Old, b.Old), cmp.Compare(a.New, b.New))
	})
	return all
}

func (s *Summary) row(agreement string, c *policy.Clock) *row {
	return s.rowAt(rowKey{agreement, c.Metric, c.Severity.String(), c.Severity.Rank()})
}

func (s *Summary) rowAt(k rowKey) *row {
	r := s.rows[k]
	if r == nil {
		if s.rows == nil {
			s.rows = map[rowKey]*row{}
		}
		r = &row{Row: Row{Agreement: k.agreement, Metric: k.metric, Level: k.level}}
		s.rows[k] = r
	}
	return r
}
