package lifecycle_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// exampleReleases are three yearly releases.
func exampleReleases() (releases []lifecycle.Release) {
	for _, r := range [][2]string{{"1.9", "2023-01-31"}, {"1.10", "2024-01-31"}, {"2.0", "2025-01-31"}} {
		version, err := lifecycle.Scheme{}.Parse(r[0])
		if err != nil {
			fmt.Println(err)
		}
		released, err := calendar.ParseDate(r[1])
		if err != nil {
			fmt.Println(err)
		}
		releases = append(releases, lifecycle.Release{Version: version, Released: released})
	}
	return releases
}

// exampleDay is a day on which all of them are there.
func exampleDay() calendar.Date {
	day, err := calendar.NewDate(2025, 3, 1)
	if err != nil {
		fmt.Println(err)
	}
	return day
}

// A release is supported for two years, and at least until the second next one.
func ExampleRule_Ask() {
	rule := lifecycle.Rule{
		Support: lifecycle.Later{
			lifecycle.Plus{Of: lifecycle.Own{}, N: 2, Unit: calendar.Years},
			lifecycle.DayBefore(lifecycle.Successor{N: 2}),
		},
		Clause: "LIFE-1",
	}
	releases := exampleReleases()
	answers, err := rule.Ask(releases, exampleDay())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range answers {
		fmt.Println(releases[s.Index].Version, s.Supported, s.Through)
	}
	// Output:
	// 1.9 false through 2025-01-31
	// 1.10 true open, waits for the next higher release, not before 2026-01-31
	// 2.0 true open, waits for 2 more higher releases, not before 2027-01-31
}

// A release is supported for two years, and at least until the second next one.
func ExampleRule_UnmarshalJSON() {
	var rule lifecycle.Rule
	err := rule.UnmarshalJSON([]byte(`{
  "support": {"later": [
    {"plus": {"of": "own", "n": 2, "unit": "years"}},
    {"plus": {"of": {"successor": {"n": 2}}, "n": -1, "unit": "days"}}
  ]},
  "clause": "LIFE-1"
}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	releases := exampleReleases()
	answers, err := rule.Ask(releases, exampleDay())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range answers {
		fmt.Println(releases[s.Index].Version, s.Through, s.Clause)
	}
	err = rule.UnmarshalJSON([]byte(`{"suport": "own", "support": {"plus": {"of": "own", "n": 2, "unit": "year"}}}`))
	fmt.Println(errors.Is(err, lifecycle.ErrRule))
	fmt.Println(err)
	// Output:
	// 1.9 through 2025-01-31 LIFE-1
	// 1.10 open, waits for the next higher release, not before 2026-01-31 LIFE-1
	// 2.0 open, waits for 2 more higher releases, not before 2027-01-31 LIFE-1
	// true
	// lifecycle: column 2: suport: unknown field; did you mean "support"?
	// lifecycle: column 69: support.plus.unit: "year" is not a unit; write days, weeks, months or years
}

func ExampleRule_Check() {
	rule := lifecycle.Rule{Support: lifecycle.Later{lifecycle.Own{}, nil}}
	err := rule.Check()
	fmt.Println(errors.Is(err, lifecycle.ErrRule), err)
	// Output: true lifecycle: rule: support.later[1] is missing; write Unending{} for no end
}

// The latest release is supported; the one before it until the day before.
func ExampleDayBefore() {
	rule := lifecycle.Rule{Stages: []lifecycle.Stage{
		{Name: "supported", End: lifecycle.DayBefore(lifecycle.Successor{N: 1})},
	}, Rest: lifecycle.Stage{Name: "ended"}}
	answers, err := rule.Ask(exampleReleases(), exampleDay())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range answers {
		fmt.Println(s.Phase, s.Through)
	}
	// Output:
	// ended through 2024-01-30
	// ended through 2025-01-30
	// supported open, waits for the next higher release
}

func ExampleScheme_Parse() {
	scheme := lifecycle.Scheme{ServiceWords: []string{"SP"}}
	a, err := scheme.Parse("10.18 SP1")
	fmt.Println(a, err)
	b, err := scheme.Parse("10.18.1")
	fmt.Println(a.Compare(b), err)
	_, err = scheme.Parse("10.x")
	fmt.Println(err)
	// Output:
	// 10.18 SP1 <nil>
	// 0 <nil>
	// lifecycle: version "10.x" is not a version number; write numbers and dots, such as 2.10, or 2.10 SP1
}

func ExampleVersion_Compare() {
	r := exampleReleases()
	fmt.Println(r[0].Version, r[0].Version.Compare(r[1].Version), r[1].Version)
	// Output: 1.9 -1 1.10
}

func ExampleVersion_Key() {
	a, _ := lifecycle.Scheme{}.Parse("4.0")
	b, _ := lifecycle.Scheme{}.Parse("4.0.0")
	fmt.Println(a == b, a.Key() == b.Key())
	// Output: false true
}

func ExampleVersion_Part() {
	v, _ := lifecycle.Scheme{}.Parse("10.18")
	fmt.Println(v.Part(0), v.Part(1), v.Part(2))
	// Output: 10 18 0
}

func ExampleVersion_Parts() {
	for _, text := range []string{"4.0", "4.1", "4.1.0", "4.1.2"} {
		v, _ := lifecycle.Scheme{}.Parse(text)
		fmt.Print(v.Parts(), " ")
	}
	// Output: 1 2 2 3
}

func ExampleVersion_Prerelease() {
	v, err := lifecycle.Scheme{Prereleases: true}.Parse("4.0-rc.1")
	fmt.Println(v.Prerelease(), err)
	// Output: true <nil>
}

func ExampleVersion_String() {
	v, _ := lifecycle.Scheme{}.Parse("4.01")
	fmt.Println(v.String())
	// Output: 4.01
}

func ExampleVersionError_Why() {
	_, err := lifecycle.Scheme{}.Parse("v4")
	var bad *lifecycle.VersionError
	fmt.Println(errors.As(err, &bad), bad.Why())
	// Output: true is not a version number; write numbers and dots, such as 2.10
}

func ExampleBound_Covers() {
	last := exampleDay()
	end := lifecycle.Bound{Kind: lifecycle.Known, Through: last}
	next, _ := last.Plus(1, calendar.Days)
	fmt.Println(end.Covers(last), end.Covers(next))
	// Output: true false
}

func ExampleBound_String() {
	fmt.Println(lifecycle.Bound{WaitsFor: "the next higher release", NotBefore: exampleDay(), HasNotBefore: true})
	// Output: open, waits for the next higher release, not before 2025-03-01
}

func ExampleBoundKind_String() {
	fmt.Println(lifecycle.Open, lifecycle.Known, lifecycle.Never)
	// Output: open known never
}

func ExampleAlignmentKind_String() {
	fmt.Println(lifecycle.ToMonthEnd, lifecycle.ToDay, lifecycle.ToWeekday, lifecycle.ToYearEnd, lifecycle.AlignmentKind(9))
	// Output: month_end day weekday year_end AlignmentKind(9)
}
