package calendar_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

func ExampleRegions() {
	codes := calendar.Regions()
	fmt.Println(len(codes), "regions, such as", codes[0], codes[1], codes[2])
	// Output: 105 regions, such as AR AT AU
}

func ExampleRegion_Reach() {
	for _, r := range []calendar.Region{{Code: "DE"}, {Code: "MY-14"}, {Code: "MY-14", Estimated: true}} {
		reach, err := r.Reach()
		fmt.Println(reach, err)
	}
	_, err := calendar.Region{Code: "US-CA"}.Reach()
	fmt.Println(err)
	// Output:
	// 0001-01-01/9999-12-31 <nil>
	// 2015-01-01/2026-12-31 <nil>
	// 2015-01-01/2027-12-31 <nil>
	// calendar: region: "US-CA" is not a region whose holidays are known; write US or US-MD
}

func ExampleRegion_Holidays() {
	holidays, err := calendar.Region{Code: "GB-ENG"}.Holidays(2022)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range holidays[len(holidays)-3:] {
		fmt.Println(h.Date, h.Name, h.Actual)
	}
	// Output:
	// 2022-09-19 State Funeral of Queen Elizabeth II 2022-09-19
	// 2022-12-26 Boxing Day 2022-12-26
	// 2022-12-27 Christmas Day 2022-12-25
}

func ExampleRegionError_Error() {
	_, err := calendar.Region{Code: "US-MD", List: "school"}.Holidays(2026)
	fmt.Println(err.Error())
	// Output: calendar: region: "US-MD" has no list "school"; write state-closings or statutory
}

func ExampleRegionError_Is() {
	_, err := calendar.Region{Code: "XX"}.Holidays(2026)
	fmt.Println(errors.Is(err, calendar.ErrRegion))
	// Output: true
}
