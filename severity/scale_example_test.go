package severity_test

import (
	"fmt"

	"github.com/slaclock/slaclock/severity"
)

func ExampleScale_String() {
	s, _ := severity.NewScale("acme", "Crisis", "Critical", "Standard")
	fmt.Printf("%v, %q\n", s, new(severity.Scale))
	// Output: acme, ""
}

// The classifier of an agreement can use the scale of a policy, or else a new one.
func ExampleScale_Or() {
	own := func() (*severity.Scale, error) { return severity.NewScale("acme", "Crisis", "Critical") }
	classifierScale := func(on *severity.Scale) (*severity.Scale, error) { return on.Or(own) }
	of, _ := severity.NewScale("policy", "Crisis", "Critical")
	fmt.Println(classifierScale(of))
	fmt.Println(classifierScale(nil))
	// Output:
	// policy <nil>
	// acme <nil>
}
