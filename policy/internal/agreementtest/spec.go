package agreementtest

import (
	"encoding/json"
	"slices"
	"time"

	"pgregory.net/rapid"
)

// A Spec is a ticket as the command reads it, before any agreement has looked at
// it: for tests in which a second implementation answers the same text. The zero
// Spec has no events, which no agreement accepts. [Words] draws them.
type Spec struct {
	ID        string            `json:"id,omitempty"`
	Agreement string            `json:"agreement"`
	AsOf      time.Time         `json:"as_of,omitzero"` // zero: the instant of the last event
	Customer  map[string]any    `json:"customer,omitempty"`
	Events    []SpecEvent       `json:"events"`
	Readings  map[string]string `json:"readings,omitempty"`
}

// A SpecEvent is an event of a [Spec]. Its time is written with the offset that
// it has. Severity is what JSON can hold: "High", or the number 2. The zero
// SpecEvent is no event of any kind.
type SpecEvent struct {
	At       time.Time `json:"at"`
	Kind     string    `json:"kind"`
	Severity any       `json:"severity,omitempty"`
	Channel  string    `json:"channel,omitempty"`
}

// Line returns the ticket as one line of input. A ticket that JSON cannot hold
// (a year beyond 9999, a customer with a channel in it) gives a line that no
// agreement reads.
func (s Spec) Line() []byte {
	line, err := json.Marshal(s)
	if err != nil {
		return []byte(err.Error())
	}
	return line
}

// At returns the ticket asked for another instant; the zero time asks for the
// instant of its last event.
func (s Spec) At(asOf time.Time) Spec {
	s.AsOf = asOf
	return s
}

// Until returns the ticket without the events after an instant. The report stays.
func (s Spec) Until(at time.Time) Spec {
	s.Events = slices.DeleteFunc(slices.Clone(s.Events), func(e SpecEvent) bool { return e.At.After(at) && e.Kind != "reported" })
	return s
}

// Reported returns when the ticket was reported; the zero time if it was not.
func (s Spec) Reported() time.Time {
	for _, e := range s.Events {
		if e.Kind == "reported" {
			return e.At
		}
	}
	return time.Time{}
}

// sorted returns the ticket with its events by time, those of one instant in the
// order given.
func (s Spec) sorted() Spec {
	s.Events = slices.SortedStableFunc(slices.Values(s.Events), func(a, b SpecEvent) int { return a.At.Compare(b.At) })
	return s
}

// shuffle hands the events in out of order, now and then. The report stays before
// what is handed in for the same instant, since the first event by time must be
// the report.
func (s *Spec) shuffle(t *rapid.T) {
	if rapid.Bool().Draw(t, "out of order") {
		s.Events = rapid.Permutation(s.Events).Draw(t, "order")
	}
	report := slices.IndexFunc(s.Events, func(e SpecEvent) bool { return e.Kind == "reported" })
	for i := range report {
		if s.Events[i].At.Equal(s.Events[report].At) {
			s.Events[i], s.Events[report] = s.Events[report], s.Events[i]
			return
		}
	}
}
