package lifecycle_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// TestAsk_FirstDay: what would end before 0001-01-01 had no day, as what ends the
// day before a release on any other day; each list stands once on the first day and
// once on the second.
func TestAsk_FirstDay(t *testing.T) {
	replaced := lifecycle.DayBefore(lifecycle.Successor{N: 1})
	stable := lifecycle.Scope{Stable: true}
	for _, tt := range []struct {
		name     string
		end      lifecycle.End
		releases string
		want     string
	}{
		{"replaced on the day itself", replaced, "1@0001-01-01 2@0001-01-01", "1 never; 2 open, waits for the next higher release"},
		{"a day later", replaced, "1@0001-01-02 2@0001-01-02", "1 never; 2 open, waits for the next higher release"},
		{"replaced on the day after", replaced, "1@0001-01-01 2@0001-01-02", "1 through 0001-01-01; 2 open, waits for the next higher release"},
		{"the latest one", lifecycle.Latest{N: 1}, "1@0001-01-01 2@0001-01-01", "1 never; 2 open, waits for the next higher release"},
		{"the latest stable one, one between", lifecycle.Latest{N: 1, Scope: stable, Between: true}, "1@0001-01-01 ~2@0001-01-01 3@0001-01-01",
			"1 never; 2 open, waits for the next higher stable release; 3 open, waits for the next higher stable release"},
		{"the later", lifecycle.Later{replaced, own}, "1@0001-01-01 2@0001-01-01", "1 through 0001-01-01; 2 open, waits for the next higher release"},
		{"the earlier", lifecycle.Earlier{own, replaced}, "1@0001-01-01 2@0001-01-01", "1 never; 2 through 0001-01-01"},
		{"what can move it stays", lifecycle.DayBefore(lifecycle.Current{}), "1@0001-01-01", "1 never"},
		{"nothing is before it", lifecycle.DayBefore(lifecycle.Later{lifecycle.Own{}, lifecycle.Successor{N: 1}}), "1@0001-01-01", "1 open, waits for the next higher release"},
		{"a day later, something is", lifecycle.DayBefore(lifecycle.Later{lifecycle.Own{}, lifecycle.Successor{N: 1}}), "1@0001-01-02", "1 open, waits for the next higher release"},
		{"long before what comes", lifecycle.Plus{Of: lifecycle.Successor{N: 1}, N: -10, Unit: calendar.Years}, "1@0001-01-01", "1 open, waits for the next higher release"},
		{"long after it", lifecycle.Plus{Of: lifecycle.Successor{N: 1}, N: 9998, Unit: calendar.Years}, "1@0001-01-01", "1 open, waits for the next higher release"},
		{"a number before it", lifecycle.PlusNumber{Of: own, Name: "n", Else: -1, Unit: calendar.Years}, "1@0001-12-31", "1 never"},
		{"the least number after it", lifecycle.PlusNumber{Of: own, Name: "n", Else: -1, Unit: calendar.Years}, "1@0002-01-01", "1 never"},
		{"run on into the month before", lifecycle.Plus{Of: own, N: -1, Unit: calendar.Months, Overflow: true}, "1@0001-01-31", "1 never"},
	} {
		if diff := cmp.Diff(tt.want, ends(t, tt.end, list(t, tt.releases), "0009-01-01")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	answers, err := (&lifecycle.Rule{Support: lifecycle.DayBefore(lifecycle.Current{})}).Ask(list(t, "1@0001-01-01"), day(t, "0001-01-01"))
	if diff := cmp.Diff([]lifecycle.Status{{
		Through: lifecycle.Bound{Kind: lifecycle.Never, MovedBy: []string{"the next higher release"}}, MovedBy: []string{"the next higher release"},
		Services: []string{}, Stages: []lifecycle.StageDays{},
	}}, answers, sameRule()); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestAsk_FirstDayStages: a stage that ends before all days has none; what is
// counted on from its end cannot be told, but the later of that end and another can.
func TestAsk_FirstDayStages(t *testing.T) {
	rule := lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: "current", End: lifecycle.DayBefore(lifecycle.Successor{N: 1}), Services: []string{"all"}},
			{Name: "fading", End: lifecycle.Later{lifecycle.EndOf{Stage: "current"}, lifecycle.Plus{Of: own, N: 1, Unit: calendar.Days}}},
		},
		Rest: lifecycle.Stage{Name: "gone"},
	}
	answers, err := rule.Ask(list(t, "1@0001-01-01 2@0001-01-01"), day(t, "0001-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	through := lifecycle.Bound{Kind: lifecycle.Known, Through: day(t, "0001-01-02")}
	if diff := cmp.Diff(lifecycle.Status{
		Phase: "fading", Supported: true, Through: through, Services: []string{},
		Stages: []lifecycle.StageDays{{Name: "fading", Through: through}},
		Next:   &lifecycle.StatusChange{On: day(t, "0001-01-03"), Phase: "gone", Services: []string{}},
	}, answers[0], sameRule()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, e := range map[string]lifecycle.End{
		"after the end":            lifecycle.Plus{Of: lifecycle.EndOf{Stage: "current"}, N: 12, Unit: calendar.Months},
		"after the later of one":   lifecycle.Plus{Of: lifecycle.Later{lifecycle.EndOf{Stage: "current"}}, N: 12, Unit: calendar.Months},
		"at the end of that month": lifecycle.Align{Of: lifecycle.DayBefore(own)},
		"days before the years":    lifecycle.DayBefore(lifecycle.DayBefore(own)),
	} {
		rule.Support = e
		_, err := rule.Ask(list(t, "1@0001-01-01 2@0001-01-01"), day(t, "0001-01-01"))
		if want := `lifecycle: the end of support of "1" cannot be told: calendar: date "0001-01-01 plus -1 days": the result must be in the years 1 to 9999`; err == nil ||
			err.Error() != want || !errors.Is(err, calendar.ErrDate) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}
