package portx_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/portx"
)

func ExampleReleases() {
	p := portx.Releases()
	fmt.Println(p.Agreement, p.Ordered)
	// Output: portx POR-8
}

func ExampleIsMinor() {
	for _, text := range []string{"3.0", "3.1"} {
		v, err := portx.Releases().Scheme.Parse(text)
		fmt.Println(v, portx.IsMinor(v), err)
	}
	// Output:
	// 3.0 false <nil>
	// 3.1 true <nil>
}
