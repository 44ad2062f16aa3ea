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
