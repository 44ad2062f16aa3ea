package compliance_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleMonth_String() {
	fmt.Println(compliance.Month{Year: 2026, Month: time.March}.String(), compliance.Month{}.String())
	// Output: 2026-03 none
}

func ExampleMonth_IsZero() {
	fmt.Println(compliance.Month{}.IsZero(), compliance.Month{Year: 2026, Month: time.March}.IsZero())
	// Output: true false
}

func ExampleMonth_Compare() {
	months := []compliance.Month{{}, {Year: 2026, Month: time.March}, {Year: 2025, Month: time.December}}
	slices.SortFunc(months, compliance.Month.Compare)
	fmt.Println(months)
	// Output: [2025-12 2026-03 none]
}

func ExampleParseBasis() {
	basis, err := compliance.ParseBasis("due")
	fmt.Println(basis == compliance.ByDue, err)
	_, err = compliance.ParseBasis("month")
	fmt.Println(err)
	// Output:
	// true <nil>
	// compliance: basis: "month" is not a basis; write started, due or stopped
}

func ExampleBasis_String() {
	fmt.Println(compliance.ByStop.String())
	// Output: stopped
}

func ExampleBasisNames() {
	fmt.Println(compliance.BasisNames())
	// Output: [started due stopped]
}
