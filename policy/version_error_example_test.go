package policy_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
)

func ExampleVersionError() {
	april := time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC)
	var err error = &policy.VersionError{From: april, Err: &policy.PlaceError{Kind: policy.ErrAgreement, Place: "metrics", Why: "are 1, and in the version before 5"}}
	var in *policy.VersionError
	if errors.As(err, &in) {
		fmt.Println(in.From.Format(time.DateOnly), in.Err.Place)
	}
	// Output: 2026-04-01 metrics
}

func ExampleVersionError_Error() {
	err := &policy.VersionError{From: time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC), Err: &policy.PlaceError{Place: "metrics", Why: "are 1, and in the version before 5"}}
	fmt.Println(err.Error())
	fmt.Println((&policy.VersionError{}).Error())
	// Output:
	// policy: versions[2026-04-01T00:00:00Z].metrics: are 1, and in the version before 5
	// policy: versions[0001-01-01T00:00:00Z]
}

func ExampleVersionError_Unwrap() {
	err := &policy.VersionError{Err: &policy.PlaceError{Kind: policy.ErrAgreement, Place: "metrics"}}
	fmt.Println(errors.Is(err, policy.ErrAgreement), errors.Is(&policy.VersionError{}, policy.ErrAgreement))
	// Output: true false
}
