package policy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// The slow twin goes through the days one by one and asks of each whether the
// release is supported, in the words of the agreement: who is the highest, the
// next lower, the latest two. It knows nothing about ends of support, orders
// that are kept, or successors.

// slowRelease is a release as the twin sees it: version x.y, days from the first.
type slowRelease struct {
	major, minor int
	day          int
	regular      bool
	maintained   int // cumulocity: the day of End of Maintenance, -1 for none
	months       int // cumulocity: of sustained support
	extended     int // cumulocity: the day of the extension's end, -1 for none
}

func (a slowRelease) below(b slowRelease) bool {
	return a.major < b.major || a.major == b.major && a.minor < b.minor
}

// slowDays is how many days are asked: more than any end is away.
const slowDays = 1150

var slowFirst = releaseDate("2023-01-29")

func releaseDate(text string) calendar.Date {
	d, err := calendar.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func releaseDay(n int) calendar.Date {
	d, err := slowFirst.Plus(n, calendar.Days)
	if err != nil {
		panic(err)
	}
	return d
}

// withinMonths reports whether a day is within months from another one: not after the
// same day of the later month, or its last one.
func withinMonths(day, from, months int) bool {
	y, m, d := releaseDay(from).Civil()
	total := y*12 + int(m) - 1 + months
	ey, em := total/12, total%12+1
	cy, cm, cd := releaseDay(day).Civil()
	if c := cy*12 + int(cm) - (ey*12 + em); c != 0 {
		return c < 0
	}
	return cd <= d
}

// releasesAbove returns the releases there on a day with a higher version.
func releasesAbove(all []slowRelease, r slowRelease, day int) (list []slowRelease) {
	for _, o := range all {
		if o.day <= day && r.below(o) {
			list = append(list, o)
		}
	}
	return list
}

func highestRelease(list []slowRelease) (top slowRelease) {
	for i, o := range list {
		if i == 0 || top.below(o) {
			top = o
		}
	}
	return top
}

// A slowAsk is a question: is r supported on a day from its release on?
type slowAsk struct {
	all  []slowRelease
	r    slowRelease
	kept [slowDays][]slowRelease // what over has found
}

// over returns the releases there on a day with a higher version than r.
func (a *slowAsk) over(day int) []slowRelease {
	if a.kept[day] == nil {
		a.kept[day] = append(make([]slowRelease, 0, 1), releasesAbove(a.all, a.r, day)...)
	}
	return a.kept[day]
}

// A slowRule answers it.
type slowRule func(a *slowAsk, day int) bool

func slowSempre(a *slowAsk, day int) bool {
	over := a.over(day)
	return len(over) == 0 || len(over) == 1 && withinMonths(day, over[0].day, 12)
}

func slowSempreLenient(a *slowAsk, day int) bool {
	if len(a.over(day)) == 0 {
		return true
	}
	// Was it previous on some day? Before a year ago, it would have got no more.
	for d := max(a.r.day, day-366); d <= day; d++ {
		if over := a.over(d); len(over) == 1 && withinMonths(day, over[0].day, 12) {
			return true
		}
	}
	return false
}

func slowPurchased(a *slowAsk, day int) bool {
	for d := a.r.day; d <= day; d++ {
		if len(a.over(d)) > 0 {
			return withinMonths(day, d, 12)
		}
	}
	return true
}

func slowPurchasedOwn(a *slowAsk, day int) bool {
	return len(a.over(day)) == 0 || withinMonths(day, a.r.day, 12)
}

func slowPortx(a *slowAsk, day int) bool {
	over := a.over(day)
	if len(over) == 0 {
		return true
	}
	majors := map[int]bool{}
	for _, o := range over {
		if o.major == a.r.major {
			return false // not the highest of its major
		}
		majors[o.major] = true
	}
	if len(majors) != 1 {
		return false
	}
	first := over[0].day
	for _, o := range over {
		first = min(first, o.day)
	}
	return withinMonths(day, first, 18)
}

func slowLatest(n int) slowRule {
	return func(a *slowAsk, day int) bool {
		var stable []slowRelease
		for _, o := range a.all {
			if o.day <= day && !o.regular {
				stable = append(stable, o)
			}
		}
		var low slowRelease
		for k := 0; k < n && len(stable) > 0; k++ {
			low = highestRelease(stable)
			if low == a.r {
				return true
			}
			stable = slices.DeleteFunc(stable, func(o slowRelease) bool { return o == low })
		}
		return a.r.regular && n > 1 && low != (slowRelease{}) && a.r.day >= low.day
	}
}

func slowCumulocity(a *slowAsk, day int) bool {
	return a.r.maintained < 0 || withinMonths(day, a.r.maintained, a.r.months) || day <= a.r.extended
}

func TestReleases_SlowTwin(t *testing.T) {
	for _, tt := range []struct {
		name    string
		policy  *policy.ReleasePolicy
		line    string
		reading string
		slow    slowRule
	}{
		{"SEM2_strict", sempre.Releases(), "", "", slowSempre},
		{"SEM2_lenient", sempre.Releases(), "", "lenient", slowSempreLenient},
		{"PUR7_from_replacement", purchased.Releases(), "", "", slowPurchased},
		{"PUR7_from_own_release", purchased.Releases(), "", "from_own_release", slowPurchasedOwn},
		{"CUM10", cumulocity.Releases(), "", "", slowCumulocity},
		{"ISP8_two", ispsystem.Releases(), "VMmanager", "", slowLatest(2)},
		{"ISP8_DNSmanager", ispsystem.Releases(), "DNSmanager", "", slowLatest(1)},
		{"POR5", portx.Releases(), "", "", slowPortx},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				all := rapid.SliceOfNDistinct(rapid.Custom(drawRelease), 1, 7, func(r slowRelease) [2]int {
					return [2]int{r.major, r.minor}
				}).Draw(t, "releases")
				on := rapid.OneOf(rapid.IntRange(0, 1000), rapid.Just(all[0].day)).Draw(t, "on")
				list := &policy.ReleaseList{On: releaseDay(on)}
				if tt.reading != "" {
					list.Readings = map[string]string{tt.policy.Reading: tt.reading}
				}
				for _, r := range all {
					list.Releases = append(list.Releases, listed(t, r, tt.line))
				}
				a, err := tt.policy.Answer(list)
				if err != nil {
					t.Fatal(err)
				}
				var got []string
				for _, s := range a.Releases {
					got = append(got, sayRelease(s.Version.String(), s.Through, s.Supported))
				}
				if diff := cmp.Diff(slowAnswer(all, on, tt.slow), got); diff != "" {
					t.Errorf("on %v (-slow +fast):\n%s", releaseDay(on), diff)
				}
			})
		})
	}
}

func sayRelease(version string, through lifecycle.Bound, supported bool) string {
	end := through.Kind.String()
	if through.Kind == lifecycle.Known {
		end = through.Through.String()
	}
	return fmt.Sprintf("%s %s %v", version, end, supported)
}

// slowAnswer asks every day. What is known on a day stays so: no release comes
// after it.
func slowAnswer(all []slowRelease, on int, supported slowRule) (answer []string) {
	var there []slowRelease
	for _, r := range all {
		if r.day <= on {
			there = append(there, r)
		}
	}
	for _, r := range there {
		ask := &slowAsk{all: there, r: r}
		last := -1
		for day := slowDays - 1; day >= r.day && last < 0; day-- {
			if supported(ask, day) {
				last = day
			}
		}
		end := lifecycle.Bound{Kind: lifecycle.Never}
		if last == slowDays-1 {
			end = lifecycle.Bound{}
		} else if last >= 0 {
			end = lifecycle.Bound{Kind: lifecycle.Known, Through: releaseDay(last)}
		}
		answer = append(answer, sayRelease(fmt.Sprintf("%d.%d", r.major, r.minor), end, supported(ask, on)))
	}
	return answer
}

func drawRelease(t *rapid.T) slowRelease {
	r := slowRelease{
		major: rapid.IntRange(1, 4).Draw(t, "major"), minor: rapid.SampledFrom([]int{0, 1, 2, 9, 10}).Draw(t, "minor"),
		// 396 is 29 February 2024; months' ends and equal days matter most.
		day:     rapid.OneOf(rapid.IntRange(0, 500), rapid.SampledFrom([]int{2, 29, 30, 60, 365, 366, 395, 396, 397})).Draw(t, "day"),
		regular: rapid.Bool().Draw(t, "regular"), maintained: -1, months: 12, extended: -1,
	}
	if rapid.Bool().Draw(t, "maintained") {
		r.maintained = r.day + rapid.IntRange(0, 60).Draw(t, "maintenance")
		r.months = rapid.IntRange(12, 16).Draw(t, "months")
		if rapid.Bool().Draw(t, "extended") {
			r.extended = r.maintained + rapid.IntRange(1, 550).Draw(t, "extension")
		}
	}
	return r
}

func listed(t *rapid.T, r slowRelease, line string) policy.ListedRelease {
	version, err := lifecycle.Scheme{}.Parse(fmt.Sprintf("%d.%d", r.major, r.minor))
	if err != nil {
		t.Fatal(err)
	}
	l := policy.ListedRelease{Line: line, Release: lifecycle.Release{Version: version, Released: releaseDay(r.day), Intermediate: r.regular}}
	if r.maintained >= 0 {
		l.Given = map[string]calendar.Date{"end_of_maintenance": releaseDay(r.maintained)}
		l.Numbers = map[string]int{"sustained_months": r.months}
	}
	if r.extended >= 0 {
		l.Given["extension_through"] = releaseDay(r.extended)
	}
	return l
}

// The twin's own arithmetic, on days that are easy to check.
func TestReleases_SlowTwinSane(t *testing.T) {
	var got []string
	for _, day := range []int{396, 761, 762} {
		got = append(got, fmt.Sprint(releaseDay(day), withinMonths(day, 396, 12)))
	}
	want := "2024-02-29 true, 2025-02-28 true, 2025-03-01 false"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
