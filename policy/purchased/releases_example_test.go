package purchased_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/purchased"
)

func ExampleReleases() {
	p := purchased.Releases()
	fmt.Println(p.Agreement, p.Ordered, p.Reading)
	// Output: purchased PUR-7 purchased.prior_release
}
