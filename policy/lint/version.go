package lint

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// A linter examines a document.
type linter struct {
	*document.Document
	options *Options
	budget  int // how many more rows can be made
	// rowBudget is how many more times rows can be asked whether they hold.
	rowBudget int
	reports   []found
}

// versions returns the versions of a document, or the single version that it is.
func versions(d *document.Document) []*document.Version {
	if len(d.Versions) == 0 {
		return []*document.Version{&d.Version}
	}
	all := make([]*document.Version, len(d.Versions))
	for i := range d.Versions {
		all[i] = &d.Versions[i]
	}
	return all
}

// add adds findings that depend on no ticket.
func (l *linter) add(of func(*found)) {
	f := found{}
	of(&f)
	l.reports = append(l.reports, f)
}

// list returns all findings, up to MaxFindings.
func (l *linter) list() (all []Finding, more bool) {
	for i := range l.reports {
		all = append(all, l.reports[i].list...)
	}
	if more = len(all) > MaxFindings; more {
		all = all[:MaxFindings]
	}
	return all, more
}

// A version is a version of a document under examination.
type version struct {
	*linter
	v     *document.Version
	at    string            // the place of its fields: "" or "versions[1]."
	alone document.Document // the document with this version alone
	start time.Time
	days  map[string]bool // see places.spelled
}

func (l *linter) version(i int) *version {
	v := &version{linter: l, v: versions(l.Document)[i], alone: *l.Document}
	v.alone.Versions, v.alone.Version, v.alone.Open, v.alone.From = nil, *v.v, "", ""
	v.start = l.options.start(string(v.v.From))
	v.days = v.spelled()
	if len(l.Versions) > 0 {
		v.at = fmt.Sprintf("versions[%d].", i)
	}
	return v
}

// superseded reports whether another version has come into force by the date in the options,
// so that no ticket is reported under this one any more.
func (v *version) superseded() bool {
	if v.options.On == (calendar.Date{}) {
		return false
	}
	from, _ := calendar.ParseTime(string(v.v.From)) // the zero time if it has no beginning
	for _, w := range versions(v.Document) {
		if other, err := calendar.ParseTime(string(w.From)); err == nil && from.Before(other) && !other.After(v.start) {
			return true
		}
	}
	return false
}

// rows returns how many rows the version is made of.
func (v *version) rows() int {
	n := 1 + len(v.v.Calendars)
	for i := range v.v.Ladders {
		n += 1 + len(v.v.Ladders[i].Steps)
	}
	for i := range v.v.Metrics {
		n += 1 + len(v.v.Metrics[i].Thresholds) + len(v.v.Metrics[i].Targets)
	}
	return n * max(1, len(v.v.Levels)/4)
}

// look goes through the combinations of values, and for each makes the agreement that such a
// ticket has.
func (v *version) look(r *Report) {
	if len(v.v.Levels) == 0 {
		return // it says nothing of tickets
	}
	scale, err := v.v.Scale(v.Name)
	if err != nil {
		return // Check has said so
	}
	m := newMention()
	m.rows(v.v)
	m.document(v.Document)
	all := axes(v.Document, m, scale, v.options)
	v.neverWins(all, scale)
	tries, complete := combinations(all, max(1, min(maxMost, v.budget/v.rows())))
	merged := &merge{index: map[[3]string]int{}}
	seen := map[string][]Finding{} // by the key of the rows that an agreement was made from
	kept := newMemo(v.start)
	var tried [][]int // combinations that are tickets
	var refused error
	for i, c := range tries {
		attributes, readings, s := ticket(all, c, v.Document)
		s.scale = scale
		if v.budget -= v.rows(); v.budget < 0 && i > 0 {
			complete = false
			break
		}
		made, err := v.alone.For(policy.Customer{}, attributes, readings)
		if err == nil {
			err = v.lacks(made)
		}
		if errors.Is(err, policy.ErrCustomer) {
			refused = err
			continue
		}
		tried = append(tried, c)
		f := &found{at: v.at}
		if err != nil {
			v.contradiction(f, err)
			merged.see(len(tried)-1, f.list)
			continue
		}
		p, err := made.InForce(v.start)
		if err != nil {
			continue
		}
		a := p.Agreement()
		places, key := v.places(&a, s)
		list, ok := seen[key]
		if !ok {
			kept.share(&a, places.calendars)
			newView(p, &a, places, kept, v.options.On).look(f)
			list = f.list
			seen[key] = list
		}
		merged.see(len(tried)-1, list)
	}
	r.Tried += len(tried)
	r.Complete = r.Complete && complete
	f := found{at: v.at}
	switch {
	case len(tried) == 0:
		f.say(Warning, "no-ticket", "", "no ticket that was tried is accepted", "the first was refused: "+fmt.Sprint(refused),
			"look at refuse, and at attributes that are required or that conditions need")
	case !complete:
		f.say(Note, "not-all-tried", "", fmt.Sprintf("%d combinations of attributes and readings were tried, which are not all", len(tried)),
			"what holds only where three or more of them come together may be missing here", "nothing, or fewer conditions")
	}
	for i := range merged.all {
		s := &merged.all[i]
		s.When = when(all, tried, s.in)
		f.list = append(f.list, s.Finding)
	}
	v.reports = append(v.reports, f)
}

// lacks returns why no clock can run for some target of an agreement: the ticket does not say
// what the target's calendar needs.
func (v *version) lacks(made *policy.Versions) error {
	p, err := made.InForce(v.start)
	if err != nil {
		return nil // there is no agreement to examine
	}
	a := p.Agreement()
	for i := range a.Metrics {
		for _, t := range a.Metrics[i].Targets {
			if err := a.Lacking[t.Calendar]; err != nil {
				return err
			}
		}
	}
	return nil
}

// contradiction reports why there is no agreement for a ticket: two rows contradict each
// other, or a row that such a ticket needs cannot be used or does not exist.
func (v *version) contradiction(f *found, err error) {
	place, what := "", err.Error()
	var at *policy.PlaceError
	var row *document.RowError
	switch {
	case errors.As(err, &at):
		place, what = at.Place, strings.TrimSpace(at.Value+" "+at.Why)
	case errors.As(err, &row):
		place, what = row.Place, row.Why()
	}
	const consequence = "such a ticket is answered with an error"
	var both *document.ContradictionError
	if errors.As(err, &both) {
		f.say(Error, "two-rules", place, what, consequence, "add a row for both, or tell them apart")
		return
	}
	f.say(Error, "no-agreement", place, what, consequence, "give such tickets a row that they can have, or refuse them")
}
