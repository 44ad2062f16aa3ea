package lifecycle_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// stagedRule has all that a rule can have: full support for 6 months, then
// maintenance through a year, sustained support until two higher releases are
// there, then self-help; and an extension for a fee.
func stagedRule() lifecycle.Rule {
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: "full", End: months(own, 6), Services: []string{"features", "fixes"}},
			{Name: "maintenance", End: months(lifecycle.EndOf{Stage: "full"}, 6), Services: []string{"fixes"}},
			{Name: "sustained", End: second, Services: []string{"help"}, Without: []string{"pages"}},
		},
		Rest:      lifecycle.Stage{Name: "self-help", Services: []string{"extended"}, Without: []string{"pages"}},
		Support:   lifecycle.Later{lifecycle.EndOf{Stage: "sustained"}, lifecycle.Given{Name: "extension", Else: own}},
		Extension: lifecycle.Stage{Name: "extension", End: lifecycle.Given{Name: "extension"}, Services: []string{"fixes for a fee"}},
		Clause:    "X-1",
	}
}

func TestAsk_Stages(t *testing.T) {
	for _, tt := range []struct{ releases, extension, on, want string }{
		{"1@2024-01-31", "", "2024-07-31", "1 full open true features,fixes"},
		{"1@2024-01-31", "", "2024-08-01", "1 maintenance open true fixes"},
		{"1@2024-01-31", "", "2025-01-31", "1 maintenance open true fixes"},
		{"1@2024-01-31", "", "2025-02-01", "1 sustained open true help"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "", "2026-01-01", "1 sustained known true help"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "", "2026-01-02", "1 self-help known false pages"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "2026-03-01", "2026-03-01", "1 self-help known true fixes for a fee"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "2026-03-01", "2026-03-02", "1 self-help known false pages"},
		{"1@2024-01-31 2@2024-06-01 3@2026-01-01", "2025-03-01", "2025-12-01", "1 sustained open true help"},
	} {
		releases := list(t, tt.releases)
		if tt.extension != "" {
			releases[0].Given = map[string]calendar.Date{"extension": day(t, tt.extension)}
		}
		rule := stagedRule()
		answers, err := rule.Ask(releases, day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		s := answers[0]
		got := fmt.Sprintf("%s %s %v %v %s", releases[0].Version, s.Phase, s.Through.Kind, s.Supported, strings.Join(s.Services, ","))
		if got != tt.want || s.Clause != "X-1" {
			t.Errorf("%s on %s: got %s\nwant %s", tt.releases, tt.on, got, tt.want)
		}
	}
}

// TestAsk_OwnServices: whoever is given an answer can write to its services, of any
// part of the rule, and the rule says the same as before.
func TestAsk_OwnServices(t *testing.T) {
	rule, extended := stagedRule(), list(t, "1@2024-01-31 2@2024-06-01 3@2026-01-01")
	extended[0].Given = map[string]calendar.Date{"extension": day(t, "2026-03-01")}
	for _, on := range []string{"2024-07-31", "2024-08-01", "2025-02-01", "2026-02-01", "2026-03-02"} {
		answers, err := rule.Ask(extended, day(t, on))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range answers {
			lists := [][]string{s.Services}
			if s.Next != nil {
				lists = append(lists, s.Next.Services)
			}
			for _, services := range lists {
				for i := range services {
					services[i] = "changed"
				}
			}
		}
	}
	if diff := cmp.Diff(stagedRule(), rule); diff != "" {
		t.Errorf("the rule (-want +got):\n%s", diff)
	}
}

// stages tells the stages of an answer, with their days.
func stages(s lifecycle.Status) string {
	var told []string
	for _, stage := range s.Stages {
		told = append(told, fmt.Sprintf("%s from %v %v", stage.Name, stage.From, stage.Through))
	}
	return strings.Join(told, "; ")
}

// Each stage has its first and last day, and one without a day is left out.
func TestAsk_StageDays(t *testing.T) {
	rule := stagedRule()
	for _, tt := range []struct{ releases, want string }{
		{"1@2024-01-31", "full from 2024-01-31 through 2024-07-31; maintenance from 2024-08-01 through 2025-01-31; " +
			"sustained from 2025-02-01 open, waits for 2 more higher releases"},
		{"1@2024-01-31 2@2024-02-01 3@2024-12-01", "full from 2024-01-31 through 2024-07-31; maintenance from 2024-08-01 through 2025-01-31"},
		{"1@2024-01-31 2@2024-02-01 3@2025-02-01", "full from 2024-01-31 through 2024-07-31; maintenance from 2024-08-01 through 2025-01-31; " +
			"sustained from 2025-02-01 through 2025-02-01"},
	} {
		answers, err := rule.Ask(list(t, tt.releases), day(t, "2025-12-31"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, stages(answers[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.releases, diff)
		}
	}
}

// A stage that a release leaves and comes back to has each of its spells, within the days
// that an earlier stage leaves it. 2.1 is among the latest two until 2.0 comes, which is
// later than 2.1 and below it, and again once 4.0 has taken the place of 2.0.
func TestAsk_StageSpells(t *testing.T) {
	latest := lifecycle.Latest{N: 2, Scope: lifecycle.Scope{Stable: true}, Between: true}
	const releases = "~2.1@2024-01-10 3.0@2024-01-05 2.0@2024-01-20 4.0@2024-02-01"
	for _, tt := range []struct{ on, first, want string }{
		{"2024-01-19", "", "in from 2024-01-10 open, waits for the next higher stable release"},
		{"2024-01-20", "", "in from 2024-01-10 through 2024-01-19, unless the next higher stable release moves it"},
		{"2024-02-01", "", "in from 2024-01-10 through 2024-01-19; in from 2024-02-01 open, waits for the next higher stable release"},
		{"2024-02-01", "2024-01-18", "new from 2024-01-10 through 2024-01-18; in from 2024-01-19 through 2024-01-19; in from 2024-02-01 open, waits for the next higher stable release"},
		{"2024-02-01", "2024-01-19", "new from 2024-01-10 through 2024-01-19; in from 2024-02-01 open, waits for the next higher stable release"},
		{"2024-02-01", "2024-02-10", "new from 2024-01-10 through 2024-02-10; in from 2024-02-11 open, waits for the next higher stable release"},
	} {
		rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "in", End: latest}}}
		all := list(t, releases)
		if tt.first != "" {
			rule.Stages = append([]lifecycle.Stage{{Name: "new", End: lifecycle.Given{Name: "new"}}}, rule.Stages...)
			for i := range all {
				all[i].Given = map[string]calendar.Date{"new": day(t, tt.first)}
			}
		}
		answers, err := rule.Ask(all, day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, stages(answers[0])); diff != "" {
			t.Errorf("on %s, %q (-want +got):\n%s", tt.on, tt.first, diff)
		}
	}
}

// A stage that is open keeps all later ones from beginning.
func TestAsk_OpenStage(t *testing.T) {
	rule := lifecycle.Rule{Stages: []lifecycle.Stage{
		{Name: "first", End: lifecycle.Unending{}}, {Name: "second", End: months(own, 1)},
	}}
	answers, err := rule.Ask(list(t, "1@2024-01-31"), day(t, "2034-01-01"))
	if err != nil || answers[0].Phase != "first" || len(answers[0].Stages) != 1 {
		t.Errorf("%+v, %v", answers, err)
	}
}

// Releases after the day are left out, and the others keep their order and their
// place in the list.
func TestAsk_Order(t *testing.T) {
	rule := lifecycle.Rule{Support: lifecycle.Unending{}}
	answers, err := rule.Ask(list(t, "3@2024-01-02 1@2024-01-04 2@2024-01-01 4@2024-01-03"), day(t, "2024-01-03"))
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, s := range answers {
		got = append(got, s.Index)
	}
	if diff := cmp.Diff([]int{0, 2, 3}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAsk_EmptyLists: a release without services or stages has empty lists of them in
// JSON, now and after the next change, whether the rule has none or they are nil.
func TestAsk_EmptyLists(t *testing.T) {
	year := lifecycle.Plus{Of: own, N: 12, Unit: calendar.Months}
	const ended = `"next":{"on":"2027-01-02","phase":"","supported":false,"services":[]}`
	for want, rule := range map[string]lifecycle.Rule{
		`[{"index":0,"phase":"","from":"2026-01-01","through":{"kind":"open"},"supported":true,"services":[],"stages":[],"clause":"X"}]`: {
			Clause: "X", Support: lifecycle.Unending{}},
		`[{"index":0,"phase":"full","from":"2026-01-01","through":{"kind":"known","through":"2027-01-01"},"supported":true,"services":[],` +
			`"stages":[{"name":"full","from":"2026-01-01","through":{"kind":"known","through":"2027-01-01"}}],"clause":"X",` + ended + `}]`: {
			Clause: "X", Stages: []lifecycle.Stage{{Name: "full", End: year}}},
		`[{"index":0,"phase":"full","from":"2026-01-01","through":{"kind":"known","through":"2027-01-01"},"supported":true,"services":["help"],` +
			`"stages":[{"name":"full","from":"2026-01-01","through":{"kind":"known","through":"2027-01-01"}}],"clause":"Y",` + ended + `}]`: {
			Clause: "Y", Stages: []lifecycle.Stage{{Name: "full", End: year, Services: []string{"help"}}}},
	} {
		answers, err := rule.Ask(list(t, "1@2026-01-01"), day(t, "2026-02-01"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(answers)
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

func TestBound_Covers(t *testing.T) {
	known := lifecycle.Bound{Kind: lifecycle.Known, Through: day(t, "2024-02-29")}
	for _, tt := range []struct {
		b    lifecycle.Bound
		day  string
		want bool
	}{
		{known, "2024-02-28", true}, {known, "2024-02-29", true}, {known, "2024-03-01", false},
		{lifecycle.Bound{}, "9999-12-31", true}, {lifecycle.Bound{Kind: lifecycle.Never}, "0001-01-01", false},
	} {
		if got := tt.b.Covers(day(t, tt.day)); got != tt.want {
			t.Errorf("%v covers %s: %v", tt.b, tt.day, got)
		}
	}
}
