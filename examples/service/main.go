// Command service answers tickets over HTTP as JSON, and logs each ticket's clocks as groups.
//
//	go run ./examples/service &
//	curl -d @examples/service/ticket.json localhost:8080
package main

import (
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"slices"
	"sync"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

func main() {
	log.Fatal(http.ListenAndServe("localhost:8080", new(service)))
}

// A service keeps its policies: a new one takes far longer than an answer.
type service struct {
	mutex    sync.Mutex
	policies map[string]*policy.Policy // by what they are made from
}

func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err == nil {
		body, err = s.answer(body)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest) // all mistakes, each with its place
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
}

func (s *service) answer(body []byte) ([]byte, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON(body); err != nil {
		return nil, err
	}
	if t.Agreement != purchased.Name {
		return nil, &policy.PlaceError{Kind: policy.ErrTicket, Place: "agreement", Value: t.Agreement, Why: "is not known; write " + purchased.Name}
	}
	p, err := s.policy(&t)
	if err != nil {
		return nil, err
	}
	a, asOf, err := p.AnswerTicket(&t) // as of the last event, if the ticket names no instant
	if err != nil {
		return nil, err
	}
	for _, c := range a.Clocks {
		slog.Info("clock", "ticket", t.ID, slog.Group(c.Metric, "state", c.State, "due", c.Due, "clause", c.Clause))
	}
	return p.AppendAnswer(nil, t.ID, asOf, &a), nil
}

// policy returns the policy for a ticket. There are only a few: of a customer's fields, only
// the add-ons matter to this agreement, and unknown add-ons are an error.
func (s *service) policy(t *policy.Ticket) (*policy.Policy, error) {
	addOns := slices.Compact(slices.Sorted(slices.Values(t.Customer.AddOns)))
	key := fmt.Sprintf("%q %q", addOns, t.Readings)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if p := s.policies[key]; p != nil {
		return p, nil
	}
	p, err := purchased.New(policy.Customer{AddOns: addOns}, t.Readings)
	if err != nil {
		return nil, err
	}
	if s.policies == nil {
		s.policies = map[string]*policy.Policy{}
	}
	s.policies[key] = p
	return p, nil
}
