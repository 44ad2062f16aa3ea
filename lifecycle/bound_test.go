package lifecycle_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/lifecycle"
)

// Two ends of each kind, the later and the earlier of them, in both orders.
func TestBounds_Combined(t *testing.T) {
	plus := func(days int) lifecycle.End { return lifecycle.Plus{Of: own, N: days} }
	major := next0(perMajor)
	never := lifecycle.Latest{N: 1, Scope: stableOne} // of an intermediate release
	endless := lifecycle.Unending{}
	least := func(e lifecycle.End, days int) lifecycle.End { return lifecycle.Later{e, plus(days)} }
	const (
		waits  = "~1 open, waits for the next higher release"
		both   = " and the next higher major release"
		either = " or the next higher major release"
	)
	for _, tt := range []struct {
		name           string
		a, b           lifecycle.End
		later, earlier string
	}{
		{"known and known", plus(5), plus(10), "~1 through 2020-01-11", "~1 through 2020-01-06"},
		{"known and waiting", plus(5), next, waits + ", not before 2020-01-06", "~1 through 2020-01-06, unless the next higher release moves it"},
		{"known and waiting longer", plus(5), least(next, 10), waits + ", not before 2020-01-11", "~1 through 2020-01-06"},
		{"known and waiting as long", plus(5), least(next, 5), waits + ", not before 2020-01-06", "~1 through 2020-01-06"},
		{"known and waiting less", plus(10), least(next, 9), waits + ", not before 2020-01-11", "~1 through 2020-01-11, unless the next higher release moves it"},
		{"waiting for the same", next, next, waits, waits},
		{"waiting for two", next, major, waits + both, waits + either},
		{"waiting for two, one with a least day", next, least(major, 5), waits + both + ", not before 2020-01-06", waits + either},
		{"waiting for two, each with a least day", least(next, 5), least(major, 10), waits + both + ", not before 2020-01-11", waits + either + ", not before 2020-01-06"},
		{"known and endless", plus(5), endless, "~1 open", "~1 through 2020-01-06"},
		{"waiting and endless", next, endless, "~1 open", waits},
		{"waiting with a least day and endless", least(next, 5), endless, "~1 open", waits},
		{"endless", endless, endless, "~1 open", "~1 open"},
		{"never and known", never, plus(5), "~1 through 2020-01-06", "~1 never"},
		{"never and waiting", never, next, waits, "~1 never"},
		{"never and endless", never, endless, "~1 open", "~1 never"},
		{"never", never, never, "~1 never", "~1 never"},
		// What can still move a known end can do so after it was combined.
		{"known and movable", plus(5), lifecycle.Earlier{plus(10), next}, "~1 through 2020-01-11, unless the next higher release moves it", "~1 through 2020-01-06, unless the next higher release moves it"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			releases := list(t, "~1@2020-01-01")
			swapped := map[string]string{waits + both: "~1 open, waits for the next higher major release and the next higher release", waits + either: "~1 open, waits for the next higher major release or the next higher release"}
			for k, e := range []lifecycle.End{lifecycle.Later{tt.a, tt.b}, lifecycle.Earlier{tt.a, tt.b}, lifecycle.Later{tt.b, tt.a}, lifecycle.Earlier{tt.b, tt.a}} {
				want := []string{tt.later, tt.earlier}[k%2]
				if k > 1 { // what is awaited is named in the order of the ends
					for from, to := range swapped {
						if len(want) >= len(from) && want[:len(from)] == from {
							want = to + want[len(from):]
						}
					}
				}
				if diff := cmp.Diff(want, "~"+ends(t, e, releases, "2020-01-01")); diff != "" {
					t.Errorf("%d (-want +got):\n%s", k, diff)
				}
			}
		})
	}
}

// An extension without services leaves those of the stage; one with them hides
// them.
func TestAsk_ExtensionServices(t *testing.T) {
	rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "a", End: lifecycle.Unending{}, Services: []string{"fixes"}}}}
	rule.Extension.End = months(own, 1)
	for _, tt := range []struct {
		services []string
		want     []string
	}{
		{nil, []string{"fixes"}}, {[]string{}, []string{}}, {[]string{"all"}, []string{"all"}},
	} {
		rule.Extension.Services = tt.services
		answers, err := rule.Ask(list(t, "1@2024-01-31"), day(t, "2024-02-29"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, answers[0].Services); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.services, diff)
		}
	}
}

// After a stage that lasts to the end of all dates there is no other.
func TestAsk_LastDayOfAll(t *testing.T) {
	end := lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToYearEnd}}
	rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "a", End: end}, {Name: "b", End: end}}}
	answers, err := rule.Ask(list(t, "1@9999-02-28"), day(t, "9999-12-31"))
	if err != nil || len(answers[0].Stages) != 1 || answers[0].Phase != "a" || answers[0].Next != nil {
		t.Errorf("%+v, %v", answers, err)
	}
	before := rule
	before.Stages = []lifecycle.Stage{{Name: "a", End: lifecycle.DayBefore(end)}, {Name: "b", End: end}}
	answers, err = before.Ask(list(t, "1@9999-02-28"), day(t, "9999-12-30"))
	if err != nil || len(answers[0].Stages) != 2 || answers[0].Next == nil || answers[0].Next.On != day(t, "9999-12-31") {
		t.Errorf("%+v, %v", answers, err)
	}
}
