package compliance_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/compliance"
)

func ExampleShare() {
	share := compliance.Share{Met: 9999, Decided: 10000}
	tenths, ok := share.Tenths()
	fmt.Println(share, tenths, ok)
	fmt.Println(compliance.Share{})
	// Output:
	// 99.9 (9999 of 10000) 99.9 true
	// none
}

func ExampleShare_Tenths() {
	most, ok := compliance.Share{Met: 1999, Decided: 2000}.Tenths()
	fmt.Println(uint32(most), ok)
	_, ok = compliance.Share{}.Tenths()
	fmt.Println(ok)
	// Output:
	// 999 true
	// false
}

func ExampleShare_String() {
	fmt.Println(compliance.Share{Met: 39, Decided: 40}.String())
	// Output: 97.5 (39 of 40)
}

func ExampleTenths_String() {
	fmt.Println(compliance.Tenths(975).String())
	// Output: 97.5
}
