package escalation_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// offices are two regions that hand tickets over to each other, from 09:00 to 17:00
// of their own time, Monday to Friday.
func offices() escalation.Regions {
	var r escalation.Regions
	for _, at := range [][2]string{{"Lisbon", "Europe/Lisbon"}, {"Toronto", "America/Toronto"}} {
		hours, err := calendar.New(calendar.Config{Zone: at[1], Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
		if err != nil {
			panic(err)
		}
		r.List = append(r.List, escalation.Region{Name: at[0], Calendar: hours})
	}
	return r
}

// march is an hour of a day of March 2026 in UTC, which is Lisbon's time then; the
// 2nd is a Monday.
func march(day, hour int) time.Time { return time.Date(2026, time.March, day, hour, 0, 0, 0, time.UTC) }

func rota() *escalation.Rota {
	r, err := escalation.NewRota(offices())
	if err != nil {
		panic(err)
	}
	return r
}

func ExampleNewRota() {
	r := offices()
	_, err := escalation.NewRota(r)
	fmt.Println(err)
	r.List[1].Name = "Lisbon"
	_, err = escalation.NewRota(r)
	fmt.Println(err)
	// Output:
	// <nil>
	// escalation: regions[1].name: "Lisbon" is the name of two regions
}

// Errors about regions have a place too, with the value there.
func ExamplePlaceError_regions() {
	_, err := escalation.NewRota(escalation.Regions{})
	var wrong *escalation.PlaceError
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Kind == escalation.ErrRegions, wrong.Place, wrong.Value)
	}
	// Output: true default 0
}

// A ticket that is worked on round the clock follows the sun.
func ExampleWatch() {
	w := escalation.NewWatch(rota())
	_ = w.Receive(march(2, 8), false)
	_ = w.Advance(march(3, 9))
	for _, o := range w.Owners() {
		fmt.Println(o.From.UTC().Format("Mon 15:04"), o.Region)
	}
	// Output:
	// Mon 08:00 on-call
	// Mon 09:00 Lisbon
	// Mon 17:00 Toronto
	// Mon 22:00 on-call
	// Tue 09:00 Lisbon
}

func ExampleNewWatch() {
	w := escalation.NewWatch(rota())
	fmt.Println(len(w.Owners()))
	// Output: 0
}

func ExampleWatch_Receive() {
	w := escalation.NewWatch(rota())
	fmt.Println(w.Receive(march(2, 18), true))
	fmt.Println(w.Owners()[0].Region)
	// Output:
	// <nil>
	// Toronto
}

// The default region, once it has the ticket, keeps it.
func ExampleWatch_Advance() {
	w := escalation.NewWatch(rota())
	_ = w.Receive(march(2, 21), true)
	fmt.Println(w.Advance(march(9, 21)))
	for _, o := range w.Owners() {
		fmt.Println(o.From.UTC().Format("Mon 15:04"), o.Region, o.ByItself)
	}
	// Output:
	// <nil>
	// Mon 21:00 Toronto false
	// Mon 22:00 on-call true
	// Tue 09:00 Lisbon true
}

func ExampleWatch_Next() {
	w := escalation.NewWatch(rota())
	_ = w.Receive(march(2, 10), false)
	next, ok, err := w.Next()
	fmt.Println(next.From.UTC().Format("Mon 15:04"), next.Region, ok, err)
	// Output: Mon 17:00 Toronto true <nil>
}

func ExampleWatch_Owners() {
	w := escalation.NewWatch(rota())
	_ = w.Receive(march(2, 10), false)
	fmt.Println(w.Owners()[0].Region)
	// Output: Lisbon
}

func ExampleWatch_Buffer() {
	w := escalation.NewWatch(rota())
	var room [4]escalation.Owner
	w.Buffer(room[:])
	_ = w.Receive(march(2, 10), false)
	fmt.Println(room[0].Region)
	// Output: Lisbon
}

func ExampleWatch_End() {
	w := escalation.NewWatch(rota())
	_ = w.Receive(march(2, 10), false)
	w.End()
	_, ok, _ := w.Next()
	fmt.Println(ok)
	// Output: false
}

func ExampleWatch_Tenures() {
	w := escalation.NewWatch(rota())
	_ = w.Receive(march(2, 16), false)
	tenures, err := w.Tenures(march(2, 23))
	for _, t := range tenures {
		fmt.Println(t.Region, t.Until.Sub(t.From), t.Calendar != nil)
	}
	fmt.Println(err)
	// Output:
	// Lisbon 1h0m0s true
	// Toronto 5h0m0s true
	// on-call 1h0m0s false
	// <nil>
}

func ExampleWatch_KeepReasons() {
	w := escalation.NewWatch(rota())
	w.KeepReasons(func() string { return "reported" })
	_ = w.Receive(march(2, 10), false)
	_ = w.Advance(march(2, 17))
	for _, o := range w.Owners() {
		fmt.Println(o.Region+":", o.Cause+",", o.Reason)
	}
	// Output:
	// Lisbon: reported, the default region is active
	// Toronto: Lisbon closes, the owner's hours end, and of the regions that are active this one opened last
}
