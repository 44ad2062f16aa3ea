package ispsystem_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/ispsystem"
)

func ExampleReleases() {
	p := ispsystem.Releases()
	fmt.Println(p.Agreement, p.Ordered, p.LineField, p.Lines)
	// Output: ispsystem ISP-8 product [VMmanager DCImanager BILLmanager DNSmanager]
}
