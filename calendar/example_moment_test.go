package calendar_test

import (
	"encoding/json"
	"fmt"
	"log"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// moments returns a Moment that is known, one that is unknown because it depends on the
// holidays of a day beyond those that are known, and one that stands for no instant.
func moments() (known, unknown, none calendar.Moment) {
	through, _ := calendar.NewDate(2026, time.March, 3)
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), HolidaysThrough: through})
	if err != nil {
		fmt.Println(err)
		return none, none, none
	}
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	known, _ = calendar.MomentOf(c.Add(monday, 10*time.Hour))
	unknown, _ = calendar.MomentOf(c.Add(monday, 20*time.Hour))
	return known, unknown, none
}

func ExampleMoment_Get() {
	known, unknown, _ := moments()
	fmt.Println(known.Get())
	_, ok := unknown.Get()
	fmt.Println(ok)
	// Output:
	// 2026-03-03 11:00:00 +0000 UTC true
	// false
}

// A field that has omitzero in its tag is left out if its Moment is the zero Moment.
func ExampleMoment_IsZero() {
	known, unknown, none := moments()
	fmt.Println(known.IsZero(), unknown.IsZero(), none.IsZero())

	type clock struct {
		Due     calendar.Moment `json:"due"`
		Stopped calendar.Moment `json:"stopped,omitzero"`
	}
	text, err := json.Marshal([]clock{{known, none}, {none, known}})
	fmt.Println(string(text), err)
	// Output:
	// false false true
	// [{"due":"2026-03-03T11:00:00Z"},{"due":null,"stopped":"2026-03-03T11:00:00Z"}] <nil>
}

func ExampleMoment_String() {
	known, unknown, none := moments()
	fmt.Println(known.String(), unknown.String(), none.String())
	// Output: 2026-03-03T11:00:00Z unknown none
}

func ExampleMoment_IsKnown() {
	known, unknown, none := moments()
	fmt.Println(known.IsKnown(), unknown.IsKnown(), none.IsKnown())
	// Output: true false false
}

func ExampleMoment_Unknown() {
	known, unknown, none := moments()
	fmt.Println(known.Unknown(), none.Unknown())
	fmt.Println(unknown.Unknown() != nil)
	// Output:
	// <nil> <nil>
	// true
}

func ExampleMoment_Passed() {
	known, unknown, _ := moments()
	eleven := time.Date(2026, time.March, 3, 11, 0, 0, 0, time.UTC)
	fmt.Println(known.Passed(eleven), known.Passed(eleven.Add(1)), unknown.Passed(eleven.AddDate(1, 0, 0)))
	// Output: false true false
}

func ExampleMoment_Later() {
	known, unknown, _ := moments()
	fmt.Println(known.Later(calendar.At(known.Time().Add(time.Hour))))
	fmt.Println(known.Later(unknown))
	// Output:
	// 2026-03-03T12:00:00Z
	// unknown
}

func ExampleMoment_Time() {
	known, unknown, _ := moments()
	if known.IsKnown() {
		fmt.Println(known.Time().Weekday())
	}
	fmt.Println(unknown.Time().IsZero())
	// Output:
	// Tuesday
	// true
}

// Noon in Berlin in summer is ten o'clock in UTC.
func ExampleMoment_Equal() {
	berlin, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		log.Fatal(err)
	}
	noon := calendar.At(time.Date(2026, time.July, 1, 12, 0, 0, 0, berlin))
	ten := calendar.At(time.Date(2026, time.July, 1, 10, 0, 0, 0, time.UTC))
	fmt.Println(noon.Equal(ten), noon == ten, noon.Equal(calendar.Moment{}))
	// Output: true false false
}

func ExampleMoment_MarshalJSON() {
	known, unknown, none := moments()
	text, err := json.Marshal([]calendar.Moment{known, unknown, none})
	fmt.Println(string(text), err)
	// Output: ["2026-03-03T11:00:00Z",{"unknown":"holidays are known through 2026-03-03 only"},null] <nil>
}

func ExampleMoment_UnmarshalJSON() {
	var answer struct{ Started, Due, Stopped calendar.Moment }
	err := json.Unmarshal([]byte(`{"Started":"2026-03-02T10:00:00+01:00","Due":"2026-03-02T18:00:00+01:00","Stopped":null}`), &answer)
	fmt.Println(answer, err)
	fmt.Println(json.Unmarshal([]byte(`{"Due":{"unknown":"holidays are known through 2026-03-03 only"}}`), &answer))
	// Output:
	// {2026-03-02T10:00:00+01:00 2026-03-02T18:00:00+01:00 none} <nil>
	// calendar: no such instant: "{\"unknown\":\"holidays are known through 2…": what is not known cannot be read back; ask again
}

func ExampleMoment_In() {
	known, unknown, none := moments()
	tokyo, err := calendar.Zone("Asia/Tokyo")
	fmt.Println(known.In(tokyo), unknown.In(tokyo), none.In(tokyo), err)
	// Output: 2026-03-03T20:00:00+09:00 unknown none <nil>
}
