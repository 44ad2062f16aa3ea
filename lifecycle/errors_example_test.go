package lifecycle_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// twice asks of a list in which one version stands twice.
func twice() error {
	version, err := lifecycle.Scheme{}.Parse("1.9")
	if err != nil {
		return err
	}
	released, err := calendar.ParseDate("2023-01-31")
	if err != nil {
		return err
	}
	release := lifecycle.Release{Version: version, Released: released}
	rule := lifecycle.Rule{Support: lifecycle.Own{}}
	_, err = rule.Ask([]lifecycle.Release{release, release}, released)
	return err
}

func ExampleReleaseError() {
	var e *lifecycle.ReleaseError
	if errors.As(twice(), &e) {
		fmt.Println("look at release", e.Index, e.Version)
	}
	// Output: look at release 1 1.9
}

func ExampleReleaseError_Error() {
	fmt.Println(twice().Error())
	// Output: lifecycle: releases[1]: "1.9" is the same version as releases[0]; write each version of a line once
}

func ExampleReleaseError_Is() {
	fmt.Println(errors.Is(twice(), lifecycle.ErrReleases))
	// Output: true
}

func ExampleRuleError() {
	rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "full", End: lifecycle.Plus{Of: lifecycle.Own{}, N: 2, Unit: 9}}}}
	var e *lifecycle.RuleError
	if errors.As(rule.Check(), &e) {
		fmt.Println(e.Place)
	}
	// Output: stages[0].end.plus
}

func ExampleRuleError_Error() {
	err := new(lifecycle.Rule).Check()
	fmt.Println(err.Error())
	// Output: lifecycle: rule: stages are empty and there is no support; give one of them
}

func ExampleRuleError_Is() {
	err := new(lifecycle.Rule).Check()
	fmt.Println(errors.Is(err, lifecycle.ErrRule))
	// Output: true
}

func ExampleVersionError() {
	_, err := lifecycle.Scheme{}.Parse("10.18 SP1")
	var e *lifecycle.VersionError
	if errors.As(err, &e) {
		fmt.Println(e.Text)
	}
	// Output: 10.18 SP1
}

func ExampleVersionError_Error() {
	_, err := lifecycle.Scheme{}.Parse("latest")
	fmt.Println(err.Error())
	// Output: lifecycle: version "latest" is not a version number; write numbers and dots, such as 2.10
}

func ExampleVersionError_Is() {
	_, err := lifecycle.Scheme{}.Parse("latest")
	fmt.Println(errors.Is(err, lifecycle.ErrVersion))
	// Output: true
}

// endless is a term that would end after the last day there is.
func endless() error {
	last, _ := calendar.ParseDate("9999-12-31")
	_, err := lifecycle.TermRule{Months: 12}.Term(last, 1)
	return err
}

func ExampleTermError() {
	_, err := lifecycle.TermRule{Months: -1}.Term(calendar.Date{}, 1)
	var e *lifecycle.TermError
	if errors.As(err, &e) {
		fmt.Printf("%s %q\n", e.Place, e.Value)
	}
	// Output: months "-1"
}

func ExampleTermError_Error() {
	_, err := lifecycle.TermRule{}.Term(calendar.Date{}, 1)
	fmt.Println(err.Error())
	// Output: lifecycle: months: "0" is no length of a term; write 1 to 120000
}

func ExampleTermError_Is() {
	fmt.Println(errors.Is(endless(), lifecycle.ErrTerms))
	// Output: true
}

func ExampleTermError_Unwrap() {
	fmt.Println(errors.Is(endless(), calendar.ErrDate))
	// Output: true
}
