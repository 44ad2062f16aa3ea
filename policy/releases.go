package policy

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// A ReleasePolicy is what an agreement says about releases: which of them are supported,
// until when, and with what. The zero ReleasePolicy is invalid: it has no Rule, so it
// refuses every list.
type ReleasePolicy struct {
	Agreement string           // "portx"
	Scheme    lifecycle.Scheme // how version numbers are written
	Ordered   string           // the clause that says how versions are told apart and ordered
	Readings  []Reading        // all readings of the agreement
	Reading   string           // the name of the reading that affects releases; "" if none does

	// LineField names the field that sorts releases into lines, such as "environment" or
	// "product": releases count for one another only within a line. If it is "", all
	// releases form one line.
	LineField string
	// Lines lists the names that a line can have. If it is nil, any name will do, and a
	// release can leave the field out; otherwise every release must name its line.
	Lines []string
	// Fields lists further fields that a release can have, besides version and released:
	// stable, end_of_maintenance, extension_through, sustained_months.
	Fields []string
	// Least holds the least value that a numeric field can have, by the name of the field:
	// sustained_months. If it is missing or less than 1, the least value is 1.
	Least map[string]int
	// Rule makes the rule of a line under a choice of the readings.
	Rule func(line string, choices Choices) lifecycle.Rule
}

// A ReleaseList is a line of input: releases of one agreement, and the day that is asked
// for. The zero ReleaseList has no releases, and asks for 0001-01-01.
type ReleaseList struct {
	ID       string
	On       calendar.Date
	Releases []ListedRelease
	Readings map[string]string
}

// A ListedRelease is a release and the line that it belongs to. The zero ListedRelease is
// invalid: it has no version, which is a [lifecycle.ErrReleases].
type ListedRelease struct {
	lifecycle.Release
	Line string `json:"line,omitempty"`
}

// A ReleaseAnswer says for each release of a list what holds on the list's day. The zero
// ReleaseAnswer is the answer to a list without releases.
type ReleaseAnswer struct {
	Releases []ReleaseStatus
	Readings Choices // those that can affect releases, with the values used
}

// A ReleaseStatus is the answer for one release. The zero ReleaseStatus stands for no
// release.
type ReleaseStatus struct {
	ListedRelease
	lifecycle.Status // Index is the place in the whole list
}

// Answer answers a list. Releases that came out after its day are left out; the others are
// in the order of the list.
//
// The error is an [ErrReading], a [lifecycle.ErrReleases] if a version is listed twice in a
// line, a [calendar.ErrDate] if an end lies after the year 9999, an [ErrReleaseList] if the
// list is nil, an [ErrAgreement] if there is no Rule, or a [lifecycle.ErrRule] if Rule
// makes an invalid one.
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

// inList translates an error about a line of releases into one about their places in the
// whole list.
func inList(err error, places []int) error {
	var e *lifecycle.ReleaseError
	if !errors.As(err, &e) {
		return err
	}
	in := *e
	in.Index, in.First = places[e.Index], places[e.First]
	return &in
}
