package policy_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// drawReleaseList draws releases and a day on which most of them are there.
func drawReleaseList(t *rapid.T) *policy.ReleaseList {
	all := rapid.SliceOfNDistinct(rapid.Custom(drawRelease), 2, 9, func(r slowRelease) [2]int {
		return [2]int{r.major, r.minor}
	}).Draw(t, "releases")
	l := &policy.ReleaseList{On: releaseDay(rapid.IntRange(0, 1000).Draw(t, "on"))}
	for _, r := range all {
		l.Releases = append(l.Releases, listed(t, r, ""))
		last := &l.Releases[len(l.Releases)-1]
		last.Given, last.Numbers = nil, nil
	}
	return l
}

func answerByVersion(t *rapid.T, p *policy.ReleasePolicy, l *policy.ReleaseList) map[string]policy.ReleaseStatus {
	a, err := p.Answer(l)
	if err != nil {
		t.Fatal(err)
	}
	byVersion := map[string]policy.ReleaseStatus{}
	for _, s := range a.Releases {
		s.Index = 0
		byVersion[s.Version.String()] = s
	}
	return byVersion
}

// A later release never lengthens the strict support of the others, and those
// that are not there yet change nothing.
func TestPropSEM2_NoLater(t *testing.T) { testNoLater(t, sempre.Releases()) }
func TestPropPUR7_NoLater(t *testing.T) { testNoLater(t, purchased.Releases()) }
func TestPropPOR5_NoLater(t *testing.T) { testNoLater(t, portx.Releases()) }

func testNoLater(t *testing.T, p *policy.ReleasePolicy) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawReleaseList(t)
		before := answerByVersion(t, p, l)
		i := rapid.IntRange(0, len(l.Releases)-1).Draw(t, "gone")
		gone := l.Releases[i]
		l.Releases = slices.Delete(slices.Clone(l.Releases), i, i+1)
		without := answerByVersion(t, p, l)
		for version, s := range before {
			o, ok := without[version]
			if !ok {
				continue // it is the one that is gone
			}
			if s.Through.Kind == lifecycle.Open && o.Through.Kind != lifecycle.Open || o.Through.Kind == lifecycle.Never && s.Through.Kind != lifecycle.Never ||
				s.Through.Kind == lifecycle.Known && o.Through.Kind == lifecycle.Known && s.Through.Through.Compare(o.Through.Through) > 0 {
				t.Errorf("%s is supported %v, and %v without %v", version, s.Through, o.Through, gone.Version)
			}
			if gone.Released.Compare(l.On) > 0 {
				if diff := cmp.Diff(o, s, cmp.AllowUnexported(lifecycle.Version{}, calendar.Date{})); diff != "" {
					t.Errorf("a release that is not there yet changes:\n%s", diff)
				}
			}
		}
	})
}

// Permuted input, permuted answer.
func TestPropSEM1_Order(t *testing.T) { testOrder(t, sempre.Releases()) }
func TestPropPOR8_Order(t *testing.T) { testOrder(t, portx.Releases()) }

func testOrder(t *testing.T, p *policy.ReleasePolicy) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawReleaseList(t)
		want := answerByVersion(t, p, l)
		l.Releases = rapid.Permutation(l.Releases).Draw(t, "order")
		if diff := cmp.Diff(want, answerByVersion(t, p, l), cmp.AllowUnexported(lifecycle.Version{}, calendar.Date{})); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// Of one line, one release is current, and one at most is previous.
func TestPropSEM1_Positions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := map[string]int{}
		answers := answerByVersion(t, sempre.Releases(), drawReleaseList(t))
		for _, s := range answers {
			count[s.Phase]++
		}
		if n := len(answers); count["current"] != min(n, 1) || count["previous"] != min(max(n-1, 0), 1) || count["superseded"] != max(n-2, 0) {
			t.Errorf("%v", count)
		}
	})
}

// Where the clause gives a position to one release of a line at a time, the
// windows of two releases with that position do not overlap: no day is in both.
func TestPropSEM2_WindowsDoNotOverlap(t *testing.T) {
	testNoOverlap(t, sempre.Releases(), "current", "previous")
}
func TestPropPUR7_WindowsDoNotOverlap(t *testing.T) {
	testNoOverlap(t, purchased.Releases(), "current", "previous")
}
func TestPropPOR5_WindowsDoNotOverlap(t *testing.T) { testNoOverlap(t, portx.Releases(), "current") }

func testNoOverlap(t *testing.T, p *policy.ReleasePolicy, phases ...string) {
	rapid.Check(t, func(t *rapid.T) {
		a, err := p.Answer(drawReleaseList(t))
		if err != nil {
			t.Fatal(err)
		}
		type window struct {
			version lifecycle.Version
			lifecycle.StageDays
		}
		for _, phase := range phases {
			var windows []window
			for _, s := range a.Releases {
				for _, stage := range s.Stages {
					if stage.Name == phase {
						windows = append(windows, window{s.Version, stage})
					}
				}
			}
			slices.SortFunc(windows, func(v, w window) int { return v.From.Compare(w.From) })
			for k := 1; k < len(windows); k++ {
				if before := windows[k-1]; before.Through.Covers(windows[k].From) {
					t.Errorf("%v is %s from %v %v, and %v from %v on", before.version, phase, before.From, before.Through, windows[k].version, windows[k].From)
				}
			}
		}
	})
}
