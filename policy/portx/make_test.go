package portx_test

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

// answer answers one line of JSON, as the command does.
func answer(line []byte) ([]byte, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON(line); err != nil {
		return nil, err
	}
	p, err := portx.New(t.Customer, t.Readings)
	if err != nil {
		return nil, err
	}
	return p.Answer(nil, &t)
}
