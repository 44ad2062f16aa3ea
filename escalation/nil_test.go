package escalation_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// TestNil: whatever a nil climb, watch, rung or ladder is told or asked, it answers like
// the zero one and does not panic. The arguments are zero or nil, except for instants.
func TestNil(t *testing.T) {
	at := reflect.ValueOf(instant(t, "2026-03-02T08:00:00Z"))
	for _, pair := range [][2]any{
		{(*escalation.Climb)(nil), new(escalation.Climb)},
		{(*escalation.Watch)(nil), new(escalation.Watch)},
		{(*escalation.Rung)(nil), new(escalation.Rung)},
		{(*escalation.Ladder)(nil), new(escalation.Ladder)},
	} {
		none, zero := reflect.ValueOf(pair[0]), reflect.ValueOf(pair[1])
		for i := range none.NumMethod() {
			method := none.Type().Method(i)
			args := make([]reflect.Value, method.Type.NumIn()-1)
			for k := range args {
				if args[k] = reflect.Zero(method.Type.In(k + 1)); args[k].Type() == at.Type() {
					args[k] = at
				}
			}
			func() {
				defer func() {
					if p := recover(); p != nil {
						t.Errorf("%v.%s panics: %v", none.Type(), method.Name, p)
					}
				}()
				got, want := none.Method(i).Call(args), zero.Method(i).Call(args)
				for k := range want {
					if diff := cmp.Diff(fmt.Sprintf("%+v", want[k]), fmt.Sprintf("%+v", got[k])); diff != "" {
						t.Errorf("%v.%s (-of the zero value +of nil):\n%s", none.Type(), method.Name, diff)
					}
				}
			}()
		}
	}
	var none *escalation.Ladder
	if err := none.Check(); !errors.Is(err, escalation.ErrLadder) || err.Error() != "escalation: calendar: is missing; delays are counted on it" {
		t.Errorf("a nil ladder: %v", err)
	}
}

// TestUnmadeCalendars: the zero Calendar is refused where it stands, in a ladder and
// among regions.
func TestUnmadeCalendars(t *testing.T) {
	office, unmade := open(t, "UTC", 9, 17), new(calendar.Calendar)
	steps := []escalation.Step{{To: "lead", After: escalation.Delay{Time: time.Hour}}}
	for _, tt := range []struct {
		ladder escalation.Ladder
		want   string
	}{
		{escalation.Ladder{Calendar: office, Steps: steps}, "<nil>"},
		{escalation.Ladder{Calendar: office, Notices: office, Steps: steps}, "<nil>"},
		{escalation.Ladder{Calendar: unmade, Steps: steps}, "escalation: calendar: was not made; make it with calendar.New"},
		{escalation.Ladder{Calendar: office, Notices: unmade, Steps: steps}, "escalation: notices: was not made; make it with calendar.New"},
	} {
		err := tt.ladder.Check()
		if diff := cmp.Diff(tt.want, fmt.Sprint(err)); diff != "" || err != nil && !errors.Is(err, escalation.ErrLadder) {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	for _, tt := range []struct {
		hours [2]*calendar.Calendar
		want  string
	}{
		{[2]*calendar.Calendar{office, office}, "<nil>"},
		{[2]*calendar.Calendar{unmade, office}, "escalation: regions[0].calendar: was not made; make it with calendar.New"},
		{[2]*calendar.Calendar{office, unmade}, "escalation: regions[1].calendar: was not made; make it with calendar.New"},
	} {
		_, err := escalation.NewRota(escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: tt.hours[0]}, {Name: "B", Calendar: tt.hours[1]}}})
		if diff := cmp.Diff(tt.want, fmt.Sprint(err)); diff != "" || err != nil && !errors.Is(err, escalation.ErrRegions) {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}
