package policy_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// furnished is acme with something in every part that an agreement has.
func furnished(t *testing.T) policy.Agreement {
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	hours := a.Calendars["hours"]
	a.Events = []string{"audited"}
	a.Lacking = map[string]error{"lacking": errors.New("cannot be made")}
	a.Roaming = []string{"High"}
	a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "north", Calendar: hours}, {Name: "south", Calendar: a.Calendars["late"]}}}
	for _, level := range []string{"High", "Mid"} {
		a.Ladders = append(a.Ladders, policy.LevelLadder{Level: level, Ladder: escalation.Ladder{
			Calendar: hours, Notices: hours, Steps: []escalation.Step{{To: "manager", After: escalation.Delay{Time: 2 * hour}, Clause: "ACM-8"}},
		}})
	}
	for i := range a.Metrics {
		a.Metrics[i].Thresholds = []policy.Threshold{{Percent: 50, To: "lead", Clause: "ACM-7", Levels: []string{"Mid"}}}
	}
	return a
}

// spoil changes everything that can be changed from v on, and reports where there is
// nothing to change. It leaves unexported fields alone.
func spoil(v reflect.Value, place string, empty func(string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() != reflect.TypeFor[*escalation.Regions]() {
			return // a calendar, a scale or a location, which never changes
		}
		if v.IsNil() {
			empty(place)
			return
		}
		spoil(v.Elem(), place, empty)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				spoil(v.Field(i), place+"."+f.Name, empty)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 {
			empty(place)
		}
		for i := range v.Len() {
			spoil(v.Index(i), fmt.Sprintf("%s[%d]", place, i), empty)
		}
	case reflect.Map:
		if v.Len() == 0 {
			empty(place)
		}
		for _, key := range v.MapKeys() {
			v.SetMapIndex(key, reflect.Value{})
		}
	case reflect.String:
		v.SetString(v.String() + "?")
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 1)
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(v.Uint() ^ 1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	}
}

// TestAgreementIsACopy: whatever a caller does to the result of Agreement, the policy keeps
// what it had and answers as before.
func TestAgreementIsACopy(t *testing.T) {
	p, err := policy.New(furnished(t))
	if err != nil {
		t.Fatal(err)
	}
	scale := p.Scale()
	var tickets [][]policy.Event
	for _, level := range scale.Levels() {
		for _, channel := range []policy.Channel{policy.Phone, policy.Email} {
			report := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
			tickets = append(tickets, []policy.Event{
				{At: report, Kind: policy.Reported, Severity: level, Channel: channel},
				{At: report.Add(30 * hour), Kind: policy.WorkaroundAccepted},
			})
		}
	}
	audited, _ := policy.Own(0)
	answers := func() (all []string) {
		for _, events := range tickets {
			a, err := p.Explain(events, events[0].At.Add(31*hour))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, string(p.AppendAnswer(nil, "", policy.Stamp{}, &a)))
		}
		return append(all, p.Name(), fmt.Sprint(p.Choices(), p.Owned(), p.KindName(audited)))
	}
	before, had := answers(), p.Agreement()
	got := p.Agreement()
	spoil(reflect.ValueOf(&got).Elem(), "Agreement", func(place string) {
		t.Errorf("%s is empty; give it something to spoil in furnished", place)
	})
	if reflect.DeepEqual(got, had) {
		t.Error("nothing was spoilt")
	}
	if diff := cmp.Diff(before, answers()); diff != "" {
		t.Errorf("answers (-before +after):\n%s", diff)
	}
	if !reflect.DeepEqual(p.Agreement(), had) {
		t.Errorf("the agreement is %+v, was %+v", p.Agreement(), had)
	}
	if _, err := policy.New(p.Agreement()); err != nil {
		t.Errorf("what it returns makes no policy: %v", err)
	}
}

func BenchmarkAgreement(b *testing.B) {
	a, err := acme()
	if err != nil {
		b.Fatal(err)
	}
	p, err := policy.New(a)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if p.Agreement().Name == "" {
			b.Fatal("no agreement")
		}
	}
}
