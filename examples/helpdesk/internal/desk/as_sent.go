package desk

import (
	"errors"
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// asSent gives a mistake in a ticket's events the place that it has in what the client
// sent. There event alone, which is the report or the one that is added, stands by
// itself, and those behind it are a list. Other errors stay as they are.
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
