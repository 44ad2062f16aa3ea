package lifecycle_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// The slow twin of Latest goes through the days, and takes the latest N away one
// by one: the highest of those that count, with its whole group.

type slowVersion struct {
	parts        [3]int
	day          int
	intermediate bool
}

func (v slowVersion) sameParts(w slowVersion, n int) bool {
	for i := range n {
		if v.parts[i] != w.parts[i] {
			return false
		}
	}
	return true
}

func (v slowVersion) above(w slowVersion) bool {
	for i := range v.parts {
		if v.parts[i] != w.parts[i] {
			return v.parts[i] > w.parts[i]
		}
	}
	return false
}

// slowAmongLatest reports whether r is among the latest ones on a day.
func slowAmongLatest(all []slowVersion, r slowVersion, e lifecycle.Latest, day int) bool {
	group := e.Scope.Group
	if group == 0 {
		group = 3
	}
	var left []slowVersion
	for _, v := range all {
		if v.day <= day && v.sameParts(r, e.Scope.Within) && !(e.Scope.Stable && v.intermediate) {
			left = append(left, v)
		}
	}
	oldest := -1
	for n := 0; n < e.N && len(left) > 0; n++ {
		top := left[0]
		for _, v := range left {
			if v.above(top) {
				top = v
			}
		}
		oldest = top.day
		var rest []slowVersion
		for _, v := range left {
			if !v.sameParts(top, group) {
				rest = append(rest, v)
				continue
			}
			if v == r {
				return true
			}
			oldest = min(oldest, v.day)
		}
		left = rest
	}
	return e.Between && r.intermediate && oldest >= 0 && r.day >= oldest
}

// tomorrow returns the day after a day.
func tomorrow(t *rapid.T, d calendar.Date) calendar.Date {
	next, err := d.Plus(1, calendar.Days)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestPropLatest_SlowTwin(t *testing.T) {
	first := day(t, "2024-02-01")
	const horizon = 60
	end, err := first.Plus(horizon, calendar.Days)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.IntRange(0, 2)
		all := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) slowVersion {
			return slowVersion{
				parts: [3]int{part.Draw(t, "major"), part.Draw(t, "minor"), part.Draw(t, "patch")},
				day:   rapid.IntRange(0, 40).Draw(t, "day"), intermediate: rapid.Bool().Draw(t, "intermediate"),
			}
		}), 1, 8, func(v slowVersion) [3]int { return v.parts }).Draw(t, "versions")
		e := lifecycle.Latest{N: rapid.IntRange(1, 3).Draw(t, "n"), Scope: rapid.SampledFrom([]lifecycle.Scope{
			{}, {Group: 1}, {Group: 2}, {Within: 1}, {Within: 1, Group: 2}, {Within: 2},
		}).Draw(t, "scope")}
		e.Scope.Stable = rapid.Bool().Draw(t, "stable")
		e.Between = e.Scope.Stable && rapid.Bool().Draw(t, "between")

		on := all[0].day
		var there []slowVersion
		var releases []lifecycle.Release
		for _, v := range all {
			released, err := first.Plus(v.day, calendar.Days)
			if err != nil {
				t.Fatal(err)
			}
			if v.day <= on {
				there = append(there, v)
			}
			releases = append(releases, lifecycle.Release{Version: parse(t, dotted(v.parts[:])), Released: released, Intermediate: v.intermediate})
		}
		rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "in", End: e}}}
		answers, err := rule.Ask(releases, releases[0].Released)
		if err != nil || len(answers) != len(there) {
			t.Fatal(len(answers), err)
		}
		for k, v := range there {
			want, spells, in := "never", []string{}, false
			for d := v.day; d <= horizon; d++ {
				date, err := first.Plus(d, calendar.Days)
				if err != nil {
					t.Fatal(err)
				}
				was := in
				if in = slowAmongLatest(there, v, e, d); !in {
					continue
				}
				if want = date.String(); d == horizon {
					want = "open"
				}
				if !was {
					spells = append(spells, "")
				}
				spells[len(spells)-1] += date.String() + " "
			}
			got := answers[k].Through.Kind.String()
			if got == "known" {
				got = answers[k].Through.Through.String()
			}
			if got != want {
				t.Errorf("%+v of %v: %s; want %s", e, fmt.Sprint(v), got, want)
			}
			days := []string{}
			for _, s := range answers[k].Stages {
				days = append(days, "")
				for d := s.From; s.Through.Covers(d) && d.Compare(end) <= 0; d = tomorrow(t, d) {
					days[len(days)-1] += d.String() + " "
				}
			}
			if diff := cmp.Diff(spells, days); diff != "" {
				t.Errorf("%+v of %v: spells (-want +got):\n%s", e, fmt.Sprint(v), diff)
			}
		}
	})
}
