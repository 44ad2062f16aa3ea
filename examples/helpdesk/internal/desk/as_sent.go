package desk

import (
	"errors"
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// asSent gives a mistake in a ticket's events its place in what the client sent. There the
// event with index alone, which is the report or the event that is added, is on its own, and
// the events after it are a list. Other errors are returned unchanged.
func asSent(err error, alone int) error {
	var invalid *InvalidError
	var at *policy.PlaceError
	if !errors.As(err, &invalid) || !errors.As(err, &at) {
		return err
	}
	var i int
	var field string
	if _, noEvent := fmt.Sscanf(at.Place, "events[%d].%s", &i, &field); noEvent != nil || i < alone {
		return err
	}
	moved := *at
	moved.Why = strings.NewReplacer("events[0], reported", "the report", "events[0]", "the report").Replace(at.Why)
	if moved.Place = field; i > alone {
		moved.Place, field = fmt.Sprintf("events[%d].%s", i-alone-1, field), "events"
	}
	return &InvalidError{field, &moved}
}
