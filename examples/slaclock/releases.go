package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// releasePolicies returns the agreements' rules for releases.
func releasePolicies() []*policy.ReleasePolicy {
	return []*policy.ReleasePolicy{
		sempre.Releases(), purchased.Releases(), cumulocity.Releases(), ispsystem.Releases(), portx.Releases(),
	}
}

// releasesCommand answers lists of releases.
func releasesCommand() command {
	return lineCommand("releases", "[-document FILE]", "tell until when releases are supported, and for what", drawFormats, func(flags *flag.FlagSet) lineWork {
		policies := releasePolicies()
		files := documentFlag(flags)
		return lineWork{
			answer: func(line []byte) (string, answer, error) { return answerReleases(line, policies) },
			check: func(string) (err error) {
				policies, err = addReleases(policies, *files)
				return err
			},
			draw: func(line []byte, o picture.Options) ([]byte, error) { return drawReleases(line, policies, o) },
		}
	})
}

// addReleases adds the documents' rules for releases.
func addReleases(policies []*policy.ReleasePolicy, paths documentPaths) ([]*policy.ReleasePolicy, error) {
	files, err := paths.read()
	if err != nil {
		return nil, err
	}
	from := make([]string, len(policies)) // the file of each
	for _, f := range files {
		if i := slices.IndexFunc(policies, func(p *policy.ReleasePolicy) bool { return p.Agreement == f.doc.Name }); i >= 0 {
			return nil, taken(f.path, f.doc.Name, from[i])
		}
		p, err := f.doc.ReleasePolicy()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.path, err)
		}
		policies, from = append(policies, p), append(from, f.path)
	}
	return policies, nil
}

func answerReleases(line []byte, policies []*policy.ReleasePolicy) (string, answer, error) {
	list, p, err := policy.ReadReleases(line, policies)
	if err != nil {
		return list.ID, nil, err
	}
	a, err := p.Answer(list)
	if err != nil {
		return list.ID, nil, err
	}
	return list.ID, releasesAnswer{p, list, a}, nil
}

// drawReleases draws how long the releases of a list are supported.
func drawReleases(line []byte, policies []*policy.ReleasePolicy, o picture.Options) ([]byte, error) {
	list, p, err := policy.ReadReleases(line, policies)
	if err != nil {
		return nil, err
	}
	o.Title = titled(list.ID, p.Agreement+" releases")
	return picture.Releases(p, list, o)
}

// A releasesAnswer is the answer to a list of releases.
type releasesAnswer struct {
	policy *policy.ReleasePolicy
	list   *policy.ReleaseList
	policy.ReleaseAnswer
}

func (a releasesAnswer) appendJSON(b []byte) []byte {
	return a.policy.AppendAnswer(b, a.list, &a.ReleaseAnswer)
}

func (a releasesAnswer) print(t *table) {
	t.header("ID      ", "AGREEMENT ", "ON        ", "SERIES    ", "VERSION ", "PHASE      ", "FROM      ", "THROUGH   ", "SUPPORTED", "CLAUSE", "SERVICES")
	first := []string{a.list.ID, a.policy.Agreement, a.list.On.String()}
	for i := range a.Releases {
		s := &a.Releases[i]
		from, supported := s.From.String(), "no"
		if s.Through.Kind == lifecycle.Never {
			from = ""
		}
		if s.Supported {
			supported = "yes"
		}
		t.row(append(first, s.Line, s.Version.String(), s.Phase, from, through(s.Through), supported, s.Clause, strings.Join(s.Services, ", "))...)
		first = []string{"", "", ""}
	}
	if len(a.Releases) == 0 {
		t.row(append(first, "", "no release yet")...)
	}
}

// through returns the last day of support as people read it.
func through(end lifecycle.Bound) string {
	switch end.Kind {
	case lifecycle.Known:
		return end.Through.String()
	case lifecycle.Never:
		return "never"
	}
	return "open"
}
