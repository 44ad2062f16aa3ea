package policy

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// A ReleasePolicy is what an agreement says of releases: which of them are
// supported, until when, and with what. The zero ReleasePolicy has no Rule, and
// refuses every release.
type ReleasePolicy struct {
	Agreement string           // "portx"
	Scheme    lifecycle.Scheme // how version numbers are written
	Ordered   string           // the clause that says how versions are told apart and ordered
	Readings  []Reading        // all of the agreement's
	Reading   string           // the name of the one that touches releases; "" if none does

	// LineField names the field by which releases fall into lines, those that
	// count for one another: "environment" or "product". "" is one line of all.
	LineField string
	// Lines are the names that a line can have. Where it is nil any will do, and
	// a release can leave the field out; where it is not, none can.
	Lines []string
	// Fields are further fields that a release can have, besides version and
	// released: stable, end_of_maintenance, extension_through, sustained_months.
	Fields []string
	// Least has the least that a field which is a number can be, by its name:
	// sustained_months. Where it has none, or less than 1, that is 1.
	Least map[string]int
	// Rule makes the rule of a line, for a choice of the readings.
	Rule func(line string, choices Choices) lifecycle.Rule
}

// A ReleaseList is a line of input: releases of one agreement, and the day that
// is asked for. The zero ReleaseList has no release, and asks for 0001-01-01.
type ReleaseList struct {
	ID       string
	On       calendar.Date
	Releases []ListedRelease
	Readings map[string]string
}

// A ListedRelease is a release and the line that it belongs to. The zero
// ListedRelease has no version, which is a [lifecycle.ErrReleases].
type ListedRelease struct {
	lifecycle.Release
	Line string `json:"line,omitempty"`
}

// A ReleaseAnswer says of each release of a list what holds on its day. The zero
// ReleaseAnswer is that of a list without releases.
type ReleaseAnswer struct {
	Releases []ReleaseStatus
	Readings Choices // those that can touch releases, with the values used
}

// A ReleaseStatus is the answer for one release. The zero ReleaseStatus is none.
type ReleaseStatus struct {
	ListedRelease
	lifecycle.Status // Index is the place in the whole list
}

// Answer answers a list. Releases after its day are left out; the others come in
// the order of the list.
//
// The error is an [ErrReading], a [lifecycle.ErrReleases] where a version is
// listed twice in a line, a [calendar.ErrDate] where an end lies after the year
// 9999, an [ErrReleaseList] where the list is nil, or an [ErrAgreement] where there is
// no Rule, or a [lifecycle.ErrRule] where it makes one that is wrong.
func (p *ReleasePolicy) Answer(list *ReleaseList) (ReleaseAnswer, error) {
	if p == nil || p.Rule == nil {
		return ReleaseAnswer{}, wrong("rule", "", "is missing; an agreement says how long its releases are supported")
	}
	if list == nil {
		return ReleaseAnswer{}, &PlaceError{Kind: ErrReleaseList, Place: "list", Why: "is nil; read one with ReadReleases"}
	}
	choices, err := Choose(p.Readings, list.Readings)
	if err != nil {
		return ReleaseAnswer{}, err
	}
	var names []string
	places := map[string][]int{} // of the releases of each line
	for i, r := range list.Releases {
		if places[r.Line] == nil {
			names = append(names, r.Line)
		}
		places[r.Line] = append(places[r.Line], i)
	}
	status := make([]*lifecycle.Status, len(list.Releases))
	for _, name := range names {
		line := make([]lifecycle.Release, len(places[name]))
		for k, i := range places[name] {
			line[k] = list.Releases[i].Release
		}
		rule := p.Rule(name, choices)
		answers, err := rule.Ask(line, list.On)
		if err != nil {
			err = inList(err, places[name])
			if name != "" {
				err = &whereError{fmt.Sprintf("%s %q", p.LineField, name), err}
			}
			return ReleaseAnswer{}, err
		}
		for k := range answers {
			s := &answers[k]
			s.Index = places[name][s.Index]
			status[s.Index] = s
		}
	}
	answer := ReleaseAnswer{Releases: make([]ReleaseStatus, 0, len(status))}
	for i, s := range status {
		if s != nil {
			answer.Releases = append(answer.Releases, ReleaseStatus{list.Releases[i], *s})
		}
	}
	for _, c := range choices {
		if c.Name == p.Reading {
			answer.Readings = append(answer.Readings, c)
		}
	}
	return answer, nil
}

// inList says of an error about a line of releases where in the whole list they stand.
func inList(err error, places []int) error {
	var e *lifecycle.ReleaseError
	if !errors.As(err, &e) {
		return err
	}
	in := *e
	in.Index, in.First = places[e.Index], places[e.First]
	return &in
}
