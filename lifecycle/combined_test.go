package lifecycle_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// TestBounds_MovedBy: what can move a part of a combined end can move the whole,
// whichever part counts and whether it has a day or none.
func TestBounds_MovedBy(t *testing.T) {
	plus := func(days int) lifecycle.End { return lifecycle.Plus{Of: own, N: days} }
	movable := lifecycle.Earlier{plus(10), next}             // through 2020-01-11, unless there is a next release
	never := lifecycle.Latest{N: 1, Scope: stableOne}        // of an intermediate release
	neverYet := lifecycle.Earlier{never, movable}            // never, and the same
	waits := lifecycle.Later{next0(perMajor), movable}       // for a major release, not before 2020-01-11
	waitsLonger := lifecycle.Later{next0(perMajor), plus(9)} // not before 2020-01-10
	const moved = " [the next higher release]"
	for _, tt := range []struct {
		name string
		end  lifecycle.End
		want string
	}{
		{"later, the movable day is it", lifecycle.Later{plus(9), movable}, "through 2020-01-11, unless the next higher release moves it" + moved},
		{"later, the other day is", lifecycle.Later{plus(11), movable}, "through 2020-01-12, unless the next higher release moves it" + moved},
		{"earlier, the other day is", lifecycle.Earlier{plus(9), movable}, "through 2020-01-10, unless the next higher release moves it" + moved},
		{"never, and a day", lifecycle.Later{neverYet, plus(11)}, "through 2020-01-12, unless the next higher release moves it" + moved},
		{"a day, and never", lifecycle.Later{plus(11), neverYet}, "through 2020-01-12, unless the next higher release moves it" + moved},
		{"never, or a day", neverYet, "never" + moved},
		{"no day yet, and a movable one", waits, "open, waits for the next higher major release, not before 2020-01-11" + moved},
		{"in the other order", lifecycle.Later{movable, next0(perMajor)}, "open, waits for the next higher major release, not before 2020-01-11" + moved},
		{"two without a day, the first of which counts", lifecycle.Earlier{waitsLonger, waits}, "open, waits for the next higher major release, not before 2020-01-10" + moved},
		{"in the other order", lifecycle.Earlier{waits, waitsLonger}, "open, waits for the next higher major release, not before 2020-01-10" + moved},
		{"two without a day, both of which count", lifecycle.Later{waitsLonger, waits}, "open, waits for the next higher major release, not before 2020-01-11" + moved},
		// What is added to an end without a day is added to the day before which it is not.
		{"a month after it", months(waits, 1), "open, waits for the next higher major release, not before 2020-02-11" + moved},
	} {
		rule := lifecycle.Rule{Support: tt.end}
		answers, err := rule.Ask(list(t, "~1@2020-01-01"), day(t, "2020-01-01"))
		if err != nil {
			t.Fatal(err)
		}
		b := answers[0].Through
		if diff := cmp.Diff(tt.want, fmt.Sprint(b, " ", b.MovedBy)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestEnds_HeldFromItsOwnDay: a release that comes on the very day on which it gets a
// second higher one never had exactly one.
func TestEnds_HeldFromItsOwnDay(t *testing.T) {
	end := lifecycle.Held{Rank: 1, Then: months(own, 1), Else: own}
	for releases, want := range map[string]string{
		// 3 is there already: 1 has exactly one higher release until 2 comes.
		"3@2020-01-01 1@2020-02-01 2@2020-02-02": "1 through 2020-03-01",
		"3@2020-01-01 1@2020-02-02 2@2020-02-02": "1 through 2020-02-02",
		"3@2020-01-01 1@2020-02-03 2@2020-02-02": "1 through 2020-02-03",
	} {
		answers, err := (&lifecycle.Rule{Support: end}).Ask(list(t, releases), day(t, "2020-12-31"))
		if err != nil {
			t.Fatal(err)
		}
		if got := "1 " + answers[1].Through.String(); got != want {
			t.Errorf("%s: %s, want %s", releases, got, want)
		}
	}
}

// TestEnds_IntermediateAmongBackports: the older of the two latest stable releases can
// become an older one again: 4, of April, is when 5, of March, is the highest, and
// gives way to 5 when 6 comes in May.
func TestEnds_IntermediateAmongBackports(t *testing.T) {
	end := lifecycle.Latest{N: 2, Scope: stableOne, Between: true}
	const stable = "1@2020-01-01 5@2020-03-01 4@2020-04-01 6@2020-05-01"
	for intermediate, want := range map[string]string{
		"~2@2020-02-01": "through 2020-03-31",                             // older than 4 in April
		"~2@2020-03-01": "open, waits for the next higher stable release", // as old as 5: in again in May
		"~2@2019-12-31": "never",                                          // older than any
		"~2@2020-02-29": "through 2020-03-31",                             // a day older than 5
		"~7@2020-05-01": "open, waits for the next higher stable release", // whatever its version
	} {
		answers, err := (&lifecycle.Rule{Support: end}).Ask(list(t, stable+" "+intermediate), day(t, "2020-12-31"))
		if err != nil {
			t.Fatal(err)
		}
		if got := answers[4].Through.String(); got != want {
			t.Errorf("%s: %s, want %s", intermediate, got, want)
		}
	}
}

// TestRuleCheck_LastThatAreRight: the last counts and days that a rule can have.
func TestRuleCheck_LastThatAreRight(t *testing.T) {
	on := func(d time.Weekday) lifecycle.End {
		return lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToWeekday, Nth: 1, Weekday: d}}
	}
	const weekday = "lifecycle: rule: support.align.to aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"
	for _, tt := range []struct {
		end  lifecycle.End
		want string // "" for an end that is right
	}{
		{lifecycle.Plus{Of: own, N: 100_000}, ""},
		{lifecycle.PlusNumber{Of: own, Name: "n", Else: -100_000}, ""},
		{on(time.Sunday - 1), weekday}, {on(time.Sunday), ""}, {on(time.Saturday), ""}, {on(time.Saturday + 1), weekday},
		{lifecycle.Earlier{own, lifecycle.Later{}}, "lifecycle: rule: support.earlier[1].later is empty; give at least one end"},
		{lifecycle.Earlier{own, lifecycle.EndOf{Stage: "x"}}, `lifecycle: rule: support.earlier[1].end_of names stage "x", which is no earlier one`},
	} {
		if got := text((&lifecycle.Rule{Support: tt.end}).Check()); got != tt.want {
			t.Errorf("%#v\n got %s\nwant %s", tt.end, got, tt.want)
		}
	}
}

// TestAsk_ExtensionBeyondTheYears: an extension that would end after the year 9999 is
// an error, like support.
func TestAsk_ExtensionBeyondTheYears(t *testing.T) {
	rule := lifecycle.Rule{Support: own, Extension: lifecycle.Stage{End: lifecycle.Plus{Of: own, N: 1}, Services: []string{"all"}}}
	if _, err := rule.Ask(list(t, "1@9999-12-30"), day(t, "9999-12-30")); err != nil {
		t.Errorf("through the last day: %v", err)
	}
	if answers, err := rule.Ask(list(t, "1@9999-12-31"), day(t, "9999-12-31")); !errors.Is(err, calendar.ErrDate) || answers != nil {
		t.Errorf("a day later: %v, %v", answers, err)
	}
}
