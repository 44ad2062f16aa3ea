package policytest

import (
	"reflect"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// TestHeard has an event in each field of an agreement that holds events: heard knows all
// of them, and so those that are added one day.
func TestHeard(t *testing.T) {
	kinds, kind := reflect.TypeFor[policy.Kinds](), reflect.TypeFor[policy.Kind]()
	seen := 0
	var fill func(v reflect.Value, path string, check func(string))
	fill = func(v reflect.Value, path string, check func(string)) {
		switch {
		case v.Type() == kinds || v.Type() == kind && path != "":
			seen++
			v.SetUint(uint64(policy.Updated))
			if v.Type() == kinds {
				v.SetUint(uint64(policy.On(policy.Updated)))
			}
			check(path)
			v.SetZero()
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					fill(v.Field(i), path+"."+f.Name, check)
				}
			}
		}
	}
	var a policy.Agreement
	check := func(path string) {
		if !heard(&a).Has(policy.Updated) {
			t.Errorf("an event in %s is not heard", path)
		}
	}
	a.Metrics = []policy.Metric{{Targets: make([]policy.Target, 2)}}
	a.Ladders = make([]policy.LevelLadder, 2)
	fill(reflect.ValueOf(&a).Elem(), "", check)
	fill(reflect.ValueOf(&a.Metrics[0]).Elem(), ".Metrics", check)
	fill(reflect.ValueOf(&a.Metrics[0].Targets[1]).Elem(), ".Targets", check)
	fill(reflect.ValueOf(&a.Ladders[1]).Elem(), ".Ladders", check)
	if want := 6 + 7 + 1 + 1; seen != want {
		t.Errorf("%d fields were filled, want %d", seen, want)
	}
}

// TestIdle: a change to the present level is what does nothing, else an event that the
// agreement does not react to, and there is none where it reacts to all.
func TestIdle(t *testing.T) {
	p := small(t, policy.Responded, false)
	level := p.Scale().Levels()[0]
	a := p.Agreement()
	if e, ok := idle(&a, at(9).Time(), level); !ok || e.Kind != policy.SeverityChanged || e.Severity != level || !e.At.Equal(at(9).Time()) {
		t.Errorf("%v, %v", e, ok)
	}
	a.Halt = policy.On(policy.SeverityChanged, policy.Updated)
	if e, ok := idle(&a, at(9).Time(), level); !ok || e.Kind != policy.PlanProvided || !e.Severity.IsZero() {
		t.Errorf("%v, %v", e, ok)
	}
	a.Halt = ^policy.Kinds(0)
	if e, ok := idle(&a, at(9).Time(), level); ok {
		t.Errorf("%v", e)
	}
}
