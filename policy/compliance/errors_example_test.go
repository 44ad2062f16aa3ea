package compliance_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/policy/compliance"
)

// differently merges two reports that count differently.
func differently() error {
	r, err := compliance.NewReport(compliance.Options{Basis: compliance.ByDue, Worst: 3})
	if err != nil {
		return err
	}
	return r.Merge(new(compliance.Report))
}

func ExampleMergeError_Error() {
	fmt.Println(differently())
	// Output: compliance: a report by due with 3 late clocks cannot take one by started with 0; make both with the same options
}

func ExampleMergeError_Is() {
	var wrong *compliance.MergeError
	err := differently()
	fmt.Println(errors.Is(err, compliance.ErrMerge), errors.As(err, &wrong), wrong.Ours.Basis, wrong.Theirs.Basis)
	// Output: true true due started
}
