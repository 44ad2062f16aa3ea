package lint

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// Text reads a document and looks for what its author is unlikely to have meant. Each finding
// has its line and column. The error is that of [document.Decode], or a [policy.ErrCustomer]
// if the options contain an invalid attribute.
func Text(data []byte, o Options) (*Report, error) {
	d, err := document.Decode(data)
	if err != nil {
		return nil, err
	}
	r, err := checked(d, o)
	if err != nil {
		return nil, err
	}
	locate(r.Findings, data)
	slices.SortStableFunc(r.Findings, func(a, b Finding) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return r, nil
}

// Document looks for what the author of a document is unlikely to have meant. The error is
// that of [document.Document.Check], also for a nil Document, or a [policy.ErrCustomer] if
// the options contain an invalid attribute.
func Document(d *document.Document, o Options) (*Report, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	return checked(d, o)
}

// checked examines a document that has no mistakes.
func checked(d *document.Document, o Options) (*Report, error) {
	if err := o.check(d); err != nil {
		return nil, err
	}
	l := &linter{Document: d, options: &o, budget: maxWork, rowBudget: maxRowWork}
	r := &Report{Agreement: d.Name, Complete: true}
	l.unused()
	for i := range versions(d) {
		v := l.version(i)
		if !v.superseded() {
			v.covers()
			v.dates()
			v.look(r)
		}
	}
	if o.On == (calendar.Date{}) && len(versions(d)[0].Calendars) > 0 {
		l.add(noDate)
	}
	r.Findings, r.More = l.list()
	r.Findings = once(r.Findings, ladderInPause)
	return r, nil
}

// once leaves out all findings of a code but the first.
func once(all []Finding, code string) []Finding {
	seen := false
	return slices.DeleteFunc(all, func(f Finding) bool {
		again := seen && f.Code == code
		seen = seen || f.Code == code
		return again
	})
}

// noDate says that one check was left out.
func noDate(f *found) {
	f.say(Note, "coverage-not-checked", "", "no date was given",
		"whether holidays are known for twelve months to come was not looked at", "give the date on which that must be so")
}

// Policy examines an agreement that was made in Go, or for one ticket. Places in the report
// are fields of the [policy.Agreement]. What only a document can show is not examined:
// readings, attributes and rows that nothing uses. For the zero Policy, and for nil, Policy
// returns a Report without findings.
func Policy(p *policy.Policy, o Options) *Report {
	r := &Report{Complete: true}
	if p == nil || p.Scale() == nil {
		return r
	}
	r.Agreement, r.Tried = p.Name(), 1
	f := &found{}
	a := p.Agreement()
	newView(p, &a, placesOf(&a), newMemo(o.start("")), o.On).look(f)
	if o.On == (calendar.Date{}) && len(a.Calendars) > 0 {
		noDate(f)
	}
	for _, name := range sortedKeys(a.Calendars) {
		if cfg, ok := a.Calendars[name].Config(); ok {
			(&dated{name: name, config: cfg}).look(f, strictjson.Inside("calendars", name))
		}
	}
	f.list = once(f.list, ladderInPause)
	r.Findings, r.More = f.list, len(f.list) > MaxFindings
	if r.More {
		r.Findings = r.Findings[:MaxFindings]
	}
	return r
}

// placesOf names the parts of an agreement that was made in Go.
func placesOf(a *policy.Agreement) places {
	p := places{calendars: map[string]string{}, level: func(int) string { return "scale" }}
	for i, m := range a.Metrics {
		at := fmt.Sprintf("metrics[%d]", i)
		p.metrics = append(p.metrics, metricPlaces{at: at})
		for k := range m.Targets {
			p.metrics[i].targets = append(p.metrics[i].targets, fmt.Sprintf("%s.targets[%d]", at, k))
		}
		for k := range m.Thresholds {
			p.metrics[i].thresholds = append(p.metrics[i].thresholds, fmt.Sprintf("%s.thresholds[%d]", at, k))
		}
		p.metrics[i].open = make([]bool, len(m.Targets))
	}
	for i := range a.Ladders {
		p.ladders = append(p.ladders, fmt.Sprintf("ladders[%d]", i))
	}
	for name := range a.Calendars {
		p.calendars[name] = strictjson.Inside("calendars", name)
	}
	return p
}

// stamp formats an instant for findings.
func stamp(at time.Time, loc *time.Location) string {
	return at.In(loc).Format("Mon 2006-01-02 15:04 -07:00")
}
