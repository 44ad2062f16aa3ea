package sempre_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/sempre"
)

func ExampleReleases() {
	p := sempre.Releases()
	fmt.Println(p.Agreement, p.Ordered, p.LineField, p.Reading)
	// Output: sempre SEM-1 environment sempre.previous
}
