package lifecycle_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// The next change comes on the day after an end, if anything is different then.
func TestAsk_Next(t *testing.T) {
	for _, tt := range []struct{ releases, extension, on, want string }{
		{"1@2024-01-31", "", "2024-07-30", "2024-08-01 maintenance true fixes"},
		{"1@2024-01-31", "", "2024-07-31", "2024-08-01 maintenance true fixes"},
		{"1@2024-01-31", "", "2024-08-01", "2025-02-01 sustained true help"},
		{"1@2024-01-31", "", "2025-02-01", "none"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "", "2025-12-31", "none"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "", "2026-01-01", "2026-01-02 self-help false pages"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "", "2026-01-02", "none"},
		// The extension's services hide those of the stages, so that a change of the
		// phase alone, and its own end, are changes.
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "2026-03-01", "2026-01-01", "2026-01-02 self-help true fixes for a fee"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "2026-03-01", "2026-03-01", "2026-03-02 self-help false pages"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "2026-03-01", "2026-03-02", "none"},
		{"1@2024-01-31", "2024-02-29", "2024-02-28", "2024-03-01 full true features,fixes"},
		{"1@9999-01-31", "", "9999-08-01", "none"}, // the last day of all has none after it
	} {
		releases := list(t, tt.releases)
		if tt.extension != "" {
			releases[0].Given = map[string]calendar.Date{"extension": day(t, tt.extension)}
		}
		rule := stagedRule()
		if strings.Contains(tt.releases, "@9999") {
			rule.Stages[1].End = lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToYearEnd}}
		}
		answers, err := rule.Ask(releases, day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		if got := sayNext(answers[0].Next); got != tt.want {
			t.Errorf("%s on %s: got %s\nwant %s", tt.releases, tt.on, got, tt.want)
		}
	}
}

func sayNext(c *lifecycle.StatusChange) string {
	if c == nil {
		return "none"
	}
	return fmt.Sprintf("%v %s %v %s", c.On, c.Phase, c.Supported, strings.Join(c.Services, ","))
}

// What else could change the answer: each end says so, once.
func TestAsk_MovedBy(t *testing.T) {
	current := lifecycle.Rule{Support: months(lifecycle.Current{Scope: perMajor}, 12)}
	either := lifecycle.Rule{Support: lifecycle.Earlier{months(own, 12), next}}
	for _, tt := range []struct {
		rule         lifecycle.Rule
		releases, on string
		want         string
	}{
		{stagedRule(), "1@2024-01-31", "2024-01-31", "2 more higher releases; a published date"},
		{stagedRule(), "1@2024-01-31 2@2024-02-01", "2024-02-01", "the next higher release; a published date"},
		{stagedRule(), "1@2024-01-31 2@2024-02-01 3@2024-02-01", "2024-02-01", "a published date"},
		{current, "1.0@2024-01-31", "2026-01-01", "the next higher major release"},
		{either, "1.0@2024-01-31", "2024-02-01", "the next higher release"},
		{lifecycle.Rule{Support: lifecycle.Latest{N: 1, Scope: stableOne, Between: true}}, "~1@2024-01-31", "2024-01-31", ""},
		{lifecycle.Rule{Support: lifecycle.Unending{}}, "1@2024-01-31", "2024-02-01", ""},
		{lifecycle.Rule{Support: own, Stages: []lifecycle.Stage{{Name: "a", End: next}}}, "1@2024-01-31", "2024-02-01", "the next higher release"},
		{lifecycle.Rule{Support: own, Extension: lifecycle.Stage{End: lifecycle.Given{Name: "x"}, Services: []string{"all"}}},
			"1@2024-01-31", "2024-02-01", "a published date"},
	} {
		answers, err := tt.rule.Ask(list(t, tt.releases), day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(answers[0].MovedBy, "; "); got != tt.want {
			t.Errorf("%s on %s: got %s\nwant %s", tt.releases, tt.on, got, tt.want)
		}
	}
}

// drawPlainReleases draws releases of all three kinds of parts, with equal days
// and month ends among them.
func drawPlainReleases(t *rapid.T) (releases []lifecycle.Release) {
	versions := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) string {
		return dotted(rapid.SliceOfN(rapid.IntRange(0, 2), 3, 3).Draw(t, "version"))
	}), 1, 7, rapid.ID[string]).Draw(t, "versions")
	first := day(t, "2024-01-29")
	for _, version := range versions {
		released, err := first.Plus(rapid.OneOf(rapid.IntRange(0, 60), rapid.SampledFrom([]int{0, 2, 31, 366})).Draw(t, "day"), calendar.Days)
		if err != nil {
			t.Fatal(err)
		}
		r := lifecycle.Release{Version: parse(t, version), Released: released, Intermediate: rapid.Bool().Draw(t, "intermediate")}
		if rapid.Bool().Draw(t, "given") {
			r.Given = map[string]calendar.Date{"eol": released}
			r.Numbers = map[string]int{"paid": 2}
		}
		releases = append(releases, r)
	}
	return releases
}

// until returns the releases up to a day.
func until(releases []lifecycle.Release, on calendar.Date) []lifecycle.Release {
	return slices.DeleteFunc(slices.Clone(releases), func(r lifecycle.Release) bool { return r.Released.Compare(on) > 0 })
}

// The slow twin asks on each of the following days, of the releases that are
// known, until the answer is another one. Without a next change it is the same a
// while later.
func TestPropStatus_Next(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := drawRule(t)
		releases := drawPlainReleases(t)
		on := releases[0].Released
		releases = until(releases, on)
		answers, err := rule.Ask(releases, on)
		if err != nil {
			t.Skip("beyond the years that there are")
		}
		for k, s := range answers {
			now := lifecycle.StatusChange{Phase: s.Phase, Supported: s.Supported, Services: s.Services}
			got := "none"
			if s.Next != nil && on.DaysUntil(s.Next.On) <= 100 {
				got = sayNext(s.Next)
			}
			want := "none"
			for n := 1; n <= 100 && want == "none"; n++ {
				later, err := on.Plus(n, calendar.Days)
				if err != nil {
					t.Fatal(err)
				}
				again, err := rule.Ask(releases, later)
				if err != nil {
					t.Fatal(err)
				}
				then := lifecycle.StatusChange{On: later, Phase: again[k].Phase, Supported: again[k].Supported, Services: again[k].Services}
				if then.Phase != now.Phase || then.Supported != now.Supported || !slices.Equal(then.Services, now.Services) {
					want = sayNext(&then)
				}
			}
			if got != want {
				t.Errorf("%v on %v: got %s\nwant %s", releases[s.Index].Version, on, got, want)
			}
		}
	})
}

// An end that nothing is said to move stays, whatever is released later; and an open end
// that becomes known is not before the day that NotBefore named.
func TestPropStatus_MovedBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		end := drawEnd(t, nil, 3)
		rule := lifecycle.Rule{Support: end}
		releases := drawPlainReleases(t)
		on := releases[0].Released
		before, err := rule.Ask(until(releases, on), on)
		if err != nil {
			t.Skip("beyond the years that there are")
		}
		last := releases[0].Released
		for _, r := range releases {
			if last.Compare(r.Released) < 0 {
				last = r.Released
			}
		}
		after, err := rule.Ask(releases, last)
		if err != nil {
			t.Skip("beyond the years that there are")
		}
		was := map[string]lifecycle.Bound{}
		moved := map[string][]string{}
		known := until(releases, on)
		for _, s := range before {
			was[known[s.Index].Version.Key()], moved[known[s.Index].Version.Key()] = s.Through, s.MovedBy
		}
		for _, s := range after {
			v := releases[s.Index].Version
			b, ok := was[v.Key()]
			switch {
			case !ok:
			case len(moved[v.Key()]) == 0 && (b.Kind != s.Through.Kind || b.Through != s.Through.Through):
				t.Errorf("%v of %v is %v; nothing moves it, and it is %v later", end, v, b, s.Through)
			case b.Kind == lifecycle.Open && b.HasNotBefore && s.Through.Kind == lifecycle.Known && s.Through.Through.Compare(b.NotBefore) < 0:
				t.Errorf("%v of %v is %v, and %v later", end, v, b, s.Through)
			}
		}
	})
}
