package policy_test

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
)

func ExamplePlaceError_Error() {
	_, err := policy.New(policy.Agreement{})
	fmt.Println(err.Error()) // each mistake is a PlaceError
	// Output:
	// policy: name: is missing
	// policy: scale: is missing; an agreement has at least one level
	// policy: location: is missing; answers are printed in it
}

func ExamplePlaceError_Is() {
	_, err := policy.New(policy.Agreement{})
	fmt.Println(errors.Is(err, policy.ErrAgreement), errors.Is(err, policy.ErrEvents))
	// Output: true false
}

// misspelt reads a ticket with mistakes.
func misspelt() error {
	var t policy.Ticket
	return t.UnmarshalJSON([]byte(`{"agreement":"acme","events":[{"at":"yesterday","kind":"reported","serverity":"2"}]}`))
}

func ExampleTicketError_Error() {
	fmt.Println(misspelt().Error())
	// Output: policy: events[0].at: "yesterday" is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset; events[0].serverity: unknown field; did you mean "severity"?; events[0]: reported needs "severity"
}

func ExampleTicketError_Is() {
	fmt.Println(errors.Is(misspelt(), policy.ErrTicket))
	// Output: true
}

func ExampleTicketError_Unwrap() {
	var list *strictjson.Error
	if errors.As(misspelt(), &list) {
		for _, m := range list.Mistakes {
			fmt.Println(m.Path)
		}
	}
	// Output:
	// events[0].at
	// events[0].serverity
	// events[0]
}

// undated reads a list of releases that does not name its day.
func undated() error {
	_, _, err := policy.ReadReleases([]byte(`{"agreement":"acme","releases":[]}`), []*policy.ReleasePolicy{{Agreement: "acme"}})
	return err
}

func ExampleReleaseListError_Error() {
	fmt.Println(undated().Error())
	// Output: policy: needs "on", the day to answer for
}

func ExampleReleaseListError_Is() {
	fmt.Println(errors.Is(undated(), policy.ErrReleaseList))
	// Output: true
}

func ExampleReleaseListError_Unwrap() {
	var list *strictjson.Error
	if errors.As(undated(), &list) {
		fmt.Println(len(list.Mistakes), list.Mistakes[0].Why)
	}
	// Output: 1 needs "on", the day to answer for
}
