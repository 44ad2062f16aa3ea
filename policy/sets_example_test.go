package policy_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
)

func ExampleKinds_String() {
	vendorAsked, _ := policy.Own(0) // the first of the agreement's own
	fmt.Println(policy.On(policy.Closed, policy.Responded, vendorAsked))
	fmt.Println(policy.Report)
	fmt.Println(policy.On())
	// Output:
	// responded, closed, own event 1
	// reported, reopened
	// none
}

func ExampleChannels_String() {
	fmt.Println(policy.By(policy.Portal, policy.Email))
	fmt.Println(policy.By())
	// Output:
	// email, portal
	// any
}
