package cumulocity_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/cumulocity"
)

func ExampleParseVersion() {
	for _, text := range []string{"10.0", "10.18", "10.18 SP1"} {
		v, kind, err := cumulocity.ParseVersion(text)
		fmt.Println(v, kind, err)
	}
	// Output:
	// 10.0 major <nil>
	// 10.18 minor <nil>
	// 10.18 SP1 service release <nil>
}

func ExampleVersionKind_String() {
	fmt.Println(cumulocity.Major, cumulocity.Minor, cumulocity.ServiceRelease)
	// Output: major minor service release
}

func ExampleReleases() {
	p := cumulocity.Releases()
	fmt.Println(p.Agreement, p.Ordered, p.Fields)
	// Output: cumulocity CUM-11 [end_of_maintenance sustained_months extension_through]
}
