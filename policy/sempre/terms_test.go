package sempre_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/sempre"
)

// on reads a date that is known to be right.
var on = agreementtest.Date

func TestSEM3_FixWindow(t *testing.T) {
	proper := on(t, "2028-03-01")
	for _, tt := range []struct {
		delivered string
		proper    *calendar.Date
		day, want string
	}{
		{"2028-02-10", &proper, "2028-02-09", "pending until 2028-02-10"},
		{"2028-02-10", &proper, "2028-02-10", "active until 2028-03-01"},
		{"2028-02-10", &proper, "2028-02-11", "active until 2028-03-01"},
		{"2028-02-10", &proper, "2028-02-28", "active until 2028-03-01"},
		{"2028-02-10", &proper, "2028-02-29", "active until 2028-03-01"},
		{"2028-02-10", &proper, "2028-03-01", "ended"},
		{"2028-02-10", &proper, "2028-03-02", "ended"},
		{"2028-02-10", nil, "2028-02-09", "pending until 2028-02-10"},
		{"2028-02-10", nil, "2028-02-10", "active"},
		{"2028-02-10", nil, "2038-03-02", "active"},
		// Delivered on the day on which the proper one is there: never supported.
		{"2028-03-01", &proper, "2028-02-29", "pending until 2028-03-01"},
		{"2028-03-01", &proper, "2028-03-01", "ended"},
	} {
		s, err := sempre.Fix(on(t, tt.delivered), tt.proper).Status(on(t, tt.day))
		got := string(s.State)
		if s.Next != nil {
			got += fmt.Sprint(" until ", s.Next.On)
		}
		if err != nil || got != tt.want || s.Covered != (s.State == lifecycle.Active) || s.Reasons[0].Clause != "SEM-3" {
			t.Errorf("%s: %s, %v; want %s\n%v", tt.day, got, err, tt.want, s.Reasons)
		}
	}
	window, ok, err := sempre.Fix(on(t, "2028-02-10"), &proper).Window()
	if window.String() != "2028-02-10/2028-02-29" || !ok || err != nil {
		t.Errorf("window %v, %v, %v", window, ok, err)
	}
	if _, ok, err := sempre.Fix(proper, nil).Window(); ok || err != nil {
		t.Errorf("a window without end: %v, %v", ok, err)
	}
	if _, err := sempre.Fix(on(t, "2028-03-02"), &proper).Status(proper); !errors.Is(err, lifecycle.ErrTerms) ||
		err.Error() != `lifecycle: proper: "2028-03-01" is before the delivery of what it replaces; write 2028-03-02 or later` {
		t.Errorf("a proper fix before the delivery: %v", err)
	}
}

func TestSEM5_Notice(t *testing.T) {
	for _, tt := range []struct {
		change, given, last string
		late                int
	}{
		{"2026-06-30", "2026-05-30", "2026-05-31", 0},
		{"2026-06-30", "2026-05-31", "2026-05-31", 0},
		{"2026-06-30", "2026-06-01", "2026-05-31", 1},
		{"2026-06-30", "2026-07-01", "2026-05-31", 31}, // after the change itself
		// February of 28 and of 29 days, and the turn of the year.
		{"2027-03-15", "2027-02-13", "2027-02-13", 0},
		{"2027-03-15", "2027-02-14", "2027-02-13", 1},
		{"2028-03-15", "2028-02-14", "2028-02-14", 0},
		{"2028-03-15", "2028-02-15", "2028-02-14", 1},
		{"2028-03-30", "2028-02-29", "2028-02-29", 0},
		{"2027-01-30", "2026-12-31", "2026-12-31", 0},
		{"2027-01-30", "2027-01-01", "2026-12-31", 1},
	} {
		got, err := sempre.ChangeNotice().Check(on(t, tt.change), on(t, tt.given))
		if err != nil || got.LastDay != on(t, tt.last) || got.InTime != (tt.late == 0) || got.DaysLate != tt.late || got.Reason.Clause != "SEM-5" {
			t.Errorf("change %s, notice %s: %+v, %v; want by %s, %d late", tt.change, tt.given, got, err, tt.last, tt.late)
		}
	}
}

func ExampleFix() {
	delivered, _ := calendar.NewDate(2026, time.March, 2)
	proper, _ := calendar.NewDate(2026, time.April, 1)
	window, ok, err := sempre.Fix(delivered, &proper).Window()
	fmt.Println(window, ok, err)
	// Output: 2026-03-02/2026-03-31 true <nil>
}

func ExampleChangeNotice() {
	change, _ := calendar.NewDate(2026, time.June, 30)
	given, _ := calendar.NewDate(2026, time.June, 1)
	check, err := sempre.ChangeNotice().Check(change, given)
	fmt.Println(check.LastDay, check.InTime, check.DaysLate, err)
	fmt.Println(check.Reason)
	// Output:
	// 2026-05-31 false 1 <nil>
	// notice of 2026-06-30 was due by 2026-05-31, 30 days before, and was given on 2026-06-01 [SEM-5]
}
