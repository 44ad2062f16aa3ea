package lifecycle_test

import (
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// BenchmarkReleases asks for 10,000 releases of one line at once, by rules that
// need what is costly: successors by group, and the latest with those between.
func BenchmarkReleases(b *testing.B) {
	var releases []lifecycle.Release
	first := day(b, "2023-01-01")
	dayOf := func(n int) calendar.Date {
		d, err := first.Plus(n, calendar.Days)
		if err != nil {
			b.Fatal(err)
		}
		return d
	}
	for i := range 10_000 {
		releases = append(releases, lifecycle.Release{
			Version: parse(b, fmt.Sprintf("%d.%d", i/100, i%100)), Released: dayOf(i / 4), Intermediate: i%3 > 0,
		})
	}
	for _, bb := range []struct {
		name string
		end  lifecycle.End
	}{
		{"own", months(own, 12)},
		{"successor", lifecycle.Earlier{months(next, 12), lifecycle.DayBefore(second)}},
		{"majors", lifecycle.Earlier{lifecycle.DayBefore(next0(inMajor)), months(next0(perMajor), 18)}},
		{"latest", lifecycle.Latest{N: 2, Scope: stableOne, Between: true}},
		{"latest-majors", lifecycle.Latest{N: 50, Scope: lifecycle.Scope{Group: 1, Stable: true}, Between: true}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			rule := lifecycle.Rule{Support: bb.end}
			on := dayOf(2500)
			for b.Loop() {
				if answers, err := rule.Ask(releases, on); err != nil || len(answers) != len(releases) {
					b.Fatal(len(answers), err)
				}
			}
		})
	}
}
