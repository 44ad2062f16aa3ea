package main

import (
	_ "embed"
	"fmt"
)

//go:embed in-use.txt
var inUse string

// Release 2.4 is the prior major release until 18 months after 3.0 came, on 1
// September 2025. 2.3 was over the day before 2.4 came.
func Example() {
	fmt.Println(check(inUse, "2026-11-21", 120))
	// Output:
	// portal: 2.4 is supported through 2027-03-01, unless the next higher release of the same major moves it, unless the next higher major release moves it (POR-5), not on 2027-03-21
	// reports: 2.3 is supported through 2025-05-09, unless the next higher major release moves it (POR-5), not on 2027-03-21
	// intake: "4.0" is not in the supplier's list
}

// 100 days after 21 November 2026 is 1 March 2027, the last day of 2.4; the 101st is
// the day after.
func Example_lastDay() {
	fmt.Println(check("billing v3.1\nportal v2.4\n", "2026-11-21", 100))
	fmt.Println(check("billing v3.1\nportal v2.4\n", "2026-11-21", 101))
	fmt.Println(check("billing v3.1\n", "21.11.2026", 90))
	// Output:
	// <nil>
	// portal: 2.4 is supported through 2027-03-01, unless the next higher release of the same major moves it, unless the next higher major release moves it (POR-5), not on 2027-03-02
	// calendar: date "21.11.2026": write it as 2006-01-02
}
