package lifecycle_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// The stages of a release follow each other without a day between or in two of
// them, whatever the rule: the first begins with the release, and only the last
// can be open.
func TestPropStatus_StagesFollow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := drawRule(t)
		releases := drawPlainReleases(t)
		on := releases[0].Released
		answers, err := rule.Ask(releases, on)
		if err != nil {
			t.Skip("beyond the years that there are")
		}
		for _, s := range answers {
			from, place := s.From, -1
			for k, stage := range s.Stages {
				at := slices.IndexFunc(rule.Stages, func(o lifecycle.Stage) bool { return o.Name == stage.Name })
				if stage.From != from || at <= place || !stage.Through.Covers(stage.From) {
					t.Errorf("stage %d is %+v, and the days before it end before %v", k, stage, from)
				}
				place = at
				switch next, err := stage.Through.Through.Plus(1, calendar.Days); {
				case stage.Through.Kind == lifecycle.Open && k < len(s.Stages)-1:
					t.Errorf("stage %d of %d is open: %+v", k, len(s.Stages), stage)
				case stage.Through.Kind == lifecycle.Known && err == nil:
					from = next
				}
			}
		}
	})
}

// In which order the releases are listed does not matter.
func TestPropStatus_Order(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := drawRule(t)
		releases := drawPlainReleases(t)
		on := releases[0].Released
		other := rapid.Permutation(releases).Draw(t, "order")
		want, wantErr := rule.Ask(releases, on)
		got, gotErr := rule.Ask(other, on)
		if (wantErr == nil) != (gotErr == nil) {
			t.Fatalf("%v, and in another order %v", wantErr, gotErr)
		}
		for _, s := range want {
			version := releases[s.Index].Version
			k := slices.IndexFunc(got, func(o lifecycle.Status) bool { return other[o.Index].Version == version })
			if k < 0 || got[k].Phase != s.Phase || got[k].Through.String() != s.Through.String() || sayNext(got[k].Next) != sayNext(s.Next) {
				t.Errorf("%v is %+v, and something else in another order", version, s)
			}
		}
	})
}
