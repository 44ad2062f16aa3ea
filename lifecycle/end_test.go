package lifecycle_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// Short names, so that a table row shows a rule and its answer.
var (
	own       = lifecycle.Own{}
	next      = lifecycle.Successor{N: 1}
	second    = lifecycle.Successor{N: 2}
	inMajor   = lifecycle.Scope{Within: 1}
	perMajor  = lifecycle.Scope{Group: 1}
	perMinor  = lifecycle.Scope{Group: 2}
	minorsIn  = lifecycle.Scope{Within: 1, Group: 2}
	stableOne = lifecycle.Scope{Stable: true}
)

func months(of lifecycle.End, n int) lifecycle.End {
	return lifecycle.Plus{Of: of, N: n, Unit: calendar.Months}
}

func TestEnds(t *testing.T) {
	early, late := day(t, "2020-01-01"), day(t, "2021-01-01")
	for _, tt := range []struct {
		name     string
		end      lifecycle.End
		releases string
		on       string
		want     string
	}{
		{"months after the own release, clamped", months(own, 1), "1@2024-01-31 2@2023-01-31", "2024-12-31",
			"1 through 2024-02-29; 2 through 2023-02-28"},
		{"years after a leap day, clamped", lifecycle.Plus{Of: own, N: 1, Unit: calendar.Years}, "1@2024-02-29", "2024-12-31", "1 through 2025-02-28"},
		{"years after a leap day, overflowing", lifecycle.Plus{Of: own, N: 1, Unit: calendar.Years, Overflow: true}, "1@2024-02-29", "2024-12-31", "1 through 2025-03-01"},
		{"months, overflowing", lifecycle.Plus{Of: own, N: 1, Unit: calendar.Months, Overflow: true}, "1@2023-01-31 2@2024-01-31", "2024-12-31",
			"1 through 2023-03-03; 2 through 2024-03-02"},
		{"weeks, overflow changes nothing", lifecycle.Plus{Of: own, N: 1, Unit: calendar.Weeks, Overflow: true}, "1@2024-02-29", "2024-12-31", "1 through 2024-03-07"},
		{"days", lifecycle.Plus{Of: own, N: 1}, "1@2024-02-28 2@2023-02-28", "2024-12-31", "1 through 2024-02-29; 2 through 2023-03-01"},

		{"months after the successor", months(next, 6), "1@2020-01-01 2@2020-08-31", "2020-08-31",
			"1 through 2021-02-28; 2 open, waits for the next higher release, not before 2021-03-01"},
		{"the day before the successor", lifecycle.DayBefore(next), "1@2020-01-01 2@2020-03-01", "2020-03-01",
			"1 through 2020-02-29; 2 open, waits for the next higher release"},
		{"the successor is not known yet", lifecycle.DayBefore(next), "1@2020-01-01 2@2020-03-01", "2020-02-29", "1 open, waits for the next higher release"},
		{"the successor in the same line", next0(inMajor), "1.0@2020-01-01 2.0@2020-02-01 1.1@2020-03-01 2.1@2020-04-01", "2020-12-31",
			"1.0 through 2020-03-01; 2.0 through 2020-04-01; 1.1 open, waits for the next higher release of the same major; 2.1 open, waits for the next higher release of the same major"},
		{"the next major, by its earliest release", next0(perMajor), "1.0@2020-01-01 1.1@2020-01-02 2.1@2020-02-01 2.0@2020-03-01", "2020-12-31",
			"1.0 through 2020-02-01; 1.1 through 2020-02-01; 2.1 open, waits for the next higher major release; 2.0 open, waits for the next higher major release"},
		{"the next minor, patches count once", lifecycle.Successor{N: 2, Scope: perMinor}, "1.0.0@2020-01-01 1.0.5@2020-01-05 1.1.0@2020-02-01 1.1.1@2020-03-01 2.0.0@2020-04-01", "2020-12-31",
			"1.0.0 through 2020-04-01; 1.0.5 through 2020-04-01; 1.1.0 open, waits for the next higher minor release; 1.1.1 open, waits for the next higher minor release; 2.0.0 open, waits for 2 more higher minor releases"},
		{"the next minor of the same major", next0(minorsIn), "1.0.0@2020-01-01 1.0.5@2020-01-05 1.1.0@2020-02-01 2.0.0@2020-04-01", "2020-12-31",
			"1.0.0 through 2020-02-01; 1.0.5 through 2020-02-01; 1.1.0 open, waits for the next higher minor release of the same major; 2.0.0 open, waits for the next higher minor release of the same major"},
		{"stable ones only", next0(stableOne), "1@2020-01-01 ~2@2020-02-01 3@2020-03-01", "2020-12-31",
			"1 through 2020-03-01; 2 through 2020-03-01; 3 open, waits for the next higher stable release"},
		{"a backport has its successors already", next, "1.0@2020-01-01 2.0@2020-02-01 1.5@2020-02-01 1.6@2020-03-01", "2020-12-31",
			"1.0 through 2020-02-01; 2.0 open, waits for the next higher release; 1.5 through 2020-02-01; 1.6 never"},
		{"N releases later plus weeks", lifecycle.Plus{Of: second, N: 4, Unit: calendar.Weeks}, "1@2020-01-01 2@2020-02-01 3@2020-03-01", "2020-12-31",
			"1 through 2020-03-29; 2 open, waits for the next higher release, not before 2021-01-29; 3 open, waits for 2 more higher releases, not before 2021-01-29"},

		{"after the current major", months(lifecycle.Current{Scope: perMajor}, 12), "1.9@2020-01-01 2.1@2020-02-01 2.0@2020-01-15", "2020-12-31",
			"1.9 through 2021-01-15, unless the next higher major release moves it; 2.1 through 2021-01-15, unless the next higher major release moves it; 2.0 through 2021-01-15, unless the next higher major release moves it"},
		{"after the current release of a major", lifecycle.Current{Scope: inMajor}, "1.0@2020-01-01 1.1@2020-03-01 2.0@2020-02-01", "2020-12-31",
			"1.0 through 2020-03-01, unless the next higher release of the same major moves it; 1.1 through 2020-03-01, unless the next higher release of the same major moves it; 2.0 through 2020-02-01, unless the next higher release of the same major moves it"},
		{"after the current stable one, of which there is none", lifecycle.Current{Scope: stableOne}, "~1@2020-01-01", "2020-12-31", "1 open, waits for the next higher stable release"},

		{"the later of two anchors, known", lifecycle.Later{months(own, 12), months(next, 3)}, "1@2020-01-01 2@2020-02-01 3@2021-01-01", "2021-12-31",
			"1 through 2021-01-01; 2 through 2021-04-01; 3 open, waits for the next higher release, not before 2022-04-01"},
		{"at least the last two, and a year", lifecycle.Later{months(own, 12), lifecycle.DayBefore(second)}, "1@2020-01-01 2@2020-02-01", "2020-02-01",
			"1 open, waits for the next higher release, not before 2021-01-01; 2 open, waits for 2 more higher releases, not before 2021-02-01"},
		{"not before a later version exists", lifecycle.Later{months(own, 1), next}, "1@2020-01-01 2@2020-06-01", "2020-06-29",
			"1 through 2020-06-01; 2 open, waits for the next higher release, not before 2020-07-01"},
		{"the earlier of two anchors", lifecycle.Earlier{months(own, 12), months(next, 3)}, "1@2020-01-01 2@2020-06-01", "2020-12-31",
			"1 through 2020-09-01; 2 through 2021-06-01, unless the next higher release moves it"},
		{"two that wait, the earlier", lifecycle.Earlier{next, next0(perMajor)}, "1@2020-01-01", "2020-12-31", "1 open, waits for the next higher release or the next higher major release"},
		{"two that wait, the later", lifecycle.Later{next, next0(perMajor), own}, "1@2020-01-01", "2020-12-31",
			"1 open, waits for the next higher release and the next higher major release"},

		{"one that waits beyond a known one cannot move it", lifecycle.Earlier{months(own, 12), lifecycle.Later{months(own, 12), next}}, "1@2020-01-01", "2020-12-31",
			"1 through 2021-01-01"},
		{"one that waits for less moves it", lifecycle.Earlier{months(own, 12), lifecycle.Later{months(own, 11), next}}, "1@2020-01-01", "2020-12-30",
			"1 through 2021-01-01, unless the next higher release moves it"},
		{"what can come on its last day does not move it", lifecycle.Earlier{months(own, 12), lifecycle.Later{months(own, 11), next}}, "1@2020-01-01", "2020-12-31",
			"1 through 2021-01-01"},
		{"nor what is counted from then on", lifecycle.Earlier{months(own, 12), months(next, 1)}, "1@2020-01-01", "2020-11-30",
			"1 through 2021-01-01"},
		{"nor what comes too late for the earliest of several", lifecycle.Earlier{next0(inMajor), months(own, 12), months(own, 1)}, "1.0@2020-01-01", "2020-06-01",
			"1.0 through 2020-02-01"},
		{"from a day earlier it does", lifecycle.Earlier{months(own, 12), months(next, 1)}, "1@2020-01-01", "2020-11-29",
			"1 through 2021-01-01, unless the next higher release moves it"},
		{"the earlier of two that wait, one of them with a least day", lifecycle.Earlier{next, lifecycle.Later{next0(perMajor), own}}, "1@2020-01-01", "2020-12-31",
			"1 open, waits for the next higher release or the next higher major release"},
		{"the earlier of two that wait, the other one with a least day", lifecycle.Earlier{lifecycle.Later{next, own}, next0(perMajor)}, "1@2020-01-01", "2020-12-31",
			"1 open, waits for the next higher release or the next higher major release"},
		{"the earlier of two that wait, both with a least day", lifecycle.Earlier{lifecycle.Later{next, months(own, 2)}, lifecycle.Later{next0(perMajor), months(own, 1)}}, "1@2020-01-01", "2020-01-30",
			"1 open, waits for the next higher release or the next higher major release, not before 2020-02-01"},
		{"the later of two that wait, both with a least day", lifecycle.Later{lifecycle.Later{next, months(own, 2)}, lifecycle.Later{next0(perMajor), months(own, 3)}}, "1@2020-01-01", "2020-03-30",
			"1 open, waits for the next higher release and the next higher major release, not before 2020-04-01"},
		{"another major has nothing to do with the minors of one", next0(minorsIn), "1.0.0@2020-02-01 1.1.0@2020-03-01 2.0.0@2020-01-01", "2020-12-31",
			"1.0.0 through 2020-03-01; 1.1.0 open, waits for the next higher minor release of the same major; 2.0.0 open, waits for the next higher minor release of the same major"},

		{"end of the month", lifecycle.Align{Of: own}, "1@2024-02-01 2@2023-02-28 3@2024-12-31", "2024-12-31",
			"1 through 2024-02-29; 2 through 2023-02-28; 3 through 2024-12-31"},
		{"a day of the month", day15(31, false), "1@2024-02-01 2@2024-04-30", "2024-12-31", "1 through 2024-02-29; 2 through 2024-04-30"},
		{"a day of the month before", lifecycle.Align{Of: months(own, 1), To: lifecycle.Alignment{Kind: lifecycle.ToDay, Day: 15}}, "1@2024-01-20 2@2024-01-10", "2024-12-31",
			"1 through 2024-02-15; 2 through 2024-02-15"},
		{"the next day of the month", day15(15, true), "1@2024-01-14 2@2024-01-15 3@2024-01-16 4@2023-12-31", "2024-12-31",
			"1 through 2024-01-15; 2 through 2024-01-15; 3 through 2024-02-15; 4 through 2024-01-15"},
		// Tuesdays of January 2024: 2, 9, 16, 23, 30; February: 6, 13.
		{"the second Tuesday", tuesday(2, true), "1@2024-01-08 2@2024-01-09 3@2024-01-10", "2024-12-31",
			"1 through 2024-01-09; 2 through 2024-01-09; 3 through 2024-02-13"},
		{"the first Tuesday", tuesday(1, true), "1@2024-01-01 2@2024-01-03", "2024-12-31", "1 through 2024-01-02; 2 through 2024-02-06"},
		{"the fifth Tuesday, or the last", tuesday(5, true), "1@2024-01-30 2@2024-01-31", "2024-12-31", "1 through 2024-01-30; 2 through 2024-02-27"},
		{"the fifth Tuesday is the last day of the month", tuesday(5, true), "1@2024-12-31", "2024-12-31", "1 through 2024-12-31"},
		{"31 December", lifecycle.Align{Of: months(own, 1), To: lifecycle.Alignment{Kind: lifecycle.ToYearEnd}}, "1@2023-12-01 2@2023-11-30", "2024-12-31",
			"1 through 2024-12-31; 2 through 2023-12-31"},

		{"by the date of the release", lifecycle.Cases{
			{Before: early, End: lifecycle.Unending{}},
			{From: early, Before: late, End: months(own, 12)},
			{From: late, End: months(own, 24)},
		}, "1@2019-12-31 2@2020-01-01 3@2020-12-31 4@2021-01-01", "2021-12-31",
			"1 open; 2 through 2021-01-01; 3 through 2021-12-31; 4 through 2023-01-01"},
		{"no case", lifecycle.Cases{{From: late, End: own}}, "1@2020-12-31", "2020-12-31", "1 open"},
		{"no end", lifecycle.Unending{}, "1@2020-01-01 2@2021-01-01", "2021-12-31", "1 open; 2 open"},
		{"no end, but no longer than", lifecycle.Earlier{lifecycle.Unending{}, own}, "1@2020-01-01", "2021-12-31", "1 through 2020-01-01"},

		{"the latest two", lifecycle.Latest{N: 2, Scope: stableOne}, "1@2020-01-01 2@2020-02-01 3@2020-03-01", "2020-12-31",
			"1 through 2020-02-29; 2 open, waits for the next higher stable release; 3 open, waits for 2 more higher stable releases"},
		{"the latest two, and what is between", lifecycle.Latest{N: 2, Scope: stableOne, Between: true}, "1@2020-01-01 ~1.1@2020-02-28 2@2020-02-29 ~2.1@2020-02-29 3@2020-03-01", "2020-12-31",
			"1 through 2020-02-29; 1.1 through 2020-02-29; 2 open, waits for the next higher stable release; 2.1 open, waits for the next higher stable release; 3 open, waits for 2 more higher stable releases"},
		{"the latest two of all", lifecycle.Latest{N: 2}, "1@2020-01-01 ~2@2020-02-01 3@2020-03-01", "2020-12-31",
			"1 through 2020-02-29; 2 open, waits for the next higher release; 3 open, waits for 2 more higher releases"},
		{"the latest two minors, with their patches", lifecycle.Latest{N: 2, Scope: perMinor},
			"1.0.0@2020-01-01 1.0.5@2020-05-01 1.1.0@2020-02-01 1.1.9@2020-04-01 1.2.0@2020-03-01", "2020-12-31",
			"1.0.0 through 2020-02-29; 1.0.5 never; 1.1.0 open, waits for the next higher minor release; 1.1.9 open, waits for the next higher minor release; 1.2.0 open, waits for 2 more higher minor releases"},
		{"the latest two majors, with those between", lifecycle.Latest{N: 2, Scope: lifecycle.Scope{Group: 1, Stable: true}, Between: true},
			"~0.9@2020-03-15 1.0@2020-01-01 ~1.4@2019-12-31 ~1.5@2020-01-01 2.0@2020-02-01 ~2.1@2020-02-02 2.2@2020-02-20 3.0@2020-03-01 3.1@2020-04-01", "2020-12-31",
			"0.9 open, waits for the next higher stable major release; 1.0 through 2020-02-29; 1.4 never; 1.5 through 2020-02-29; " +
				"2.0 open, waits for the next higher stable major release; 2.1 open, waits for the next higher stable major release; " +
				"2.2 open, waits for the next higher stable major release; 3.0 open, waits for 2 more higher stable major releases; 3.1 open, waits for 2 more higher stable major releases"},
		{"the latest minor of each major, with those between", lifecycle.Latest{N: 1, Scope: lifecycle.Scope{Within: 1, Group: 2, Stable: true}, Between: true},
			"1.0.0@2020-01-01 ~1.0.1@2020-01-31 1.1.0@2020-02-01 ~1.1.1@2020-02-02 2.0.0@2020-01-15 ~2.0.1@2020-01-14", "2020-12-31",
			"1.0.0 through 2020-01-31; 1.0.1 through 2020-01-31; 1.1.0 open, waits for the next higher stable minor release of the same major; " +
				"1.1.1 open, waits for the next higher stable minor release of the same major; 2.0.0 open, waits for the next higher stable minor release of the same major; 2.0.1 never"},
		// 2.0 is a backport of a later day than 3.0: once 4.0 is there, 3.0 is the
		// lowest of the latest two, and 2.1 is no older than it.
		{"one between can be in again", lifecycle.Latest{N: 2, Scope: stableOne, Between: true}, "3.0@2020-01-05 2.0@2020-01-20 ~2.1@2020-01-10", "2020-12-31",
			"3.0 open, waits for 2 more higher stable releases; 2.0 open, waits for the next higher stable release; 2.1 through 2020-01-19, unless the next higher stable release moves it"},
		{"one between is in again", lifecycle.Latest{N: 2, Scope: stableOne, Between: true}, "3.0@2020-01-05 2.0@2020-01-20 ~2.1@2020-01-10 4.0@2020-02-01", "2020-12-31",
			"3.0 open, waits for the next higher stable release; 2.0 through 2020-01-31; 2.1 open, waits for the next higher stable release; 4.0 open, waits for 2 more higher stable releases"},
		{"one between can be in again, by one that is not the highest", lifecycle.Latest{N: 3, Scope: stableOne, Between: true},
			"4.0@2020-01-20 3.0@2020-01-05 2.0@2020-01-25 ~2.1@2020-01-10", "2020-12-31",
			"4.0 open, waits for 3 more higher stable releases; 3.0 open, waits for 2 more higher stable releases; 2.0 open, waits for the next higher stable release; " +
				"2.1 through 2020-01-24, unless the next higher stable release moves it"},
		{"one between of the same day as the lowest", lifecycle.Latest{N: 2, Scope: stableOne, Between: true}, "3.0@2020-01-10 2.0@2020-01-20 ~2.1@2020-01-10", "2020-12-31",
			"3.0 open, waits for 2 more higher stable releases; 2.0 open, waits for the next higher stable release; 2.1 through 2020-01-19, unless the next higher stable release moves it"},
		{"the successor in the same minor", next0(lifecycle.Scope{Within: 2}), "1.1.0@2020-01-01 1.2.0@2020-02-01", "2020-12-31",
			"1.1.0 open, waits for the next higher release of the same line; 1.2.0 open, waits for the next higher release of the same line"},
		{"majors of which one has no stable release", lifecycle.Successor{N: 2, Scope: lifecycle.Scope{Group: 1, Stable: true}}, "3.0@2020-03-01 ~2.0@2020-02-01 1.0@2020-01-01", "2020-12-31",
			"3.0 open, waits for 2 more higher stable major releases; 2.0 open, waits for the next higher stable major release; 1.0 open, waits for the next higher stable major release"},
		{"the current stable one", lifecycle.Current{Scope: stableOne}, "1@2020-01-01 ~2@2020-02-01", "2020-12-31",
			"1 through 2020-01-01, unless the next higher stable release moves it; 2 never"},
		{"the current one, intermediate or not", lifecycle.Current{}, "1@2020-01-01 ~2@2020-02-01", "2020-12-31",
			"1 through 2020-02-01, unless the next higher release moves it; 2 through 2020-02-01, unless the next higher release moves it"},
		{"held the second place for a day", lifecycle.Held{Rank: 1, Then: months(next, 1), Else: lifecycle.DayBefore(next)}, "1@2020-01-01 2@2020-02-01 3@2020-02-02 4@2020-02-02", "2020-12-31",
			"1 through 2020-03-01; 2 through 2020-02-01; 3 through 2020-03-02; 4 open, waits for the next higher release"},
		// Two can come on one day, and then it never has that place.
		{"holds the second place never or for long", lifecycle.Held{Rank: 1, Then: months(next, 12), Else: months(next, 6)}, "1@2020-01-01", "2020-06-01",
			"1 open, waits for the next higher release, not before 2020-12-02"},
		{"holds the second place never or briefly", lifecycle.Held{Rank: 1, Then: months(next, 6), Else: months(next, 12)}, "1@2020-01-01", "2020-06-01",
			"1 open, waits for the next higher release, not before 2020-12-02"},
		{"holds the second place never or to a known day", lifecycle.Held{Rank: 1, Then: months(next, 6), Else: months(own, 8)}, "1@2020-01-01", "2020-06-01",
			"1 open, waits for the next higher release, not before 2020-09-01"},
		{"holds the second place never or without an end", lifecycle.Held{Rank: 1, Then: months(next, 6), Else: lifecycle.Unending{}}, "1@2020-01-01", "2020-06-01",
			"1 open, waits for the next higher release, not before 2020-12-02"},
		{"holds the second place never or to a date to come", lifecycle.Held{Rank: 1, Then: months(next, 6), Else: lifecycle.Given{Name: "end"}}, "1@2020-01-01", "2020-06-01",
			"1 open, waits for the next higher release"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, ends(t, tt.end, list(t, tt.releases), tt.on)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func next0(scope lifecycle.Scope) lifecycle.End { return lifecycle.Successor{N: 1, Scope: scope} }

func day15(n int, following bool) lifecycle.End {
	return lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToDay, Day: n}, Next: following}
}

func tuesday(n int, following bool) lifecycle.End {
	return lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToWeekday, Nth: n, Weekday: time.Tuesday}, Next: following}
}

// A date that a release carries wins over the rule, and so does a length.
func TestEnds_Override(t *testing.T) {
	releases := list(t, "1@2020-01-01 2@2020-01-01 3@2020-01-01")
	releases[1].Given = map[string]calendar.Date{"eol": day(t, "2020-05-05")}
	releases[2].Numbers = map[string]int{"months": 3}
	end := lifecycle.Given{Name: "eol", Else: lifecycle.PlusNumber{Of: own, Name: "months", Else: 1, Unit: calendar.Months}}
	if got, want := ends(t, end, releases, "2020-01-01"), "1 through 2020-02-01; 2 through 2020-05-05; 3 through 2020-04-01"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got, want := ends(t, lifecycle.Given{Name: "other"}, releases[:1], "2020-01-01"), "1 open, waits for a published date"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestAsk_Errors(t *testing.T) {
	ask := func(e lifecycle.End, releases string) error {
		rule := lifecycle.Rule{Support: e}
		_, err := rule.Ask(list(t, releases), day(t, "9999-12-31"))
		return err
	}
	for _, tt := range []struct {
		end      lifecycle.End
		releases string
		kind     error
	}{
		{own, "1@2020-01-01 1.0@2021-01-01", lifecycle.ErrReleases},
		{months(own, 1), "1@9999-12-01", calendar.ErrDate},
		{lifecycle.Plus{Of: own, N: 1, Unit: calendar.Months, Overflow: true}, "1@9999-12-01", calendar.ErrDate},
		{lifecycle.Align{Of: months(own, 0), To: lifecycle.Alignment{Kind: lifecycle.ToDay, Day: 1}, Next: true}, "1@9999-12-02", calendar.ErrDate},
	} {
		if err := ask(tt.end, tt.releases); !errors.Is(err, tt.kind) {
			t.Errorf("%#v of %s: %v", tt.end, tt.releases, err)
		}
	}
	rule := lifecycle.Rule{Support: own}
	if _, err := rule.Ask(make([]lifecycle.Release, 1), day(t, "2020-01-01")); !errors.Is(err, lifecycle.ErrReleases) {
		t.Errorf("a release without a version: %v", err)
	}
}

func TestRuleCheck(t *testing.T) {
	stage := func(name string, e lifecycle.End) lifecycle.Stage { return lifecycle.Stage{Name: name, End: e} }
	for _, tt := range []struct {
		rule lifecycle.Rule
		want string // "" for a rule that is right
	}{
		{lifecycle.Rule{Support: own}, ""},
		{lifecycle.Rule{Stages: []lifecycle.Stage{stage("a", own), stage("b", lifecycle.EndOf{Stage: "a"})}}, ""},
		{lifecycle.Rule{}, "lifecycle: rule: stages are empty and there is no support; give one of them"},
		{lifecycle.Rule{Stages: []lifecycle.Stage{stage("", own)}}, `lifecycle: rule: stages[0].name "" is empty or there twice; name each stage once`},
		{lifecycle.Rule{Stages: []lifecycle.Stage{stage("a", own), stage("a", own)}}, `lifecycle: rule: stages[1].name "a" is empty or there twice; name each stage once`},
		{lifecycle.Rule{Stages: []lifecycle.Stage{stage("a", nil)}}, "lifecycle: rule: stages[0].end is missing; write Unending{} for no end"},
		{lifecycle.Rule{Stages: []lifecycle.Stage{stage("a", lifecycle.EndOf{Stage: "a"})}}, `lifecycle: rule: stages[0].end.end_of names stage "a", which is no earlier one`},
		{lifecycle.Rule{Support: lifecycle.Successor{}}, "lifecycle: rule: support.successor counts 0 versions; write 1 to 100000"},
		{lifecycle.Rule{Support: lifecycle.Successor{N: 1, Scope: lifecycle.Scope{Within: 2, Group: 1}}}, "lifecycle: rule: support.successor has a scope of 1 leading parts within 2; write 0, or more than it is within, to 16"},
		{lifecycle.Rule{Support: lifecycle.Latest{}}, "lifecycle: rule: support.latest counts 0 versions; write 1 to 100000"},
		{lifecycle.Rule{Support: lifecycle.Latest{N: 1, Between: true}},
			"lifecycle: rule: support.latest counts intermediate releases, so that there are none between; write Stable in its scope, or not Between"},
		{lifecycle.Rule{Support: lifecycle.Latest{N: 100_000, Scope: lifecycle.Scope{Within: 15, Group: 16}}}, ""},
		{lifecycle.Rule{Support: lifecycle.Latest{N: 100_001}}, "lifecycle: rule: support.latest counts 100001 versions; write 1 to 100000"},
		{lifecycle.Rule{Support: lifecycle.Current{Scope: lifecycle.Scope{Within: 17}}}, "lifecycle: rule: support.current has a scope of 0 leading parts within 17; write 0, or more than it is within, to 16"},
		{lifecycle.Rule{Support: lifecycle.Current{Scope: lifecycle.Scope{Within: -1}}}, "lifecycle: rule: support.current has a scope of 0 leading parts within -1; write 0, or more than it is within, to 16"},
		{lifecycle.Rule{Support: lifecycle.Current{Scope: lifecycle.Scope{Group: -1}}}, "lifecycle: rule: support.current has a scope of -1 leading parts within 0; write 0, or more than it is within, to 16"},
		{lifecycle.Rule{Support: lifecycle.Current{Scope: lifecycle.Scope{Within: 1, Group: 1}}}, "lifecycle: rule: support.current has a scope of 1 leading parts within 1; write 0, or more than it is within, to 16"},
		{lifecycle.Rule{Support: lifecycle.Current{Scope: lifecycle.Scope{Group: 17}}}, "lifecycle: rule: support.current has a scope of 17 leading parts within 0; write 0, or more than it is within, to 16"},
		{lifecycle.Rule{Support: lifecycle.Given{}}, "lifecycle: rule: support.given names no date; write the name by which releases carry it"},
		{lifecycle.Rule{Support: lifecycle.PlusNumber{Of: own}}, "lifecycle: rule: support.plus_number names no number; write the name by which releases carry it"},
		{lifecycle.Rule{Support: lifecycle.PlusNumber{Of: own, Name: "n", Else: 100_000}}, ""},
		{lifecycle.Rule{Support: lifecycle.PlusNumber{Of: own, Name: "n", Else: 100_001}}, "lifecycle: rule: support.plus_number adds 100001 days; write days, weeks, months or years, up to 100000"},
		{lifecycle.Rule{Support: lifecycle.PlusNumber{Of: own, Name: "n", Else: -100_001}}, "lifecycle: rule: support.plus_number adds -100001 days; write days, weeks, months or years, up to 100000"},
		{lifecycle.Rule{Support: lifecycle.Plus{Of: own, N: -100_000}}, ""},
		{lifecycle.Rule{Support: lifecycle.Plus{Of: own, N: -100_001}}, "lifecycle: rule: support.plus adds -100001 days; write days, weeks, months or years, up to 100000"},
		{lifecycle.Rule{Support: lifecycle.Plus{Of: own, N: 100_001}}, "lifecycle: rule: support.plus adds 100001 days; write days, weeks, months or years, up to 100000"},
		{lifecycle.Rule{Support: lifecycle.Cases{}}, "lifecycle: rule: support.cases is empty; give at least one end"},
		{lifecycle.Rule{Support: lifecycle.Cases{{End: own}, {From: day(t, "2024-01-02"), Before: day(t, "2024-01-02"), End: own}}},
			"lifecycle: rule: support.cases[1] has no day; write a Before that is after 2024-01-02, or none"},
		{lifecycle.Rule{Support: lifecycle.Cases{{From: day(t, "2024-01-02"), Before: day(t, "2024-01-03"), End: own}}}, ""},
		{lifecycle.Rule{Support: day15(31, false)}, ""},
		{lifecycle.Rule{Support: day15(32, false)}, "lifecycle: rule: support.align.to aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"},
		{lifecycle.Rule{Support: tuesday(5, false)}, ""},
		{lifecycle.Rule{Support: tuesday(0, false)}, "lifecycle: rule: support.align.to aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"},
		{lifecycle.Rule{Support: lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToWeekday, Nth: 1, Weekday: 7}}},
			"lifecycle: rule: support.align.to aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"},
		{lifecycle.Rule{Support: lifecycle.Held{Then: own, Else: own}}, "lifecycle: rule: support.held counts 0 versions; write 1 to 100000"},
		{lifecycle.Rule{Support: lifecycle.Later{own, nil}}, "lifecycle: rule: support.later[1] is missing; write Unending{} for no end"},
		{lifecycle.Rule{Support: lifecycle.Earlier{}}, "lifecycle: rule: support.earlier is empty; give at least one end"},
		{lifecycle.Rule{Support: lifecycle.Cases{{}}}, "lifecycle: rule: support.cases[0].end is missing; write Unending{} for no end"},
		{lifecycle.Rule{Support: lifecycle.Given{Name: "x", Else: lifecycle.Later{}}}, "lifecycle: rule: support.given.else.later is empty; give at least one end"},
		{lifecycle.Rule{Support: lifecycle.Plus{Of: own, Unit: 9}}, "lifecycle: rule: support.plus adds 0 Unit(9); write days, weeks, months or years, up to 100000"},
		{lifecycle.Rule{Support: lifecycle.Plus{}}, "lifecycle: rule: support.plus.of is missing; write Unending{} for no end"},
		{lifecycle.Rule{Support: lifecycle.PlusNumber{Of: own, Unit: 9}}, "lifecycle: rule: support.plus_number adds 0 Unit(9); write days, weeks, months or years, up to 100000"},
		{lifecycle.Rule{Support: day15(0, false)}, "lifecycle: rule: support.align.to aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"},
		{lifecycle.Rule{Support: tuesday(6, false)}, "lifecycle: rule: support.align.to aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"},
		{lifecycle.Rule{Support: &own}, "lifecycle: rule: support is a *lifecycle.Own; write a value of a kind that End lists"},
		{lifecycle.Rule{Support: own, Extension: stage("x", lifecycle.Later{})}, "lifecycle: rule: extension.end.later is empty; give at least one end"},
	} {
		err := tt.rule.Check()
		if got := text(err); got != tt.want || err != nil && !errors.Is(err, lifecycle.ErrRule) {
			t.Errorf("got %s\nwant %s", got, tt.want)
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
